import tomllib
from datetime import date
from pathlib import Path
from typing import get_args

import holidays as peer
import pytest

from tremplin.law.calendar import Territory, easter, good_friday_doubt, holidays_in, public_holidays

LISTS = tomllib.loads((Path(__file__).parent / "cases" / "holidays.toml").read_text(encoding="utf-8"))
YEARS = range(2015, 2031)


@pytest.mark.parametrize("year", YEARS)
def test_national_days_are_those_of_the_published_list(year: int) -> None:
    assert list(holidays_in(year)) == LISTS[str(year)]["national"]


@pytest.mark.parametrize("year", YEARS)
def test_alsace_moselle_adds_its_two_days(year: int) -> None:
    local = set(holidays_in(year, "alsace_moselle", True)) - set(holidays_in(year))

    assert sorted(local) == LISTS[str(year)]["alsace_moselle_extra"]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("subdivision", "territory"), [(None, "metropole"), ("57", "alsace_moselle"), ("6AE", "alsace_moselle")]
)
def test_a_public_library_finds_the_same_days(
    year: int, subdivision: str | None, territory: Territory
) -> None:
    found = set(peer.country_holidays("FR", subdiv=subdivision, years=year))

    assert found == set(holidays_in(year, territory, True))


@pytest.mark.parametrize(
    ("territory", "on"),
    [
        ("mayotte", date(2026, 4, 27)),
        ("martinique", date(2026, 5, 22)),
        ("guadeloupe", date(2026, 5, 27)),
        ("saint_martin", date(2026, 5, 27)),
        ("guyane", date(2026, 6, 10)),
        ("saint_barthelemy", date(2026, 10, 9)),
        ("reunion", date(2026, 12, 20)),
    ],
)
def test_each_overseas_territory_adds_its_own_day(territory: Territory, on: date) -> None:
    assert set(holidays_in(2026, territory)) - set(holidays_in(2026)) == {on}


def test_every_territory_is_known() -> None:
    assert all(len(holidays_in(2026, territory)) >= 11 for territory in get_args(Territory))


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1818, date(1818, 3, 22)),
        (1943, date(1943, 4, 25)),
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter_falls_on_its_known_extremes(year: int, sunday: date) -> None:
    assert easter(year) == sunday


def test_good_friday_is_doubtful_when_the_commune_is_unknown() -> None:
    outcome = public_holidays(year=2026, territory="alsace_moselle")

    assert [doubt.rule for doubt in outcome.doubts] == ["D.good_friday"]
    assert date(2026, 4, 3) not in outcome.value


@pytest.mark.parametrize(
    ("territory", "known"), [("metropole", None), ("alsace_moselle", True), ("alsace_moselle", False)]
)
def test_good_friday_is_certain_elsewhere_or_once_known(territory: Territory, known: bool | None) -> None:
    assert good_friday_doubt(territory, known) == ()


def test_the_steps_say_where_local_days_come_from() -> None:
    assert [step.says for step in public_holidays(year=2026, territory="reunion").steps] == [
        "12\u00a0jours fériés en 2026.",
        "Le jour de l’abolition de l’esclavage est férié outre-mer.",
    ]
    assert len(public_holidays(year=2026).steps) == 1
