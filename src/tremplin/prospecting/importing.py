"""The files the student gives, told from the rest of their folder, and imported in a process apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tremplin.companies.sirene import apart
from tremplin.companies.sirene.columns import Kind
from tremplin.companies.sirene.files import recognise
from tremplin.companies.sirene.refusals import NO_ESTABLISHMENT, Refused
from tremplin.prospecting.queries.stock import folder

SUFFIXES = (".csv", ".zip", ".parquet", ".gz")
MOST_FILES = 60
INDISPENSABLE: Final = "establishments"


@dataclass(frozen=True, slots=True)
class Given:
    """What a folder holds: official files to import, and why the others are left out."""

    files: tuple[Path, ...]
    left: tuple[str, ...]


def files_at(path: Path) -> Given:
    """Tell the official files of a folder from the rest.

    Args:
        path: a folder, or one file.

    Returns:
        The files to import; a folder without any says why each candidate was refused.
    """
    if path.is_file():
        return told_apart([path])
    try:
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES and one.is_file())
    except OSError as problem:
        return Given((), (f"{path.name} n’a pas pu être ouvert\u00a0: {problem.strerror}.",))
    return told_apart(inside[:MOST_FILES])


def begin_import(files: Sequence[Path]) -> None:
    """Start importing in a process apart."""
    apart.begin(files, folder=folder())


def import_run() -> apart.Run | None:
    """Return how far the import is; None when none was started."""
    return apart.last_run(folder())


def stop_import() -> None:
    """Stop the import; what is read stays."""
    apart.stop(folder())


def received() -> Path:
    """Return where files given through the page are kept while they are imported."""
    return folder() / "received"


def told_apart(candidates: Iterable[Path]) -> Given:
    """Tell the official files from the others, each with the reason it is left out.

    Returns:
        The files to import: none when what says where companies are is not among them.
    """
    files: list[Path] = []
    left: list[str] = []
    kinds: set[Kind] = set()
    for one in candidates:
        try:
            kinds.update(source.kind for source in recognise(one))
        except Refused as refused:
            left.append(str(refused))
        else:
            files.append(one)
    if files and INDISPENSABLE not in kinds:
        return Given((), (NO_ESTABLISHMENT, *left))
    return Given(tuple(files), tuple(left))
