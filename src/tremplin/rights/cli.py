"""`tremplin rights`: reading and auditing agreements from the command line."""

import json
import sys
import textwrap
from datetime import datetime
from typing import Any

import click

from tremplin.kit.terminal import Day
from tremplin.rights.simulation.cli import gratification

_WIDTH = 96
_LEVELS = ("à corriger", "à préciser", "à vérifier")


@click.group()
def rights() -> None:
    """Lire et vérifier des conventions de stage."""


rights.add_command(gratification)


@rights.command()
@click.argument("files", nargs=-1, required=True, metavar="FICHIER…")
@click.option("--json", "as_json", is_flag=True, help="Une ligne JSON par fichier.")
@click.option(
    "--on",
    type=Day(),
    help="Jour de la vérification (AAAA-MM-JJ) ; aujourd’hui par défaut.",
)
def audit(files: tuple[str, ...], as_json: bool, on: datetime | None) -> None:
    """Vérifier des conventions : fichiers, dossiers ou motifs comme *.pdf.

    Code de sortie : 0 si tout a été lu, 1 si un fichier n’a pas pu l’être, 2 pour une commande mal écrite.
    """
    from tremplin.rights.batch import audit_files, files_in

    found = files_in(files)
    if not found:
        raise click.UsageError(
            "Aucun fichier à lire : ces dossiers ne contiennent ni PDF, ni DOCX, ni ODT, ni texte."
        )
    day = (on or datetime.now().astimezone()).date()
    failed = False
    with click.progressbar(
        length=len(found), label="Lecture", file=sys.stderr, hidden=len(found) < 2 or not sys.stderr.isatty()
    ) as bar:
        for result in audit_files(found, on=day, progress=_pages if sys.stderr.isatty() else None):
            failed = failed or "error" in result
            click.echo(json.dumps(result, ensure_ascii=False) if as_json else human(result))
            bar.update(1)
    sys.exit(1 if failed else 0)


def _pages(page: int, pages: int) -> None:
    end = "\r" if page < pages else "\r" + " " * 40 + "\r"
    click.echo(f"Lecture : page {page} sur {pages}", nl=False, err=True)
    click.echo(end, nl=False, err=True)


def human(result: dict[str, Any]) -> str:
    """Return an audit as a few paragraphs of plain French.

    Args:
        result: what `audit_files` gives for one file.

    Returns:
        The verdict, then each point with its words, page and articles.
    """
    head = [result["file"]]
    if "error" in result:
        return "\n".join([*head, *_wrapped(result["error"], "  "), ""])
    lines = [*head, *_wrapped(result["verdict"] + ".", "  ")]
    for item in result["unreadable"]:
        lines += _wrapped(item["why"], "  ! ")
    for level in _LEVELS:
        points = [detail for detail in result["details"] if detail["level"] == level]
        if points:
            lines += ["", f"  {level.capitalize()} ({len(points)})"]
            for point in points:
                lines += _point(point)
    checked = sum(detail["level"] == "conforme" for detail in result["details"])
    if checked:
        lines += ["", f"  Conforme : {checked} point{'s' if checked > 1 else ''}."]
    return "\n".join([*lines, ""])


def _point(point: dict[str, Any]) -> list[str]:
    lines = _wrapped(point["title"], "  – ")
    if point["quote"]:
        lines += _wrapped(f"« {point['quote']} » (page {point['page']})", "      ")
    elif point["searched"]:
        lines += _wrapped("Cherché sans le trouver : " + ", ".join(point["searched"]), "      ")
    if point["why"]:
        lines += _wrapped(point["why"], "      ")
    for doubt in point["doubts"]:
        lines += _wrapped("Doute : " + doubt, "      ")
    if point["sources"]:
        lines += _wrapped(" ; ".join(point["sources"]), "      ")
    return lines


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent), break_on_hyphens=False
    )
