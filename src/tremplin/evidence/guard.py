"""The guard of every document: no number leaves unless evidence gives it."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from tremplin.evidence.derived import Derived
from tremplin.evidence.figures import Figure
from tremplin.evidence.quantities import COUNT, Quantity, quantities, sharing_units, unit_named
from tremplin.evidence.sentence import multiplication, read_sentence

Evidence = Figure | Derived | str
"""A figure, a derived figure, or a text whose own numbers are allowed: a quote, the student's plan."""

SIGNED: Final = frozenset({"percent", "gained"})


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A number of a text that no evidence gives, and the French sentence that refuses it."""

    start: int
    end: int
    words: str

    @property
    def reason(self) -> str:
        """Say why, and what to do."""
        return (
            f"«\u00a0{self.words}\u00a0» n’est dans aucune entrée choisie. "
            "Ajoutez l’entrée qui le prouve, ou retirez ce chiffre."
        )


@dataclass(frozen=True, slots=True)
class _Measure:
    """A value in the base unit of its dimension; `sign` is 0 when it says no direction."""

    dimension: str
    value: Fraction
    sign: int = 0

    def supports(self, claim: "_Measure") -> bool:
        """Say whether a claim states no more than this measure."""
        same = self.value == claim.value and self.dimension in {claim.dimension, *_same_as(claim.dimension)}
        return same and 0 in {self.sign * claim.sign, self.sign - claim.sign}


def unsupported_numbers(text: str, evidence: Iterable[Evidence]) -> tuple[Unsupported, ...]:
    """Return the numbers of a text that no evidence gives, in digits or in French words.

    Dates, years, page numbers, references, versions and times of day are not figures and pass. A unit
    counts: « 12 % » does not support « 12 h ». A count supports any noun: « 12 newsletters » supports
    « douze lettres ». « moitié », « doublé », « divisé par deux » are held by the percent they say.

    Args:
        text: what a document is about to print.
        evidence: figures, derived figures, and texts whose numbers are allowed.

    Returns:
        What to refuse, in order; empty when everything is given.
    """
    plain = unicodedata.normalize("NFC", text)
    given = [measure for one in evidence for measure in _measures(one)]
    claims = _claims(plain)
    refused = (one for one, meanings in claims if not _is_given(meanings, given))
    return tuple(Unsupported(one.start, one.end, plain[one.start : one.end]) for one in refused)


def unsupported_values(
    values: Iterable[Decimal | int | float], evidence: Iterable[Evidence]
) -> tuple[Decimal, ...]:
    """Return the bare values, as a chart holds them, that no evidence gives.

    Args:
        values: numbers without unit.
        evidence: figures, derived figures, and texts whose numbers are allowed.

    Returns:
        The values to refuse, in order.
    """
    given = {measure.value for one in evidence for measure in _raw(one)}
    exact = [Decimal(str(value)) for value in values]
    return tuple(value for value in exact if abs(Fraction(value)) not in given)


def _is_given(meanings: tuple[_Measure, ...], given: list[_Measure]) -> bool:
    return any(measure.supports(meaning) for meaning in meanings for measure in given)


def _claims(text: str) -> Iterator[tuple[Quantity, tuple[_Measure, ...]]]:
    """Give each quantity of a text with the measures it may mean."""
    sentence = read_sentence(text)
    for index, quantity in enumerate(sentence.quantities):
        multiplied = multiplication(sentence, index)
        yield quantity, tuple(_multiplied(*multiplied) if multiplied else _meanings(quantity))


def _meanings(quantity: Quantity) -> Iterator[_Measure]:
    unit, sign = quantity.unit, quantity.number.sign
    if not unit.shown and unit.dimension == COUNT:
        yield _Measure("raw", quantity.value, sign)
    elif unit.dimension == "percent":
        yield _Measure("percent", quantity.value, sign)
        yield from _as_factors(quantity.value)
    else:
        yield _Measure(unit.dimension, quantity.measure, sign)


def _multiplied(unit: str, value: Fraction) -> Iterator[_Measure]:
    """« doublé » is also +100 %, « moitié » −50 %."""
    yield _Measure(unit, value)
    if unit == "%":
        yield _Measure("percent", value)
        yield from _as_factors(value)
    elif unit == "×":
        yield _Measure("percent", (value - 1) * 100, sign=1)
    elif value:
        yield _Measure("percent", (1 - 1 / value) * 100, sign=-1)


def _as_factors(percent: Fraction) -> Iterator[_Measure]:
    yield _Measure("×", 1 + percent / 100)
    if percent < 100:
        yield _Measure("÷", 1 / (1 - percent / 100))


@lru_cache(maxsize=512)
def _measures(one: Evidence) -> tuple[_Measure, ...]:
    """Keep what evidence gives: one slide asks it for each of its texts."""
    return tuple(_given_by(one))


def _given_by(one: Evidence) -> Iterator[_Measure]:
    yield from _raw(one)
    if isinstance(one, str):
        yield from _given_by_text(one)
    elif isinstance(one, Derived):
        yield from (_measured(value, one.unit, 0) for value in (one.low, one.high))
        yield from _given_by_text(one.formula)
        yield from (measure for source in _inside(one) for measure in _given_by(source))
    else:
        yield from _given_by_figure(one)


def _given_by_figure(figure: Figure) -> Iterator[_Measure]:
    sign = 0
    if figure.value is not None:
        sign = (-1 if figure.value < 0 else 1) if figure.kind in SIGNED else 0
    for value in (figure.value, figure.before, figure.after):
        if value is not None:
            yield _measured(value, figure.unit, sign)
    for words in (figure.subject, figure.against):
        yield from _given_by_text(words)


def _measured(value: Decimal, unit: str, sign: int) -> _Measure:
    named = unit_named(unit)
    return _Measure(named.dimension, abs(Fraction(value)) * named.factor, sign)


def _given_by_text(text: str) -> Iterator[_Measure]:
    for _quantity, meanings in _claims(unicodedata.normalize("NFC", text)):
        yield from meanings


def _raw(one: Evidence) -> Iterator[_Measure]:
    """Give bare values: a number without unit is held by any evidence of that value."""
    if isinstance(one, str):
        plain = unicodedata.normalize("NFC", one)
        values = [quantity.value for quantity in sharing_units(quantities(plain), plain)]
    elif isinstance(one, Derived):
        values = [Fraction(one.low), Fraction(one.high)]
        values += [measure.value for source in _inside(one) for measure in _raw(source)]
    else:
        values = [Fraction(value) for value in (one.value, one.before, one.after) if value is not None]
    yield from (_Measure("raw", abs(value)) for value in values)


def _inside(derived: Derived) -> tuple[Evidence, ...]:
    """Return what a derived figure was computed from."""
    return (*derived.sources, *derived.parts)


def _same_as(dimension: str) -> frozenset[str]:
    """Return the dimensions that may hold a claim of another: « deux fois » is a count."""
    return frozenset({COUNT}) if dimension == "times" else frozenset()
