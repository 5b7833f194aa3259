"""The milestones of an internship, computed from its dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from tremplin.internships.domain.legal_dates import legal_dates
from tremplin.internships.domain.planned import Kind, PlannedMilestone
from tremplin.internships.domain.presence import Presence, Span

DEFENCE_BEFORE_END = timedelta(days=15)
PAPERS_BEFORE_END = timedelta(days=7)
SHORTEST_WITH_POINTS = timedelta(weeks=6)
LEAST_BEFORE_DEFENCE = timedelta(days=7)
INTO_FIRST_WEEK = 2
SAME_DAY = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """An internship or apprenticeship in time."""

    apprenticeship: bool
    presence: Presence
    weekly_hours: Decimal | None = None


def planned_milestones(course: Course) -> tuple[PlannedMilestone, ...]:
    """Return the days worth preparing, on days spent at the host's.

    The talk on expectations falls in the first week, the two points at half and at three
    quarters, the *Soutenance de Valeur* fifteen days before the end or the nearest day
    before; an apprenticeship has them each year. Then come the papers of the end and the
    dates set by law.

    Args:
        course: dates, weekdays, school periods and hours.

    Returns:
        Milestones in time order; each pair of kind and code once.

    Raises:
        NoValueInForce: the dates are earlier than the known figures.
    """
    found = [stone for year, span in enumerate(years(course), 1) for stone in _of_year(course, year, span)]
    found += _end_papers(course)
    found += legal_dates(course.presence, course.weekly_hours, apprenticeship=course.apprenticeship)
    return tuple(sorted(found, key=lambda stone: stone.on))


def years(course: Course) -> tuple[Span, ...]:
    """Return the years of an apprenticeship, or the internship whole.

    Args:
        course: its dates and nature.

    Returns:
        Spans of twelve months from the first day; a last one shorter than six weeks joins the year before.
    """
    span = course.presence.span
    if not course.apprenticeship:
        return (span,)
    starts = [span.starts_on]
    while (following := span.starts_on + relativedelta(years=len(starts))) <= span.ends_on:
        if span.ends_on - following < SHORTEST_WITH_POINTS:
            break
        starts.append(following)
    ends = [*(start - timedelta(days=1) for start in starts[1:]), span.ends_on]
    return tuple(Span(*pair) for pair in zip(starts, ends, strict=True))


def _of_year(course: Course, year: int, span: Span) -> Iterator[PlannedMilestone]:
    """Yield the four points of a year, or of the whole internship."""
    within = replace(course.presence, span=span)
    length = span.ends_on - span.starts_on
    code = f"{year}" if course.apprenticeship else ""
    suffix = f", année {year}" if course.apprenticeship and len(years(course)) > 1 else ""
    days = {Kind.EXPECTATIONS: _in_first_week(within)}
    if length >= SHORTEST_WITH_POINTS:
        defence = span.ends_on - DEFENCE_BEFORE_END
        days[Kind.MID_TERM] = within.nearest(span.starts_on + length / 2)
        if defence - (span.starts_on + length * 3 / 4) >= LEAST_BEFORE_DEFENCE:
            days[Kind.THREE_QUARTERS] = within.nearest(span.starts_on + length * 3 / 4)
        days[Kind.DEFENCE] = within.last_before(defence)
    for kind, on in days.items():
        if on is not None:
            name, why, minutes = POINTS[kind]
            yield PlannedMilestone(kind, code, f"{name}{suffix}", why, on, minutes)


POINTS = {
    Kind.EXPECTATIONS: (
        "Échange sur les attentes",
        "Ce que l’on attend de vous, ce que vous voulez apprendre, à quoi on verra que c’est réussi.",
        30,
    ),
    Kind.MID_TERM: (
        "Point mi-parcours",
        "Ce qui est fait et prouvé, ce qui bloque, ce qui suit, et une question sur l’après.",
        30,
    ),
    Kind.THREE_QUARTERS: (
        "Point des trois quarts",
        "Ce qui reste à livrer, qui reprend quoi, et la suite envisagée.",
        30,
    ),
    Kind.DEFENCE: (
        "Soutenance de Valeur",
        "Quinze jours avant la fin\u00a0: vos résultats, vos preuves, vos 90 premiers jours.",
        30,
    ),
}


def _in_first_week(presence: Presence) -> date | None:
    """Return the third day spent at the host's, or the last of the first week."""
    days = presence.days()
    first = next(days, None)
    if first is None:
        return None
    week = [first, *(day for day, _ in zip(days, range(INTO_FIRST_WEEK), strict=False))]
    return max(day for day in week if day - first < timedelta(days=7))


def _end_papers(course: Course) -> Iterator[PlannedMilestone]:
    """Yield the certificate the host owes, and what the intern gives the school."""
    if course.apprenticeship:
        return
    presence = course.presence
    asked = presence.last_before(presence.span.ends_on - PAPERS_BEFORE_END) or presence.first_after(
        presence.span.starts_on
    )
    last = presence.last_before(presence.span.ends_on)
    if asked is None or last is None:
        return
    yield PlannedMilestone(
        Kind.END_PAPERS,
        "attestation",
        "Demander l’attestation de stage",
        "Votre organisme d’accueil vous la remet\u00a0: durée effective totale et gratification totale "
        "versée (Code de l’éducation, art. D. 124-9).",
        asked,
        10,
    )
    yield PlannedMilestone(
        Kind.END_PAPERS,
        "evaluation",
        "Remettre à l’école votre avis sur l’accueil",
        "Un document sur la qualité de l’accueil, qui n’est pas noté (Code de l’éducation, art. L. 124-4).",
        last,
        15,
    )
