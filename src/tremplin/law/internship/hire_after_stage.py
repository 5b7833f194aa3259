"""What the internship is worth when the host hires: trial period and seniority."""

from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.gratification_due import COUNTED_IN_HOURS
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, labour_code
from tremplin.law.words import counted, hours, number

HIRED = labour_code("L. 1221-24")
PUBLIC_GUIDANCE = Source("Service-public.fr, fiche F34857")


def trial_period_after_stage(
    *,
    trial_months: Decimal | None,
    internship_months: Decimal | None,
    hired_within_months: Decimal | None,
    final_year: bool | None,
    same_activities: bool | None,
    on: date,
    same_company: bool = True,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the trial period left after an internship (*période d'essai*).

    Hired by the same company within three months after an internship of the final year of
    studies: the internship is deducted, down to nothing when the activities are the same,
    down to half of the trial period otherwise.

    Args:
        trial_months: trial period of the contract; None if unknown.
        internship_months: calendar months of the internship; None if unknown.
        hired_within_months: months between its end and the hire; None if unknown.
        final_year: the internship belongs to the final year of studies; None if unknown.
        same_activities: the job's activities match the internship's; None if unknown.
        on: day of the hire.
        same_company: the company that hires is the one that hosted.
        figures: published figures.

    Returns:
        Months of trial period left, the whole of it when nothing is deducted.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 1221-24.
    Limits: a collective agreement may do better; the unit of the deduction is not
        defined: calendar months, with a doubt.
    """
    if trial_months is None or internship_months is None or hired_within_months is None or final_year is None:
        return unknown(
            trial_months=trial_months,
            internship_months=internship_months,
            hired_within_months=hired_within_months,
            final_year=final_year,
        )
    delay = figures.get("internship", "trial_deduction_months", on=on)
    floor = figures.get("internship", "trial_floor_share", on=on)
    barred = _barred(same_company, final_year, hired_within_months, int(delay.value))
    if barred:
        return Holds(trial_months, tuple(Step(says, HIRED) for says in barred), (), (delay,))
    if same_activities is None:
        return unknown(same_activities=same_activities)
    least = Decimal(0) if same_activities else trial_months * floor.value
    left = max(trial_months - internship_months, least)
    says = (
        f"{number(trial_months)} − {number(internship_months)} : il reste {number(left)} mois de période "
        "d’essai."
    )
    steps = [Step(says, HIRED)]
    if not same_activities:
        steps.append(Step("Les activités diffèrent : la période d’essai garde au moins sa moitié.", HIRED))
    return Holds(left, tuple(steps), (DEDUCTION_UNIT, *figure_doubts(delay, floor)), (delay, floor))


DEDUCTION_UNIT = Doubt(
    "A27.deduction_unit",
    "Le code ne dit pas comment compter la durée du stage à déduire : elle est comptée ici en mois de "
    "calendrier.",
    (HIRED,),
)


def _barred(same_company: bool, final_year: bool, hired_within_months: Decimal, delay: int) -> list[str]:
    reasons = []
    if not same_company:
        reasons.append("Seule l’entreprise qui a accueilli le stage en tient compte.")
    if not final_year:
        reasons.append("Seul un stage de la dernière année d’études se déduit de la période d’essai.")
    if hired_within_months > delay:
        reasons.append(f"L’embauche vient plus de {counted(delay, 'mois', 'mois')} après le stage.")
    return reasons


def seniority_after_stage(
    *,
    hours_present: Decimal | None,
    hired_at_the_end: bool | None,
    on: date,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Tell whether the internship counts for seniority (*ancienneté*).

    Hired at the end of an internship of more than two months, the internship counts for
    the rights tied to seniority, in any year of studies.

    Args:
        hours_present: hours of presence; None if unknown.
        hired_at_the_end: hired by the host when the internship ended; None if unknown.
        on: last day of the internship.
        figures: published figures.

    Returns:
        Hours of presence taken into account.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 1221-24; Code de l'éducation, art. L. 124-6, D. 124-6.
    Limits: public guidance says "at least two months" and "final year": a doubt says so.
    """
    if hours_present is None or hired_at_the_end is None:
        return unknown(hours_present=hours_present, hired_at_the_end=hired_at_the_end)
    threshold = figures.get("internship", "gratification_threshold", on=on)
    refused = []
    if hours_present <= threshold.value:
        says = f"{hours(hours_present)} ne dépassent pas {hours(threshold.value)}, soit deux mois."
        refused.append(Step(says, COUNTED_IN_HOURS))
    if not hired_at_the_end:
        refused.append(Step("L’embauche ne suit pas immédiatement le stage.", HIRED))
    if refused:
        return DoesNotHold(tuple(refused), (SENIORITY_GUIDANCE,), (threshold,))
    says = f"Les {hours(hours_present)} de stage comptent dans votre ancienneté."
    return Holds(hours_present, (Step(says, HIRED),), (SENIORITY_GUIDANCE,), (threshold,))


SENIORITY_GUIDANCE = Doubt(
    "A27.seniority",
    "Service-public.fr écrit « au moins deux mois » et « dernière année » ; la loi dit plus de deux mois "
    "et ne "
    "pose pas cette condition d’année.",
    (HIRED, PUBLIC_GUIDANCE),
)
