"""How an apprenticeship contract may end early (*rupture du contrat d'apprentissage*)."""

from datetime import date, timedelta

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code
from tremplin.law.words import day

FREE_TERMINATION = labour_code("L. 6222-18")
RESIGNATION = labour_code("D. 6222-21-1")


def can_end_freely(*, company_days: int | None, on: date, figures: Figures = OFFICIAL) -> Outcome[int]:
    """Tell whether either side may still end the contract without a reason.

    During the first forty-five days of practical training in the company, consecutive
    or not. Days in the training centre do not count.

    Args:
        company_days: days of practical training done in the company; None if unknown.
        on: the day of the end.
        figures: the figures to use.

    Returns:
        Days of practical training left.

    Raises:
        NoValueInForce: the day is earlier than the first known figures.

    Sources: Code du travail, art. L. 6222-18.
    Limits: does not count the days itself from a calendar.
    """
    if company_days is None:
        return unknown(company_days=company_days)
    limit = figures.get("apprenticeship", "apprentice_free_termination_days", on=on)
    rule = Step(
        f"Chacun peut rompre librement pendant les {limit.value} premiers jours en entreprise, "
        "consécutifs ou non. Les jours en CFA ne comptent pas.",
        FREE_TERMINATION,
    )
    if company_days > limit.value:
        after = (
            "Ensuite il faut un accord, un cas de force majeure, une faute grave, une inaptitude "
            "ou l’exclusion du CFA\u00a0; l’apprenti peut démissionner après avoir saisi le médiateur."
        )
        return DoesNotHold((rule, Step(after, FREE_TERMINATION)), figures=(limit,))
    left = limit.value - company_days
    return Holds(left, (rule, Step(f"Il reste {left} jours.", FREE_TERMINATION)), figures=(limit,))


def earliest_resignation(
    *, mediator_asked_on: date | None, employer_told_on: date | None = None, figures: Figures = OFFICIAL
) -> Outcome[date]:
    """Return the first day on which an apprentice who resigns may leave.

    The mediator (*médiateur de l'apprentissage*) is asked first; the employer is told at
    least five calendar days later; the contract ends at least seven days after that.

    Args:
        mediator_asked_on: the day the mediator was asked; None if not yet.
        employer_told_on: the day the employer was told; the earliest possible when None.
        figures: the figures to use.

    Returns:
        A calendar day.

    Raises:
        NoValueInForce: the day is earlier than the first known figures.

    Sources: Code du travail, art. L. 6222-18, D. 6222-21-1.
    Limits: does not know the rules of its own for apprentices under 18.
    """
    if mediator_asked_on is None:
        return unknown(mediator_asked_on=mediator_asked_on)
    wait = figures.get("apprenticeship", "resignation_mediator_days", on=mediator_asked_on)
    notice = figures.get("apprenticeship", "resignation_notice_days", on=mediator_asked_on)
    first = mediator_asked_on + timedelta(days=wait.value)
    steps = [Step(f"L’employeur est prévenu au plus tôt le {day(first)}, après le médiateur.", RESIGNATION)]
    told = employer_told_on or first
    if told < first:
        early = f"Prévenir l’employeur le {day(told)} est trop tôt."
        return DoesNotHold((*steps, Step(early, RESIGNATION)), figures=(wait, notice))
    end = told + timedelta(days=notice.value)
    steps.append(Step(f"Le contrat prend fin au plus tôt le {day(end)}.", RESIGNATION))
    return Holds(end, tuple(steps), figures=(wait, notice))
