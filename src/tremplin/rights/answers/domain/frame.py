"""Questions on the frame: abroad, gap year."""

from datetime import date

from tremplin.law.internship.abroad import abroad as sides_abroad
from tremplin.law.internship.gap_year import gap_year as spared
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts
from tremplin.rights.answers.domain.answer import Answer, lacking

SIDES = {
    ("host", "school"): "Les règles françaises s’appliquent en entier",
    ("host",): "Les règles françaises s’imposent à l’organisme d’accueil",
    ("school",): "Les règles françaises s’imposent à l’école, pas à l’organisme étranger",
    (): "Les règles françaises ne s’imposent ni à l’école ni à l’organisme",
}


def abroad(
    *, host_in_france: bool | None, school_in_france: bool | None, sheet_annexed: bool | None, on: date
) -> Answer:
    """Tell which sides French law binds (*stage à l'étranger*).

    Args:
        host_in_france: where the internship takes place; None if unknown.
        school_in_france: where the school is; None if unknown.
        sheet_annexed: the sheet on the country's rules is annexed; None if unknown.
        on: not used: the rule has no date.

    Returns:
        The sides bound, or what is missing.

    Sources: Code de l'éducation, art. L. 124-1, L. 124-19, L. 124-20.
    Limits: those of the rule it asks.
    """
    outcome = sides_abroad(
        host_in_france=host_in_france, school_in_france=school_in_france, sheet_annexed=sheet_annexed
    )
    if isinstance(outcome, NeedsFacts):
        return lacking(outcome)
    if isinstance(outcome, DoesNotHold):
        return Answer("Il manque la fiche sur le pays d’accueil", (outcome,), "bad")
    return Answer(SIDES[outcome.value], (outcome,))


def gap_year(*, is_gap_year: bool | None, on: date) -> Answer:
    """Tell what a gap year changes (*césure sous forme de stage*).

    Args:
        is_gap_year: the internship is the form of a gap year; None if unknown.
        on: not used: the rule has no date.

    Returns:
        Which rules still apply.

    Sources: Code de l'éducation, art. L. 611-12, D. 611-13, D. 611-16.
    Limits: those of the rule it asks.
    """
    outcome = spared(is_gap_year=is_gap_year)
    if isinstance(outcome, NeedsFacts):
        return lacking(outcome)
    if isinstance(outcome, Holds):
        return Answer("Tout s’applique, sauf le volume d’enseignement et sa mention", (outcome,))
    return Answer("Sans césure, toutes les règles du stage s’appliquent", (outcome,))
