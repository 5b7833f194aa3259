"""Passphrases that anyone would try first."""

from typing import Final

from tremplin.stories.domain.letters import letters

FEWEST_SIGNS: Final = 6
FIRST_TRIED: Final = frozenset({
    "azertyuiop", "azerty", "qwertyuiop", "qwerty", "motdepasse", "motdepass", "password", "passphrase",
    "phrasesecrete", "tremplin", "bonjour", "soleil", "doudou", "chouchou", "jetaime", "iloveyou", "secret",
    "marseille", "administrateur", "admin", "bienvenue", "welcome", "letmein", "monstage", "stage",
    "abcdefghij", "abcdefghijkl",
})  # fmt: skip


def is_easy(passphrase: str) -> bool:
    """Say whether a passphrase is one of the first a curious person would try.

    Args:
        passphrase: as typed.

    Returns:
        True for few different signs, digits alone, or a common word with digits or signs around it.
    """
    plain = letters(passphrase).text
    word = "".join(sign for sign in plain if sign.isalpha())
    return len(set(plain)) < FEWEST_SIGNS or not word or word in FIRST_TRIED
