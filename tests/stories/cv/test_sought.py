"""What is sought or is plainly so passes on top of a résumé; what claims a result does not."""

import pytest

from tremplin.documents.claims import unproved
from tremplin.stories.cv.sought import without_wishes


def claimed(text: str, *, is_title: bool = True) -> list[str]:
    """Return the numbers still to be proved."""
    return [one.words for one in unproved(without_wishes(text, is_title=is_title), ())]


@pytest.mark.parametrize(
    "headline",
    [
        "Stage de 6 mois à partir de mars 2027",
        "Alternance 24 mois",
        "Stage de six mois",
        "20 ans, permis B",
        "Recherche stage de fin d’études\u00a0: 6 mois",
        "stage de 4 à 6 mois",
        "Alternance (12 mois), rythme 3 semaines / 1 semaine",
        "Alternance, 3 jours en entreprise, 2 jours à l’école",
        "Contrat d’apprentissage de 24 mois en BTS MCO, 2e année",
        "6 mois de stage à partir de mars",
        "Disponible deux jours par semaine",
        "Contrat de 35 h par semaine",
        "M1 logistique, anglais B2, CACES 3",
    ],
)
def test_wishes_and_levels_pass(headline: str) -> None:
    assert claimed(headline) == []


@pytest.mark.parametrize(
    ("headline", "refused"),
    [
        ("Stage de 6 mois, 40 clients suivis", "40 clients"),
        ("Stage en logistique, délais réduits de 6 mois", "6 mois"),
        ("Stage de 6 mois effectué chez Nordelle", "6 mois"),
        ("Alternance 24 mois gagnés", "24 mois"),
        ("Stage, 6 mois d’expérience", "6 mois"),
        ("Vendeur, 20 ans de métier", "20 ans"),
        ("Mission 3 semaines de retard en moins", "3 semaines"),
        ("6 mois de stage", "6 mois"),
        ("Contrat de 300 000 euros", "300 000 euros"),
    ],
)
def test_results_stay_to_be_proved(headline: str, refused: str) -> None:
    assert refused in claimed(headline)


def test_a_summary_passes_only_where_it_says_that_something_is_sought() -> None:
    assert not claimed("Je cherche un stage de 6 mois en logistique.", is_title=False)
    assert claimed("Un stage de 6 mois chez Nordelle. Je cherche une alternance.", is_title=False)
