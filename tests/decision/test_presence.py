"""An internship is counted on the hours spent in the host: the same ones for rhythm, pay and limits."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.decision.test_money import INES, option
from tremplin.decision.domain.blockers import checks_of
from tremplin.decision.domain.money import money_of
from tremplin.decision.domain.options import Kind, Option, Rhythm
from tremplin.decision.domain.presence import attendance_of, days_at_school
from tremplin.decision.domain.rhythm import weeks_of

HOURLY = Decimal("4.50")  # LAW.md A9, 2026


def internship(first: date, last: date, rhythm: Rhythm) -> Option:
    """Return an internship of 35 hours signed in January 2026."""
    return option(
        Kind.INTERNSHIP, starts_on=first, ends_on=last, signed_on=date(2026, 1, 5), rhythm=rhythm,
        validated=True,
    )  # fmt: skip


def test_a_week_out_of_four_in_the_host_is_under_the_threshold() -> None:
    stage = internship(date(2026, 3, 2), date(2026, 8, 28), Rhythm("weeks", company=1, school=3))
    duration = next(
        check for check in checks_of(INES, stage, today=date(2026, 1, 1)) if check.topic == "Durée"
    )

    assert attendance_of(stage).total == 231  # seven weeks of 35 hours, 6 April and 25 May off
    assert money_of(INES, stage).gross == 0
    assert "231" in duration.steps[0].says


def test_two_days_a_week_are_paid_two_days_a_week() -> None:
    stage = internship(date(2026, 2, 2), date(2026, 7, 31), Rhythm("days", company=2, school=3))
    weekdays = [date(2026, 2, 2) + timedelta(days=after) for after in range(180)]
    holidays = {date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 8), date(2026, 5, 14), date(2026, 5, 25),
                date(2026, 7, 14)}  # fmt: skip
    worked = [on for on in weekdays if on.weekday() < 5 and on not in holidays]

    money = money_of(INES, stage)

    assert money.gross == len(worked) * Decimal("2.8") * HOURLY
    assert "decision.alternating" in {doubt.rule for doubt in money.doubts}


def test_weeks_at_school_pay_nothing() -> None:
    stage = internship(date(2026, 2, 2), date(2026, 7, 31), Rhythm("weeks", company=4, school=4))
    months = {line.month: line.gross.amount for line in money_of(INES, stage).months}

    assert months[date(2026, 2, 1)] == 20 * 7 * HOURLY  # four weeks in the host
    assert months[date(2026, 3, 1)] == 2 * 7 * HOURLY  # back on Monday 30 March


def test_a_month_spent_at_school_pays_nothing_and_says_why() -> None:
    stage = internship(date(2026, 2, 2), date(2026, 8, 28), Rhythm("weeks", company=12, school=9))
    may = next(line for line in money_of(INES, stage).months if line.month == date(2026, 5, 1))

    assert may.gross.value == 0
    assert [step.says for step in may.gross.steps] == ["Aucune heure dans l’organisme ce mois-ci."]


@pytest.mark.parametrize("rhythm", [Rhythm("days", 0, 5), Rhythm("weeks", 0, 3)])
def test_an_internship_never_in_the_host_pays_nothing(rhythm: Rhythm) -> None:
    money = money_of(INES, internship(date(2026, 2, 2), date(2026, 7, 31), rhythm))

    assert not money.gross
    assert money.net == 0


def test_a_full_time_internship_has_no_day_at_school() -> None:
    assert days_at_school(internship(date(2026, 2, 2), date(2026, 7, 31), Rhythm())) == frozenset()


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(("weeks", "days")), st.integers(1, 5), st.integers(0, 5), st.integers(4, 26),
    st.sampled_from((21, 28, 35)),
)  # fmt: skip
def test_the_hours_of_the_rhythm_are_those_paid(
    alternation: str, company: int, school: int, length: int, weekly: int
) -> None:
    first = date(2026, 9, 7)
    rhythm = Rhythm("weeks" if alternation == "weeks" else "days", company, school)
    stage = option(
        Kind.INTERNSHIP, starts_on=first, ends_on=first + timedelta(weeks=length, days=-3), rhythm=rhythm,
        weekly_hours=Decimal(weekly), signed_on=date(2026, 6, 1),
    )  # fmt: skip
    found = attendance_of(stage)
    per_day = Decimal(weekly) / 5 * (company if alternation == "days" else 5) / 5
    lost = sum(per_day for on in found.holidays if on not in days_at_school(stage))

    hours = sum(week.work for week in weeks_of(stage))
    paid = money_of(INES, stage)

    assert found.total + lost == hours
    assert paid.gross == (found.total * HOURLY if found.total > 308 else 0)


@pytest.mark.parametrize("kind", [Kind.APPRENTICESHIP, Kind.PROFESSIONALISATION])
def test_a_contract_is_paid_at_school_too(kind: Kind) -> None:
    whole = option(kind, diploma="none")
    shared = option(kind, diploma="none", rhythm=Rhythm("weeks", company=1, school=3))

    assert money_of(INES, shared).gross == money_of(INES, whole).gross
