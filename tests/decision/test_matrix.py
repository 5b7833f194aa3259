"""The matrix: three answers, monotone, scale-free, whatever the order; what tips it, by brute force."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tremplin.decision.domain.criteria import FROM_ARTICLE, MOST, claims, offered_criteria
from tremplin.decision.domain.matrix import CannotCompare, Confidence, Matrix, Score, Weighted, verdict
from tremplin.decision.domain.tipping import (
    question_to_ask,
    shares_of_wins,
    smallest_flip,
    strongest_against,
)
from tremplin.decision.domain.weighing import flip_says, title, told_apart, weigh

KEYS = ("pay", "experience", "flexibility", "load")
STEPS = 200


def made(weights: dict[str, int], scores: dict[str, list[int | None]], sure: Confidence = "medium") -> Matrix:
    """Return a matrix whose scores are given option by option, in the order of the weights."""
    return Matrix(
        tuple(Weighted(key, key, Fraction(weight)) for key, weight in weights.items()),
        tuple(scores),
        {
            (option, key): Score(value, sure)
            for option, values in scores.items()
            for key, value in zip(weights, values, strict=True)
            if value is not None
        },
    )


@st.composite
def matrices(draw: st.DrawFn, *, complete: bool = True) -> Matrix:
    """Draw a matrix of two to four options on two to four criteria."""
    keys = KEYS[: draw(st.integers(2, 4))]
    weights = {key: draw(st.integers(0, 60)) for key in keys}
    assume(any(weights.values()))
    value = st.integers(1, 5) if complete else st.none() | st.integers(1, 5)
    options = "abcd"[: draw(st.integers(2, 4))]
    return made(weights, {option: [draw(value) for _ in keys] for option in options})


def with_weights(matrix: Matrix, weights: dict[str, Fraction]) -> Matrix:
    """Return the same scores under other weights."""
    criteria = tuple(Weighted(key, key, weight) for key, weight in weights.items())
    return Matrix(criteria, matrix.options, matrix.scores)


def moved(matrix: Matrix, key: str, share: Fraction) -> Matrix:
    """Return the matrix with one weight moved, the others keeping their proportions."""
    shares = matrix.shares
    rest = 1 - shares[key]
    return with_weights(
        matrix, {one: share if one == key else each * (1 - share) / rest for one, each in shares.items()}
    )


def rivals_in_front(matrix: Matrix, leader: str) -> set[str]:
    """Return the options whose total passes the leader's."""
    return {one for one in matrix.options if matrix.total(one) > matrix.total(leader)}


def test_a_wide_margin_is_clear() -> None:
    found = verdict(made({"pay": 50, "load": 50}, {"a": [5, 5], "b": [2, 2]}))

    assert (found.answer, found.leader) == ("clear", "a")
    assert found.margin == 60


@pytest.mark.parametrize(("weight", "answer"), [(49, "close"), (50, "clear"), (51, "clear")])
def test_a_margin_under_a_tenth_of_the_leader_is_too_close(weight: int, answer: str) -> None:
    # a has 5 everywhere: 100; b loses one point of score on `weight` % of the points.
    matrix = made({"pay": weight, "load": 100 - weight}, {"a": [5, 5], "b": [4, 5]})

    assert verdict(matrix).answer == answer


def test_missing_scores_that_may_change_the_leader_are_named_heaviest_first() -> None:
    found = verdict(made({"pay": 30, "load": 70}, {"a": [5, 3], "b": [None, None]}))

    assert found.answer == "undecidable"
    assert [(hole.option, hole.criterion) for hole in found.decisive] == [("b", "load"), ("b", "pay")]


def test_a_missing_score_that_cannot_change_the_leader_does_not_stop_the_answer() -> None:
    found = verdict(made({"pay": 90, "load": 10}, {"a": [5, 5], "b": [1, None]}))

    assert (found.answer, found.leader) == ("clear", "a")
    assert found.margin == 100 - (18 + 10)


def test_a_missing_score_without_weight_is_not_asked_for() -> None:
    found = verdict(made({"pay": 100, "load": 0}, {"a": [5, None], "b": [1, None]}))

    assert found.answer == "clear"


def test_one_option_or_no_weight_cannot_be_compared() -> None:
    with pytest.raises(CannotCompare, match="deux options"):
        verdict(made({"pay": 1}, {"a": [1]}))
    with pytest.raises(CannotCompare, match="poids"):
        verdict(made({"pay": 0}, {"a": [1], "b": [2]}))


