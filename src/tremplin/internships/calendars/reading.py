"""Calendars of ADE, HyperPlanning, Google, Outlook and Apple, with their faults."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Component, vBroken, vRecur

from tremplin.internships.calendars.cleaning import whole_events
from tremplin.internships.calendars.recurrence import MOST_PER_EVENT, RuleRefused, starts
from tremplin.internships.calendars.values import PARIS, Occurrence, Reading, UnreadableCalendar
from tremplin.law.words import NBSP, counted, day

MOST_EVENTS = 5_000
MOST_OCCURRENCES = 20_000
ONE_DAY = timedelta(days=1)
MOST_PROBLEMS = 20
LONGEST_TITLE = 300
LONGEST_EVENT = timedelta(days=3660)
FIRST_YEAR, LAST_YEAR = 1900, 2200


def read_calendar(data: bytes, *, first: date, last: date) -> Reading:
    """Return what a calendar holds between two days.

    Args:
        data: the file.
        first: first day wanted.
        last: last day wanted, included.

    Returns:
        Occurrences in time order, repetitions unrolled, exceptions and moved ones applied,
        cancelled ones left out; one French sentence per event refused or repaired.

    Raises:
        UnreadableCalendar: the file is not a calendar.
    """
    text, problems = whole_events(data)
    try:
        calendar = Calendar.from_ical(text)
    except ValueError as problem:
        raise UnreadableCalendar(
            "Ce calendrier est abîmé et ne peut pas être lu. Exportez-le de nouveau."
        ) from problem
    reader = _Reader(first, last, list(problems))
    occurrences = reader.read(calendar.walk("VEVENT"))
    name = str(calendar.get("X-WR-CALNAME") or "").strip()
    maker = str(calendar.get("PRODID") or "").strip()
    return Reading(name[:200], maker[:200], occurrences, _told(reader.problems))


def why_nothing_was_read(problems: tuple[str, ...], *, first: date, last: date) -> str:
    """Say why a calendar gave no date, and what to do.

    Args:
        problems: what was told while it was read.
        first: first day wanted.
        last: last day wanted, included.

    Returns:
        A French sentence or two.
    """
    kept = "Rien n’a été remplacé."
    if any("est coupé" in problem for problem in problems):
        return (
            f"Ce fichier est coupé : il ne contient aucun événement complet. {kept} Exportez-le de nouveau."
        )
    if problems:
        return f"Aucune date n’a pu être lue. {problems[0]} {kept}"
    span = f"du {day(first)} au {day(last)}"
    return f"Ce calendrier n’a aucune date {span}. {kept} Vérifiez la période exportée, ou le fichier choisi."


def _told(problems: list[str]) -> tuple[str, ...]:
    """Keep a list that can be read: each sentence once, the first ones and how many more."""
    once = list(dict.fromkeys(problems))
    more = len(once) - MOST_PROBLEMS
    return (*once[:MOST_PROBLEMS], f"Et {counted(more, 'autre')}.") if more > 0 else tuple(once)


@dataclass
class _Reader:
    """One reading: the window, and the problems met so far."""

    first: date
    last: date
    problems: list[str]
    moved: set[tuple[str, datetime]] = field(default_factory=set)

    def read(self, events: list[Component]) -> tuple[Occurrence, ...]:
        if len(events) > MOST_EVENTS:
            self.problems.append(f"Seuls les {MOST_EVENTS} premiers événements ont été lus.")
        kept = [event for event in events[:MOST_EVENTS] if self._is_sound(event)]
        self.moved = {
            (_uid(event), _instant(instead))
            for event in kept
            if isinstance(instead := _when(event, "RECURRENCE-ID"), date)
        }
        found = [one for event in kept for one in self._occurrences(event)]
        found.sort(key=lambda one: (one.starts_at, one.title))
        if len(found) > MOST_OCCURRENCES:
            self.problems.append(f"Seules les {MOST_OCCURRENCES} premières dates ont été gardées.")
        return tuple(found[:MOST_OCCURRENCES])

    def _is_sound(self, event: Component) -> bool:
        """Say whether the event has a start that can be read; tell why when it has none."""
        wanted = [name for name in ("DTSTART", "RECURRENCE-ID") if name in event] or ["DTSTART"]
        if all(_sensible(_when(event, name)) for name in wanted) and "DTSTART" in event:
            return True
        self._say(event, "sa date de début n’est pas lisible, il est laissé de côté.")
        return False

    def _say(self, event: Component, what: str) -> None:
        self.problems.append(f"«{NBSP}{_title(event)}{NBSP}»{NBSP}: {what}")

    def _occurrences(self, event: Component) -> Iterator[Occurrence]:
        if "RRULE" in event and "RECURRENCE-ID" not in event:
            yield from self._repeated(event)
        else:
            yield from self._inside(self._single(event))

    def _repeated(self, event: Component) -> Iterator[Occurrence]:
        pattern = self._single(event)
        if pattern is None:
            return
        try:
            wanted = self._starts(event["RRULE"], pattern)
        except RuleRefused as refusal:
            self._say(event, f"{refusal}{NBSP}; seule la première date est gardée.")
            yield from self._inside(pattern)
            return
        if any(isinstance(event.get(name), vBroken) for name in ("EXDATE", "RDATE")):
            self._say(event, "ses exceptions ne sont pas lisibles, toutes ses dates sont gardées.")
        skipped = set(_listed(event, "EXDATE"))
        length = pattern.ends_at - pattern.starts_at
        for start in sorted({*wanted, *_listed(event, "RDATE")} - skipped):
            if (pattern.uid, start) not in self.moved:
                yield from self._inside(replace(pattern, starts_at=start, ends_at=start + length))

    def _starts(self, rule: Any, pattern: Occurrence) -> list[datetime]:
        if not isinstance(rule, vRecur):
            raise RuleRefused("sa règle de répétition n’est pas comprise")
        window = (
            datetime.combine(self.first, time.min) - (pattern.ends_at - pattern.starts_at),
            datetime.combine(self.last, time.max),
        )
        bare = starts(rule, first=pattern.starts_at.replace(tzinfo=None), window=window)
        if len(bare) == MOST_PER_EVENT:
            self.problems.append(
                f"Seules les {MOST_PER_EVENT} premières dates d’une répétition sont gardées."
            )
        return [start.replace(tzinfo=PARIS) for start in bare]

    def _single(self, event: Component) -> Occurrence | None:
        first = _when(event, "DTSTART")
        if not isinstance(first, date) or str(event.get("STATUS", "")).upper() == "CANCELLED":
            return None
        all_day = not isinstance(first, datetime)
        start = _instant(first)
        end = self._end(event, start, default=start + ONE_DAY if all_day else start)
        if not _uid(event):
            self._say(event, "il n’a pas d’identifiant, une nouvelle lecture pourra le doubler.")
        place = str(event.get("LOCATION") or "").replace("\n", ", ").strip()
        return Occurrence(_uid(event), _title(event), place[:LONGEST_TITLE], start, end, all_day)

    def _end(self, event: Component, start: datetime, *, default: datetime) -> datetime:
        if "DTEND" not in event and "DURATION" not in event:
            return default
        end = _when(event, "DTEND")
        length = _when(event, "DURATION")
        if isinstance(length, timedelta) and abs(length) < LONGEST_EVENT:
            end = start + length
        if not isinstance(end, date) or not _sensible(end):
            self._say(event, "sa fin n’est pas lisible, seul son début est gardé.")
            return default
        if _instant(end) < start:
            self._say(event, "il finit avant de commencer, seul son début est gardé.")
            return default
        return _instant(end)

    def _inside(self, one: Occurrence | None) -> Iterator[Occurrence]:
        if one is not None and one.first_day <= self.last and one.last_day >= self.first:
            yield one


def _listed(event: Component, name: str) -> Iterator[datetime]:
    """Yield the instants of EXDATE or RDATE, which may be given once or several times."""
    held = event.get(name, [])
    for group in held if isinstance(held, list) else [held]:
        for value in () if isinstance(group, vBroken) else getattr(group, "dts", ()):
            instant = value.dt[0] if isinstance(value.dt, tuple) else value.dt
            if _sensible(instant):
                yield _instant(instant)


def _when(event: Component, name: str) -> date | timedelta | None:
    """Return the date, instant or length a property holds; None when missing or broken."""
    held = event.get(name)
    return None if held is None or isinstance(held, vBroken) else getattr(held, "dt", None)


def _sensible(value: date | timedelta | None) -> bool:
    """Say whether a date can be placed in a life."""
    return isinstance(value, date) and FIRST_YEAR <= value.year <= LAST_YEAR


def _instant(value: date | datetime) -> datetime:
    """Return an instant of Paris; a floating time is the student's own, a day starts at midnight."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time.min, tzinfo=PARIS)
    return value.astimezone(PARIS) if value.tzinfo else value.replace(tzinfo=PARIS)


def _uid(event: Component) -> str:
    return str(event.get("UID") or "").strip()[:255]


def _title(event: Component) -> str:
    return str(event.get("SUMMARY") or "").strip()[:LONGEST_TITLE] or "Sans titre"
