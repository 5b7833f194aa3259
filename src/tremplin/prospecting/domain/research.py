"""Thirty minutes on a company: what to open, what to look for, what to ask oneself."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from tremplin.prospecting.domain.web import page_address

DATA: Final = Path(__file__).with_name("research.toml")


@dataclass(frozen=True, slots=True)
class Source:
    """A public page worth opening; it is a link, nothing is read from it."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ResearchStep:
    """A step of the session.

    Attributes:
        key: its name in the rows.
        kind: nature of a signal noted there.
        look: what to look for.
        ask: the question to ask oneself.
    """

    key: str
    title: str
    minutes: int
    kind: str
    look: str
    ask: str
    sources: tuple[Source, ...]


def research_steps(kind: str, *, name: str, siren: str = "", site: str = "") -> tuple[ResearchStep, ...]:
    """Return the steps of a session for a kind of organization.

    Args:
        kind: kind of organization; an unknown one gets the steps of any.
        name: the organization's.
        siren: nine digits; empty when unknown.
        site: its address; empty when unknown.

    Returns:
        Steps in order, their links built from what is known.
    """
    known = {
        "name": quote(name, safe=""),
        "quoted": quote(f'"{name}"', safe=""),
        "siren": siren,
        "site": page_address(site),
    }
    chosen: Mapping[str, list[str]] = _data()["kinds"].get(kind) or _data()["kinds"]["other"]
    return tuple(
        ResearchStep(key=key, sources=tuple(_source(link, known) for link in links), **_data()["steps"][key])
        for key, links in chosen.items()
    )


def session_minutes() -> int:
    """Return how long a session lasts, in minutes."""
    return sum(step["minutes"] for step in _data()["steps"].values())


def _source(link: str, known: Mapping[str, str]) -> Source:
    told = _data()["links"][link]
    lacks = any(f"{{{name}}}" in told["url"] and not value for name, value in known.items())
    return Source(told["name"], (told["or"] if lacks else told["url"]).format(**known))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
