"""What a backup holds is counted in words a student reads."""

import pytest

from tremplin.keeping.queries import several


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("jalon", "jalons"),
        ("pièce jointe", "pièces jointes"),
        ("étape du plan", "étapes du plan"),
        ("stage ou alternance", "stages ou alternances"),
        ("présentation d’un résultat", "présentations d’un résultat"),
        ("avis", "avis"),
        ("signal", "signaux"),
        ("période d’examens", "périodes d’examens"),
    ],
)
def test_a_complement_stays_as_it_is(one: str, many: str) -> None:
    assert several(one) == many
