"""What is written of people: one function, one transaction each."""

from tremplin.network.models import InteractionKind as InteractionKind
from tremplin.network.models import OrganizationKind as OrganizationKind
from tremplin.network.models import TieKind as TieKind
from tremplin.network.operations.adding import find_or_add_organization as find_or_add_organization
from tremplin.network.operations.adding import find_or_add_person as find_or_add_person
from tremplin.network.operations.adding import record_role as record_role
from tremplin.network.operations.adding import record_tie as record_tie
from tremplin.network.operations.adding import record_tie_between as record_tie_between
from tremplin.network.operations.adding import rename_organization as rename_organization
from tremplin.network.operations.arriving import Outcome as Outcome
from tremplin.network.operations.arriving import import_contacts as import_contacts
from tremplin.network.operations.arriving import look_at_contacts as look_at_contacts
from tremplin.network.operations.arriving import undo_import as undo_import
from tremplin.network.operations.exchanges import drop_exchange as drop_exchange
from tremplin.network.operations.exchanges import record_exchange as record_exchange
from tremplin.network.operations.forgetting import forget_person as forget_person
from tremplin.network.operations.forgetting import texts_naming as texts_naming
from tremplin.network.operations.knowing import change_person as change_person
from tremplin.network.operations.knowing import change_present_role as change_present_role
from tremplin.network.operations.knowing import drop_role as drop_role
from tremplin.network.operations.knowing import put_back_role as put_back_role
from tremplin.network.operations.merging import forget_difference as forget_difference
from tremplin.network.operations.merging import merge_people as merge_people
from tremplin.network.operations.merging import tell_apart as tell_apart
from tremplin.network.operations.merging import undo_merge as undo_merge
