"""What Cap knows of the internship lived as a project and of its journal."""

from dataclasses import dataclass
from datetime import date, time

LEGAL = "legal"
TALKS = ("expectations", "mid_term", "three_quarters", "defence")


@dataclass(frozen=True)
class Stone:
    """A milestone of the internship, as Cap shows it."""

    kind: str
    name: str
    why: str
    on: date
    at: time | None
    is_done: bool
    minutes: int
    url: str
    prepare_url: str = ""
    has_question: bool = False
    is_certificate: bool = False

    @property
    def waits(self) -> bool:
        """Whether it must be noted or moved once past; a date set by law simply comes."""
        return not self.is_done and self.kind != LEGAL

    @property
    def is_talk(self) -> bool:
        """Whether it is had with the tutor."""
        return self.kind in TALKS


@dataclass(frozen=True)
class EntryLine:
    """An entry of the journal that lacks something."""

    id: int
    on: date
    action: str
    url: str


@dataclass(frozen=True)
class Notebook:
    """What the journal holds of the internship; addresses are empty while the room is not built."""

    entries: int = 0
    with_figure: int = 0
    this_week: int = 0
    drafts: tuple[EntryLine, ...] = ()
    without_figure: tuple[EntryLine, ...] = ()
    without_feedback: tuple[EntryLine, ...] = ()
    outside_percent: int | None = None
    url: str = ""
    session_url: str = ""
    outside_url: str = ""

    def finished(self, lines: tuple[EntryLine, ...]) -> tuple[EntryLine, ...]:
        """Leave drafts out of some entries."""
        drafts = {line.id for line in self.drafts}
        return tuple(line for line in lines if line.id not in drafts)


@dataclass(frozen=True)
class Place:
    """Something that may slip, or wait: its words and where to deal with it."""

    title: str
    url: str


@dataclass(frozen=True)
class Case:
    """What Valeur holds of the internship: results nobody was shown, how ready the *Soutenance* is.

    Addresses are empty while the room is not built.
    """

    unshown: tuple[str, ...] = ()
    unshown_url: str = ""
    ready_percent: int = 0
    url: str = ""


@dataclass(frozen=True)
class Project:
    """The internship as Cap sees it."""

    title: str
    url: str
    tutor: str
    stones: tuple[Stone, ...]
    unsaid_missions: tuple[Place, ...]
    goals: int
    open_goals: tuple[Place, ...]
    open_hypotheses: tuple[Place, ...]
    overdue_projects: tuple[Place, ...]
    goals_url: str
    notebook: Notebook
    ending_url: str = ""
    tell_url: str = ""
    case: Case = Case()
