"""The gate of the assistant: a reply that says a figure, a name or a date of its own never passes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from tremplin.evidence.guard import unsupported_numbers
from tremplin.evidence.numbers import numbers
from tremplin.evidence.seen import as_seen
from tremplin.journal.domain.words import folded
from tremplin.law.words import NBSP
from tremplin.stories.domain.checked_words import REACHED, SENTENCE_START, WORD, listed, says_a_time
from tremplin.stories.domain.masking import MASK

Kind = Literal["figure", "turn", "name", "date", "mask", "length", "empty"]
DIGITS: Final = re.compile(r"\d+")
ORDINAL: Final = re.compile(r"[a-z]+iemes?")
NUMBERED_DAY: Final = re.compile(r"\d+(?:[/.\-]\d+)+")
SIGNED: Final = re.compile(r"[+\-−–](?=\d)")
RISES: Final = re.compile(
    r"\b(?:augment|accroi|accru|hauss|progress|multipli|doubl|tripl|superieur|plus de (?=\d)|de plus\b)\w*"
)
FALLS: Final = re.compile(
    r"\b(?:redui|reduc|diminu|baiss|divis|inferieur|chut|moins de (?=\d)|de moins\b)\w*"
)
SHARE_OF: Final = re.compile(
    r"(?:%|pour cent) (?:(?:de|des|du|les|le|la|nos|mes|leurs|ces) |[ld]['’])+(?P<noun>[^\W\d_]+)"
)
A_TIME: Final = re.compile(r"\b(?:une?|chaque|cette?|quelques|toutes? l[ae]s?) (?P<unit>[^\W\d_]+)")
SUMMER: Final = re.compile(r"\b(?:cet|un|chaque|en|l['’]|d['’]) ?ete\b")
WHERE: Final = re.compile(r"\b(?P<lead>avec|chez|via|a|prenommee?|nommee?|appelee?) (?P<word>[^\W\d_]+)")
INFINITIVE: Final = re.compile(r".+(?:er|ir|re)$")
LONGER: Final = 2
ROOM: Final = 80
STEM: Final = 5


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words of a reply that its source does not say, in the order found."""

    kind: Kind
    words: str

    @property
    def reason(self) -> str:
        """Say why the reply is refused."""
        quoted = f"«{NBSP}{self.words}{NBSP}»"
        return {
            "figure": f"{quoted} n’est pas un chiffre de votre phrase, ou n’y est pas à cette place.",
            "turn": f"{quoted} change le sens d’un chiffre.",
            "name": f"{quoted} n’est pas un nom de votre phrase, ou n’y est pas à cette place.",
            "date": f"{quoted} n’est pas une date de votre phrase.",
            "mask": f"{quoted} ne correspond à rien de ce qui a été masqué.",
            "length": "La réponse dit bien plus que votre phrase.",
            "empty": "La réponse est vide.",
        }[self.kind]


def refusals(reply: str, *, source: str, known_names: Iterable[str] = ()) -> tuple[Refusal, ...]:
    """Return what keeps a reply from being shown as the student's own words.

    Both texts are read as a page shows them. Figures and names keep their order: a swap is refused like a
    change. A capital letter that the source does not bear is a name unless it opens a sentence with a plain
    word.

    Args:
        reply: what came back, the hidden words put back.
        source: the sentence that was sent, before anything was hidden.
        known_names: people and organizations of the student, refused in any case unless the source says them.

    Returns:
        Refusals, each once; empty when the reply may be used.
    """
    said, given = as_seen(reply), as_seen(source)
    if not said.strip():
        return (Refusal("empty", ""),)
    found = (
        *_masks(said, given),
        *_dates(said, given),
        *_figures(said, given),
        *_names(said, given, known_names),
        *_length(said, given),
    )
    return tuple(_once(found))


def _once(found: Iterable[Refusal]) -> Iterator[Refusal]:
    """Leave out what an earlier refusal of the same kind already says: « 15 » after « 15 flux »."""
    said: list[Refusal] = []
    for one in found:
        if not any(one.kind == other.kind and folded(one.words) in folded(other.words) for other in said):
            said.append(one)
            yield one


