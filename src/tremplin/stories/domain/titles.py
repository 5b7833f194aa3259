"""What the pages of the room say first: what they find."""

from typing import Final

from tremplin.law.words import NBSP, number

IN_LETTERS: Final = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
FIRST: Final = "Votre premier récit tient en trois questions"


def home_title(*, told: int, proved: int) -> str:
    """Say how many stories there are and how many are ready.

    Args:
        told: stories in sight.
        proved: those that may be printed.

    Returns:
        « Six récits, quatre prêts pour le CV ».
    """
    if not told:
        return FIRST
    found = f"{letters(told).capitalize()}{NBSP}récit{'s' if told > 1 else ''}"
    if proved == told:
        return f"{found}, {'tous prêts' if told > 1 else 'prêt'} pour le CV"
    if not proved:
        return f"{found}, {'aucun encore prêt' if told > 1 else 'pas encore prêt'} pour le CV"
    return f"{found}, {letters(proved)} prêt{'s' if proved > 1 else ''} pour le CV"


def story_finding(*, missing: int, notes: int, parts: int) -> str:
    """Say what a story lacks before it may be printed, the first thing first.

    Args:
        missing: numbers that no note gives.
        notes: dated notes it leads to.
        parts: parts not written yet.

    Returns:
        One French sentence.
    """
    if parts:
        several = parts > 1
        return f"Il manque {letters(parts, is_feminine=True)} partie{'s' if several else ''} sur trois."
    if missing:
        if missing == 1:
            return "Un chiffre attend sa preuve. Sans elle, il ne va pas sur le CV."
        found = letters(missing).capitalize()
        return f"{found} chiffres attendent leur preuve. Sans elle, rien ne va sur le CV."
    if not notes:
        return "Aucune note datée ne le prouve encore. Il reste hors du CV."
    return "Prêt pour le CV. Chaque chiffre mène à sa note datée."


def unproved_says(missing: int) -> str:
    """Say why a line stays off the résumé."""
    if missing == 1:
        return f"Un chiffre sans preuve{NBSP}: elle reste hors du CV"
    return f"{letters(missing).capitalize()} chiffres sans preuve{NBSP}: elle reste hors du CV"


def letters(count: int, *, is_feminine: bool = False) -> str:
    """Write a small count in letters, a large one in digits."""
    if count == 1 and is_feminine:
        return "une"
    return IN_LETTERS[count] if count < len(IN_LETTERS) else number(count)
