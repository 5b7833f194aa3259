"""Numbers written in French, in digits or in words, wherever they stand in a text."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

DATA: Final = Path(__file__).with_name("numbers.toml")

SPACE: Final = r"[ \u00a0\u202f\u2009]"
DIGITS: Final = re.compile(
    rf"""
    (?<![\w.,])(?P<sign>(?:(?<![\d\w)])[+\u2212\u2013-]{SPACE}?)?)
    (?P<digits>
        \d{{1,3}}(?:(?:{SPACE}|['’])\d{{3}})+(?!\d)(?:[.,]\d+)?   # 12 000 ; 12'000,5
      | \d{{1,3}}(?:\.\d{{3}})+(?![.\d])(?:,\d+)?                 # 12.000
      | \d+(?:[.,]\d+)?                                           # 12 ; 12,5 ; 12.5
    )
    (?P<times>{SPACE}?(?:k|K|M|Md)(?=€|\b))?
    """,
    re.VERBOSE,
)
WORD: Final = re.compile(r"[a-zà-öø-ÿœ]+", re.IGNORECASE)
JOINED: Final = re.compile(rf"(?:{SPACE}|-)+")
TIMES: Final = {"k": 1000, "K": 1000, "M": 1_000_000, "Md": 1_000_000_000}

Written = Literal["digits", "words", "ratio"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number and where it stands; `ratio` numbers multiply something (« doublé », « moitié »)."""

    start: int
    end: int
    value: Fraction
    written: Written
    approximate: bool = False
    sign: int = 0
    needs_noun: bool = False


def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order, none overlapping another.

    « un » and « une » alone are articles, not numbers; « neuf » alone may be an adjective and is marked.

    Args:
        text: French text.

    Returns:
        Numbers with exact values.
    """
    found = [*_in_words(text), *_in_digits(text), *_in_fractions(text)]
    return tuple(_without_overlaps(sorted(found, key=lambda one: (one.start, -one.end))))


def _without_overlaps(found: list[Number]) -> Iterator[Number]:
    reached = -1
    for one in found:
        if one.start >= reached:
            yield one
            reached = one.end


def _in_digits(text: str) -> Iterator[Number]:
    for match in DIGITS.finditer(text):
        digits = re.sub(rf"{SPACE}|['’]", "", match["digits"])
        if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
            digits = digits.replace(".", "")
        value = Fraction(digits.replace(",", ".")) * TIMES.get(
            (match["times"] or "").strip(" \u00a0\u202f"), 1
        )
        sign = {"": 0, "+": 1}.get(match["sign"].strip(), -1)
        end, factor = _multiplier_after(text, match.end())
        yield Number(match.start(), end, value * factor, "digits", sign=sign)


def _in_fractions(text: str) -> Iterator[Number]:
    """Read ½, ¼, ¾ and their like."""
    for match in re.finditer("[¼½¾⅐-⅞]", text):
        value = Fraction(unicodedata.numeric(match[0])).limit_denominator(10)
        yield Number(match.start(), match.end(), value, "ratio")


def _multiplier_after(text: str, position: int) -> tuple[int, int]:
    """Read « millions » after digits: where it ends, and what it multiplies by."""
    following = re.compile(rf"{SPACE}+({'|'.join(_data()['multipliers'])})\b", re.IGNORECASE).match(
        text, position
    )
    if following is None:
        return position, 1
    return following.end(), int(_data()["multipliers"][following[1].lower()])


def _in_words(text: str) -> Iterator[Number]:
    tokens = _Tokens(text)
    index = 0
    while index < len(tokens.words):
        found = tokens.ratio(index) or tokens.collective(index) or tokens.one(index) or tokens.cardinal(index)
        if found is None:
            index += 1
            continue
        number, index = found
        yield number


class _Tokens:
    """The words of a text, read as numbers from any of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in WORD.finditer(text)]
        self.words = [text[start:end].lower() for start, end in self.spans]
        self.data = _data()

    def word(self, index: int) -> str:
        """Return a word; empty after the last."""
        return self.words[index] if index < len(self.words) else ""

    def follows(self, index: int) -> bool:
        """Say whether only spaces or a hyphen part a word from the one before."""
        if not 0 < index < len(self.words):
            return False
        return JOINED.fullmatch(self.text, self.spans[index - 1][1], self.spans[index][0]) is not None

    def made(
        self, first: int, after: int, value: Fraction, written: Written, **more: Any
    ) -> tuple[Number, int]:
        """Return a number over words, and the index after them."""
        return Number(self.spans[first][0], self.spans[after - 1][1], value, written, **more), after

    def ratio(self, index: int) -> tuple[Number, int] | None:
        """Read « doublé », « moitié », « deux tiers »."""
        value = self.data["ratios"].get(self.word(index))
        if value is not None:
            return self.made(index, index + 1, Fraction(value), "ratio")
        count = self.data["small"].get(self.word(index), 0)
        part = self.data["parts"].get(self.word(index + 1))
        if not count or part is None or not self.follows(index + 1) or not self._of_something(index + 2):
            return None
        return self.made(index, index + 2, count * Fraction(part), "ratio")

    def _of_something(self, index: int) -> bool:
        return self.word(index) in {"de", "d", "du", "des"} or (
            self.word(index - 1) == "quarts" and index > 0
        )

    def collective(self, index: int) -> tuple[Number, int] | None:
        """Read « une douzaine », « deux centaines », « une demi-douzaine »."""
        count, after = Fraction(self.data["small"].get(self.word(index), 0)), index + 1
        if self.word(after) == "demi":
            count, after = count / 2, after + 1
        value = self.data["collectives"].get(self.word(after))
        if not count or value is None or not self.follows(after):
            return None
        return self.made(index, after + 1, count * value, "words", approximate=True)

    def one(self, index: int) -> tuple[Number, int] | None:
        """Read « une demi-journée » and « à une heure », where « une » does count."""
        if self.word(index) not in {"un", "une"} or not self.follows(index + 1):
            return None
        halves = self.word(index + 1) == "demi" and self.word(index + 2) in {"heure", "journée"}
        counts = (
            self.word(index + 1) in {"heure", "minute"} and index and self.word(index - 1) in {"à", "que"}
        )
        return self.made(index, index + 1, Fraction(1), "words") if halves or counts else None

    def cardinal(self, index: int) -> tuple[Number, int] | None:
        """Read a whole number, as long as it goes."""
        if self.word(index) in {"cent", "cents"} and index and self.word(index - 1) == "pour":
            return None
        value, after = self._with_groups(index)
        if after == index or (after == index + 1 and self.word(index) in {"un", "une"}):
            return None
        return self.made(
            index, after, Fraction(value), "words", needs_noun=self.words[index:after] == ["neuf"]
        )

    def _with_groups(self, index: int) -> tuple[int, int]:
        """Read billions, millions, thousands, then the rest."""
        total, after = 0, index
        for names, size in (
            (("milliard", "milliards"), 10**9),
            (("million", "millions"), 10**6),
            (("mille", "mil"), 1000),
        ):
            count, end = self._hundreds(after)
            if (
                self.word(end) in names
                and (end == after or self.follows(end))
                and self._may_begin(end, index)
            ):
                total, after = total + max(count, 1) * size, end + 1
        rest, end = self._hundreds(after) if after == index or self.follows(after) else (0, after)
        return (total + rest, end) if end > after else (total, after)

    def _may_begin(self, end: int, index: int) -> bool:
        """« mille » may stand alone, « million » may not."""
        return end > index or self.word(end) in {"mille"}

    def _hundreds(self, index: int) -> tuple[int, int]:
        count, end = self._tens(index)
        if self.word(end) in {"cent", "cents"} and (end == index or (self.follows(end) and 1 < count < 10)):
            hundreds, after = max(count, 1) * 100, end + 1
            rest, last = self._tens(after) if self.follows(after) else (0, after)
            return hundreds + rest, last
        return count, end

    def _tens(self, index: int) -> tuple[int, int]:
        tens = self.data["tens"].get(self.word(index))
        if (
            self.word(index) == "quatre"
            and self.word(index + 1) in {"vingt", "vingts"}
            and self.follows(index + 1)
        ):
            tens, index = 80, index + 1
        if tens is None:
            return self._units(index)
        after = index + 1
        if self.word(after) == "et" and self.follows(after) and self.word(after + 1) in {"un", "une", "onze"}:
            after += 1
        if not self.follows(after):
            return tens, index + 1
        most = 19 if tens in {60, 80} else 9
        rest, end = self._units(after)
        return (tens + rest, end) if 0 < rest <= most else (tens, index + 1)

    def _units(self, index: int) -> tuple[int, int]:
        value = self.data["small"].get(self.word(index))
        if value is None:
            return 0, index + 1 if self.word(index) in {"zéro", "zero"} else index
        if value == 10 and self.follows(index + 1) and self.word(index + 1) in {"sept", "huit", "neuf"}:
            return 10 + self.data["small"][self.word(index + 1)], index + 2
        return value, index + 1


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))
