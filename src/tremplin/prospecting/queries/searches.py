"""What the student already did with the companies a search finds."""

from dataclasses import dataclass

from django.db.models import QuerySet

from tremplin.companies.activities import activity_label
from tremplin.companies.company import Answer, Company, headcount_label
from tremplin.network.domain import folded
from tremplin.prospecting.domain.drawing import Drawing, Spot, drawing
from tremplin.prospecting.models import LeftOut
from tremplin.prospecting.queries.targets import targets


@dataclass(frozen=True, slots=True)
class Found:
    """A company as the list shows it; `target` is its key once it is a target."""

    company: Company
    activity: str
    headcount: str
    target: int | None

    @property
    def km(self) -> str:
        """Distance in kilometres, one decimal under ten; empty when no place was asked."""
        far = self.company.distance_km
        if far is None:
            return ""
        return f"{far:.1f}".replace(".", ",") if far < 10 else str(round(far))


def left_out() -> QuerySet[LeftOut]:
    """Return the companies set aside in searches.

    Returns:
        The latest first.
    """
    return LeftOut.objects.all()


def left_out_sirens() -> tuple[str, ...]:
    """Return the numbers of the companies set aside.

    Returns:
        SIREN numbers.
    """
    return tuple(left_out().values_list("siren", flat=True))


def as_found(answer: Answer) -> tuple[Found, ...]:
    """Return the companies of an answer, those already aimed at told apart.

    Args:
        answer: what a source answered.

    Returns:
        Companies in the order of the answer.
    """
    by_siren, by_name = _aimed()
    return tuple(
        Found(
            company=one,
            activity=activity_label(one.activity, nomenclature=one.nomenclature) or one.activity,
            headcount=headcount_label(one.headcount),
            target=by_siren.get(one.siren) or by_name.get(folded(one.name)),
        )
        for one in answer.companies
    )


def map_of(
    found: tuple[Found, ...], *, centre: Spot | None, km: float | None, towns: tuple[Spot, ...]
) -> Drawing | None:
    """Return the map of the companies that have a point.

    Args:
        found: the companies shown in the list.
        centre: the place asked; None without one.
        km: radius around it.
        towns: places to name on the map.

    Returns:
        The drawing; None when no company has a point and no place was asked.
    """
    spots = [
        Spot(
            key=one.company.siret,
            name=one.company.name,
            latitude=one.company.latitude,
            longitude=one.company.longitude,
            is_approximate=one.company.is_approximate,
            is_aimed=one.target is not None,
        )
        for one in found
        if one.company.latitude is not None and one.company.longitude is not None
    ]
    return drawing(spots, centre=centre, km=km, towns=towns)


def _aimed() -> tuple[dict[str, int], dict[str, int]]:
    rows = targets().select_related("organization", "establishment")
    by_siren: dict[str, int] = {}
    for row in rows:
        place = getattr(row, "establishment", None)
        siren = (place.siren if place else "") or row.organization.siren
        if siren:
            by_siren[siren] = row.pk
    return by_siren, {row.organization.folded_name: row.pk for row in rows}
