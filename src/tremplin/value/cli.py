"""`tremplin value`: the deck and the gauge from the terminal."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tremplin.value.domain.internship import Followed

Opening = Callable[[], None]
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")
FORMATS = ("pptx", "pdf")


@click.group()
def value() -> None:
    """Soutenance de Valeur, résultats montrés, jauge."""


@value.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Fichier .pptx ou .pdf."
)
@click.option("--new", is_flag=True, help="Repartir des meilleures entrées du journal.")
@AS_JSON
@click.pass_obj
def deck(opening: Opening, out: Path, new: bool, as_json: bool) -> None:
    """Écrire la Soutenance de Valeur, préparée depuis le journal s’il n’y en a pas encore."""
    kind = out.suffix.lower().lstrip(".")
    if kind not in FORMATS:
        raise click.UsageError(f"Format inconnu : {out.suffix or out.name}. Choisissez .pptx ou .pdf.")
    opening()
    content, slides, waiting = _written(new=new, kind=kind)
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise click.ClickException(f"{out} n’a pas pu être écrit : {problem.strerror}.") from problem
    if as_json:
        click.echo(
            json.dumps({"file": str(out), "slides": slides, "to_confirm": waiting}, ensure_ascii=False)
        )
        return
    click.echo(f"{slides} diapos écrites dans {out}.")
    for line in waiting:
        click.echo(f"  À confirmer : {line}")


def _written(*, new: bool, kind: str) -> tuple[bytes, int, list[str]]:
    from tremplin.documents.deck import UnsupportedFigures
    from tremplin.value import exports, queries
    from tremplin.value.decks import prepare_deck

    internship, now = _internship(), datetime.now().astimezone()
    kept = None if new else queries.deck_of(internship)
    prepared = kept or queries.deck(prepare_deck(internship, at=now).pk)
    if prepared is None:
        raise click.ClickException("La soutenance a été supprimée entre-temps. Relancez la commande.")
    paper = exports.paper_deck(prepared, internship, on=now.date())
    if not paper.slides:
        raise click.ClickException("Toutes les diapos sont retirées. Remettez-en une, ou ajoutez --new.")
    try:
        content = exports.FORMATS[kind].write(paper)
    except UnsupportedFigures as refused:
        raise click.ClickException(str(refused)) from refused
    return content, len(paper.slides), [line for slide in paper.slides for line in slide.to_confirm]


@value.command()
@AS_JSON
@click.pass_obj
def gauge(opening: Opening, as_json: bool) -> None:
    """Dire où vous en êtes : dix points vérifiables."""
    opening()
    from tremplin.value.standing import gauge_of

    measured = gauge_of(_internship())
    if as_json:
        checks = [{"name": one.name, "done": one.done, "next": one.next} for one in measured.checks]
        held = measured.held_back
        content: dict[str, Any] = {
            "percent": measured.percent,
            "checks": checks,
            "held_back": {"percent": held.percent, "next": held.next} if held else None,
        }
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return
    click.echo(f"{measured.percent} %")
    for one in measured.checks:
        click.echo(f"  [{'x' if one.done else ' '}] {one.name}" + ("" if one.done else f" : {one.next}"))
    if measured.held_back:
        click.echo(f"  Plafond à {measured.held_back.percent} % : {measured.held_back.next}")


@value.command()
@AS_JSON
@click.pass_obj
def unshown(opening: Opening, as_json: bool) -> None:
    """Lister les résultats encore à montrer."""
    opening()
    from tremplin.value import queries

    found = queries.unshown(_internship())
    if as_json:
        plain = [
            {"id": one.entry, "date": one.on.isoformat(), "action": one.action, "figures": one.in_words}
            for one in found
        ]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    for one in found:
        figures = f" ({' ; '.join(one.in_words)})" if one.in_words else ""
        click.echo(f"{one.on:%d/%m/%Y}  {one.action}{figures}")
    if not found:
        click.echo("Tout ce qui est chiffré a été montré.")


def _internship() -> "Followed":
    from tremplin.value import queries

    found = queries.followed(on=datetime.now().astimezone().date())
    if found is None:
        raise click.UsageError("Aucun stage. Créez-le dans Tremplin, depuis une convention ou à la main.")
    return found
