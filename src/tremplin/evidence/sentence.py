"""The shapes a figure takes in a French sentence: passage, deadline, benchmark, change, gain, count.

Each quantity is replaced by one private character, so that a shape is a regular expression over words.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from tremplin.evidence.figures import Kind
from tremplin.evidence.quantities import COUNT, Quantity, Unit, are_joined, quantities, sharing_units

DATA: Final = Path(__file__).with_name("reading.toml")
FIRST: Final = 0xE000
MOST: Final = 0xF8FF - FIRST

Q: Final = "[\ue000-\uf8ff]"
S: Final = r"[ \u00a0\u202f]"
OF: Final = rf"(?:d[eu]s?{S}+(?:l[a’']{S}*)?|d[’']|sur{S}+(?:l[ae]s?{S}+|l[’'])?|dans{S}+l[ae]s?{S}+)"
THE: Final = rf"(?:l[ae]s?{S}+|l[’']|un{S}+|une{S}+)?"
WORD: Final = r"[^\W\d_][\w’'-]*"
TOOLS: Final = "et|ou|qui|que|ce|pour|grâce|par|avec|en|sur|dans|à|au|aux|afin|mais"
PHRASE: Final = rf"{WORD}(?:{S}+(?!(?:{TOOLS})\b){WORD}){{0,4}}"
NOUN: Final = rf"{WORD}(?:{S}+(?:de{S}+|du{S}+|des{S}+|d[’'])(?:l[a’']{S}*)?{WORD}){{0,2}}"
CLAUSE: Final = re.compile(r"[,;:.!?()\n]")
CUT: Final = re.compile(rf"{CLAUSE.pattern}|{Q}")
PRODUCT: Final = re.compile(rf"{Q}{S}*[xX×*]{S}*(?={Q}){Q}")
TIMES_BEFORE: Final = re.compile(rf"(?<!\w)[xX×]{S}?$")
PRODUCT_BEFORE: Final = re.compile(rf"{Q}{S}*[xX×]{S}*$")
STRETCH: Final = re.compile(rf"\b(?:multipli|divis)\w*{S}+par{S}+\Z|(?<!\w)[xX×]{S}?\Z", re.IGNORECASE)
CUE_REACH: Final = 70
AFTER_REACH: Final = 160
MOVING: Final = re.compile(
    rf"(?:{S}+(?:est|a|sont|ont))?{S}+(?:de|pass\w*|tomb\w*|mont\w*|descend\w*|recul\w*|évolu\w*|chut\w*)$",
    re.IGNORECASE,
)
HOURS_IN_DAY: Final = 24
AGAINST_TIME: Final = re.compile(rf"{S}+(?:d[’']|de{S}+|en{S}+)(avance|retard)\b", re.IGNORECASE)
SIDE: Final = re.compile(
    rf"{S}+(?:de{S}+|en{S}+|d[’'])?(?:(?P<up>plus|hausse|augmentation|croissance|supplémentaires?)"
    rf"|(?P<down>moins|baisse|réduction|diminution|économies?|recul|perte))\b",
    re.IGNORECASE,
)
GAINED: Final = re.compile(
    rf"{S}+(?:ont{S}+été{S}+|sont{S}+)?(?:gagn|économis|libér|récupér|épargn)", re.IGNORECASE
)
GAIN_OF: Final = re.compile(
    rf"\b(?:gain|gagn|économ|libér|récupér|épargn)\w*{S}+(?:[^\W\d_]+{S}+){{0,2}}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """One figure of a sentence, before it is put in columns."""

    kind: Kind
    span: tuple[int, int]
    quantity: Quantity
    before: Quantity | None = None
    sign: int = 1
    unit: str = ""
    subject: str = ""
    against: str = ""
    is_range: bool = False


@dataclass(frozen=True)
class Sentence:
    """A text, its quantities, and its skeleton: one character per quantity, at `marked`."""

    text: str
    quantities: tuple[Quantity, ...]
    skeleton: str
    places: tuple[int, ...]
    marked: tuple[int, ...]

    def at(self, mark: str) -> Quantity:
        """Return the quantity a private character stands for."""
        return self.quantities[ord(mark) - FIRST]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the skeleton stands in the text."""
        return self.places[start], self.places[end - 1] + (
            self.at(self.skeleton[end - 1]).end - self.at(self.skeleton[end - 1]).start
            if _is_mark(self.skeleton[end - 1])
            else 1
        )

    def found(self) -> list[Found]:
        """Return every figure, the most telling shape first for each quantity."""
        taken = {chr(FIRST + index) for index in self.unsaid()}
        kept: list[Found] = []
        for shape in (_passages, _deadlines, _benchmarks, _multiplications, _changes, _gains, _counts):
            for found, marks in shape(self):
                if taken.isdisjoint(marks):
                    taken |= marks
                    kept.append(found)
        return kept

    def unsaid(self) -> Iterator[int]:
        """Give what is no figure to propose: « des dizaines », both sides of « 3 x 8 »."""
        for index, one in enumerate(self.quantities):
            if one.number.written == "vague":
                yield index
        for match in PRODUCT.finditer(self.skeleton):
            yield from (ord(mark) - FIRST for mark in (match[0][0], match[0][-1]))

    def after(self, index: int) -> str:
        """Return what follows a quantity, as far as a cue may stand."""
        position = self.marked[index]
        return self.skeleton[position + 1 : position + 1 + AFTER_REACH]

    def next_to(self, index: int) -> Quantity | None:
        """Return the quantity that makes a range with one: « 3-5 », « 3 ou 4 »."""
        first, *others = self.quantities[index : index + 2]
        return others[0] if others and are_joined(self.text, first, others[0]) else None

    def before(self, position: int) -> str:
        """Return the clause that leads to a place of the skeleton, without earlier quantities."""
        led = self.skeleton[max(0, position - CUE_REACH) : position]
        return CUT.split(led)[-1]


