"""Asking for more than the minimum: what the law gives that day, what the student proved, how to say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from tremplin.law.apprenticeship.age_band import AgeBand
from tremplin.law.apprenticeship.pay import minimum_pay
from tremplin.law.internship.gratification import OWED_WHEN, hourly_minimum
from tremplin.law.outcome import Doubt, Holds, NeedsFacts, Step
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.reference_pay import monthly_smic
from tremplin.law.words import NBSP, cents, euros, hours

Kind = Literal["internship", "apprenticeship", "job"]
KINDS: Final[dict[Kind, str]] = {
    "internship": "Un stage",
    "apprenticeship": "Un contrat d’apprentissage",
    "job": "Un emploi à 35 heures",
}
UNITS: Final[dict[Kind, str]] = {
    "internship": "par heure de présence",
    "apprenticeship": "brut par mois",
    "job": "brut par mois",
}
MOST_PROOFS: Final = 2


@dataclass(frozen=True, slots=True)
class Floor:
    """The least the law gives that day.

    Attributes:
        amount: euros, to the cent; None when a fact is missing.
        unit: « par heure de présence », « brut par mois ».
        steps: how it is found, with the article of each step.
        doubts: what the law leaves uncertain.
        missing: what to say first, in French; empty when nothing is missing.
    """

    amount: Decimal | None
    unit: str
    steps: tuple[Step, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    missing: str = ""

    @property
    def says(self) -> str:
        """Say the amount with its unit; empty when it is not known."""
        return "" if self.amount is None else f"{euros(self.amount)} {self.unit}"


@dataclass(frozen=True, slots=True)
class Proof:
    """A story proved by dated notes, in the student's own sentences."""

    story: int
    says: str


def floor(
    kind: Kind,
    *,
    on: date,
    age_band: AgeBand | None = None,
    contract_year: int | None = None,
    figures: Figures = OFFICIAL,
) -> Floor:
    """Return the least the law gives for one kind of contract.

    Args:
        kind: what is negotiated.
        on: the day it is signed, whose figures apply.
        age_band: of an apprentice; None if unknown.
        contract_year: of an apprentice, 1 for the first; None if unknown.
        figures: published figures.

    Returns:
        The amount with its articles, or what is missing to know it.

    Raises:
        NoValueInForce: no figure is known that day.
    """
    unit = UNITS[kind]
    if kind == "internship":
        return _internship(on, unit, figures)
    if kind == "job":
        held = monthly_smic(on=on, figures=figures)
        return Floor(held.value, unit, held.steps, held.doubts)
    pay = minimum_pay(age_band=age_band, contract_year=contract_year, on=on, figures=figures)
    if isinstance(pay, Holds):
        return Floor(pay.value.amount, unit, pay.steps, pay.doubts)
    asked = "Dites votre âge et l’année du contrat." if isinstance(pay, NeedsFacts) else ""
    return Floor(None, unit, pay.steps, pay.doubts, asked)


def _internship(on: date, unit: str, figures: Figures) -> Floor:
    outcome = hourly_minimum(signed_on=on, figures=figures)
    threshold = figures.get("internship", "gratification_threshold", on=on).value
    owed = f"Elle est due dès la première heure quand le stage dépasse {hours(threshold)} de présence."
    amount = cents(outcome.value) if isinstance(outcome, Holds) else None
    return Floor(amount, unit, (*outcome.steps, Step(owed, OWED_WHEN)), outcome.doubts)


def verdict(least: Floor, ask: Decimal | None, *, is_capped: bool = False) -> str:
    """Say where an ask stands against the law.

    Args:
        least: what the law gives.
        ask: euros in the same unit; None when nothing is asked yet.
        is_capped: the host is public and may pay its intern no more than the legal rate.

    Returns:
        One sentence without a full stop; empty when one of the two is unknown.
    """
    if ask is None or least.amount is None:
        return ""
    gap = ask - least.amount
    if gap < 0:
        return f"C’est {euros(-gap)} sous le minimum légal{NBSP}: ce montant ne peut pas être proposé"
    if gap == 0:
        return "C’est le minimum légal, vous l’aurez sans négocier"
    if is_capped:
        return "Un organisme public ne peut pas verser plus que le taux légal"
    return f"C’est {euros(gap)} de plus que le minimum légal"


def speech(kind: Kind, *, least: Floor, ask: Decimal | None, proofs: Iterable[Proof]) -> tuple[str, ...]:
    """Write what may be said aloud, sentence by sentence.

    Args:
        kind: what is negotiated.
        least: what the law gives.
        ask: euros in the same unit; None when nothing is asked, or may be.
        proofs: proved stories, the strongest first.

    Returns:
        Sentences; every figure in them is the law's, the student's own ask, or proved.
    """
    told = tuple(proofs)[:MOST_PROOFS]
    shown = [f"Voici un exemple de mon travail. {told[0].says}"] if told else []
    shown += [f"Un autre exemple. {one.says}" for one in told[1:]]
    is_more = ask is not None and least.amount is not None and ask > least.amount
    law = [f"Je sais que le minimum légal est de {least.says}."] if least.says else []
    so = "Pour ces raisons, je" if told else "Je"
    asked = [f"{so} vous propose {euros(ask)} {least.unit}."] if is_more and ask else []
    closing = (
        "Si le montant est fixé, pouvons-nous parler du transport, des repas ou du télétravail ?"
        if kind == "internship"
        else "Si le montant est fixé, pouvons-nous prévoir un point à six mois ?"
    )
    thanks = "Votre proposition m’intéresse, et j’aimerais parler de la rémunération."
    return (thanks, *shown, *law, *asked, closing)
