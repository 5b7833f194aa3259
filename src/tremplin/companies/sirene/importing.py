"""Importing the official stock: read, match, sort, then swap with the index in use.

The whole of France is 44 million rows: every phase is one statement of DuckDB whose memory is bounded
(2 GB unless told otherwise) and which sorts on the disk. A killed import starts again at the phase it was in.
"""

import json
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import duckdb

from tremplin.companies.sirene import index
from tremplin.companies.sirene.columns import NAMES, Kind, vintage
from tremplin.companies.sirene.files import Source, recognise
from tremplin.companies.sirene.noting import SHOWN, Note, counted, keep_note, kept_notes
from tremplin.companies.sirene.reading import keep_rejected_rows, open_view
from tremplin.companies.sirene.refusals import NO_ESTABLISHMENT, NoRoom, NotSirene, Refused
from tremplin.companies.sirene.report import ImportReport
from tremplin.companies.sirene.statements import (
    HIDDEN,
    NEWEST,
    PLACED,
    PLACES,
    READINGS,
    SPELLED,
    UNITS,
    WORDS,
)
from tremplin.companies.sirene.workbench import (
    MEMORY,
    NO_ROOM,
    Progress,
    Watch,
    Workbench,
    lacks_room,
    make_folder,
    open_workbench,
)

ROOM_FACTOR: Final = 6
ROOM_LEAST: Final = 50_000_000
APART_DAYS: Final = 31
ORDER: Final[tuple[Kind, ...]] = ("legal_units", "points", "establishments")
TITLES: Final[dict[Kind, str]] = {
    "legal_units": "Lecture des entreprises",
    "points": "Lecture des coordonnées",
    "establishments": "Lecture des établissements",
}


def _silent(progress: Progress) -> None:
    """Tell nobody."""


def import_stock(
    paths: Sequence[Path], *, folder: Path, watch: Watch = _silent, memory: str = MEMORY
) -> ImportReport:
    """Import the official files and make them the stock that searches read.

    Args:
        paths: StockEtablissement, and StockUniteLegale and Geolocalisation when at hand, in any order.
        folder: where the index lives; the previous one stays in use until the new one is complete.
        watch: told how far each phase is; what it raises stops the import, which can be resumed.
        memory: the most DuckDB may hold, « 2GB ».

    Returns:
        What was kept, set aside and doubted.

    Raises:
        Refused: a file is not Sirene's, room is missing, another import runs, nothing can be kept.
    """
    sources = _ordered(paths)
    make_folder(folder)
    _require_room(sources, folder)
    with open_workbench(folder / "incoming", inputs=_inputs(sources), memory=memory, watch=watch) as bench:
        for rank, source in enumerate(sources):
            _read(bench, source, rank)
        _match(bench, sources)
        report = _report(bench, sources)
        _write_index(bench, report)
    index.adopt(folder, folder / "incoming" / "index.duckdb")
    shutil.rmtree(folder / "incoming", ignore_errors=True)
    return report


def _ordered(paths: Sequence[Path]) -> tuple[Source, ...]:
    sources = [source for path in paths for source in recognise(path)]
    if not any(source.kind == "establishments" for source in sources):
        given = ", ".join(NAMES[source.kind] for source in sources) or "aucun fichier"
        raise NotSirene(f"{NO_ESTABLISHMENT} Reçu : {given}. Donnez tous les fichiers ensemble.")
    return tuple(sorted(sources, key=lambda source: ORDER.index(source.kind)))


def _require_room(sources: Sequence[Source], folder: Path) -> None:
    unpacked = max((source.size for source in sources if source.form == "zip"), default=0)
    packed = sum(source.path.stat().st_size for source in sources)
    needed = ROOM_LEAST + ROOM_FACTOR * packed + unpacked
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoRoom(
            f"Il faut environ {_gigabytes(needed)} Go libres pendant l’import, "
            f"il en reste {_gigabytes(free)} sur ce disque. Libérez de la place puis relancez."
        )


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}".replace(".", ",")


def _inputs(sources: Sequence[Source]) -> str:
    told = [
        (str(one.path.absolute()), one.member, one.path.stat().st_size, one.path.stat().st_mtime_ns)
        for one in sources
    ]
    return json.dumps([index.FORMAT, *told])


