"""Kinds of cases on internships."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tremplin.law.calendar import Territory
from tremplin.law.cases.answers import Answer, Kind, answer, value_of
from tremplin.law.cases.inputs import (
    Inputs,
    Unreadable,
    amount,
    by_month,
    day,
    days,
    duration,
    month_number,
    rank,
    refuse,
    sequence,
    spans,
    text,
    whole,
    words,
    year_number,
    yes_no,
)
from tremplin.law.internship.attendance import Attendance, WeeklyPattern, attendance
from tremplin.law.internship.gratification import (
    Gratification,
    RateBasis,
    gratification_for_hours,
    minimum_gratification,
)
from tremplin.law.internship.gratification_due import gratification_due
from tremplin.law.internship.hire_after_stage import trial_period_after_stage
from tremplin.law.internship.maximum_duration import maximum_duration
from tremplin.law.internship.payment import payment_schedule
from tremplin.law.internship.placement import Placement, yearly_counts
from tremplin.law.internship.quota import intern_quota, quota_headcount
from tremplin.law.internship.social_franchise import Franchise, social_franchise
from tremplin.law.internship.tax_exemption import IncomeTax, tax_exemption
from tremplin.law.internship.waiting_period import waiting_months, waiting_period
from tremplin.law.outcome import Holds, Step
from tremplin.law.parameters import OFFICIAL
from tremplin.law.words import MONTHS

SIGNED = ("convention_signed", "signed_on", "signed")
RATE_BASES: dict[str, RateBasis] = {"signature": "signature", "presence": "presence"}
TERRITORIES: dict[str, Territory] = {
    "metropole": "metropole",
    "general": "metropole",
    "national": "metropole",
    "alsace_moselle": "alsace_moselle",
    "mayotte": "mayotte",
    "martinique": "martinique",
    "guadeloupe": "guadeloupe",
    "guyane": "guyane",
    "reunion": "reunion",
    "la_reunion": "reunion",
    "saint_martin": "saint_martin",
    "saint_barthelemy": "saint_barthelemy",
}
DAYS_OFF = ("excluded", "excluded_days", "absences", "leave", "leave_days", "closures")
PERIODS_OFF = ("excluded_periods", "leave_periods", "closure_periods")
BY_THE_INTERN = ("intern", "student", "stagiaire")
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
WEEKDAYS = (1, 2, 3, 4, 5)
LONGEST_SPAN_DAYS = 3660


def rate_basis(name: str, value: object) -> RateBasis:
    """Read which ceiling counts: the day of signature or the hour worked."""
    return RATE_BASES.get(text(name, value)) or refuse(name, value, "ce choix n’existe pas")


def region(name: str, value: object) -> Territory:
    """Read whose public holidays apply."""
    written = text(name, value).replace("-", "_").replace(" ", "_")
    return TERRITORIES.get(written) or refuse(name, value, "cette région n’est pas connue")


def stage_gratification(inputs: Inputs, _today: date) -> Answer:
    """The minimum for one month of a stage that is above the threshold."""
    month = inputs.need(day, "month").replace(day=1)
    outcome = gratification_for_hours(
        hours_by_month={month: inputs.need(amount, "presence_hours")},
        signed_on=inputs.find(day, *SIGNED) or month,
        rate_basis=inputs.find(rate_basis, "rate_basis"),
        indexation_clause=inputs.flag("indexation_clause", "indexation"),
        branch_hourly=inputs.find(amount, "branch_hourly"),
    )
    return answer(outcome, _one_month)


def stage_total(inputs: Inputs, _today: date) -> Answer:
    """The whole gratification of a stage, by month and smoothed; nothing below the threshold."""
    hours = inputs.need(by_month, "hours_by_month")
    months = sorted(hours)
    outcome = minimum_gratification(
        placement=Placement(months[0], months[-1], sum(hours.values(), Decimal(0)), hours_by_month=hours),
        signed_on=inputs.find(day, *SIGNED) or months[0],
        rural_family_school=inputs.flag("mfr", "rural_family_school"),
        rate_basis=inputs.find(rate_basis, "rate_basis"),
        indexation_clause=inputs.flag("indexation_clause", "indexation"),
        branch_hourly=inputs.find(amount, "branch_hourly"),
    )
    if isinstance(outcome, Holds):
        return answer(outcome, _total)
    return Answer({"due": False, "total": Decimal(0)}, outcome.steps)


def stage_franchise(inputs: Inputs, _today: date) -> Answer:
    """The part of a month's gratification that bears no contributions, and the rest."""
    month = inputs.find(day, "month")
    outcome = social_franchise(
        paid=inputs.need(amount, "paid"),
        hours_present=inputs.need(amount, "presence_hours"),
        signed_on=inputs.find(day, *SIGNED) or month,
        in_kind=inputs.find(amount, "in_kind", "benefits_in_kind") or Decimal(0),
    )
    return answer(outcome, _franchise)


