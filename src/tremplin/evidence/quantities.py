"""Quantities: a number with its unit and the time it covers."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from tremplin.evidence.asides import Covered, asides
from tremplin.evidence.numbers import JOINED, Number, numbers

DATA: Final = Path(__file__).with_name("units.toml")
S: Final = r"[ \u00a0\u202f]"
WORD: Final = r"[^\W\d_](?:[\w’'-]*[^\W_])?"
NEXT_WORD: Final = re.compile(rf"(?:{S}+|(?<=[’' \d]))({WORD})")
SCORE: Final = re.compile(
    rf"{S}?/{S}?(5|10|20|100)(?![\d/]|[.,]\d)|{S}+sur{S}+(5|10|20|100)(?![\d/]|[.,]\d|{S}+[a-zà-ÿ]+[sx]\b)"
)
SCORE_UNIT: Final = re.compile(rf"(?:/|sur){S}?(\d{{1,3}})")
ELISION: Final = re.compile(rf"{S}*(?:d[’']|de{S}+)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how a figure writes it, and how it compares with others of its dimension."""

    shown: str
    dimension: str
    factor: Fraction = Fraction(1)
    singular: str = ""


COUNT: Final = "count"
BARE: Final = Unit("", COUNT)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, over the span that says both; `period` is the time one value covers."""

    start: int
    end: int
    number: Number
    value: Fraction
    unit: Unit
    period: str = ""
    is_new: bool = False

    @property
    def measure(self) -> Fraction:
        """The value in the base unit of its dimension."""
        return self.value * self.unit.factor


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order, dates and references aside.

    Args:
        text: French text.

    Returns:
        Quantities, none overlapping another; those that share one unit (« de 18 à 6 % ») are left as
        they are written.
    """
    aside = Covered(asides(text))
    kept = [one for one in numbers(text) if not aside.holds(one.start + abs(one.sign), one.end)]
    found: list[Quantity] = []
    for one in kept:
        if found and one.start < found[-1].end:
            continue
        quantity = _with_period(text, _with_unit(text, one))
        if not (one.needs_noun and not quantity.unit.shown):
            found.append(quantity)
    return tuple(found)


def _with_unit(text: str, number: Number) -> Quantity:
    """Read what is counted after a number, over « de »: « un million d’euros »."""
    counted = number
    if number.approximate or number.value >= 1_000_000:
        elision = ELISION.match(text, number.end)
        counted = replace(number, end=elision.end()) if elision else number
    for reader in (_part_of_time, _score, _clock, _known_unit, _counted_noun):
        quantity = reader(text, counted)
        if quantity is not None:
            return _with_half(text, quantity)
    return Quantity(number.start, number.end, number, number.value, BARE)


def _part_of_time(text: str, number: Number) -> Quantity | None:
    """Read « trois quarts d’heure »."""
    if number.written != "ratio":
        return None
    after = re.compile(rf"{S}+d[’'](heure)\b", re.IGNORECASE).match(text, number.end)
    if after is None:
        return Quantity(number.start, number.end, number, number.value, Unit("", "ratio"))
    return Quantity(number.start, after.end(), number, number.value * 60, _spellings()["min"][0])


def _score(text: str, number: Number) -> Quantity | None:
    """Read « 9/10 », « 17 sur 20 »."""
    after = SCORE.match(text, number.end)
    if after is None or number.written != "digits":
        return None
    unit = unit_named(f"sur {after[1] or after[2]}")
    return Quantity(number.start, after.end(), number, number.value, unit)


def _clock(text: str, number: Number) -> Quantity | None:
    """Read « 4 h 30 », « 2h30 », « 1 h 15 min »."""
    clock = re.compile(
        rf"{S}?(?:h|heures?){S}?(?P<minutes>[0-5]\d|[0-5]?\d(?={S}?(?:min|mn)))(?:{S}?(?:minutes?|min|mn))?\b",
        re.IGNORECASE,
    )
    after = clock.match(text, number.end)
    if after is None or number.value.denominator != 1:
        return None
    value = number.value + Fraction(int(after["minutes"]), 60)
    return Quantity(number.start, after.end(), number, value, _spellings()["h"][0])


def _known_unit(text: str, number: Number) -> Quantity | None:
    after = _unit_pattern().match(text, number.end)
    if after is None:
        return None
    if after[1] in {"x", "X", "×"} and re.compile(rf"{S}*\d").match(text, after.end()):
        return None
    unit, scale = _spellings()[" ".join(after[1].lower().split())]
    return Quantity(number.start, after.end(), number, number.value * scale, unit)


