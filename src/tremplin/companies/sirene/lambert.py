"""Lambert-93 to degrees (*RGF93*, EPSG 2154), as a DuckDB macro.

The inverse of the conformal conic projection with two standard parallels on the GRS 80 ellipsoid.
The latitude comes from the conformal latitude by the series of Snyder (Map Projections, 1987, eq. 3-5),
cut after the sixth power of the eccentricity: less than a millimetre away in France.
"""

import math
from typing import Final

FLATTENING: Final = 1 / 298.257222101
SEMI_MAJOR: Final = 6378137.0
E: Final = math.sqrt(2 * FLATTENING - FLATTENING**2)
SOUTH, NORTH, ORIGIN = (math.radians(degrees) for degrees in (44.0, 49.0, 46.5))
CENTRAL: Final = 3.0
FALSE_EASTING, FALSE_NORTHING = 700000.0, 6600000.0
SERIES: Final = (
    E**2 / 2 + 5 * E**4 / 24 + E**6 / 12,
    7 * E**4 / 48 + 29 * E**6 / 240,
    7 * E**6 / 120,
)


def _isometric(latitude: float) -> float:
    sine = E * math.sin(latitude)
    return math.log(math.tan(math.pi / 4 + latitude / 2) * ((1 - sine) / (1 + sine)) ** (E / 2))


def _radius(latitude: float) -> float:
    """Radius of the parallel, in semi-major axes."""
    return math.cos(latitude) / math.sqrt(1 - (E * math.sin(latitude)) ** 2)


N: Final = math.log(_radius(NORTH) / _radius(SOUTH)) / (_isometric(SOUTH) - _isometric(NORTH))
C: Final = SEMI_MAJOR * _radius(SOUTH) / N * math.exp(N * _isometric(SOUTH))
POLE: Final = FALSE_NORTHING + C * math.exp(-N * _isometric(ORIGIN))


def macros() -> str:
    """Return the statements that create `lambert_latitude(x, y)` and `lambert_longitude(x, y)` (degrees)."""
    distance = f"sqrt(pow(x - {FALSE_EASTING}, 2) + pow({POLE!r} - y, 2))"
    conformal = f"(2 * atan(pow({C!r} / {distance}, {1 / N!r})) - pi() / 2)"
    series = " + ".join(
        f"{factor!r} * sin({2 * rank} * {conformal})" for rank, factor in enumerate(SERIES, 1)
    )
    latitude = f"{conformal} + {series}"
    longitude = f"{CENTRAL} + degrees(atan((x - {FALSE_EASTING}) / ({POLE!r} - y))) / {N!r}"
    return (
        f"CREATE OR REPLACE TEMP MACRO lambert_latitude(x, y) AS degrees({latitude});"
        f"CREATE OR REPLACE TEMP MACRO lambert_longitude(x, y) AS {longitude};"
    )