Shape = Callable[[Sentence], Iterator[tuple[Found, set[str]]]]


def read_sentence(text: str) -> Sentence:
    """Return a text ready to be searched for shapes.

    Args:
        text: French text.

    Returns:
        Its quantities and its skeleton.
    """
    found = tuple(sharing_units(quantities(text), text))[:MOST]
    skeleton: list[str] = []
    places: list[int] = []
    marked: list[int] = []
    reached = 0
    for index, one in enumerate(found):
        marked.append(len(skeleton) + one.start - reached)
        skeleton += [*text[reached : one.start], chr(FIRST + index)]
        places += [*range(reached, one.start), one.start]
        reached = one.end
    skeleton += text[reached:]
    places += range(reached, len(text))
    return Sentence(text, found, "".join(skeleton), tuple(places), tuple(marked))


def _is_mark(letter: str) -> bool:
    return FIRST <= ord(letter) <= FIRST + MOST


def _passages(sentence: Sentence) -> Iterator[tuple[Found, set[str]]]:
    """« de 10 h à 2 h », « 50 min au lieu de 4 h 30 », « 10 → 2 », « avant : 10, après : 2 »."""
    for pattern in _passage_patterns():
        for match in pattern.finditer(sentence.skeleton):
            before, after = sentence.at(match["a"]), sentence.at(match["b"])
            before = _sharing(before, after)
            after = _sharing(after, before)
            if _comparable(before.unit, after.unit) and _is_passage(sentence, match, before, after):
                span = sentence.span(*match.span())
                subject = _subject_before(sentence, match.start())
                yield Found("before_after", span, after, before, subject=subject), {match["a"], match["b"]}


