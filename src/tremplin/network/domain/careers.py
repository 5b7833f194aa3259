"""What someone did where and when, in one line a job that files carry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

APART: Final = " ::: "
INSIDE: Final = " ¦ "  # no table takes it for a separator
BAR, BROKEN_BAR = "|", "¦"


@dataclass(frozen=True, slots=True)
class Job:
    """A function in an organization; no `until` means that it lasts."""

    organization: str
    title: str = ""
    since: date | None = None
    until: date | None = None


def jobs_in_words(jobs: Iterable[Job]) -> list[str]:
    """Return a line a job: « Développeuse ¦ Ateliers Vermeil ¦ 2021-09-01 ¦ 2023-06-30 ».

    Args:
        jobs: in the order to keep.

    Returns:
        Four pieces each, the empty ones kept; a broken bar inside a title is written whole.
    """
    return [INSIDE.join(map(_piece, (one.title, one.organization, one.since, one.until))) for one in jobs]


def read_jobs(text: str) -> tuple[Job, ...]:
    """Return the jobs of a text that `jobs_in_words` wrote, however the lines are joined.

    Args:
        text: lines apart by « ::: »; one without an organization is passed over.
    """
    return tuple(job for line in text.split(APART.strip()) if (job := _job(line)) is not None)


def _job(line: str) -> Job | None:
    pieces = [piece.strip() for piece in line.split(BROKEN_BAR)]
    title, organization, since, until = (*pieces, "", "", "", "")[:4]
    return Job(organization, title, _day(since), _day(until)) if organization else None


def _piece(value: str | date | None) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return (value or "").replace(BROKEN_BAR, BAR).replace(APART.strip(), ":")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
