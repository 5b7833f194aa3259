"""What stays true whatever the dates, the week, the days away and the amendments."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rights.simulation.scenarios import TODAY
from tremplin.law.internship.gratification import RateBasis
from tremplin.law.internship.payment import Method
from tremplin.rights.simulation.domain.hours import hours_of
from tremplin.rights.simulation.domain.scenario import Agreed, Change, Scenario, Stage
from tremplin.rights.simulation.domain.simulate import simulate

DAYS = st.dates(date(2016, 1, 1), date(2027, 6, 30))
LENGTHS = st.integers(0, 250)
HOURS = st.sampled_from([Decimal(0), Decimal("3.25"), Decimal("3.5"), Decimal(7), Decimal("7.8"), Decimal(8)])
WEEKS = st.fixed_dictionaries(dict.fromkeys(range(1, 8), HOURS))

unhurried = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy: what is tested is the answer, never its speed."""


@st.composite
def changes(draw: st.DrawFn, starts_on: date, ends_on: date) -> Change:
    signed_on = draw(st.dates(starts_on, ends_on))
    last = draw(st.none() | st.dates(signed_on, signed_on + timedelta(days=120)))
    return Change(signed_on, ends_on=last, weekly=draw(WEEKS) if last is None else draw(st.none() | WEEKS))


@st.composite
def stages(draw: st.DrawFn) -> Stage:
    starts_on = draw(DAYS)
    ends_on = starts_on + timedelta(days=draw(LENGTHS))
    amended = draw(st.lists(changes(starts_on, ends_on), max_size=2))
    ordered = tuple(sorted(amended, key=lambda change: change.signed_on))
    return Stage(starts_on, ends_on, draw(WEEKS), starts_on, changes=ordered)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    found = tuple(draw(st.lists(stages(), min_size=1, max_size=2)))
    amounts = st.decimals(0, 5000, places=2, allow_nan=False, allow_infinity=False)
    units = st.sampled_from(["hour", "month", "percent_ceiling", "total"])
    agreed = draw(st.none() | st.builds(Agreed, amounts, units))
    basis: RateBasis | None = draw(st.sampled_from([None, "signature", "presence"]))
    method: Method = draw(st.sampled_from(["real", "smoothed"]))
    return Scenario(
        tuple(sorted(found, key=lambda stage: stage.starts_on)),
        agreed=agreed,
        rate_basis=basis,
        method=method,
    )


@unhurried
@given(scenarios())
def test_months_add_up_to_the_total_real_and_smoothed(scenario: Scenario) -> None:
    found = simulate(scenario, today=TODAY)

    assert sum(month.real for month in found.months) == found.minimum
    assert sum(month.smoothed for month in found.months) == found.minimum


@unhurried
@given(scenarios())
def test_amounts_are_in_whole_cents_and_never_negative(scenario: Scenario) -> None:
    for month in simulate(scenario, today=TODAY).months:
        for amount in (month.real, month.smoothed, month.payable):
            assert amount == round(amount, 2)
            assert amount >= 0


@unhurried
@given(scenarios(), st.data())
def test_one_more_absence_never_raises_what_is_owed(scenario: Scenario, data: st.DataObject) -> None:
    away = data.draw(st.dates(scenario.starts_on, scenario.ends_on))
    before = simulate(scenario, today=TODAY)

    after = simulate(
        Scenario(scenario.stages, agreed=scenario.agreed, absences=frozenset({away})), today=TODAY
    )
    same = simulate(Scenario(scenario.stages, agreed=scenario.agreed), today=TODAY)

    assert after.hours <= before.hours
    assert after.minimum <= same.minimum
    assert after.payable <= same.payable


@unhurried
@given(scenarios())
def test_signatures_share_exactly_the_hours_of_the_days(scenario: Scenario) -> None:
    for stage in hours_of(scenario):
        shared = sum((part.total for part in stage.parts), Decimal(0))

        assert shared == sum(stage.present.values(), Decimal(0))
        assert all(hours >= 0 for part in stage.parts for hours in part.hours_by_month.values())


@unhurried
@given(scenarios())
def test_what_must_be_paid_is_never_less_than_the_minimum_owed(scenario: Scenario) -> None:
    found = simulate(scenario, today=TODAY)

    owed = sum((each.gratification.total for each in found.worths if each.owed), Decimal(0))
    assert found.payable >= owed


@unhurried
@given(scenarios())
def test_the_line_of_hours_never_goes_down(scenario: Scenario) -> None:
    totals = list(simulate(scenario, today=TODAY).progress.totals.values())

    assert totals == sorted(totals)
