"""Which rules follow an internship across a border?"""

from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code

SHEET = education_code("L. 124-20")
ABROAD = education_code("L. 124-19")
SCHOOL_SIDE = education_code("L. 124-1")


def abroad(
    *, host_in_france: bool | None, school_in_france: bool | None, sheet_annexed: bool | None = None
) -> Outcome[tuple[str, ...]]:
    """Return which sides of French law bind an internship (*stage à l'étranger*).

    Abroad, the school's duties remain (agreement, supervising teacher, teaching volume)
    and a sheet on the host country's rules is annexed; French rules on the host and its
    gratification do not bind a foreign host. In France, French rules apply whatever the
    school.

    Args:
        host_in_france: where the internship takes place; None if unknown.
        school_in_france: where the school is; None if unknown.
        sheet_annexed: the sheet is annexed; None if unknown, asked only abroad.

    Returns:
        "host" and "school": the sides French law binds.

    Sources: Code de l'éducation, art. L. 124-1, L. 124-19, L. 124-20.
    Limits: visas are out of scope; the two article numbers come from memory.
    """
    if host_in_france is None or school_in_france is None:
        return unknown(host_in_france=host_in_france, school_in_france=school_in_france)
    if host_in_france:
        sides = ("host", "school") if school_in_france else ("host",)
        return Holds(sides, (Step("En France, les règles françaises s’appliquent.", SCHOOL_SIDE),))
    foreign = Step("La gratification française n’oblige pas un organisme étranger.", ABROAD)
    if not school_in_france:
        return Holds((), (foreign,), (NUMBERS,))
    if sheet_annexed is None:
        return unknown(sheet_annexed=sheet_annexed)
    if not sheet_annexed:
        says = "Il manque la fiche sur les droits et devoirs des stagiaires dans le pays d’accueil."
        return DoesNotHold((Step(says, SHEET), foreign), (NUMBERS,))
    kept = Step("Convention, enseignant référent et volume d’enseignement restent exigés.", SCHOOL_SIDE)
    return Holds(("school",), (kept, foreign), (NUMBERS,))


NUMBERS = Doubt(
    "A21.article_numbers",
    "Les numéros d’article sur le stage à l’étranger sont cités de mémoire.",
    (ABROAD, SHEET),
)
