"""The tables of Réseau: people once, organizations once, ties, and how they came in."""

from tremplin.network.models.arriving import DistinctPair as DistinctPair
from tremplin.network.models.arriving import Filing as Filing
from tremplin.network.models.arriving import ImportBatch as ImportBatch
from tremplin.network.models.arriving import Merge as Merge
from tremplin.network.models.organizations import Organization as Organization
from tremplin.network.models.organizations import OrganizationKind as OrganizationKind
from tremplin.network.models.people import Circle as Circle
from tremplin.network.models.people import Closeness as Closeness
from tremplin.network.models.people import ContactPoint as ContactPoint
from tremplin.network.models.people import Person as Person
from tremplin.network.models.people import PointKind as PointKind
from tremplin.network.models.people import Role as Role
from tremplin.network.models.ties import Interaction as Interaction
from tremplin.network.models.ties import InteractionKind as InteractionKind
from tremplin.network.models.ties import Tie as Tie
from tremplin.network.models.ties import TieKind as TieKind