def _read(bench: Workbench, source: Source, rank: int) -> None:
    read, check = f"read {rank}", f"check {rank}"
    try:
        if not bench.is_done(read):
            _read_rows(bench, source, read)
        if not bench.is_done(check):
            with bench.phase(check):
                keep_note(bench.database, source, rank, phase=read)
                bench.run(NEWEST[source.kind], title=TITLES[source.kind], total=source.rows)
    except duckdb.Error as problem:
        if lacks_room(problem):
            raise
        raise NotSirene(
            f"{source.shown} n’a pas pu être lu jusqu’au bout : il est incomplet ou abîmé. "
            "Téléchargez-le à nouveau. L’ancien index reste en place."
        ) from problem
    finally:
        bench.unpacked.unlink(missing_ok=True)


def _read_rows(bench: Workbench, source: Source, phase: str) -> None:
    path = _unpacked(bench, source) if source.form == "zip" else source.path
    first_row = bench.count(f"SELECT max(rowid) + 1 FROM {source.kind}")  # noqa: S608 a table of ours
    with bench.phase(phase, first_row=first_row):
        open_view(bench.database, source, path)
        bench.run(READINGS[source.kind], title=TITLES[source.kind], total=source.rows)
        if source.form != "parquet":
            keep_rejected_rows(bench.database, phase)


def _unpacked(bench: Workbench, source: Source) -> Path:
    title, chunk, done = f"Dépliage de {source.path.name}", 1 << 22, 0
    try:
        with (
            zipfile.ZipFile(source.path) as archive,
            archive.open(source.member) as packed,
            bench.unpacked.open("wb") as out,
        ):
            while content := packed.read(chunk):
                done += len(content)
                if done > source.size:
                    raise NotSirene(f"{source.shown} est plus grand qu’annoncé. Téléchargez-le à nouveau.")
                out.write(content)
                bench.watch(Progress(title, done, source.size))
    except (zipfile.BadZipFile, EOFError, zlib.error) as problem:
        raise NotSirene(
            f"{source.path.name} est une archive incomplète ou abîmée. Téléchargez-la à nouveau."
        ) from problem
    except OSError as problem:
        raise NoRoom(NO_ROOM) from problem
    return bench.unpacked


def _match(bench: Workbench, sources: Sequence[Source]) -> None:
    if bench.is_done("match"):
        return
    with bench.phase("match"):
        rows = bench.count("SELECT count(*) FROM establishments WHERE status IN ('kept', 'hidden')")
        without_company = "'unmatched'" if _has_companies(sources) else "'kept'"
        placed = PLACED.format(without_company=without_company)
        bench.run(placed, title="Rapprochement des fichiers", total=rows)


def _has_companies(sources: Sequence[Source]) -> bool:
    return any(source.kind == "legal_units" for source in sources)


def _report(bench: Workbench, sources: Sequence[Source]) -> ImportReport:
    notes = kept_notes(bench.database)
    first = next(source for source in sources if source.kind == "establishments")
    days = [note.as_of for note in notes if note.kind == "establishments" and note.as_of]
    report = replace(
        _counts(bench),
        refused=sum(note.refused for note in notes),
        refusals=tuple(fault for note in notes for fault in note.refusals)[:SHOWN],
        flagged=sum(note.flagged for note in notes),
        flags=tuple(fault for note in notes for fault in note.flags)[:SHOWN],
        vintage=vintage("establishments", len(first.columns)),
        as_of=max(days, default=None),
        files=tuple(source.shown for source in sources),
    )
    told = [warning for note in notes for warning in note.warnings]
    return replace(report, warnings=(*told, *_warnings(sources, notes, report)))


