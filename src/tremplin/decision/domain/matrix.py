"""The matrix of a decision: weights, scores, and which of three answers they give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

Confidence = Literal["low", "medium", "high"]
Answer = Literal["clear", "close", "undecidable"]

LOWEST: Final = 1
HIGHEST: Final = 5
POINTS: Final = 100
CLOSE_SHARE: Final = Fraction(1, 10)
"""Below this share of the leader's total, a margin is too thin to decide."""


class CannotCompare(ValueError):
    """The matrix has too few options or no weight; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Score:
    """What an option is worth on a criterion, from 1 to 5, and how sure the student is."""

    value: int
    confidence: Confidence = "medium"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Weighted:
    """A criterion (*critère*) and the points the student gave it."""

    key: str
    name: str
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Missing:
    """A score that was not given: `option` and `criterion` are keys, `weight` a share of one."""

    option: str
    criterion: str
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Matrix:
    """Criteria, options and the scores known, whatever their order.

    Attributes:
        criteria: with weights of zero or more, at least one above zero.
        options: keys of what is compared, at least two.
        scores: by option and criterion; a score left out is missing, never zero.
    """

    criteria: tuple[Weighted, ...]
    options: tuple[str, ...]
    scores: Mapping[tuple[str, str], Score]

    @property
    def shares(self) -> dict[str, Fraction]:
        """Weights as shares of one: only their proportions count."""
        total = sum((each.weight for each in self.criteria), Fraction(0))
        if not total:
            raise CannotCompare("Aucun critère n’a de poids. Donnez des points à un critère au moins.")
        return {each.key: Fraction(each.weight) / total for each in self.criteria}

    @property
    def names(self) -> dict[str, str]:
        """Names by key: what is level is sorted by name, so that keys change nothing."""
        return {each.key: each.name for each in self.criteria}

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Scores not given where the criterion weighs something, the heaviest first."""
        shares, names = self.shares, self.names
        holes = [
            Missing(option, key, share)
            for key, share in shares.items()
            for option in self.options
            if share and (option, key) not in self.scores
        ]
        return tuple(sorted(holes, key=lambda hole: (-hole.weight, names[hole.criterion], hole.option)))

    def total(self, option: str, *, unknown: int = LOWEST) -> Fraction:
        """Return an option's total out of 100, each missing score counted as `unknown`."""
        points = sum(share * self._value(option, key, unknown) for key, share in self.shares.items())
        return Fraction(points) * POINTS / HIGHEST

    def filled(self, *, leader: str) -> "Matrix":
        """Return the matrix with the missing scores at their worst for the leader."""
        holes = {
            (hole.option, hole.criterion): Score(LOWEST if hole.option == leader else HIGHEST, "low")
            for hole in self.missing
        }
        return Matrix(self.criteria, self.options, {**holes, **self.scores})

    def _value(self, option: str, key: str, unknown: int) -> int:
        score = self.scores.get((option, key))
        return unknown if score is None else score.value


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option and its total out of 100; from `total` to `highest` while scores are missing."""

    option: str
    total: Fraction
    highest: Fraction


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of three answers, and what it rests on.

    Attributes:
        answer: clear, too close to call, or undecidable while scores are missing.
        ranking: options, the best total first.
        margin: points between the leader and the second, missing scores at their worst.
        decisive: missing scores that could change the leader; empty unless undecidable.
    """

    answer: Answer
    ranking: tuple[Ranked, ...]
    margin: Fraction
    decisive: tuple[Missing, ...] = ()

    @property
    def leader(self) -> str:
        """Key of the option in front; of the first in the alphabet when several are level."""
        return self.ranking[0].option

    @property
    def level(self) -> tuple[str, ...]:
        """Keys of the options that share the first place; empty while one is in front alone."""
        if self.answer == "undecidable" or self.margin:
            return ()
        return tuple(each.option for each in self.ranking if each.total == self.ranking[0].total)

    @property
    def second(self) -> str:
        """Key of the option that follows."""
        return self.ranking[1].option


def verdict(matrix: Matrix) -> Verdict:
    """Tell which option the weights and scores put in front, and how firmly.

    Args:
        matrix: two options or more; scores may be missing.

    Returns:
        Clear; close when the margin is under a tenth of the leader's total; undecidable when
        missing scores could put another option in front.

    Raises:
        CannotCompare: fewer than two options, or no weight at all.
    """
    if len(matrix.options) < 2:
        raise CannotCompare("Il faut deux options au moins pour comparer. Ajoutez-en une.")
    ranking = _ranking(matrix)
    best_floor = max(each.total for each in ranking)
    contenders = {each.option for each in ranking if each.highest >= best_floor}
    decisive = tuple(hole for hole in matrix.missing if hole.option in contenders)
    if len(contenders) > 1 and decisive:
        return Verdict("undecidable", ranking, ranking[0].total - ranking[1].total, decisive)
    margin = ranking[0].total - max(each.highest for each in ranking[1:])
    close = margin < CLOSE_SHARE * ranking[0].total
    return Verdict("close" if close else "clear", ranking, margin)


def _ranking(matrix: Matrix) -> tuple[Ranked, ...]:
    every = [
        Ranked(option, matrix.total(option), matrix.total(option, unknown=HIGHEST))
        for option in matrix.options
    ]
    return tuple(sorted(every, key=lambda each: (-each.total, -each.highest, each.option)))


def difference(matrix: Matrix, leader: str, rival: str) -> Sequence[tuple[str, Fraction, int]]:
    """Return, for each criterion, its share and the leader's score minus the rival's.

    Args:
        matrix: complete, as `Matrix.filled` gives it.
        leader: key of the first option.
        rival: key of the other.

    Returns:
        Key, share of one, points of score from -4 to 4; criteria without weight included.
    """
    return [
        (key, share, _known(matrix, leader, key) - _known(matrix, rival, key))
        for key, share in matrix.shares.items()
    ]


def _known(matrix: Matrix, option: str, key: str) -> int:
    score = matrix.scores.get((option, key))
    return LOWEST if score is None else score.value
