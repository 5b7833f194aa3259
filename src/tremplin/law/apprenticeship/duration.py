"""How long an apprenticeship lasts, how much of it is training, and when each part starts."""

from datetime import date
from decimal import Decimal

from tremplin.law.ages import anniversary, months_later
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code
from tremplin.law.words import counted, day, hours, percent

DURATION = labour_code("L. 6222-7-1")
FAILURE = labour_code("L. 6222-11")
STARTS = labour_code("L. 6222-12")
TRAINING = labour_code("L. 6211-2")


def allowed_duration(
    *,
    starts_on: date,
    ends_on: date | None,
    disability: bool = False,
    failed_exam: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[date]:
    """Tell whether the contract or the apprenticeship period has a lawful length.

    Six months to three years; four with a recognised disability; one more year at
    most after a failed exam.

    Args:
        starts_on: first day.
        ends_on: last day, included; None for an open-ended contract not yet filled in.
        disability: whether the apprentice is a recognised disabled worker.
        failed_exam: whether the contract is extended after a failure (*échec à l'examen*).
        figures: the figures to use.

    Returns:
        The last day on which the contract or period could end.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. L. 6222-7-1, L. 6222-11.
    Limits: does not know the length of the cycle, set by each diploma.
    """
    if ends_on is None:
        return unknown(ends_on=ends_on)
    name = "maximum_years_disability" if disability else "maximum_years"
    shortest = figures.get("apprenticeship", "minimum_months", on=starts_on)
    longest = figures.get("apprenticeship", name, on=starts_on)
    extra = figures.get("apprenticeship", "failure_extension_years", on=starts_on)
    years = longest.value + (extra.value if failed_exam else 0)
    earliest = months_later(on=starts_on, months=shortest.value)
    latest = anniversary(of=starts_on, years=years)
    steps = [
        Step(f"Le contrat va du {day(starts_on)} au {day(ends_on)}."),
        Step(f"Il dure au moins {shortest.value} mois et au plus {counted(years, 'an')}.", DURATION),
    ]
    if failed_exam:
        steps.append(Step(f"Un échec permet {counted(extra.value, 'an')} de plus au maximum.", FAILURE))
    used = (shortest, longest, extra)
    # The last day is included: a contract of one year ends the day before its anniversary.
    if (ends_on - earliest).days < -1:
        return DoesNotHold((*steps, Step("Le contrat est trop court.", DURATION)), figures=used)
    if ends_on >= latest:
        return DoesNotHold((*steps, Step("Le contrat est trop long.", DURATION)), figures=used)
    return Holds(latest, tuple(steps), figures=used)


def enough_training(
    *, training_hours: Decimal | None, total_hours: Decimal | None, on: date, figures: Figures = OFFICIAL
) -> Outcome[Decimal]:
    """Tell whether training in the *centre de formation d'apprentis* has its minimum share.

    Args:
        training_hours: hours in the training centre; None if unknown.
        total_hours: hours of the whole contract or period; None if unknown.
        on: first day of the contract.
        figures: the figures to use.

    Returns:
        The hours required.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. L. 6211-2.
    Limits: a diploma may ask for more.
    """
    if training_hours is None or total_hours is None:
        return unknown(training_hours=training_hours, total_hours=total_hours)
    share = figures.get("apprenticeship", "training_share", on=on)
    required: Decimal = share.value * total_hours
    says = f"La formation en CFA compte {hours(training_hours)}\u00a0; il en faut {hours(required)}"
    step = Step(f"{says}, soit {percent(share.value)} du total.", TRAINING)
    if training_hours < required:
        return DoesNotHold((step,), figures=(share,))
    return Holds(required, (step,), figures=(share,))


def starts_in_time(
    *,
    contract_start: date,
    company_start: date | None,
    training_start: date | None,
    figures: Figures = OFFICIAL,
) -> Outcome[date]:
    """Tell whether the work and the training start within three months of the contract.

    Args:
        contract_start: first day of the contract.
        company_start: first day in the company; None if unknown.
        training_start: first day in the training centre; None if unknown.
        figures: the figures to use.

    Returns:
        The last day on which each may start.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. L. 6222-12.
    Limits: none known.
    """
    if company_start is None or training_start is None:
        return unknown(company_start=company_start, training_start=training_start)
    delay = figures.get("apprenticeship", "start_within_months", on=contract_start)
    deadline = months_later(on=contract_start, months=delay.value)
    rule = Step(f"Chaque partie commence au plus tard le {day(deadline)}.", STARTS)
    late = [
        Step(f"{part} commence trop tard, le {day(start)}.", STARTS)
        for part, start in (("La formation pratique", company_start), ("La formation en CFA", training_start))
        if start > deadline
    ]
    if late:
        return DoesNotHold((rule, *late), figures=(delay,))
    return Holds(deadline, (rule,), figures=(delay,))
