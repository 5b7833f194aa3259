"""`tremplin law`: questions to the rules and their figures, without the web."""

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import click


@click.group()
def law() -> None:
    """Interroger les règles et leurs chiffres."""


@law.command()
@click.argument("table", metavar="FICHIER", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Écrire un objet JSON au lieu de phrases.")
def check(table: Path, as_json: bool) -> None:
    """Confronter les règles à un tableau de cas (CSV).

    Chaque écart est montré avec la valeur attendue, la valeur obtenue et le raisonnement.
    """
    from tremplin.law.cases.run import run_rows
    from tremplin.law.cases.table import UnreadableTable, read_table

    try:
        rows = read_table(table)
    except UnreadableTable as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None
    verdicts = run_rows(rows, today=datetime.now().astimezone().date())
    differing = [verdict for verdict in verdicts if not verdict.agrees]
    agree = len(verdicts) - len(differing)
    if as_json:
        _write(
            {"agree": agree, "differ": len(differing), "differences": [_plain(each) for each in differing]}
        )
    else:
        for verdict in differing:
            _say("\n".join(_lines(verdict)))
        click.echo(f"{agree} agree, {len(differing)} differ")
    raise SystemExit(1 if differing else 0)


@law.command()
@click.option("--json", "as_json", is_flag=True, help="Écrire une liste JSON au lieu d’un tableau.")
def freshness(as_json: bool) -> None:
    """Lister les chiffres du plus anciennement vérifié au plus récent."""
    from tremplin.law.freshness import freshness as every_figure

    figures = every_figure()
    if as_json:
        _write([{name: getattr(each, name) for name in each.__slots__} for each in figures])
        return
    for each in figures:
        known = f"connu jusqu’au {each.known_through:%d/%m/%Y}" if each.known_through else ""
        line = f"{each.last_checked:%d/%m/%Y}  {known:<27}  {each.label}"
        click.echo(f"{line} ({each.confidence})" if each.confidence else line)


def _lines(verdict: Any) -> list[str]:
    """Write one differing case, for a person."""
    lines = [f"{verdict.row.case_id} · {verdict.row.kind}"]
    if verdict.reason:
        lines.append(f"  {verdict.reason}")
    for each in verdict.differences:
        lines.append(f"  {each.key}\u00a0: attendu {_value(each.expected)}, obtenu {_value(each.got)}")
    if verdict.unread:
        lines.append(f"  faits non utilisés\u00a0: {', '.join(verdict.unread)}")
    lines.extend(
        f"    – {step.says} ({step.because})" if step.because else f"    – {step.says}"
        for step in verdict.steps
    )
    return lines


def _plain(verdict: Any) -> dict[str, Any]:
    """Write one differing case, for a program."""
    return {
        "case_id": verdict.row.case_id,
        "kind": verdict.row.kind,
        "reason": verdict.reason,
        "unread": list(verdict.unread),
        "values": [
            {"key": each.key, "expected": each.expected, "got": each.got} for each in verdict.differences
        ],
        "steps": [
            {"says": step.says, "because": str(step.because) if step.because else None}
            for step in verdict.steps
        ],
    }


def _value(value: object) -> str:
    return "rien" if value is None else json.dumps(value, ensure_ascii=False, default=_json)


def _write(value: object) -> None:
    _say(json.dumps(value, ensure_ascii=False, default=_json))


def _say(text: str) -> None:
    """Print what a table holds, lone surrogates of its JSON included."""
    click.echo(text.encode("utf-8", "backslashreplace").decode())


def _json(value: object) -> object:
    """Turn what JSON lacks into what it has: decimals, dates, names."""
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else sorted(map(str, value))  # type: ignore[call-overload]
