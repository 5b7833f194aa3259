"""People typed in one line, however they are written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.typography import faults
from tremplin.prospecting.domain.encounters import (
    Added,
    Became,
    event_title,
    refused_said,
    room_left,
    what_was_added,
)
from tremplin.prospecting.domain.person_lines import (
    MOST_LINES,
    PersonLine,
    RefusedLine,
    read_line,
    read_lines,
)

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(line: str, *known: str) -> PersonLine:
    """Read a line that names someone."""
    found = read_line(line, organizations=known)
    assert isinstance(found, PersonLine), found
    return found


@pytest.mark.parametrize(
    ("line", "name", "title", "organization", "said"),
    [
        ("Karim Benyahia, analyste stock", "Karim Benyahia", "analyste stock", "", ""),
        ("- Léa Morin, achats, Nordelle : oui", "Léa Morin", "achats", "Nordelle", "oui"),
        ("3) Jean-Paul Le Goff – chef – Cargolière", "Jean-Paul Le Goff", "chef", "Cargolière", ""),
        ("Anne Petit acheteuse chez Nordelle", "Anne Petit", "acheteuse", "Nordelle", ""),
        ("Paul Roux, directeur chez Nordelle : oui", "Paul Roux", "directeur", "Nordelle", "oui"),
        ("Marc Aubry; RH; Nordelle", "Marc Aubry", "RH", "Nordelle", ""),
        ("Ana Silva\tdata\tNordelle", "Ana Silva", "data", "Nordelle", ""),
        ("Jean de la Tour, élu", "Jean de la Tour", "élu", "", ""),
        ("Zoé Durand : « le tri prend deux jours »", "Zoé Durand", "", "", "le tri prend deux jours"),
        ("Zoé Durand, data : rendez-vous à 14:30", "Zoé Durand", "data", "", "rendez-vous à 14:30"),
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_was_meant(
    line: str, name: str, title: str, organization: str, said: str
) -> None:
    found = read(line)

    assert (found.name, found.title, found.organization, found.said) == (name, title, organization, said)


def test_a_known_organization_is_told_from_a_function_whatever_the_order() -> None:
    assert read("Zoé Durand (troquinette)", "Troquinette").organization == "troquinette"
    found = read("Zoé Durand, Troquinette, vendeuse", "Troquinette")
    assert (found.title, found.organization) == ("vendeuse", "Troquinette")


@pytest.mark.parametrize("mark", ["→", "->", "promis :", "(promis : "])
def test_a_promise_is_kept_apart(mark: str) -> None:
    found = read(f"Léa Morin, acheteuse : tri {mark} lui envoyer mon relevé{')' if '(' in mark else ''}")

    assert (found.said, found.promised) == ("tri", "lui envoyer mon relevé")


def test_an_address_is_kept_with_the_person() -> None:
    found = read("Léa Morin, lea.morin@nordelle.example, acheteuse")

    assert (found.email, found.title) == ("lea.morin@nordelle.example", "acheteuse")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Karim", "Il manque le nom de famille"),
        ("06 12 34 56 78", "ne commence pas par un nom"),
        (", acheteuse", "ne commence pas par un nom"),
        ("Karim 2", "contient un chiffre"),
        ("il m’a dit que tout allait bien dans la maison", "Le nom doit venir en premier"),
        ("Karim Benyahia : " + "mot " * 100, "dépasse 300 caractères"),
    ],
)
def test_a_line_that_names_nobody_says_what_to_do(line: str, reason: str) -> None:
    found = read_line(line)

    assert isinstance(found, RefusedLine)
    assert reason in found.reason
    assert faults(f"<p>{found.reason}</p>") == []


def test_the_same_person_typed_twice_is_one_with_both_sayings() -> None:
    text = "Léa Morin : un\n\nMORIN Lea, acheteuse, Nordelle, lea@x.example : deux → écrire"

    (found,) = read_lines(text)

    assert found == PersonLine(
        line="Léa Morin : un", name="Léa Morin", title="acheteuse", organization="Nordelle", said="un deux",
        promised="écrire", email="lea@x.example", lines=2,
    )  # fmt: skip


def test_a_full_event_refuses_new_people_but_completes_those_it_has() -> None:
    found = read_lines("Léa Morin : un\nAna Silva\nLéa Morin : deux", room=1)

    assert [type(one) for one in found] == [PersonLine, RefusedLine]
    assert isinstance(found[0], PersonLine)
    assert found[0].said == "un deux"


@UNHURRIED
@given(st.text(max_size=400))
def test_any_text_is_kept_or_refused_never_lost(text: str) -> None:
    lines = [line for line in text.splitlines() if line.strip()]

    found = read_lines(text)

    refused = [one.line for one in found if isinstance(one, RefusedLine)]
    people = [one for one in found if isinstance(one, PersonLine)]
    assert len(refused) + len(people) <= len(lines)
    assert set(refused) <= {line.strip() for line in lines}
    assert all(one.name and len(one.promised) <= 200 for one in people)
    assert bool(found) == bool(lines)


@pytest.mark.parametrize(
    ("people", "chosen", "said"),
    [
        (0, 0, "Qui avez-vous entendu\u00a0?"),
        (3, 0, "Trois\u00a0personnes, choisissez à qui écrire"),
        (12, 2, "Douze\u00a0personnes, deux à qui écrire"),
    ],
)
def test_an_event_says_what_it_gave(people: int, chosen: int, said: str) -> None:
    assert event_title(people, chosen=chosen) == said


def test_what_was_added_names_whom_one_knew() -> None:
    added = [
        Added("Léa Morin", Became.NEW),
        Added("Ana Silva", Became.KNOWN),
        Added("Paul Roux", Became.COMPLETED),
    ]

    said = what_was_added(added)

    assert (
        said
        == "Une\u00a0personne ajoutée. Déjà dans votre réseau\u00a0: Ana Silva. Complété\u00a0: Paul Roux."
    )
    assert what_was_added([]) == "Rien à ajouter."


def test_what_was_refused_is_counted_and_the_room_is_never_negative() -> None:
    one = RefusedLine("Karim", "")

    assert refused_said([one]).startswith("Une ligne")
    assert refused_said([one, one]).startswith("Deux lignes")
    assert room_left(MOST_LINES + 4) == 0
