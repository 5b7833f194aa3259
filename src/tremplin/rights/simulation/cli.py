"""`tremplin rights gratification`: the minimum for so many hours, with the steps of the page."""

import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from tremplin.kit.terminal import Day

MOST = Decimal(1_000_000)


class DayOfLaw(Day):
    """A day, in our centuries."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a day whose figures may be known, or guessed, one day."""
        from tremplin.rights.simulation.domain.scenario import LATEST_YEAR

        day = super().convert(value, param, ctx)
        if day.year > LATEST_YEAR:
            self.fail("cette date est trop lointaine. Vérifiez l’année.", param, ctx)
        return day


class Amount(click.ParamType[Decimal]):
    """A number, with a point or a comma."""

    name = "nombre"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Read a number that is not negative."""
        try:
            amount = Decimal(str(value).replace(",", "."))
        except InvalidOperation:
            self.fail(f"« {value} » n’est pas un nombre.", param, ctx)
        if not amount.is_finite() or amount < 0:
            self.fail("un nombre positif est attendu.", param, ctx)
        if amount > MOST:
            self.fail("ce nombre est trop grand : vérifiez.", param, ctx)
        return amount


@click.command()
@click.option("--hours", required=True, type=Amount(), help="Heures de présence dans l’organisme.")
@click.option(
    "--signed", required=True, type=DayOfLaw(), help="Jour de signature de la convention (AAAA-MM-JJ)."
)
@click.option("--from", "first", type=DayOfLaw(), help="Premier jour du stage, pour voir un 1er janvier.")
@click.option("--to", "last", type=DayOfLaw(), help="Dernier jour du stage.")
@click.option("--branch", type=Amount(), help="Minimum de branche, en euros par heure.")
@click.option("--rural", is_flag=True, help="Lycéen en maison familiale rurale.")
@click.option("--json", "as_json", is_flag=True, help="Écrire un objet JSON au lieu de phrases.")
def gratification(
    hours: Decimal,
    signed: datetime,
    first: datetime | None,
    last: datetime | None,
    branch: Decimal | None,
    rural: bool,
    as_json: bool,
) -> None:
    """Calculer la gratification minimale d’un stage.

    Code de sortie : 0 si une réponse est donnée, 2 pour une commande mal écrite.
    """
    from tremplin.law.internship.gratification import minimum_gratification
    from tremplin.law.parameters import NoValueInForce

    day: date = signed.date()
    try:
        outcome = minimum_gratification(
            placement=_placement(hours, day, first, last),
            signed_on=day,
            rural_family_school=rural,
            branch_hourly=branch,
        )
    except NoValueInForce as unknown:
        raise click.BadParameter(str(unknown), param_hint="--signed") from None
    if first is None:
        outcome = replace(outcome, doubts=(*outcome.doubts, _no_dates()))
    click.echo(json.dumps(_plain(outcome), ensure_ascii=False) if as_json else _human(outcome))


def _placement(hours: Decimal, signed_on: date, first: datetime | None, last: datetime | None) -> Any:
    """Return the internship, its hours shared among months when both days are given."""
    from tremplin.law.internship.attendance import share_by_month
    from tremplin.law.internship.placement import Placement
    from tremplin.rights.simulation.domain.scenario import ImpossibleDates, check_dates

    if first is None and last is None:
        return Placement(signed_on, signed_on, hours)
    if first is None or last is None:
        raise click.UsageError("Donnez les deux jours, --from et --to, ou aucun.")
    starts_on, ends_on = first.date(), last.date()
    try:
        check_dates(starts_on=starts_on, ends_on=ends_on)
    except ImpossibleDates as refusal:
        raise click.BadParameter(str(refusal), param_hint="--to") from None
    by_month = share_by_month(hours=hours, starts_on=starts_on, ends_on=ends_on)
    return Placement(starts_on, ends_on, hours, hours_by_month=by_month)


def _no_dates() -> Any:
    from tremplin.law.outcome import Doubt

    says = (
        "Sans --from ni --to, toutes les heures sont comptées au plafond du jour de signature. Si un "
        "1er janvier sépare la signature de la fin du stage, une autre lecture peut donner davantage."
    )
    return Doubt("cli.no_dates", says)


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