@given(matrices(), st.data())
def test_a_better_score_never_lowers_an_option(matrix: Matrix, data: st.DataObject) -> None:
    option, key = data.draw(st.sampled_from(sorted(matrix.scores)))
    assume(matrix.scores[option, key].value < 5)
    better = {**matrix.scores, (option, key): Score(matrix.scores[option, key].value + 1)}
    raised = Matrix(matrix.criteria, matrix.options, better)

    assert raised.total(option) >= matrix.total(option)
    assert place(raised, option) <= place(matrix, option)


def place(matrix: Matrix, option: str) -> int:
    """Return how many options are strictly in front of one."""
    return sum(matrix.total(one) > matrix.total(option) for one in matrix.options)


@given(matrices(complete=False), st.integers(1, 40))
def test_only_the_proportions_of_weights_count(matrix: Matrix, factor: int) -> None:
    scaled = with_weights(matrix, {each.key: each.weight * factor for each in matrix.criteria})

    assert verdict(scaled) == verdict(matrix)


@given(matrices(complete=False))
@settings(deadline=None)
def test_the_order_of_options_and_criteria_is_irrelevant(matrix: Matrix) -> None:
    options, criteria = list(matrix.options)[::-1], list(matrix.criteria)[::-1]
    turned = Matrix(tuple(criteria), tuple(options), matrix.scores)
    leader = verdict(matrix).leader

    assert verdict(turned) == verdict(matrix)
    assert smallest_flip(turned.filled(leader=leader), leader=leader) == smallest_flip(
        matrix.filled(leader=leader), leader=leader
    )
    assert shares_of_wins(turned, draws=200) == pytest.approx(shares_of_wins(matrix, draws=200))
    assert strongest_against(turned, leader=leader) == strongest_against(matrix, leader=leader)


@given(matrices())
@settings(max_examples=60, deadline=None)
def test_no_smaller_change_of_one_weight_flips_the_leader(matrix: Matrix) -> None:
    leader = verdict(matrix).leader
    flip = smallest_flip(matrix, leader=leader)
    tried = [
        abs(Fraction(step, STEPS) - share)
        for key, share in matrix.shares.items()
        if share != 1
        for step in range(STEPS + 1)
        if rivals_in_front(moved(matrix, key, Fraction(step, STEPS)), leader)
    ]

    assert (flip is None) <= (not tried)
    if flip is not None:
        assert all(distance >= flip.distance for distance in tried)


@given(matrices())
@settings(deadline=None)
def test_just_past_the_flip_the_rival_is_in_front(matrix: Matrix) -> None:
    leader = verdict(matrix).leader
    flip = smallest_flip(matrix, leader=leader)
    assume(flip is not None)
    assert flip is not None
    towards = Fraction(1 if _rises(matrix, flip.criterion, flip.rival, leader) else 0)
    past = flip.level + (towards - flip.level) / 1000
    level = moved(matrix, flip.criterion, flip.level)

    assert level.total(flip.rival) == level.total(leader)
    assert flip.rival in rivals_in_front(moved(matrix, flip.criterion, past), leader)


def _rises(matrix: Matrix, key: str, rival: str, leader: str) -> bool:
    """Tell whether giving the criterion all the weight favours the rival."""
    return matrix.scores[rival, key].value > matrix.scores[leader, key].value


def test_random_weightings_add_up_and_follow_a_clear_case() -> None:
    won = shares_of_wins(made({"pay": 1, "load": 1}, {"a": [5, 5], "b": [1, 4]}))

    assert won == {"a": 1.0, "b": 0.0}


def test_two_options_alike_share_every_draw() -> None:
    won = shares_of_wins(made({"pay": 1, "load": 1}, {"a": [3, 4], "b": [3, 4]}))

    assert won == pytest.approx({"a": 0.5, "b": 0.5})


def test_opposite_options_win_half_of_the_weightings() -> None:
    won = shares_of_wins(made({"pay": 1, "load": 1}, {"a": [5, 1], "b": [1, 5]}))

    assert won["a"] == pytest.approx(0.5, abs=0.02)


def test_the_strongest_argument_against_the_leader_is_the_heaviest_loss() -> None:
    found = strongest_against(
        made({"pay": 60, "load": 30, "flexibility": 10}, {"a": [5, 2, 1], "b": [1, 4, 5]}), leader="a"
    )

    assert found is not None
    assert (found.criterion, found.rival, found.leader_score, found.rival_score) == ("load", "b", 2, 4)
    assert found.loss == 12