def stage_hours_calendar(inputs: Inputs, _today: date) -> Answer:
    """Days and hours of presence between two dates."""
    start, end = inputs.need(day, "start"), inputs.need(day, "end")
    _check_span(start, end)
    territory = inputs.find(region, "region", "territory") or "metropole"
    absent = set(inputs.find(days, *DAYS_OFF) or ())
    for first, last in inputs.find(spans, *PERIODS_OFF) or ():
        absent |= {date.fromordinal(on) for on in range(first.toordinal(), last.toordinal() + 1)}
    outcome = attendance(
        starts_on=start,
        ends_on=end,
        weekly=_weekly(inputs),
        territory=territory,
        good_friday=inputs.flag("good_friday", default=True),
        holidays_worked=not inputs.flag("exclude_public_holidays", default=True),
        excluded=absent,
    )
    return answer(outcome, _calendar)


def stage_quota(inputs: Inputs, today: date) -> Answer:
    """How many interns a host may have; a « pfmp » regime is the one opened by an order."""
    people = inputs.find(amount, "headcount")
    average = inputs.find(amount, "average_headcount", "headcount_average", "yearly_average")
    at_end = inputs.find(whole, "headcount_month_end", "headcount_last_day")
    if people is None:
        people = value_of(quota_headcount(at_month_end=at_end, yearly_average=average))
    regime = inputs.find(text, "regime") or "ordinary"
    refused = any(word in regime for word in ("without", "sans", "no_"))
    outcome = intern_quota(
        headcount=max(people, average or people),
        on=inputs.find(day, "date", "on", *SIGNED) or today,
        vocational_placement="pfmp" in regime,
        academic_order=inputs.flag("arrete", "academic_order", default=not refused),
    )
    return answer(outcome, lambda most: {"max_interns": most})


def stage_carence(inputs: Inputs, today: date) -> Answer:
    """The wait before the next stage on the same post, in months, in days or as a date."""
    start, end = inputs.find(day, "previous_start", "start"), inputs.find(day, "previous_end", "end")
    stated = inputs.find(duration, "previous_duration_months", "previous_months")
    free = not inputs.flag("same_post", default=True) or inputs.find(text, "interrupted_by") in BY_THE_INTERN
    by_dates = _carence_by_dates(start, end, stated, free) if start and end else Answer()
    if stated is None and by_dates.values:
        return by_dates
    months = waiting_months(
        previous_months=Decimal(0)
        if free
        else inputs.need(duration, "previous_duration_months", "previous_months"),
        on=end or today,
    )
    by_months = answer(months, lambda wait: {"waiting_months": wait})
    return Answer({**by_dates.values, **by_months.values}, (*by_dates.steps, *by_months.steps))


def _carence_by_dates(start: date, end: date, stated: Decimal | None, free: bool) -> Answer:
    _check_span(start, end)
    whole_months = int(stated) if stated is not None and stated == int(stated) else None
    outcome = waiting_period(
        previous_starts_on=start, previous_ends_on=end, stated_months=whole_months, ended_by_intern=free
    )
    return answer(
        outcome,
        lambda wait: {"waiting_days": wait.days, "earliest_start": wait.earliest.isoformat()},
    )


