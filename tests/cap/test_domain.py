"""Where the student stands and the one next move."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from tremplin.cap.domain import Doors, Gesture, journey, next_gesture, standing
from tremplin.law.words import NBSP

FEBRUARY, JULY = date(2026, 2, 2), date(2026, 7, 3)
ALL_DOORS = Doors(agreements="/a/", gratification="/g/", answers="/r/")


@dataclass(frozen=True)
class Read:
    """An agreement as Droits sums it up."""

    host: str = "Cargolière"
    city: str = "Angers"
    starts_on: date | None = FEBRUARY
    ends_on: date | None = JULY
    read_on: date = date(2026, 1, 8)
    url: str = "/a/1/"
    to_correct: int = 0
    to_clarify: int = 0
    to_check: int = 0
    points: tuple[str, ...] = ()
    at_stake: Decimal | None = None


def test_the_internship_of_the_example_has_22_weeks_and_is_in_its_ninth() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=date(2026, 4, 2))

    assert len(path.weeks) == 22
    assert path.week == 9
    assert [week.opens_month for week in path.weeks if week.opens_month] == [
        "févr.", "mars", "avr.", "mai", "juin", "juil.",
    ]  # fmt: skip


def test_milestones_are_the_middle_three_quarters_and_15_days_before_the_end() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert [stone.on for stone in path.milestones] == [
        date(2026, 4, 18),
        date(2026, 5, 26),
        date(2026, 6, 18),
    ]


def test_every_milestone_sits_on_its_week() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert [week.milestone for week in path.weeks if week.milestone] == list(path.milestones)


@pytest.mark.parametrize("ends_on", [date(2026, 2, 2), date(2026, 2, 6), date(2026, 3, 6)])
def test_a_very_short_internship_has_no_milestone(ends_on: date) -> None:
    path = journey(starts_on=FEBRUARY, ends_on=ends_on, on=FEBRUARY)

    assert path.milestones == ()
    assert path.week == 1


@pytest.mark.parametrize(
    ("on", "title"),
    [
        (date(2026, 1, 31), f"Votre stage commence dans 2{NBSP}jours."),
        (date(2026, 2, 1), f"Votre stage commence dans 1{NBSP}jour."),
        (date(2026, 2, 2), f"Semaine 1 sur 22.\nLe point mi-parcours est dans 75{NBSP}jours."),
        (date(2026, 4, 18), "Semaine 11 sur 22.\nLe point mi-parcours est aujourd’hui."),
        (date(2026, 7, 3), "Semaine 22 sur 22."),
        (date(2026, 7, 4), f"Votre stage s’est terminé le 3{NBSP}juillet 2026."),
    ],
)
def test_the_title_says_where_the_day_falls(on: date, title: str) -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=on)

    assert standing(Read(), path, phase="agreement")[0] == title


def test_the_line_under_it_names_host_place_and_dates() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert standing(Read(), path, phase="agreement")[1] == (
        f"Stage chez Cargolière, Angers, du 2{NBSP}février 2026 au 3{NBSP}juillet 2026."
    )


def test_what_was_not_read_is_left_out() -> None:
    path = journey(starts_on=FEBRUARY, ends_on=JULY, on=FEBRUARY)

    assert standing(Read(host="", city=""), path, phase="")[1].startswith("Stage du 2")
    assert "dates manquent" in standing(Read(starts_on=None), None, phase="")[1]


@pytest.mark.parametrize(("phase", "url"), [("searching", "/r/"), ("agreement", "/a/"), ("started", "/g/")])
def test_before_any_agreement_the_move_follows_the_door(phase: str, url: str) -> None:
    gesture = next_gesture(None, ALL_DOORS, phase=phase)

    assert gesture
    assert gesture.url == url


def gesture_after(agreement: Read) -> Gesture:
    """Return the move once an agreement was read."""
    gesture = next_gesture(agreement, ALL_DOORS, phase="agreement")
    assert gesture
    return gesture


def test_points_against_the_law_come_first_with_what_they_cost() -> None:
    agreement = Read(to_correct=2, to_clarify=3, points=("a", "b", "c", "d", "e"), at_stake=Decimal("110.25"))

    gesture = gesture_after(agreement)

    assert gesture.title == f"Faire corriger 5{NBSP}points de votre convention"
    assert f"110,25{NBSP}€" in gesture.why
    assert gesture.points == ("a", "b", "c", "d")
    assert gesture.url == "/a/1/"


def test_missing_points_alone_are_clarified() -> None:
    assert gesture_after(Read(to_clarify=1)).title == f"Faire préciser 1{NBSP}point de votre convention"


def test_nothing_to_ask_leads_to_the_gratification() -> None:
    gesture = gesture_after(Read(to_check=2))

    assert gesture.url == "/g/"
    assert f"Reste 2{NBSP}points à vérifier." in gesture.why


def test_nothing_to_ask_leads_back_to_the_reading_while_there_is_no_simulator() -> None:
    gesture = next_gesture(Read(), Doors(agreements="/a/"), phase="agreement")

    assert gesture
    assert gesture.url == "/a/1/"


def test_no_move_is_promised_while_its_room_is_not_built() -> None:
    assert next_gesture(None, Doors(), phase="agreement") is None


def test_a_month_that_opens_right_after_the_first_week_takes_its_place() -> None:
    path = journey(starts_on=date(2026, 2, 23), ends_on=date(2026, 4, 30), on=FEBRUARY)

    assert [week.opens_month for week in path.weeks[:3]] == ["mars", "", ""]
