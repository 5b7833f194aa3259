"""When may a judge treat the internship as a job?"""

from collections.abc import Collection
from datetime import date
from typing import Literal

from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, education_code, labour_code
from tremplin.law.words import counted

PROCEDURE = labour_code("L. 1454-5")
CONCEALED_WORK = labour_code("L. 8223-1-1")
RULING = Source("Cass. soc., 7 janvier 2026, n° 24-12.244")
Ground = Literal["real_job", "maximum_exceeded", "waiting_ignored"]
GROUNDS: dict[Ground, tuple[str, Source]] = {
    "real_job": ("Le stagiaire occupe en fait un emploi.", education_code("L. 124-7")),
    "maximum_exceeded": ("La durée maximale de six mois est dépassée.", education_code("L. 124-5")),
    "waiting_ignored": ("Le délai de carence n’est pas respecté.", education_code("L. 124-11")),
}
"""Grounds judges have used, with what the student reads."""


def requalification(
    *, grounds: Collection[Ground] | None, on: date, figures: Figures = OFFICIAL
) -> Outcome[tuple[Ground, ...]]:
    """Return the grounds to ask for an employment contract (*requalification*).

    The employment tribunal (*conseil de prud'hommes*), straight before its judgment panel,
    rules within one month.

    Args:
        grounds: what was found in the internship; None if unknown.
        on: day of the request.
        figures: published figures.

    Returns:
        The grounds that judges have accepted.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 1454-5, L. 8223-1-1; Code de l'éducation, art. L. 124-5,
        L. 124-7, L. 124-11; Cass. soc., 7 janvier 2026, n° 24-12.244.
    Limits: a judge decides; penalties for undeclared work come from memory: a doubt.
    """
    if grounds is None:
        return unknown(grounds=grounds)
    used = tuple(ground for ground in GROUNDS if ground in grounds)
    if not used:
        return DoesNotHold((Step("Aucun des motifs retenus par les juges n’est relevé.", PROCEDURE),))
    months = figures.get("internship", "tribunal_months", on=on)
    steps = [Step(*GROUNDS[ground]) for ground in used]
    if used != ("real_job",):
        says = "La Cour de cassation a cassé un refus de requalifier dans ce cas."
        steps.append(Step(says, RULING))
    delay = counted(months.value, "mois", "mois")
    steps.append(Step(f"Le conseil de prud’hommes statue dans le délai de {delay}.", PROCEDURE))
    informed = "Si l’inspection constate un abus, elle en informe le stagiaire, l’école et le personnel."
    steps.append(Step(informed, CONCEALED_WORK))
    return Holds(used, tuple(steps), (UNDECLARED_WORK,), (months,))


UNDECLARED_WORK = Doubt(
    "A20.undeclared_work",
    "Les sanctions du travail dissimulé pourraient s’ajouter : ce point n’a pas été vérifié.",
    (CONCEALED_WORK,),
)
