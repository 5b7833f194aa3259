"""How long, when and with what rest may an intern be present, adult or minor?"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.week import (
    DAYS_PER_WEEK,
    MINUTES_PER_DAY,
    longest_rest,
    longest_stretch,
    rests_between_days,
)
from tremplin.law.internship.week import Span as Span
from tremplin.law.internship.week import Week as Week
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, NeedsFacts, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import education_code, labour_code
from tremplin.law.words import counted, hours, number

AS_EMPLOYEES = education_code("L. 124-14")
DECLARED = education_code("D. 124-4")
ADULT_DAY = labour_code("L. 3121-18")
ADULT_WEEK = labour_code("L. 3121-20")
ADULT_AVERAGE = labour_code("L. 3121-22")
ADULT_REST = labour_code("L. 3131-1")
SIX_DAYS = labour_code("L. 3132-1")
WEEKLY_REST = labour_code("L. 3132-2")
SUNDAY = labour_code("L. 3132-3")
MINOR_HOURS = labour_code("L. 3162-1")
MINOR_BREAK = labour_code("L. 3162-3")
MINOR_NIGHT = labour_code("L. 3163-2")
MINOR_REST = labour_code("L. 3164-1")
MINOR_WEEKLY_REST = labour_code("L. 3164-2")
MINOR_HOLIDAYS = labour_code("L. 3164-6")


def working_time(*, week: Week, age: int | None, on: date, figures: Figures = OFFICIAL) -> Outcome[Week]:
    """Tell whether a week of presence is lawful (*durée du travail, repos*).

    Presence follows the rules of the host's employees, and those of young workers when
    the intern is a minor. Every breach is given.

    Args:
        week: what the agreement says of the week.
        age: years at that time; None if unknown, which is answered as an adult unless the
            answer would change.
        on: a day of the internship.
        figures: published figures.

    Returns:
        The week, when nothing known of it is unlawful.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-14, D. 124-4; Code du travail, art. L. 3121-18,
        L. 3121-20, L. 3122-2, L. 3131-1, L. 3132-1 to L. 3132-3, L. 3162-1, L. 3162-3,
        L. 3163-1, L. 3163-2, L. 3164-1, L. 3164-2, L. 3164-6.
    Limits: sector exceptions and agreements are mentioned, not looked up.
    """
    if age is None:
        return _whatever_the_age(week, on, figures)
    table = _Table(age, on, figures)
    steps = [
        *_weekly_hours(week, table),
        *_daily_hours(week, table),
        *_breaks(week, table),
        *_daily_rest(week, table),
        *_weekly_rest(week, table),
        *_nights(week, table),
        *_sunday(week, table),
        *_holidays(week, table),
    ]
    doubts = (*_sector_exceptions(table, steps), *figure_doubts(*table.used))
    if steps:
        return DoesNotHold(tuple(steps), doubts, table.used)
    says = "Rien de ce qui est connu de la semaine ne dépasse les durées permises."
    return Holds(week, (Step(says, AS_EMPLOYEES),), doubts, table.used)


def weekly_hours_limit(*, age: int | None, on: date, figures: Figures = OFFICIAL) -> Outcome[Decimal]:
    """Return the most hours an intern may be present in a week (*durée maximale hebdomadaire*).

    Args:
        age: years; None if unknown.
        on: a day of the internship.
        figures: published figures.

    Returns:
        Hours per week.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 3121-20, L. 3162-1.
    Limits: the average over twelve weeks is asked of `average_weekly_hours`.
    """
    if age is None:
        return unknown(age=age)
    table = _Table(age, on, figures)
    limit = Decimal(table.by_age("weekly_hours"))
    because = MINOR_HOURS if table.minor else ADULT_WEEK
    return Holds(limit, (Step(f"{hours(limit)} par semaine au plus.", because),), (), table.used)


def average_weekly_hours(
    *, weeks: Sequence[Decimal], on: date, figures: Figures = OFFICIAL
) -> Outcome[Decimal]:
    """Tell whether the average week is lawful (*durée hebdomadaire moyenne*).

    Over any twelve weeks in a row, the average may not exceed 44 hours.

    Args:
        weeks: hours of each week, in order, weeks without presence included.
        on: a day of the internship.
        figures: published figures.

    Returns:
        The highest average found, in hours.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 3121-22.
    Limits: asks for at least twelve weeks; agreements may set another average.
    """
    limit = figures.get("internship", "adult_average_hours", on=on)
    period = figures.get("internship", "average_weeks", on=on)
    count = int(period.value)
    if len(weeks) < count:
        return NeedsFacts(("weeks",))
    windows = (sum(weeks[first : first + count], Decimal(0)) for first in range(len(weeks) - count + 1))
    highest = max(windows) / count
    says = f"Sur {count} semaines, la moyenne la plus haute est de {hours(round(highest, 2))}"
    if highest > limit.value:
        says = f"{says}, au-delà de {hours(limit.value)}."
        return DoesNotHold((Step(says, ADULT_AVERAGE),), (), (limit, period))
    return Holds(highest, (Step(f"{says}.", ADULT_AVERAGE),), (), (limit, period))


class _Table:
    """Reads the limits of one age on one day, and remembers which figures it used."""

    def __init__(self, age: int, on: date, figures: Figures) -> None:
        self._on, self._figures = on, figures
        self._read: dict[str, Figure] = {}
        self.minor = age < self["majority_age"]
        self.child = self.minor and age < self["child_age"]

    def __getitem__(self, name: str) -> int:
        figure = self._figures.get("internship", name, on=self._on)
        self._read[name] = figure
        value: int = figure.value
        return value

    @property
    def used(self) -> tuple[Figure, ...]:
        return tuple(self._read.values())

    def by_age(self, name: str) -> int:
        return self[f"{'minor' if self.minor else 'adult'}_{name}"]

    def window(self, name: str) -> tuple[int, int]:
        first, last = self._figures.get("internship", name, on=self._on).value
        return first * 60, last * 60 + MINUTES_PER_DAY


def _sector_exceptions(table: _Table, steps: Sequence[Step]) -> tuple[Doubt, ...]:
    if not table.minor or not any(step.because == MINOR_HOURS for step in steps):
        return ()
    a_day, a_week = hours(table["minor_extra_daily_hours"]), hours(table["minor_extra_weekly_hours"])
    says = (
        f"Dans certains secteurs, un mineur peut dépasser de {a_day} par jour et de {a_week} par semaine, "
        "sous conditions. Vérifiez si c’est votre cas."
    )
    return (Doubt("A14.minor_exceptions", says, (MINOR_HOURS,)),)


def _weekly_hours(week: Week, table: _Table) -> list[Step]:
    total = week.total if week.total is not None else sum(week.hours_by_day.values(), Decimal(0))
    limit = table.by_age("weekly_hours")
    if total <= limit:
        return []
    if table.minor:
        return [Step(f"{hours(total)} par semaine dépassent {hours(limit)} pour un mineur.", MINOR_HOURS)]
    return [Step(f"{hours(total)} par semaine dépassent {hours(limit)}.", ADULT_WEEK)]


def _daily_hours(week: Week, table: _Table) -> list[Step]:
    longest = max(week.hours_by_day.values(), default=Decimal(0))
    limit = table.by_age("daily_hours")
    if longest <= limit:
        return []
    if table.minor:
        return [Step(f"{hours(longest)} par jour dépassent {hours(limit)} pour un mineur.", MINOR_HOURS)]
    by_agreement = table["adult_daily_hours_by_agreement"]
    if longest > by_agreement:
        return [
            Step(f"{hours(longest)} par jour dépassent {hours(by_agreement)}, même par accord.", ADULT_DAY)
        ]
    says = f"{hours(longest)} par jour dépassent {hours(limit)} : seul un accord collectif le permet."
    return [Step(says, ADULT_DAY)]


def _breaks(week: Week, table: _Table) -> list[Step]:
    if not week.spans:
        return []
    after, least = Decimal(table.by_age("break_after")), table.by_age("break")
    because = MINOR_BREAK if table.minor else AS_EMPLOYEES
    longest = max(longest_stretch(spans, pause=least) for spans in week.spans.values())
    unbroken = Decimal(longest) / 60
    if unbroken <= after:
        return []
    says = f"{hours(round(unbroken, 2))} d’affilée : il faut {least} minutes de pause après {hours(after)}."
    return [Step(says, because)]


def _daily_rest(week: Week, table: _Table) -> list[Step]:
    name = "child_daily_rest" if table.child else "minor_daily_rest" if table.minor else "adult_daily_rest"
    limit = table[name]
    rests = rests_between_days(week.spans or {})
    shortest = min(rests, default=MINUTES_PER_DAY)
    if shortest >= limit * 60:
        return []
    rest = hours(round(Decimal(shortest) / 60, 2))
    because = MINOR_REST if table.minor else ADULT_REST
    return [Step(f"{rest} de repos entre deux jours : il en faut {hours(limit)}.", because)]


def _weekly_rest(week: Week, table: _Table) -> list[Step]:
    return _minor_weekly_rest(week, table) if table.minor else _adult_weekly_rest(week, table)


def _adult_weekly_rest(week: Week, table: _Table) -> list[Step]:
    most = table["adult_days_per_week"]
    if len(week.days) > most:
        says = f"{counted(len(week.days), 'jour')} par semaine : {most} au plus, avec un jour de repos."
        return [Step(says, SIX_DAYS)]
    needed = table["adult_weekly_rest"] + table["adult_daily_rest"]
    rest = Decimal(longest_rest(week.spans or {})) / 60
    if rest >= needed:
        return []
    says = f"{hours(round(rest, 2))} de repos de suite par semaine : il en faut {hours(needed)}."
    return [Step(says, WEEKLY_REST)]


def _minor_weekly_rest(week: Week, table: _Table) -> list[Step]:
    needed = table["minor_weekly_rest_days"]
    free = [on not in week.days for on in range(1, DAYS_PER_WEEK + 1)] * 2
    in_a_row = any(all(free[first : first + needed]) for first in range(DAYS_PER_WEEK))
    if in_a_row:
        return []
    return [Step(f"Un mineur a {needed} jours de repos de suite chaque semaine.", MINOR_WEEKLY_REST)]


def _nights(week: Week, table: _Table) -> list[Step]:
    name = "child_night" if table.child else "minor_night" if table.minor else "night_window"
    opens, closes = table.window(name)
    at_night = any(
        _meets(span.minutes, (opens, closes)) for spans in (week.spans or {}).values() for span in spans
    )
    if not at_night and not (table.minor and week.night_declared):
        return []
    clock = f"de {number(opens // 60)} h à {number(closes // 60 - 24)} h"
    if table.minor:
        return [Step(f"La présence de nuit, {clock}, est interdite à votre âge.", MINOR_NIGHT)]
    if week.night_declared:
        return []
    return [Step(f"La présence de nuit, {clock}, doit être écrite dans la convention.", DECLARED)]


def _meets(span: tuple[int, int], night: tuple[int, int]) -> bool:
    before = (night[0] - MINUTES_PER_DAY, night[1] - MINUTES_PER_DAY)
    return any(span[0] < last and first < span[1] for first, last in (before, night))


def _sunday(week: Week, table: _Table) -> list[Step]:
    if DAYS_PER_WEEK not in week.days or week.sunday_declared:
        return []
    says = "Le repos est donné le dimanche en principe : une présence ce jour doit être écrite."
    return [Step(says, SUNDAY)]


def _holidays(week: Week, table: _Table) -> list[Step]:
    if not week.on_holidays:
        return []
    if table.minor:
        return [Step("Un mineur ne vient pas les jours fériés, sauf dans certains secteurs.", MINOR_HOLIDAYS)]
    if week.holidays_declared:
        return []
    return [Step("La présence les jours fériés doit être écrite dans la convention.", DECLARED)]


def _whatever_the_age(week: Week, on: date, figures: Figures) -> Outcome[Week]:
    majority = int(figures.get("internship", "majority_age", on=on).value)
    adult = working_time(week=week, age=majority, on=on, figures=figures)
    minor = working_time(week=week, age=majority - 1, on=on, figures=figures)
    if adult.answer == minor.answer or isinstance(adult, DoesNotHold):
        return adult
    says = "La réponse dépend de votre âge : avant 18 ans, ces horaires ne sont pas permis."
    return NeedsFacts(("age",), (Step(says, MINOR_HOURS), *minor.steps))
