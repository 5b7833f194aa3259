"""Reading what a service sent: anything may be missing, null or of another kind."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite
from typing import Any, Final

WITHHELD: Final = ("[NON-DIFFUSIBLE]", "[ND]")
LONGEST: Final = 300
SIRET: Final = re.compile(r"\d{14}", re.ASCII)
SIREN: Final = re.compile(r"\d{9}", re.ASCII)
_BANDS: Final = {
    (0, 0): "",
    (1, 2): "01",
    (3, 5): "02",
    (6, 9): "03",
    (10, 19): "11",
    (20, 49): "12",
    (50, 99): "21",
    (100, 199): "22",
    (200, 249): "31",
    (250, 499): "32",
    (500, 999): "41",
    (1000, 1999): "42",
    (2000, 4999): "51",
    (5000, 9999): "52",
}


def record(value: Any) -> Mapping[str, Any]:
    """Return a JSON object, empty when it is anything else."""
    return value if isinstance(value, dict) else {}


def records(value: Any) -> Iterator[Mapping[str, Any]]:
    """Go through the objects of a JSON list, leaving out the rest."""
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else iter(())


def text(source: Mapping[str, Any], name: str) -> str:
    """Return a text on one line, cut beyond `LONGEST`; empty when missing, withheld or not a text."""
    value = source.get(name)
    line = " ".join(value.split())[:LONGEST] if isinstance(value, str) else ""
    return "" if line in WITHHELD else line


def first_named(*texts: str) -> str:
    """Return the first text that holds a letter or a digit; empty when none does."""
    return next((one for one in texts if any(sign.isalnum() for sign in one)), "")


def siret(source: Mapping[str, Any], name: str = "siret") -> str:
    """Return fourteen digits; empty for anything else."""
    digits = text(source, name)
    return digits if SIRET.fullmatch(digits) else ""


def web_address(source: Mapping[str, Any], name: str) -> str:
    """Return an address a browser may open; empty for anything else."""
    address = text(source, name)
    return address if address.startswith(("https://", "http://")) else ""


def is_withheld(source: Mapping[str, Any], *names: str) -> bool:
    """Say whether one of these texts is withheld (*diffusion partielle*)."""
    return any(source.get(name) in WITHHELD for name in names)


def degrees(value: Any, *, most: int) -> float | None:
    """Read a coordinate given as text or number; None beyond `most` degrees or unreadable."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        read = float(value)
    except (ValueError, OverflowError):
        return None
    return read if isfinite(read) and abs(read) <= most else None


def point(latitude: Any, longitude: Any) -> tuple[float | None, float | None]:
    """Read a point in degrees: both coordinates, or neither."""
    north, east = degrees(latitude, most=90), degrees(longitude, most=180)
    return (None, None) if north is None or east is None else (north, east)


def geojson_point(geometry: Any) -> tuple[float | None, float | None]:
    """Read the latitude and longitude of a GeoJSON point, which holds them the other way round."""
    coordinates = record(geometry).get("coordinates")
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return None, None
    return point(coordinates[1], coordinates[0])


def day(value: Any) -> date | None:
    """Read « 1992-06-12 », with or without a time; None when it is no date."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def year(value: Any) -> int | None:
    """Read a year given as text or number."""
    read = str(value)
    return int(read) if len(read) == 4 and read.isdecimal() else None


def whole(value: Any) -> int | None:
    """Read a count; None when it is no whole number, or negative."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def band(least: Any, most: Any) -> str:
    """Return the headcount band between two counts; empty when unknown (0 and 0) or no official band."""
    low, high = whole(least), whole(most)
    if low is not None and low >= 10_000:
        return "53"
    return "" if low is None or high is None else _BANDS.get((low, high), "")


def band_in_words(size: str) -> str:
    """Read « 20-49 » as a headcount band; empty when it is not one."""
    bounds = [int(part) for part in re.findall(r"\d+", size)]
    return band(bounds[0], bounds[1] if len(bounds) > 1 else None) if bounds else ""


def has_its_key(digits: str) -> bool:
    """Say whether a SIREN or SIRET bears its check digit; La Poste's establishments do not."""
    if len(digits) == 14 and digits.startswith("356000000"):
        return True
    doubled = [int(one) * (1 + rank % 2) for rank, one in enumerate(reversed(digits))]
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0
