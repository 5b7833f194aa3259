"""`tremplin decision compare`: the figures of the page, from a file."""

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

MOST_BYTES = 2_000_000


@click.group()
def decision() -> None:
    """Comparer stage, apprentissage et professionnalisation."""


@decision.command()
@click.argument("file", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Écrire un objet JSON au lieu de phrases.")
def compare(file: Path, as_json: bool) -> None:
    """Comparer les options d’un fichier JSON (doc/decision.schema.json, doc/decision.example.json).

    La réponse de --json suit doc/decision.answer.schema.json.

    Code de sortie : 0 si une réponse est donnée, 2 pour un fichier mal écrit.
    """
    from tremplin.decision.domain.answer import answer
    from tremplin.decision.domain.file import FileRefused, read_question
    from tremplin.decision.domain.matrix import CannotCompare
    from tremplin.law.parameters import NoValueInForce

    try:
        found = answer(read_question(_read(file)))
    except FileRefused as refusal:
        _refuse(refusal.faults)
    except (CannotCompare, NoValueInForce) as refusal:
        _refuse((str(refusal),))
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else _human(found))


def _read(file: Path) -> object:
    """Return the JSON of a file; say where it breaks when it is not JSON."""
    if file.stat().st_size > MOST_BYTES:
        _refuse((f"« {file.name} » dépasse 2 Mo : ce n’est pas une comparaison.",))
    from tremplin.decision.domain.file import FileRefused, once

    try:
        return json.loads(file.read_text(encoding="utf-8-sig"), object_pairs_hook=once)
    except UnicodeDecodeError:
        _refuse((f"« {file.name} » n’est pas un texte en UTF-8. Enregistrez-le dans ce codage.",))
    except RecursionError:
        _refuse((f"« {file.name} » emboîte trop d’accolades pour être une comparaison.",))
    except json.JSONDecodeError as fault:
        place = f"ligne {fault.lineno}, colonne {fault.colno}"
        _refuse((f"« {file.name} » n’est pas du JSON : {place}. Vérifiez virgules et guillemets.",))
    except FileRefused:
        raise
    except ValueError:
        _refuse((f"« {file.name} » contient un nombre de plusieurs milliers de chiffres. Corrigez-le.",))


def _refuse(faults: tuple[str, ...]) -> NoReturn:
    for fault in faults:
        click.echo(fault, err=True)
    sys.exit(2)


def _human(found: dict[str, Any]) -> str:
    """Write the answer for a person: the matrix first, then each option."""
    matrix = found["matrix"]
    lines = [f"{matrix['title']}.", *([matrix["obstacle"]] if matrix["obstacle"] else [])] if matrix else []
    for option in found["options"]:
        lines += ["", *_lines_of(option)]
    return "\n".join(lines)


def _lines_of(option: dict[str, Any]) -> list[str]:
    from decimal import Decimal

    from tremplin.law.words import euros

    money = option["money"]
    net = money["monthly_net"]
    paid = f"{euros(Decimal(net))} net par mois en moyenne" if net else _unknown(money["unknown"])
    lines = [f"{option['name']} : {paid}"]
    lines += [
        f"  {'Bloque' if check['state'] == 'blocks' else 'À demander'} : {check['topic']}. {step['says']}"
        for check in option["checks"]
        if check["state"] != "clear"
        for step in check["steps"]
    ]
    return lines + [f"  Doute : {doubt['says']}" for doubt in money["doubts"]]


def _unknown(unknown: dict[str, str]) -> str:
    if unknown["reason"] == "rule_stops":
        return f"net non calculé. {unknown['says']}"
    return "net inconnu : il manque des faits"
