"""What the pages of the room say first: what they find."""

from typing import Final

from tremplin.law.words import NBSP, letters

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
    found = f"{letters(told, is_masculine=True).capitalize()}{NBSP}récit{'s' if told > 1 else ''}"
    if proved == told:
        return f"{found}, {'tous prêts' if told > 1 else 'prêt'} pour le CV"
    if not proved:
        return f"{found}, {'aucun encore prêt' if told > 1 else 'pas encore prêt'} pour le CV"
    return f"{found}, {letters(proved, is_masculine=True)} prêt{'s' if proved > 1 else ''} pour le CV"


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
        return f"Il manque {letters(parts)} partie{'s' if several else ''} sur trois."
    if missing:
        if missing == 1:
            return "Un chiffre attend sa preuve. Sans elle, il ne va pas sur le CV."
        found = letters(missing, is_masculine=True).capitalize()
        return f"{found} chiffres attendent leur preuve. Sans elle, rien ne va sur le CV."
    if not notes:
        return "Aucune note datée ne le prouve encore. Il reste hors du CV."
    return "Prêt pour le CV. Chaque chiffre mène à sa note datée."


def unproved_says(missing: int) -> str:
    """Say why a line stays off the résumé."""
    if missing == 1:
        return f"Un chiffre sans preuve{NBSP}: elle reste hors du CV"
    return f"{letters(missing).capitalize()} chiffres sans preuve{NBSP}: elle reste hors du CV"
