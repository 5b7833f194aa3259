"""Whom to turn to, in which order, for each kind of problem?"""

from dataclasses import dataclass
from typing import Literal

from tremplin.law.outcome import Holds, Outcome, Step, unknown
from tremplin.law.sources import Source, education_code, labour_code

TEACHER = education_code("L. 124-1")
INSPECTORS = labour_code("L. 8112-2")
TRIBUNAL = labour_code("L. 1454-5")
FINE = education_code("L. 124-17")
INTERRUPTION = education_code("L. 124-15")

Problem = Literal[
    "agreement", "gratification", "working_time", "forbidden_use", "duration", "waiting_period",
    "tutor", "harassment", "interruption",
]  # fmt: skip
Who = Literal["school", "labour_inspection", "tribunal"]


@dataclass(frozen=True, slots=True)
class Recourse:
    """One place to turn to: who, when and why in one French sentence, article if any."""

    who: Who
    says: str
    because: Source | None


SCHOOL = Recourse("school", "D’abord votre enseignant référent : il suit le stage avec le tuteur.", TEACHER)
REPORT = Recourse("school", "Prévenez l’école sans attendre : elle est signataire de la convention.", TEACHER)
STOP = Recourse(
    "school", "L’école peut accepter d’interrompre le stage et le valide autrement.", INTERRUPTION
)
FINED = Recourse("labour_inspection", "L’inspection du travail peut faire infliger une amende.", FINE)
WRITE = Recourse("labour_inspection", "Vous pouvez aussi écrire à l’inspection du travail.", None)
RECORDED = Recourse("labour_inspection", "L’inspection du travail peut constater le manquement.", INSPECTORS)
CLAIM = Recourse("tribunal", "Le conseil de prud’hommes peut faire payer ce qui est dû.", TRIBUNAL)
JOB = Recourse("tribunal", "Le conseil de prud’hommes peut requalifier le stage, en un mois.", TRIBUNAL)
RECOURSES: dict[Problem, tuple[Recourse, ...]] = {
    "agreement": (SCHOOL,),
    "gratification": (SCHOOL, CLAIM),
    "working_time": (SCHOOL, FINED),
    "forbidden_use": (SCHOOL, RECORDED, JOB),
    "duration": (SCHOOL, JOB),
    "waiting_period": (SCHOOL, JOB),
    "tutor": (SCHOOL, FINED),
    "harassment": (REPORT, WRITE),
    "interruption": (STOP,),
}
"""Where to turn for each problem, the nearest first."""


def who_to_turn_to(*, problem: Problem | None) -> Outcome[tuple[Recourse, ...]]:
    """Return whom to turn to, the nearest first (*recours*).

    The school first; the labour inspection (*inspection du travail*) for what it fines or
    records; the employment tribunal (*conseil de prud'hommes*) for money owed and for an
    internship that hides a job.

    Args:
        problem: what goes wrong; None if unknown.

    Returns:
        Places to turn to, in order.

    Sources: Code de l'éducation, art. L. 124-1, L. 124-15, L. 124-17; Code du travail,
        art. L. 8112-2, L. 1454-5.
    Limits: a host governed by public law may answer to another judge; unions and free
        legal advice are not listed.
    """
    if problem is None:
        return unknown(problem=problem)
    found = RECOURSES[problem]
    return Holds(found, tuple(Step(recourse.says, recourse.because) for recourse in found))
