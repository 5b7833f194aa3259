"""Answers kept a week on this machine: fewer calls, and something to show when a service is down."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
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
        with self._opened() as rows:
            row = rows.execute(
                "SELECT at, content FROM answer WHERE service = ? AND question = ? AND at >= ?",
                (service, _digest(query), (now - KEPT).isoformat()),
            ).fetchone()
        return _read(*row) if row else None

    def company(self, service: str, number: str, *, now: datetime) -> Company | None:
        """Return a company kept in any answer of a service, by its SIRET, else by its SIREN alone."""
        with self._opened() as rows:
            found = rows.execute(
                "SELECT at, content FROM answer WHERE service = ? AND at >= ? ORDER BY at DESC",
                (service, (now - KEPT).isoformat()),
            ).fetchall()
        kept = [one for row in found if (read := _read(*row)) for one in read.answer.companies]
        return next((one for one in kept if number == (one.siret or one.siren)), None)

    def keep(self, service: str, query: Query, answer: Answer, *, now: datetime) -> None:
        """Keep an answer, and drop those past a week."""
        content = json.dumps(asdict(answer), default=date.isoformat)
        with self._opened() as rows:
            rows.execute("DELETE FROM answer WHERE at < ?", ((now - KEPT).isoformat(),))
            rows.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)",
                (service, _digest(query), now.isoformat(), content),
            )

    def forget(self, service: str) -> None:
        """Drop every answer of a service."""
        with self._opened() as rows:
            rows.execute("DELETE FROM answer WHERE service = ?", (service,))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open the file; one that cannot be read is made anew, since its answers can be asked again."""
        try:
            rows = self._connected()
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