def _counts(bench: Workbench) -> ImportReport:
    rows = bench.database.execute("""
        SELECT status, count(*) FROM (
            SELECT status FROM placed
            UNION ALL SELECT status FROM establishments WHERE status NOT IN ('kept', 'hidden', 'refused')
        ) GROUP BY status
    """).fetchall()
    counts = {name: int(count) for name, count in rows}
    return ImportReport(
        kept=counts.get("kept", 0),
        closed=counts.get("closed", 0),
        hidden=counts.get("hidden", 0),
        unmatched=counts.get("unmatched", 0),
        foreign=counts.get("foreign", 0),
        purged=bench.count("SELECT count(*) FROM legal_units WHERE status = 'purged'"),
        unlocated=bench.count("SELECT count(*) FROM placed WHERE status = 'kept' AND latitude IS NULL"),
        unnamed=bench.count("SELECT count(*) FROM placed WHERE status = 'kept' AND name IS NULL"),
    )


def _warnings(sources: Sequence[Source], notes: Sequence[Note], report: ImportReport) -> Iterator[str]:
    kinds = {source.kind for source in sources}
    yield from _about_companies(sources, report)
    if "points" not in kinds:
        yield "Geolocalisation manque : les points viennent des coordonnées Lambert du stock."
    if report.unlocated:
        yield (
            f"{counted(report.unlocated, 'établissement sans', 'établissements sans')} coordonnées : "
            "le point est celui de la commune quand il est connu."
        )
    days = sorted(note.as_of for note in notes if note.as_of)
    if days and (days[-1] - days[0]).days > APART_DAYS:
        yield (
            f"Ces fichiers n’ont pas le même âge : {days[0]:%d/%m/%Y} et {days[-1]:%d/%m/%Y}. "
            "La ligne la plus récente l’emporte. Préférez des fichiers du même mois."
        )


def _about_companies(sources: Sequence[Source], report: ImportReport) -> Iterator[str]:
    if not _has_companies(sources):
        if report.unnamed:
            yield (
                "StockUniteLegale manque : "
                f"{counted(report.unnamed, 'établissement n’a', 'établissements n’ont')} pas de nom."
            )
        yield (
            "StockUniteLegale manque : seul l’établissement dit s’il accepte d’être montré. "
            "Une entreprise qui le refuse peut donc rester proposée. Ajoutez ce fichier."
        )
    if report.unmatched:
        yield (
            f"{counted(report.unmatched, 'établissement n’est', 'établissements ne sont')} pas "
            f"{'proposé' if report.unmatched == 1 else 'proposés'} : StockUniteLegale ne dit rien de "
            f"{'son entreprise' if report.unmatched == 1 else 'leur entreprise'}. "
            "Donnez les deux fichiers du même mois, complets."
        )
    if sum(source.kind == "establishments" for source in sources) > 1:
        yield (
            "Plusieurs StockEtablissement ont été donnés : un établissement absent du plus récent reste "
            "proposé. Ne donnez que le plus récent."
        )


def _write_index(bench: Workbench, report: ImportReport) -> None:
    if not report.kept:
        raise Refused(
            "Aucun établissement de ce fichier ne peut être proposé : rien n’a été importé. "
            f"{_set_aside(report)}L’ancien index reste en place."
        )
    bench.database.execute(SPELLED)
    for phase, title, statement in (
        ("places", "Communes", PLACES),
        ("units", "Rangement par lieu", UNITS),
        ("hidden", "Diffusion partielle", HIDDEN),
        ("words", "Mots des noms", WORDS),
    ):
        if not bench.is_done(phase, schema="fresh"):
            with bench.phase(phase, schema="fresh"):
                bench.run(statement, title=title, total=report.kept)
    with bench.phase("about", schema="fresh"):
        bench.database.execute("DELETE FROM fresh.about")
        bench.database.execute("INSERT INTO fresh.about VALUES (?)", [json.dumps(report.as_json())])
    bench.database.execute("CHECKPOINT fresh")


def _set_aside(report: ImportReport) -> str:
    reasons = (
        (report.closed, "fermé", "fermés"),
        (report.hidden, "sans accord pour être montré", "sans accord pour être montrés"),
        (report.unmatched, "sans entreprise connue", "sans entreprise connue"),
        (report.foreign, "à l’étranger", "à l’étranger"),
        (report.refused, "illisible", "illisibles"),
    )
    told = ", ".join(counted(number, *words) for number, *words in reasons if number)
    first = f" Ligne {report.refusals[0].line} : {report.refusals[0].reason}." if report.refusals else ""
    return f"Mis de côté : {told}.{first} " if told else ""
