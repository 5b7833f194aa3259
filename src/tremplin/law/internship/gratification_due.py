"""Is a gratification owed at all, and on which hours?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.placement import Placement, YearCount, yearly_counts
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, NeedsFacts, Outcome, Step
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import education_code, rural_code
from tremplin.law.words import counted, hours

OWED_WHEN = education_code("L. 124-6", "LEGIARTI000029234400")
COUNTED_IN_HOURS = education_code("D. 124-6")
RURAL_THRESHOLD = rural_code("D. 813-55-1")


@dataclass(frozen=True, slots=True)
class GratificationDue:
    """Hours a gratification is owed on, and the placements they belong to."""

    hours: Decimal
    placements: tuple[Placement, ...]


def gratification_threshold(
    *, placements: Sequence[Placement], rural_family_school: bool = False, figures: Figures = OFFICIAL
) -> Figure:
    """Return the presence a gratification starts above (*seuil de gratification*).

    Args:
        placements: at least one; the last day decides which figure applies.
        rural_family_school: the placement belongs to an upper-secondary course given by a
            *maison familiale rurale* or another school of article L. 813-9.
        figures: published figures.

    Returns:
        The figure, in hours: owed strictly above.

    Raises:
        NoValueInForce: the placements are earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-6; Code rural et de la pêche
        maritime, art. D. 813-55-1.
    Limits: does not check that the school is one of article L. 813-9.
    """
    name = "gratification_threshold_rural" if rural_family_school else "gratification_threshold"
    return figures.get("internship", name, on=max(placement.ends_on for placement in placements))


def gratification_due(
    *,
    placements: Sequence[Placement],
    rural_family_school: bool | None = False,
    year_starts: tuple[int, int] | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[GratificationDue]:
    """Tell on which hours a gratification is owed (*gratification obligatoire*).

    It is owed when presence in one host organization is strictly more than two months,
    in one go, or added up inside one school or university year. Past that, it is owed
    from the first hour.

    Args:
        placements: every internship of the intern, past and planned; planned hours count,
            amendments included.
        rural_family_school: upper-secondary course of a *maison familiale rurale* or
            another school of article L. 813-9; None if unknown.
        year_starts: month and day the school year starts; None for 1 September.
        figures: published figures.

    Returns:
        The hours owed, and the placements they belong to.

    Raises:
        NoValueInForce: a placement is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-6; Code rural et de la pêche
        maritime, art. D. 813-55-1.
    Limits: knows no branch agreement that pays below the threshold; hours of a placement
        that overlaps two years are shared by days unless known by month.
    """
    if not placements:
        return NeedsFacts(("placements",))
    if rural_family_school is None:
        return _whatever_the_school(placements, year_starts, figures)
    threshold = gratification_threshold(
        placements=placements, rural_family_school=rural_family_school, figures=figures
    )
    because = RURAL_THRESHOLD if rural_family_school else COUNTED_IN_HOURS
    counts = yearly_counts(placements=placements, year_starts=year_starts, figures=figures)
    over = [count for count in counts if count.hours > threshold.value]
    owed = tuple(placement for placement in placements if _is_owed(placement, over, threshold))
    rural = (RURAL_SCOPE,) if rural_family_school else ()
    in_a_row = _in_a_row(placements, owed, threshold)
    doubts = rural + in_a_row + _shared_hours(counts) + figure_doubts(threshold)
    if not owed:
        steps = tuple(Step(says, because) for says in _below(placements, counts, threshold))
        return DoesNotHold(steps, doubts, (threshold,))
    total = sum((placement.hours for placement in owed), Decimal(0))
    steps = (
        *(Step(says, because) for says in _above(owed, threshold)),
        Step("La gratification est due dès la première heure, pas seulement au-delà du seuil.", OWED_WHEN),
    )
    return Holds(GratificationDue(total, owed), steps, doubts, (threshold,))


RURAL_SCOPE = Doubt(
    "A8.rural_scope",
    "Service-public.fr étend le seuil de trois mois à tout l’enseignement agricole du second degré. Le "
    "décret "
    "le réserve aux établissements à rythme approprié de l’article L. 813-9, comme les maisons familiales.",
    (RURAL_THRESHOLD, rural_code("L. 813-9")),
)


def _is_owed(placement: Placement, over: list[YearCount], threshold: Figure) -> bool:
    if placement.hours > threshold.value:
        return True
    return any(
        count.host == placement.host
        and count.year.starts_on <= placement.ends_on
        and placement.starts_on <= count.year.ends_on
        for count in over
    )


def _in_a_row(
    placements: Sequence[Placement], owed: Sequence[Placement], threshold: Figure
) -> tuple[Doubt, ...]:
    """Doubt that back-to-back agreements in one host are several durations rather than one."""
    says = []
    for run in _runs(placements):
        total = sum((placement.hours for placement in run), Decimal(0))
        if total > threshold.value and any(placement not in owed for placement in run):
            says.append(
                f"{counted(len(run), 'stage')} se suivent sans jour d’arrêt dans le même organisme : "
                f"{hours(total)} en tout, plus que {hours(threshold.value)}. "
            )
    because = (OWED_WHEN, COUNTED_IN_HOURS)
    return tuple(Doubt("A8.in_a_row", each + ONE_OR_SEVERAL, because) for each in says)


ONE_OR_SEVERAL = (
    "La loi vise deux mois consécutifs, ou cumulés dans une même année d’enseignement. Si ces stages forment "
    "une seule durée consécutive, la gratification est due sur toutes leurs heures. Aucun texte ne tranche."
)


def _runs(placements: Sequence[Placement]) -> list[list[Placement]]:
    """Return the placements of one host that follow one another without a working day between."""
    runs: list[list[Placement]] = []
    for placement in sorted(placements, key=lambda each: (each.host, each.starts_on)):
        before = runs[-1] if runs else []
        if before and before[-1].host == placement.host and _follows(before, placement):
            before.append(placement)
        else:
            runs.append([placement])
    return runs


def _follows(before: Sequence[Placement], placement: Placement) -> bool:
    last = max(each.ends_on for each in before)
    between = (placement.starts_on - last).days
    return all((last + timedelta(days=after)).isoweekday() > FRIDAY for after in range(1, between))


FRIDAY = 5


def _above(owed: tuple[Placement, ...], threshold: Figure) -> list[str]:
    """Say for each host which hours exceed the threshold."""
    hosts = dict.fromkeys(placement.host for placement in owed)
    by_host = {host: [placement for placement in owed if placement.host == host] for host in hosts}
    return [
        _above_in(inside, f" chez {host}" if len(hosts) > 1 and host else "", threshold)
        for host, inside in by_host.items()
    ]


def _above_in(owed: Sequence[Placement], whose: str, threshold: Figure) -> str:
    total = sum((placement.hours for placement in owed), Decimal(0))
    several = f" en {counted(len(owed), 'stage')}{whose or ' dans le même organisme'}"
    where = several if len(owed) > 1 else whose
    return f"{hours(total)} de présence{where} dépassent {hours(threshold.value)}."


def _below(placements: Sequence[Placement], counts: tuple[YearCount, ...], threshold: Figure) -> list[str]:
    if len(placements) == 1:
        total = placements[0].hours
        return [f"{hours(total)} de présence ne dépassent pas {hours(threshold.value)}."]
    return [
        f"{hours(count.hours)} de présence sur l’année {count.year} ne dépassent pas "
        f"{hours(threshold.value)}."
        for count in counts
    ]


def _shared_hours(counts: tuple[YearCount, ...]) -> tuple[Doubt, ...]:
    if len(counts) < 2 or not any(count.shared for count in counts):
        return ()
    says = (
        "Un stage est à cheval sur deux années d’enseignement : ses heures y sont réparties selon les jours "
        "du calendrier. Indiquez-les mois par mois pour un compte exact."
    )
    return (Doubt("A8.two_years", says, (OWED_WHEN,)),)


def _whatever_the_school(
    placements: Sequence[Placement], year_starts: tuple[int, int] | None, figures: Figures
) -> Outcome[GratificationDue]:
    general, rural = (
        gratification_due(
            placements=placements, rural_family_school=answer, year_starts=year_starts, figures=figures
        )
        for answer in (False, True)
    )
    if not isinstance(general, Holds) or (isinstance(rural, Holds) and rural.value == general.value):
        return general
    says = (
        "La réponse dépend de l’école : le seuil est plus haut pour les élèves du second degré d’une maison "
        "familiale rurale ou d’un établissement à rythme approprié."
    )
    return NeedsFacts(("rural_family_school",), (Step(says, RURAL_THRESHOLD),), general.doubts)
