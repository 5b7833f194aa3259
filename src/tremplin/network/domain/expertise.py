"""What someone knows of, read in their position then in where they work, with the word that decided."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from tremplin.network.domain.names import as_written, folded

DATA: Final = Path(__file__).with_name("expertise.toml")
LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class Expertise:
    """A domain and why; `domain` is empty when no word was recognised.

    Attributes:
        domain: the key of the domain.
        word: the word that decided, as written.
        place: where it was read, in words; empty when corrected by hand or unknown.
    """

    domain: str = ""
    word: str = ""
    place: str = ""

    @property
    def says(self) -> str:
        """Return the rule in words."""
        if self.place:
            return f"Mot lu dans {self.place}\u00a0: «\u00a0{self.word}\u00a0»."
        return "Noté par vous." if self.domain else "Aucun mot connu dans la fonction ni dans l’organisation."


def expertise(*, title: str, organization: str, corrected: str = "") -> Expertise:
    """Return the domain of someone's position.

    A correction wins. Else the position is read, then the name of the organization; the longest
    known word decides, the first of them when two are as long; a weak word only without another.

    Args:
        title: what they do, in French or English; may be empty.
        organization: where; may be empty.
        corrected: the key of a domain the student chose; empty when none.

    Returns:
        The domain, the word that decided and where it was read.
    """
    if corrected:
        return Expertise(corrected)
    for place, text in (("la fonction", title), ("le nom de l’organisation", organization)):
        if found := _deciding(text):
            return Expertise(found[0], found[1], place)
    return Expertise()


@cache
def domains() -> Mapping[str, str]:
    """Return the French name of each domain by key, in the order of the list."""
    return {one["key"]: one["name"] for one in _data()["domain"]}


def domain_name(key: str) -> str:
    """Return the French name of a domain; « domaine à préciser » when it is unknown."""
    return domains().get(key) or "domaine à préciser"


@lru_cache(maxsize=8192)
def _deciding(text: str) -> tuple[str, str] | None:
    words = folded(text).split()
    for strength in ("words", "weak"):
        readings = list(_readings(words, strength))
        if readings:
            key, known, _at = max(readings, key=lambda one: (len(one[1]), -one[2]))
            return key, as_written(text, known)
    return None


def _readings(words: Sequence[str], strength: str) -> Iterator[tuple[str, str, int]]:
    """Give each known run of words: its domain, the words, and where it begins."""
    whole, begun = _known(strength)
    for size in range(1, LONGEST + 1):
        stems = begun.get(size, {})
        beginnings = tuple(stems)
        for start in range(len(words) - size + 1):
            run = " ".join(words[start : start + size])
            if run in whole:
                yield whole[run], run, start
            elif run.startswith(beginnings):
                yield next(key for stem, key in stems.items() if run.startswith(stem)), run, start


@cache
def _known(strength: str) -> tuple[Mapping[str, str], Mapping[int, Mapping[str, str]]]:
    """Give the domain of each whole run of words, then of each beginning by its count of words."""
    whole: dict[str, str] = {}
    begun: dict[int, dict[str, str]] = {}
    for one in _data()["domain"]:
        for word in one.get(strength, ()):
            plain = folded(word)
            if word.endswith("*"):
                begun.setdefault(len(plain.split()), {}).setdefault(plain, one["key"])
            else:
                whole.setdefault(plain, one["key"])
    return whole, begun


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))
