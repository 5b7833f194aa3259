"""How does the host declare interns in its staff register?"""

from datetime import date

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import education_code, labour_code
from tremplin.law.words import counted

REGISTER = labour_code("L. 1221-13")
ENTRIES = labour_code("D. 1221-23-1")
PRESENCE = education_code("L. 124-14")
COPY = labour_code("R. 8113-3-1")
REGISTER_ENTRIES = (
    "les nom et prénoms du stagiaire",
    "les dates de début et de fin du stage",
    "les nom et prénoms du tuteur et le lieu de présence",
)


def register_entries(*, on: date, figures: Figures = OFFICIAL) -> Holds[tuple[str, ...]]:
    """Return what the staff register holds of an intern (*registre unique du personnel*).

    A section of its own, in order of arrival, in each establishment. An intern is not
    declared before hire (*DPAE*).

    Args:
        on: a day of the internship.
        figures: published figures.

    Returns:
        The three entries, in French.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 1221-13, D. 1221-23-1, R. 8113-3-1.
    Limits: how long it is kept rests on one secondary source: a doubt says so.
    """
    kept = figures.get("internship", "register_years", on=on)
    steps = (
        Step("Les stagiaires ont une partie à eux dans le registre, par ordre d’arrivée.", REGISTER),
        Step(f"On y lit {', '.join(REGISTER_ENTRIES)}.", ENTRIES),
        Step("L’inspection du travail peut demander copie de la convention.", COPY),
        Step(f"Le registre se garde {counted(kept.value, 'an')}.", ENTRIES),
    )
    return Holds(REGISTER_ENTRIES, steps, figure_doubts(kept), (kept,))


def presence_count(*, kept: bool | None) -> Outcome[bool]:
    """Tell whether the host keeps a count of presence (*décompte des durées de présence*).

    Args:
        kept: the host counts the intern's presence, by any means; None if unknown.

    Returns:
        True when it does.

    Sources: Code de l'éducation, art. L. 124-14.
    Limits: any means will do.
    """
    if kept is None:
        return unknown(kept=kept)
    if kept:
        return Holds(True, (Step("L’organisme tient le décompte de vos heures de présence.", PRESENCE),))
    says = "L’organisme doit tenir, par tout moyen, le décompte de vos heures de présence."
    return DoesNotHold((Step(says, PRESENCE),))
