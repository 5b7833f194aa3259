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
RAISED: Final = "[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]"
DIGITS: Final = re.compile(
    rf"""
    (?<!\d)(?<!\d[.,])(?P<sign>(?:(?<![\d\w)])[+\u2212\u2013-]{SPACE}?)?)
    (?P<digits>
        \d{{1,3}}(?:(?:{SPACE}|['’])\d{{3}})+(?!\d)(?:[.,]\d+)?   # 12 000 ; 12'000,5
      | \d{{1,3}}(?:\.\d{{3}})+(?![.\d])(?:,\d+)?                 # 12.000
      | [1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,}}|,000)(?![,\d])        # 12,000 as English writes it
      | \d+(?:[.,]\d+)?                                           # 12 ; 12,5 ; 12.5
    )
    (?:(?:[eE]|\^)(?P<power>\d{{1,4}})(?!\d)|(?P<raised>{RAISED}+))?
    (?P<times>{SPACE}?(?:k|K|Mds|Md|Mrds|Mrd|MM|Mio|M)(?=€|[eE]uros?\b|\b))?
    """,
    re.VERBOSE,
)
ENGLISH: Final = re.compile(r"\d{1,3}(?:(?:,\d{3}){2,}|,000)")
ALONE: Final = re.compile(rf"(?<![\w)]){RAISED}+")
FRACTION: Final = re.compile(r"[¼½¾⅐-⅞]|(?<![\d/,.])([1-9])/([2-9])(?![\d/]|[.,]\d)")
ROMAN: Final = re.compile(
    r"\b(?=[IVXLCDM]{2})(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\b"
    rf"(?={SPACE}+(?:mille\b|[a-zà-öø-ÿœ’-]+[sx]\b))|[\u2160-\u2188]+"
)
LONGEST: Final = 60
MOST_POWER: Final = 30
NO_ROMANS: Final = frozenset(
    {"CV", "CD", "DC", "MC", "CM", "DM", "MD", "XL", "CDI", "CCI", "DVD", "CI", "DI", "LI", "MI"}
)
WORD: Final = re.compile(r"[a-zà-öø-ÿœ]+", re.IGNORECASE)
JOINED: Final = re.compile(rf"(?:{SPACE}|-)+")
TIMES: Final = {
    **dict.fromkeys(("k", "K"), 1000),
    **dict.fromkeys(("M", "MM", "Mio"), 1_000_000),
    **dict.fromkeys(("Md", "Mds", "Mrd", "Mrds"), 1_000_000_000),
}

