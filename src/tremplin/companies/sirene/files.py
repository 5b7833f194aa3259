"""Recognising the official files: by what they hold, never by their name."""

import codecs
import csv
import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final, Literal

import duckdb

from tremplin.companies.sirene.columns import Kind, found_columns, kind_of, not_needed
from tremplin.companies.sirene.refusals import NotSirene

SNIFFED: Final = 1 << 20
SEPARATORS: Final = ",;\t|"
SCIENTIFIC: Final = re.compile(r"\s*\d(?:[.,]\d+)?[eE]\+?\d+\s*")
MOST_PACKED: Final = 60
SMALL: Final = 50_000_000
MAJOR: Final = 64_000_000_000
EXPECTED: Final = (
    "Tremplin lit StockEtablissement, StockUniteLegale et Geolocalisation, en CSV, ZIP ou Parquet."
)

Form = Literal["csv", "gzip", "zip", "parquet"]


@dataclass(frozen=True, slots=True)
class Source:
    """One official file and how to read it.

    Attributes:
        names: our name of each column, then the name it has in the file.
        columns: every column of the file, in its order.
        member: name inside the archive, for a ZIP.
        size: bytes to read once unpacked.
        rows: exact for Parquet, estimated for CSV; None when the packing hides it.
    """

    path: Path
    kind: Kind
    form: Form
    names: dict[str, str] = field(hash=False)
    columns: tuple[str, ...]
    separator: str = ","
    encoding: str = "utf-8"
    member: str = ""
    size: int = 0
    rows: int | None = None
    warnings: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The name the student knows it by."""
        return f"{self.path.name} ({self.member})" if self.member else self.path.name


def recognise(path: Path) -> tuple[Source, ...]:
    """Tell what a file is, from its first bytes and its columns.

    Returns:
        One source, or one per official file of an archive.

    Raises:
        NotSirene: it is not there, is empty, cut, another kind of file, or was saved again by a spreadsheet.
    """
    if path.is_dir():
        raise NotSirene(f"{path.name} est un dossier. Donnez les fichiers un par un.")
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as problem:
        raise NotSirene(f"{path.name} n’a pas pu être ouvert : {problem.strerror}.") from problem
    if not start:
        raise NotSirene(f"{path.name} est vide. Téléchargez-le à nouveau.")
    if start == b"PAR1":
        return (_parquet(path),)
    if start.startswith(b"PK"):
        return tuple(_archive(path))
    if start.startswith(b"\x1f\x8b"):
        with gzip.open(path) as unpacked:
            return (_text(path, "gzip", _beginning(unpacked, path), size=path.stat().st_size),)
    with path.open("rb") as file:
        return (_text(path, "csv", file.read(SNIFFED), size=path.stat().st_size),)


def _parquet(path: Path) -> Source:
    pattern = glob_free(path)
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as database:
            schema = database.execute("SELECT name FROM parquet_schema(?) OFFSET 1", [pattern]).fetchall()
            count = database.execute("SELECT num_rows FROM parquet_file_metadata(?)", [pattern]).fetchone()
    except duckdb.Error as problem:
        raise NotSirene(f"{path.name} est incomplet ou abîmé. Téléchargez-le à nouveau.") from problem
    columns = tuple(str(name) for (name,) in schema)
    kind = _kind(path.name, columns)
    rows = int(count[0]) if count else None
    return Source(
        path, kind, "parquet", found_columns(kind, columns), columns, size=path.stat().st_size, rows=rows
    )


def _archive(path: Path) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if _is_wanted(one)]
            if not members:
                raise NotSirene(f"{path.name} ne contient aucun fichier CSV. {EXPECTED}")
            for member in members:
                _refuse_bomb(path, member)
                with archive.open(member) as unpacked:
                    start = _beginning(unpacked, path)
                yield _text(path, "zip", start, size=member.file_size, member=member.filename)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as problem:
        raise NotSirene(
            f"{path.name} est une archive incomplète ou abîmée. Téléchargez-la à nouveau."
        ) from problem


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(".csv") and not member.filename.startswith("__MACOSX/")


def _refuse_bomb(path: Path, member: zipfile.ZipInfo) -> None:
    packed_too_well = member.file_size > MOST_PACKED * max(member.compress_size, 1)
    if member.file_size > MAJOR or (packed_too_well and member.file_size > SMALL):
        raise NotSirene(
            f"{path.name} se déplierait en {member.file_size // 1_000_000} Mo. "
            "Ce n’est pas une archive Sirene. Rien n’a été déplié."
        )


def _beginning(unpacked: IO[bytes] | gzip.GzipFile, path: Path) -> bytes:
    try:
        return unpacked.read(SNIFFED)
    except (EOFError, OSError, zlib.error) as problem:
        raise NotSirene(
            f"{path.name} est une archive incomplète ou abîmée. Téléchargez-la à nouveau."
        ) from problem


def _text(path: Path, form: Form, start: bytes, *, size: int, member: str = "") -> Source:
    shown = f"{path.name} ({member})" if member else path.name
    if not start.strip():
        raise NotSirene(f"{shown} est vide. Téléchargez-le à nouveau.")
    text, encoding = _decoded(start, shown)
    if text.lstrip().startswith("<"):
        raise NotSirene(f"{shown} est une page web, pas un fichier Sirene. Téléchargez-le à nouveau.")
    lines = text.splitlines()
    separator, columns = _header(lines[0])
    kind = _kind(shown, columns)
    _refuse_scientific(shown, kind, lines[: len(lines) - 1 or 1], separator, columns)
    return Source(
        path,
        kind,
        form,
        found_columns(kind, columns),
        columns,
        separator=separator,
        encoding=encoding,
        member=member,
        size=size,
        rows=None if form == "gzip" else _estimated_rows(start, size),
        warnings=tuple(_doubts(shown, text, encoding)),
    )


def _decoded(start: bytes, shown: str) -> tuple[str, str]:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", errors="replace"), "utf-16"
    if b"\0" in start:
        raise NotSirene(f"{shown} n’est pas un fichier texte. {EXPECTED}")
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(start), "utf-8"
    except UnicodeDecodeError:
        return start.decode("latin-1"), "latin-1"


def _doubts(shown: str, text: str, encoding: str) -> Iterator[str]:
    if encoding != "utf-8":
        yield f"{shown} n’est pas en UTF-8 : il a été enregistré à nouveau. Vérifiez les accents."
    if "Ã©" in text or "Ã‰" in text:
        yield f"{shown} contient des accents abîmés (« Ã© »). Préférez le fichier d’origine."


def _header(line: str) -> tuple[str, tuple[str, ...]]:
    split = {separator: next(csv.reader([line], delimiter=separator), []) for separator in SEPARATORS}
    separator = max(split, key=lambda one: len(split[one]))
    return separator, tuple(split[separator])


def _kind(shown: str, columns: tuple[str, ...]) -> Kind:
    useless = not_needed(columns)
    if useless:
        raise NotSirene(f"{shown} est {useless} : la recherche n’en a pas besoin. {EXPECTED}")
    kind = kind_of(columns)
    if kind is None:
        raise NotSirene(f"{shown} n’a pas les colonnes d’un fichier Sirene. {EXPECTED}")
    if len({column.strip().lower() for column in columns}) < len(columns):
        raise NotSirene(f"{shown} a deux colonnes du même nom. Téléchargez le fichier d’origine.")
    return kind


def _refuse_scientific(
    shown: str, kind: Kind, lines: list[str], separator: str, columns: tuple[str, ...]
) -> None:
    key = found_columns(kind, columns)["siren" if kind == "legal_units" else "siret"]
    rank = columns.index(key)
    for number, row in _rows(shown, lines, separator):
        if len(row) > rank and SCIENTIFIC.fullmatch(row[rank]):
            raise NotSirene(
                f"{shown}, ligne {number} : « {row[rank]} » n’est plus un SIRET, un tableur l’a arrondi. "
                "Ces numéros ne se retrouvent pas. Téléchargez le fichier d’origine et ne l’ouvrez pas."
            )


def _rows(shown: str, lines: list[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row after the header with the line it begins on."""
    reader, begins = csv.reader(lines[1:], delimiter=separator), 2
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 2
    except csv.Error as problem:
        raise NotSirene(
            f"{shown}, ligne {begins} : un guillemet est ouvert et jamais refermé, la suite ne peut pas être "
            "lue. Téléchargez le fichier d’origine. L’ancien index reste en place."
        ) from problem


def _estimated_rows(start: bytes, size: int) -> int:
    lines = max(start.count(b"\n"), 1)
    return max(round(size * lines / len(start)) - 1, 0)


def glob_free(path: Path) -> str:
    """Return a path DuckDB reads as one file, whatever characters its name has."""
    return re.sub(r"[*?\[]", lambda found: f"[{found.group()}]", str(path))
