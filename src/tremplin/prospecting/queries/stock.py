"""The official register of companies, as imported on this machine."""

import math
from datetime import date
from pathlib import Path

from django.conf import settings

from tremplin.companies.company import Answer, Company, Query
from tremplin.companies.sirene import index
from tremplin.companies.sirene.places import commune_name, places
from tremplin.companies.sirene.refusals import Refused
from tremplin.companies.sirene.report import ImportReport
from tremplin.companies.sirene.searching import by_siret, search
from tremplin.prospecting.domain.drawing import DEGREE_KM, Spot

MOST_NAMED = 10
MOST_TOWNS = 24


def folder() -> Path:
    """Return where the index lives."""
    home: Path = settings.HOME.sirene
    return home


def is_ready() -> bool:
    """Say whether the register was imported."""
    return index.is_imported(folder())


def import_report() -> ImportReport | None:
    """Return what the import in use kept and refused; None before one."""
    return index.imported(folder())


def companies(query: Query, *, on: date) -> Answer:
    """Return the companies of the register that match a question.

    Args:
        query: the question.
        on: the day ages are counted from.

    Returns:
        What matches; without a register, or with a question nobody understands, a note says what to do.
    """
    try:
        return search(query, folder=folder(), on=on)
    except Refused as refused:
        return Answer(notes=(str(refused),))


def named(words: str, *, on: date) -> Answer:
    """Return the companies whose name begins with these words.

    Args:
        words: a name, a SIREN or a SIRET.
        on: the day.

    Returns:
        The nearest names first; nothing while no register was imported.
    """
    if not is_ready() or not words:
        return Answer()
    return companies(Query(words=words, limit=MOST_NAMED), on=on)


def company_of(number: str, *, on: date) -> Company | None:
    """Return the company of a SIRET, or the head office of a SIREN.

    Args:
        number: fourteen or nine digits.
        on: the day.

    Returns:
        The company; None when the register does not hold it or proposes it to nobody.
    """
    if not is_ready() or not (number.isascii() and number.isdecimal()):
        return None
    try:
        return by_siret(number, folder=folder(), on=on)
    except Refused:
        return None


def place_named(words: str) -> Spot | None:
    """Return the commune a search starts from.

    Args:
        words: a name, an INSEE code or a postcode.

    Returns:
        The commune with its point; None when the register does not know it or gives it no point.
    """
    if not words or not is_ready():
        return None
    found = next(iter(places(words, folder=folder(), limit=1)), None)
    if found is None or found.latitude is None or found.longitude is None:
        return None
    return Spot(found.code, found.name, found.latitude, found.longitude)


def towns_near(latitude: float, longitude: float, *, km: float) -> tuple[Spot, ...]:
    """Return the communes with the most companies around a point, to name them on a map.

    Args:
        latitude: of the point, in degrees.
        longitude: of the point, in degrees.
        km: half the width of what is shown.

    Returns:
        The biggest first.
    """
    if not is_ready():
        return ()
    high = km / DEGREE_KM
    wide = high / max(math.cos(math.radians(latitude)), 0.1)
    rows = index.reader(folder()).execute(
        "SELECT code, name, latitude, longitude FROM places "
        "WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? ORDER BY units DESC LIMIT ?",
        [latitude - high, latitude + high, longitude - wide, longitude + wide, MOST_TOWNS],
    )
    return tuple(Spot(code, commune_name(name), north, east) for code, name, north, east in rows.fetchall())
