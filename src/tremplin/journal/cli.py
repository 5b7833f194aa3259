"""`tremplin journal`: writing and finding entries from the terminal."""

import json
import textwrap
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tremplin.kit.terminal import Day

if TYPE_CHECKING:
    from tremplin.evidence.proposals import Proposal
    from tremplin.journal.domain.table import Reader
    from tremplin.journal.models import Entry

WIDTH = 96
INDENT = " " * 12
DAY = Day()
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")

Opening = Callable[[], None]


@click.group()
def journal() -> None:
    """Noter, retrouver et exporter ce que vous avez fait."""


@journal.command()
@click.argument("action", nargs=-1, required=True, metavar="« CE QUE VOUS AVEZ FAIT »")
@click.option("--on", type=DAY, help="Jour (AAAA-MM-JJ) ; aujourd’hui par défaut.")
@click.option("--skill", "skills", multiple=True, metavar="COMPÉTENCE", help="Peut être répétée.")
@click.option("--draft", is_flag=True, help="Garder comme brouillon.")
@click.option("--confirm", is_flag=True, help="Garder aussi les chiffres repérés, comme confirmés.")
@AS_JSON
@click.pass_obj
def add(
    opening: Opening,
    action: tuple[str, ...],
    on: datetime | None,
    skills: tuple[str, ...],
    draft: bool,
    confirm: bool,
    as_json: bool,
) -> None:
    """Noter une entrée. Les chiffres repérés sont proposés ; rien n’est gardé sans --confirm."""
    text = " ".join(action).strip()
    if not text:
        raise click.UsageError("Il manque ce que vous avez fait.")
    opening()
    from tremplin.evidence.proposals import proposals

    found = proposals(text)
    entry = _write(text, on, skills, draft, found if confirm else ())
    if as_json:
        click.echo(_as_json({**_entry(entry), "proposals": [_proposal(one) for one in found]}))
        return
    click.echo(f"Entrée {entry.pk} notée, {entry.date:%d/%m/%Y}.")
    for one in found:
        click.echo(f"  {'Gardé' if confirm else 'Repéré'} : {one.words}")
    if found and not confirm:
        click.echo("  Confirmez ces chiffres dans le journal, ou notez avec --confirm.")


def _write(
    text: str, on: datetime | None, skills: Iterable[str], draft: bool, kept: Iterable["Proposal"]
) -> "Entry":
    from django.db import transaction

    from tremplin.journal import operations, queries

    now = datetime.now().astimezone()
    day = on.date() if on else now.date()
    experience = queries.current_experience(on=day)
    with transaction.atomic():
        entry = operations.add_entry(
            action=text,
            on=day,
            at=now,
            experience_id=experience.pk if experience else None,
            skills=[operations.find_or_add_skill(name).pk for name in skills],
            draft=draft,
        )
        for one in kept:
            operations.keep_impact(entry, operations.as_values(one), at=now)
    return entry


@journal.command("list")
@click.option("--since", type=DAY, help="À partir de ce jour.")
@click.option("--until", type=DAY, help="Jusqu’à ce jour.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Combien au plus.")
@click.option("--without-figure", is_flag=True, help="Seulement sans chiffre.")
@click.option("--drafts", is_flag=True, help="Seulement les brouillons.")
@AS_JSON
@click.pass_obj
def list_entries(
    opening: Opening,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    without_figure: bool,
    drafts: bool,
    as_json: bool,
) -> None:
    """Lister les entrées, les plus récentes d’abord."""
    opening()
    from tremplin.journal import queries

    filters = queries.Filters(
        since=since.date() if since else None,
        until=until.date() if until else None,
        without_figure=without_figure,
        drafts=drafts,
    )
    _show(queries.entries(filters)[:limit], as_json, nothing="Aucune entrée.")


@journal.command()
@click.argument("words", nargs=-1, required=True, metavar="MOTS")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Combien au plus.")
@AS_JSON
@click.pass_obj
def search(opening: Opening, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Chercher dans tout le journal, sans souci des accents ni des terminaisons."""
    opening()
    from tremplin.journal import queries

    text = " ".join(words)
    _show(queries.found(text, limit=limit), as_json, nothing=f"Rien pour « {text} ».")


@journal.command()
@click.option(
    "--format",
    "kind",
    type=click.Choice(["md", "csv", "xlsx", "json"]),
    help="Format ; celui du fichier sinon.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Fichier à écrire.")
@click.option(
    "--reader",
    type=click.Choice(["self", "company", "public"]),
    default="self",
    show_default=True,
    help="Qui lira : vous, l’entreprise, ou n’importe qui.",
)
@AS_JSON
@click.pass_obj
def table(opening: Opening, kind: str | None, out: Path | None, reader: "Reader", as_json: bool) -> None:
    """Écrire le tableau : compétence, actions, impact, feedback."""
    chosen = _format(kind, out, as_json)
    opening()
    from tremplin.journal import queries
    from tremplin.journal.domain.table_files import write_rows

    rows = queries.table(reader=reader)
    content = write_rows(rows, to=chosen)
    if out is None:
        click.echo(content.decode("utf-8-sig"), nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise click.UsageError(f"Impossible d’écrire {out} ({problem.strerror}).") from problem
    click.echo(f"{len(rows)} ligne{'s' if len(rows) > 1 else ''} : {out}")


def _format(kind: str | None, out: Path | None, as_json: bool) -> Any:
    """Choose a format from what was said, else from the name of the file."""
    suffix = out.suffix.lower().lstrip(".") if out else ""
    chosen = "json" if as_json else kind or suffix or "md"
    if chosen not in {"md", "csv", "xlsx", "json"}:
        raise click.UsageError(f"Format inconnu : {chosen}. Choisissez md, csv, xlsx ou json.")
    if chosen == "xlsx" and out is None:
        raise click.UsageError("Un classeur XLSX s’écrit dans un fichier : ajoutez --out journal.xlsx.")
    return chosen


def _show(entries: Iterable["Entry"], as_json: bool, *, nothing: str) -> None:
    shown = [_entry(entry) for entry in entries]
    if as_json:
        click.echo(_as_json(shown))
        return
    for one in shown:
        head = f"{date.fromisoformat(one['date']):%d/%m/%Y}  "
        action = one["action"] + ("  (brouillon)" if one["draft"] else "")
        click.echo(textwrap.fill(action, WIDTH, initial_indent=head, subsequent_indent=INDENT))
        for line in (*one["impacts"], *one["feedback"]):
            click.echo(
                textwrap.fill(line, WIDTH, initial_indent=INDENT + "– ", subsequent_indent=INDENT + "  ")
            )
    if not shown:
        click.echo(nothing)


def _entry(entry: "Entry") -> dict[str, Any]:
    from tremplin.journal import queries

    row = queries.row(entry)
    return {
        "id": entry.pk,
        "date": entry.date.isoformat(),
        "action": entry.action,
        "skills": list(row.skills),
        "impacts": list(row.impacts),
        "feedback": [str(quote) for quote in row.quotes],
        "experience": row.experience,
        "mission": row.mission,
        "visibility": entry.visibility,
        "draft": entry.draft,
    }


def _proposal(one: "Proposal") -> dict[str, Any]:
    names = (
        "words",
        "kind",
        "quantity",
        "unit",
        "before",
        "after",
        "period",
        "subject",
        "against",
        "confidence",
    )
    values = {name: getattr(one, name) for name in names}
    return {name: str(value) if value is not None else None for name, value in values.items()}


def _as_json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)
