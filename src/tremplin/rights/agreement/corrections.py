"""What the student types to correct a fact, turned into the value the audit uses."""

from decimal import Decimal
from typing import Any

from tremplin.rights.agreement import money
from tremplin.rights.agreement.dates import dates
from tremplin.rights.agreement.numbers import figure, hour_count
from tremplin.rights.agreement.text import fold
from tremplin.rights.agreement.values import FACT_LABELS, Gratification

DATES = frozenset({"birth_date", "start_date", "end_date", "signature_date"})
HOURS = frozenset({"total_hours", "weekly_hours", "training_hours"})
COUNTS = frozenset({"headcount", "interns_present", "tutor_interns", "referent_interns"})
ANSWERS = frozenset({"host_public", "gap_year", "abroad", "rural_family_school", "secondary_school"})
PASSAGES = frozenset({"missions", "skills", "benefits", "leave", "schedule"})


class UnreadableCorrection(ValueError):
    """What was typed is no value for this fact; the message says what is expected, in French."""


def parse_correction(name: str, typed: str) -> Any:
    """Return the value of what the student typed for a fact.

    Args:
        name: a key of `FACT_LABELS`.
        typed: free text such as « 3 mars 2026 », « 35 h », « 4,50 € par heure »; empty to
            say that the agreement does not state this fact.

    Returns:
        A value for `audit(corrections=…)`, None when empty.

    Raises:
        KeyError: no such fact.
        UnreadableCorrection: the text is not a value of that kind.
    """
    if name not in FACT_LABELS:
        raise KeyError(name)
    words = typed.strip()
    if not words:
        return None
    if name in DATES:
        return typed_date(words)
    if name in HOURS or name in COUNTS:
        return typed_number(name, words)
    if name == "gratification":
        return typed_gratification(words)
    if name in ANSWERS:
        return fold(words) in ("oui", "vrai", "true", "1", "on", "yes") or None
    return (words,) if name in PASSAGES else words


def typed_date(words: str) -> Any:
    """Return a typed date."""
    found = dates(fold(words))
    if not found or found[0].day is None:
        raise UnreadableCorrection("Écrivez une date, par exemple 3 mars 2026 ou 03/03/2026.")
    return found[0].day


def typed_number(name: str, words: str) -> Any:
    """Return typed hours, or a typed count of persons."""
    value = hour_count(fold(words)) if name in HOURS else figure(fold(words))
    if value is None or value < 0 or (name in COUNTS and value % 1):
        raise UnreadableCorrection("Écrivez un nombre, par exemple 35 ou 35,5.")
    return int(value) if name in COUNTS else value


def typed_gratification(words: str) -> Gratification:
    """Return a typed gratification: « 4,50 € par heure », « 600 € par mois », « aucune »."""
    folded = fold(words)
    if folded in ("aucune", "aucun", "neant", "0", "non"):
        return Gratification(Decimal(0), "none")
    found = money.amount(f"gratification : {folded}") or money.share(f"gratification : {folded}")
    if found is None:
        raise UnreadableCorrection(
            "Écrivez un montant et son unité, par exemple 4,50 € par heure ou 630 € par mois."
        )
    return found.value
