"""The missions of an agreement become lines."""

import pytest

from tremplin.internships.domain.missions import mission_titles


@pytest.mark.parametrize(
    ("passage", "titles"),
    [
        ("cartographier les flux, tenir un inventaire et suivre les pannes.",
         ("Cartographier les flux", "Tenir un inventaire", "Suivre les pannes")),
        ("Missions confiées : – Tenir le stand\n– Aider à la vente", ("Tenir le stand", "Aider à la vente")),
        ("1. Rédiger la lettre ; 2. Animer la page", ("Rédiger la lettre", "Animer la page")),
        ("Assistance comptable, avec saisie et lettrage", ("Assistance comptable, avec saisie et lettrage",)),
        ("La stagiaire assurera la tenue de l’accueil.", ("Assurer la tenue de l’accueil",)),
        ("Le stagiaire sera chargé de trier les pièces", ("Trier les pièces",)),
        ("L’étudiante sera amenée à classer les plans", ("Classer les plans",)),
        ("La stagiaire prendra part aux réunions", ("La stagiaire prendra part aux réunions",)),
        ("", ()),
    ],
)  # fmt: skip
def test_missions_are_told_apart_without_cutting_a_sentence(passage: str, titles: tuple[str, ...]) -> None:
    assert mission_titles([passage]) == titles


def test_the_same_mission_twice_is_one() -> None:
    assert mission_titles(["Tenir le stand", "tenir le stand."]) == ("Tenir le stand",)


def test_the_heading_of_an_agreement_in_english_is_no_part_of_its_mission() -> None:
    said = "Tasks entrusted to the Intern and approved by the Host: literature review"

    assert mission_titles([said]) == ("Literature review",)
