"""Who may sign a professionalisation contract, and with whom."""

from datetime import date
from typing import Literal

from tremplin.law.ages import completed_years
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code
from tremplin.law.words import counted, day

PUBLICS = labour_code("L. 6325-1")

Situation = Literal["job_seeker", "rsa", "ass", "aah", "former_aided_contract"]
FRENCH: dict[Situation, str] = {
    "job_seeker": "demandeur d’emploi",
    "rsa": "bénéficiaire du RSA",
    "ass": "bénéficiaire de l’ASS",
    "aah": "bénéficiaire de l’AAH",
    "former_aided_contract": "ancien titulaire d’un contrat aidé",
}


def may_sign(
    *,
    birth_date: date | None,
    contract_start: date,
    private_law_employer: bool | None = True,
    situation: Situation | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[int]:
    """Tell whether the student may sign a professionalisation contract.

    Open from 16 to 25 to complete one's initial training, from 26 to job seekers, and
    to beneficiaries of certain allowances; with an employer under private law.

    Args:
        birth_date: the student's; None if unknown.
        contract_start: first day of the contract.
        private_law_employer: False for the State, local authorities and administrative
            public establishments; None if unknown.
        situation: what opens the contract outside 16 to 25; None for none of them.
        figures: the figures to use.

    Returns:
        The age in completed years on the first day.

    Raises:
        NoValueInForce: the contract is earlier than the first known ages.

    Sources: Code du travail, art. L. 6325-1, L. 6325-1-1.
    Limits: does not check the training nor the employer's own obligations.
    """
    if birth_date is None or private_law_employer is None:
        return unknown(birth_date=birth_date, private_law_employer=private_law_employer)
    age = completed_years(since=birth_date, on=contract_start)
    youngest = figures.get("professionalisation", "minimum_age", on=contract_start)
    oldest = figures.get("professionalisation", "young_maximum_age", on=contract_start)
    steps = [
        Step(f"Vous avez {counted(age, 'an')} au début du contrat, le {day(contract_start)}."),
        Step(
            f"Le contrat est ouvert de {youngest.value} à {oldest.value} ans, et au-delà aux demandeurs "
            "d’emploi et aux bénéficiaires du RSA, de l’ASS ou de l’AAH.",
            PUBLICS,
        ),
    ]
    reasons = []
    if not private_law_employer:
        reasons.append("L’État, les collectivités et leurs établissements administratifs en sont exclus.")
    if age < youngest.value:
        reasons.append(f"Il faut avoir {youngest.value} ans.")
    if age > oldest.value and situation is None:
        reasons.append(f"Après {oldest.value} ans, aucune des situations prévues n’est indiquée.")
    if reasons:
        refused = tuple(Step(reason, PUBLICS) for reason in reasons)
        return DoesNotHold((*steps, *refused), figures=(youngest, oldest))
    if situation is not None:
        steps.append(Step(f"Situation indiquée\u00a0: {FRENCH[situation]}.", PUBLICS))
    return Holds(age, tuple(steps), figures=(youngest, oldest))
