"""The board: what it says, what it proposes, what keeps its order."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.prospecting.made import TODAY, make_target
from tremplin.prospecting.domain.board import board_title, place_among, suggested_stage
from tremplin.prospecting.domain.days import for_day, near_day
from tremplin.prospecting.models import Approach, Exchange, PastStage, Stage, Target
from tremplin.prospecting.operations.research import add_hypothesis, change_hypothesis
from tremplin.prospecting.operations.targets import close_target, move_target, reopen_target
from tremplin.prospecting.queries.targets import columns, without_next_step


def stage_of(target: Target) -> str:
    return Target.objects.get(pk=target.pk).stage


def names_in(stage: str) -> list[str]:
    column = next(one for one in columns(on=TODAY) if one.stage == stage)
    return [ticket.name for ticket in column.tickets]


def test_the_title_counts_what_waits() -> None:
    assert board_title(9, follow_ups=2, gestures=1) == "Neuf\u00a0cibles, deux\u00a0relances à faire"
    assert board_title(1, follow_ups=0, gestures=1) == "Une\u00a0cible, un\u00a0geste pour aujourd’hui"
    assert board_title(0, follow_ups=0, gestures=0) == "Aucune cible pour l’instant"
    assert board_title(40, follow_ups=0, gestures=0).startswith("40\u00a0cibles")


@pytest.mark.parametrize(
    ("days", "said"), [(0, "aujourd’hui"), (-1, "hier"), (1, "demain"), (5, "mar.\u00a07\u00a0avril")]
)
def test_near_days_are_said_as_aloud(days: int, said: str) -> None:
    assert near_day(TODAY + timedelta(days=days), today=TODAY) == said


@pytest.mark.parametrize(("days", "said"), [(1, "Pour demain"), (12, "Pour le 14\u00a0avril")])
def test_what_is_meant_for_a_day_takes_an_article_unless_the_day_is_named(days: int, said: str) -> None:
    assert for_day(TODAY + timedelta(days=days), today=TODAY) == said


def test_a_day_of_another_year_says_its_year() -> None:
    assert near_day(date(2025, 12, 1), today=TODAY) == "1er\u00a0décembre 2025"


@pytest.mark.parametrize(
    ("stage", "facts", "proposed"),
    [
        ("idea", {"has_kept_problem": True}, "researched"),
        ("idea", {"has_kept_problem": False}, ""),
        ("researched", {"has_kept_problem": True}, ""),
        ("talking", {"has_kept_problem": True, "has_sent": True}, ""),
        ("idea", {"has_kept_problem": False, "has_sent": True, "has_talked": True}, "talking"),
        ("closed", {"has_kept_problem": True}, ""),
    ],
)
def test_a_move_is_proposed_forward_only(stage: str, facts: dict[str, bool], proposed: str) -> None:
    assert suggested_stage(stage, **facts) == proposed


def put(keys: list[int], key: int, step: int) -> list[int]:
    """Return the column once a ticket moved one step."""
    before = place_among(keys, key, step)
    others = [one for one in keys if one != key]
    others.insert(others.index(before) if before is not None else len(others), key)
    return others


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_one_step_moves_one_place_and_stops_at_the_ends(size: int) -> None:
    keys = list(range(10, 10 + size))
    for at, key in enumerate(keys):
        assert put(keys, key, 1).index(key) == min(at + 1, size - 1)
        assert put(keys, key, -1).index(key) == max(at - 1, 0)


@pytest.mark.django_db
def test_a_kept_problem_proposes_the_move_and_changes_nothing_alone() -> None:
    target = make_target()
    kept = add_hypothesis(target, problem="Trois tournées se croisent.")
    change_hypothesis(kept, revision=kept.revision, changes={"standing": "kept"})

    ticket = columns(on=TODAY)[0].tickets[0]

    assert (ticket.stage, ticket.suggested, ticket.known) == ("idea", "researched", kept.problem)


@pytest.mark.django_db
def test_the_order_of_a_column_is_kept() -> None:
    first, second, third = (make_target(name) for name in ("Aubrelle", "Bocage", "Cargolière"))
    for one in (first, second, third):
        move_target(one, stage=Stage.RESEARCHED, on=TODAY)

    move_target(third, stage=Stage.RESEARCHED, on=TODAY, before=first.pk)

    assert names_in("researched") == ["Cargolière", "Aubrelle", "Bocage"]


@pytest.mark.django_db
def test_moving_keeps_the_day_once(client: Client) -> None:
    target = make_target()

    for stage in (Stage.TALKING, Stage.TALKING):
        target = move_target(target, stage=stage, on=TODAY)

    assert [past.stage for past in PastStage.objects.filter(target=target)] == ["idea", "talking"]


@pytest.mark.django_db
def test_reopening_goes_back_where_it_was() -> None:
    target = move_target(make_target(), stage=Stage.TALKING, on=TODAY)
    close_target(target, reason="silent", on=TODAY)

    reopened = reopen_target(Target.objects.get(pk=target.pk), on=TODAY)

    assert (reopened.stage, reopened.closed_reason, reopened.closed_on) == ("talking", "", None)


@pytest.mark.django_db
def test_what_waits_is_marked_and_what_has_no_gesture_is_found() -> None:
    make_target("Lothaire", next_step="Relancer", next_on=TODAY - timedelta(days=1))
    make_target("Aubrelle", next_step="Préparer", next_on=TODAY + timedelta(days=1))
    bare = make_target("Solinge")

    tickets = {one.name: (one.next, one.is_due) for one in columns(on=TODAY)[0].tickets}

    assert tickets["Lothaire"] == ("Relancer, hier", True)
    assert tickets["Aubrelle"] == ("Préparer, demain", False)
    assert list(without_next_step(on=TODAY)) == [bare]


@pytest.mark.django_db
def test_an_answer_older_than_the_last_move_proposes_nothing() -> None:
    target = make_target()
    approach = Approach.objects.create(target=target, channel="direct", sent_on=TODAY)
    Exchange.objects.create(approach=approach, kind="reply", on=TODAY)
    assert columns(on=TODAY)[0].tickets[0].suggested == "talking"

    move_target(target, stage=Stage.RESEARCHED, on=TODAY + timedelta(days=1))

    assert columns(on=TODAY)[1].tickets[0].suggested == ""
