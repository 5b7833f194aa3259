"""How many apprentices one master may follow (*maître d'apprentissage*)."""

from datetime import date

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code

LIMIT = labour_code("R. 6223-6")


def master_may_take(
    *, apprentices: int | None, repeating: int = 0, on: date, figures: Figures = OFFICIAL
) -> Outcome[int]:
    """Tell whether a master may follow so many apprentices at once.

    Args:
        apprentices: apprentices followed at the same time, repeaters left out; None if unknown.
        repeating: apprentices kept on after a failed exam.
        on: the day.
        figures: the figures to use.

    Returns:
        The most apprentices one master may follow, repeaters left out.

    Raises:
        NoValueInForce: the day is earlier than the first known figures.

    Sources: Code du travail, art. R. 6223-6.
    Limits: does not check the master's own diploma and experience.
    """
    if apprentices is None:
        return unknown(apprentices=apprentices)
    most = figures.get("apprenticeship", "master_maximum_apprentices", on=on)
    extra = figures.get("apprenticeship", "master_maximum_repeating", on=on)
    rule = Step(
        f"Un maître d’apprentissage suit {most.value} apprentis, plus {extra.value} redoublant.", LIMIT
    )
    followed = Step(f"Le vôtre en suit {apprentices}, plus {repeating} redoublant.")
    # A repeater may take an ordinary place, never the reverse.
    overflow = max(repeating - extra.value, 0)
    if apprentices + overflow > most.value:
        return DoesNotHold((rule, followed), figures=(most, extra))
    return Holds(most.value, (rule, followed), figures=(most, extra))
