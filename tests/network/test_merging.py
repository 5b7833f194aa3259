"""Two rows made one and two again, in every room that names them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps

from tremplin.network import queries
from tremplin.network.models import Merge, Person, Tie
from tremplin.network.operations import (
    InteractionKind,
    TieKind,
    find_or_add_organization,
    find_or_add_person,
    forget_difference,
    forget_person,
    import_contacts,
    merge_people,
    record_exchange,
    record_role,
    record_tie,
    record_tie_between,
    tell_apart,
    undo_merge,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def pair() -> tuple[Person, Person]:
    """Héloïse twice: with her phone and a tie, with her firm and an exchange."""
    first = find_or_add_person("Héloïse Delmas-Roy", phone="06 39 98 01 02")
    second = find_or_add_person("Héloïse Delmas", email="heloise@solstice.example")
    other = find_or_add_person("Karim Benyahia")
    for person in (first, second):
        record_tie(person, TieKind.CONTACT)
        record_tie_between(person, other, TieKind.KNOWS)
    record_tie_between(first, second, TieKind.KNOWS)
    record_role(second, find_or_add_organization("Groupe Solstice"), title="Directrice")
    record_exchange(second, on=date(2026, 11, 11), kind=InteractionKind.MESSAGE)
    return first, second


def everything() -> list[list[tuple[Any, ...]]]:
    models: list[Any] = [Person, Tie, *(one.related_model for one in Person._meta.related_objects)]
    unrevised = [one for one in dict.fromkeys(models) if one.__name__ != "Merge"]
    return [sorted(model._base_manager.values_list()) for model in unrevised]


def test_one_person_is_left_with_all_that_was_known_of_both(pair: tuple[Person, Person]) -> None:
    first, second = pair

    merge_people(first, second, at=AT)

    kept = Person.objects.get(full_name="Héloïse Delmas-Roy")
    assert not Person.objects.filter(full_name="Héloïse Delmas").exists()
    assert (kept.email, kept.phone) == ("heloise@solstice.example", "06 39 98 01 02")
    assert str(kept.roles.get()) == "Directrice, Groupe Solstice"
    assert kept.interactions.count() == 1
    assert kept.ties.filter(other=None).count() == 1
    assert not Tie.objects.filter(person=second).exists()
    assert not Tie.objects.filter(other=second).exists()


def test_either_name_still_finds_them(pair: tuple[Person, Person]) -> None:
    first, second = pair

    merge_people(first, second, at=AT)

    assert find_or_add_person("héloïse delmas") == first
    assert queries.find_person("Héloïse Delmas-Roy") == first


def test_undoing_puts_every_row_back(pair: tuple[Person, Person]) -> None:
    first, second = pair
    before = everything()

    undo_merge(merge_people(first, second, at=AT), at=AT)

    assert everything() == before


def test_nobody_is_introduced_by_themself_once_merged_with_who_introduced_them(
    pair: tuple[Person, Person],
) -> None:
    first, second = pair
    first.introduced_by = second
    first.save()
    before = everything()

    merge = merge_people(first, second, at=AT)

    assert Person.objects.get(pk=first.pk).introduced_by is None
    undo_merge(Merge.objects.get(pk=merge.pk), at=AT)
    assert everything() == before


def test_undoing_twice_changes_nothing_more(pair: tuple[Person, Person]) -> None:
    merge = merge_people(*pair, at=AT)
    undo_merge(merge, at=AT)
    before = everything()

    undo_merge(merge, at=AT)

    assert everything() == before


def test_what_was_merged_cannot_be_merged_again(pair: tuple[Person, Person]) -> None:
    first, second = pair
    merge_people(first, second, at=AT)

    for one, other in ((first, first), (first, second), (second, first)):
        with pytest.raises(ValueError, match="two people"):
            merge_people(one, other, at=AT)


def test_two_told_apart_are_not_suggested_until_the_question_is_put_again(
    pair: tuple[Person, Person],
) -> None:
    (suggested,) = queries.merge_suggestions()
    assert {suggested.first, suggested.second} == set(pair)
    assert suggested.why == "un nom contenu dans l’autre"

    tell_apart(*pair, at=AT)
    assert not queries.merge_suggestions()

    forget_difference(*pair)
    assert len(queries.merge_suggestions()) == 1


def test_an_address_typed_on_each_row_is_kept(pair: tuple[Person, Person]) -> None:
    first, second = pair
    first.email = "moi@perso.example"
    first.save()

    merge = merge_people(first, second, at=AT)

    assert first.email == "moi@perso.example"
    assert [str(point) for point in first.points.all()] == ["heloise@solstice.example"]
    undo_merge(merge, at=AT)
    assert not first.points.exists()


def test_a_chain_of_merges_leads_to_who_is_shown(pair: tuple[Person, Person]) -> None:
    first, second = pair
    last = find_or_add_person("Héloïse D.")

    merge_people(first, second, at=AT)
    merge_people(last, first, at=AT)

    assert queries.find_person("Héloïse Delmas") == last
    table = "Nom complet;E-mail;Société\nHéloïse Delmas;heloise@solstice.example;Nord Verre\n"
    import_contacts(table.encode(), file_name="a.csv", at=AT)
    assert Person.objects.filter(roles__organization__name="Nord Verre").get() == last


def test_undoing_the_first_of_a_chain_undoes_the_later_one(pair: tuple[Person, Person]) -> None:
    first, second = pair
    last = find_or_add_person("Héloïse D.")
    before = everything()
    merge = merge_people(first, second, at=AT)
    merge_people(last, first, at=AT)

    undo_merge(Merge.objects.get(pk=merge.pk), at=AT)

    assert everything() == before


@pytest.mark.django_db(transaction=True)
def test_a_merge_is_undone_after_someone_else_was_forgotten(pair: tuple[Person, Person]) -> None:
    merge = merge_people(*pair, at=AT)
    forget_person(find_or_add_person("Karim Benyahia"))

    undo_merge(Merge.objects.get(pk=merge.pk), at=AT)

    assert Person.objects.count() == 2
    assert not Tie.objects.filter(other__full_name="Karim Benyahia").exists()


@pytest.mark.django_db(transaction=True)
def test_forgetting_the_last_of_a_chain_forgets_every_name(pair: tuple[Person, Person]) -> None:
    first, second = pair
    other = find_or_add_person("Karim Benyahia")
    record_exchange(other, on=date(2026, 11, 2), kind=InteractionKind.MET, line="Vu avec Héloïse Delmas")
    last = find_or_add_person("Héloïse D.")
    merge_people(first, second, at=AT)
    merge_people(last, first, at=AT)

    forget_person(last)

    assert other.interactions.get().line == "Vu avec quelqu’un"
    assert list(Person.everyone.all()) == [other]


def test_what_was_promised_to_both_at_one_event_is_kept_once_and_put_back(
    pair: tuple[Person, Person],
) -> None:
    first, second = pair
    event = apps.get_model("prospecting.Event").objects.create(name="Forum", kind="fair", on=AT.date())
    meet = apps.get_model("prospecting.Encounter").objects.create
    shown = meet(event=event, person=first, line="vue", said="bonjour")
    meet(event=event, person=second, line="revue", promised="envoyer un plan", promised_for=AT.date())

    merge = merge_people(first, second, at=AT)

    shown.refresh_from_db()
    assert (shown.said, shown.promised, shown.promised_for) == ("bonjour", "envoyer un plan", AT.date())
    assert merge.said_twice == 1
    undo_merge(merge, at=AT)
    shown.refresh_from_db()
    assert (shown.said, shown.promised, shown.promised_for) == ("bonjour", "", None)
