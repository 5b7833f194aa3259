"""The words résumés are written with: headings, months, « aujourd’hui », languages."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from tremplin.network.domain import folded

PARTS: Final = re.compile(r" (?:et|and|ou|or|y|e|und) ")
NUMBER: Final = re.compile(r"\b\d{1,3}\b")


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    return {word: section for section, words in _words()["sections"].items() for word in words}


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {word: int(number) for number, words in _words()["months"].items() for word in words.split()}


def section_called(heading: str) -> str:
    """Return the section a heading opens: « Expérience » gives « work »; empty for any other words."""
    return _headings().get(folded(heading).removesuffix(" s"), "")


def section_like(title: str) -> str:
    """Return the section that a title of one's own is about: « Compétences clés »; empty for none."""
    words = folded(title).split()
    parts = PARTS.split(" ".join(words))
    tries = (title, *parts, *words[:1], *words[-1:])
    return next((found for one in tries if (found := section_called(one))), "")


def month_called(word: str) -> int:
    """Return the number of a month; 0 for any other word."""
    return _months().get(folded(word), 0)


def says_present(words: str) -> bool:
    """Say whether the words of an end mean that it still goes on."""
    return folded(words) in _words()["present"]["words"]


def is_duration(words: str) -> bool:
    """Say whether words only count time: « 2 ans 3 mois », « 1 yr 4 mos »."""
    rest = " ".join(NUMBER.sub(" ", folded(words).replace(" et ", " ").replace(" and ", " ")).split())
    known = set(_words()["durations"]["words"])
    return bool(rest) and (rest in known or all(word in known for word in rest.split()))


def language_called(code: str) -> str:
    """Return a language in French from its code: « fra », « FR », or an address that ends with it."""
    bare = code.strip().rpartition("/")[2].casefold().split("-")[0]
    two = _words()["language_codes"].get(bare, bare)
    return str(_words()["languages"].get(two, code.strip()))


def dimension_called(code: str) -> str:
    """Return what a scale of the European framework measures: « écouter »; the code when unknown."""
    return str(_words()["dimensions"].get(code, code))


def proficiency_called(words: str) -> str:
    """Return a level of LinkedIn in French: « Native or bilingual proficiency »; other words as they are."""
    bare = folded(words).removesuffix(" proficiency")
    return str(_words()["proficiencies"].get(bare, words.strip()))
