"""What happens when the internship stops before its end?"""

from typing import Literal

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code

INTERRUPTION = education_code("L. 124-15")
BY_THE_HOUR = education_code("D. 124-8")
Reason = Literal[
    "illness", "accident", "pregnancy", "paternity", "adoption", "teaching_breach", "host_decision", "other"
]
WITH_AGREEMENT = ("teaching_breach", "host_decision")
REASON_WORDS: dict[Reason, str] = {
    "illness": "la maladie",
    "accident": "un accident",
    "pregnancy": "la grossesse",
    "paternity": "la paternité",
    "adoption": "l’adoption",
    "teaching_breach": "le non-respect des clauses pédagogiques",
    "host_decision": "la rupture par l’organisme d’accueil",
    "other": "un autre motif",
}


def interruption(*, reason: Reason | None, school_agrees: bool | None = None) -> Outcome[str]:
    """Tell what becomes of an interrupted internship (*interruption du stage*).

    Interrupted for illness, accident, pregnancy, paternity, adoption, or with the school's
    agreement for breach of the teaching clauses or by the host, it is validated even if
    short, or validated another way. Its end may be postponed if all agree.

    Args:
        reason: why it stops; None if unknown.
        school_agrees: the school agrees; asked for the last two reasons.

    Returns:
        "validated": the school validates it or offers another way.

    Sources: Code de l'éducation, art. L. 124-15, D. 124-8.
    Limits: for another reason, the agreement's own clause decides.
    """
    if reason is None:
        return unknown(reason=reason)
    paid = Step("La gratification reste due pour les heures faites.", BY_THE_HOUR)
    if reason == "other":
        says = "La loi ne prévoit rien pour un autre motif : lisez la clause de rupture de la convention."
        return DoesNotHold((Step(says, INTERRUPTION), paid))
    if reason in WITH_AGREEMENT and school_agrees is None:
        return unknown(school_agrees=school_agrees)
    if reason in WITH_AGREEMENT and not school_agrees:
        says = "Pour ce motif, il faut l’accord de l’établissement d’enseignement."
        return DoesNotHold((Step(says, INTERRUPTION), paid))
    validated = f"Pour {REASON_WORDS[reason]}, l’école valide le stage ou propose une autre validation."
    postponed = "La fin du stage peut être reportée si tous les signataires sont d’accord."
    return Holds("validated", (Step(validated, INTERRUPTION), Step(postponed, INTERRUPTION), paid))
