"""`tremplin backup` and `tremplin restore`."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

import click

from tremplin.site.data import open_data

if TYPE_CHECKING:
    from tremplin.keeping.place import Place

_PASSPHRASE_FILE = click.option(
    "--passphrase-file",
    type=click.File("r", encoding="utf-8"),
    metavar="FICHIER",
    help="Lire la phrase secrète sur la première ligne de ce fichier ; - pour l’entrée standard.",
)
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Répondre par un objet JSON.")


@click.command()
@click.option(
    "--out",
    required=True,
    metavar="FICHIER",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Où écrire.",
)
@click.option("--encrypt", is_flag=True, help="Demander une phrase secrète et chiffrer.")
@_PASSPHRASE_FILE
@click.option("--replace", is_flag=True, help="Remplacer le fichier s’il existe.")
@_AS_JSON
def backup(out: Path, encrypt: bool, passphrase_file: IO[str] | None, replace: bool, as_json: bool) -> None:
    """Sauvegarder tout dans un fichier."""
    if out.exists() and not replace:
        raise click.UsageError(f"{out} existe déjà. Choisissez un autre nom, ou ajoutez --replace.")
    if not out.absolute().parent.is_dir():
        raise click.UsageError(f"Le dossier {out.absolute().parent} n’existe pas.")
    passphrase = _first_line(passphrase_file) or (_asked(twice=True) if encrypt else "")
    place = _ready()
    from tremplin.keeping.operations import back_up
    from tremplin.keeping.refusals import Refused

    try:
        made = back_up(out.absolute(), place=place, at=_now(), passphrase=passphrase)
    except Refused as refused:
        _refuse(str(refused))
    answer = {
        "file": str(out),
        "bytes": made.size,
        "sha256": made.sha256,
        "encrypted": bool(passphrase),
        "rows": dict(made.manifest.rows),
        "documents": made.manifest.documents,
    }
    _say(answer, f"Sauvegarde faite et relue : {out}\nSHA-256 : {made.sha256}", as_json=as_json)


@click.command()
@click.argument("file", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_PASSPHRASE_FILE
@_AS_JSON
def restore(file: Path, passphrase_file: IO[str] | None, as_json: bool) -> None:
    """Remettre une sauvegarde à la place des données, copiées avant."""
    from tremplin.keeping.sealing import is_sealed

    passphrase = _first_line(passphrase_file)
    with file.open("rb") as source:
        if is_sealed(source) and not passphrase:
            passphrase = _asked(twice=False)
        place = _ready()
        from tremplin.keeping.operations import restore as put_back
        from tremplin.keeping.refusals import Refused

        try:
            done = put_back(source, place=place, at=_now(), passphrase=passphrase)
        except Refused as refused:
            _refuse(str(refused))
    answer = {
        "file": str(file),
        "made_at": done.manifest.made_at.isoformat(),
        "rows": dict(done.manifest.rows),
        "documents": done.manifest.documents,
        "before": str(done.before),
    }
    _say(answer, f"Sauvegarde restaurée.\nVos données d’avant : {done.before}", as_json=as_json)


def _ready() -> "Place":
    """Open the data and say where they lie."""
    open_data()
    from tremplin.keeping.place import Place

    return Place.here()


def _first_line(file: IO[str] | None) -> str:
    if file is None:
        return ""
    passphrase: str = file.readline().rstrip("\r\n")
    if not passphrase:
        raise click.UsageError("La phrase secrète est vide. Écrivez-la sur la première ligne.")
    return passphrase


def _asked(*, twice: bool) -> str:
    if not sys.stdin.isatty():
        raise click.UsageError("Une phrase secrète est nécessaire. Donnez-la avec --passphrase-file.")
    passphrase: str = click.prompt("Phrase secrète", hide_input=True, confirmation_prompt=twice, err=True)
    return passphrase


def _now() -> datetime:
    return datetime.now().astimezone()


def _say(answer: dict[str, object], sentence: str, *, as_json: bool) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else sentence)


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    raise SystemExit(1)
