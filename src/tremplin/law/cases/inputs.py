"""The facts of one case, read by name from a JSON object written by someone else."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NoReturn, Protocol, TypeVar

from tremplin.law.words import MONTHS

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

FIRST_YEAR, LAST_YEAR = 1900, 2200
LARGEST = Decimal(10) ** 9
LONGEST_MONTHS = 1200


class Unreadable(ValueError):
    """A case that cannot be understood; its text is a French sentence."""


class Reader(Protocol[T_co]):
    """Turns one JSON value into a fact, or refuses it."""

    def __call__(self, name: str, value: object) -> T_co:
        """Return the fact; `name` serves the refusal."""
        ...


class Inputs:
    """Facts by name. A name never asked for is remembered, so that no fact is ignored in silence."""

    def __init__(self, facts: Mapping[str, object]) -> None:
        """Keep the facts of one case."""
        self.facts = facts
        self._asked: set[str] = set()

    @property
    def unread(self) -> tuple[str, ...]:
        """Names given but never asked for."""
        return tuple(name for name in self.facts if name not in self._asked)

    def find(self, read: Reader[T], *names: str) -> T | None:
        """Return the first fact given under one of these names; None when none is."""
        self._asked.update(names)
        given = ((name, self.facts[name]) for name in names if self.facts.get(name) is not None)
        return next((read(name, value) for name, value in given), None)

    def need(self, read: Reader[T], *names: str) -> T:
        """Return the fact, or refuse the case."""
        found = self.find(read, *names)
        if found is None:
            raise Unreadable(f"Il manque «\u00a0{names[0]}\u00a0».")
        return found

    def flag(self, *names: str, default: bool = False) -> bool:
        """Return a yes or no, `default` when it is not given."""
        found = self.find(yes_no, *names)
        return default if found is None else found


def parse_object(text: str) -> dict[str, object]:
    """Read a JSON object, decimals kept exact.

    Raises:
        Unreadable: the text is not a JSON object.
    """
    try:
        found = json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, ArithmeticError, RecursionError):
        raise Unreadable("Ce n’est pas du JSON valable.") from None
    if not isinstance(found, dict):
        raise Unreadable("Un objet JSON est attendu.")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def refuse(name: str, value: object, wanted: str) -> NoReturn:
    """Say which value cannot be used, and what was expected.

    Raises:
        Unreadable: always.
    """
    raise Unreadable(f"«\u00a0{name}\u00a0» vaut {str(value)[:40]!r}\u00a0: {wanted}.")


def decimal(name: str, value: object) -> Decimal:
    """Read a number of a sensible size."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        refuse(name, value, "un nombre est attendu")
    found = Decimal(value)
    return found if found.copy_abs() <= LARGEST else refuse(name, value, "ce nombre est trop grand")


def amount(name: str, value: object) -> Decimal:
    """Read a number that cannot be negative."""
    found = decimal(name, value)
    return found if found >= 0 else refuse(name, value, "il ne peut pas être négatif")


def duration(name: str, value: object) -> Decimal:
    """Read a number of months within a lifetime."""
    found = amount(name, value)
    return found if found <= LONGEST_MONTHS else refuse(name, value, "cette durée est trop longue")


def whole(name: str, value: object) -> int:
    """Read a whole number."""
    found = decimal(name, value)
    return int(found) if found == int(found) else refuse(name, value, "un nombre entier est attendu")


def rank(name: str, value: object) -> int:
    """Read a place in a series, from 1."""
    found = whole(name, value)
    return found if found > 0 else refuse(name, value, "cela se compte à partir de 1")


def month_number(name: str, value: object) -> int:
    """Read a month of the year, from 1 to 12."""
    found = rank(name, value)
    return found if found <= len(MONTHS) else refuse(name, value, "un mois va de 1 à 12")


def year_number(name: str, value: object) -> int:
    """Read a year."""
    found = whole(name, value)
    return (
        found if FIRST_YEAR <= found <= LAST_YEAR else refuse(name, value, "cette année est hors de portée")
    )


def yes_no(name: str, value: object) -> bool:
    """Read true or false."""
    return value if isinstance(value, bool) else refuse(name, value, "true ou false est attendu")


def text(name: str, value: object) -> str:
    """Read a word, in lower case."""
    return value.strip().lower() if isinstance(value, str) else refuse(name, value, "un texte est attendu")


def day(name: str, value: object) -> date:
    """Read a day, or a month as its first day."""
    written = value if isinstance(value, str) else ""
    try:
        found = date.fromisoformat(f"{written}-01" if len(written) == len("2026-01") else written)
    except ValueError:
        refuse(name, value, "une date AAAA-MM-JJ est attendue")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        refuse(name, value, "cette année est hors de portée")
    return found


def sequence(name: str, value: object) -> list[object]:
    """Read a list."""
    return value if isinstance(value, list) else refuse(name, value, "une liste est attendue")


def days(name: str, value: object) -> tuple[date, ...]:
    """Read a list of days."""
    return tuple(day(name, each) for each in sequence(name, value))


def words(name: str, value: object) -> tuple[str, ...]:
    """Read one word or a list of words."""
    return tuple(text(name, each) for each in (value if isinstance(value, list) else [value]))


def span(name: str, value: object) -> tuple[date, date]:
    """Read a first and a last day, in order, as a pair or as « start » and « end »."""
    ends = [value.get("start"), value.get("end")] if isinstance(value, dict) else value
    found = days(name, ends)
    if len(found) != 2 or found[0] > found[1]:
        refuse(name, value, "un premier et un dernier jour sont attendus")
    return found[0], found[1]


def spans(name: str, value: object) -> tuple[tuple[date, date], ...]:
    """Read a list of periods."""
    return tuple(span(name, each) for each in sequence(name, value))


def by_month(name: str, value: object) -> dict[date, Decimal]:
    """Read numbers by month."""
    if not isinstance(value, dict) or not value:
        refuse(name, value, "un nombre par mois est attendu")
    return {day(name, month).replace(day=1): amount(name, each) for month, each in value.items()}
