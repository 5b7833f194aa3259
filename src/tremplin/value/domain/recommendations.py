"""The message that asks for a recommendation, with facts its author can check."""

from collections.abc import Iterable
from typing import Final

from tremplin.evidence.wording import worded
from tremplin.law.words import NBSP
from tremplin.value.domain.briefs import brief, says_a_figure
from tremplin.value.domain.letters import hello, thanks
from tremplin.value.domain.results import Result, ranked

MOST: Final = 3


def recommendation_request(results: Iterable[Result], *, to: str, student: str, is_ending: bool) -> str:
    """Write the message.

    Args:
        results: finished entries.
        to: first and last name; may be empty.
        student: first name; may be empty.
        is_ending: whether the internship is about to end, or has.

    Returns:
        A short message with three results at most, their figures only when confirmed.
    """
    lines = "\n".join(f"– {_fact(one)}" for one in ranked(results)[:MOST])
    facts = f"Pour vous faire gagner du temps, voici ce que vous avez pu constater{NBSP}:\n{lines}\n\n"
    return (
        f"{hello(to)}\n\n"
        f"{'Mon stage se termine. ' if is_ending else ''}"
        "Accepteriez-vous d’écrire quelques lignes de recommandation, "
        f"que je pourrai montrer à un employeur{NBSP}?\n\n"
        + (facts if lines else "")
        + f"Dites-moi aussi si vous préférez que l’on vous appelle.\n\n{thanks(student)}"
    )


def _fact(result: Result) -> str:
    told = brief(result.action, result.figures)
    if not result.proofs or says_a_figure(told):
        return told
    figure = worded(result.strongest[0].figure)
    return f"{told} ({figure})" if told else figure
