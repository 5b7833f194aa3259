"""`tremplin network`: people from the terminal."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tremplin.network.operations import Outcome
    from tremplin.network.queries.introductions import Answer

Opening = Callable[[], None]
FORMATS = ("mm", "opml", "markmap", "graphml", "vcf", "vcf3", "csv", "svg")
LISTED = ("refused", "warnings", "people")
SHOWN = 20
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


@network.command(name="import")
@click.argument("files", metavar="FICHIER…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Dire ce qui serait ajouté, sans rien écrire.")
@AS_JSON
@click.pass_obj
def import_(opening: Opening, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Ajouter les personnes de fichiers : LinkedIn, vCard, Google, Outlook, calendriers, tableaux, cartes."""
    opening()
    reports = [_brought(one, dry_run=dry_run) for one in files]
    if as_json:
        click.echo(json.dumps(_together(reports), ensure_ascii=False, indent=2))
    else:
        for report in reports:
            _tell(report, dry_run=dry_run)
    if all(report["unreadable"] for report in reports):
        raise click.exceptions.Exit(2)


@network.command()
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="Format du fichier.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Fichier à écrire ; sinon, ici.")
@AS_JSON
@click.pass_obj
def export(opening: Opening, form: str, out: Path | None, as_json: bool) -> None:
    """Écrire tout le réseau pour un autre logiciel."""
    opening()
    content, leaves, people = _written(form)
    told = {"format": form, "people": people, "leaves": leaves}
    if out is None:
        whole = json.dumps({**told, "content": content.decode()}, ensure_ascii=False)
        click.echo(whole if as_json else content, nl=as_json)
        return
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise click.ClickException(f"{out} n’a pas pu être écrit : {problem.strerror}.") from problem
    if as_json:
        click.echo(json.dumps({"file": str(out), **told}, ensure_ascii=False))
        return
    click.echo(f"{people} {'personnes écrites' if people > 1 else 'personne écrite'} dans {out}. {leaves}")


def _brought(path: Path, *, dry_run: bool) -> dict[str, Any]:
    from tremplin.accounts.queries import current_student
    from tremplin.network.importing.bounds import LARGEST_FILE
    from tremplin.network.importing.incoming import UnreadableContacts
    from tremplin.network.operations import import_contacts, look_at_contacts

    now, me = datetime.now().astimezone(), current_student().full_name
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        if dry_run:
            outcome = look_at_contacts(content, file_name=path.name, today=now.date(), me=me)
        else:
            outcome = import_contacts(content, file_name=path.name, at=now, me=me)
    except UnreadableContacts as refusal:
        return _unread(path, str(refusal))
    except FileNotFoundError:
        return _unread(path, "Ce fichier n’existe pas. Vérifiez son nom et son dossier.")
    except OSError as problem:
        return _unread(path, f"Ce fichier n’a pas pu être ouvert : {problem.strerror}.")
    return _report(path, outcome)


def _unread(path: Path, why: str) -> dict[str, Any]:
    refused = [{"file": path.name, "line": None, "reason": why}]
    return {
        "file": path.name,
        "unreadable": True,
        "kept": 0,
        "merged": 0,
        "hidden": 0,
        "refused": refused,
        "warnings": [],
        "people": [],
    }


def _report(path: Path, outcome: "Outcome") -> dict[str, Any]:
    def told(problems: Any) -> list[dict[str, Any]]:
        return [{"file": path.name, "line": one.line or None, "reason": one.why} for one in problems]

    return {
        "file": path.name,
        "unreadable": False,
        "kind": outcome.plan.contacts.kind,
        "kept": outcome.kept,
        "merged": outcome.merged,
        "hidden": outcome.hidden,
        "refused": told(outcome.refused),
        "warnings": told(outcome.warnings),
        "people": [_person(one) for one in outcome.people],
    }


def _person(arrival: Any) -> dict[str, Any]:
    one = arrival.incoming
    last = max((exchange.on for exchange in one.exchanges), default=None)
    return {
        "name": one.name,
        "line": one.line,
        "status": "kept" if arrival.is_new else "merged",
        "reason": arrival.why,
        "emails": list(one.emails),
        "phones": [point.normal for point in arrival.points if point.kind == "phone"],
        "profile": one.profile,
        "organization": one.organization,
        "title": one.title,
        "circle": one.circle,
        "connected_on": one.connected_on.isoformat() if one.connected_on else None,
        "last_exchange_on": last.isoformat() if last else None,
    }


def _together(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the sums of several files, and each file's own counts."""
    sums = {name: sum(report[name] for report in reports) for name in ("kept", "merged", "hidden")}
    lists = {name: [one for report in reports for one in report[name]] for name in LISTED}
    files = [{name: value for name, value in one.items() if name not in LISTED} for one in reports]
    return {**sums, **lists, "files": files}


def _tell(report: dict[str, Any], *, dry_run: bool) -> None:
    from tremplin.law.words import counted

    said = "à ajouter" if dry_run else counted(report["kept"], "ajoutée").split()[-1]
    told = [
        f"{report['kept']} {said}",
        f"{report['merged']} déjà là",
        counted(report["hidden"], "masquée"),
        counted(len(report["refused"]), "refusée"),
    ]
    click.echo(f"{report['file']} : {', '.join(told)}.")
    for problem in (*report["refused"], *report["warnings"])[:SHOWN]:
        where = f"ligne {problem['line']} : " if problem["line"] else ""
        click.echo(f"  {where}{problem['reason']}")


def _written(form: str) -> tuple[bytes, str, int]:
    from tremplin.accounts.queries import current_student
    from tremplin.network import queries
    from tremplin.network.exporting.formats import FORMATS as WRITERS

    if form == "svg":
        from tremplin.network.domain.drawing import map_svg
        from tremplin.network.domain.layout import Focus, Marks, outline

        everyone = queries.network()
        drawn = outline(everyone, focus=Focus(), marks=Marks())
        picture = map_svg(drawn, None, title="Carte de votre réseau").encode()
        return picture, "C’est une image : elle ne se réimporte pas.", len(everyone.people)
    writer = WRITERS[form]
    found = queries.directory(me=current_student().full_name)
    return writer.write(found), writer.leaves, len(found.people)
