"""What is read of people: who is known, who knows whom, who sleeps, who leads where."""

from tremplin.network.faces import Suggestion as Suggestion
from tremplin.network.faces import merge_suggestions as merge_suggestions
from tremplin.network.queries.directory import directory as directory
from tremplin.network.queries.graph import network as network
from tremplin.network.queries.graph import written_since as written_since
from tremplin.network.queries.introductions import Known as Known
from tremplin.network.queries.introductions import KnownThere as KnownThere
from tremplin.network.queries.introductions import who_can_introduce as who_can_introduce
from tremplin.network.queries.introductions import who_do_i_know as who_do_i_know
from tremplin.network.queries.people import find_organization as find_organization
from tremplin.network.queries.people import find_person as find_person
from tremplin.network.queries.people import organizations as organizations
from tremplin.network.queries.people import people as people
from tremplin.network.queries.people import people_of as people_of
from tremplin.network.queries.people import present_role as present_role
