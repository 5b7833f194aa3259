"""`tremplin rights gratification`: the minimum for so many hours, with the steps of the page."""

import json
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import click

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


class Amount(click.ParamType[Decimal]):
    """A number, with a point or a comma."""

    name = "nombre"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Read a number that is not negative."""
        try:
            amount = Decimal(str(value).replace(",", "."))
        except InvalidOperation:
            self.fail(f"« {value} » n’est pas un nombre.", param, ctx)
        if not amount.is_finite() or amount < 0:
            self.fail("un nombre positif est attendu.", param, ctx)
        return amount


@click.command()
@click.option("--hours", required=True, type=Amount(), help="Heures de présence dans l’organisme.")
@click.option("--signed", required=True, type=DAY, help="Jour de signature de la convention (AAAA-MM-JJ).")
@click.option("--branch", type=Amount(), help="Minimum de branche, en euros par heure.")
@click.option("--rural", is_flag=True, help="Lycéen en maison familiale rurale.")
@click.option("--json", "as_json", is_flag=True, help="Écrire un objet JSON au lieu de phrases.")
def gratification(
    hours: Decimal, signed: datetime, branch: Decimal | None, rural: bool, as_json: bool
) -> None:
    """Calculer la gratification minimale d’un stage.

    Code de sortie : 0 si une réponse est donnée, 2 pour une commande mal écrite.
    """
    from tremplin.law.internship.gratification import minimum_gratification
    from tremplin.law.internship.placement import Placement
    from tremplin.law.parameters import NoValueInForce

    day: date = signed.date()
    try:
        outcome = minimum_gratification(
            placement=Placement(day, day, hours),
            signed_on=day,
            rural_family_school=rural,
            branch_hourly=branch,
        )
    except NoValueInForce as unknown:
        raise click.BadParameter(str(unknown), param_hint="--signed") from None
    click.echo(json.dumps(_plain(outcome), ensure_ascii=False) if as_json else _human(outcome))


def _plain(outcome: Any) -> dict[str, Any]:
    """Write the answer for a program; amounts stay exact as text."""
    total = outcome.value.total if outcome.answer == "holds" else None
    return {
        "answer": outcome.answer,
        "total": None if total is None else str(total),
        "steps": [_step(step) for step in outcome.steps],
        "doubts": [{"rule": doubt.rule, "says": doubt.says} for doubt in outcome.doubts],
    }


def _step(step: Any) -> dict[str, str | None]:
    return {"says": step.says, "because": str(step.because) if step.because else None}


def _human(outcome: Any) -> str:
    """Write the answer for a person: the finding, then its steps and doubts."""
    from tremplin.law.words import euros

    owed = outcome.answer == "holds"
    title = f"Au moins {euros(outcome.value.total)}." if owed else "Aucune gratification obligatoire."
    lines = [title]
    lines += [
        f"  – {step.says} ({step.because})" if step.because else f"  – {step.says}" for step in outcome.steps
    ]
    lines += [f"  Doute : {doubt.says}" for doubt in outcome.doubts]
    return "\n".join(lines)
