"""What must an internship agreement state?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, education_code

CONTENTS = education_code("D. 124-4")
LEAVE = education_code("L. 124-13")
ABROAD = education_code("L. 124-20")
GAP_YEAR = education_code("D. 611-16")
GAP_YEAR_TEACHING = education_code("D. 611-13")
REVALUATION = Source("Service-public.fr, fiche F32131")


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing the agreement states (*mention obligatoire*).

    Attributes:
        id: number in the article, with a letter when one number asks for two things.
        label: what must be read, in French, without capital nor full stop.
        because: the article.
    """

    id: str
    label: str
    because: Source = CONTENTS


MENTIONS: tuple[Mention, ...] = (
    Mention("1a", "l’intitulé complet de la formation"),
    Mention("1b", "le nombre d’heures de la formation par année ou semestre d’enseignement"),
    Mention("2a", "le nom de l’enseignant référent"),
    Mention("2b", "le nom du tuteur dans l’organisme d’accueil"),
    Mention("3", "les compétences à acquérir ou à développer"),
    Mention("4", "les activités confiées, selon les objectifs de la formation et ces compétences"),
    Mention("5a", "les dates de début et de fin"),
    Mention("5b", "la durée totale prévue, en présence effective"),
    Mention("6", "la présence par semaine, et la nuit, le dimanche ou un jour férié s’il y a lieu"),
    Mention("7", "l’encadrement et le suivi par le référent et le tuteur"),
    Mention("8a", "le montant de la gratification"),
    Mention("8b", "les modalités de versement de la gratification"),
    Mention("9a", "la protection sociale, accidents du travail compris"),
    Mention("9b", "l’assurance de responsabilité civile s’il y a une obligation"),
    Mention("10", "les cas où le stagiaire peut s’absenter"),
    Mention("11", "la suspension et la résiliation de la convention"),
    Mention("12", "la validation du stage en cas d’interruption"),
    Mention("13", "les avantages : restaurant ou titres, transport, activités sociales et culturelles"),
    Mention("14", "les clauses applicables du règlement intérieur, s’il existe"),
    Mention("15", "les conditions de délivrance de l’attestation de stage"),
)
"""The fifteen items of article D. 124-4, those with two parts being split."""

LEAVE_MENTION = Mention("leave", "la possibilité de congés et d’autorisations d’absence", LEAVE)
ABROAD_MENTION = Mention("abroad", "une fiche sur les droits et devoirs des stagiaires dans le pays", ABROAD)
INDEXATION_MENTION = Mention(
    "indexation", "la revalorisation de la gratification au changement de plafond", REVALUATION
)
GAP_YEAR_MENTION = Mention("gap_year", "le volet pédagogique de la césure", GAP_YEAR_TEACHING)


def required_mentions(
    *,
    hours_present: Decimal | None,
    starts_on: date | None,
    ends_on: date | None,
    internal_rules: bool | None = True,
    gap_year: bool = False,
    abroad: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[tuple[Mention, ...]]:
    """Return what this agreement must state (*mentions obligatoires*).

    Args:
        hours_present: presence planned; None if unknown.
        starts_on: first day; None if unknown.
        ends_on: last day, included; None if unknown.
        internal_rules: the host has internal rules; None if unknown, answered as if it
            had.
        gap_year: internship of a gap year (*césure*): the curriculum is not stated.
        abroad: the internship takes place abroad.
        figures: published figures.

    Returns:
        Mentions in the order of the article, conditional ones last.

    Raises:
        NoValueInForce: the internship is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-4, L. 124-13, L. 124-20, D. 611-13, D. 611-16.
    Limits: the clause that follows the ceiling is advice of the administration, not an
        item of the decree.
    """
    if hours_present is None or starts_on is None or ends_on is None:
        return unknown(hours_present=hours_present, starts_on=starts_on, ends_on=ends_on)
    waived = {"1a", "1b"} if gap_year else set()
    if internal_rules is False:
        waived.add("14")
    kept = [mention for mention in MENTIONS if mention.id not in waived]
    threshold = figures.get("internship", "gratification_threshold", on=ends_on)
    extras = {
        LEAVE_MENTION: hours_present > threshold.value,
        ABROAD_MENTION: abroad,
        INDEXATION_MENTION: hours_present > threshold.value and starts_on.year != ends_on.year,
        GAP_YEAR_MENTION: gap_year,
    }
    required = (*kept, *(mention for mention, applies in extras.items() if applies))
    steps = [Step("Une convention de stage comporte quinze mentions.", CONTENTS)]
    if gap_year:
        steps.append(
            Step("En césure, l’intitulé et les heures de la formation ne sont pas exigés.", GAP_YEAR)
        )
    return Holds(required, tuple(steps), (), (threshold,))


def missing_mentions(
    *, stated: Collection[str] | None, required: Collection[Mention]
) -> Outcome[tuple[Mention, ...]]:
    """Tell whether the agreement states all it must (*mentions manquantes*).

    Args:
        stated: ids of the mentions read in the agreement; None if it was not read.
        required: those it must state, from `required_mentions`.

    Returns:
        The mentions required, when all are stated; one step for each missing.

    Sources: Code de l'éducation, art. D. 124-4.
    Limits: reads no text: it is told what was found.
    """
    if stated is None:
        return unknown(stated=stated)
    missing = [mention for mention in required if mention.id not in stated]
    if missing:
        return DoesNotHold(tuple(Step(f"Il manque {mention.label}.", mention.because) for mention in missing))
    return Holds(tuple(required), (Step("Toutes les mentions sont là.", CONTENTS),))
