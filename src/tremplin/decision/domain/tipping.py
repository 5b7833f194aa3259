"""How firm an answer is: what would tip it, how often it holds, and what speaks against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tremplin.decision.domain.matrix import HIGHEST, POINTS, Matrix, Score, difference

DRAWS: Final = 10_000
SEED: Final = 20_260_101
UNSURE: Final = {"low": 2, "medium": 1, "high": 0}
"""How far a score may move, in points of score, by the confidence the student gave it."""
UNKNOWN: Final = 4
"""How far a score that was not given may move: from 1 to 5."""
TIE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of one weight that puts a rival level, then in front.

    Attributes:
        criterion: key of the weight that moves; the others keep their proportions.
        rival: key of the option that catches up.
        now: its share of one today.
        level: its share of one when both are level.
    """

    criterion: str
    rival: str
    now: Fraction
    level: Fraction

    @property
    def distance(self) -> Fraction:
        """Share of one to move."""
        return abs(self.level - self.now)


@dataclass(frozen=True, slots=True)
class Against:
    """The criterion that speaks most against the leader: `loss` is in points out of 100."""

    criterion: str
    rival: str
    leader_score: int
    rival_score: int
    loss: Fraction


@dataclass(frozen=True, slots=True)
class ToAsk:
    """The criterion to learn about first, and the options whose score is least sure."""

    criterion: str
    options: tuple[str, ...]
    stake: Fraction


def smallest_flip(matrix: Matrix, *, leader: str) -> Flip | None:
    """Return the least change of one weight that would put a rival in front.

    One weight moves, the others keep their proportions; every rival is tried. A criterion that
    weighs nothing is tried only where both scores were given.

    Args:
        matrix: complete, as `Matrix.filled` gives it.
        leader: key of the option in front.

    Returns:
        The smallest one; None when no single weight can tip the answer.
    """
    rivals = [option for option in matrix.options if option != leader]
    flips = [flip for rival in rivals for flip in _flips(matrix, leader, rival)]
    names = matrix.names
    return min(flips, key=lambda flip: (flip.distance, names[flip.criterion], flip.rival), default=None)


def _flips(matrix: Matrix, leader: str, rival: str) -> list[Flip]:
    gaps = difference(matrix, leader, rival)
    whole = sum((share * gap for _, share, gap in gaps), Fraction(0))
    if whole < 0:
        return []  # the rival may already be in front: nothing is left to tip
    found = []
    for key, share, gap in gaps:
        if share == 1:
            continue  # the others weigh nothing: they have no proportions to keep
        if any((option, key) not in matrix.scores for option in (leader, rival)):
            continue  # a score nobody gave tips nothing
        rest = (whole - share * gap) / (1 - share)
        if min(rest, Fraction(gap)) < 0:
            found.append(Flip(key, rival, share, rest / (rest - gap)))
    return found


def shares_of_wins(matrix: Matrix, *, draws: int = DRAWS, seed: int = SEED) -> Mapping[str, float]:
    """Return how often each option comes first when weights are drawn at random.

    Only criteria that weigh something are drawn; every set of weights is as likely as another, and
    options level share the draw. Criteria are taken by name, so that keys change nothing.

    Args:
        matrix: complete, as `Matrix.filled` gives it.
        draws: how many sets of weights.
        seed: the same seed draws the same weights, whatever the order of options and criteria.

    Returns:
        A share of one for each option, in the order of the matrix.
    """
    import numpy as np  # a tenth of a second that only this answer needs

    keys = _drawn(matrix)
    scores = np.array(
        [[matrix.scores.get((option, key), Score(1)).value for option in matrix.options] for key in keys],
        dtype=float,
    )
    weights = np.random.default_rng(seed).standard_exponential((draws, len(keys)))
    totals = weights @ scores
    best = totals >= totals.max(axis=1, keepdims=True) - TIE
    won = (best / best.sum(axis=1, keepdims=True)).mean(axis=0)
    return dict(zip(matrix.options, (float(share) for share in won), strict=True))


def _drawn(matrix: Matrix) -> list[str]:
    """Return the keys of the criteria that weigh something, by name."""
    weighing = [each for each in matrix.criteria if each.weight]
    return [each.key for each in sorted(weighing, key=lambda each: (each.name, each.key))]


def strongest_against(matrix: Matrix, *, leader: str) -> Against | None:
    """Return the criterion on which a rival takes the most points from the leader.

    Args:
        matrix: complete, as `Matrix.filled` gives it.
        leader: key of the option in front.

    Returns:
        The heaviest loss; None when the leader is nowhere behind.
    """
    found = [
        Against(
            key,
            rival,
            _score(matrix, leader, key),
            _score(matrix, rival, key),
            -gap * share * POINTS / HIGHEST,
        )
        for rival in matrix.options
        if rival != leader
        for key, share, gap in difference(matrix, leader, rival)
        if gap * share < 0
    ]
    names = matrix.names
    return min(found, key=lambda each: (-each.loss, names[each.criterion], each.rival), default=None)


def question_to_ask(matrix: Matrix) -> ToAsk | None:
    """Return what to learn before deciding: the greatest weight times uncertainty.

    Args:
        matrix: scores may be missing; each carries the student's confidence.

    Returns:
        The criterion and the options to ask about; None when every score is sure.
    """
    found = [ask for key, share in matrix.shares.items() if (ask := _to_ask(matrix, key, share))]
    names = matrix.names
    return min(found, key=lambda ask: (-ask.stake, names[ask.criterion]), default=None)


def _to_ask(matrix: Matrix, key: str, share: Fraction) -> ToAsk | None:
    unsure = {option: _uncertainty(matrix.scores.get((option, key))) for option in matrix.options}
    most = max(unsure.values())
    if not most * share:
        return None
    return ToAsk(key, tuple(option for option, each in unsure.items() if each == most), most * share)


def _uncertainty(score: Score | None) -> int:
    return UNKNOWN if score is None else UNSURE[score.confidence]


def _score(matrix: Matrix, option: str, key: str) -> int:
    return matrix.scores.get((option, key), Score(1)).value
