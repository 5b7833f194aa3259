"""What a service cannot filter itself is filtered here, and said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Final

from tremplin.companies.activities import has_words
from tremplin.companies.company import Company, Query, dotted

EARTH_KM: Final = 6371.0


def narrowed(companies: Iterable[Company], query: Query, *, on: date) -> tuple[Company, ...]:
    """Keep what fits the question, nearest first when a point is asked.

    Args:
        companies: as the service gave them; several times the same is one.
        query: the question; its words and commune are the service's affair.
        on: the present day, for ages.

    Returns:
        At most `query.limit` companies, with their distance to the point asked.
    """
    distinct = {one.siret or one.siren: _with_distance(one, query) for one in companies}
    kept = [one for one in distinct.values() if _fits(one, query, on)]
    if query.latitude is not None:
        kept.sort(key=lambda one: one.distance_km if one.distance_km is not None else EARTH_KM * 4)
    return tuple(kept[: query.limit])


def kilometres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Return the distance between two points given in degrees, as the crow flies."""
    north, east = radians(to_latitude - latitude), radians(to_longitude - longitude)
    chord = sin(north / 2) ** 2
    chord += cos(radians(latitude)) * cos(radians(to_latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1, chord)))


def _with_distance(one: Company, query: Query) -> Company:
    if query.latitude is None or query.longitude is None or one.latitude is None or one.longitude is None:
        return one
    far = kilometres(query.latitude, query.longitude, one.latitude, one.longitude)
    return replace(one, distance_km=round(far, 1))


def _fits(one: Company, query: Query, on: date) -> bool:
    return (
        _is_near(one, query)
        and (not query.activities or _has_activity(one, query.activities))
        and (not query.headcounts or (one.headcount or "NN") in query.headcounts)
        and _has_age(one, query, on)
        and one.siren not in query.without_sirens
        and not (query.without_activities and _has_activity(one, query.without_activities))
        and not any(has_words(one.name, words) for words in query.without_words if words.strip())
    )


def _is_near(one: Company, query: Query) -> bool:
    """Leave out what is known to be too far; an unknown place may be near."""
    return query.km is None or one.distance_km is None or one.distance_km <= query.km


def _has_activity(one: Company, activities: Iterable[str]) -> bool:
    return any(one.activity.startswith(dotted(asked)) for asked in activities)


def _has_age(one: Company, query: Query, on: date) -> bool:
    if query.youngest is None and query.oldest is None:
        return True
    if one.created_on is None:
        return False
    born = one.created_on
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return (query.youngest or 0) <= age and (query.oldest is None or age <= query.oldest)
