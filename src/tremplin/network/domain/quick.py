"""One typed line: « Odile Brossard, enseignante, Université > Karim Benyahia (logistique), Julie »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tremplin.network.domain.expertise import expertise
from tremplin.network.domain.organizations import kind_of

CHEVRON: Final = re.compile(r"\s*(?:>|→|=>|connaît\b)\s*")
BETWEEN: Final = re.compile(r"\s*[,;]\s*(?![^(]*\))")
ASIDE: Final = re.compile(r"^(.*?)\s*\(([^)]*)\)?\s*$")
APART: Final = re.compile(r"\s+[-–—]\s+|\s*[–—:]\s+|\s+(?=(?:travaille|bosse|est en)\b)")
AT: Final = re.compile(
    r"^(?P<title>.*?)\b(?:(?i:chez)|à(?=\s+[A-ZÉÈÀ])|(?:à la|à l[’'])(?=\s*\w)|au(?=\s))\s*(?P<place>\S.*)$"
)
WORKING: Final = re.compile(r"^(?:travaille|bosse|est(?= en\b))\s*", re.I)
CERTAIN: Final = re.compile(r"\b(?i:chez)\b|\bà\s+[A-ZÉÈÀ]")
KIN: Final = re.compile(r"^(?:sa|son)\s+(?=\w)", re.I)
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
    known = tuple(_known(rest, first.name))
    return Named(first.name, first.title, first.organization, first.domain, known)


def read_known(text: str) -> tuple[Named, ...]:
    """Return the people named one after the other, with commas between.

    Raises:
        ValueError: a part names nobody; the message is for the student.
    """
    return tuple(_known(CHEVRON.split(text)))


def _known(parts: list[str], of: str = "") -> Iterator[Named]:
    if not parts:
        return
    people = [_named(_kin(name, of), []) for name in BETWEEN.split(parts[0]) if name]
    *others, last = people or [_named("", [])]
    yield from others
    known = tuple(_known(parts[1:], last.name))
    yield Named(last.name, last.title, last.organization, last.domain, known)


def _kin(text: str, of: str) -> str:
    """Say whose sister « sa sœur » is: two of them are not one person."""
    found = KIN.match(text) if of else None
    if found is None:
        return text
    head, *rest = APART.split(text[found.end() :], maxsplit=1)
    said = f"{head[:1].upper()}{head[1:]} de {of}"
    return f"{said}\u00a0: {rest[0]}" if rest else said


def _named(text: str, details: list[str]) -> Named:
    name, *said = APART.split(text, maxsplit=1)
    said = [*said, *details]
    if aside := ASIDE.match(name):
        name, said = aside[1], [*BETWEEN.split(aside[2]), *said]
    if not any(letter.isalpha() for letter in name):
        raise ValueError(f"Il manque un nom dans «\u00a0{text.strip() or '…'}\u00a0».")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"Ce nom est trop long\u00a0: {LONGEST_NAME} signes au plus.")
    return _with_details(name.strip(), [part.strip() for part in said if part.strip()])


def _with_details(name: str, said: list[str]) -> Named:
    """Read what follows a name: « en alternance chez Airbus (informatique) », « enseignante, Université »."""
    if not said:
        return Named(name)
    told, domain = _without_domain(said[0])
    title, organization = _title_and_place(told)
    rest = said[1:]
    if rest and not organization:
        title, organization, rest = told, _title_and_place(rest[0])[1] or rest[0], rest[1:]
    if not domain and not organization:
        domain = expertise(title=title, organization="").domain
    return Named(name, ", ".join(filter(None, (title, *rest))), organization, domain)


def _without_domain(said: str) -> tuple[str, str]:
    """Take off brackets that name a domain; others are left as typed."""
    aside = ASIDE.match(said)
    domain = expertise(title=aside[2], organization="").domain if aside else ""
    return (aside[1], domain) if aside and aside[1] and domain else (said, "")


def _title_and_place(said: str) -> tuple[str, str]:
    """Cut one detail into what someone does and where: one plain word is a trade, a capital a place."""
    found = AT.match(said)
    if found and (CERTAIN.search(said) or kind_of(found["place"]) != "company"):
        return WORKING.sub("", found["title"]).strip(), found["place"].strip()
    known = expertise(title=said, organization="").domain
    if said[:1].islower() and kind_of(said) == "company":
        return said, ""
    return (said, "") if known else ("", said)
