"""What is written of people: one function, one transaction each."""

from tremplin.network.models import InteractionKind as InteractionKind
from tremplin.network.models import OrganizationKind as OrganizationKind
from tremplin.network.models import TieKind as TieKind
from tremplin.network.operations.adding import find_or_add_organization as find_or_add_organization
from tremplin.network.operations.adding import find_or_add_person as find_or_add_person
from tremplin.network.operations.adding import record_role as record_role
from tremplin.network.operations.adding import record_tie as record_tie
from tremplin.network.operations.adding import record_tie_between as record_tie_between
from tremplin.network.operations.exchanges import drop_exchange as drop_exchange
from tremplin.network.operations.exchanges import record_exchange as record_exchange
from tremplin.network.operations.knowing import change_person as change_person
