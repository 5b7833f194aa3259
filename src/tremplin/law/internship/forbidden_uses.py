"""For which purposes may no internship agreement be concluded?"""

from collections.abc import Mapping
from typing import Literal

from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome, Step
from tremplin.law.sources import education_code

FORBIDDEN = education_code("L. 124-7")
Use = Literal["permanent_post", "activity_increase", "seasonal", "replacement"]
FORBIDDEN_USES: Mapping[Use, str] = {
    "permanent_post": "exécuter une tâche régulière qui correspond à un poste de travail permanent",
    "activity_increase": "faire face à un accroissement temporaire de l’activité",
    "seasonal": "occuper un emploi saisonnier",
    "replacement": "remplacer une personne absente ou dont le contrat est suspendu",
}
"""The four purposes the law forbids, as an infinitive in French."""


def forbidden_uses(*, uses: Mapping[Use, bool | None]) -> Outcome[tuple[Use, ...]]:
    """Tell whether the internship serves a purpose the law forbids (*recours interdits*).

    Args:
        uses: for each purpose, whether the internship serves it; left out or None if
            unknown.

    Returns:
        The purposes checked, when none is served; each one served is a breach.

    Sources: Code de l'éducation, art. L. 124-7.
    Limits: reads no mission: it is told what they amount to.
    """
    served = [use for use in FORBIDDEN_USES if uses.get(use)]
    if served:
        return DoesNotHold(
            tuple(Step(f"Un stage ne sert pas à {FORBIDDEN_USES[use]}.", FORBIDDEN) for use in served)
        )
    missing = tuple(use for use in FORBIDDEN_USES if uses.get(use) is None)
    if missing:
        return NeedsFacts(missing)
    says = "Aucun des quatre usages interdits n’est relevé."
    return Holds(tuple(FORBIDDEN_USES), (Step(says, FORBIDDEN),))