@cache
def _passage_patterns() -> tuple[re.Pattern[str], ...]:
    a, b = f"(?P<a>{Q})", f"(?P<b>{Q})"
    patterns = (
        rf"\b(?:de{S}+|d[’']|entre{S}+){a}{S}*(?:à|→|vers|puis{S}+à){S}*{b}",
        rf"{b}{S}*,?{S}*(?:au{S}+lieu{S}+d(?:e{S}+|[’'])|contre{S}+|plutôt{S}+que{S}+){a}",
        rf"{a}{S}*(?:→|->|=>|➔|➜){S}*{b}",
        rf"\bavant{S}*:?{S}*{a}{S}*[,;/.]?{S}*(?:et{S}+)?(?:après|maintenant|aujourd[’']hui){S}*:?{S}*{b}",
        rf"{a}{S}+(?:avant|auparavant){S}*[,;/.]?{S}*(?:et{S}+)?{b}{S}+(?:après|maintenant|aujourd[’']hui)",
        rf"{a}{S}+à{S}+{b}",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _is_passage(sentence: Sentence, match: re.Match[str], before: Quantity, after: Quantity) -> bool:
    """Refuse ranges and opening hours: « de 5 à 7 personnes », « de 9 h à 17 h »."""
    if not re.match(rf"(?:de{S}|d[’']|entre|{Q}{S}+à)", match[0], re.IGNORECASE):
        return True
    led = sentence.before(match.start())
    if _cue(led, "rises") or _cue(led, "falls") or _cue(led, "changes"):
        return True
    return not re.match(f"entre|{Q}", match[0], re.IGNORECASE) and after.measure < before.measure


def _sharing(one: Quantity, other: Quantity) -> Quantity:
    """Give a bare number the unit of the other end."""
    return replace(one, unit=other.unit) if not one.unit.shown and one.unit.dimension == COUNT else one


def _comparable(first: Unit, second: Unit) -> bool:
    if first.dimension != second.dimension:
        return False
    return first.dimension != COUNT or first.shown[:4].lower() == second.shown[:4].lower()


def _deadlines(sentence: Sentence) -> Iterator[tuple[Found, set[str]]]:
    """« 2 semaines avant deadline », « trois jours d’avance », « retard de 2 jours »."""
    for pattern in _deadline_patterns():
        for match in pattern.finditer(sentence.skeleton):
            quantity = sentence.at(match["q"])
            if quantity.unit.dimension not in {"time", "days", "months"}:
                continue
            late = bool(re.search(r"après|retard", match[0], re.IGNORECASE))
            against = (match.groupdict().get("against") or "").strip()
            span = sentence.span(*match.span())
            yield Found("deadline", span, quantity, sign=-1 if late else 1, against=against), {match["q"]}


@cache
def _deadline_patterns() -> tuple[re.Pattern[str], ...]:
    dates = "|".join(sorted(_words()["deadlines"], key=len, reverse=True))
    against = rf"(?P<against>(?:l[ae]s?{S}+|l[’'])?(?:{dates})\b)"
    patterns = (
        rf"(?P<q>{Q}){S}+(?:avant|après){S}+{against}",
        rf"(?P<q>{Q}){S}+(?:d[’']avance|de{S}+retard|en{S}+avance|en{S}+retard|plus{S}+tôt{S}+que)"
        rf"(?:{S}+(?:par{S}+rapport{S}+(?:à|au)|sur){S}+{against})?",
        rf"\b(?:avance|retard){S}+de{S}+(?P<q>{Q})(?:{S}+sur{S}+{against})?",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _benchmarks(sentence: Sentence) -> Iterator[tuple[Found, set[str]]]:
    """« 25 % supérieur à la moyenne », « deux fois plus vite que l’an dernier »."""
    for match in _benchmark_pattern().finditer(sentence.skeleton):
        quantity = sentence.at(match["q"])
        less = bool(re.search(r"infér|moins|dessous", match["side"], re.IGNORECASE))
        span = sentence.span(*match.span())
        subject = _subject_before(sentence, match.start())
        unit = ("÷" if less else "×") if quantity.unit.dimension == "times" else ""
        sign = -1 if less and not unit else 1
        found = Found(
            "benchmark", span, quantity, sign=sign, unit=unit, subject=subject, against=match["against"]
        )
        yield found, {match["q"]}


@cache
def _benchmark_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<q>{Q}){S}+(?P<side>(?:supérieur|inférieur)e?s?{S}+(?:à{S}+|aux?{S}+)"
        rf"|(?:de{S}+)?(?:plus|moins|mieux){S}+(?:[^\W\d_]+{S}+){{0,2}}?qu(?:e{S}+|[’'])"
        rf"|au-dessus{S}+d(?:e{S}+|u{S}+|[’'])|(?:au|en)[ -]dessous{S}+d(?:e{S}+|u{S}+|[’']))"
        rf"(?P<against>(?:l[ae]s?{S}+|l[’'])?{PHRASE})",
        re.IGNORECASE,
    )


def _multiplications(sentence: Sentence) -> Iterator[tuple[Found, set[str]]]:
    """« doublé les ventes », « divisé par trois », « deux fois plus vite », « réduit de moitié »."""
    for index, quantity in enumerate(sentence.quantities):
        mark = chr(FIRST + index)
        position = sentence.marked[index]
        led, after = sentence.before(position), sentence.after(index)
        found = _multiplied(quantity, led, after, is_times=_is_times(sentence, position))
        if found is not None:
            subject = _subject_after(after)
            yield replace(found, span=_stretched(sentence, position, found), subject=subject), {mark}


def _is_times(sentence: Sentence, position: int) -> bool:
    """« trafic x3 » multiplies, « 3 x 8 » does not."""
    led = sentence.skeleton[max(0, position - 4) : position]
    return bool(TIMES_BEFORE.search(led)) and not PRODUCT_BEFORE.search(led)


def _multiplied(quantity: Quantity, led: str, after: str, *, is_times: bool) -> Found | None:
    here = (quantity.start, quantity.end)
    if quantity.number.written == "vague":
        return None
    if is_times:
        return Found("percent", here, quantity, unit="×")
    if quantity.unit.dimension == "ratio" and quantity.value > 1:
        return Found("percent", here, quantity, unit="×")
    if quantity.unit.dimension == "ratio":
        sign = -1 if _cue(led, "falls") else 1
        share = replace(quantity, value=quantity.value * 100)
        return Found("percent" if sign < 0 else "quantity", here, share, sign=sign, unit="%")
    if re.search(rf"multipli\w*{S}+par{S}+$", led, re.IGNORECASE):
        return Found("percent", here, quantity, unit="×")
    if re.search(rf"divis\w*{S}+par{S}+$", led, re.IGNORECASE):
        return Found("percent", here, quantity, unit="÷")
    if quantity.unit.dimension == "times" and (
        side := re.match(rf"{S}+(plus|moins)\b", after, re.IGNORECASE)
    ):
        return Found("percent", here, quantity, unit="×" if side[1].lower() == "plus" else "÷")
    return None


def ordered_pairs(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return the quantities a text sets in an order, from what was to what is: « de 10 h à 2 h ».

    Args:
        sentence: the sentence.

    Returns:
        Two indexes each; opening hours and ranges are among them.
    """
    found = dict.fromkeys(
        (ord(match["a"]) - FIRST, ord(match["b"]) - FIRST)
        for pattern in _passage_patterns()
        for match in pattern.finditer(sentence.skeleton)
    )
    return tuple(found)


def direction(sentence: Sentence, index: int) -> int:
    """Return which way a quantity goes: a sign, « hausse de », « en moins », « de retard ».

    Args:
        sentence: the sentence.
        index: which of its quantities.

    Returns:
        +1, −1, or 0 when it is not said; « gain de temps » says no way.
    """
    quantity = sentence.quantities[index]
    after = sentence.after(index)
    if quantity.unit.dimension in {"time", "days", "months"} and (side := AGAINST_TIME.match(after)):
        return -1 if side[1].lower() == "retard" else 1
    if quantity.number.sign or quantity.unit.dimension not in {"percent", "points"}:
        return quantity.number.sign
    if (side := SIDE.match(after)) is not None:
        return -1 if side["down"] else 1
    led = sentence.before(sentence.marked[index])
    rises, falls = _last_cue(led, "climbs"), _last_cue(led, "falls")
    return (rises > falls) - (falls > rises)


def is_gain(sentence: Sentence, index: int) -> bool:
    """Say whether a quantity is what was gained: « j’ai gagné 3 h », « 3 h gagnées ».

    Args:
        sentence: the sentence.
        index: which of its quantities.

    Returns:
        Whether a word right before or after says so.
    """
    led = sentence.before(sentence.marked[index])
    return bool(GAINED.match(sentence.after(index)) or GAIN_OF.search(led))


def multiplication(sentence: Sentence, index: int) -> tuple[str, Fraction] | None:
    """Return what a quantity multiplies or divides by.

    Args:
        sentence: the sentence.
        index: which of its quantities.

    Returns:
        « × », « ÷ » or « % », and the value; None when it multiplies nothing.
    """
    position = sentence.marked[index]
    led, after = sentence.before(position), sentence.after(index)
    found = _multiplied(sentence.quantities[index], led, after, is_times=_is_times(sentence, position))
    return (found.unit, found.quantity.value) if found else None


def _stretched(sentence: Sentence, position: int, found: Found) -> tuple[int, int]:
    """Take « multiplié par » into the words of a figure."""
    led = STRETCH.search(sentence.skeleton, max(0, position - CUE_REACH), position)
    start, end = sentence.span(position, position + 1)
    return (sentence.places[led.start()], end) if led else (start, end)


def _changes(sentence: Sentence) -> Iterator[tuple[Found, set[str]]]:
    """« augmentation de 15 % de l’engagement », « +30 % », « économie 15 % budget »."""
    for index, quantity in enumerate(sentence.quantities):
        if quantity.unit.dimension not in {"percent", "points"}:
            continue
        mark = chr(FIRST + index)
        position = sentence.marked[index]
        led, after = sentence.before(position), sentence.after(index)
        sign = quantity.number.sign or _direction(led)
        subject = _subject_after(after) or _subject_before(sentence, position)
        if sign:
            found = Found(
                "percent", sentence.span(position, position + 1), quantity, sign=sign, subject=subject
            )
            yield found, {mark}


def _direction(led: str) -> int:
    """Return +1 or −1 from the last word of change before a figure; 0 when there is none."""
    rises, falls = _last_cue(led, "rises"), _last_cue(led, "falls")
    if rises == falls:
        return 0
    return 1 if rises > falls else -1


def _gains(sentence: Sentence) -> Iterator[tuple[Found, set[str]]]:
    """« gain de 200 abonnés », « 3 h gagnées par semaine », « +200 », « 30 nouveaux clients »."""
    for index, quantity in enumerate(sentence.quantities):
        mark = chr(FIRST + index)
        position = sentence.marked[index]
        led, after = sentence.before(position), sentence.after(index)
        said_after = _gained_after().match(after)
        led_by = re.search(
            rf"\b(?:{'|'.join(_words()['gains'])})\w*{S}+(?:[^\W\d_]+{S}+){{0,2}}$", led, re.IGNORECASE
        )
        if said_after or led_by or quantity.is_new or quantity.number.sign:
            sign = quantity.number.sign or 1
            found = Found("gained", sentence.span(position, position + 1), quantity, sign=sign)
            yield found, {mark}


@cache
def _gained_after() -> re.Pattern[str]:
    words = "|".join(sorted(_words()["gained_after"], key=len, reverse=True))
    return re.compile(rf"{S}+(?:ont{S}+été{S}+)?(?:{words})\b", re.IGNORECASE)


def _counts(sentence: Sentence) -> Iterator[tuple[Found, set[str]]]:
    """« 12 newsletters », « 42 références »; a range keeps its lower end and its words."""
    opening: Quantity | None = None
    for index, quantity in enumerate(sentence.quantities):
        mark, other = chr(FIRST + index), sentence.next_to(index)
        if other is not None and _are_times_of_day(quantity, other):
            opening = other
        elif other is not None:
            span = (quantity.start, other.end)
            yield Found("quantity", span, quantity, is_range=True), {mark, chr(FIRST + index + 1)}
        elif quantity is not opening:
            yield _count(sentence, index), {mark}


def _count(sentence: Sentence, index: int) -> Found:
    quantity = sentence.quantities[index]
    subject = _level_before(sentence, sentence.marked[index])
    if quantity.unit.dimension == "percent" and not subject:
        subject = _subject_after(sentence.after(index))
    return Found("quantity", (quantity.start, quantity.end), quantity, subject=subject)


def _are_times_of_day(first: Quantity, second: Quantity) -> bool:
    """« de 9 h à 17 h » opens a shop; it saves nothing."""
    return first.unit.shown == second.unit.shown == "h" and first.value < second.value <= HOURS_IN_DAY


def _subject_after(after: str) -> str:
    """Return what a figure bears on: « de l’engagement », « du budget »."""
    match = re.match(rf"{S}+(?:{OF})?{THE}(?P<subject>{NOUN})", after, re.IGNORECASE)
    if match is None or not _is_subject(match["subject"]):
        return ""
    return match["subject"]


def _subject_before(sentence: Sentence, position: int) -> str:
    """Return what changed, between the word of change and the figure: « réduction temps reporting de … »."""
    led = sentence.before(position)
    cues = "|".join(stem for kind in ("rises", "falls") for stem in _words()[kind])
    changed = re.search(
        rf"\b(?:{cues})\w*{S}+(?:{OF})?{THE}(?P<subject>{PHRASE}){S}+(?:de{S}+|d[’'])?$", led, re.IGNORECASE
    )
    if changed is not None and _is_subject(changed["subject"]):
        return re.sub(rf"{S}+de$", "", changed["subject"])
    return _level_before(sentence, position)


def _level_before(sentence: Sentence, position: int) -> str:
    """Return the rate or the score a figure gives: « taux d’engagement de 25 % »."""
    levels = "|".join(_words()["levels"])
    led = sentence.before(position)
    match = re.search(
        rf"\b(?P<level>(?:{levels})\b{S}+(?:{PHRASE})?){S}+(?:de{S}+|d[’']|à{S}+|:{S}*)?$", led, re.IGNORECASE
    )
    return MOVING.sub("", match["level"]) if match else ""


def _is_subject(words: str) -> bool:
    first = re.split(rf"{S}|[’']", words.lower())[0]
    return first not in {
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "en",
        "par",
        "pour",
        "à",
        "au",
        "ce",
        "qui",
        "que",
        "grâce",
        "sur",
        "dans",
        "avec",
        "plus",
        "moins",
        "supérieur",
        "inférieur",
    }


def _cue(led: str, kind: str) -> bool:
    return _last_cue(led, kind) >= 0


def _last_cue(led: str, kind: str) -> int:
    """Return where the last word of a kind stands; −1 when there is none."""
    return max((match.start() for match in _cues(kind).finditer(led)), default=-1)


@cache
def _cues(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()[kind])})", re.IGNORECASE)


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))
