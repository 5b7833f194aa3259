"""An option that something blocks is never just in front: the title says it, and who is next."""

import pytest

from tests.decision.test_matrix import made
from tests.typography import faults
from tremplin.decision.domain.weighing import Obstacles, obstacle_says, title, weigh

NAMES = {"a": "A", "b": "B", "c": "C"}
AGE: Obstacles = {"a": ("Âge", "Durée")}


@pytest.mark.parametrize(
    ("scores", "obstacles", "ending", "said"),
    [
        ({"a": 5, "b": 2, "c": 1}, AGE, "l’emporte, mais cette option est bloquée", "« B » est devant."),
        ({"a": 4, "b": 4, "c": 1}, AGE, "à égalité, mais l’option « A » est bloquée", "« B » est devant."),
        ({"a": 5, "b": 2, "c": 2}, AGE, "est bloquée", "« B » et « C » sont devant."),
        (
            {"a": 4, "b": 4, "c": 1},
            {"a": ("Âge",), "b": ("Durée",)},
            "mais les options « A » et « B » sont bloquées",
            "Sans ces options, « C » est devant.",
        ),
        (
            {"a": 5, "b": 2, "c": 1},
            dict.fromkeys(NAMES, ("Âge",)),
            "cette option est bloquée",
            "Les autres options sont bloquées aussi.",
        ),
    ],
)
def test_what_blocks_the_first_is_said_with_who_comes_next(
    scores: dict[str, int], obstacles: Obstacles, ending: str, said: str
) -> None:
    weighing = weigh(made({"pay": 1}, {option: [score] for option, score in scores.items()}))
    written = title(weighing, NAMES, obstacles=obstacles)
    why = obstacle_says(weighing, NAMES, obstacles)

    assert written.replace("\u00a0", " ").endswith(ending)
    assert why.replace("\u00a0", " ").endswith(said)
    assert "âge" in why
    assert not faults(f"{written}. {why}")


@pytest.mark.parametrize("obstacles", [{}, {"b": ("Âge",)}])
def test_nothing_is_said_when_the_first_is_free(obstacles: Obstacles) -> None:
    weighing = weigh(made({"pay": 1}, {"a": [5], "b": [2]}))

    assert "bloquée" not in title(weighing, NAMES, obstacles=obstacles)
    assert obstacle_says(weighing, NAMES, obstacles) == ""


def test_nothing_is_said_while_scores_are_missing() -> None:
    weighing = weigh(made({"pay": 1}, {"a": [None], "b": [2]}))

    assert "bloquée" not in title(weighing, NAMES, obstacles=AGE)
    assert obstacle_says(weighing, NAMES, AGE) == ""
