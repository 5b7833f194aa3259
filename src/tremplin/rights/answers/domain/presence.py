"""Questions on time: how long in all, which hours, which leave, what if it stops."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from tremplin.law.internship.interruption import Reason, interruption
from tremplin.law.internship.leave import FamilyReason, family_leave, leave_clause, paid_absence
from tremplin.law.internship.maximum_duration import maximum_duration
from tremplin.law.internship.placement import Placement
from tremplin.law.internship.presence import presence_equivalence
from tremplin.law.internship.working_time import Span, Week, working_time
from tremplin.law.outcome import DoesNotHold, Outcome, unknown
from tremplin.rights.answers.domain.answer import Answer, lacking, yes_or_no


def duration(
    *, hours_present: Decimal | None, other_hours: Decimal | None, starts_on: date | None, on: date
) -> Answer:
    """Tell whether an internship is too long (*durée maximale de six mois*).

    Args:
        hours_present: hours of presence; None if unknown.
        other_hours: hours of other internships in the same host and teaching year.
        starts_on: first day; None for `on`.
        on: the day whose figures apply.

    Returns:
        Whether the maximum is kept, and what the hours amount to.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-5, D. 124-6.
    Limits: takes all hours as worked in one teaching year.
    """
    if hours_present is None:
        return lacking(unknown(hours_present=None))
    first = starts_on or on
    placements = [Placement(first, first, hours) for hours in (hours_present, other_hours) if hours]
    outcome = maximum_duration(placements=placements or [Placement(first, first, hours_present)])
    total = hours_present + (other_hours or 0)
    equivalence = presence_equivalence(hours_present=total, on=first)
    answer = yes_or_no(
        outcome, yes="Non, la durée reste dans la limite de six mois", no="Oui, la durée dépasse six mois"
    )
    return Answer(answer.title, (equivalence, outcome), answer.tone)


def timetable(
    *,
    starts: time | None,
    ends: time | None,
    break_starts: time | None,
    break_ends: time | None,
    days: int | None,
    age: int | None,
    sunday: bool,
    declared: bool,
    on_holidays: bool,
    on: date,
) -> Answer:
    """Tell whether a usual day, repeated, is lawful (*durée du travail, repos*).

    Args:
        starts: arrival; None if unknown.
        ends: departure; None if unknown.
        break_starts: start of the break; None without one.
        break_ends: its end.
        days: days per week; None for five.
        age: years; None if unknown.
        sunday: the last of these days is a Sunday.
        declared: night, Sunday and public holidays are written in the agreement.
        on_holidays: present on public holidays.
        on: a day of the internship.

    Returns:
        Whether all is lawful; every breach otherwise.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-14, D. 124-4; Code du travail, art. L. 3121-18,
        L. 3121-20, L. 3131-1, L. 3162-1, L. 3163-2, L. 3164-1.
    Limits: the same hours every day.
    """
    if starts is None or ends is None:
        return lacking(unknown(starts=starts, ends=ends))
    spans: tuple[Span, ...] = (Span(starts, ends),)
    if break_starts and break_ends:
        spans = (Span(starts, break_starts), Span(break_ends, ends))
    count = days or 5
    worked = [*range(1, count), 7] if sunday else list(range(1, count + 1))
    week = Week(
        spans=dict.fromkeys(worked, spans),
        night_declared=declared,
        sunday_declared=declared,
        on_holidays=on_holidays,
        holidays_declared=declared,
    )
    outcome = working_time(week=week, age=age, on=on)
    return yes_or_no(
        outcome, yes="Oui, ces horaires sont permis", no="Non, ces horaires dépassent ce que la loi permet"
    )


def leave(
    *,
    hours_present: Decimal | None,
    clause_present: bool | None,
    reason: FamilyReason | None,
    kept_by_agreement: bool | None,
    on: date,
) -> Answer:
    """Tell which leave an intern may have (*congés et autorisations d'absence*).

    Args:
        hours_present: hours of presence planned; None if unknown.
        clause_present: the agreement speaks of leave; None if unknown.
        reason: pregnancy, paternity or adoption; None for ordinary leave.
        kept_by_agreement: the agreement pays absences; None if unknown.
        on: a day of the internship.

    Returns:
        What the law gives, and whether the agreement must say it.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-13, D. 124-8.
    Limits: the law sets no number of days.
    """
    found: list[Outcome[Any]] = [family_leave(reason=reason)] if reason else []
    if kept_by_agreement is not None:
        found.append(paid_absence(kept_by_agreement=kept_by_agreement))
    clause = leave_clause(hours_present=hours_present, clause_present=clause_present, on=on)
    if reason and hours_present is None:
        return Answer("Oui, comme les salariés", tuple(found))
    found.append(clause)
    if isinstance(clause, DoesNotHold):
        return Answer("Votre convention doit prévoir la possibilité de congés", tuple(found), "bad")
    answer = yes_or_no(clause, yes="", no="")
    if answer.missing:
        return Answer(answer.title, tuple(found), "ask")
    title = "Oui, comme les salariés" if reason else "Vos congés sont ceux que la convention prévoit"
    return Answer(title, tuple(found))


def stop(*, reason: Reason | None, school_agrees: bool | None, on: date) -> Answer:
    """Tell what becomes of an internship that stops early (*interruption du stage*).

    Args:
        reason: why it stops; None if unknown.
        school_agrees: the school agrees; None if unknown.
        on: not used: the rule has no date.

    Returns:
        Whether it is validated.

    Sources: Code de l'éducation, art. L. 124-15, D. 124-8.
    Limits: those of the rule it asks.
    """
    return yes_or_no(
        interruption(reason=reason, school_agrees=school_agrees),
        yes="L’école valide le stage, ou propose une autre validation",
        no="La loi ne garantit pas la validation dans ce cas",
    )
