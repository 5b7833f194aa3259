"""`tremplin stories`: the résumé from the terminal."""

import errno
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tremplin.stories.cv.leaving import Ready
    from tremplin.stories.cv.reading.outcome import Problem, Reading

Opening = Callable[[], None]
DESIGNS = ("classic", "margin")
SUFFIXES = ("pdf", "docx", "json", "yaml", "xml", "txt")
SHOWN = 20
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")
FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def stories() -> None:
    """Récits, CV, entretien."""


@stories.command(name="import")
@click.argument("files", metavar="FICHIER…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Dire ce qui serait repris, sans rien garder.")
@AS_JSON
@click.pass_obj
def import_(opening: Opening, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Reprendre un CV : JSON Resume, Europass (XML, PDF), LinkedIn (PDF, archive), RenderCV.

    Code de sortie : 0 si un fichier au moins est lu, 2 si aucun ne l’est.
    """
    read = [_read(one) for one in files]
    if not dry_run and any(not isinstance(one, str) for one in read):
        opening()
        _keep([one for one in read if not isinstance(one, str)])
    reports = [_report(path.name, one, kept=not dry_run) for path, one in zip(files, read, strict=True)]
    if as_json:
        said = reports[0] if len(reports) == 1 else {"files": reports}
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        for report in reports:
            _tell(report)
    if all(report["unreadable"] for report in reports):
        raise click.exceptions.Exit(2)


@stories.command()
@click.option("--out", type=FILE, required=True, help=f"Fichier à écrire : {', '.join(SUFFIXES)}.")
@click.option("--design", type=click.Choice(DESIGNS), help="Présentation du PDF et du Word.")
@click.option("--version", help="Nom ou numéro de la version ; sinon, la dernière.")
@click.option("--from", "origin", type=FILE, help="CV à convertir, sans passer par vos données.")
@click.pass_obj
def cv(opening: Opening, out: Path, design: str | None, version: str | None, origin: Path | None) -> None:
    """Écrire le CV : PDF, Word, JSON Resume, RenderCV, Europass ou texte.

    Code de sortie : 0 si le fichier est écrit, 1 si un chiffre n’a pas de preuve ou si la page déborde.
    """
    from tremplin.documents.curriculum import Design
    from tremplin.documents.one_page import TooLong
    from tremplin.stories.cv.writing.files import Format

    suffix = out.suffix.lower().removeprefix(".").replace("yml", "yaml")
    if suffix not in SUFFIXES:
        raise click.UsageError(f"« {out.name} » ne dit pas son format. Choisissez : {', '.join(SUFFIXES)}.")
    found = _converted(origin) if origin else _version(opening, version)
    today = datetime.now().astimezone().date()
    try:
        content = found.as_file(Format(suffix), on=today, design=Design(design) if design else None)
    except TooLong as refusal:
        raise click.ClickException(_too_long(refusal.excess)) from refusal
    except ValueError as refusal:
        raise click.ClickException(f"Ce CV ne peut pas partir. {refusal}") from refusal
    _write(out, content)
    click.echo(f"{out} est écrit ({Format(suffix).label}).")
    if found.made.lost:
        click.echo(f"  {found.made.lost_says}")
    for remark in found.made.remarks[:SHOWN]:
        click.echo(f"  {remark.place} : {remark.says}")


def _version(opening: Opening, version: str | None) -> "Ready":
    opening()
    from tremplin.stories.leaving import ready_called

    found = ready_called(version)
    if found is None and version is not None:
        raise click.ClickException(f"Aucune version ne s’appelle « {version} ». Voyez la page CV de Récits.")
    if found is None:
        raise click.ClickException(
            "Il n’y a encore rien à mettre sur un CV. Racontez une activité dans Récits, "
            "ou reprenez un CV : tremplin stories import FICHIER."
        )
    return found


def _converted(origin: Path) -> "Ready":
    from tremplin.stories.cv.building import Built
    from tremplin.stories.cv.leaving import Ready
    from tremplin.stories.cv.proving import file_remarks

    read = _read(origin)
    if isinstance(read, str):
        raise click.ClickException(f"{origin.name} : {read}")
    for problem in (*read.refused, *read.warnings)[:SHOWN]:
        click.echo(f"  {problem}", err=True)
    return Ready(Built(read.resume, file_remarks(read.resume)))


def _read(path: Path) -> "Reading | str":
    """Return what a file says, or the sentence that says why nothing could be read."""
    from tremplin.stories.cv.reading.bounds import LARGEST_FILE
    from tremplin.stories.cv.reading.files import read_resume
    from tremplin.stories.cv.reading.outcome import UnreadableResume

    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        return read_resume(content, name=path.name)
    except UnreadableResume as refusal:
        return str(refusal)
    except FileNotFoundError:
        return "Ce fichier n’existe pas. Vérifiez son nom et son dossier."
    except OSError as problem:
        return f"Ce fichier n’a pas pu être ouvert : {_why(problem)}"


def _keep(readings: Sequence["Reading"]) -> None:
    from tremplin.stories.cv.writing.json_resume import json_resume
    from tremplin.stories.operations.cv import keep_import

    now = datetime.now().astimezone()
    for one in readings:
        keep_import(name=one.file[:255], kind=one.kind[:40], content=json_resume(one.resume), at=now)


def _report(name: str, read: "Reading | str", *, kept: bool) -> dict[str, Any]:
    from tremplin.stories.cv.writing.json_resume import json_resume

    if isinstance(read, str):
        refused = [{"file": name, "where": None, "line": None, "reason": read}]
        lists: dict[str, Any] = {"warnings": [], "refused": refused, "unshown": []}
        return {"file": name, "unreadable": True, "kind": None, "stored": False, "kept": {}, **lists}
    return {
        "file": name,
        "unreadable": False,
        "kind": read.kind,
        "stored": kept,
        "kept": read.kept,
        "warnings": [_problem(name, one) for one in read.warnings],
        "refused": [_problem(name, one) for one in read.refused],
        "unshown": list(read.unshown),
        "resume": json_resume(read.resume),
    }


def _problem(name: str, one: "Problem") -> dict[str, Any]:
    return {"file": name, "where": one.where or None, "line": one.line or None, "reason": one.why}


def _tell(report: dict[str, Any]) -> None:
    from tremplin.stories.cv.reading.outcome import counted

    counts = ", ".join(counted(name, count) for name, count in report["kept"].items())
    if report["unreadable"]:
        click.echo(f"{report['file']} : rien n’a pu être lu.")
    else:
        click.echo(f"{report['file']} ({report['kind']}) : {counts or 'un nom, aucune rubrique'}.")
    for problem in (*report["refused"], *report["warnings"])[:SHOWN]:
        line = f"ligne {problem['line']}" if problem["line"] else None
        where = ", ".join(filter(None, [problem["where"], line]))
        click.echo(f"  {where} : {problem['reason']}" if where else f"  {problem['reason']}")
    if report["unshown"]:
        click.echo(f"  Gardé sans être affiché : {', '.join(report['unshown'])}.")


def _why(problem: OSError) -> str:
    """Say in French what the disk refused."""
    reasons = {
        errno.EISDIR: "c’est un dossier. Donnez un fichier.",
        errno.ENOTDIR: "son dossier n’existe pas.",
        errno.ENOENT: "son dossier n’existe pas.",
        errno.EACCES: "vous n’en avez pas le droit.",
        errno.EPERM: "vous n’en avez pas le droit.",
        errno.EROFS: "ce disque ne peut qu’être lu.",
        errno.ENOSPC: "le disque est plein.",
        errno.ENAMETOOLONG: "son nom est trop long.",
    }
    return reasons.get(problem.errno or 0, f"le disque a refusé (erreur {problem.errno}).")


def _too_long(excess: Sequence[str]) -> str:
    lines = "\n".join(f"  {line}" for line in excess[:SHOWN])
    return f"Ce CV ne tient pas sur une page. Retirez des lignes ; celles-ci débordent :\n{lines}"


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise click.ClickException(f"{out} n’a pas pu être écrit : {_why(problem)}") from problem
