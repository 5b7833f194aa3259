"""French wording of amounts, hours and dates, shared by every rule (no-break spaces included)."""

import re
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"
CENT = Decimal("0.01")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
IN_LETTERS = (
    "zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize",
)  # fmt: skip


def cents(amount: Decimal) -> Decimal:
    """Round to the cent, half up: the only rounding of money in the product."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def number(value: Decimal | int, *, places: int | None = None) -> str:
    """Write a number the French way: comma, no-break space every three digits.

    `places` forces that many decimals; without it, trailing zeros go.
    """
    exact = Decimal(value)
    text = f"{exact:,.{places}f}" if places is not None else f"{exact:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", NBSP).replace(".", ",")


def euros(amount: Decimal | int) -> str:
    """Write euros with cents: « 1 613,85 € »."""
    return f"{number(cents(Decimal(amount)), places=2)}{NBSP}€"


def percent(share: Decimal) -> str:
    """Write a share (0.15) as « 15 % »."""
    return f"{number(share * 100)}{NBSP}%"


def hours(amount: Decimal | int) -> str:
    """Write hours: « 308,5 h »."""
    return f"{number(amount)}{NBSP}h"


def day(on: date) -> str:
    """Write a date: « 1er janvier 2026 »."""
    ordinal = "1er" if on.day == 1 else str(on.day)
    return f"{ordinal}{NBSP}{MONTHS[on.month - 1]} {on.year}"


def hour(at: time) -> str:
    """Write an hour of the day: « 14 h », « 16 h 30 »."""
    return f"{at.hour}{NBSP}h{NBSP}{at.minute:02}" if at.minute else f"{at.hour}{NBSP}h"


def month(on: date) -> str:
    """Write a month: « janvier 2026 »."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def counted(count: Decimal | int, singular: str, plural: str = "") -> str:
    """Write a count with its noun; French plural starts at two."""
    noun = singular if abs(Decimal(count)) < 2 else plural or f"{singular}s"
    return f"{number(count)}{NBSP}{noun}"


def in_letters(count: int, singular: str, plural: str = "", *, is_masculine: bool = False) -> str:
    """Write a small count in letters with its noun, a large one in digits.

    Args:
        count: how many.
        singular: the noun after zero or one.
        plural: the noun from two on; the singular with an s when empty.
        is_masculine: whether one of it is « un ».

    Returns:
        « deux relances », « 17 relances ».
    """
    noun = singular if count < 2 else plural or f"{singular}s"
    return f"{letters(count, is_masculine=is_masculine)}{NBSP}{noun}"


def letters(count: int, *, is_masculine: bool = False) -> str:
    """Write a small count in letters, a large one in digits."""
    if count == 1 and is_masculine:
        return "un"
    return IN_LETTERS[count] if count < len(IN_LETTERS) else number(count)


def one_line(text: str) -> str:
    """Write a text on one line; its no-break spaces stay, which `str.split` would lose."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()