def stage_compliance(inputs: Inputs, _today: date) -> Answer:
    """Six months a year in one host, and the wait between stages on one post."""
    periods = inputs.need(spans, "stages")
    if len(periods) > len(ORDINALS) + 1:
        raise Unreadable(f"Au plus {len(ORDINALS) + 1} stages sont comparés à la fois.")
    for start, end in periods:
        _check_span(start, end)
    hosts = _labels(inputs, "hosts", len(periods), same=inputs.flag("same_host", default=True))
    _labels(inputs, "schools", len(periods), same=True)
    interns = inputs.flag("same_intern", default=True)
    post = inputs.flag("same_post", default=True)
    starts = inputs.find(month_number, "teaching_year_start_month")
    placements = [_whole_days(start, end, host) for (start, end), host in zip(periods, hosts, strict=True)]
    values, steps = _six_months(placements if interns else [], (starts, 1) if starts else None)
    waits, why = _waits(placements, post, inputs)
    return Answer({**_no_breach_around(periods), **values, **waits}, (*steps, *why))


def trial_after_stage(inputs: Inputs, today: date) -> Answer:
    """The trial period left when the host hires."""
    different = inputs.find(yes_no, "different_activities")
    outcome = trial_period_after_stage(
        trial_months=inputs.need(amount, "trial_months"),
        internship_months=inputs.need(amount, "stage_months"),
        hired_within_months=inputs.find(amount, "hired_within_months") or Decimal(0),
        final_year=inputs.flag("final_year_stage", "final_year", default=True),
        same_activities=inputs.flag("same_activities", default=different is not True),
        on=inputs.find(day, "hired_on", "date") or today,
    )
    return answer(outcome, lambda left: {"remaining_trial_months": left})


def tax_exemption_of_year(inputs: Inputs, _today: date) -> Answer:
    """What is exempt from income tax in a year."""
    outcome = tax_exemption(
        year=inputs.need(year_number, "year"),
        received=inputs.find(amount, "received", "paid", "income") or Decimal(0),
        months=inputs.find(rank, "months") or len(MONTHS),
    )
    return answer(outcome, _tax)


def _check_span(start: date, end: date) -> None:
    if not 0 <= (end - start).days <= LONGEST_SPAN_DAYS:
        raise Unreadable("Les dates ne se suivent pas, ou couvrent plus de dix ans.")


def _weekly(inputs: Inputs) -> WeeklyPattern:
    each = inputs.find(amount, "hours_per_day")
    standard = OFFICIAL.get("internship", "hours_per_day", on=inputs.need(day, "start")).value
    hours = Decimal(standard) if each is None else each
    worked = inputs.find(sequence, "weekdays")
    return dict.fromkeys(WEEKDAYS if worked is None else (whole("weekdays", on) for on in worked), hours)


def _whole_days(start: date, end: date, host: str) -> Placement:
    """Count a whole day of presence each weekday, holidays included."""
    hours = Decimal(OFFICIAL.get("internship", "hours_per_day", on=end).value)
    weekly = dict.fromkeys(WEEKDAYS, hours)
    months = value_of(
        attendance(starts_on=start, ends_on=end, weekly=weekly, holidays_worked=True)
    ).hours_by_month
    return Placement(start, end, sum(months.values(), Decimal(0)), host, hours_by_month=months)


def _labels(inputs: Inputs, name: str, count: int, *, same: bool) -> list[str]:
    given = inputs.find(words, name)
    if given is None:
        return [""] * count if same else [str(number) for number in range(count)]
    if len(given) == 1:
        return list(given) * count
    return list(given) if len(given) == count else refuse(name, given, "il en faut un par stage")


