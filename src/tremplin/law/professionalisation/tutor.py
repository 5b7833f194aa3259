"""Who may be the tutor (*tuteur*), and of how many people."""

from datetime import date

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code
from tremplin.law.words import counted

EXPERIENCE = labour_code("D. 6325-6")
LIMIT = labour_code("D. 6325-9")


def may_be_tutor(
    *,
    experience_years: int | None,
    followed: int | None,
    is_employer: bool = False,
    on: date,
    figures: Figures = OFFICIAL,
) -> Outcome[int]:
    """Tell whether someone may be the tutor, with the new person counted.

    Args:
        experience_years: whole years of experience; None if unknown.
        followed: people followed at the same time, this one included; None if unknown.
        is_employer: whether the employer is the tutor.
        on: the day.
        figures: the figures to use.

    Returns:
        The most people this tutor may follow.

    Raises:
        NoValueInForce: the day is earlier than the first known figures.

    Sources: Code du travail, art. D. 6325-6, D. 6325-9.
    Limits: does not judge what experience counts.
    """
    if experience_years is None or followed is None:
        return unknown(experience_years=experience_years, followed=followed)
    name = "tutor_maximum_employer" if is_employer else "tutor_maximum_employee"
    asked = figures.get("professionalisation", "tutor_experience_years", on=on)
    most = figures.get("professionalisation", name, on=on)
    rules = {
        Step(f"Le tuteur a au moins {counted(asked.value, 'an')} d’expérience.", EXPERIENCE): (
            experience_years >= asked.value
        ),
        Step(f"Il suit au plus {counted(most.value, 'personne')} à la fois.", LIMIT): followed <= most.value,
    }
    broken = tuple(step for step, kept in rules.items() if not kept)
    if broken:
        return DoesNotHold(broken, figures=(asked, most))
    return Holds(most.value, tuple(rules), figures=(asked, most))
