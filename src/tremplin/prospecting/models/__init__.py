"""The tables of Trouver, one module per question."""

from tremplin.prospecting.models.approaches import (
    ApplicationTable,
    Approach,
    Channel,
    Civility,
    Contact,
    Encounter,
    Event,
    EventKind,
    Exchange,
    ExchangeKind,
    Medium,
    Outcome,
    Position,
    Postponement,
    Salutation,
)
from tremplin.prospecting.models.conversations import Conversation, Goal, NamedPerson, PreparedQuestion
from tremplin.prospecting.models.proposals import (
    PersonalProject,
    ProjectKind,
    ProjectSource,
    ProjectStage,
    ProjectStep,
    Proposal,
    ProposalVersion,
)
from tremplin.prospecting.models.research import (
    OpenQuestion,
    ProblemHypothesis,
    ResearchSession,
    Side,
    Signal,
    SignalKind,
    Standing,
    Weighing,
)
from tremplin.prospecting.models.searches import LeftOut
from tremplin.prospecting.models.services import OnlineService
from tremplin.prospecting.models.targets import (
    ClosedReason,
    Establishment,
    HostKind,
    PastStage,
    Sought,
    Stage,
    Target,
)

__all__ = [
    "ApplicationTable", "Approach", "Channel", "Civility", "ClosedReason", "Contact", "Conversation",
    "Encounter", "Establishment", "Event", "EventKind", "Exchange", "ExchangeKind", "Goal", "HostKind",
    "LeftOut", "Medium", "NamedPerson", "OnlineService", "OpenQuestion", "Outcome", "PastStage",
    "PersonalProject",
    "Position", "Postponement", "PreparedQuestion", "ProblemHypothesis", "ProjectKind", "ProjectSource",
    "ProjectStage", "ProjectStep", "Proposal", "ProposalVersion", "ResearchSession", "Salutation", "Side",
    "Signal", "SignalKind", "Sought", "Stage", "Standing", "Target", "Weighing",
]  # fmt: skip
