from datetime import date
from decimal import Decimal

import pytest

from tremplin.law.parameters import OFFICIAL, Figures, NoValueInForce, load, tables

ENTERED = Figures({("general", "hourly_ceiling"): ((date(2027, 1, 1), Decimal(31)),)})


def test_every_table_of_figures_is_found_by_its_name() -> None:
    assert all(name.isidentifier() for name in tables())


@pytest.mark.parametrize("table", tables())
def test_every_figure_says_where_it_comes_from_and_when_it_was_checked(table: str) -> None:
    for name, entry in load(table).items():
        assert entry["label"], name
        assert entry["unit"], name
        assert isinstance(entry["last_checked"], date), name
        for row in entry["values"]:
            assert "value" not in row or row.get("source") or entry.get("source"), name
            assert "value" in row or row["unknown"], name


def test_a_figure_changes_on_its_day() -> None:
    eve = OFFICIAL.get("general", "hourly_ceiling", on=date(2025, 12, 31))
    new_year = OFFICIAL.get("general", "hourly_ceiling", on=date(2026, 1, 1))

    assert (eve.value, new_year.value) == (29, 30)


def test_nothing_is_in_force_before_the_first_value() -> None:
    with pytest.raises(NoValueInForce, match="Aucune valeur connue pour «\u00a0Stagiaires par tuteur"):
        OFFICIAL.get("internship", "tutor_interns", on=date(2015, 10, 28))


def test_a_gap_says_why_no_value_is_known() -> None:
    with pytest.raises(NoValueInForce) as caught:
        OFFICIAL.get("general", "monthly_ceiling_mayotte", on=date(2021, 1, 1))

    assert caught.value.why in str(caught.value)
    assert caught.value.why
    assert OFFICIAL.find("general", "monthly_ceiling_mayotte", on=date(2021, 1, 1)) is None


def test_a_figure_beyond_its_last_publication_is_an_estimate() -> None:
    figure = OFFICIAL.get("general", "hourly_ceiling", on=date(2027, 1, 1))

    assert (figure.value, figure.estimated) == (30, True)


def test_the_student_s_figure_replaces_the_estimate_from_its_day() -> None:
    before = ENTERED.get("general", "hourly_ceiling", on=date(2026, 12, 31))
    after = ENTERED.get("general", "hourly_ceiling", on=date(2027, 1, 1))

    assert (before.value, before.entered) == (30, False)
    assert (after.value, after.entered, after.estimated) == (31, True, False)


def test_a_value_below_verified_says_so() -> None:
    verified = OFFICIAL.get("general", "smic_hourly_mayotte", on=date(2017, 6, 1))
    from_memory = OFFICIAL.get("general", "smic_hourly_mayotte", on=date(2018, 6, 1))

    assert verified.confidence != from_memory.confidence == "de mémoire"
