"""Where the living data and their backups lie."""

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection


@dataclass(frozen=True)
class Place:
    """The student's data on this machine.

    `incoming` receives what is being written, so that nothing lies elsewhere even after a power cut;
    `backups` keeps dated backups.
    """

    database: Path
    files: Path
    incoming: Path
    backups: Path

    @classmethod
    def here(cls) -> "Place":
        """Return the data Django works on."""
        home = settings.HOME
        database = Path(connection.settings_dict["NAME"])
        return cls(database, Path(settings.MEDIA_ROOT), home.incoming, home.backups)

    @property
    def lock(self) -> Path:
        """Held by whoever copies, replaces or erases the data."""
        return self.database.with_name("start.lock")

    def changed_at(self) -> float:
        """Return when data were last written, in seconds since the epoch."""
        log = self.database.with_name(f"{self.database.name}-wal")
        seen = [path for path in (self.database, log) if path.exists() and path.stat().st_size]
        folders = (Path(folder) for folder, _, _ in os.walk(self.files))
        return max((path.stat().st_mtime for path in (*seen, *folders)), default=0.0)
