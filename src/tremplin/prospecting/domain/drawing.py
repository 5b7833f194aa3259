"""A light map: points over the outlines of France, drawn for one page, without tiles."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("outlines.json")
WIDTH: Final = 720
HEIGHT: Final = 480
MARGIN: Final = 36
DEGREE_KM: Final = 111.32
LEAST_KM: Final = 30.0
STEPS_KM: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500)
LONGEST_SCALE: Final = 180
FARTHEST_DEGREES: Final = 14.0
LABEL_ROOM: Final = 200
LETTER: Final = 8.0
DOT: Final = 7

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to show: `key` ties a company to its line in the list."""

    key: str
    name: str
    latitude: float
    longitude: float
    is_approximate: bool = False
    is_aimed: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A spot on the drawing, in its units; `is_left` puts its name on its left."""

    key: str
    name: str
    x: int
    y: int
    is_approximate: bool
    is_aimed: bool
    is_left: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the page draws.

    Attributes:
        land: path of the outlines, in the drawing's units.
        reach: centre and radius of the distance asked; None without one.
        scale_km, scale: length of the scale bar, in kilometres and in units.
        out_of_sight: spots too far from the others to be drawn.
    """

    land: str
    marks: tuple[Mark, ...]
    towns: tuple[Mark, ...]
    reach: tuple[int, int, int] | None
    scale_km: int
    scale: int
    out_of_sight: int = 0
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _View:
    """Where the drawing looks: centre in degrees, units per kilometre."""

    latitude: float
    longitude: float
    per_km: float

    def place(self, latitude: float, longitude: float) -> tuple[int, int]:
        east = (longitude - self.longitude) * DEGREE_KM * math.cos(math.radians(self.latitude))
        north = (latitude - self.latitude) * DEGREE_KM
        return round(WIDTH / 2 + east * self.per_km), round(HEIGHT / 2 - north * self.per_km)

    def shows(self, x: int, y: int) -> bool:
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def drawing(
    spots: Sequence[Spot], *, centre: Spot | None = None, km: float | None = None, towns: Sequence[Spot] = ()
) -> Drawing | None:
    """Draw companies over the outlines.

    Args:
        spots: the companies that have a point.
        centre: the place asked; None without one.
        km: radius around it.
        towns: places to name, so that the student finds their bearings.

    Returns:
        The drawing; None when there is nothing to place.
    """
    near = _near(spots, centre)
    if not near and centre is None:
        return None
    view = _view(near, centre, km)
    marks = tuple(_mark(spot, view) for spot in near)
    return Drawing(
        land=_land(view),
        marks=marks,
        towns=_named_apart([_mark(town, view) for town in towns], marks, view),
        reach=(*view.place(centre.latitude, centre.longitude), round(km * view.per_km))
        if centre and km
        else None,
        scale_km=(step := _step(view)),
        scale=round(step * view.per_km),
        out_of_sight=len(spots) - len(near),
    )


def _near(spots: Sequence[Spot], centre: Spot | None) -> list[Spot]:
    """Leave out what an ocean separates from the rest: both would be drawn as dots."""
    if not spots:
        return []
    middle = centre or max(
        spots, key=lambda one: (sum(_are_near(one, other) for other in spots), one.latitude)
    )
    return [one for one in spots if _are_near(one, middle)]


def _are_near(one: Spot, other: Spot) -> bool:
    apart = abs(one.longitude - other.longitude) + abs(one.latitude - other.latitude)
    return apart <= FARTHEST_DEGREES


def _view(spots: Sequence[Spot], centre: Spot | None, km: float | None) -> _View:
    if centre is not None and km:
        return _View(centre.latitude, centre.longitude, (HEIGHT / 2 - MARGIN) / max(km, 1.0))
    shown = [*spots, *([centre] if centre else [])]
    south, north = min(one.latitude for one in shown), max(one.latitude for one in shown)
    west, east = min(one.longitude for one in shown), max(one.longitude for one in shown)
    latitude = (south + north) / 2
    tall = max((north - south) * DEGREE_KM, LEAST_KM)
    wide = max((east - west) * DEGREE_KM * math.cos(math.radians(latitude)), LEAST_KM)
    per_km = min((HEIGHT - 2 * MARGIN) / tall, (WIDTH - 2 * MARGIN) / wide)
    return _View(latitude, (west + east) / 2, per_km)


def _mark(spot: Spot, view: _View) -> Mark:
    x, y = view.place(spot.latitude, spot.longitude)
    return Mark(spot.key, spot.name, x, y, spot.is_approximate, spot.is_aimed, x > WIDTH - LABEL_ROOM)


def _named_apart(towns: Sequence[Mark], marks: Sequence[Mark], view: _View) -> tuple[Mark, ...]:
    """Place the names that write over neither each other nor a company, the first ones first."""
    kept: list[Mark] = []
    for town in towns:
        is_free = all(abs(town.x - other.x) > LABEL_ROOM / 2 or abs(town.y - other.y) > 28 for other in kept)
        if is_free and view.shows(town.x, town.y) and (placed := _beside_marks(town, marks)):
            kept.append(placed)
    return tuple(kept)


def _beside_marks(town: Mark, marks: Sequence[Mark]) -> Mark | None:
    """Write a town's name under its place, else above it; None when companies fill both."""
    half = len(town.name) * LETTER / 2
    x = round(min(max(town.x, half), WIDTH - half))
    for y in (town.y + 20, town.y - 12):
        if not any(abs(mark.x - x) < half + DOT and -DOT - 12 < mark.y - y < DOT for mark in marks):
            return replace(town, x=x, y=y)
    return None


def _land(view: _View) -> str:
    return "".join(path for ring in _outlines() if (path := _path(ring, view)))


def _path(ring: Ring, view: _View) -> str:
    placed = [view.place(latitude, longitude) for longitude, latitude in ring]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > HEIGHT:
        return ""
    told = (point for point, _same in groupby(placed))
    return f"M{' '.join(f'{x} {y}' for x, y in told)}Z"


def _step(view: _View) -> int:
    fitting = [step for step in STEPS_KM if step * view.per_km <= LONGEST_SCALE]
    return fitting[-1] if fitting else STEPS_KM[0]


@cache
def _outlines() -> tuple[Ring, ...]:
    rings = json.loads(DATA.read_text(encoding="utf-8"))["rings"]
    return tuple(tuple((longitude, latitude) for longitude, latitude in ring) for ring in rings)
