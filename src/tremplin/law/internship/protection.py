"""Is the intern protected against harassment?"""

from typing import Literal

from tremplin.law.outcome import Doubt, Holds, Step
from tremplin.law.sources import education_code, labour_code

INTERNS = education_code("L. 124-12")
MORAL = labour_code("L. 1152-1")
MORAL_REPORT = labour_code("L. 1152-2")
SEXUAL = labour_code("L. 1153-1")
SEXUAL_REPORT = labour_code("L. 1153-2")
Kind = Literal["moral", "sexual"]


def harassment_protection(*, kind: Kind) -> Holds[bool]:
    """Tell that interns are covered like employees (*harcèlement moral*, *harcèlement sexuel*).

    Args:
        kind: moral or sexual harassment.

    Returns:
        True: covered, and never punished for having suffered, refused or reported it.

    Sources: Code de l'éducation, art. L. 124-12; Code du travail, art. L. 1152-1, L. 1152-2,
        L. 1153-1, L. 1153-2.
    Limits: the number of the education code's article comes from memory: a doubt says so.
    """
    what, report = (MORAL, MORAL_REPORT) if kind == "moral" else (SEXUAL, SEXUAL_REPORT)
    word = "moral" if kind == "moral" else "sexuel"
    steps = (
        Step(f"Vous êtes protégé contre le harcèlement {word} comme les salariés.", what),
        Step("Personne ne peut vous punir pour l’avoir signalé.", report),
    )
    return Holds(True, steps, (ARTICLE_NUMBER,))


ARTICLE_NUMBER = Doubt(
    "A28.article_number",
    "Le numéro de l’article du code de l’éducation est cité de mémoire.",
    (INTERNS,),
)
