"""One typed line: « Odile Brossard, enseignante, Université > Karim Benyahia (logistique), Julie »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tremplin.network.domain.expertise import expertise

CHEVRON: Final = re.compile(r"\s*(?:>|→|=>|connaît\b)\s*")
BETWEEN: Final = re.compile(r"\s*[,;]\s*(?![^(]*\))")
ASIDE: Final = re.compile(r"^(.*?)\s*\(([^)]*)\)?\s*$")
LONGEST_NAME: Final = 160


@dataclass(frozen=True, slots=True)
class Named:
    """Someone named in a line.

    Attributes:
        name: as typed.
        title: what they do; may be empty.
        organization: where; may be empty.
        domain: the domain said in brackets; empty when it named something else.
        knows: whom they know.
    """

    name: str
    title: str = ""
    organization: str = ""
    domain: str = ""
    knows: tuple["Named", ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that names nobody, and why."""

    line: str
    why: str


def read_lines(text: str) -> tuple[tuple[Named, ...], tuple[Refused, ...]]:
    """Return the people of a text, one line each.

    Args:
        text: as typed; empty lines count for nothing.

    Returns:
        People in order, then the lines refused, each with its reason.
    """
    found, refused = [], []
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        try:
            found.append(read_line(line))
        except ValueError as refusal:
            refused.append(Refused(line, str(refusal)))
    return tuple(found), tuple(refused)


def read_line(line: str) -> Named:
    """Return the person a line begins with, and those they know.

    A chevron says whom they know; a second one, whom those know.

    Args:
        line: one line.

    Returns:
        The person.

    Raises:
        ValueError: a part names nobody; the message is for the student.
    """
    head, *rest = CHEVRON.split(line)
    name, *details = BETWEEN.split(head)
    first = _named(name, details)
    return Named(first.name, first.title, first.organization, first.domain, tuple(_known(rest)))


def read_known(text: str) -> tuple[Named, ...]:
    """Return the people named one after the other, with commas between.

    Raises:
        ValueError: a part names nobody; the message is for the student.
    """
    return tuple(_known(CHEVRON.split(text)))


def _known(parts: list[str]) -> Iterator[Named]:
    if not parts:
        return
    people = [_named(name, []) for name in BETWEEN.split(parts[0]) if name]
    *others, last = people or [_named("", [])]
    yield from others
    yield Named(last.name, last.title, last.organization, last.domain, tuple(_known(parts[1:])))


def _named(text: str, details: list[str]) -> Named:
    aside = ASIDE.match(text)
    name, said = (aside[1], BETWEEN.split(aside[2])) if aside else (text, [])
    said = [part.strip() for part in (*said, *details) if part.strip()]
    if not any(letter.isalpha() for letter in name):
        raise ValueError(f"Il manque un nom dans «\u00a0{text.strip() or '…'}\u00a0».")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"Ce nom est trop long\u00a0: {LONGEST_NAME} signes au plus.")
    if len(said) > 1:
        return Named(name.strip(), title=said[0], organization=said[1])
    return _with_one_word(name.strip(), said[0]) if said else Named(name.strip())


def _with_one_word(name: str, said: str) -> Named:
    """Read one detail: a position or a domain when a known word says so, else a place."""
    domain = expertise(title=said, organization="").domain
    if not domain:
        return Named(name, organization=said)
    return Named(name, title=said, domain=domain)
