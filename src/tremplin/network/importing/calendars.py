"""Who sat at the student's meetings: the attendees and organizers of a calendar."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.domain.reaching import comparable_email
from tremplin.network.importing.bounds import MOST_ROWS
from tremplin.network.importing.content_lines import ContentLine, content_lines, unescaped
from tremplin.network.importing.days import read_day
from tremplin.network.importing.incoming import (
    Contacts,
    Exchange,
    Gathering,
    Incoming,
    UnreadableContacts,
)
from tremplin.network.importing.naming import name_or_refusal
from tremplin.network.importing.sheets import too_many_rows

KIND: Final = "Calendrier"
BEGIN: Final = re.compile(rb"\s*BEGIN\s*:\s*VEVENT\s*$", re.I)
END: Final = re.compile(rb"\s*END\s*:\s*VEVENT\s*$", re.I)
NOT_PEOPLE: Final = ("RESOURCE", "ROOM", "GROUP")
NOT_A_LETTER: Final = re.compile(r"[^a-z]")
ROBOTS: Final = frozenset({"noreply", "donotreply", "nepasrepondre"})
ROOMS: Final = frozenset({"salle", "room", "amphi"})
NOT_THERE: Final = "DECLINED"
TITLED: Final = 120
NOT_A_CALENDAR: Final = (
    "Ce fichier n’est pas un calendrier. Si c’est une page de connexion, ouvrez d’abord votre compte, "
    "puis téléchargez le calendrier."
)


def read_attendees(content: bytes, *, today: date) -> Contacts:
    """Return the people named in the events of a calendar.

    Args:
        content: the bytes.
        today: meetings after it are no exchange yet.

    Returns:
        People once each, with the last past meeting; whoever sits at every event is the student.

    Raises:
        UnreadableContacts: the file is no calendar.
    """
    if b"BEGIN:VCALENDAR" not in content[:2000].upper():
        raise UnreadableContacts(NOT_A_CALENDAR)
    gathering = Gathering()
    met: dict[str, list[tuple[ContentLine, Exchange | None]]] = defaultdict(list)
    peopled = named = 0
    for event, is_closed in _events(content):
        if not is_closed:
            gathering.warn(event[0][0] if event else 0, "l’événement est coupé, il est laissé de côté.")
            continue
        lines = list(content_lines(event))
        present = {_key(person): person for person in _present(lines)}
        peopled += bool(present)
        named += len(present)
        if named > MOST_ROWS:
            raise too_many_rows()
        meeting = _meeting(lines, today)
        for key, person in present.items():
            met[key].append((person, meeting))
    for found in met.values():
        _take(gathering, found, is_everywhere=1 < peopled == len(found) and len(met) > 1)
    if not met:
        gathering.warn(0, "Aucun événement de ce calendrier ne nomme de participants.")
    return gathering.done(KIND)


def _events(content: bytes) -> Iterator[tuple[list[tuple[int, bytes]], bool]]:
    event: list[tuple[int, bytes]] | None = None
    count = 0
    for at, line in enumerate(re.split(rb"\r\n|\n|\r", content), 1):
        if BEGIN.match(line):
            event, count = [], count + 1
        elif END.match(line) and event is not None:
            yield event, True
            event = None
        elif event is not None:
            event.append((at, line))
        if count > MOST_ROWS:
            raise too_many_rows()
    if event:
        yield event, False


def _present(lines: list[ContentLine]) -> Iterator[ContentLine]:
    if any(line.name == "STATUS" and line.text.strip().upper() == "CANCELLED" for line in lines):
        return
    for line in lines:
        is_person = line.parameters.get("CUTYPE", "INDIVIDUAL").upper() not in NOT_PEOPLE
        is_there = line.parameters.get("PARTSTAT", "").upper() != NOT_THERE
        if line.name in {"ATTENDEE", "ORGANIZER"} and is_person and is_there and not _is_a_thing(line):
            yield line


def _is_a_thing(line: ContentLine) -> bool:
    """Tell a room, a robot or a copy from someone who sat there."""
    first = folded(line.parameters.get("CN", "")).split()[:1]
    box = NOT_A_LETTER.sub("", _email(line).partition("@")[0])
    is_copied = line.parameters.get("ROLE", "").upper() == "NON-PARTICIPANT"
    return is_copied or box in ROBOTS or bool(first and first[0] in ROOMS)


def _email(line: ContentLine) -> str:
    """Return the address of someone, which iCloud writes beside a path of its own."""
    said = comparable_email(line.text.partition("?")[0])
    return said or comparable_email(line.parameters.get("EMAIL", ""))


def _key(line: ContentLine) -> str:
    return _email(line) or folded(line.parameters.get("CN", "")) or line.text


def _meeting(lines: list[ContentLine], today: date) -> Exchange | None:
    on = next((read_day(line.text[:10]) for line in lines if line.name == "DTSTART"), None)
    title = next((line.value for line in lines if line.name == "SUMMARY"), "")
    return Exchange(on, "meeting", " ".join(title.split())[:TITLED]) if on and on <= today else None


def _take(
    gathering: Gathering, found: list[tuple[ContentLine, Exchange | None]], *, is_everywhere: bool
) -> None:
    line = next((one for one, _ in found if one.parameters.get("CN")), found[0][0])
    email = _email(line)
    name = name_or_refusal(gathering, line.at, _said(line), emails=filter(None, (email,)))
    if name:
        past = [exchange for _, exchange in found if exchange is not None]
        last = max(past, key=lambda one: one.on, default=None)
        person = Incoming(
            name,
            line.at,
            emails=(email,) if email else (),
            exchanges=(last,) if last else (),
            is_me=is_everywhere,
        )
        gathering.people.append(person)


def _said(line: ContentLine) -> str:
    """Return the common name, put back in order when it reads « Kervella, Malo »; empty for an address."""
    said = unescaped(line.parameters.get("CN", "")).strip("\"' ")
    if comparable_email(said):
        return ""
    family, comma, given = said.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else said