# --- marks and length


def _masks(said: str, given: str) -> Iterator[Refusal]:
    for match in MASK.finditer(said):
        if match[0] not in given:
            yield Refusal("mask", match[0])


def _length(said: str, given: str) -> Iterator[Refusal]:
    if len(said) > LONGER * len(given) + ROOM:
        yield Refusal("length", said[:ROOM])


# --- figures


def _figures(said: str, given: str) -> Iterator[Refusal]:
    for one in unsupported_numbers(said, (given,), same_noun=True):
        yield Refusal("figure", one.words)
    places, told = _valued(said), _valued(given)
    known = {value for _, value in told}
    for words, value in places:
        if value not in known:
            yield Refusal("figure", words)
    if not _follows([value for _, value in places], [value for _, value in told]):
        yield Refusal("figure", " … ".join(words for words, _ in places))
    yield from (Refusal("figure", one) for one in _counting_words(said, given))
    yield from (Refusal("turn", one) for one in _turned(said, given))


def _valued(text: str) -> list[tuple[str, Fraction]]:
    """Return every number of a text in order: those of dates, hours and names too."""
    read = [(one.start, one.end, abs(one.value)) for one in numbers(text)]
    loose = [
        (match.start(), match.end(), Fraction(int(match[0])))
        for match in DIGITS.finditer(text)
        if not any(first <= match.start() < last for first, last, _ in read)
    ]
    return [(text[first:last], value) for first, last, value in sorted([*read, *loose])]


def _counting_words(said: str, given: str) -> Iterator[str]:
    """Give ordinals, fractions drawn as one sign, and counting words that numbers leave aside."""
    told = set(_words(given))
    for word in _words(said):
        if word not in told and (ORDINAL.fullmatch(word) or word in listed("numbers")):
            yield word
    yield from (sign for sign in said if unicodedata.category(sign) in {"No", "Nl"} and sign not in given)


def _turned(said: str, given: str) -> Iterator[str]:
    """Give what turns a number round: a sign, a rise for a fall, a share of something else."""
    plain, told = folded(said), folded(given)
    if len(SIGNED.findall(said)) > len(SIGNED.findall(given)):
        yield from (said[match.start() :].split()[0] for match in SIGNED.finditer(said))
    for direction in (RISES, FALLS) if numbers(said) else ():
        if not direction.search(told):
            yield from (match[0].strip() for match in direction.finditer(plain))
    stems = {word[:STEM] for word in _words(given)}
    for match in SHARE_OF.finditer(plain):
        if match["noun"][:STEM] not in stems:
            yield match["noun"]


# --- dates


def _dates(said: str, given: str) -> Iterator[Refusal]:
    yield from (Refusal("date", words) for words in _lasting(folded(said), folded(given)))
    told = set(_words(given))
    for word in _words(said):
        if word not in told and (says_a_time(word) or word in listed("units")):
            yield Refusal("date", word)
    for match in NUMBERED_DAY.finditer(said):
        if match[0] not in NUMBERED_DAY.findall(given):
            yield Refusal("date", match[0])
    known = [parts for _, parts in _written_days(given)]
    for words, parts in _written_days(said):
        if not any(all(one in ("", other) for one, other in zip(parts, day, strict=True)) for day in known):
            yield Refusal("date", words)


def _lasting(said: str, given: str) -> Iterator[str]:
    """Give a length or a return of time that the source does not say so: « un mois », « chaque mars »."""
    for match in A_TIME.finditer(said):
        if (match["unit"] in listed("units") or says_a_time(match["unit"])) and match[0] not in given:
            yield match[0]
    yield from (match[0] for match in SUMMER.finditer(said) if match[0] not in given)


def _written_days(text: str) -> list[tuple[str, tuple[str, str, str]]]:
    """Return « 12 mars 2026 » and its parts, empty where the text does not say them."""
    plain = folded(text)
    return [
        (match[0].strip(), (match[1] or "", match[2], match[3] or "")) for match in _day().finditer(plain)
    ]