def test_nothing_is_said_against_a_leader_that_is_nowhere_behind() -> None:
    assert strongest_against(made({"pay": 1}, {"a": [5], "b": [1]}), leader="a") is None


def test_the_question_to_ask_is_where_weight_and_doubt_are_greatest() -> None:
    matrix = made({"pay": 60, "load": 40}, {"a": [5, 3], "b": [2, None]}, sure="high")

    ask = question_to_ask(matrix)

    assert ask is not None
    assert (ask.criterion, ask.options) == ("load", ("b",))


def test_nothing_is_to_be_asked_when_every_score_is_sure() -> None:
    assert question_to_ask(made({"pay": 1}, {"a": [5], "b": [1]}, sure="high")) is None


def test_the_criteria_start_with_those_of_the_article_and_explain_their_ends() -> None:
    criteria = offered_criteria()

    assert 10 <= len(criteria) <= MOST
    assert [each.name for each in criteria[:FROM_ARTICLE]] == [
        "Rémunération",
        "Expérience acquise",
        "Flexibilité des études",
        "Employabilité post-diplôme",
        "Accès aux formations internes",
    ]
    assert all(each.one and each.five and each.ask and each.question.endswith("?") for each in criteria)


def test_every_figure_shown_has_a_source_and_none_promises_a_hiring() -> None:
    said = " ".join(claim.says for claim in claims())

    assert all(claim.source for claim in claims())
    assert {claim.criterion for claim in claims()} <= {each.key for each in offered_criteria()}
    assert "+30" not in said
    assert "+70" not in said


def test_a_criterion_that_weighs_nothing_changes_no_answer() -> None:
    bare = made({"pay": 52, "load": 48}, {"a": [5, 2], "b": [3, 4]})
    weights = {"pay": 52, "load": 48, "mood": 0}

    for value in (5, None):
        other = made(weights, {"a": [5, 2, None], "b": [3, 4, value]})
        assert shares_of_wins(other) == shares_of_wins(bare)
        assert smallest_flip(other, leader="a") == smallest_flip(bare, leader="a")


@given(matrices(complete=False), st.permutations("pqrs"))
@settings(max_examples=40, deadline=None)
def test_the_keys_of_criteria_change_nothing(matrix: Matrix, keys: list[str]) -> None:
    told = dict(zip(KEYS, keys, strict=True))
    other = Matrix(
        tuple(Weighted(told[each.key], each.name, each.weight) for each in matrix.criteria),
        matrix.options,
        {(option, told[key]): score for (option, key), score in matrix.scores.items()},
    )
    leader = verdict(matrix).leader
    flip, other_flip = (smallest_flip(each.filled(leader=leader), leader=leader) for each in (matrix, other))

    assert shares_of_wins(other, draws=200) == shares_of_wins(matrix, draws=200)
    assert (flip and (told[flip.criterion], flip.level)) == (
        other_flip and (other_flip.criterion, other_flip.level)
    )


NAMES = {"a": "Nordelle", "b": "Troquinette", "c": "Césure"}
WORDS = {"pay": "Paie", "load": "Charge"}


def test_options_level_are_all_named_and_none_is_in_front() -> None:
    found = weigh(made({"pay": 50, "load": 50}, {"a": [3, 4], "b": [4, 3], "c": [3, 4]}))

    assert found.verdict.level == ("a", "b", "c")
    assert (found.flip, found.against) == (None, None)
    assert title(found, NAMES) == (
        "«\u00a0Nordelle\u00a0», «\u00a0Troquinette\u00a0» et «\u00a0Césure\u00a0» sont à égalité"
    )


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({"pay": 51, "load": 49}, "monter «\u00a0Charge\u00a0» de 49 à 50\u00a0points"),
        ({"pay": 501, "load": 499}, "Un point de plus pour «\u00a0Charge\u00a0» suffit"),
    ],
)
def test_what_tips_the_answer_says_where_both_are_level(weights: dict[str, int], said: str) -> None:
    found = weigh(made(weights, {"a": [5, 1], "b": [1, 5]}))

    sentence = flip_says(found.flip, NAMES, WORDS)

    assert said in sentence
    assert "Troquinette" in sentence


def test_options_of_one_name_are_told_apart_by_their_letter() -> None:
    told = told_apart({"1": "Nordelle", "2": "Stage", "3": "Nordelle"})

    assert list(told.values()) == ["Nordelle (A)", "Stage", "Nordelle (C)"]
