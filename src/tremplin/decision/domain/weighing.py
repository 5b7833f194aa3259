"""All that the matrix says at once, and the French sentences that say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tremplin.decision.domain.matrix import Matrix, Verdict, verdict
from tremplin.decision.domain.tipping import (
    Against,
    Flip,
    ToAsk,
    question_to_ask,
    shares_of_wins,
    smallest_flip,
    strongest_against,
)
from tremplin.law.words import NBSP, counted

LETTERS: Final = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")


Obstacles = Mapping[str, Sequence[str]]
"""What blocks options: topics in French, by key of option."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The answer, what would tip it, how often it holds, and what speaks against it.

    Attributes:
        flip: the smallest change of weight; None when no weight alone can tip the answer.
        wins: share of random weightings each option wins; empty while undecidable.
    """

    matrix: Matrix
    verdict: Verdict
    flip: Flip | None
    wins: Mapping[str, float]
    against: Against | None
    ask: ToAsk | None


def weigh(matrix: Matrix) -> Weighing:
    """Return all that a matrix says.

    Args:
        matrix: two options or more; scores may be missing.

    Returns:
        The verdict and, once it can be given, what tips it and what speaks against it.

    Raises:
        CannotCompare: fewer than two options, or no weight at all.
    """
    found = verdict(matrix)
    ask = question_to_ask(matrix)
    if found.answer == "undecidable":
        return Weighing(matrix, found, None, {}, None, ask)
    whole = matrix.filled(leader=found.leader)
    return Weighing(
        matrix,
        found,
        smallest_flip(whole, leader=found.leader),
        shares_of_wins(whole),
        strongest_against(whole, leader=found.leader),
        ask,
    )


def title(weighing: Weighing, names: Mapping[str, str], *, obstacles: Obstacles | None = None) -> str:
    """Say the answer in one line.

    Args:
        weighing: what the matrix says.
        names: option names by key.
        obstacles: what blocks options, by key.

    Returns:
        A French title: who is in front, by how little, blocked or not, or what is missing.
    """
    found = _title(weighing, names)
    verdict = weighing.verdict
    if verdict.answer == "undecidable" or not verdict.margin or verdict.leader not in (obstacles or {}):
        return found
    return f"{found}, {'mais' if verdict.answer == 'clear' else 'et'} cette option est bloquée"


def _title(weighing: Weighing, names: Mapping[str, str]) -> str:
    found = weighing.verdict
    leader = quoted(names[found.leader])
    if found.answer == "undecidable":
        count = len(found.decisive)
        written = LETTERS[count] if count < len(LETTERS) else str(count)
        return f"Il manque {written} note{'s' if count > 1 else ''} pour trancher"
    if found.answer == "clear":
        return f"{leader} l’emporte"
    if not found.margin:
        return f"{leader} et {quoted(names[found.second])} sont à égalité"
    return f"{leader} l’emporte, de trop peu pour trancher"


def obstacle_says(weighing: Weighing, names: Mapping[str, str], obstacles: Obstacles) -> str:
    """Say what blocks the option in front, and which comes first among those nothing blocks.

    Args:
        weighing: what the matrix says.
        names: option names by key.
        obstacles: what blocks options, by key.

    Returns:
        French sentences; empty while undecidable or when nothing blocks the option in front.
    """
    found = weighing.verdict
    if found.answer == "undecidable" or found.leader not in obstacles:
        return ""
    topics = " ; ".join(topic.lower() for topic in obstacles[found.leader])
    free = next((names[each.option] for each in found.ranking if each.option not in obstacles), None)
    rest = f"Sans cette option, {quoted(free)} est devant." if free else "Les autres options le sont aussi."
    return f"Ce qui bloque {quoted(names[found.leader])} : {topics}. {rest}"


def quoted(name: str) -> str:
    """Write a name between French quotation marks."""
    return f"«{NBSP}{name}{NBSP}»"


def points(share: Fraction) -> str:
    """Write a share of one as points out of 100: « 12 points »."""
    return counted(rounded(share * 100), "point")


def rounded(value: Fraction) -> int:
    """Round half up, for display only."""
    return int(value + Fraction(1, 2)) if value >= 0 else -int(-value + Fraction(1, 2))


def flip_says(flip: Flip | None, names: Mapping[str, str], criteria: Mapping[str, str]) -> str:
    """Say what would tip the answer.

    Args:
        flip: the smallest change; None when there is none.
        names: option names by key.
        criteria: criterion names by key.

    Returns:
        One French sentence.
    """
    if flip is None:
        return "Aucun changement d’un seul poids ne fait changer le premier."
    verb = "monter" if flip.level > flip.now else "descendre"
    return (
        f"Il suffit de faire {verb} {quoted(criteria[flip.criterion])} de {rounded(flip.now * 100)} à "
        f"{points(flip.level)} pour que {quoted(names[flip.rival])} passe devant. Les autres poids gardent "
        "leurs proportions."
    )


def against_says(against: Against | None, names: Mapping[str, str], criteria: Mapping[str, str]) -> str:
    """Say the strongest argument against the leader.

    Args:
        against: the heaviest loss; None when there is none.
        names: option names by key.
        criteria: criterion names by key.

    Returns:
        One French sentence.
    """
    if against is None:
        return "Aucune autre option ne fait mieux sur un critère qui compte pour vous."
    return (
        f"Sur {quoted(criteria[against.criterion])}, {quoted(names[against.rival])} fait mieux : "
        f"{against.rival_score} contre {against.leader_score}."
    )
