"""How many interns may one tutor or one supervising teacher follow?"""

from datetime import date

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import Source, education_code
from tremplin.law.words import counted

TUTOR_LIMIT = education_code("R. 124-13")
TEACHER_LIMIT = education_code("D. 124-3")


def tutor_limit(*, interns: int | None, on: date, figures: Figures = OFFICIAL) -> Outcome[int]:
    """Tell whether a host tutor may follow one more intern (*tuteur de stage*).

    One person follows at most three internships at once in one host organization.

    Args:
        interns: agreements the tutor would follow, this one included; None if unknown.
        on: day the tutor is named for this intern.
        figures: published figures.

    Returns:
        How many more the tutor could follow.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-9, L. 124-10, R. 124-13.
    Limits: agreements that end in the current civil week are left out by the caller.
    """
    limit = figures.get("internship", "tutor_interns", on=on)
    return _within(interns, limit, "Un tuteur", TUTOR_LIMIT)


def supervising_teacher_limit(
    *, interns: int | None, higher_education: bool | None, on: date, figures: Figures = OFFICIAL
) -> Outcome[int]:
    """Tell whether a teacher may follow that many interns (*enseignant référent*).

    Args:
        interns: interns followed at the same time, this one included; None if unknown.
        higher_education: university, school after the *baccalauréat*, BTS; None if unknown.
        on: a day of the internship.
        figures: published figures.

    Returns:
        How many more the teacher could follow, in a school of any kind when it is unknown.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-3.
    Limits: the school may set a lower number.
    """
    school = figures.get("internship", "supervising_teacher_interns_school", on=on)
    higher = figures.get("internship", "supervising_teacher_interns_higher", on=on)
    if higher_education is None and interns is not None and school.value < interns <= higher.value:
        return unknown(higher_education=higher_education)
    if higher_education is None and interns is not None and interns <= school.value < higher.value:
        return _within_both(interns, school, higher)
    limit = school if higher_education is False else higher
    return _within(interns, limit, "Un enseignant référent", TEACHER_LIMIT)


def _within_both(interns: int, school: Figure, higher: Figure) -> Outcome[int]:
    says = (
        f"{counted(interns, 'stagiaire')} : un enseignant référent peut en suivre {school.value}, ou "
        f"{higher.value} dans l’enseignement supérieur."
    )
    return Holds(
        int(school.value) - interns,
        (Step(says, TEACHER_LIMIT),),
        figure_doubts(school, higher),
        (school, higher),
    )


def _within(interns: int | None, limit: Figure, who: str, because: Source) -> Outcome[int]:
    if interns is None:
        return unknown(interns=interns)
    doubts = figure_doubts(limit)
    if interns > limit.value:
        says = f"{who} suit au plus {limit.value} stagiaires en même temps, pas {interns}."
        return DoesNotHold((Step(says, because),), doubts, (limit,))
    says = f"{counted(interns, 'stagiaire')} : {who.lower()} peut en suivre {limit.value}."
    return Holds(int(limit.value) - interns, (Step(says, because),), doubts, (limit,))
