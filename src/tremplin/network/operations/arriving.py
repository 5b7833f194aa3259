"""Bringing people in from a file: look first, then write all of it or nothing, then undo if need be."""

import gc
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from typing import Any, Final

from django.db import transaction

from tremplin.network.domain import folded
from tremplin.network.domain.expertise import expertise
from tremplin.network.domain.organizations import kind_of
from tremplin.network.domain.reaching import comparable_profile
from tremplin.network.domain.wording import MET_THROUGH
from tremplin.network.faces import known_people
from tremplin.network.importing.incoming import Contacts, Incoming, Problem
from tremplin.network.importing.planning import Arrival, Plan, plan_import
from tremplin.network.importing.reading import read_contacts
from tremplin.network.models import (
    Circle,
    ContactPoint,
    DistinctPair,
    ImportBatch,
    Interaction,
    InteractionKind,
    Merge,
    Organization,
    Person,
    Role,
    Tie,
    TieKind,
)
from tremplin.network.operations.merging import undo_merge
from tremplin.network.operations.relations import relations_to
from tremplin.network.storing import erase, insert, next_key

FILLED: Final = (
    "email",
    "phone",
    "profile_url",
    "circle",
    "closeness",
    "expertise",
    "is_connector",
    "connected_on",
    "note",
)
VALUES: Final = itemgetter(*FILLED)
NULLABLE: Final = frozenset({"closeness", "is_connector", "connected_on", "introduced_by_id"})
LONGEST: Final = {"email": 254, "profile_url": 200, "phone": 40, "expertise": 80, "note": 160}
QUOTED: Final = re.compile(r"«[^»]*»")
MOST_KEPT: Final = 200
BOTH_WAYS: Final = TieKind.KNOWS.value
TIES: Final = frozenset(TieKind.values)
EXCHANGES: Final = frozenset(InteractionKind.values)
CIRCLES: Final = frozenset(Circle.values)
CONTACT, FOLLOWED, OTHER = TieKind.CONTACT.value, Circle.FOLLOWED.value, InteractionKind.OTHER.value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file gives, or would give.

    Attributes:
        kept: people added.
        merged: records that joined someone.
        hidden: members who hid themselves.
        batch: the import, to undo it; None for a look.
    """

    plan: Plan
    batch: ImportBatch | None = None

    @property
    def kept(self) -> int:
        """How many people are new."""
        return self.plan.kept

    @property
    def merged(self) -> int:
        """How many records joined someone already there."""
        return self.plan.merged

    @property
    def hidden(self) -> int:
        """How many members hid themselves."""
        return self.plan.contacts.hidden

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Records left out, each with its line and reason."""
        return self.plan.contacts.refused

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is odd or was repaired."""
        return self.plan.warnings

    @property
    def people(self) -> tuple[Arrival, ...]:
        """Every record read, and whom it is."""
        return self.plan.arrivals


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing an import took back, and who stayed because something was built on them."""

    removed: int
    stayed: tuple[str, ...] = ()


def look_at_contacts(content: bytes, *, file_name: str, today: date, me: str = "") -> Outcome:
    """Say what a file would bring; nothing is written.

    Args:
        content: the whole file.
        file_name: as the student's computer calls it.
        today: meetings after it are no exchange yet.
        me: the student's own name; may be empty.

    Returns:
        The outcome, without a batch.

    Raises:
        UnreadableContacts: nothing can be read in it.
    """
    with _without_collecting():
        contacts = read_contacts(content, name=file_name, today=today, me=me)
        return Outcome(plan_import(_told_again(contacts, content), known_people()))


@transaction.atomic
def import_contacts(
    content: bytes, *, file_name: str, at: datetime, me: str = "", circle: str = ""
) -> Outcome:
    """Bring in the people of a file.

    What is known is completed, never replaced. Nothing is written if anything fails.

    Args:
        content: the whole file.
        file_name: as the student's computer calls it.
        at: now, with its time zone.
        me: the student's own name; may be empty.
        circle: where newcomers go whose circle the file does not say; may be empty.

    Returns:
        The outcome, with the batch that undoes it.

    Raises:
        UnreadableContacts: nothing can be read in it.
    """
    looked = look_at_contacts(content, file_name=file_name, today=at.date(), me=me)
    source = f"{looked.plan.contacts.kind}, {file_name}"[:200]
    writing = _Writing(looked.plan, source=source, on=at.date(), circle=circle if circle in CIRCLES else "")
    with _without_collecting():
        writing.write()
    batch = ImportBatch.objects.create(
        file_name=file_name[:200],
        digest=hashlib.sha256(content).hexdigest(),
        kind=looked.plan.contacts.kind,
        at=at,
        report=_report(looked),
        created=writing.created,
        filled=writing.filled,
    )
    return Outcome(looked.plan, batch)


