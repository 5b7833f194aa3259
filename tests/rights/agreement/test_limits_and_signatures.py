from dataclasses import replace
from datetime import date

import pytest

from tests.rights.agreement.builder import audited, document, reported
from tremplin.rights.agreement.audit import audit
from tremplin.rights.agreement.values import Level


@pytest.mark.parametrize(
    "host",
    [
        "Effectif : 24 salariés – stagiaires présents sur la période, celui-ci compris : 6",
        "L’entreprise compte 10 salariés et accueille quatre stagiaires en même temps, celui-ci inclus.",
        "Headcount: 12 employees – interns present in the same week, including this one: 5",
        "Nombre de salariés : 15\nNombre de stagiaires présents simultanément : 4",
    ],
)
def test_too_many_interns_for_the_headcount_is_reported(host: str) -> None:
    assert "quota_exceeded" in reported(host=f"Organisme d’accueil : Ateliers Morvandiaux SARL\n{host}")


@pytest.mark.parametrize(
    "host",
    [
        "Effectif : 24 salariés – stagiaires présents sur la période, celui-ci compris : 4",
        "L’entreprise compte 10 salariés et accueille trois stagiaires en même temps, celui-ci inclus.",
    ],
)
def test_interns_within_the_quota_are_lawful(host: str) -> None:
    assert reported(host=f"Organisme d’accueil : Ateliers Morvandiaux SARL\n{host}") == set()


@pytest.mark.parametrize(
    "tutor",
    [
        "Tuteur : Lina ROCHE (encadre déjà trois autres stagiaires à la même période)",
        "Tuteur : Lina ROCHE\nLa tutrice suit quatre stagiaires en même temps, celui-ci compris.",
        "Company supervisor: Lina ROCHE, who already supervises four other interns",
    ],
)
def test_a_tutor_with_too_many_interns_is_reported(tutor: str) -> None:
    assert "tutor_over_limit" in reported(tutor=tutor)


def test_a_tutor_with_three_interns_is_lawful() -> None:
    assert reported(tutor="Tuteur : Lina ROCHE (suit deux autres stagiaires)") == set()


@pytest.mark.parametrize(
    "referent",
    [
        "Enseignant référent : Paul GARNIER (suit simultanément 31 étudiants en stage)",
        "Enseignant référent : Paul GARNIER\nL’enseignant référent a la charge de 27 stagiaires ce semestre.",
    ],
)
def test_a_teacher_with_too_many_interns_is_reported(referent: str) -> None:
    assert "referent_over_limit" in reported(referent=referent)


def test_fewer_than_200_hours_of_teaching_is_reported() -> None:
    assert "training_volume_below_200h" in reported(
        volume="Volume horaire d’enseignement : 150 heures par an"
    )


def test_an_internship_too_soon_after_another_on_the_post_is_reported() -> None:
    previous = "Un stagiaire précédent a occupé ce poste du 1er septembre 2025 au 27 février 2026."

    assert "carence_not_respected" in reported(
        host=f"Organisme d’accueil : Ateliers Morvandiaux SARL\n{previous}"
    )


def test_an_internship_long_after_another_on_the_post_is_lawful() -> None:
    previous = "Un stagiaire précédent a occupé ce poste du 3 mars 2025 au 29 août 2025."

    assert reported(host=f"Organisme d’accueil : Ateliers Morvandiaux SARL\n{previous}") == set()


@pytest.mark.parametrize(
    ("role", "identifier"),
    [
        ("school", "etablissement"),
        ("host", "organisme"),
        ("student", "stagiaire"),
        ("referent", "enseignant_referent"),
        ("tutor", "tuteur"),
    ],
)
def test_a_missing_place_to_sign_is_reported(role: str, identifier: str) -> None:
    found = reported(**{f"sign_{role}": None, f"name_{role}": None})

    assert found == {f"missing_signature_block:{identifier}"}


def test_no_place_to_sign_at_all_is_reported_once() -> None:
    gone = {
        f"{part}_{role}": None
        for part in ("sign", "name")
        for role in ("school", "host", "student", "referent", "tutor")
    }

    assert reported(signed=None, **gone) == {"missing_signature_block"}


def test_an_unread_page_turns_what_is_missing_into_something_to_check() -> None:
    partial = replace(
        document(ending=None, sign_tutor=None, name_tutor=None),
        unreadable=((2, "Page 2 illisible."),),
        page_count=2,
    )

    found = audit(partial, on=date(2026, 11, 24))

    assert found.reported == ()
    assert "missing_mention:11_suspension_resiliation" in {one.id for one in found.at(Level.TO_CHECK)}
    assert "n’a pas pu être lue en entier" in found.verdict


def test_the_verdict_counts_what_breaks_the_law() -> None:
    assert (
        audited(signed="Fait à Dijon, le 20 mars 2026").verdict
        == "Votre convention a un point contraire à la loi"
    )


@pytest.mark.parametrize(
    "host",
    [
        "L’entreprise emploie 12 personnes et a accueilli cinq stagiaires depuis 2020.",
        "Effectif : 120 salariés. Nombre maximal de stagiaires : 18",
        "Agents de l’organisme : 140 Stagiaires présents, celui-ci compris : 21",
    ],
)
def test_interns_of_the_past_or_within_the_quota_are_lawful(host: str) -> None:
    assert reported(host=f"Organisme d’accueil : Ateliers Morvandiaux SARL\n{host}") == set()


@pytest.mark.parametrize(
    "tutor",
    [
        "Tuteur : Lina ROCHE – stagiaires suivis simultanément, celui-ci compris : 4",
        "Tuteur : Lina ROCHE\nAUTRES STAGIAIRES EN COURS SUIVIS PAR CE TUTEUR : 4",
        "Tuteur : Lina ROCHE\nLa tutrice suit par ailleurs trois stagiaires.",
    ],
)
def test_interns_counted_under_a_label_are_the_tutor_s(tutor: str) -> None:
    assert "tutor_over_limit" in reported(tutor=tutor)


def test_interns_followed_over_the_years_are_lawful() -> None:
    assert reported(tutor="Tuteur : Lina ROCHE, qui a suivi quatre stagiaires depuis 2019") == set()


def test_a_count_beside_its_label_is_read() -> None:
    facts = audited(
        host="Entreprise : Ateliers du Morvan\nStagiaires présents sur la période\n10 (dont lui)"
    ).facts
    assert facts.value("interns_present") == 10


def test_a_teacher_called_the_referent_may_follow_too_many() -> None:
    found = reported(
        referent="Le Référent est M. Paul GARNIER, qui suit à ce jour trente-huit (38) stagiaires."
    )
    assert "referent_over_limit" in found
    assert "tutor_over_limit" not in found


@pytest.mark.parametrize(
    "signed",
    [
        "Fait à ........ : Dijon\nLe ........ : douze janvier deux mille vingt-six",
        "19. Fait à\nDijon\n20. Le\n12/01/2026",
    ],
)
def test_where_and_when_stand_in_fields(signed: str) -> None:
    facts = audited(signed=signed).facts
    assert (facts.value("signature_city"), facts.value("signature_date")) == ("Dijon", date(2026, 1, 12))
