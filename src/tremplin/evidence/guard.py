"""The guard of every document: no number leaves unless evidence gives it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from tremplin.evidence.derived import Derived
from tremplin.evidence.figures import Figure
from tremplin.evidence.quantities import COUNT, Quantity, unit_named
from tremplin.evidence.seen import as_seen, spaced
from tremplin.evidence.sentence import (
    Sentence,
    direction,
    is_gain,
    multiplication,
    ordered_pairs,
    read_sentence,
)

Evidence = Figure | Derived | str
"""A figure, a derived figure, or a text whose own numbers are allowed: a quote, the student's plan."""

SIGNED: Final = frozenset({"percent", "gained", "deadline"})
YEARLY: Final = "an"
STEM: Final = 6


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
    """A value in the base unit of its dimension; `sign` is 0 when it says no direction.

    `is_end` marks one end of a passage, which was never gained; `nouns` are stems of what is counted.
    """

    dimension: str
    value: Fraction
    sign: int = 0
    period: str = ""
    is_end: bool = False
    is_gain: bool = False
    nouns: frozenset[str] = frozenset()

    def supports(self, claim: "_Measure", *, same_noun: bool = False) -> bool:
        """Say whether a claim states no more than this measure."""
        if self.value != claim.value or self.dimension not in {claim.dimension, *_same_as(claim.dimension)}:
            return False
        if claim.period not in {"", self.period} or (claim.is_gain and self.is_end):
            return False
        if same_noun and claim.nouns and claim.nouns.isdisjoint(self.nouns):
            return False
        return 0 in {self.sign * claim.sign, self.sign - claim.sign}


