"""Answers kept a week on this machine: fewer calls, and something to show when a service is down."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from tremplin.companies.company import Answer, Company, Query

KEPT: Final = timedelta(days=7)
FRESH: Final = timedelta(days=1)
_DAYS: Final = ("created_on", "as_of")
_TABLE: Final = """
    CREATE TABLE IF NOT EXISTS answer (
        service TEXT NOT NULL, question TEXT NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY (service, question)
    )
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, and the instant it came."""

    answer: Answer
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """One small file of answers; a question is known by its digest alone, and no key is ever in it.

    Attributes:
        path: the file; its folder exists.
    """

    path: Path

    def find(self, service: str, query: Query, *, now: datetime) -> Kept | None:
        """Return the answer kept for a question, at most a week old."""
        found = self._found("service = ? AND question = ? AND at >= ?", service, _digest(query), _oldest(now))
        return found[0] if found else None

    def company(self, service: str, number: str, *, now: datetime) -> Company | None:
        """Return a company kept in any answer of a service, by its SIRET, else by its SIREN alone."""
        kept = self._found("service = ? AND at >= ?", service, _oldest(now))
        companies = (one for each in kept for one in each.answer.companies)
        return next((one for one in companies if number == (one.siret or one.siren)), None)

    def keep(self, service: str, query: Query, answer: Answer, *, now: datetime) -> None:
        """Keep an answer, and drop those past a week; a full or busy disk keeps nothing."""
        row = (service, _digest(query), _instant(now), json.dumps(asdict(answer), default=date.isoformat))
        try:
            with self._opened() as rows:
                rows.execute("DELETE FROM answer WHERE at < ?", (_oldest(now),))
                rows.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", row)
        except sqlite3.OperationalError:
            return  # the answer itself is shown all the same

    def forget(self, service: str) -> None:
        """Drop every answer of a service."""
        with self._opened() as rows:
            rows.execute("DELETE FROM answer WHERE service = ?", (service,))

    def _found(self, those: str, *asked: str) -> list[Kept]:
        """Read the answers that fulfil a condition of ours, latest first."""
        statement = f"SELECT at, content FROM answer WHERE {those} ORDER BY at DESC"  # noqa: S608
        try:
            with self._opened() as rows:
                found = rows.execute(statement, asked).fetchall()
        except sqlite3.OperationalError:
            return []  # the question is asked again
        return [one for row in found if (one := _read(*row))]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open the file; one that cannot be read is made anew, since its answers can be asked again."""
        try:
            rows = self._connected()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self.path.unlink(missing_ok=True)
            rows = self._connected()
        with closing(rows), rows:
            yield rows

    def _connected(self) -> sqlite3.Connection:
        self.path.touch(mode=0o600)
        rows = sqlite3.connect(self.path, timeout=10)
        try:
            rows.execute("PRAGMA secure_delete=ON")
            rows.execute(_TABLE)
        except sqlite3.DatabaseError:
            rows.close()
            raise
        return rows


def _instant(at: datetime) -> str:
    """Write an instant so that texts sort as instants do, summer and winter."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _oldest(now: datetime) -> str:
    return _instant(now - KEPT)


def _digest(query: Query) -> str:
    asked = json.dumps(asdict(query), sort_keys=True)
    return blake2b(asked.encode(), digest_size=16).hexdigest()


def _read(at: str, content: str) -> Kept | None:
    """Read what an earlier version may have kept otherwise: None then."""
    with suppress(ValueError, TypeError, KeyError):
        said = json.loads(content)
        companies = tuple(_company(one) for one in said.pop("companies"))
        notes = tuple(said.pop("notes"))
        return Kept(Answer(companies=companies, notes=notes, **said), datetime.fromisoformat(at))
    return None


def _company(said: dict[str, Any]) -> Company:
    days = {name: date.fromisoformat(said[name]) for name in _DAYS if said[name]}
    return Company(**{**said, **days})
