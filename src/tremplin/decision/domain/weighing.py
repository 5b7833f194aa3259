"""All that the matrix says at once, and the French sentences that say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tremplin.decision.domain.drawing import letter
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

KEPT: Final = "Les autres poids gardent leurs proportions."
LETTERS: Final = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")


Obstacles = Mapping[str, Sequence[str]]
"""What blocks options: topics in French, by key of option."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The answer, what would tip it, how often it holds, and what speaks against it.

    Attributes:
        flip: the smallest change of weight; None when no weight alone can tip the answer, or on a tie.
        wins: share of random weightings each option wins; empty while undecidable.
        against: the strongest argument against the leader; None without one, or on a tie.
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
    if found.level:
        return Weighing(matrix, found, None, shares_of_wins(whole), None, ask)
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
    found, blocked = _title(weighing, names), _blocked_in_front(weighing.verdict, obstacles or {})
    if not blocked:
        return found
    if weighing.verdict.level:
        one = "l’option" if len(blocked) == 1 else "les options"
        names_of = listed([quoted(names[key]) for key in blocked])
        return f"{found}, mais {one} {names_of} {'est bloquée' if len(blocked) == 1 else 'sont bloquées'}"
    return f"{found}, {'mais' if weighing.verdict.answer == 'clear' else 'et'} cette option est bloquée"


def _blocked_in_front(found: Verdict, obstacles: Obstacles) -> tuple[str, ...]:
    """Return the options in front, alone or level, that something blocks; none while undecidable."""
    front = () if found.answer == "undecidable" else found.level or (found.leader,)
    return tuple(key for key in front if key in obstacles)


def _title(weighing: Weighing, names: Mapping[str, str]) -> str:
    found = weighing.verdict
    leader = quoted(names[found.leader])
    if found.answer == "undecidable":
        count = len(found.decisive)
        written = LETTERS[count] if count < len(LETTERS) else str(count)
        return f"Il manque {written} note{'s' if count > 1 else ''} pour trancher"
    if found.answer == "clear":
        return f"{leader} l’emporte"
    if found.level:
        return f"{listed([quoted(names[key]) for key in found.level])} sont à égalité"
    return f"{leader} est devant, de trop peu pour trancher"


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return names by key, with its letter after a name that several options share.

    Args:
        names: option names by key, in the order of the options.

    Returns:
        The same order: « Nordelle (A) », « Nordelle (B) », « Stage ».
    """
    every = list(names.values())
    return {
        key: f"{name} ({letter(at)})" if every.count(name) > 1 else name
        for at, (key, name) in enumerate(names.items())
    }


def listed(words: Sequence[str]) -> str:
    """Write a list as French does: « A, B et C »."""
    return " et ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def obstacle_says(weighing: Weighing, names: Mapping[str, str], obstacles: Obstacles) -> str:
    """Say what blocks the option in front, and which comes first among those nothing blocks.

    Args:
        weighing: what the matrix says.
        names: option names by key.
        obstacles: what blocks options, by key.

    Returns:
        French sentences; empty while undecidable or when nothing blocks the option in front.
    """
    blocked = _blocked_in_front(weighing.verdict, obstacles)
    if not blocked:
        return ""
    said = [f"Ce qui bloque {quoted(names[key])} : {_topics(obstacles[key])}." for key in blocked]
    free = [each for each in weighing.verdict.ranking if each.option not in obstacles]
    if not free:
        return " ".join((*said, "Les autres options sont bloquées aussi."))
    first = [quoted(names[each.option]) for each in free if each.total == free[0].total]
    without = "Sans cette option" if len(blocked) == 1 else "Sans ces options"
    return " ".join((*said, f"{without}, {listed(first)} {'est' if len(first) == 1 else 'sont'} devant."))


def _topics(topics: Sequence[str]) -> str:
    return " ; ".join(topic.lower() for topic in topics)


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
    criterion, rival = quoted(criteria[flip.criterion]), quoted(names[flip.rival])
    rises = flip.level > flip.now
    if rounded(flip.now * 100) == rounded(flip.level * 100):
        much = "plus" if rises else "moins"
        return f"Un point de {much} pour {criterion} suffit pour que {rival} passe devant. {KEPT}"
    return (
        f"Il suffit de faire {'monter' if rises else 'descendre'} {criterion} de {rounded(flip.now * 100)} à "
        f"{points(flip.level)} pour que {rival} revienne à égalité, puis passe devant. {KEPT}"
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
