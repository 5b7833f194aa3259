from decimal import Decimal

import pytest

from tests.evidence.figures import newsletters, of, reporting, saving
from tremplin.evidence.derived import (
    NotATime,
    Range,
    change_percent,
    occurrences,
    saved_hours,
    total,
    yearly_hours,
    yearly_value,
)

WEEKS = Range(Decimal(44), Decimal(47), "semaines")


def test_hours_saved_are_the_difference() -> None:
    assert saved_hours(reporting()) == 8
    assert saved_hours(reporting(before=Decimal(270), after=Decimal(50), unit="min")) == Decimal(220) / 60


@pytest.mark.parametrize("figure", [newsletters(), saving(), reporting(before=Decimal(1))])
def test_what_saves_no_time_is_refused(figure: object) -> None:
    with pytest.raises(NotATime):
        saved_hours(figure)  # type: ignore[arg-type]


def test_a_period_comes_back_as_often_as_the_weeks_say() -> None:
    assert occurrences(reporting(), weeks=WEEKS) == WEEKS
    assert occurrences(reporting(period="mois"), weeks=WEEKS) == Range(Decimal(12), Decimal(12), "mois")
    assert occurrences(reporting(period=""), weeks=WEEKS) is None


def test_a_year_is_a_range_inside_the_exact_one() -> None:
    hours = yearly_hours(reporting(), times=WEEKS)

    assert of(hours, "low", "high", "unit") == [352, 376, "h"]
    assert hours.formula == "8\u00a0h × 44 à 47\u00a0semaines"
    assert hours.entries == (1,)


def test_a_value_shows_its_whole_formula() -> None:
    value = yearly_value(yearly_hours(reporting(), times=WEEKS), cost=Range(Decimal(20), Decimal(30)))

    assert str(value) == "7\u00a0040 à 11\u00a0280\u00a0€"
    assert value.formula.endswith("× 20 à 30\u00a0€ par heure")


def test_a_sum_keeps_every_source_once() -> None:
    hours = yearly_hours(reporting(), times=WEEKS)

    both = total([hours, hours])

    assert of(both, "low", "high", "entries") == [704, 752, (1,)]


def test_unlike_units_are_not_added() -> None:
    hours = yearly_hours(reporting(), times=WEEKS)

    with pytest.raises(ValueError, match="one unit"):
        total([hours, yearly_value(hours, cost=WEEKS)])


def test_a_change_is_a_percent_with_its_formula() -> None:
    change = change_percent(reporting())

    assert of(change, "low", "formula") == [-80, "(2 − 10) ÷ 10"]


def test_a_change_needs_a_start() -> None:
    with pytest.raises(ValueError, match="start"):
        change_percent(reporting(before=Decimal(0)))
