"""The numbers of companies (*SIREN*, *SIRET*): fourteen digits whose last ones check the first."""

from typing import Final

SIREN_DIGITS: Final = 9
SIRET_DIGITS: Final = 14
POST_OFFICE: Final = "356000000"


def fault_of(number: str) -> str:
    """Say what is wrong with a company number.

    Args:
        number: as typed; spaces and dots are left out.

    Returns:
        A French sentence that says what to do; empty when the number holds.
    """
    digits = bare(number)
    if not digits.isascii() or not digits.isdecimal():
        return "Un SIRET ne contient que des chiffres. Retirez les lettres et les signes."
    if len(digits) not in (SIREN_DIGITS, SIRET_DIGITS):
        return f"Ce numéro a {len(digits)} chiffres. Un SIREN en a 9, un SIRET 14."
    if digits.startswith(POST_OFFICE):
        return ""
    if not _holds(digits):
        return (
            "Ce numéro contient une faute de frappe\u00a0: sa clé de contrôle ne tombe pas juste. Relisez-le."
        )
    return ""


def bare(number: str) -> str:
    """Leave out what people type between the digits."""
    return "".join(number.replace(".", "").replace("-", "").split())


def _holds(digits: str) -> bool:
    """Check a number as *Luhn* does: one digit in two is doubled from the right."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0