Written = Literal["digits", "words", "ratio", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number and where it stands.

    `ratio` numbers multiply something (« doublé », « moitié »); `vague` ones say a size (« des dizaines »).
    """

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
    found = [*_in_words(text), *_in_digits(text), *_in_signs(text)]
    return tuple(_without_overlaps(sorted(found, key=lambda one: (one.start, -one.end))))


def _without_overlaps(found: list[Number]) -> Iterator[Number]:
    reached = -1
    for one in found:
        if one.start >= reached:
            yield one
            reached = one.end


def _in_digits(text: str) -> Iterator[Number]:
    for match in DIGITS.finditer(text):
        value = _valued(match["digits"]) ** _power(match)
        value *= TIMES.get((match["times"] or "").strip(" \u00a0\u202f"), 1)
        sign = {"": 0, "+": 1}.get(match["sign"].strip(), -1)
        end, factor = _multiplier_after(text, match.end())
        yield Number(match.start(), end, value * factor, "digits", sign=sign)


def _valued(written: str) -> Fraction:
    """Read digits in groups, with a decimal comma or point; a serial number keeps only its length."""
    digits = re.sub(rf"{SPACE}|['’]", "", written)
    if len(digits) > LONGEST:
        return Fraction(10) ** LONGEST
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
        digits = digits.replace(".", "")
    elif ENGLISH.fullmatch(digits):
        digits = digits.replace(",", "")
    return Fraction(digits.replace(",", "."))


def _power(match: re.Match[str]) -> int:
    """Read « 12⁶ » and « 12e6 » as what they are worth."""
    raised = "".join(str(unicodedata.digit(one)) for one in match["raised"] or "")
    return min(int(match["power"] or raised or 1), MOST_POWER)


def _in_signs(text: str) -> Iterator[Number]:
    """Read ½, 3/4, ¹², Ⅻ and « XII newsletters »."""
    for match in FRACTION.finditer(text):
        yield Number(match.start(), match.end(), _fraction(match), "ratio")
    for match in ALONE.finditer(text):
        digits = "".join(str(unicodedata.digit(one)) for one in match[0])
        yield Number(match.start(), match.end(), _valued(digits), "digits")
    for match in ROMAN.finditer(text):
        if match[0] not in NO_ROMANS:
            end, factor = _multiplier_after(text, match.end())
            yield Number(match.start(), end, Fraction(_roman(match[0]) * factor), "digits")


def _fraction(match: re.Match[str]) -> Fraction:
    if match[1]:
        return Fraction(int(match[1]), int(match[2]))
    return Fraction(unicodedata.numeric(match[0])).limit_denominator(10)


def _roman(written: str) -> int:
    letters = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    worth = [letters.get(one) or int(unicodedata.numeric(one)) for one in written]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


def _multiplier_after(text: str, position: int) -> tuple[int, int]:
    """Read « millions » or « dizaines » after digits: where it ends, and what it multiplies by."""
    following = _multipliers().match(text, position)
    if following is None:
        return position, 1
    word = following[1].lower()
    return following.end(), int(_data()["multipliers"].get(word) or _data()["collectives"][word])


@cache
def _multipliers() -> re.Pattern[str]:
    words = "|".join([*_data()["multipliers"], *_data()["collectives"]])
    return re.compile(rf"{SPACE}+({words})\b", re.IGNORECASE)


def _in_words(text: str) -> Iterator[Number]:
    tokens = _Tokens(text)
    index = 0
    starters = _starters()
    while index < len(tokens.words):
        if tokens.words[index] not in starters:
            index += 1
            continue
        found = tokens.ratio(index) or tokens.collective(index) or tokens.one(index) or tokens.cardinal(index)
        if found is None:
            index += 1
            continue
        number, index = found
        yield number


OF: Final = frozenset({"de", "d", "du", "des", "que", "qu", "en", "par", "et", "sur", "à", "pour", "cette"})
OBJECTS: Final = frozenset({"le", "la", "les", "l", "nos", "notre", "leur", "leurs", "ses", "mes", "chaque"})
THIRD_PARTIES: Final = frozenset(
    {
        "confiance",
        "payant",
        "externe",
        "externes",
        "extérieur",
        "extérieurs",
        "neutre",
        "indépendant",
        "lieu",
        "temps",
    }
)
TO_SOMEBODY: Final = frozenset({"auprès", "avec", "par", "chez", "contre", "pour"})
ROUGHLY: Final = frozenset(
    {
        "bon",
        "bonne",
        "bonnes",
        "bons",
        "petit",
        "petite",
        "petites",
        "gros",
        "grosse",
        "grosses",
        "belle",
        "beau",
    }
)
THE_ONE: Final = frozenset({"la", "cette", "ma", "notre", "le", "ce"})
DURATIONS: Final = frozenset({"seconde", "minute", "heure", "journée", "semaine", "demi"})
LASTING: Final = frozenset(
    {
        "gagné",
        "gagner",
        "gagne",
        "gagnons",
        "économisé",
        "économiser",
        "économise",
        "perdu",
        "perd",
        "perdait",
    }
)


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
        value = self.data["ratios"].get(self.word(index)) or self._multiple(index)
        if value is not None:
            return self.made(index, index + 1, Fraction(value), "ratio")
        count = self.data["small"].get(self.word(index), 0) or self._the_part(index)
        part = self.data["parts"].get(self.word(index + 1))
        if not count or part is None or not self.follows(index + 1) or not self._is_part(index + 1):
            return None
        return self.made(index, index + 2, count * Fraction(part), "ratio")

    def _the_part(self, index: int) -> int:
        """« le tiers de vos avis » is one third; « le tiers payant » and « le quart d’heure » are none."""
        led, part, of, named = (self.word(index + ahead) for ahead in range(4))
        is_share = led == "le" and part in {"tiers", "quart"} and of in {"de", "des", "du", "d"}
        return int(is_share and named not in {"heure", "h", "siècle"})

    def _multiple(self, index: int) -> str | None:
        """Read « le double », « double les ventes »; « une double saisie » and « en double » are none."""
        value: str | None = self.data["multiples"].get(self.word(index))
        if value is None or not (index or self.word(index + 1)):
            return None
        alone = not self.follows(index + 1) or self.word(index + 1) in OF
        as_noun = alone and self.word(index - 1) in {"le", "au", "du"} and index > 0
        return value if as_noun or self.word(index + 1) in OBJECTS else None

    def _is_part(self, index: int) -> bool:
        """« un tiers de confiance » is somebody, « un cinquième stagiaire » is the next one."""
        word, after = self.word(index), self.word(index + 1)
        if word == "tiers":
            led = {self.word(max(index - 2, 0)), self.word(max(index - 3, 0))}
            named = self.word(index + 2) if after == "de" else after
            is_one = self.word(index - 1) == "un" and after not in {"de", "du", "des", "d"}
            return named not in THIRD_PARTIES and not (is_one and led.intersection(TO_SOMEBODY))
        return word.startswith("quart") or not self.follows(index + 1) or after in OF

    def collective(self, index: int) -> tuple[Number, int] | None:
        """Read « une douzaine », « deux bonnes centaines », « une demi-douzaine », « des dizaines »."""
        word = self.word(index)
        if word in self.data["vague"]:
            return self.made(index, index + 1, Fraction(self.data["vague"][word]), "vague", approximate=True)
        count, after = Fraction(self.data["small"].get(word, 0)), index + 1
        if not count and word in THE_ONE and self.word(after + 1) in {"de", "d"}:
            count = Fraction(1)
        if self.word(after) == "demi":
            count, after = count / 2, after + 1
        elif self.word(after) in ROUGHLY:
            after += 1
        value = self.data["collectives"].get(self.word(after))
        if not count or value is None or not self.follows(after):
            return None
        return self.made(index, after + 1, count * value, "words", approximate=True)

    def one(self, index: int) -> tuple[Number, int] | None:
        """Read « une » where it does count: « une demi-journée », « à une heure », « une heure par jour »."""
        if self.word(index) not in {"un", "une"} or not self.follows(index + 1):
            return None
        after = self.word(index + 1)
        halves = after == "demi" and self.word(index + 2) in {"heure", "journée"}
        led = self.word(index - 1) if index else ""
        counts = after in {"heure", "minute"} and led in {"à", "que"}
        lasts = after in DURATIONS and (led in LASTING or self._lasts(index))
        return self.made(index, index + 1, Fraction(1), "words") if halves or counts or lasts else None

    def _lasts(self, index: int) -> bool:
        """« une heure par jour », « passé d’une semaine à deux jours », « une journée gagnée »."""
        following = self.word(index + 2)
        if not self.follows(index + 2):
            return False
        if following == "à" and index and self.word(index - 1) in {"d", "de"}:
            place = self.spans[index + 2][1]
            digits = re.match(rf"{SPACE}*\d", self.text[place : place + 3])
            return digits is not None or self.word(index + 3) in {*self.data["small"], *self.data["tens"]}
        return following in {"par", "chaque"} or following.startswith(("gagn", "économis"))

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
        if self.word(end) in {"cent", "cents"} and (end == index or (self.follows(end) and 1 < count < 20)):
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
def _starters() -> frozenset[str]:
    """Return the words a number may begin with."""
    tables = ("ratios", "multiples", "small", "tens", "vague")
    others = ("cent", "cents", "mille", "mil", "million", "milliard", "zéro", "zero")
    return frozenset([*(word for table in tables for word in _data()[table]), *others, *THE_ONE])


@cache
def _data() -> Mapping[str, Any]:
    words = tomllib.loads(DATA.read_text("utf-8"))
    spelled = {
        stem + ending: value for stem, value in words["verbs"].items() for ending in words["endings"]["past"]
    }
    return {**words, "ratios": {**words["ratios"], **spelled}}
