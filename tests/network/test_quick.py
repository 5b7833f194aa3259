"""What is typed on one line is kept: who, what they do, where, and whom they know."""

from datetime import date

import pytest
from django.test import Client

from tremplin.network.domain.quick import Named, read_line
from tremplin.network.models import Organization, Person
from tremplin.network.operations.quick import add_named


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Sophie, travaille à la mairie", ("Sophie", "", "mairie")),
        ("Paul Durand, en alternance chez Airbus (informatique)", ("Paul Durand", "en alternance", "Airbus")),
        ("Léo, développeur chez Capgemini", ("Léo", "développeur", "Capgemini")),
        ("Cousin Léo – développeur chez Capgemini", ("Cousin Léo", "développeur", "Capgemini")),
        ("papa : garagiste", ("papa", "garagiste", "")),
        ("Jean-Marc, chauffeur", ("Jean-Marc", "chauffeur", "")),
        ("Mamie, retraitée", ("Mamie", "retraitée", "")),
        ("Papi, à la retraite", ("Papi", "à la retraite", "")),
        ("Nina, ingénieure à Airbus", ("Nina", "ingénieure", "Airbus")),
        ("Odile Brossard, enseignante, Université", ("Odile Brossard", "enseignante", "Université")),
        ("Julie Rousseau (Troquinette)", ("Julie Rousseau", "", "Troquinette")),
    ],
)  # fmt: skip
def test_a_line_gives_the_job_and_the_place(line: str, named: tuple[str, str, str]) -> None:
    found = read_line(line)

    assert (found.name, found.title, found.organization) == named


def test_a_domain_in_brackets_is_kept_with_the_place() -> None:
    assert read_line("Paul Durand, en alternance chez Airbus (informatique)").domain == "computing"


def test_the_sister_of_someone_is_not_the_sister_of_another() -> None:
    (sister,) = read_line("Jules > sa sœur travaille chez Airbus").knows

    assert (sister.name, sister.organization) == ("Sœur de Jules", "Airbus")


@pytest.mark.django_db
def test_a_job_without_a_place_is_kept_and_is_no_company() -> None:
    add_named([Named("Julie", title="vendeuse", domain="sales")], circle="", source="", on=date(2026, 4, 1))

    julie = Person.objects.get()
    assert (julie.note, julie.expertise) == ("vendeuse", "sales")
    assert not Organization.objects.exists()


@pytest.mark.django_db
def test_the_same_name_twice_counts_once(client: Client) -> None:
    client.post("/reseau/ajouter/", {"lines": "Théo Martin", "circle": "school"})

    lines = "Lina Haddad\nThéo Martin\nlina haddad"
    page = client.post("/reseau/ajouter/", {"lines": lines, "circle": "school"}, follow=True)

    assert Person.objects.count() == 2
    assert "1 personne notée, 1 déjà là." in page.content.decode()


@pytest.mark.django_db
def test_a_line_refused_is_shown_as_typed(client: Client) -> None:
    page = client.post("/reseau/ajouter/", {"lines": "> Toto\nPapa", "circle": "family"})

    assert page.status_code == 422
    assert "<q>&gt; Toto</q>" in page.content.decode()
    assert [one.full_name for one in Person.objects.all()] == ["Papa"]