Meanings = tuple[_Measure, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What a text or evidence says: measures, and passages from one to another."""

    meanings: tuple[Meanings, ...]
    passages: tuple[tuple[Meanings, Meanings], ...] = ()


@dataclass(frozen=True, slots=True)
class _Text(_Read):
    """What a text claims: each quantity with its meanings; `pairs` are the indexes of its passages."""

    quantities: tuple[Quantity, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()


def unsupported_numbers(
    text: str, evidence: Iterable[Evidence], *, same_noun: bool = False
) -> tuple[Unsupported, ...]:
    """Return the numbers of a text that no evidence gives, in digits or in French words.

    Dates, years, page numbers, references, versions and times of day are not figures and pass. A unit
    counts: « 12 % » does not support « 12 h »; so do the period, the order of a passage and the direction
    of a change. « moitié », « doublé », « divisé par deux » are held by the percent they say. The text is
    read as it is written and as a page shows it: an invisible character hides nothing.

    Args:
        text: what a document is about to print.
        evidence: figures, derived figures, and texts whose numbers are allowed.
        same_noun: whether a count supports only what it counts; otherwise « 12 newsletters » supports
            « douze lettres ».

    Returns:
        What to refuse, in order; empty when everything is given.
    """
    held = [_measures(one) for one in evidence]
    given = _Read(
        tuple(meanings for one in held for meanings in one.meanings),
        tuple(pair for one in held for pair in one.passages),
    )
    found: dict[str, Unsupported] = {}
    for shown, read in _readings(text):
        for one in _refused(_text(read), given, same_noun=same_noun):
            words = shown[one.start : one.end]
            found.setdefault(as_seen(words), Unsupported(one.start, one.end, words))
    return tuple(found.values())


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Give what is shown and what is read of a text: as written, then as a page shows it if it differs."""
    composed = unicodedata.normalize("NFC", text)
    written, seen = spaced(composed), as_seen(text)
    yield composed, written
    if seen != written:
        yield seen, seen


def _refused(text: _Text, given: _Read, *, same_noun: bool) -> Iterator[Quantity]:
    ends = {index for pair in text.pairs for index in pair}
    matched = {pair for pair in text.pairs if _is_passage_given(text, pair, given)}
    lost = {index for pair in text.pairs if pair not in matched for index in pair}
    for index, quantity in enumerate(text.quantities):
        if index in ends and index not in lost:
            continue
        held = (one for meanings in given.meanings for one in meanings if not (index in lost and one.is_end))
        claims = text.meanings[index]
        if not any(one.supports(claim, same_noun=same_noun) for one in held for claim in claims):
            yield quantity


def _is_passage_given(text: _Text, pair: tuple[int, int], given: _Read) -> bool:
    """« de 10 h à 2 h » does not hold « de 2 h à 10 h »."""
    return any(
        all(
            any(one.supports(claim) for one in side for claim in text.meanings[index])
            for side, index in zip(passage, pair, strict=True)
        )
        for passage in given.passages
    )


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


@lru_cache(maxsize=2048)
def _text(text: str) -> _Text:
    """Read each quantity of a text with the measures it may mean."""
    sentence = read_sentence(text)
    pairs = tuple(pair for pair in ordered_pairs(sentence) if _is_comparable(sentence, pair))
    ends = {index for pair in pairs for index in pair}
    meanings = tuple(
        tuple(
            replace(one, is_end=index in ends, is_gain=index not in ends and is_gain(sentence, index))
            for one in said
        )
        for index, said in enumerate(map(tuple, _meant(sentence)))
    )
    passages = tuple((meanings[before], meanings[after]) for before, after in pairs)
    return _Text(meanings, passages, sentence.quantities, pairs)


def _is_comparable(sentence: Sentence, pair: tuple[int, int]) -> bool:
    first, second = (sentence.quantities[index].unit for index in pair)
    return first.dimension == second.dimension


def _meant(sentence: Sentence) -> Iterator[Iterator[_Measure]]:
    for index, quantity in enumerate(sentence.quantities):
        multiplied = multiplication(sentence, index)
        sign = direction(sentence, index)
        yield _multiplied(*multiplied) if multiplied else _meanings(quantity, sign)


def _meanings(quantity: Quantity, sign: int) -> Iterator[_Measure]:
    unit, period = quantity.unit, quantity.period
    if quantity.number.written == "vague":
        yield _Measure("vague", quantity.value)
    elif not unit.shown and unit.dimension == COUNT:
        yield _Measure("raw", quantity.value, sign, period)
    elif unit.dimension == "percent":
        yield _Measure("percent", quantity.value, sign, period)
        yield from _as_factors(quantity.value)
    else:
        nouns = _stems(unit.shown) if unit.dimension == COUNT else frozenset[str]()
        yield _Measure(unit.dimension, quantity.measure, sign, period, nouns=nouns)


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


@lru_cache(maxsize=1024)
def _measures(one: Evidence) -> _Read:
    """Keep what evidence gives: one slide asks it for each of its texts."""
    return _Read(tuple(_given_by(one)), tuple(_passages_of(one)))


def _given_by(one: Evidence) -> Iterator[Meanings]:
    yield tuple(_raw(one))
    if isinstance(one, str):
        yield from _given_by_text(one)
    elif isinstance(one, Derived):
        yield tuple(_measured(value, one.unit, 0, YEARLY) for value in (one.low, one.high))
        yield from _given_by_text(one.formula)
        yield from (meanings for source in _inside(one) for meanings in _given_by(source))
    else:
        yield from _given_by_figure(one)


def _given_by_figure(figure: Figure) -> Iterator[Meanings]:
    sign = 0
    if figure.value is not None:
        sign = (-1 if figure.value < 0 else 1) if figure.kind in SIGNED else 0
        yield (_of_figure(figure, figure.value, sign),)
    yield from (side for passage in _passages_of(figure) for side in passage)
    for words in (figure.subject, figure.against):
        yield from _given_by_text(words)


def _passages_of(one: Evidence) -> Iterator[tuple[Meanings, Meanings]]:
    if isinstance(one, str):
        yield from (pair for _, read in _readings(one) for pair in _text(read).passages)
    elif isinstance(one, Derived):
        yield from _passages_of(one.formula)
        yield from (pair for source in _inside(one) for pair in _passages_of(source))
    else:
        if one.before is not None and one.after is not None:
            yield _end(one, one.before), _end(one, one.after)
        yield from (pair for words in (one.subject, one.against) for pair in _passages_of(words))


def _end(figure: Figure, value: Decimal) -> Meanings:
    measure = replace(_of_figure(figure, value, 0), is_end=True)
    return measure, replace(measure, dimension="raw", value=abs(Fraction(value)))


def _of_figure(figure: Figure, value: Decimal, sign: int) -> _Measure:
    measure = _measured(value, figure.unit, sign, figure.period)
    counted = _stems(f"{figure.unit} {figure.subject} {figure.words}")
    return replace(measure, nouns=counted)


def _measured(value: Decimal, unit: str, sign: int, period: str) -> _Measure:
    named = unit_named(unit)
    return _Measure(named.dimension, abs(Fraction(value)) * named.factor, sign, period, nouns=_stems(unit))


def _given_by_text(text: str) -> Iterator[Meanings]:
    for _, read in _readings(text):
        yield from _text(read).meanings


def _raw(one: Evidence) -> Iterator[_Measure]:
    """Give bare values: a number without unit is held by any evidence of that value."""
    if isinstance(one, str):
        held = (quantity for _, read in _readings(one) for quantity in _text(read).quantities)
        for quantity in held:
            if quantity.number.written != "vague":
                yield _Measure("raw", abs(quantity.value), period=quantity.period)
    elif isinstance(one, Derived):
        yield from (_Measure("raw", abs(Fraction(value)), period=YEARLY) for value in (one.low, one.high))
        yield from (measure for source in _inside(one) for measure in _raw(source))
    elif one.value is not None:
        yield _Measure("raw", abs(Fraction(one.value)), period=one.period)
    else:
        bounds = (value for value in (one.before, one.after) if value is not None)
        yield from (_Measure("raw", abs(Fraction(value)), period=one.period, is_end=True) for value in bounds)


def _stems(words: str) -> frozenset[str]:
    """Return what tells nouns apart: « clients » and « client » share one stem."""
    plain = unicodedata.normalize("NFD", words.lower())
    letters = "".join(one for one in plain if unicodedata.category(one) != "Mn")
    return frozenset(one.rstrip("sx")[:STEM] for one in re.findall(r"[^\W\d_]{3,}", letters))


def _inside(derived: Derived) -> tuple[Evidence, ...]:
    """Return what a derived figure was computed from."""
    return (*derived.sources, *derived.parts)


def _same_as(dimension: str) -> frozenset[str]:
    """Return the dimensions that may hold a claim of another: « deux fois » is a count."""
    return frozenset({COUNT}) if dimension == "times" else frozenset()
