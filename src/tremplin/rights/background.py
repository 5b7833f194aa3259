"""Reading in a thread beside the web server, which itself only waits for a process apart."""

import threading
from dataclasses import replace
from datetime import timedelta
from time import monotonic

from django.db import connection
from django.utils import timezone

from tremplin.rights.agreement.pages import UnreadableFile, WrongKind
from tremplin.rights.agreement.reading import read_in_child
from tremplin.rights.agreement.reading.limits import LIMITS
from tremplin.rights.kept_files import cupboard
from tremplin.rights.models import State, Version
from tremplin.rights.operations import (
    begin_reading,
    carry_over,
    keep_reading,
    note_progress,
    refuse_reading,
    throw_away,
)
from tremplin.rights.queries import audit_of, has_pages, silent_facts, version_before

BEAT_SECONDS = 2.0
LOST_AFTER = timedelta(seconds=12)
PATIENT = replace(LIMITS, seconds=4 * LIMITS.seconds, seconds_per_page=4 * LIMITS.seconds_per_page)
"""Bounds of a second reading, asked for because pages took too long."""
_threads: dict[int, threading.Thread] = {}
_lock = threading.Lock()


def start(version: Version) -> None:
    """Read a version in a thread, unless this process already does or all of it was read."""
    with _lock:
        if (running := _threads.get(version.pk)) and running.is_alive():
            return
        if not begin_reading(version, at=timezone.now()):
            return
        thread = threading.Thread(target=_read_then_close, args=(version,), daemon=True)
        _threads[version.pk] = thread
        thread.start()


def wait(version: Version, *, seconds: float) -> None:
    """Wait a little for a reading: most agreements are read before a page would be drawn."""
    thread = _threads.get(version.pk)
    if thread is not None:
        thread.join(seconds)


def is_lost(version: Version) -> bool:
    """Say whether a reading stopped without a word: the program was closed meanwhile."""
    if version.state != State.READING:
        return False
    return version.alive_at is None or timezone.now() - version.alive_at > LOST_AFTER


def read_now(version: Version) -> None:
    """Read a version and keep the result, or the sentence that says why not; its audit is then at hand."""
    began, beat = monotonic(), _Beat(version.pk)
    path, limits = cupboard().path_of(version.digest), PATIENT if has_pages(version) else LIMITS
    try:
        document = read_in_child(
            path, name=version.name, progress=beat.page, stop=beat.is_unwanted, limits=limits
        )
    except UnreadableFile as refused:
        refuse = throw_away if isinstance(refused, WrongKind) else refuse_reading
        if not beat.unwanted:
            refuse(version.pk, str(refused))
    else:
        keep_reading(version.pk, document, at=timezone.now(), seconds=monotonic() - began)
        version.refresh_from_db()
        _carry_own_facts(version)
        audit_of(version, on=timezone.localdate())


def _carry_own_facts(version: Version) -> None:
    """Keep what the student told us of the older version and no text states."""
    before, today = version_before(version), timezone.localdate()
    if before is not None:
        names = silent_facts(before, on=today) & silent_facts(version, on=today)
        carry_over(before, version, names=names, at=timezone.now())


class _Beat:
    """Writes progress to the row, and the time once in a while, so that a dead reader shows."""

    def __init__(self, version_id: int) -> None:
        self.version_id = version_id
        self.unwanted = False
        self.last = monotonic()

    def page(self, page: int, pages: int) -> None:
        self.last = monotonic()
        self.unwanted = not note_progress(self.version_id, at=timezone.now(), page=page, pages=pages)

    def is_unwanted(self) -> bool:
        if monotonic() - self.last > BEAT_SECONDS:
            self.last = monotonic()
            self.unwanted = not note_progress(self.version_id, at=timezone.now())
        return self.unwanted


def _read_then_close(version: Version) -> None:
    try:
        read_now(version)
    finally:
        connection.close()
        with _lock:
            _threads.pop(version.pk, None)
