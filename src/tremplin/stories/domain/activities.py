"""Activities to start a story from: what to ask, the figures worth looking for, the skills they show."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("activities.toml")
NBSP: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity; `said` is what one says aloud, `professional` what a résumé says of it.

    `kind` is the kind of experience it is in the journal; `context`, `action` and `result` are questions.
    """

    key: str
    family: str
    kind: str
    title: str
    said: str
    professional: str
    context: str
    action: str
    result: str
    figures: tuple[str, ...]
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Activities that go together."""

    key: str
    label: str
    activities: tuple[Activity, ...]


@cache
def activities() -> tuple[Activity, ...]:
    """Return the forty activities, in the order of the file."""
    return tuple(_activity(one) for one in _read()["activity"])


@cache
def families() -> tuple[Family, ...]:
    """Return the families with their activities."""
    return tuple(
        Family(one["key"], one["label"], tuple(each for each in activities() if each.family == one["key"]))
        for one in _read()["family"]
    )


def activity(key: str) -> Activity | None:
    """Return the activity of that key; None without one."""
    return next((one for one in activities() if one.key == key), None)


def _activity(row: dict[str, Any]) -> Activity:
    """Read one; questions get the no-break space French asks before « ? » and « : »."""
    spaced = {name: _spaced(row[name]) for name in ("context", "action", "result")}
    return Activity(**{**row, **spaced, "figures": tuple(row["figures"]), "skills": tuple(row["skills"])})


def _spaced(text: str) -> str:
    return text.replace(" ?", f"{NBSP}?").replace(" :", f"{NBSP}:")


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
