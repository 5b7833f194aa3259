"""`tremplin internships`: internships and their calendar from the terminal."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tremplin.internships.models import Internship

Opening = Callable[[], None]
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")


@click.group()
def internships() -> None:
    """Stages et alternances : dates, jalons, calendrier."""


@internships.command(name="list")
@AS_JSON
@click.pass_obj
def list_(opening: Opening, as_json: bool) -> None:
    """Lister les stages et leurs jalons."""
    opening()
    from tremplin.internships import queries

    found = [_plain(one) for one in queries.internships()]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("Aucun stage. Créez-le dans Tremplin, depuis une convention ou à la main.")
    for one in found:
        click.echo(f"{one['id']}. {one['title']}, du {one['starts_on']} au {one['ends_on']}")
        for stone in one["milestones"]:
            done = " (fait)" if stone["done_on"] else ""
            click.echo(f"   {stone['on']}  {stone['name']}{done}")


@internships.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Fichier .ics à écrire."
)
@click.option(
    "--internship", "key", type=int, metavar="N", help="Numéro du stage ; celui en cours par défaut."
)
@AS_JSON
@click.pass_obj
def calendar(opening: Opening, out: Path, key: int | None, as_json: bool) -> None:
    """Écrire les jalons pour Google Agenda, Apple ou Outlook.

    Relire le fichier après un changement met à jour les mêmes événements.
    """
    opening()
    from tremplin.internships.sending import calendar_of

    internship = _chosen(key)
    content = calendar_of(internship, at=datetime.now().astimezone())
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise click.ClickException(f"{out} n’a pas pu être écrit : {problem.strerror}.") from problem
    events = content.count(b"BEGIN:VEVENT")
    if as_json:
        click.echo(json.dumps({"file": str(out), "internship": internship.pk, "events": events}))
    else:
        click.echo(f"{events} événements écrits dans {out}.")


def _chosen(key: int | None) -> "Internship":
    from tremplin.internships import queries

    today = datetime.now().astimezone().date()
    found = queries.internship(key) if key else queries.current_internship(on=today)
    if found is None:
        missing = f"Il n’y a pas de stage {key}." if key else "Aucun stage."
        raise click.UsageError(f"{missing} Voyez « tremplin internships list ».")
    return found


def _plain(internship: "Internship") -> dict[str, Any]:
    from tremplin.internships import queries

    experience = internship.experience
    return {
        "id": internship.pk,
        "title": experience.title,
        "kind": experience.kind,
        "starts_on": experience.starts_on.isoformat(),
        "ends_on": experience.ends_on.isoformat() if experience.ends_on else None,
        "milestones": [
            {
                "kind": stone.kind,
                "name": stone.name,
                "on": stone.on.isoformat(),
                "moved": stone.moved,
                "done_on": stone.done_on.isoformat() if stone.done_on else None,
            }
            for stone in queries.milestones(internship)
        ],
    }
