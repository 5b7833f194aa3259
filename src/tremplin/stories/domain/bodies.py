"""Whom to call when an internship turns bad: dated numbers, each with the page where it was read."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("bodies.toml")


@dataclass(frozen=True, slots=True)
class Body:
    """A number and what it is for; `page` is the official address, `read_at` the copy that was read.

    Attributes:
        number: as it is written.
        dial: digits only, for a telephone.
        when: what it is for.
        by_text: it is written to, never called.
        read_on: the day it was read.
    """

    key: str
    name: str
    number: str
    dial: str
    when: str
    source: str
    page: str
    read_at: str
    read_on: date
    by_text: bool = False


@cache
def bodies() -> dict[str, Body]:
    """Return every body whose page was read, by key.

    Returns:
        Bodies in the order of the file; one without a source or a day is left out.
    """
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {
        key: Body(key=key, **row) for key, row in told.items() if row.get("source") and row.get("read_on")
    }


def bodies_named(keys: Iterable[str]) -> tuple[Body, ...]:
    """Return bodies in the order asked, those never read left out."""
    known = bodies()
    return tuple(known[key] for key in keys if key in known)
