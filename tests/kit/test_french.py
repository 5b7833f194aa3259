"""Counts that open a title, as templates write them."""

import pytest

from tremplin.kit.templatetags.french import in_letters


@pytest.mark.parametrize(
    ("count", "nouns", "said"),
    [
        (0, "un événement", "Aucun événement"),
        (0, "une personne", "Aucune personne"),
        (1, "un événement", "Un\u00a0événement"),
        (1, "une personne", "Une\u00a0personne"),
        (4, "un résultat à montrer,résultats à montrer", "Quatre\u00a0résultats à montrer"),
        (39, "une personne", "39\u00a0personnes"),
    ],
)
def test_the_article_gives_the_gender_of_a_count_in_letters(count: int, nouns: str, said: str) -> None:
    assert in_letters(count, nouns) == said