def _counted_noun(text: str, number: Number) -> Quantity | None:
    """Read the noun a number counts, over adjectives: « 200 nouveaux abonnés »."""
    skipped: list[str] = []
    position, noun = number.end, ""
    while (after := NEXT_WORD.match(text, position)) is not None and not noun:
        word = after[1]
        if not _may_be_counted(word):
            break
        position = after.end()
        if word.lower() in _nouns("adjectives"):
            skipped.append(word)
        else:
            noun = word
    if not noun and not skipped:
        return None
    is_new = bool(noun) and any(word.lower().startswith("nouv") for word in skipped)
    known = unit_named(noun)  # « 90 premiers jours »
    unit = known if skipped and known.dimension != COUNT else Unit(noun or skipped[-1], COUNT)
    return Quantity(number.start, position, number, number.value, unit, is_new=is_new)


def _may_be_counted(word: str) -> bool:
    """Refuse tool words, and proper nouns: « 12 Rue », not « 5 KPI »."""
    first = re.split(r"[’']", word.lower())[0]
    return first not in _nouns("not_nouns") and not (word[0].isupper() and not word[:2].isupper())


def _with_half(text: str, quantity: Quantity) -> Quantity:
    """Add « et demie »."""
    half = re.compile(rf"{S}+et{S}+demie?\b", re.IGNORECASE).match(text, quantity.end)
    if half is None:
        return quantity
    return replace(quantity, end=half.end(), value=quantity.value + Fraction(1, 2))


def _with_period(text: str, quantity: Quantity) -> Quantity:
    """Add « par semaine », « /sem. », « chaque mois », « hebdomadaires »."""
    after = _period_pattern().match(text, quantity.end)
    if after is None or quantity.unit.dimension == "ratio":
        return quantity
    word = (after["noun"] or after["adjective"]).lower()
    if word == quantity.unit.shown:
        return quantity
    return replace(quantity, end=after.end(), period=_periods()[word])


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))


@cache
def _spellings() -> Mapping[str, tuple[Unit, Fraction]]:
    """Return each spelling's unit, and how many of it one such spelling makes."""
    return {
        spelling: (
            Unit(one["shown"], one["dimension"], Fraction(one.get("factor", "1")), one.get("singular", "")),
            Fraction(one.get("scale", "1")),
        )
        for one in _data()["unit"]
        for spelling in one["spellings"]
    }


def unit_named(name: str) -> Unit:
    """Return the unit of that name, or a counted noun.

    Args:
        name: as a figure keeps it.

    Returns:
        A known unit, multiplications and divisions included; otherwise a noun to count.
    """
    if name in {"×", "÷"}:
        return Unit(name, name)
    if (score := SCORE_UNIT.fullmatch(name.strip())) is not None:
        return Unit(f"sur {score[1]}", f"sur {score[1]}")
    known = _spellings().get(" ".join(name.lower().split()))
    return known[0] if known and known[1] == 1 else Unit(name, COUNT)


@cache
def _unit_pattern() -> re.Pattern[str]:
    spellings = sorted(_spellings(), key=len, reverse=True)
    written = "|".join(re.escape(one).replace(r"\ ", S) for one in spellings)
    return re.compile(rf"(?:{S}|-)*({written})(?!\w)\.?(?=\W|$)", re.IGNORECASE)


@cache
def _periods() -> Mapping[str, str]:
    return {word: name for name, words in _data()["periods"].items() for word in words}


@cache
def _period_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(_periods(), key=len, reverse=True))
    return re.compile(
        rf"{S}*(?:(?:/{S}*|par{S}+|chaque{S}+|tou(?:te)?s{S}+les{S}+|à{S}+la{S}+)(?P<noun>{words})"
        rf"|(?P<adjective>(?:hebdo|quoti|mensu|trimestri|annu|journ)\w+))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(_data()["nouns"][kind])


def are_joined(text: str, first: Quantity, second: Quantity) -> bool:
    """Say whether only a dash or « ou », « à » parts two quantities: « 3-5 slides », « 3 ou 4 moments ».

    Args:
        text: the text of both.
        first: the first.
        second: the one after it.

    Returns:
        Whether they make a range.
    """
    between = text[first.end : second.start]
    return bool(re.fullmatch(rf"{S}*(?:-|–|ou|à){S}*", between)) or bool(
        JOINED.fullmatch(between) and "-" in between
    )


def sharing_units(found: tuple[Quantity, ...], text: str) -> Iterator[Quantity]:
    """Give a bare number the unit of the next one when only « à », « - », « ou », « et » parts them.

    Args:
        found: quantities in order.
        text: their text.

    Returns:
        The same quantities; « de 18 à 6 % » makes both percents.
    """
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and one.unit is BARE and are_joined(text, one, following):
            yield replace(one, unit=following.unit, period=one.period or following.period)
        else:
            yield one
