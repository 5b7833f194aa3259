"""What Tremplin writes of a network, read again: the same rows in an empty one, nothing more in its own."""

from datetime import UTC, date, datetime

import pytest

from tremplin.network.exporting.directory import Listed
from tremplin.network.exporting.formats import FORMATS, SUFFIXES
from tremplin.network.models import ContactPoint, Organization, Person, PointKind, Role, Tie, TieKind
from tremplin.network.operations import import_contacts, undo_import
from tremplin.network.operations.arriving import Outcome
from tremplin.network.queries import directory, network

AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
MET_ON = date(2024, 2, 29)
KEYS = ("key", "name", "emails", "domain")

pytestmark = pytest.mark.django_db


def a_network() -> None:
    """Put two people of one name, past and present jobs, several numbers, ties and an introduction."""
    firm, former = (Organization.objects.create(name=name) for name in ("Ateliers Vermeil", "Boite Quittée"))
    odile, karim, first, second = (
        Person.objects.create(full_name=name, **said)
        for name, said in (
            ("Mme Odile Brossard", {"circle": "teachers", "closeness": 3, "is_connector": True}),
            ("Karim (Kim) Benyahia", {"circle": "friends", "expertise": "logistics", "connected_on": MET_ON}),
            ("Marie Martin", {"email": "m1@exemple.example"}),
            ("Marie Martin", {}),
        )
    )
    Person.objects.filter(pk=karim.pk).update(introduced_by=odile)
    for person in (odile, karim, first):
        Tie.objects.create(person=person, kind=TieKind.TEACHER if person == odile else TieKind.CONTACT)
    Tie.objects.create(person=odile, other=second, kind=TieKind.COLLEAGUE, label="au forum", closeness=2)
    Tie.objects.create(person=karim, other=first, kind=TieKind.KNOWS, closeness=1)
    Role.objects.create(person=odile, organization=firm, title="Enseignante")
    Role.objects.create(person=odile, organization=former, title="dev", until=date(2001, 1, 1))
    Role.objects.create(person=karim, organization=former, title="vendeur", until=date(2020, 1, 1))
    for number in ("06 39 98 00 01", "06 39 98 00 02"):
        normal = f"+33{number[1:].replace(' ', '')}"
        ContactPoint.objects.create(person=karim, kind=PointKind.PHONE, value=number, normal=normal)


def told() -> tuple[list[object], list[object]]:
    """Return what the rows say of people and of ties, whatever their keys."""
    everyone = directory()
    names = {one.key: (one.name, one.emails) for one in everyone.people}
    people = [
        (names[one.key], *(getattr(one, name) for name in Listed.__dataclass_fields__ if name not in KEYS))
        for one in everyone.people
    ]
    ties = [
        (sorted((names[one.first], names[one.second])), one.kind, one.label, one.closeness)
        for one in everyone.links
    ]
    return sorted(people, key=str), sorted(ties, key=str)


def brought(form: str) -> Outcome:
    """Export everyone, then import the file where everyone already is."""
    content = FORMATS[form].write(directory(me="Malo Kervella"))
    return import_contacts(content, file_name=f"reseau.{SUFFIXES.get(form, form)}", at=AT, me="Malo Kervella")


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_network_gets_the_same_rows(form: str) -> None:
    a_network()
    before, content = told(), FORMATS[form].write(directory(me="Malo Kervella"))
    for model in (Tie, Role, ContactPoint, Person, Organization):
        model._base_manager.all().delete()

    file_name = f"reseau.{SUFFIXES.get(form, form)}"
    outcome = import_contacts(content, file_name=file_name, at=AT, me="Malo Kervella")

    assert (outcome.kept, outcome.merged, outcome.refused) == (4, 0, ())
    assert told() == before


@pytest.mark.parametrize("form", FORMATS)
def test_its_own_network_gets_nothing_more(form: str) -> None:
    a_network()
    before = told()

    outcome = brought(form)

    assert (outcome.kept, outcome.merged) == (0, 4)
    assert told() == before
    assert outcome.batch is not None
    undo_import(outcome.batch, at=AT)
    assert told() == before


def test_someone_who_left_is_nowhere_now_after_a_round_trip() -> None:
    a_network()
    content = FORMATS["csv"].write(directory())
    Person._base_manager.all().delete()

    import_contacts(content, file_name="reseau.csv", at=AT)

    karim = next(one for one in network().people if one.name == "Karim (Kim) Benyahia")
    assert [role.is_present for role in karim.roles] == [False]


def test_two_of_a_name_with_nothing_else_stay_two_in_another_network() -> None:
    for _ in range(2):
        Person.objects.create(full_name="Paul Roux")
    content = FORMATS["csv"].write(directory())
    Person._base_manager.all().delete()
    import_contacts(content, file_name="reseau.csv", at=AT)

    again = import_contacts(content, file_name="reseau.csv", at=AT)

    assert Person.objects.count() == 2
    assert (again.kept, again.merged) == (0, 2)
