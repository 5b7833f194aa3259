"""What stands beside the amount: limits, week, leave, transport, meals, break."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tremplin.law.internship.amendment import back_pay_after_amendment
from tremplin.law.internship.benefits import meals, transport_refund
from tremplin.law.internship.gratification import Gratification
from tremplin.law.internship.interruption import interruption
from tremplin.law.internship.leave import leave_clause
from tremplin.law.internship.maximum_duration import maximum_duration
from tremplin.law.internship.payment import settlement_on_interruption
from tremplin.law.internship.placement import Placement
from tremplin.law.internship.presence import counted_presence
from tremplin.law.internship.public_body_cap import public_body_cap
from tremplin.law.internship.working_time import Week, average_weekly_hours, working_time
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome
from tremplin.law.words import cents
from tremplin.rights.simulation.domain.hours import StageHours
from tremplin.rights.simulation.domain.months import Month
from tremplin.rights.simulation.domain.promised import promised_payments
from tremplin.rights.simulation.domain.scenario import Scenario

ASKS = {
    "leave": "Indiquez si la convention parle de congés.",
    "transport": "Indiquez le prix de l’abonnement pour connaître le remboursement.",
    "meals": "Indiquez si les salariés ont une cantine ou des titres-restaurant.",
    "break": "Indiquez le motif de l’arrêt, et l’accord de l’école s’il en faut un.",
    "week": "Indiquez votre âge : la réponse en dépend.",
}
"""What to say when the law needs one more fact, by point."""


@dataclass(frozen=True, slots=True)
class Point:
    """One rule applied to the scenario: its stable key, its French name and the law's answer."""

    key: str
    name: str
    outcome: Outcome[object]

    @property
    def asks(self) -> str:
        """What the student may add to get the answer; empty when nothing is missing."""
        return ASKS.get(self.key, "") if isinstance(self.outcome, NeedsFacts) else ""

    @property
    def level(self) -> str:
        """How it is shown: « bad » when broken, « ask » when facts are missing or doubtful, else « ok »."""
        if isinstance(self.outcome, DoesNotHold):
            return "bad"
        if self.key == "back_pay":
            return "ask"
        return "ask" if isinstance(self.outcome, NeedsFacts) or self.outcome.doubts else "ok"


def limits(scenario: Scenario, stages: Sequence[StageHours]) -> tuple[Point, ...]:
    """Return what the law limits: six months, the week, leave, public hosts, absences.

    Args:
        scenario: what is known.
        stages: hours of its internships.

    Returns:
        One point for each rule that says something here.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    figures, on = scenario.figures, scenario.starts_on
    placements = tuple(stage.placement for stage in stages)
    found: list[Point] = [
        Point(
            "maximum",
            "Six mois au plus",
            maximum_duration(placements=placements, year_starts=scenario.year_starts, figures=figures),
        ),
        Point("week", "Semaine de présence", _week(scenario, stages)),
        Point(
            "leave",
            "Congés et absences",
            leave_clause(
                hours_present=placements[0].hours,
                clause_present=scenario.leave_clause,
                on=on,
                figures=figures,
            ),
        ),
    ]
    if scenario.public_body and scenario.agreed is not None:
        cap = _public_cap(scenario, stages[0], placements[0].hours)
        found.append(Point("public", "Organisme public", cap))
    found.extend(_back_pay(scenario, stages))
    away = sum((_away(stage) for stage in stages), Decimal(0))
    if away:
        present = sum((sum(stage.present.values(), Decimal(0)) for stage in stages), Decimal(0))
        counted = counted_presence(
            hours_present=present, hours_on_leave=away, leave_counts=scenario.leave_counts
        )
        found.append(Point("absences", "Absences et seuils", counted))
    return tuple(found)


def _back_pay(scenario: Scenario, stages: Sequence[StageHours]) -> tuple[Point, ...]:
    """Tell what an amendment that crosses the threshold makes owed for the months before it."""
    first, *others = stages
    if len(first.amendments) != 1 or not any(first.first_agreement.values()):
        return ()
    agreed = first.first_agreement
    before = Placement(
        first.stage.starts_on,
        first.stage.ends_on,
        sum(agreed.values(), Decimal(0)),
        school=first.stage.school,
        hours_by_month=agreed,
    )
    outcome = back_pay_after_amendment(
        before=before,
        amendment=first.amendments[0],
        signed_on=first.stage.signed_on,
        others=tuple(other.placement for other in others),
        received=scenario.received,
        rural_family_school=scenario.rural_family_school,
        figures=scenario.figures,
    )
    owes = isinstance(outcome, Holds) and outcome.value.due > 0
    return (Point("back_pay", "Rappel après l’avenant", outcome),) if owes else ()


def extras(scenario: Scenario) -> tuple[Point, ...]:
    """Return what comes on top: transport and meals, as far as something was said of them.

    Args:
        scenario: what is known.

    Returns:
        One point for each of them.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    given, stage = scenario.extras, scenario.stages[0]
    transport = transport_refund(
        monthly_price=given.transport_price,
        public_host=bool(scenario.public_body) if given.transport_price is not None else None,
        weekly_hours=sum(stage.weekly.values(), Decimal(0)),
        on=scenario.starts_on,
        yearly_pass=given.yearly_pass,
        figures=scenario.figures,
    )
    return (
        Point("transport", "Transport", transport),
        Point("meals", "Repas", meals(canteen=given.canteen, vouchers=given.vouchers)),
    )


