"""Ideas that can be done, a verdict that no sum decides, figures that have a source."""

from datetime import date
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.typography import faults
from tremplin.prospecting.domain.personal_projects import (
    DAYS,
    compare_title,
    criteria,
    day_of,
    idea,
    ideas,
    ideas_title,
    plan,
    projects_title,
    sectors,
    unproved,
    verdict,
)
from tremplin.prospecting.models import PersonalProject, ProjectKind

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MARKS = {one.name: 4 for one in criteria()}


def test_every_sector_has_an_idea_of_each_kind() -> None:
    found = {(one.sector, one.kind) for one in ideas()}

    assert len(sectors()) >= 8
    assert found == {(sector, kind) for sector in sectors() for kind in ProjectKind.values}
    assert len({one.key for one in ideas()}) == len(ideas())


def test_every_idea_fits_two_weeks_names_its_source_and_asks_something() -> None:
    for one in ideas():
        assert 8 <= one.hours <= 20
        assert one.source
        assert one.question.endswith("\u00a0?")
        assert not one.url or urlsplit(one.url).scheme == "https"
        assert faults(f"<p>{one.title}</p><p>{one.question}</p><p>{one.source}</p><p>{one.shows}</p>") == []
        assert len(one.title) <= 160
        assert len(one.question) <= 300


def test_an_idea_is_found_by_its_key() -> None:
    assert idea("food_scores") in ideas()
    assert idea("inconnue") is None


def test_there_are_six_criteria_each_a_column_with_its_anchors() -> None:
    columns = {one.name for one in PersonalProject._meta.get_fields()}

    assert len(criteria()) == 6
    assert {one.name for one in criteria()} <= columns
    assert all(one.one and one.five and one.low and one.high for one in criteria())


@pytest.mark.parametrize("kind", ProjectKind.values)
def test_each_kind_has_a_plan_of_two_weeks_in_order(kind: str) -> None:
    days = [day for day, _step in plan(kind)]

    assert days == sorted(days)
    assert (days[0], days[-1]) == (1, DAYS)
    assert plan("inconnue") == ()


def test_the_first_day_is_the_day_it_starts() -> None:
    assert day_of(date(2026, 4, 6), 1) == date(2026, 4, 6)
    assert day_of(date(2026, 4, 6), DAYS) == date(2026, 4, 19)
    assert day_of(None, 3) is None


def test_without_marks_nothing_is_judged() -> None:
    found = verdict({})

    assert (found.level, found.reasons) == ("off", ())
    assert len(found.missing) == 6


@pytest.mark.parametrize("name", [one.name for one in criteria() if one.decisive])
def test_a_one_on_what_decides_is_never_bought_back(name: str) -> None:
    found = verdict({**{one.name: 5 for one in criteria()}, name: 1})

    assert found.level == "bad"
    assert found.reasons[0] == next(one.low for one in criteria() if one.name == name)


@pytest.mark.parametrize("name", [one.name for one in criteria() if not one.decisive])
def test_a_low_mark_elsewhere_says_what_to_tighten(name: str) -> None:
    found = verdict({**MARKS, name: 1})

    assert (found.says, found.level) == ("À resserrer", "warn")


def test_three_low_marks_set_it_aside() -> None:
    low = {one.name: 2 for one in criteria() if not one.decisive}

    assert verdict({**MARKS, **low}).level == "bad"


def test_middling_marks_name_what_a_five_would_be() -> None:
    found = verdict({one.name: 3 for one in criteria()})

    assert found.level == "warn"
    assert len(found.reasons) == sum(one.decisive for one in criteria())
    assert verdict(MARKS).level == "ok"


@UNHURRIED
@given(st.fixed_dictionaries({one.name: st.one_of(st.none(), st.integers(1, 5)) for one in criteria()}))
def test_any_marks_give_words_and_reasons_and_never_a_total(marks: dict[str, int | None]) -> None:
    found = verdict(marks)

    assert len(found.missing) == sum(mark is None for mark in marks.values())
    assert faults(f"<p>{found.says}</p>") == []
    if found.level == "ok":
        assert all(mark is not None and mark > 2 for mark in marks.values())


def test_a_figure_is_asked_for_once_with_its_sentence() -> None:
    texts = ("Les clients attendent. 41 % des avis parlent du délai; d’autres non.", "Soit 41 %.")

    (asked,) = unproved(texts, ())

    assert (asked.words, asked.sentence) == ("41 %", "41 % des avis parlent du délai")
    assert unproved(texts, ("41 % des avis lus",)) == ()


def test_a_count_proves_its_share() -> None:
    assert unproved(("27 % des avis",), ("38 avis sur 140",)) == ()


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), "Deux semaines de travail montrées valent mieux qu’un CV"),
        ((1, 2, 0), "Un\u00a0projet en cours, deux\u00a0idées gardées"),
        ((0, 1, 2), "Deux\u00a0projets terminés, une\u00a0idée gardée"),
        ((0, 0, 1), "Un\u00a0projet terminé"),
    ],
)
def test_the_list_says_how_far_projects_are(counts: tuple[int, int, int], said: str) -> None:
    under_way, kept, done = counts

    assert projects_title(under_way=under_way, ideas_kept=kept, done=done) == said


def test_titles_count_ideas_and_projects() -> None:
    assert ideas_title(4) == "Quatre\u00a0idées avec leur source"
    assert compare_title(1) == "Il faut deux projets pour comparer"
    assert compare_title(2) == "Deux\u00a0projets, deux semaines\u00a0: lequel\u00a0?"
