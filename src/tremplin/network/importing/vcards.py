"""vCard 2.1, 3.0 and 4.0, as phones, Outlook, Google and Apple write them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.domain.careers import Job
from tremplin.network.domain.names import LONGEST_NAME
from tremplin.network.domain.reaching import (
    comparable_email,
    comparable_phone,
    comparable_profile,
    is_telling_phone,
    whole_address,
)
from tremplin.network.domain.wording import read_sector
from tremplin.network.importing.bounds import LONGEST_CELL, MOST_ROWS
from tremplin.network.importing.content_lines import ContentLine, content_lines
from tremplin.network.importing.days import read_day
from tremplin.network.importing.incoming import (
    Bond,
    Contacts,
    Gathering,
    Incoming,
    Place,
    Relation,
    UnreadableContacts,
)
from tremplin.network.importing.naming import bare_address, circle_named, circle_of, name_or_refusal, ways_of
from tremplin.network.importing.sheets import too_many_rows

KIND: Final = "vCard"
NUMBER: Final = "X-TREMPLIN-NUMBER"
BEGIN: Final = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*$", re.I)
END: Final = re.compile(rb"\s*END\s*:\s*VCARD\s*$", re.I)
AGENT: Final = re.compile(rb"\s*AGENT\s*:\s*$", re.I)
MOST_AROUND: Final = 4
APPLE_LABEL: Final = re.compile(r"^_\$!<(.*)>!\$_$")
NOT_GROUPS: Final = {"mycontacts", "othercontacts", "my contacts", "starred"}
FAX: Final = ("fax", "pager")
NOT_A_CARD: Final = (
    "Ce fichier n’est pas une vCard\u00a0: il ne contient aucune fiche. "
    "Exportez de nouveau vos contacts en .vcf."
)
RELATIONS: Final = {"manager": "responsable", "assistant": "assistant", "colleague": "collègue"}
CARET: Final = re.compile(r"\^([n'^])")
UNCARETED: Final = {"n": " ", "'": '"', "^": "^"}
Card = list[tuple[int, bytes]]


@dataclass(slots=True)
class _Named:
    """Cards by their identifier, and the relations that point to one."""

    places: dict[str, int] = field(default_factory=dict)
    relations: list[tuple[int, ContentLine]] = field(default_factory=list)

    def learn(self, at: int, lines: Sequence[ContentLine]) -> None:
        """Note the identifier of a card, and whom it points to."""
        self.places.setdefault(_first(lines, "UID"), at)
        pointing = (line for line in _all(lines, "RELATED", "X-TREMPLIN-RELATED") if "urn:" in line.text)
        self.relations += [(at, line) for line in pointing]

    def bonds(self) -> Iterator[Bond]:
        """Give the ties between two cards of the file."""
        for at, line in self.relations:
            other = self.places.get(line.value.strip())
            if other is not None and other != at:
                said = line.parameters
                near = said.get("X-CLOSENESS", "")
                closeness = int(near) if near in {"1", "2", "3"} else None
                label = CARET.sub(lambda match: UNCARETED[match[1]], said.get("X-LABEL", ""))
                yield Bond(at, other, said.get("X-KIND", "knows"), label, closeness)


def read_vcards(content: bytes) -> Contacts:
    """Return the people of a file of cards.

    Args:
        content: the bytes: each card may have its own encoding.

    Returns:
        People; companies apart; photos and notes dropped.

    Raises:
        UnreadableContacts: no card at all.
    """
    gathering, named = Gathering(), _Named()
    plain = content.decode("utf-16").encode() if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else content
    for count, (card, is_closed) in enumerate(_cards(plain), 1):
        if count > MOST_ROWS:
            raise too_many_rows()
        if not is_closed:
            gathering.warn(card[0][0] if card else 0, "la fiche n’est pas fermée, elle est lue quand même.")
        before, lines = len(gathering.people), list(content_lines(card))
        _take(gathering, lines, card[0][0] if card else 0)
        if len(gathering.people) > before:
            named.learn(before, lines)
    gathering.bonds += named.bonds()
    if not gathering.people and not gathering.places and not gathering.refused:
        raise UnreadableContacts(
            "Ce fichier est vide. Exportez de nouveau vos contacts." if not content.strip() else NOT_A_CARD
        )
    return gathering.done(KIND)


def _cards(content: bytes) -> Iterator[tuple[Card, bool]]:
    """Give the lines of each card, and whether it is closed: the next one, or the end, closes it too.

    The card of an assistant stands inside their boss's, which goes on after it.
    """
    around: list[Card] = []
    card: Card | None = None
    for at, line in enumerate(re.split(rb"\r\n|\n|\r", content), 1):
        if BEGIN.match(line.lstrip(b"\xef\xbb\xbf")):
            if card and AGENT.match(card[-1][1]) and len(around) < MOST_AROUND:
                around.append(card)
            elif card is not None:
                yield card, False
            card = []
        elif END.match(line):
            if card is not None:
                yield card, True
            card = around.pop() if around else None
        elif card is not None:
            card.append((at, line))
    yield from ((one, False) for one in (*around, card) if one is not None)


def _take(gathering: Gathering, lines: Sequence[ContentLine], at: int) -> None:
    organization, written = _organization(lines), _name(lines)
    emails, phones = _emails(lines), _phones(lines)
    if _first(lines, NUMBER) and (ours := _first(lines, "FN")):
        name = " ".join(ours.split())[:LONGEST_NAME]
        gathering.people.append(_our_person(_person(name, at, lines, organization), lines))
    elif _is_company(lines, written, organization):
        gathering.places.append(Place(organization or written))
        gathering.warn(
            at, f"«\u00a0{organization or written}\u00a0» est une organisation, rangée comme telle."
        )
    elif name := name_or_refusal(gathering, at, written, emails=emails, phones=phones):
        gathering.people.append(_person(name, at, lines, organization))


def _person(name: str, at: int, lines: Sequence[ContentLine], organization: str) -> Incoming:
    person = Incoming(
        name,
        at,
        emails=_emails(lines),
        phones=_phones(lines),
        profile=_profile(lines),
        organization=organization[:LONGEST_CELL],
        title=" ".join(_first(lines, "TITLE", "ROLE").split())[:LONGEST_CELL],
        groups=_groups(lines),
        relations=tuple(_relations(lines)),
    )
    return _with_ours(person, lines)


def _with_ours(person: Incoming, lines: Sequence[ContentLine]) -> Incoming:
    """Add what only our own cards say."""
    closeness = _first(lines, "X-TREMPLIN-CLOSENESS")
    connector = _first(lines, "X-TREMPLIN-CONNECTOR")
    return person._replace(
        circle=circle_named(_first(lines, "X-TREMPLIN-CIRCLE")) or circle_of(person.groups, person.name),
        expertise=read_sector(_first(lines, "X-TREMPLIN-DOMAIN")),
        closeness=int(closeness) if closeness in {"1", "2", "3"} else None,
        is_connector={"oui": True, "non": False}.get(connector),
        connected_on=read_day(_first(lines, "X-TREMPLIN-SINCE")),
        tie=_first(lines, "X-TREMPLIN-TIE") or person.tie,
        is_known=_first(lines, "X-TREMPLIN-KNOWN") != "non",
    )


def _our_person(person: Incoming, lines: Sequence[ContentLine]) -> Incoming:
    """Keep what our own cards say as it stands, with nothing guessed."""
    number = _first(lines, NUMBER)
    profiles = [url for line in _all(lines, "URL") if comparable_profile(url := line.value.strip())]
    return person._replace(
        circle=circle_named(_first(lines, "X-TREMPLIN-CIRCLE")),
        profile=next(iter(profiles), ""),
        pages=tuple(profiles[1:]),
        career=tuple(_job(line) for line in _all(lines, "X-TREMPLIN-JOB")),
        number=int(number) if number.isdecimal() else 0,
    )


def _job(line: ContentLine) -> Job:
    title, organization, since, until = (*line.parts(), "", "", "", "")[:4]
    return Job(organization, title, read_day(since), read_day(until))


def _name(lines: Sequence[ContentLine]) -> str:
    """Return the given and family names, else the formatted name, else the nickname."""
    for line in _all(lines, "N"):
        family, given = (*line.parts(), "", "")[:2]
        if given or family:
            return f"{given} {family}".strip()
    return _first(lines, "FN", "NICKNAME")


def _organization(lines: Sequence[ContentLine]) -> str:
    return next((part for line in _all(lines, "ORG") for part in line.parts() if part), "")


def _is_company(lines: Sequence[ContentLine], name: str, organization: str) -> bool:
    if _first(lines, "X-ABSHOWAS").upper() == "COMPANY" or _first(lines, "KIND").casefold() == "org":
        return True
    is_named = any(any(line.parts()[:2]) for line in _all(lines, "N"))
    return bool(organization) and (not name or (not is_named and folded(name) == folded(organization)))


def _emails(lines: Sequence[ContentLine]) -> tuple[str, ...]:
    return _once((one for line in _all(lines, "EMAIL") for one in ways_of(line.value)), comparable_email)


def _phones(lines: Sequence[ContentLine]) -> tuple[str, ...]:
    """Return their numbers, without faxes nor those of an assistant."""
    labels = _labels(lines)
    theirs = (
        number
        for line in _all(lines, "TEL")
        if not line.has_type(*FAX) and "assistant" not in labels.get(line.group, "").casefold()
        for number in _numbers(line.value)
    )
    return _once(theirs, comparable_phone)


def _numbers(value: str) -> list[str]:
    """Return the numbers of a line, when each of its pieces is one: a pause and a code are none."""
    pieces = ways_of(value)
    return pieces if all(is_telling_phone(comparable_phone(one)) for one in pieces) else [value]


def _labels(lines: Sequence[ContentLine]) -> dict[str, str]:
    return {line.group: line.value for line in _all(lines, "X-ABLABEL") if line.group}


def _profile(lines: Sequence[ContentLine]) -> str:
    """Return a page of theirs: the social profile first, never the site of their firm alone."""
    social = [line.value for line in _all(lines, "X-SOCIALPROFILE", "SOCIALPROFILE")]
    pages = [line.value for line in _all(lines, "URL")]
    chosen = [url for url in (*social, *pages) if comparable_profile(url)]
    return whole_address(next((url for url in chosen if "linkedin." in url), next(iter(chosen), "")))


def _groups(lines: Sequence[ContentLine]) -> tuple[str, ...]:
    named = [part for line in _all(lines, "CATEGORIES") for part in line.parts(",")]
    return tuple(one for one in dict.fromkeys(named) if one and one.casefold() not in NOT_GROUPS)


def _relations(lines: Sequence[ContentLine]) -> Iterator[Relation]:
    """Give who the card names: Apple's related names, vCard 4's relations written as text."""
    labels = _labels(lines)
    for line in _all(lines, "X-ABRELATEDNAMES"):
        label = labels.get(line.group, "")
        said = APPLE_LABEL.sub(r"\1", label).casefold()
        yield Relation(line.value.strip(), RELATIONS.get(said, said))
    for line in _all(lines, "RELATED"):
        if line.parameters.get("VALUE", "").casefold() != "uri" and "urn:" not in line.text:
            said = line.parameters.get("TYPE", "").casefold()
            yield Relation(line.value.strip(), RELATIONS.get(said, said))


def _all(lines: Iterable[ContentLine], *names: str) -> Iterator[ContentLine]:
    for name in names:
        yield from (line for line in lines if line.name == name)


def _first(lines: Iterable[ContentLine], *names: str) -> str:
    return next((text for line in _all(lines, *names) if (text := line.value.strip())), "")


def _once(values: Iterable[str], comparable: Callable[[str], str]) -> tuple[str, ...]:
    """Keep each address or number once, as first written."""
    found: dict[str, str] = {}
    for value in values:
        if key := comparable(value):
            written = bare_address(value) if "@" in key else value.strip()
            found.setdefault(key, written.removeprefix("tel:").split(";ext=")[0])
    return tuple(found.values())
