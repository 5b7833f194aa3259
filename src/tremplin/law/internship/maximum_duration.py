"""Is the internship too long in one host for one teaching year?"""

from collections.abc import Sequence
from itertools import pairwise

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.placement import Placement, YearCount, yearly_counts
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, NeedsFacts, Outcome, Step
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import Source, education_code
from tremplin.law.words import hours

SIX_MONTHS = education_code("L. 124-5")
COUNTED_IN_HOURS = education_code("D. 124-6")
ACROSS_SCHOOLS = Source("Cass. soc., 7 janvier 2026, n° 24-12.244")


def maximum_duration(
    *,
    placements: Sequence[Placement],
    year_starts: tuple[int, int] | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[tuple[YearCount, ...]]:
    """Tell whether presence stays within six months (*durée maximale de six mois*).

    For one intern in one host organization, all internships of one teaching year
    (*année d'enseignement*) together may not exceed six months of presence, whatever the
    number of agreements and of schools. Exactly six months is lawful.

    Args:
        placements: every internship of the intern, past and planned, in any host.
        year_starts: month and day the school's year starts; None for 1 September, with a
            doubt when another calendar would change the answer.
        figures: published figures.

    Returns:
        Hours by host and teaching year, when all are within the maximum.

    Raises:
        NoValueInForce: a placement is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-5, D. 124-6; Cass. soc., 7 janvier 2026,
        n° 24-12.244.
    Limits: ignores the exemptions of some curricula, ended in 2016; one internship longer
        than the maximum is refused even when it overlaps two teaching years, with a doubt.
    """
    if not placements:
        return NeedsFacts(("placements",))
    last = max(placement.ends_on for placement in placements)
    maximum = figures.get("internship", "maximum_hours", on=last)
    counts = yearly_counts(placements=placements, year_starts=year_starts, figures=figures)
    over = [count for count in counts if count.hours > maximum.value]
    alone = [placement for placement in placements if _is_alone(placement, counts, maximum)]
    doubts = (
        *_one_alone(alone),
        *_shared(counts),
        *_calendar(counts, maximum, year_starts),
        *figure_doubts(maximum),
    )
    if not over and not alone:
        steps = tuple(Step(_within(count, maximum), COUNTED_IN_HOURS) for count in counts)
        return Holds(counts, steps, doubts, (maximum,))
    says = [*(_above(count, maximum) for count in over), *(_alone(each, maximum) for each in alone)]
    steps = tuple(Step(each, SIX_MONTHS) for each in says)
    if any(_has_two_schools(count, placements) for count in over):
        same = "Changer d’école ne remet pas le compte à zéro : tout s’ajoute dans le même organisme."
        steps += (Step(same, ACROSS_SCHOOLS),)
    return DoesNotHold(steps, doubts, (maximum,))


def _touches(placement: Placement, count: YearCount) -> bool:
    """Tell whether some hours of an internship are in a count."""
    return (
        count.host == placement.host
        and count.year.starts_on <= placement.ends_on
        and placement.starts_on <= count.year.ends_on
    )


def _has_two_schools(count: YearCount, placements: Sequence[Placement]) -> bool:
    return len({placement.school for placement in placements if _touches(placement, count)}) > 1


def _within(count: YearCount, maximum: Figure) -> str:
    limit = f"{hours(maximum.value)}, soit six mois"
    return f"{hours(count.hours)} sur l’année {count.year} ne dépassent pas {limit}."


def _above(count: YearCount, maximum: Figure) -> str:
    return f"{hours(count.hours)} sur l’année {count.year} dépassent {hours(maximum.value)}, soit six mois."


def _is_alone(placement: Placement, counts: tuple[YearCount, ...], maximum: Figure) -> bool:
    """Tell whether one internship exceeds the maximum though no teaching year it touches does."""
    touched = (count.hours for count in counts if _touches(placement, count))
    return placement.hours > maximum.value and all(present <= maximum.value for present in touched)


def _one_alone(alone: Sequence[Placement]) -> tuple[Doubt, ...]:
    """Doubt the refusal of an internship that no teaching year alone makes too long."""
    if not alone:
        return ()
    says = (
        "L’article L. 124-5 compte six mois par année d’enseignement. Ce stage les dépasse en une fois, mais "
        "dans aucune des deux années qu’il touche. Il est donné ici comme trop long, par prudence : aucun "
        "juge ne l’a dit. Demandez l’avis de votre école."
    )
    return (Doubt("A7.one_across_years", says, (SIX_MONTHS, COUNTED_IN_HOURS)),)


def _alone(placement: Placement, maximum: Figure) -> str:
    return f"{hours(placement.hours)} pour un seul stage dépassent {hours(maximum.value)}, soit six mois."


def _shared(counts: tuple[YearCount, ...]) -> tuple[Doubt, ...]:
    if not any(count.shared for count in counts):
        return ()
    says = (
        "Un stage est à cheval sur deux années d’enseignement : ses heures sont réparties selon les jours du "
        "calendrier. Indiquez-les mois par mois pour un compte exact."
    )
    return (Doubt("A7.two_years", says, (SIX_MONTHS,)),)


def _calendar(
    counts: tuple[YearCount, ...], maximum: Figure, year_starts: tuple[int, int] | None
) -> tuple[Doubt, ...]:
    """Doubt the default calendar when consecutive years of one host would together exceed the maximum."""
    if year_starts is not None:
        return ()
    pairs = pairwise(counts)
    depends = any(
        first.host == second.host and first.hours + second.hours > maximum.value for first, second in pairs
    )
    if not depends:
        return ()
    says = (
        "Aucun texte ne fixe le calendrier de l’année d’enseignement. Le compte va du 1er septembre "
        "au 31 août : vérifiez les dates de votre établissement."
    )
    return (Doubt("A7.teaching_year", says, (SIX_MONTHS,)),)
