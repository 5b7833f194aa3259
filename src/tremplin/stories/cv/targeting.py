"""What an offer asks, and what a résumé already answers: words are compared, none is ever added."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tremplin.journal.domain.words import folded, stem, words

DATA: Final = Path(__file__).with_name("targeting.toml")
MOST_KEYWORDS: Final = 24
SHORTEST: Final = 4
WRITTEN: Final = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?")
ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9]{1,6}")
TITLED: Final = re.compile(r"[A-Z][\w+#]*")


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word or a skill an offer asks for, as it writes it; `times` it comes back."""

    says: str
    stems: tuple[str, ...]
    times: int = 1
    is_skill: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A keyword the résumé does not say; `offered` are keys of lines that would say it, not chosen yet."""

    keyword: Keyword
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How a résumé answers an offer."""

    covered: tuple[Keyword, ...]
    missing: tuple[Missing, ...]

    @property
    def asked(self) -> int:
        """How many keywords the offer holds."""
        return len(self.covered) + len(self.missing)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of an offer: as written, folded, and its family."""

    written: str
    folded: str
    stem: str

    @property
    def is_acronym(self) -> bool:
        return bool(ACRONYM.fullmatch(self.written))

    @property
    def is_tool(self) -> bool:
        """Whether it names a known tool: « Excel », never « sage » in small letters."""
        return self.written[:1].isupper() and self.folded in _tools()

    @property
    def is_town(self) -> bool:
        """Whether it names a large town: where one works is no skill."""
        return self.written[:1].isupper() and self.folded in _towns()


def keywords(
    offer: str, *, skills: Iterable[str] = (), aside: str = "", most: int = MOST_KEYWORDS
) -> tuple[Keyword, ...]:
    """Return what an offer asks for: skills it names, then the words it insists on.

    Args:
        offer: the text as pasted.
        skills: names of skills that may be recognized in it.
        aside: words that ask for nothing: the name of who offers it.
        most: how many at most.

    Returns:
        Keywords, skills first, the most repeated first; empty for an empty text.
    """
    left_out = set(_stems(aside))
    read = [one for one in _words(offer) if one.stem not in left_out]
    named, taken = _named(read, skills)
    alone = _insisted(read, taken)
    return (*named, *alone)[:most]


def coverage(
    asked: Iterable[Keyword], *, lines: Iterable[str], others: Iterable[tuple[str, str]] = ()
) -> Coverage:
    """Return what a résumé says of what is asked.

    Args:
        asked: keywords of the offer.
        lines: the texts of the résumé.
        others: key and text of lines the student could choose.

    Returns:
        Keywords said in one line, and those that are not; nothing is added to the résumé.
    """
    said = [frozenset(_stems(line)) for line in lines]
    left = [(key, frozenset(_stems(line))) for key, line in others]
    covered, missing = [], []
    for keyword in asked:
        needs = frozenset(keyword.stems)
        if any(needs <= line for line in said):
            covered.append(keyword)
        else:
            missing.append(Missing(keyword, tuple(key for key, line in left if needs <= line)))
    return Coverage(tuple(covered), tuple(missing))


def _words(text: str) -> list[_Word]:
    found = []
    for one in WRITTEN.findall(text.replace("’", "'")):
        plain = folded(one)
        if plain not in _ignored()[0] and (len(plain) > 1 or plain.isalpha()) and words(plain):
            found.append(_Word(one, plain, _family(plain)))
    return found


def _family(plain: str) -> str:
    """Return the family of a word; offers speak to « vous », which the journal never does."""
    return stem(f"{plain[:-2]}er" if len(plain) > SHORTEST and plain.endswith("ez") else plain)


def _stems(text: str) -> Iterator[str]:
    return (one.stem for one in _words(text))


def _named(read: Sequence[_Word], skills: Iterable[str]) -> tuple[list[Keyword], set[int]]:
    """Find skills whose words follow each other in the offer, the longest names first."""
    found: list[tuple[int, Keyword]] = []
    taken: set[int] = set()
    sequence = [one.stem for one in read]
    wanted = {tuple(_stems(name)): name for name in skills}
    for stems in sorted((one for one in wanted if one), key=len, reverse=True):
        if len(stems) == 1 and wanted[stems] in _ignored()[1]:
            continue
        starts = [at for at in _places(sequence, stems) if taken.isdisjoint(range(at, at + len(stems)))]
        if starts and not _is_dull(stems, read[starts[0]]):
            taken.update(index for at in starts for index in range(at, at + len(stems)))
            found.append((starts[0], Keyword(wanted[stems], stems, len(starts), is_skill=True)))
    ordered = sorted(found, key=lambda one: (-one[1].times, one[0]))
    return [keyword for _, keyword in ordered], taken


def _is_dull(stems: Sequence[str], first: _Word) -> bool:
    return len(stems) == 1 and first.folded in _ignored()[1]


def _places(sequence: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    size = len(wanted)
    return (at for at in range(len(sequence) - size + 1) if tuple(sequence[at : at + size]) == tuple(wanted))


def _insisted(read: Sequence[_Word], taken: set[int]) -> list[Keyword]:
    """Count the other words by family; tools, acronyms and repeated words come first."""
    first: dict[str, _Word] = {}
    times: dict[str, int] = {}
    for index, word in enumerate(read):
        if index in taken or not _tells(word):
            continue
        first.setdefault(word.stem, word)
        times[word.stem] = times.get(word.stem, 0) + 1
    order = {family: rank for rank, family in enumerate(first)}
    ranked = sorted(
        first,
        key=lambda one: (not first[one].is_tool, not first[one].is_acronym, -times[one], order[one]),
    )
    return [Keyword(_shown(first[one]), (one,), times[one], is_skill=first[one].is_tool) for one in ranked]


def _tells(word: _Word) -> bool:
    if word.is_town:
        return False
    if word.is_tool:
        return True
    if word.is_acronym:
        return word.folded not in _ignored()[1]
    is_told_to_you = word.folded.endswith("ez")
    return (
        len(word.folded) >= SHORTEST
        and word.folded.isalpha()
        and not is_told_to_you
        and word.folded not in _ignored()[1]
    )


def _shown(word: _Word) -> str:
    """Write an acronym or a name as the offer does, any other word in small letters."""
    return word.written if word.is_acronym or word.is_tool else word.written.lower()


@cache
def _data() -> dict[str, str]:
    return tomllib.loads(DATA.read_text("utf-8"))


@cache
def _tools() -> frozenset[str]:
    return frozenset(_data()["tools"].split())


@cache
def _towns() -> frozenset[str]:
    return frozenset(_data()["towns"].split())


@cache
def _ignored() -> tuple[frozenset[str], frozenset[str]]:
    """Read the words that link others, and those every offer holds."""
    data = _data()
    elided = frozenset(["l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu"])
    return frozenset(data["stop"].split()) | elided, frozenset((data["offers"] + data["days"]).split())
