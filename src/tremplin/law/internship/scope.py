"""Is this placement an internship in the eyes of the law?"""

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code, labour_code

DEFINITION = education_code("L. 124-1")
TEACHING = education_code("L. 124-3")
OBSERVATION = labour_code("L. 4153-1")


def internship_scope(
    *,
    in_curriculum: bool | None,
    approved_missions: bool | None = True,
    school_observation: bool = False,
    lifelong_training: bool = False,
) -> Outcome[str]:
    """Tell whether the rules of internships apply (*stage*, *PFMP*).

    An internship is a temporary placement, inside a curriculum, toward a diploma or a
    certification; its missions fit the school's teaching project. Vocational placements
    at school follow the same rules. Companies, associations, administrations and
    hospitals alike may host.

    Args:
        in_curriculum: it belongs to a school or university curriculum; None if unknown.
        approved_missions: they fit the teaching project and the host approves them; None
            if unknown.
        school_observation: observation sequence of a pupil of compulsory school age.
        lifelong_training: lifelong vocational training.

    Returns:
        "internship" when the rules apply.

    Sources: Code de l'éducation, art. L. 124-1, L. 124-3; Code du travail, art. L. 4153-1.
    Limits: does not judge the teaching project.
    """
    outside = _outside(school_observation, lifelong_training)
    if outside:
        return DoesNotHold(outside)
    if in_curriculum is None or approved_missions is None:
        return unknown(in_curriculum=in_curriculum, approved_missions=approved_missions)
    refused = []
    if not in_curriculum:
        refused.append(Step("Un stage hors de tout cursus est interdit.", DEFINITION))
    if not approved_missions:
        says = (
            "Les missions doivent suivre le projet pédagogique et être approuvées par l’organisme d’accueil."
        )
        refused.append(Step(says, DEFINITION))
    if refused:
        return DoesNotHold(tuple(refused))
    return Holds("internship", (Step("C’est un stage : il entre dans un cursus.", TEACHING),))


def _outside(school_observation: bool, lifelong_training: bool) -> tuple[Step, ...]:
    steps = []
    if school_observation:
        steps.append(Step("Une séquence d’observation scolaire suit d’autres règles.", OBSERVATION))
    if lifelong_training:
        steps.append(Step("La formation professionnelle continue suit d’autres règles.", DEFINITION))
    return tuple(steps)
