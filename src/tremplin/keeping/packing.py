"""The backup file: a ZIP anyone can open, with every row twice (SQLite and JSON lines) and every document.

`manifest.json` names each part with its size and SHA-256. `tremplin.sqlite3` is what a restoration reads;
`tables/*.jsonl` say the same rows to whoever has no SQLite.
"""

import base64
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from tremplin.keeping.refusals import Damaged, NotABackup, TooRecent

FORMAT: Final = "tremplin-backup"
FORMAT_VERSION: Final = 1
MANIFEST: Final = "manifest.json"
DATABASE: Final = "tremplin.sqlite3"
FILES: Final = "files"
READ_ME: Final = "LISEZ-MOI.txt"
_PIECE = 1 << 20
_LARGEST_MANIFEST = 64 << 20
_EXPLANATION = """\
Sauvegarde de Tremplin.

tremplin.sqlite3   toutes vos données, base SQLite 3 ; Tremplin restaure depuis ce fichier
tables/*.jsonl     les mêmes données en texte : une ligne JSON par ligne de chaque table
files/             vos documents, tels que vous les avez donnés
manifest.json      date, version, taille et empreinte SHA-256 de chaque partie

Pour la rouvrir : Réglages, Sauvegarde ; ou la commande « tremplin restore FICHIER ».
"""


@dataclass(frozen=True)
class Part:
    """One member of the archive; `rows` is set for tables."""

    bytes: int
    sha256: str
    rows: int | None = None


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    made_at: datetime
    program: str
    schema: Mapping[str, str]
    parts: Mapping[str, Part]

    @property
    def size(self) -> int:
        """Bytes of all parts, unpacked."""
        return sum(part.bytes for part in self.parts.values())

    @property
    def rows(self) -> Mapping[str, int]:
        """Rows of each table."""
        return {
            PurePosixPath(name).stem: part.rows for name, part in self.parts.items() if part.rows is not None
        }

    @property
    def documents(self) -> int:
        """How many files the student gave."""
        return sum(name.startswith(f"{FILES}/") for name in self.parts)


def pack(target: IO[bytes], *, database: Path, files: Path, at: datetime, program: str) -> Manifest:
    """Write a backup.

    Args:
        target: where the archive goes; need not be seekable.
        database: a verified copy nobody writes to.
        files: the folder of kept documents; may be missing. Hidden files, still arriving, are left out.
        at: the instant of the copy, with its time zone.
        program: the version of Tremplin that writes.

    Returns:
        What was written.
    """
    parts: dict[str, Part] = {}
    with ZipFile(target, "w", ZIP_DEFLATED) as archive, closing(sqlite3.connect(database)) as rows:
        _add(archive, READ_ME, [_EXPLANATION.encode()], at)
        parts[DATABASE] = _add(archive, DATABASE, _pieces(database), at)
        for table in _tables(rows):
            name = f"tables/{table}.jsonl"
            count = rows.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()[0]  # noqa: S608
            parts[name] = _add(archive, name, lines(rows, table), at, rows=count)
        for path in _documents(files):
            name = (PurePosixPath(FILES) / path.relative_to(files).as_posix()).as_posix()
            parts[name] = _add(archive, name, _pieces(path), at)
        manifest = Manifest(at, program, schema(rows), parts)
        _add(archive, MANIFEST, [_written(manifest)], at)
    return manifest


def read_manifest(source: IO[bytes]) -> Manifest:
    """Read what a backup says of itself, without unpacking it.

    Args:
        source: the clear archive.

    Returns:
        Its manifest.

    Raises:
        NotABackup: it is no archive of ours.
        Damaged: the archive or the manifest is cut or altered.
        TooRecent: a later format.
    """
    with _archive(source) as archive:
        return _manifest_of(archive)


def unpack(source: IO[bytes], folder: Path | None) -> Manifest:
    """Take every part out, each checked against its size and digest.

    Args:
        source: the clear archive.
        folder: an empty folder; it receives the database and `files/`. None only checks.

    Returns:
        The manifest.

    Raises:
        NotABackup: it is no archive of ours.
        Damaged: a part is missing, unknown, altered or placed outside the folder.
        TooRecent: a later format.
    """
    with _archive(source) as archive:
        manifest = _manifest_of(archive)
        _check_names(archive, manifest)
        for name, part in manifest.parts.items():
            kept = folder / name if folder and not name.startswith("tables/") else None
            _extract(archive, name, part, kept)
    return manifest


def lines(database: sqlite3.Connection, table: str) -> Iterator[bytes]:
    """Write the rows of a table as a backup does, one line of JSON each.

    Args:
        database: an open database.
        table: one of its tables.

    Yields:
        Lines, each with its end.
    """
    found = database.execute(f"SELECT * FROM {_quoted(table)}")  # noqa: S608 our own table's name, quoted
    columns = [column[0] for column in found.description]
    for row in found:
        line = {column: _plain(value) for column, value in zip(columns, row, strict=True)}
        yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