def _six_months(
    placements: Sequence[Placement], starts: tuple[int, int] | None
) -> tuple[dict[str, object], tuple[Step, ...]]:
    if not placements:
        return {}, ()
    counts = yearly_counts(placements=placements, year_starts=starts)
    whole_years = maximum_duration(placements=placements, year_starts=starts)
    limit = whole_years.figures[0].value
    values: dict[str, object] = {
        "gratification_due": isinstance(gratification_due(placements=placements), Holds)
    }
    for count in counts:
        key = str(count.year).replace("-", "_")
        breached = count.hours > limit or values.get(f"six_month_cap_breached_in_{key}") is True
        values[f"six_month_cap_breached_in_{key}"] = breached
        values[f"hours_in_{key}"] = count.hours
    values["six_month_cap_breached"] = not isinstance(whole_years, Holds)
    return values, whole_years.steps


def _no_breach_around(periods: Sequence[tuple[date, date]]) -> dict[str, object]:
    """Years no stage touches, which a table may still name."""
    every = [on.year for period in periods for on in period]
    years = range(min(every, default=0) - 2, max(every, default=0) + 2)
    return {f"six_month_cap_breached_in_{year}_{year + 1}": False for year in years}


def _waits(
    placements: Sequence[Placement], same_post: bool, inputs: Inputs
) -> tuple[dict[str, object], tuple[Step, ...]]:
    interrupted = _labels(inputs, "interrupted_by", len(placements), same=True)
    values: dict[str, object] = {}
    steps: tuple[Step, ...] = ()
    for number, (before, after) in enumerate(pairwise(placements)):
        wait = waiting_period(
            previous_starts_on=before.starts_on,
            previous_ends_on=before.ends_on,
            next_starts_on=after.starts_on,
            same_post=same_post and before.host == after.host,
            ended_by_intern=interrupted[number] in BY_THE_INTERN,
        )
        values[f"carence_breached_before_{ORDINALS[number]}"] = not isinstance(wait, Holds)
        steps += wait.steps
    return {**values, "carence_breached": any(values.values())}, steps


def _one_month(owed: Gratification) -> Mapping[str, object]:
    return {
        **_readings(owed),
        "min_hourly": owed.months[0].hourly,
        "min_gratification": owed.total,
    }


def _readings(owed: Gratification) -> Mapping[str, object]:
    return {
        "by_signature": owed.by_signature,
        "by_presence": owed.by_presence,
        "difference": owed.difference,
    }


def _total(owed: Gratification) -> Mapping[str, object]:
    rates = {f"{due.month:%Y-%m}": due.hourly for due in owed.months}
    smoothed = value_of(payment_schedule(owed=owed, method="smoothed"))
    payments = list(smoothed.payments.values())
    return {
        **_readings(owed),
        "due": True,
        "hourly": owed.months[0].hourly if len(set(rates.values())) == 1 else rates,
        "total": owed.total,
        "real": {f"{due.month:%Y-%m}": due.amount for due in owed.months},
        "smoothed": payments[0],
        "smoothed_last": payments[-1],
    }


def _franchise(value: Franchise) -> Mapping[str, object]:
    return {
        "exempt_ceiling": value.exempt,
        "contributory_base": value.base,
        "accident_employer": value.accident_employer,
    }


def _calendar(value: Attendance) -> Mapping[str, object]:
    days_worked = {f"{month:%Y-%m}": count for month, count in value.days_by_month.items()}
    return {
        "days": days_worked,
        "days_total": sum(days_worked.values()),
        "hours": {f"{month:%Y-%m}": hours for month, hours in value.hours_by_month.items()},
        "hours_total": value.total,
    }


def _tax(value: IncomeTax) -> Mapping[str, object]:
    return {
        "annual_smic_exempt": value.ceiling,
        "prorated_exempt": value.prorated_ceiling,
        "taxable": value.taxable,
        "prorated_taxable": value.prorated_taxable,
    }


KINDS: dict[str, Kind] = {
    "stage_gratification": stage_gratification,
    "stage_total": stage_total,
    "stage_franchise": stage_franchise,
    "stage_hours_calendar": stage_hours_calendar,
    "stage_quota": stage_quota,
    "stage_carence": stage_carence,
    "stage_compliance": stage_compliance,
    "trial_period_after_stage": trial_after_stage,
    "tax_exemption_ceiling": tax_exemption_of_year,
}
