"""The search looks into every room, as a plain page."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from tests.internships.made import make_internship
from tests.people import make_student
from tests.rights.kept import RECEIVED, keep
from tests.typography import faults
from tremplin.cap.domain.shelves import SHOWN, speaking_of
from tremplin.internships.models import Internship
from tremplin.journal.operations import add_entry
from tremplin.network.operations import find_or_add_person
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 4, 2, 18, tzinfo=UTC)


def found(client: Client, query: str, **more: str) -> str:
    """Return what the search page says of some words."""
    page = client.get("/chercher/", {"q": query, **more}).content.decode()
    assert faults(page) == []
    return page.split('id="contenu"')[1].split("</main>")[0]


@pytest.fixture
def internship() -> Internship:
    """Alice's internship, with its missions."""
    make_student()
    return make_internship(
        tutor="Léa Duhamel", missions=("Tenir un inventaire tournant", "Réunir les mécaniciens")
    )


def write(internship: Internship, action: str) -> int:
    """Write an entry and return its key."""
    entry = add_entry(action=action, on=date(2026, 4, 1), at=NOW, experience_id=internship.experience_id)
    return entry.pk


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("carence", "carence"),
        ("harcelement", "recours"),
        ("VACANCES", "conges"),
        ("ticket restaurant", "avantages"),
        ("tickets-restaurants", "avantages"),
        ("prud'hommes", "requalification"),
        ("navigo", "transport"),
    ],
)
def test_words_of_a_quick_answer_open_it(client: Client, query: str, question: str) -> None:
    assert f'href="/droits/reponses/{question}/"' in found(client, query)


def test_an_answer_is_found_by_the_words_it_is_made_of(client: Client) -> None:
    page = found(client, "conforme signée")

    assert 'href="/droits/reponses/recours/"' in page


def test_an_internship_is_found_by_its_host_its_city_and_its_people(
    client: Client, internship: Internship
) -> None:
    for query in ("cargo", "ANGERS", "duhamel", "brossard"):
        assert f'href="/stage/{internship.pk}/"' in found(client, query)


def test_people_open_what_they_are_in(client: Client, internship: Internship) -> None:
    page = found(client, "duhamel", dans="personnes")

    assert f'<a class="t" href="/stage/{internship.pk}/">Léa Duhamel</a>' in page
    assert 'id="h-stages"' not in page


def test_an_entry_is_found_without_its_accents(client: Client, internship: Internship) -> None:
    key = write(internship, "Réorganisé le planning des mécaniciens")

    assert f'href="/journal/entree/{key}/"' in found(client, "mecanicien")


def test_a_mission_is_found(client: Client, internship: Internship) -> None:
    assert "Tenir un inventaire tournant</a>" in found(client, "inventaire")


def test_an_agreement_is_found_by_its_host_its_student_and_its_file(client: Client) -> None:
    version = keep(RECEIVED)
    address = f'href="/droits/convention/{version.agreement_id}/"'

    for query in ("cargoliere", "Marchetti", "convention-cargoliere.pdf"):
        assert address in found(client, query)


def test_a_removed_internship_is_not_found(client: Client, internship: Internship) -> None:
    client.post(f"/stage/{internship.pk}/supprimer/")

    assert f'href="/stage/{internship.pk}/"' not in found(client, "cargo")


def test_five_of_each_are_shown_then_all(client: Client, internship: Internship) -> None:
    for number in range(SHOWN + 2):
        write(internship, f"Trier la palette {number}")

    page = found(client, "palette")

    assert page.count('href="/journal/entree/') == SHOWN
    assert "7\u00a0entrées" in page
    assert 'href="/journal/?q=palette"' in page


def test_all_the_questions_of_a_word_are_one_link_away(client: Client) -> None:
    page = found(client, "stage", dans="reponses")

    assert page.count('href="/droits/reponses/') > SHOWN
    assert 'href="?q=stage&amp;dans=reponses"' in found(client, "stage")


@pytest.mark.parametrize("query", ["zzz", "!", "«\u00a0»", "'\"*", "\0", "e" * 5000])
def test_nothing_found_says_so(client: Client, query: str) -> None:
    make_student()

    assert "Rien de ce nom" in found(client, query)


def test_a_word_may_be_unfinished_but_not_begun_in_its_middle() -> None:
    assert speaking_of("cargo")(["SAS Cargolière"])
    assert speaking_of("analysé")(["Les analyses"])
    assert not speaking_of("goliere")(["SAS Cargolière"])
    assert not speaking_of("")(["SAS Cargolière"])


def test_interviews_versions_of_the_cv_and_resilience_are_found(client: Client) -> None:
    load_demo(on=date(2026, 4, 2))

    assert "/recits/entretien/" in found(client, "nordelle tournées")
    assert "/recits/cv/" in found(client, "pour tous")
    assert "/recits/resilience/" in found(client, "querrien")
    assert "Apprentissage chez Nordelle" in found(client, "mon m2")
    assert "/choisir/" in found(client, "apprentissage nordelle")


def test_a_person_opens_on_their_page(client: Client) -> None:
    make_student()
    karim = find_or_add_person("Karim Benyahia")

    assert f'href="/reseau/personnes/{karim.pk}/"' in found(client, "karim")
