"""An entry as the pages show it: its text with figures highlighted, what proves it, what it lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from tremplin.evidence.wording import worded
from tremplin.journal import queries
from tremplin.journal.domain.heat import week_span
from tremplin.journal.domain.marking import Part, parts
from tremplin.journal.domain.weeks import WORKING_DAYS, monday_of, week_number
from tremplin.journal.models import Entry, Experience, Feedback, Impact
from tremplin.journal.templatetags.journal import dated


@dataclass(frozen=True)
class FigureLine:
    """A figure of an entry, in words, with what a demanding reader would still ask."""

    impact: Impact
    words: str
    missing: tuple[str, ...]
    estimated: bool

    @property
    def confirmed(self) -> bool:
        """Whether the student said it is right."""
        return self.impact.confirmed_at is not None


@dataclass(frozen=True)
class Card:
    """An entry and its proofs; `host` names the internship its week is of, once that one is over."""

    entry: Entry
    monday: date
    week: int | None
    day: str
    host: str
    text: tuple[Part, ...]
    figures: tuple[FigureLine, ...]
    beside: tuple[FigureLine, ...]
    feedback: tuple[Feedback, ...]

    @property
    def to_confirm(self) -> int:
        """How many figures wait for the student: kept and not confirmed, else only read in the text."""
        waiting = sum(not line.confirmed for line in self.figures)
        return waiting if self.figures else self.entry.spotted

    @property
    def span(self) -> str:
        """The days of its week."""
        return week_span(self.monday, self.monday + timedelta(days=WORKING_DAYS - 1))


def cards(entries: Iterable[Entry]) -> list[Card]:
    """Return entries as the list shows them."""
    return [card(one) for one in entries]


def card(one: Entry) -> Card:
    """Return an entry as pages show it; a figure absent from its text stands beside it."""
    figures = tuple(figure_line(impact, one) for impact in one.impacts.all())
    confirmed = [line for line in figures if line.confirmed]
    text = parts(one.action, [(line.impact.pk, line.impact.words) for line in confirmed])
    written = {part.figure for part in text}
    place = one.experience if one.experience and one.experience.kind in queries.FOLLOWED else None
    today = timezone.localdate()
    return Card(
        entry=one,
        monday=monday_of(one.date),
        week=week_number(one.date, starts_on=place.starts_on) if place else None,
        day=dated(one.date, today=today),
        host=_host(place, today),
        text=text,
        figures=figures,
        beside=tuple(line for line in confirmed if line.impact.pk not in written),
        feedback=tuple(one.feedback.all()),
    )


def _host(place: Experience | None, today: date) -> str:
    is_over = place is not None and place.ends_on is not None and place.ends_on < today
    return str(place.organization or place.title) if place and is_over else ""


def figure_line(impact: Impact, one: Entry) -> FigureLine:
    """Return a figure in words."""
    figure = queries.figure(impact, one)
    empty = figure.value is None and figure.before is None
    return FigureLine(impact, impact.words if empty else worded(figure), figure.missing, figure.estimated)
