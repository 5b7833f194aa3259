"""The whole archive of LinkedIn: connections, then what its other tables say of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.domain.names import tidy_name
from tremplin.network.domain.reaching import comparable_profile
from tremplin.network.importing.archives import unpacked
from tremplin.network.importing.days import read_day
from tremplin.network.importing.decoding import decoded
from tremplin.network.importing.headings import Header, records, words_at
from tremplin.network.importing.incoming import (
    Contacts,
    Exchange,
    Gathering,
    Incoming,
    Place,
    Problem,
    UnreadableContacts,
)
from tremplin.network.importing.linkedin import KIND, read_connections
from tremplin.network.importing.sheets import Sheet, read_csv
from tremplin.network.importing.vcards import read_vcards

CONNECTIONS: Final = "connections.csv"
NOT_SENT: Final = ("yes", "true", "oui")
SPAM: Final = "spam"


@dataclass(slots=True)
class _Archive:
    """The connections being completed, found by profile or by name."""

    people: list[Incoming]
    exchanges: dict[int, list[Exchange]] = field(default_factory=lambda: defaultdict(list))
    places: list[Place] = field(default_factory=list)
    _profiles: dict[str, int] = field(default_factory=dict)
    _names: dict[str, int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, person in enumerate(self.people):
            if profile := comparable_profile(person.profile):
                self._profiles[profile] = at
            name = folded(person.name)
            self._names[name] = None if name in self._names else at

    def find(self, name: str, profile: str) -> int | None:
        """Find a connection by profile address, else by a name that only one of them bears."""
        known = self._profiles.get(comparable_profile(profile))
        return known if known is not None else self._names.get(folded(name))

    def note(self, name: str, profile: str, exchange: Exchange) -> bool:
        """Note an exchange with a connection; say whether it is one."""
        at = self.find(name, profile)
        if at is not None:
            self.exchanges[at].append(exchange)
        return at is not None

    def completed(self) -> Iterator[Incoming]:
        """Give each connection with the latest exchange of each kind."""
        for at, person in enumerate(self.people):
            latest: dict[str, Exchange] = {}
            for one in sorted(self.exchanges.get(at, ()), key=lambda one: one.on):
                latest[one.kind] = one
            yield person._replace(exchanges=tuple(latest.values())) if latest else person


@dataclass(slots=True)
class _Alone(_Archive):
    """A companion table without the connections: who it names counts only when already known."""

    def note(self, name: str, profile: str, exchange: Exchange) -> bool:
        """Note an exchange with someone, known or not."""
        at = self.find(name, profile)
        if at is None and (tidy := tidy_name(name)):
            at = len(self.people)
            self.people.append(Incoming(tidy, 0, profile=profile, only_if_known=True))
            self._profiles.setdefault(comparable_profile(profile) or tidy, at)
            self._names.setdefault(folded(name), at)
        if at is not None:
            self.exchanges[at].append(exchange)
        return at is not None


Row = Mapping[str, str]


def read_linkedin_archive(content: bytes) -> Contacts:
    """Return the people of an archive, with the last exchange known with each.

    Args:
        content: the ZIP as LinkedIn sends it; any of its tables may be absent.

    Returns:
        Connections; schools and employers of the student as organizations.

    Raises:
        UnreadableContacts: cut, protected, endless, or without any table of people.
    """
    members = unpacked(content)
    if CONNECTIONS not in members:
        return _cards(members)
    text, repaired = decoded(members[CONNECTIONS])
    connections = read_connections(read_csv(text)).warned(repaired)
    archive, warnings = _Archive(list(connections.people)), _doubled(members)
    for name, read in COMPANIONS.items():
        if name in members:
            warnings += read(archive, _rows(members[name]))
    return replace(
        connections,
        people=tuple(archive.completed()),
        places=tuple(dict.fromkeys(archive.places)),
        warnings=(*connections.warnings, *warnings),
    )


def _doubled(members: Mapping[str, bytes]) -> list[Problem]:
    twice = dict.fromkeys(name.partition("/")[2] for name in members if "/" in name)
    why = "se trouve plusieurs fois dans l’archive\u00a0: seul le premier est lu."
    return [Problem(0, f"{name} {why}") for name in twice]


def companion_of(sheet: Sheet) -> str:
    """Return which table of LinkedIn's archive this is; empty when it is none that speaks of others."""
    names = set(map(folded, sheet.rows[0][1])) if sheet.rows else set()
    return next((name for name, marks in SIGNATURES.items() if marks <= names), "")


def is_about_the_student(sheet: Sheet) -> bool:
    """Say whether a table of LinkedIn speaks of the student alone: skills, languages, profile."""
    names = set(map(folded, sheet.rows[0][1])) if sheet.rows else set()
    return any(marks <= names for marks in OWN_TABLES)


def read_companion(content: bytes, name: str) -> Contacts:
    """Return what one companion table says of people already known.

    Args:
        content: the table alone.
        name: which one, as `companion_of` tells.

    Returns:
        People never to be created, with their last exchanges; organizations.
    """
    alone = _Alone([])
    warnings = COMPANIONS[name](alone, _rows(content))
    if not alone.people and not alone.places:
        warnings.append(Problem(0, "Ce tableau de LinkedIn ne cite personne."))
    places = tuple(dict.fromkeys(alone.places))
    if places and not alone.people:
        added = f"{len(places)} organisations ajoutées" if len(places) > 1 else "1 organisation ajoutée"
        warnings.append(Problem(0, f"{added}, personne dans ce tableau."))
    return Contacts(KIND, tuple(alone.completed()), places=places, warnings=tuple(warnings))