def broken_off(scenario: Scenario, first: Gratification | None, months: Sequence[Month]) -> tuple[Point, ...]:
    """Return what a break changes: the internship's validation and the account of payments.

    Args:
        scenario: the break and the sums received.
        first: the minimum for the hours done; None when it has none.
        months: the month table.

    Returns:
        Nothing without a break.
    """
    if scenario.pause is None:
        return ()
    pause = scenario.pause
    what = interruption(reason=pause.reason, school_agrees=pause.school_agrees)
    points = [Point("break", "Interruption", what)]
    if first is not None and scenario.received:
        settled = settlement_on_interruption(
            done=first, paid=dict(scenario.received), definitive=pause.resumes_on is None
        )
        points.append(Point("settlement", "Solde à l’arrêt", settled))
    return tuple(points)


def _week(scenario: Scenario, stages: Sequence[StageHours]) -> Outcome[object]:
    weekly = {day: hours for day, hours in scenario.stages[0].weekly.items() if hours}
    week = Week(
        total=sum(weekly.values(), Decimal(0)),
        by_day=weekly,
        on_holidays=scenario.holidays_worked,
    )
    on = scenario.starts_on
    found: Outcome[object] = working_time(week=week, age=scenario.age, on=on, figures=scenario.figures)
    average = average_weekly_hours(weeks=_weeks(stages), on=on, figures=scenario.figures)
    return average if isinstance(average, DoesNotHold) and not isinstance(found, DoesNotHold) else found


def _weeks(stages: Sequence[StageHours]) -> list[Decimal]:
    totals: dict[date, Decimal] = {}
    for stage in stages:
        for on, hours in stage.present.items():
            monday = on - timedelta(days=on.weekday())
            totals[monday] = totals.get(monday, Decimal(0)) + hours
    if not totals:
        return []
    first, last = min(totals), max(totals)
    mondays = [first + timedelta(weeks=after) for after in range((last - first).days // 7 + 1)]
    return [totals.get(monday, Decimal(0)) for monday in mondays]


def _away(stage: StageHours) -> Decimal:
    return sum(stage.planned.values(), Decimal(0)) - sum(stage.present.values(), Decimal(0))


def _public_cap(scenario: Scenario, stage: StageHours, hours: Decimal) -> Outcome[object]:
    promised = sum(promised_payments(scenario, stage).values(), Decimal(0))
    present = sum(stage.owed_hours.values(), Decimal(0))
    threshold = scenario.figures.get("internship", "gratification_threshold", on=scenario.ends_on)
    return public_body_cap(
        public_body=True,
        hourly_paid=cents(promised / present) if present else None,
        signed_on=stage.stage.signed_on,
        gratification_due=hours > threshold.value,
        figures=scenario.figures,
    )
