"""Who may sign an apprenticeship contract at a given age."""

from datetime import date
from typing import Literal

from tremplin.law.ages import completed_years, months_later
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, NeedsFacts, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import Source, labour_code
from tremplin.law.words import counted, day

ORDINARY_AGES = labour_code("L. 6222-1")
EXCEPTIONS = labour_code("L. 6222-2")
FOLLOWING_CONTRACT = labour_code("D. 6222-1")
SERVICE_PUBLIC = Source("Service-public.fr, contrat d’apprentissage")

Situation = Literal[
    "higher_level_after_contract",
    "contract_broken_without_fault",
    "disabled_worker",
    "business_creation",
    "top_athlete",
]
BOUNDED: tuple[Situation, ...] = ("higher_level_after_contract", "contract_broken_without_fault")
UNBOUNDED: dict[Situation, str] = {
    "disabled_worker": "Une reconnaissance de travailleur handicapé lève la limite d’âge.",
    "business_creation": "Un projet de création d’entreprise lève la limite d’âge.",
    "top_athlete": "Le statut de sportif de haut niveau lève la limite d’âge.",
}


def age_allows_contract(
    *,
    birth_date: date | None,
    contract_start: date,
    lower_secondary_completed: bool | None = None,
    situation: Situation | None = None,
    concluded_on: date | None = None,
    previous_contract_ended_on: date | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[int]:
    """Tell whether the student's age lets them become an apprentice (*apprenti*).

    The age is read on the first day of the contract. Past the last ordinary age, a
    contract that follows another one is allowed for a few years more, and three
    situations lift the limit.

    Args:
        birth_date: the student's; None if unknown.
        contract_start: first day of the contract.
        lower_secondary_completed: whether the *collège* is finished; matters below 16.
        situation: what may lift or move the age limit; None for the ordinary case.
        concluded_on: the day of signature; the first day of the contract when unknown.
        previous_contract_ended_on: end of the previous apprenticeship, for a following one.
        figures: the figures to use.

    Returns:
        The age in completed years on the first day.

    Raises:
        NoValueInForce: the contract starts before the first known ages.

    Sources: Code du travail, art. L. 6222-1, L. 6222-2, D. 6222-1.
    Limits: does not check nationality, the right to work, nor the business project itself.
    """
    if birth_date is None:
        return unknown(birth_date=birth_date)
    age = completed_years(since=birth_date, on=contract_start)
    youngest = figures.get("apprenticeship", "minimum_age", on=contract_start)
    oldest = figures.get("apprenticeship", "apprentice_max_age", on=contract_start)
    turned = Step(f"Vous avez {counted(age, 'an')} au début du contrat, le {day(contract_start)}.")
    if age < youngest.value:
        return _too_young(turned, age, youngest, lower_secondary_completed, contract_start, figures)
    if age <= oldest.value:
        within = f"L’apprentissage est ouvert de {youngest.value} à {oldest.value} ans inclus."
        return Holds(age, (turned, Step(within, ORDINARY_AGES)), figures=(youngest, oldest))
    over = Step(f"L’âge limite ordinaire est de {oldest.value} ans inclus.", ORDINARY_AGES)
    if situation in UNBOUNDED:
        return Holds(age, (turned, over, Step(UNBOUNDED[situation], EXCEPTIONS)), figures=(oldest,))
    if situation not in BOUNDED:
        none = Step("Aucune des situations qui déplacent cette limite n’est indiquée.", EXCEPTIONS)
        return DoesNotHold((turned, over, none), figures=(oldest,))
    return _following_contract(
        birth_date, concluded_on or contract_start, previous_contract_ended_on, (turned, over), figures
    )


def _too_young(
    turned: Step, age: int, youngest: Figure, completed: bool | None, start: date, figures: Figures
) -> Outcome[int]:
    early = figures.get("apprenticeship", "minimum_age_after_lower_secondary", on=start)
    rule = Step(
        f"Avant {youngest.value} ans, il faut avoir {early.value} ans et avoir terminé le collège.",
        ORDINARY_AGES,
    )
    used = (youngest, early)
    if age >= early.value and completed is None:
        return NeedsFacts(("lower_secondary_completed",), (turned, rule), figures=used)
    if age >= early.value and completed:
        return Holds(age, (turned, rule), figures=used)
    return DoesNotHold((turned, rule), figures=used)


def _following_contract(
    birth_date: date,
    concluded_on: date,
    ended_on: date | None,
    steps: tuple[Step, ...],
    figures: Figures,
) -> Outcome[int]:
    last = figures.get("apprenticeship", "extended_max_age", on=concluded_on)
    gap = figures.get("apprenticeship", "extended_gap_months", on=concluded_on)
    used = (last, gap)
    if ended_on is None:
        return NeedsFacts(("previous_contract_ended_on",), steps, figures=used)
    age = completed_years(since=birth_date, on=concluded_on)
    reasons = []
    if age > last.value:
        reasons.append(f"À la signature vous avez {age} ans, plus que la limite de {last.value} ans.")
    deadline = months_later(on=ended_on, months=gap.value)
    if concluded_on > deadline:
        reasons.append(
            f"Le contrat précédent a pris fin le {day(ended_on)}\u00a0: "
            f"le suivant devait être signé au plus tard le {day(deadline)}."
        )
    if reasons:
        refused = tuple(Step(reason, FOLLOWING_CONTRACT) for reason in reasons)
        return DoesNotHold((*steps, *refused), figures=used)
    allowed = f"Un contrat qui suit un autre reste possible jusqu’à {last.value} ans, dans l’année."
    doubts = (_last_year_doubt(last),) if age == last.value else ()
    return Holds(age, (*steps, Step(allowed, FOLLOWING_CONTRACT)), doubts, used)


def _last_year_doubt(last: Figure) -> Doubt:
    says = (
        f"Le code dit «\u00a0{last.value} ans au plus\u00a0»\u00a0; service-public.fr lit "
        f"{last.value - 1} ans révolus. À {last.value} ans, faites confirmer votre dossier avant de signer."
    )
    return Doubt("B1.last_age", says, (FOLLOWING_CONTRACT, SERVICE_PUBLIC))