def _cards(members: Mapping[str, bytes]) -> Contacts:
    """Read the cards of another program's archive, which has no list of connections."""
    if cards := [content for name, content in members.items() if name.endswith(".vcf")]:
        return read_vcards(b"\r\n".join(cards))
    raise UnreadableContacts(
        "Cette archive ne contient pas Connections.csv. "
        "Redemandez-la à LinkedIn en cochant «\u00a0Relations\u00a0»."
    )


def _rows(content: bytes) -> Iterator[Row]:
    """Give the rows of a companion table by folded heading; a damaged row is passed over."""
    sheet: Sheet = read_csv(decoded(content)[0])
    if not sheet.rows:
        return
    line, first = sheet.rows[0]
    header = Header(0, line, tuple(map(folded, first)))
    for _, cells in records(sheet, header, Gathering()):
        yield {name: words_at(cells, at) for at, name in enumerate(header.names)}


def _messages(archive: _Archive, rows: Iterator[Row]) -> list[Problem]:
    """Note the last message with each: one to one, or what they wrote to a group."""
    for row in rows:
        on = read_day(row.get("date", "")[:10])
        skipped = row.get("is message draft", "").casefold() in NOT_SENT
        if on is None or skipped or row.get("folder", "").casefold() == SPAM:
            continue
        exchange = Exchange(on, "message", "Message LinkedIn")
        archive.note(row.get("from", ""), row.get("sender profile url", ""), exchange)
        recipients = [url for url in row.get("recipient profile urls", "").split(",") if url.strip()]
        is_group = len(recipients) > 1 or (not recipients and ", " in row.get("to", ""))
        if not is_group:
            archive.note(row.get("to", ""), "".join(recipients), exchange)
    return []


def _invitations(archive: _Archive, rows: Iterator[Row]) -> list[Problem]:
    """Note who invited whom; those who are no connection yet are counted, never created."""
    waiting = 0
    for row in rows:
        sent = row.get("direction", "").upper() != "INCOMING"
        name, url = ("to", "inviteeprofileurl") if sent else ("from", "inviterprofileurl")
        on = read_day(row.get("sent at", "").split(",")[0], month_first=True)
        what = "Invitation envoyée" if sent else "Invitation reçue"
        if on and not archive.note(row.get(name, ""), row.get(url, ""), Exchange(on, "invitation", what)):
            waiting += 1
    if not waiting:
        return []
    why = "invitations sans suite" if waiting > 1 else "invitation sans suite"
    return [Problem(0, f"Invitations.csv\u00a0: {waiting} {why}, ces personnes ne sont pas ajoutées.")]


def _recommendations(archive: _Archive, rows: Iterator[Row]) -> list[Problem]:
    """Note recommendations; which comes first, day or month, is not said: the earlier day counts."""
    for row in rows:
        written = row.get("creation date", "").split(",")[0]
        readings = (read_day(written), read_day(written, month_first=True))
        if both := {on for on in readings if on}:
            name = f"{row.get('first name', '')} {row.get('last name', '')}"
            what = "Recommandation LinkedIn" + (" (jour ou mois à vérifier)" if len(both) > 1 else "")
            archive.note(name, "", Exchange(min(both), "recommendation", what))
    return []


def _endorsements(archive: _Archive, rows: Iterator[Row]) -> list[Problem]:
    for row in rows:
        on = read_day(row.get("endorsement date", ""))
        if on is None or row.get("endorsement status", "").upper() != "ACCEPTED":
            continue
        name = f"{row.get('endorser first name', '')} {row.get('endorser last name', '')}"
        line = f"A validé votre compétence {row.get('skill name', '')}"[:200]
        archive.note(name, row.get("endorser public url", ""), Exchange(on, "other", line))
    return []


def _named(heading: str, kind: str) -> Callable[[_Archive, Iterator[Row]], list[Problem]]:
    def read(archive: _Archive, rows: Iterator[Row]) -> list[Problem]:
        archive.places += [Place(row[heading], kind) for row in rows if row.get(heading)]
        return []

    return read


COMPANIONS: Final[Mapping[str, Callable[[_Archive, Iterator[Row]], list[Problem]]]] = {
    "messages.csv": _messages,
    "invitations.csv": _invitations,
    "recommendationsreceived.csv": _recommendations,
    "recommendationsgiven.csv": _recommendations,
    "endorsementreceivedinfo.csv": _endorsements,
    "positions.csv": _named("company name", ""),
    "education.csv": _named("school name", "school"),
    "companyfollows.csv": _named("organization", ""),
}

SIGNATURES: Final[Mapping[str, frozenset[str]]] = {
    "messages.csv": frozenset({"conversation id", "from", "to", "date"}),
    "invitations.csv": frozenset({"from", "to", "sent at", "direction"}),
    "endorsementreceivedinfo.csv": frozenset({"endorsement date", "skill name"}),
    "recommendationsreceived.csv": frozenset({"first name", "last name", "text", "creation date"}),
    "positions.csv": frozenset({"company name", "started on", "finished on"}),
    "education.csv": frozenset({"school name", "degree name"}),
    "companyfollows.csv": frozenset({"organization", "followed on"}),
}
OWN_TABLES: Final = (
    frozenset({"maiden name", "headline"}),
    frozenset({"name", "proficiency"}),
    frozenset({"name", "authority"}),
)
