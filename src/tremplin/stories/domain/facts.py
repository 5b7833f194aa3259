"""Facts kept apart: written once, dated, read again only with the passphrase."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from tremplin.law.words import NBSP, day

VERSION = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened: the day, the words and gestures, who saw it, what was kept."""

    on: date
    says: str
    seen_by: str = ""
    kept: str = ""
    written_on: date | None = None


class Unreadable(ValueError):
    """The bytes opened but are no notes of ours."""


def to_bytes(facts: Iterable[Fact]) -> bytes:
    """Write facts as they are sealed."""
    rows = [{**asdict(one), "on": _iso(one.on), "written_on": _iso(one.written_on)} for one in facts]
    return json.dumps({"version": VERSION, "facts": rows}, ensure_ascii=False).encode()


def from_bytes(content: bytes) -> tuple[Fact, ...]:
    """Read facts that were sealed.

    Args:
        content: what was sealed.

    Returns:
        Facts, the earliest first.

    Raises:
        Unreadable: the content has another shape.
    """
    try:
        told = json.loads(content)
        facts = [_fact(row) for row in told["facts"]]
    except (ValueError, KeyError, TypeError) as problem:
        raise Unreadable from problem
    return tuple(sorted(facts, key=lambda one: one.on))


def as_text(facts: Iterable[Fact]) -> str:
    """Write facts to be read by someone the student chose.

    Args:
        facts: the facts, in order.

    Returns:
        Plain text, one paragraph a fact, each with the day it was written.
    """
    return "\n\n".join(_paragraph(one) for one in facts) + "\n"


def _paragraph(one: Fact) -> str:
    lines = [f"{day(one.on)}{NBSP}: {one.says}"]
    lines += [f"Témoins{NBSP}: {one.seen_by}"] if one.seen_by else []
    lines += [f"Preuves gardées{NBSP}: {one.kept}"] if one.kept else []
    lines += [f"Noté le {day(one.written_on)}."] if one.written_on else []
    return "\n".join(lines)


def _fact(row: dict[str, Any]) -> Fact:
    written = row["written_on"]
    return Fact(
        on=date.fromisoformat(row["on"]),
        says=str(row["says"]),
        seen_by=str(row["seen_by"]),
        kept=str(row["kept"]),
        written_on=date.fromisoformat(written) if written else None,
    )


def _iso(one: date | None) -> str:
    return one.isoformat() if one else ""
