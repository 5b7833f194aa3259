"""The rules of the interview: the bank, the stories that fit, when a question comes back, what to ask for."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.law.apprenticeship.age_band import AgeBand
from tremplin.law.parameters import NoValueInForce
from tremplin.stories.domain.fitting import Tale, best, is_uncovered, missing
from tremplin.stories.domain.negotiating import Proof, floor, speech, verdict
from tremplin.stories.domain.practice import Grade, Memory, after, due, returns, streak, title
from tremplin.stories.domain.questions import GROUPS, bank, grouped

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
MARCH = date(2026, 3, 15)
MEDIATION = Tale(
    1, "Deux équipes en froid", "J’ai écouté les deux équipes, puis apaisé le conflit.", strength=5
)
TREASURY = Tale(2, "Trésorière", "J’ai tenu le budget et comparé les devis.", ("Gestion de budget",), 6)


def practised(*grades: Grade, interview_on: date | None = None) -> Memory:
    memory, at = None, NOW
    for grade in grades:
        memory = after(memory, grade, at=at, interview_on=interview_on, is_fuzzed=False)
        at = memory.due_at
    assert memory is not None
    return memory


def test_the_bank_asks_at_least_sixty_questions_of_every_kind() -> None:
    assert len(bank()) >= 60
    assert [group for group, _, questions in grouped() if questions] == list(GROUPS)


def test_every_question_says_what_is_wanted_how_to_answer_and_what_to_avoid() -> None:
    for one in bank().values():
        assert all((one.text, one.wants, one.build, one.trap, one.seconds > 0))


def test_what_need_not_be_answered_always_has_an_official_page_read_after_it_was_published() -> None:
    told = [one for one in bank().values() if one.answer or one.group == "forbidden"]

    assert told
    for one in told:
        assert one.sources
        assert all(page.published < page.read and page.address.startswith("https://") for page in one.sources)


def test_a_story_answers_the_question_whose_words_it_says() -> None:
    assert [fit.tale for fit in best(bank()["desaccord"], [TREASURY, MEDIATION])] == [MEDIATION]
    assert [fit.tale for fit in best(bank()["argent"], [TREASURY, MEDIATION])] == [TREASURY]


def test_the_stronger_of_two_like_stories_comes_first() -> None:
    weaker = Tale(3, MEDIATION.title, MEDIATION.text, strength=1)

    assert [fit.tale.key for fit in best(bank()["desaccord"], [weaker, MEDIATION])] == [1, 3]


def test_a_proved_story_comes_before_a_plainer_one_without_proof() -> None:
    unproved = replace(MEDIATION, key=3, text=f"{MEDIATION.text} Un désaccord, une tension.", is_proved=False)

    assert [fit.tale.key for fit in best(bank()["desaccord"], [unproved, MEDIATION])] == [1, 3]


def test_what_no_story_shows_is_said() -> None:
    shown = {theme.key for theme in missing(bank()["client-mecontent"], [MEDIATION])}

    assert shown == {"service"}
    assert is_uncovered(bank()["argent"], [MEDIATION])
    assert not is_uncovered(bank()["vos-questions"], [])


def test_a_question_badly_known_comes_back_before_one_well_known() -> None:
    assert practised(Grade.AGAIN).due_at < practised(Grade.GOOD).due_at < practised(Grade.EASY).due_at


def test_a_question_known_comes_back_later_each_time() -> None:
    waits = [practised(*[Grade.GOOD] * times) for times in (1, 2, 3)]
    days = [(one.due_at - one.practised_at).days for one in waits]

    assert days == sorted(set(days))


@pytest.mark.parametrize("grade", Grade)
def test_every_question_comes_back_before_the_interview(grade: Grade) -> None:
    memory = practised(Grade.EASY, grade, interview_on=date(2026, 3, 20))

    assert memory.due_at.date() < date(2026, 3, 20)


@given(st.lists(st.sampled_from(list(Grade)), min_size=1, max_size=12))
def test_a_question_never_comes_back_before_it_was_answered(grades: list[Grade]) -> None:
    memory = practised(*grades)

    assert memory.due_at > memory.practised_at


def test_the_longest_awaited_question_comes_first() -> None:
    old = practised(Grade.AGAIN)
    late = Memory(1, 0, None, None, old.due_at + timedelta(hours=1), NOW)
    coming = Memory(1, 0, None, None, NOW + timedelta(days=9), NOW)

    assert due({"late": late, "old": old, "coming": coming}, now=NOW + timedelta(days=1)) == ("old", "late")


@pytest.mark.parametrize(("back", "days"), [((), 0), ((0,), 1), ((1, 2), 2), ((0, 1, 3), 2), ((2, 3), 0)])
def test_days_of_practice_count_while_they_follow_each_other(back: tuple[int, ...], days: int) -> None:
    today = NOW.date()

    assert streak((today - timedelta(days=one) for one in back), today=today) == days


@pytest.mark.parametrize(
    ("later", "says"),
    [
        (timedelta(), "maintenant"),
        (timedelta(minutes=10), "dans 10\u00a0min"),
        (timedelta(hours=5), "dans 5\u00a0h"),
        (timedelta(hours=8), "demain"),
        (timedelta(days=12), "dans 12\u00a0jours"),
    ],
)
def test_when_a_question_comes_back_is_said_in_words(later: timedelta, says: str) -> None:
    assert returns(Memory(2, None, 1.0, 5.0, NOW + later, NOW), now=NOW) == says


def test_the_page_says_the_most_pressing_first() -> None:
    counts = {"known": 9, "uncovered": 4, "total": 75}

    assert title(due_count=2, **counts) == "Deux\u00a0questions à revoir aujourd’hui"
    assert title(due_count=0, **counts) == "Rien à revoir, quatre\u00a0questions sans récit"


def test_the_law_of_the_day_gives_the_floor() -> None:
    assert floor("internship", on=MARCH).amount == Decimal("4.50")
    assert floor("internship", on=date(2024, 3, 15)).amount == Decimal("4.35")
    assert floor(
        "apprenticeship", on=date(2026, 7, 1), age_band=AgeBand.AGE_26_PLUS, contract_year=1
    ).amount == (floor("job", on=date(2026, 7, 1)).amount)


def test_the_floor_of_an_apprentice_asks_for_age_and_year() -> None:
    least = floor("apprenticeship", on=MARCH)

    assert least.amount is None
    assert "âge" in least.missing


def test_a_day_before_every_figure_is_refused() -> None:
    with pytest.raises(NoValueInForce):
        floor("job", on=date(1950, 1, 1))


@pytest.mark.parametrize(
    ("ask", "said"),
    [("4.49", "sous le minimum"), ("4.50", "sans négocier"), ("4.51", "de plus que le minimum")],
)
def test_an_ask_is_held_against_the_floor(ask: str, said: str) -> None:
    assert said in verdict(floor("internship", on=MARCH), Decimal(ask))


def test_a_public_host_cannot_be_asked_for_more() -> None:
    assert "organisme public" in verdict(floor("internship", on=MARCH), Decimal(6), is_capped=True)


def test_what_is_said_gives_the_proof_before_the_amount() -> None:
    proof = Proof(1, "J’ai cartographié 14 flux.")
    said = speech("internship", least=floor("internship", on=MARCH), ask=Decimal("5.50"), proofs=[proof])

    places = [" ".join(said).index(words) for words in ("14 flux", "4,50", "5,50")]
    assert places == sorted(places)


def test_an_ask_below_the_law_is_never_said() -> None:
    said = speech("internship", least=floor("internship", on=MARCH), ask=Decimal(3), proofs=[])

    assert "3,00" not in " ".join(said)


def test_a_story_of_a_bad_internship_answers_first_a_question_about_one() -> None:
    turned = Tale(1, "Stage", "Carte des flux.", ("Autonomie",), is_resilience=True)

    assert [fit.tale for fit in best(bank()["mauvaise-ambiance"], [MEDIATION, turned])] == [turned, MEDIATION]
    assert not is_uncovered(bank()["tuteur-absent"], [turned])
    assert "autonomy" not in {theme.key for theme in missing(bank()["tuteur-absent"], [turned])}
    assert best(bank()["argent"], [turned]) == ()
    assert turned.name != MEDIATION.name
