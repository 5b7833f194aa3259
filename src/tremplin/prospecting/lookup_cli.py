"""`tremplin prospecting lookup`: a company by words, SIREN or SIRET, from the public search."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime

import click

Opening = Callable[[], None]


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="MOTS|SIREN|SIRET")
@click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")
@click.pass_obj
def lookup(opening: Opening, words: tuple[str, ...], as_json: bool) -> None:
    """Chercher une entreprise dans le service public que vous avez allumé."""
    opening()
    from tremplin.companies.company import Query, headcount_label
    from tremplin.companies.connectors.failures import ServiceFailed
    from tremplin.prospecting.queries.lookup import LOOK_UP, search_with

    try:
        now = datetime.now().astimezone()
        answer = search_with(LOOK_UP, Query(" ".join(words), limit=10), now=now)
    except ServiceFailed as failure:
        raise click.UsageError(str(failure)) from failure
    if as_json:
        found = asdict(answer)
        found["results"] = found.pop("companies")
        click.echo(json.dumps(found, ensure_ascii=False, indent=2, default=date.isoformat))
        return
    for one in answer.companies:
        click.echo(f"{one.siret or one.siren}  {one.name}, {one.address}")
        click.echo(f"  activité {one.activity or 'inconnue'}, {headcount_label(one.headcount)}")
    for note in answer.notes:
        click.echo(note, err=True)
    if not answer.companies and not answer.notes:
        click.echo("Rien à ce nom.")
