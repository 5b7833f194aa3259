"""`tremplin prospecting today`: what is due, from the terminal."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tremplin.prospecting.domain.dues import Due


@click.command()
@click.option("--on", "on", metavar="AAAA-MM-JJ", help="Le jour regardé ; aujourd’hui par défaut.")
@click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")
@click.pass_obj
def today(opening: Callable[[], None], on: str | None, as_json: bool) -> None:
    """Dire ce qui est dû : relances, réponses, conversations, prochains gestes."""
    day = _day(on)
    opening()
    from tremplin.prospecting.queries.cadence import due

    found = due(day)
    if as_json:
        plain = {"on": day.isoformat(), "due": [_plain(one, day) for one in found]}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("Rien n’est dû ce jour-là.")
    for one in found:
        late = " (en retard)" if one.is_late(day) else ""
        click.echo(f"{one.on:%d/%m/%Y}{late}  {one.title}")
        if one.says:
            click.echo(f"            {one.says}")


def _day(typed: str | None) -> date:
    if typed is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(typed)
    except ValueError as problem:
        raise click.UsageError(
            f"« {typed} » n’est pas un jour. Écrivez année, mois, jour : 2026-04-02."
        ) from problem


def _plain(one: "Due", day: date) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "on": one.on.isoformat(),
        "is_late": one.is_late(day),
        "title": one.title,
        "says": one.says,
        "who": one.who,
        "target": one.target,
        "address": one.address,
    }
