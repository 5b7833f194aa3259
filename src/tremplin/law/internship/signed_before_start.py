"""Was the agreement signed before the internship started?"""

from datetime import date

from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code
from tremplin.law.words import day

AGREEMENT = education_code("L. 124-1")


def signed_before_start(*, signed_on: date | None, starts_on: date | None) -> Outcome[date]:
    """Tell whether all signed before the intern started (*signature préalable*).

    Without a signed agreement the internship has no legal frame and the cover of work
    accidents is at risk.

    Args:
        signed_on: day of the last signature; None if unknown.
        starts_on: first day of the internship; None if unknown.

    Returns:
        The day of signature; signing on the first day is accepted.

    Sources: Code de l'éducation, art. L. 124-1.
    Limits: no article says "before" in so many words: a doubt says so.
    """
    if signed_on is None or starts_on is None:
        return unknown(signed_on=signed_on, starts_on=starts_on)
    if signed_on > starts_on:
        says = f"La convention est signée le {day(signed_on)}, après le début du stage le {day(starts_on)}."
        return DoesNotHold((Step(says, AGREEMENT),), (NOT_IN_SO_MANY_WORDS,))
    return Holds(signed_on, (Step(f"La convention est signée le {day(signed_on)}, à temps.", AGREEMENT),))


NOT_IN_SO_MANY_WORDS = Doubt(
    "A5b.signed_before_start",
    "Aucun article n’écrit que la convention se signe « avant » le début. Sans elle, pourtant, le stage "
    "n’a pas "
    "de cadre et la couverture des accidents est incertaine.",
    (AGREEMENT,),
)