@cache
def _day() -> re.Pattern[str]:
    months = "|".join(sorted(listed("months"), key=len, reverse=True))
    return re.compile(rf"(?:\b(\d{{1,2}})(?:er)? )?\b({months})\b\.?(?: (\d{{2,4}})\b)?")


# --- names


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as written and as compared; `opens` a sentence, has a `capital`."""

    written: str
    plain: str
    opens: bool

    @property
    def has_capital(self) -> bool:
        return self.written != self.written.lower()


def _names(said: str, given: str, known_names: Iterable[str]) -> Iterator[Refusal]:
    places, told = _spelled(said), _spelled(given)
    plain = [one.plain for one in told]
    for one in places:
        if one.plain not in plain and _may_be_a_name(one, plain):
            yield Refusal("name", one.written)
    yield from (Refusal("name", words) for words in _pairs(places, plain))
    named = {
        one.plain for one in told if one.has_capital and not (one.opens and one.plain in listed("openers"))
    }
    order = [one.plain for one in places if one.plain in named]
    if not _follows(order, [word for word in plain if word in named]):
        yield Refusal("name", " … ".join(one.written for one in places if one.plain in named))
    yield from (Refusal("name", one) for one in _reached(said, given))
    yield from (Refusal("name", one) for one in _known(said, given, known_names))
    yield from (Refusal("name", one) for one in _in_small_letters(folded(said), places, plain))


def _may_be_a_name(word: _Word, given: Sequence[str]) -> bool:
    if word.plain in listed("civilities") or not _is_latin(word.written):
        return True
    if not word.has_capital:
        return False
    if not word.opens or word.written[1:] != word.written[1:].lower():
        return True
    is_family = any(len(word.plain) > STEM and one[:STEM] == word.plain[:STEM] for one in given)
    return word.plain not in listed("openers") and not is_family


def _pairs(places: Sequence[_Word], given: Sequence[str]) -> Iterator[str]:
    """Give two capitals side by side that do not follow each other in the source: a name made of two."""
    beside = set(pairwise(given))
    for first, second in pairwise(places):
        is_name = first.has_capital and second.has_capital and not second.opens
        is_opener = first.opens and first.plain in listed("openers")
        if is_name and not is_opener and (first.plain, second.plain) not in beside:
            yield f"{first.written} {second.written}"


def _in_small_letters(said: str, places: Sequence[_Word], given: Sequence[str]) -> Iterator[str]:
    """Give what stands where a name would, without its capital: « chez lvmh », « ibm, 14 flux »."""
    told = {*given, *listed("openers"), *listed("companions")}
    for match in WHERE.finditer(said):
        word = match["word"]
        is_verb = match["lead"] == "a" and INFINITIVE.match(word) is not None
        if word not in told and not is_verb:
            yield word
    yield from (one.plain for one in places[:1] if not one.has_capital and one.plain not in told)


def _reached(said: str, given: str) -> Iterator[str]:
    told = {one.lower() for one in REACHED.findall(given)}
    yield from (one for one in REACHED.findall(said) if one.lower() not in told)


def _known(said: str, given: str, known_names: Iterable[str]) -> Iterator[str]:
    spoken, told = f" {' '.join(_words(said))} ", f" {' '.join(_words(given))} "
    for name in known_names:
        words = f" {' '.join(_words(name))} "
        if words.strip() and words in spoken and words not in told:
            yield name


def _spelled(text: str) -> list[_Word]:
    return [
        _Word(match[0], folded(match[0]), bool(SENTENCE_START.search(text[: match.start()])))
        for match in WORD.finditer(text)
    ]


# --- shared


def _follows(order: Sequence[object], given: Sequence[object]) -> bool:
    """Say whether a sequence is found in another, in the same order."""
    left = iter(given)
    return all(one in left for one in order)


def _words(text: str) -> list[str]:
    return [folded(match[0]) for match in re.finditer(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)]


def _is_latin(word: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in word if letter.isalpha())
