"""Many agreements at once: as many processes as cores, each surviving the file that kills it."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from tremplin.rights.agreement.pages import UnreadableFile
from tremplin.rights.agreement.reading.child import Child, Progress, ask_to_read
from tremplin.rights.agreement.reading.limits import LIMITS, Limits

SUFFIXES = frozenset({".pdf", ".docx", ".odt", ".txt", ".text", ".md", ".png", ".jpg", ".jpeg"})
"""What is looked for in a folder; a file named alone is read whatever its name."""

_MODULE = "tremplin.rights.auditing"
_EMPTY: dict[str, Any] = {"facts": {}, "findings": [], "details": [], "unreadable_pages": []}


def files_in(paths: Sequence[str]) -> list[str]:
    """Return the files that paths, folders and patterns name, in order, each once.

    Args:
        paths: as typed; a folder stands for the readable files under it, sorted; a pattern
            such as *.pdf is expanded when no file bears that name.

    Returns:
        Paths as the user would write them. A path that does not exist is kept: its absence
        is told like any other failure.
    """
    found: dict[str, None] = {}
    for given in paths:
        for path in _expanded(given):
            found.setdefault(str(path))
    return list(found)


def _expanded(given: str) -> Iterator[Path]:
    path = Path(given)
    if path.is_dir():
        yield from sorted(
            inner
            for inner in path.rglob("*")
            if inner.suffix.lower() in SUFFIXES and not inner.name.startswith((".", "~$")) and inner.is_file()
        )
    elif not path.exists() and any(sign in given for sign in "*?["):
        root = Path(path.anchor) if path.is_absolute() else Path()
        pattern = str(path.relative_to(root)) if path.is_absolute() else given
        for match in sorted(root.glob(pattern)):
            yield from _expanded(str(match)) if match.is_dir() else (match,)
    else:
        yield path


def audit_files(
    files: Sequence[str], *, on: date, progress: Progress | None = None, limits: Limits = LIMITS
) -> Iterator[dict[str, Any]]:
    """Yield what `tremplin rights audit --json` prints for each file, in the order given.

    Args:
        files: paths; each is only read.
        on: the day of the audit.
        progress: called with the page just read and the number of pages, when there is only
            one file.
        limits: what may be asked of the reader of each file.

    Yields:
        The audit as plain values with "file", or with "error", a French sentence.
    """
    crew = max(1, min(len(files), os.cpu_count() or 1))
    if crew > 1:
        limits = replace(limits, recognisers=1)
    children = [Child(module=_MODULE, limits=limits) for _ in range(crew)]
    free: SimpleQueue[Child] = SimpleQueue()
    for child in children:
        free.put(child)

    def one(file: str) -> dict[str, Any]:
        child = free.get()
        try:
            return _audited(child, file, on, progress if len(files) == 1 else None, limits)
        finally:
            free.put(child)

    pool = ThreadPoolExecutor(crew)
    try:
        yield from pool.map(one, files)
    finally:
        for child in children:
            child.close()
        pool.shutdown(cancel_futures=True)


def _audited(
    child: Child, file: str, on: date, progress: Callable[[int, int], None] | None, limits: Limits
) -> dict[str, Any]:
    try:
        answer = ask_to_read(
            child, file, Path(file).name, progress=progress, limits=limits, also={"on": on.isoformat()}
        )
    except UnreadableFile as refused:
        return {"file": file, "error": str(refused), **_EMPTY}
    return {"file": file, **answer}