def schema(database: sqlite3.Connection) -> dict[str, str]:
    """Name the last migration of each slice.

    Args:
        database: an open database.

    Returns:
        Names of migrations by slice.
    """
    return dict(database.execute("SELECT app, max(name) FROM django_migrations GROUP BY app ORDER BY app"))


def damaged(problem: Exception | str) -> Damaged:
    """Say that the file is not what it was."""
    return Damaged(
        f"Cette sauvegarde est abîmée ou incomplète ({problem}). Rien n’a changé. "
        "Reprenez-en une autre copie."
    )


def _add(
    archive: ZipFile,
    name: str,
    pieces: list[bytes] | Iterator[bytes],
    at: datetime,
    *,
    rows: int | None = None,
) -> Part:
    member = ZipInfo(name, at.timetuple()[:6])
    member.compress_type, member.external_attr = ZIP_DEFLATED, 0o600 << 16
    digest, size = hashlib.sha256(), 0
    with archive.open(member, "w", force_zip64=True) as target:
        for piece in pieces:
            digest.update(piece)
            size += target.write(piece)
    return Part(size, digest.hexdigest(), rows)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as source:
        while piece := source.read(_PIECE):
            yield piece


def _documents(files: Path) -> list[Path]:
    found = (path for path in files.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(
        path for path in found if not any(part.startswith(".") for part in path.relative_to(files).parts)
    )


def _tables(database: sqlite3.Connection) -> list[str]:
    """Name the tables that hold rows; indexes of words are made again from them."""
    listed = database.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    return sorted(name for (name,) in listed if not name.startswith("sqlite_"))


def _plain(value: Any) -> Any:
    return {"base64": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def _written(manifest: Manifest) -> bytes:
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_at": manifest.made_at.isoformat(),
        "program": manifest.program,
        "schema": dict(manifest.schema),
        "parts": {name: asdict(part) for name, part in manifest.parts.items()},
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _archive(source: IO[bytes]) -> ZipFile:
    source.seek(0)
    is_zip = source.read(4) == b"PK\x03\x04"
    try:
        return ZipFile(source)
    except (BadZipFile, ValueError, OSError) as problem:
        if is_zip:
            raise damaged("fin manquante") from problem
        raise NotABackup(
            "Ce fichier n’est pas une sauvegarde de Tremplin. Choisissez celui que Tremplin a fait."
        ) from problem


def _manifest_of(archive: ZipFile) -> Manifest:
    if MANIFEST not in archive.namelist():
        raise NotABackup(
            "Cette archive n’est pas une sauvegarde de Tremplin : elle n’a pas de manifest.json."
        )
    if archive.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
        raise damaged("manifest.json trop grand")
    try:
        content = json.loads(archive.read(MANIFEST))
        return _understood(content)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as problem:
        raise damaged("manifest.json") from problem
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        raise damaged("manifest.json") from problem


def _understood(content: dict[str, Any]) -> Manifest:
    if content["format"] != FORMAT:
        raise NotABackup("Cette archive n’est pas une sauvegarde de Tremplin.")
    if content["format_version"] > FORMAT_VERSION:
        raise TooRecent(
            f"Cette sauvegarde vient d’une version plus récente de Tremplin ({content['program']}). "
            "Installez cette version, puis recommencez. Rien n’a changé."
        )
    parts = {name: Part(**part) for name, part in content["parts"].items()}
    made_at = datetime.fromisoformat(content["made_at"])
    return Manifest(made_at, str(content["program"]), dict(content["schema"]), parts)


def _check_names(archive: ZipFile, manifest: Manifest) -> None:
    names = archive.namelist()
    if sorted(names) != sorted({*manifest.parts, MANIFEST, READ_ME}) or DATABASE not in manifest.parts:
        raise damaged("des parties manquent ou sont en trop")
    for name in manifest.parts:
        if not _stays_inside(name):
            raise damaged(f"nom refusé : {name}")


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    is_placed = name == DATABASE or path.parts[0] in (FILES, "tables")
    return (
        is_placed
        and path.as_posix() == name
        and not any(c in name for c in "\\:\0")
        and ".." not in path.parts
    )


def _extract(archive: ZipFile, name: str, part: Part, kept: Path | None) -> None:
    digest, size = hashlib.sha256(), 0
    for piece in _checked_pieces(archive, name):
        size += len(piece)
        if size > part.bytes:
            raise damaged(name)
        digest.update(piece)
        if kept:
            _append(kept, piece)
    if (size, digest.hexdigest()) != (part.bytes, part.sha256):
        raise damaged(name)
    if kept and not size:
        _append(kept, b"")


def _checked_pieces(archive: ZipFile, name: str) -> Iterator[bytes]:
    try:
        with archive.open(name) as source:
            while piece := source.read(_PIECE):
                yield piece
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as problem:
        raise damaged(name) from problem


def _append(path: Path, piece: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    with path.open("ab") as target:
        target.write(piece)