@transaction.atomic
def undo_import(batch: ImportBatch, *, at: datetime) -> Undone:
    """Take back what an import added, as far as nothing was built on it since.

    Args:
        batch: the import.
        at: now, with its time zone.

    Returns:
        How many people went, and the names of those who stayed.
    """
    people = _keys(batch.created, Person)
    merges = Merge.objects.filter(undone_at=None, kept__gte=people.start, kept__lt=people.stop)
    for merge in merges.exclude(absorbed__gte=people.start, absorbed__lt=people.stop):
        undo_merge(merge, at=at)
    for model in (Interaction, Tie, ContactPoint, Role):
        erase(model, _keys(batch.created, model))
    _empty_again(batch.filled)
    used = _used(Person, people)
    going = sorted(set(people) - used)
    _part(set(going))
    erase(Person, going)
    places = _keys(batch.created, Organization)
    erase(Organization, sorted(set(places) - _used(Organization, places)))
    stayed = tuple(str(one) for one in Person.everyone.in_bulk(used).values())
    batch.undone_at = at
    batch.created, batch.filled = {}, {}
    batch.save()
    return Undone(len(going), stayed)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Spare the collector a hundred thousand records that all stay: it would walk them over and over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Writing:
    """Rows to write, with their keys; keys below zero are people of the plan who are new."""

    plan: Plan
    source: str
    on: date
    circle: str = ""
    keys: dict[int, int] = field(default_factory=dict)
    created: dict[str, list[int]] = field(default_factory=dict)
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)

    def write(self) -> None:
        """Write everything, people first."""
        start = next_key(Person)
        new = [arrival.key for arrival in self.plan.arrivals if arrival.is_new]
        self.keys = {key: start + at for at, key in enumerate(new)}
        by_person: dict[int, list[Incoming]] = {}
        for arrival in self.plan.arrivals:
            by_person.setdefault(arrival.key, []).append(arrival.incoming)
        self._insert(Person, PERSON, list(self._people(new, by_person)))
        self._complete(by_person)
        places = self._places()
        self._insert(Role, ROLE, list(self._roles(places)))
        self._insert(ContactPoint, POINT, list(self._points()))
        self._insert(Tie, TIE, [*self._ties_to_me(), *self._ties()])
        self._introduce()
        self._insert(Interaction, INTERACTION, list(self._interactions()))

    def key(self, planned: int) -> int:
        """Return the key in the table of a person of the plan."""
        return self.keys.get(planned, planned)

    def _insert(self, model: type[Any], names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        start = next_key(model)
        insert(model, ("id", *names), [(start + at, *row) for at, row in enumerate(rows)])
        self.created[model._meta.model_name] = [start, start + len(rows)]

    def _people(
        self, new: Iterable[int], by_person: Mapping[int, list[Incoming]]
    ) -> Iterator[tuple[Any, ...]]:
        on = self.on.isoformat()
        for key in new:
            name, said = by_person[key][0].name[:160], _said(by_person[key])
            said["circle"] = said["circle"] or self.circle
            yield (name, folded(name), *VALUES(said), self.source, on)

    def _complete(self, by_person: Mapping[int, list[Incoming]]) -> None:
        """Fill what is empty for people already there, and remember it for the way back."""
        known = {key: _said(records) for key, records in by_person.items() if key > 0}
        news = {}
        for key, *held in Person.everyone.values_list("pk", *FILLED) if known else ():
            said = known.get(key, {})
            empty = [name for name, value in zip(FILLED, held, strict=True) if value in (None, "")]
            if found := {name: said[name] for name in empty if said.get(name) not in (None, "")}:
                news[key] = found
        changed = Person.everyone.in_bulk(news)
        for key, person in changed.items():
            for name, value in news[key].items():
                setattr(person, name, value)
        Person.everyone.bulk_update(changed.values(), FILLED, batch_size=500)
        self.filled = {
            str(key): {name: _plain(value) for name, value in found.items()} for key, found in news.items()
        }

    def _places(self) -> dict[str, int]:
        """Return the organizations by folded name, those of the file added."""
        known = dict(Organization.objects.order_by("-pk").values_list("folded_name", "pk"))
        named = [(one.name, one.kind) for one in self.plan.contacts.places]
        for one in (arrival.incoming for arrival in self.plan.arrivals):
            firms = (one.organization, *(job.organization for job in one.career))
            named += [(firm, "") for firm in firms if firm]
        start = next_key(Organization)
        rows: list[tuple[Any, ...]] = []
        for name, kind in dict.fromkeys(named):
            plain = folded(name)[:200]
            if plain and plain not in known:
                known[plain] = start + len(rows)
                rows.append((name[:200], plain, kind or kind_of(name), "", "", ""))
        self._insert(Organization, ORGANIZATION, rows)
        return known

    def _roles(self, places: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
        rows = list(Role.objects.values_list("person_id", "organization_id", "title", "since", "until"))
        told = set(rows)
        held = {(person, place) for person, place, *_, until in rows if until is None}
        for arrival in self.plan.arrivals:
            incoming, person = arrival.incoming, self.key(arrival.key)
            for job in incoming.career:
                at = places[folded(job.organization)[:200]]
                row = (person, at, job.title[:160], job.since, job.until)
                if row not in told and (job.until or (person, at) not in held):
                    told.add(row)
                    held.update([(person, at)] if job.until is None else ())
                    yield row
            place = places.get(folded(incoming.organization)[:200]) if incoming.organization else None
            if place is not None and (person, place) not in held:
                held.add((person, place))
                yield person, place, incoming.title[:160], incoming.since, None

    def _points(self) -> Iterator[tuple[Any, ...]]:
        """Give the addresses, the numbers, and the profiles beside the one that stands on the person."""
        held = set(ContactPoint.objects.values_list("person_id", "kind", "normal"))
        start, _ = self.created["person"]
        before = Person.everyone.filter(pk__lt=start).exclude(profile_url="")
        standing = {key: comparable_profile(url) for key, url in before.values_list("pk", "profile_url")}
        for arrival in self.plan.arrivals:
            key, profile = self.key(arrival.key), arrival.incoming.profile
            if profile and key not in standing:
                standing[key] = comparable_profile(profile)
            for point in arrival.points:
                row = (key, point.kind, point.normal[:300])
                if row not in held and (point.kind != "profile" or standing.get(key) != point.normal):
                    held.add(row)
                    yield (*row, point.value[:300])

    def _ties_to_me(self) -> Iterator[tuple[Any, ...]]:
        held = set(Tie.objects.filter(other=None).values_list("person_id", flat=True))
        for arrival in self.plan.arrivals:
            person, incoming = self.key(arrival.key), arrival.incoming
            is_known = incoming.is_known and incoming.through is None and not incoming.only_if_known
            if person not in held and is_known:
                held.add(person)
                followed = incoming.circle == FOLLOWED
                kind = incoming.tie if incoming.tie in TIES else CONTACT
                yield person, None, FOLLOWED if followed else kind, incoming.connected_on, None, ""

    def _ties(self) -> Iterator[tuple[Any, ...]]:
        held = set(Tie.objects.exclude(other=None).values_list("person_id", "other_id", "kind"))
        for tie in self.plan.ties:
            if tie.kind == MET_THROUGH:
                continue
            first, second = self.key(tie.first), self.key(tie.second)
            kind = tie.kind if tie.kind in TIES else BOTH_WAYS
            there = (first, second, kind) in held or (kind == BOTH_WAYS and (second, first, kind) in held)
            if first != second and not there:
                held.add((first, second, kind))
                yield first, second, kind, None, tie.closeness, tie.label[:120]

    def _introduce(self) -> None:
        """Note who introduced the student to someone, when nobody was said to."""
        by = {self.key(tie.second): self.key(tie.first) for tie in self.plan.ties if tie.kind == MET_THROUGH}
        people = list(Person.everyone.filter(pk__in=by, introduced_by=None))
        for person in people:
            person.introduced_by_id = by[person.pk]
            if person.pk not in self.keys.values():
                self.filled.setdefault(str(person.pk), {})["introduced_by_id"] = by[person.pk]
        Person.everyone.bulk_update(people, ["introduced_by"], batch_size=500)

    def _interactions(self) -> Iterator[tuple[Any, ...]]:
        held = set(Interaction.objects.values_list("person_id", "kind", "on"))
        for arrival in self.plan.arrivals:
            for one in arrival.incoming.exchanges:
                kind = one.kind if one.kind in EXCHANGES else OTHER
                row = (self.key(arrival.key), kind, one.on)
                if row not in held:
                    held.add(row)
                    yield (*row, one.line[:200])


PERSON: Final = ("full_name", "folded_name", *FILLED, "source", "source_on")
ORGANIZATION: Final = ("name", "folded_name", "kind", "siren", "city", "website")
ROLE: Final = ("person", "organization", "title", "since", "until")
POINT: Final = ("person", "kind", "normal", "value")
TIE: Final = ("person", "other", "kind", "since", "closeness", "label")
INTERACTION: Final = ("person", "kind", "on", "line")


def _said(records: Sequence[Incoming]) -> dict[str, Any]:
    """Return the first thing said of each field, over all the records of one person."""
    said = _fields(records[0])
    for one in records[1:]:
        said.update({name: value for name, value in _fields(one).items() if said[name] in (None, "")})
    return said


def _fields(one: Incoming) -> dict[str, Any]:
    return {
        "email": _fitting(one.emails, LONGEST["email"]),
        "phone": _fitting(one.phones, LONGEST["phone"]),
        "profile_url": one.profile if len(one.profile) <= LONGEST["profile_url"] else "",
        "circle": one.circle if one.circle in CIRCLES else "",
        "closeness": one.closeness,
        "expertise": _told_sector(one)[: LONGEST["expertise"]],
        "is_connector": one.is_connector,
        "connected_on": one.connected_on,
        "note": "" if one.organization else one.title[: LONGEST["note"]],  # a role needs a place
    }


def _told_sector(one: Incoming) -> str:
    """Return the domain a file gives, unless the position tells it already."""
    if not one.expertise:
        return ""
    is_read = expertise(title=one.title, organization=one.organization).domain == one.expertise
    return "" if is_read else one.expertise


def _fitting(values: Sequence[str], most: int) -> str:
    """Return the first value the table has room for; none when there is none."""
    return next((value for value in values if len(value) <= most), "")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _told_again(contacts: Contacts, content: bytes) -> Contacts:
    """Say when the very same file was brought in before."""
    digest = hashlib.sha256(content).hexdigest()
    before = ImportBatch.objects.filter(digest=digest, undone_at=None).first()
    if before is None:
        return contacts
    why = f"Ce fichier a déjà été importé le {before.at:%d/%m/%Y}\u00a0: rien n’est ajouté deux fois."
    return contacts.warned((Problem(0, why),))


def _report(outcome: Outcome) -> dict[str, Any]:
    """Return counts, lines and reasons; what a reason quotes may name someone, so it goes."""

    def told(problems: Iterable[Problem]) -> list[dict[str, Any]]:
        kept = list(problems)[:MOST_KEPT]
        return [{"line": one.line, "reason": QUOTED.sub("«\u00a0…\u00a0»", one.why)} for one in kept]

    return {
        "kept": outcome.kept,
        "merged": outcome.merged,
        "hidden": outcome.hidden,
        "refused": len(outcome.refused),
        "warnings": len(outcome.warnings),
        "reasons": told((*outcome.refused, *outcome.warnings)),
    }


def _part(going: set[int]) -> None:
    """Erase the merges and doubts about people who go."""
    for model, first, second in ((Merge, "kept_id", "absorbed_id"), (DistinctPair, "first_id", "second_id")):
        rows = model._base_manager.values_list("pk", first, second)
        erase(model, [key for key, one, other in rows if going & {one, other}])


def _keys(created: Mapping[str, Sequence[int]], model: type[Any]) -> range:
    """Return the keys of the rows an import added to a table."""
    return range(*created.get(model._meta.model_name, (0, 0)))


def _empty_again(filled: Mapping[str, Mapping[str, Any]]) -> None:
    """Empty the fields an import completed, unless the student changed them since."""
    people = Person.everyone.in_bulk([int(key) for key in filled]) if filled else {}
    for key, values in filled.items():
        person = people.get(int(key))
        if person is None:
            continue
        for name, value in values.items():
            if _plain(getattr(person, name)) == value:
                setattr(person, name, None if name in NULLABLE else "")
        person.save()


def _used(model: type[Any], keys: range) -> set[int]:
    """Return the rows that a row of any slice still speaks of, merges and doubts aside."""
    used: set[int] = set()
    for relation in relations_to(model):
        if relation.related_model in (Merge, DistinctPair):
            continue
        name = relation.field.attname
        rows = relation.related_model._base_manager.filter(
            **{f"{name}__gte": keys.start, f"{name}__lt": keys.stop}
        )
        used.update(rows.values_list(name, flat=True))
    return used
