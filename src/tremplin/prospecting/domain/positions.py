"""Where someone stands in an organization, guessed from their title by a rule that is shown."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote_plus

from tremplin.law.words import NBSP
from tremplin.prospecting.domain.generic import plain_letters
from tremplin.prospecting.domain.web import page_address

Place = Literal["operational", "executive", "insider", "junior", "hr", "other"]

DATA: Final = Path(__file__).with_name("positions.toml")
DECIDES: Final = frozenset({"operational", "executive"})
FUNCTIONS: Final = ("responsable", "chef de service", "directeur")


@dataclass(frozen=True, slots=True)
class Guess:
    """Where a title places someone, and the word of it that decided; empty when none did."""

    position: Place
    word: str = ""


@dataclass(frozen=True, slots=True)
class WayToFind:
    """A way to find who has the problem; `link` is empty when it is no page."""

    title: str
    how: str
    link: str = ""


def guess_position(title: str) -> Guess:
    """Guess where someone stands from what they do.

    Args:
        title: their function, as written; may be empty.

    Returns:
        The place and the word that decided: a title that no word of the rule names is that of a member of
        the team, no title at all says nothing.
    """
    folded = plain_letters(title).replace("·", "")
    for position, pattern in _groups():
        if found := pattern.search(folded):
            return Guess(position, title[found.start() : found.end()])
    return Guess("insider" if folded.strip() else "other")


def what_is_missing(positions: Iterable[str]) -> str:
    """Say who is missing among the people of a target, and what it would cost.

    Args:
        positions: where each of them stands.

    Returns:
        A French sentence; empty when someone who has the problem is there.
    """
    found = set(positions)
    if found & DECIDES:
        return ""
    if "hr" in found:
        return "Aucun manager opérationnel\u00a0: la proposition irait aux RH, qui trient des candidatures."
    if found:
        return "Aucun manager opérationnel\u00a0: personne ici n’a le problème à résoudre. Demandez-leur qui."
    return "Aucune personne. Il faut au moins un manager opérationnel\u00a0: celui qui a le problème."


def hr_before_manager(position: str, others: Iterable[str]) -> str:
    """Say what writing to human resources first does; empty when it is not the case.

    Args:
        position: of the person written to.
        others: positions of the people of the target already written to.

    Returns:
        A French sentence, never a prohibition.
    """
    if position != "hr" or DECIDES & set(others):
        return ""
    return (
        "Vous écrivez aux RH avant un manager opérationnel. Elles ne connaissent pas le problème que vous "
        "avez trouvé, et votre message rejoindra les candidatures. C’est permis, en connaissance de cause."
    )


def ways_to_find(company: str, *, website: str = "", functions: Iterable[str] = ()) -> tuple[WayToFind, ...]:
    """List the ways to find who has the problem: links to open, nothing is read for the student.

    Args:
        company: its name.
        website: its address; empty when unknown.
        functions: functions looked for; the usual ones when empty.

    Returns:
        The ways, the quickest first.
    """
    wanted = tuple(functions) or FUNCTIONS
    return (*_on_linkedin(company, wanted), *_elsewhere(company, website))


def _on_linkedin(company: str, functions: Iterable[str]) -> Iterator[WayToFind]:
    for function in functions:
        words = quote_plus(f"{function} {company}")
        yield WayToFind(
            f"LinkedIn\u00a0: {function} chez {company}",
            "Lisez depuis quand la personne est là et de quoi elle parle.",
            f"https://www.linkedin.com/search/results/people/?keywords={words}",
        )


def _elsewhere(company: str, website: str) -> Iterator[WayToFind]:
    yield WayToFind(
        "La page Équipe ou Contact de son site",
        "Les noms des responsables y sont souvent, parfois dans les mentions légales.",
        page_address(website),
    )
    yield WayToFind(
        "Les intervenants",
        f"Qui parle pour {company} dans une conférence, un salon ou un article a souvent le problème.",
        f"https://www.qwant.com/?q={quote_plus(f'{company} conférence intervenant')}",
    )
    yield WayToFind(
        "L’annuaire des anciens",
        f"Cherchez {company} dans l’annuaire des anciens de votre école ou de votre université.",
    )
    yield WayToFind(
        "Le standard",
        f"Appelez et demandez{NBSP}: «{NBSP}Qui s’occupe de ce sujet chez vous{NBSP}?{NBSP}»",
    )


@cache
def _groups() -> tuple[tuple[Place, re.Pattern[str]], ...]:
    groups = tomllib.loads(DATA.read_text(encoding="utf-8"))["group"]
    return tuple((one["position"], _pattern(one["words"])) for one in groups)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    expressions = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(expressions)})(?![\w-])")
