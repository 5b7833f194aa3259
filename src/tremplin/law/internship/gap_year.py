"""What changes when the internship is the form of a gap year (*césure*)?"""

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code

GAP_YEAR = education_code("D. 611-13")
EXCEPTIONS = education_code("D. 611-16")
WAIVED = ("teaching_volume", "curriculum_mention")


def gap_year(*, is_gap_year: bool | None) -> Outcome[tuple[str, ...]]:
    """Return the rules a gap-year internship is spared (*césure sous forme de stage*).

    The whole chapter on internships applies, the six-month cap, the gratification and the
    quota included, except the teaching volume and the mention of the curriculum.

    Args:
        is_gap_year: the internship is the form of a gap year; None if unknown.

    Returns:
        "teaching_volume" and "curriculum_mention": the rules that do not apply.

    Sources: Code de l'éducation, art. L. 611-12, D. 611-13, D. 611-16.
    Limits: since the year 2021-2022.
    """
    if is_gap_year is None:
        return unknown(is_gap_year=is_gap_year)
    if not is_gap_year:
        return DoesNotHold(
            (Step("Ce n’est pas un stage de césure : toutes les règles s’appliquent.", GAP_YEAR),)
        )
    return Holds(
        WAIVED,
        (
            Step("Une césure peut prendre la forme d’un stage.", GAP_YEAR),
            Step("Ni volume d’enseignement minimal, ni mention de la formation.", EXCEPTIONS),
            Step("Durée maximale, gratification et quota s’appliquent.", EXCEPTIONS),
        ),
    )
