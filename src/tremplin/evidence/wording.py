"""A figure in French words, the same on every page and in every document."""

from decimal import Decimal
from typing import Final

from tremplin.evidence.figures import Figure

NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
SIGNED: Final = frozenset({"percent", "gained"})
MINUTES_IN_HOUR: Final = 60


def worded(figure: Figure) -> str:
    """Return a figure as a table or a chip holds it.

    Args:
        figure: the figure.

    Returns:
        French with its no-break spaces: « de 10 h à 2 h par semaine », « −15 % (budget) ».
    """
    if figure.before is not None and figure.after is not None:
        said = f"de {amount(figure.before, figure.unit)} à {amount(figure.after, figure.unit)}"
    elif figure.kind == "deadline":
        return _against_deadline(figure)
    else:
        said = amount(figure.value or Decimal(0), figure.unit, signed=figure.kind in SIGNED)
    subject = f" ({figure.subject})" if figure.subject else ""
    period = f" par {figure.period}" if figure.period else ""
    against = f", par rapport à {figure.against}" if figure.against else ""
    return said + period + subject + against


def _against_deadline(figure: Figure) -> str:
    value = figure.value or Decimal(0)
    side = "d’avance" if value >= 0 else "de retard"
    against = f" sur {figure.against}" if figure.against else ""
    return f"{amount(abs(value), figure.unit)} {side}{against}"


def amount(value: Decimal, unit: str, *, signed: bool = False) -> str:
    """Return a value and its unit.

    Args:
        value: the value.
        unit: « % », « h », « abonnés »…; empty for a bare number.
        signed: whether a plus sign is written.

    Returns:
        Digits in groups of three with a decimal comma, then the unit after a no-break space; hours
        and minutes as a clock says them, « 4 h 30 ».
    """
    minutes = value * MINUTES_IN_HOUR if unit == "h" else value
    if _reads_as_clock(value, unit, minutes):
        hours, rest = divmod(abs(int(minutes)), MINUTES_IN_HOUR)
        whole = number(Decimal(hours).copy_sign(value), signed=signed)
        return f"{whole}{NBSP}h" + (f"{NBSP}{rest:02}" if rest else "")
    if unit in {"×", "÷"}:
        return f"{unit}{NBSP}{number(value)}"
    return f"{number(value, signed=signed)}{NBSP}{unit}" if unit else number(value, signed=signed)


def _reads_as_clock(value: Decimal, unit: str, minutes: Decimal) -> bool:
    if minutes != minutes.to_integral_value():
        return False
    return unit == "h" or (unit == "min" and abs(value) >= MINUTES_IN_HOUR)


def number(value: Decimal, *, signed: bool = False) -> str:
    """Return a number in French digits.

    Args:
        value: the value.
        signed: whether a plus sign is written.

    Returns:
        « 1 200,5 » with no-break spaces; a true minus sign.
    """
    digits = f"{abs(value).normalize():,f}".replace(",", NBSP).replace(".", ",")
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    return sign + digits
