"""What messages sent say, and when they are too few to say it."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.people import make_student
from tests.prospecting.approaching import MONDAY, make_approach, make_contact, make_target
from tests.typography import faults
from tremplin.prospecting.domain.funnel import (
    Sent,
    by_channel,
    by_hook,
    comparison,
    expected,
    funnel,
    interval,
    title,
)
from tremplin.prospecting.operations.approaches import record_exchange


def sent(channel: str, *, replied: int, out_of: int, hook: str = "") -> list[Sent]:
    """Make messages of which some were answered."""
    return [Sent(channel, hook, replied=at < replied) for at in range(out_of)]


def test_under_ten_messages_it_says_too_few_and_gives_no_percentage() -> None:
    whole = funnel(sent("direct", replied=3, out_of=6))

    assert title(whole) == "Trop peu pour conclure\u00a0: 6\u00a0envois sur 10"
    assert whole.share == ""


def test_from_ten_messages_it_says_what_to_expect_of_ten() -> None:
    whole = funnel(sent("direct", replied=3, out_of=10))

    assert whole.share == "30\u00a0%"
    assert whole.says == "Sur dix envois semblables, attendez entre 1 et 7\u00a0réponses"


def test_one_kind_small_among_many_stays_a_count() -> None:
    rows = by_channel([*sent("direct", replied=2, out_of=12), *sent("interview", replied=2, out_of=2)])

    assert [row.is_enough for row in rows] == [True, False]
    assert "Trop peu" in rows[1].says


def test_shares_that_overlap_tell_nothing_apart() -> None:
    rows = by_channel([*sent("direct", replied=3, out_of=10), *sent("interview", replied=5, out_of=10)])

    assert "se recouvrent" in comparison(rows)


def test_a_gap_beyond_chance_is_said() -> None:
    rows = by_channel([*sent("direct", replied=0, out_of=30), *sent("interview", replied=25, out_of=30)])

    assert comparison(rows).startswith("Interview obtient plus de réponses que direct")


def test_messages_are_grouped_by_what_they_quote() -> None:
    rows = by_hook([*sent("direct", replied=1, out_of=2, hook="avis"), *sent("direct", replied=0, out_of=1)])

    assert [(row.name, row.sent) for row in rows] == [("avis", 2), ("sans signal cité", 1)]


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_what_was_seen_and_stays_a_share(seen: tuple[int, int]) -> None:
    successes, trials = seen
    low, high = interval(successes, trials)

    assert 0 <= low <= successes / trials + 1e-9
    assert successes / trials - 1e-9 <= high <= 1
    assert 0 <= expected(successes, trials)[0] < expected(successes, trials)[1] <= 10


@given(st.integers(1, 60))
def test_more_messages_make_a_narrower_interval(trials: int) -> None:
    few, many = interval(trials, 2 * trials), interval(4 * trials, 8 * trials)

    assert many[1] - many[0] < few[1] - few[0]


@pytest.mark.django_db
def test_the_page_counts_what_was_written_down(client: Client) -> None:
    make_student()
    contact = make_contact(make_target())
    answered = make_approach(contact, sent_on=MONDAY)
    make_approach(contact, sent_on=MONDAY, channel="interview")
    record_exchange(answered, kind="reply", on=MONDAY)

    page = client.get("/trouver/apprendre/").content.decode()

    assert faults(page) == []
    assert "2\u00a0envois sur 10" in page
    assert 'aria-label="2 envois"' in page
    assert 'aria-label="1 réponse"' in page


@pytest.mark.django_db
def test_the_page_without_any_message_says_what_to_do(client: Client) -> None:
    make_student()

    page = client.get("/trouver/apprendre/").content.decode()

    assert faults(page) == []
    assert "Un premier message d’abord" in page
