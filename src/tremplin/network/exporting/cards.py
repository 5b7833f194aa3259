"""vCards, 4.0 or 3.0 for older address books."""

import re
from collections.abc import Iterator
from typing import Final, Literal
from uuid import NAMESPACE_URL, uuid5

from tremplin.network.domain.wording import CIRCLES, sector_in_words
from tremplin.network.exporting.directory import Directory, Link, Listed
from tremplin.network.exporting.facts import ANSWERS
from tremplin.network.exporting.maps import clean

Version = Literal["4.0", "3.0"]
LONGEST_LINE: Final = 75  # octets
IN_A_PARAMETER: Final = str.maketrans({"^": "^^", '"': "^'"})


def to_vcards(directory: Directory, *, version: Version = "4.0") -> bytes:
    """Return one card a person.

    Args:
        directory: everyone; ties are related people, which other programs show or pass over.
        version: 3.0 for programs that do not read 4.0.

    Returns:
        UTF-8, lines folded at 75 octets, CRLF.
    """
    links: dict[int, list[Link]] = {}
    for link in directory.links:
        links.setdefault(link.first, []).append(link)
    lines = []
    for person in directory.people:
        lines += ["BEGIN:VCARD", f"VERSION:{version}", *_card(directory, person, version)]
        for link in links.get(person.key, ()):
            lines.append(_related(directory, link, version))
        lines.append("END:VCARD")
    return b"".join(_folded(line) for line in lines)


def _card(directory: Directory, person: Listed, version: Version) -> Iterator[str]:
    given, _, family = person.name.partition(" ")
    yield f"UID:{_uid(person)}"
    yield f"FN:{_text(person.name)}"
    yield f"N:{_text(family)};{_text(given)};;;"
    yield from (f"EMAIL{';TYPE=INTERNET' if version == '3.0' else ''}:{_text(one)}" for one in person.emails)
    yield from (f"TEL;TYPE=VOICE:{_text(one)}" for one in person.phones)
    if person.organization:
        yield f"ORG:{_text(person.organization)}"
    if person.title:
        yield f"TITLE:{_text(person.title)}"
    yield from (f"URL:{_text(one)}" for one in person.profiles)
    if person.circle:
        yield f"CATEGORIES:{_text(CIRCLES[person.circle])}"
    yield from _ours(person)


def _ours(person: Listed) -> Iterator[str]:
    """Write what no other program knows, under names that they pass over."""
    said = {
        "CIRCLE": person.circle,
        "DOMAIN": _text(sector_in_words(person.expertise or person.domain)),
        "CLOSENESS": str(person.closeness or ""),
        "CONNECTOR": "" if person.is_connector is None else ANSWERS[person.is_connector],
        "SINCE": person.connected_on.isoformat() if person.connected_on else "",
        "TIE": person.tie if person.is_known and person.tie != "contact" else "",
        "KNOWN": "" if person.is_known else "non",
        "NUMBER": str(person.key),
    }
    yield from (f"X-TREMPLIN-{name}:{text}" for name, text in said.items() if text)
    for job in person.career:
        days = (day.isoformat() if day else "" for day in (job.since, job.until))
        yield f"X-TREMPLIN-JOB:{';'.join((_text(job.title), _text(job.organization), *days))}"


def _related(directory: Directory, link: Link, version: Version) -> str:
    other = directory.by_key[link.second]
    name = "RELATED" if version == "4.0" else "X-TREMPLIN-RELATED"
    label = clean(link.label).translate(IN_A_PARAMETER)
    said = f';X-LABEL="{label}"' if label else ""
    near = f";X-CLOSENESS={link.closeness}" if link.closeness else ""
    return f"{name};TYPE=contact;X-KIND={link.kind}{said}{near}:{_uid(other)}"


def _uid(person: Listed) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'tremplin:{person.key}:{person.name}')}"


def _text(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", clean(text))


def _folded(line: str) -> bytes:
    """Fold at 75 octets, never inside a character."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
