"""`tremplin network`: people from the terminal."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tremplin.network.queries.introductions import Answer

Opening = Callable[[], None]
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")


@click.group()
def network() -> None:
    """Personnes, chemins, contacts."""


@network.command()
@click.argument("words", metavar="ENTREPRISE")
@AS_JSON
@click.pass_obj
def path(opening: Opening, words: str, as_json: bool) -> None:
    """Dire qui peut vous introduire dans une entreprise, auprès d’une personne ou dans un domaine."""
    if not words.strip():
        raise click.UsageError("Écrivez le nom d’une entreprise, d’une personne ou d’un domaine.")
    opening()
    from tremplin.accounts.queries import current_student
    from tremplin.network.queries import who_can_introduce

    today = datetime.now().astimezone().date()
    answer = who_can_introduce(words, today=today, sender=current_student().full_name)
    if as_json:
        click.echo(json.dumps(_as_json(answer), ensure_ascii=False, indent=2))
        return
    click.echo(answer.title)
    for way in answer.ways:
        click.echo("")
        for rank, (step, letter) in enumerate(way.steps, 1):
            click.echo(f"  {rank}. {step.person.name} : {step.reason}")
            if letter.when:
                click.echo(f"     {letter.when}")
        click.echo(f"  → {answer.target.name} : {way.path.ends_with}")
    if answer.nearest:
        click.echo(f"  Commencez par {answer.nearest.person.name}.")


def _as_json(answer: "Answer") -> dict[str, Any]:
    return {
        "title": answer.title,
        "target": {"kind": answer.target.aim, "name": answer.target.name},
        "paths": [
            {
                "cost": way.path.cost,
                "certain": way.path.certain,
                "ends_with": way.path.ends_with,
                "handshakes": [
                    {
                        "person": step.person.name,
                        "reason": step.reason,
                        "certain": step.certain,
                        "cost": step.cost,
                        "message": letter.text,
                        "when": letter.when,
                    }
                    for step, letter in way.steps
                ],
            }
            for way in answer.ways
        ],
        "nearest": {"person": answer.nearest.person.name, "message": answer.letter}
        if answer.nearest
        else None,
    }
