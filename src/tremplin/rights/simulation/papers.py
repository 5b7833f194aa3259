"""A simulation on paper: the statement, the claim of what is late, the table for a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.documents.gratification_statement import GratificationStatement, PaidMonth, Reading
from tremplin.documents.letter import Account, AccountLine, Letter
from tremplin.documents.paper import Cited, Fact, Figure
from tremplin.law.internship.payment import BY_THE_HOUR, MONTHLY
from tremplin.law.outcome import Doubt, Holds
from tremplin.law.words import counted, day, euros, hours, month
from tremplin.rights.figures import figure_words
from tremplin.rights.simulation.domain import wording
from tremplin.rights.simulation.domain.months import Month
from tremplin.rights.simulation.domain.simulate import Simulation

STATES = {"past": "", "current": "en cours", "to come": ""}
DISCLAIMER = (
    "Calcul fait sur votre ordinateur à partir de ce que vous avez saisi. Il ne remplace pas un avis "
    "juridique."
)
TABLE_NOTE = (
    "Au réel : heures du mois. Lissé : le même total partagé entre les mois civils couverts. Les deux sont "
    "permis, la convention doit dire lequel."
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes the claim, to whom, from where."""

    name: str = ""
    address: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    salutation: str = "Madame, Monsieur,"
    place: str = ""


def statement(simulation: Simulation, *, on: date, author: str = "") -> GratificationStatement:
    """Return the statement of a simulation, ready to print.

    Args:
        simulation: the answer.
        on: the day written on it.
        author: the student's name; may be empty.

    Returns:
        The document model.
    """
    scenario = simulation.scenario
    months = [_paid_month(line) for line in simulation.months]
    return GratificationStatement(
        subject=subject(simulation, author),
        title=wording.title(simulation),
        summary=wording.lead(simulation),
        assumptions=_assumptions(simulation),
        months=tuple(months),
        total=_total(simulation),
        table_note=TABLE_NOTE,
        figures=_figures(simulation),
        milestones=tuple(
            Fact(day(passed.on), f"plus de {hours(passed.hours)} de présence")
            for passed in (simulation.progress.pay, simulation.progress.six_months)
            if passed.on
        ),
        readings=tuple(
            Reading(each.name, each.says, each.total, kept=each.kept) for each in wording.readings(simulation)
        ),
        difference=_difference(simulation),
        doubts=tuple(_cited(doubt) for doubt in simulation.doubts),
        sources=_sources(simulation),
        disclaimer=DISCLAIMER,
        produced_on=on,
        author=author or scenario.host,
    )


def claim(simulation: Simulation, sender: Sender, *, on: date) -> Letter | None:
    """Return the polite letter that asks for what is late.

    Args:
        simulation: the answer, sums received included.
        sender: who writes, to whom.
        on: the day written on it.

    Returns:
        The document model; None when nothing is late.
    """
    if not isinstance(simulation.balance, Holds):
        return None
    lines = [line for line in simulation.months if line.late]
    return Letter(
        sender=tuple(filter(None, (sender.name, *sender.address))),
        recipient=tuple(filter(None, (simulation.scenario.host, *sender.recipient))),
        subject=f"Complément de gratification, {_months(lines)}",
        salutation=sender.salutation,
        body=_body(simulation, lines, simulation.balance.value.due),
        closing=f"Je vous prie d’agréer, {sender.salutation.rstrip(',')}, mes salutations distinguées.",
        produced_on=on,
        place=sender.place,
        enclosures=("Relevé de gratification",),
    )


def subject(simulation: Simulation, author: str = "") -> str:
    """Name the internship in one line.

    Args:
        simulation: the answer.
        author: the student's name; may be empty.

    Returns:
        « Stage d’Inès Marchetti chez Cargolière, du 2 février au 3 juillet 2026 ».
    """
    scenario = simulation.scenario
    whose = f" {_of(author)}" if author else ""
    where = f" chez {scenario.host}" if scenario.host else ""
    return f"Stage{whose}{where}, du {day(scenario.starts_on)} au {day(scenario.ends_on)}"


def _of(name: str) -> str:
    return f"d’{name}" if name[:1].lower() in "aeiouyàâéèêëîïôöû" else f"de {name}"


def _paid_month(line: Month) -> PaidMonth:
    label = month(line.month).capitalize()
    return PaidMonth(
        label=f"{label}, estimation" if line.estimated else label,
        days=line.days,
        hours=line.hours,
        real=line.real,
        smoothed=line.smoothed,
        paid=line.received,
        due=line.late,
        state=STATES[line.state],
    )


def _total(simulation: Simulation) -> PaidMonth:
    balance = simulation.balance.value if isinstance(simulation.balance, Holds) else None
    said = [line.received for line in simulation.months if line.received is not None]
    return PaidMonth(
        label="Total",
        days=simulation.days,
        hours=simulation.hours,
        real=simulation.minimum,
        smoothed=simulation.minimum,
        paid=sum(said, Decimal(0)) if said else None,
        due=balance.due if balance else None,
    )


def _assumptions(simulation: Simulation) -> tuple[Fact, ...]:
    scenario = simulation.scenario
    first = scenario.stages[0]
    facts = [
        Fact("Dates", f"du {day(scenario.starts_on)} au {day(scenario.ends_on)}"),
        Fact("Présence", f"{hours(sum(first.weekly.values(), Decimal(0)))} par semaine"),
        Fact("Signature", day(first.signed_on), "" if scenario.signature_is_known else "supposée"),
    ]
    if scenario.absences:
        facts.append(Fact("Absences", counted(len(scenario.absences), "jour")))
    if scenario.closures:
        facts.append(Fact("Fermetures", counted(len(scenario.closures), "jour")))
    if simulation.promised is not None:
        facts.append(Fact("Promesse", f"{euros(simulation.promised)} en tout"))
    facts.append(Fact("Versement", "au réel" if scenario.method == "real" else "lissé"))
    return tuple(facts)


def _figures(simulation: Simulation) -> tuple[Figure, ...]:
    found = []
    if isinstance(simulation.balance, Holds):
        found.append(Figure(euros(simulation.balance.value.due), "restent à verser.", proof=True))
    if simulation.gap is not None and simulation.gap < 0:
        says = "de moins que le minimum, avec le montant prévu."
        found.append(Figure(euros(-simulation.gap), says, proof=True))
    if simulation.net is not None and simulation.withheld:
        found.append(Figure(euros(simulation.net), "nets de cotisations, en tout."))
    return tuple(found[:3])


def _difference(simulation: Simulation) -> str:
    if not simulation.difference:
        return ""
    return f"La différence est de {euros(simulation.difference)}. {wording.why_this_reading(simulation)}"


def _cited(doubt: Doubt) -> Cited:
    return Cited(doubt.says, tuple(str(source) for source in doubt.because))


def _sources(simulation: Simulation) -> tuple[str, ...]:
    texts = [str(step.because) for step in simulation.steps if step.because]
    figures = [
        f"{figure.label} : {figure_words(figure)} (depuis le {day(figure.since)})"
        for figure in simulation.figures
        if figure_words(figure)
    ]
    return tuple(dict.fromkeys((*texts, *figures)))


def _months(lines: Sequence[Month]) -> str:
    names = [month(line.month) for line in lines]
    if len(names) <= 2:
        return " et ".join(names)
    return f"{names[0]} à {names[-1]}"


def _body(simulation: Simulation, lines: Sequence[Month], due: Decimal) -> tuple[str | Account, ...]:
    scenario = simulation.scenario
    first = scenario.stages[0]
    account = Account(
        lines=tuple(_account_line(line) for line in lines),
        total=AccountLine(
            "Total",
            sum((line.claimable for line in lines), Decimal(0)),
            sum((line.received or Decimal(0) for line in lines), Decimal(0)),
            due,
        ),
    )
    here = "Je suis" if any(line.state != "past" for line in simulation.months) else "J’ai été"
    agreement = (
        f", selon la convention signée le {day(first.signed_on)}" if scenario.signature_is_known else ""
    )
    return (
        f"{here} stagiaire dans votre organisme du {day(scenario.starts_on)} au {day(scenario.ends_on)}"
        f"{agreement}.",
        f"En comparant mes heures de présence aux versements reçus, je trouve un écart de {euros(due)} :",
        account,
        _grounds(simulation),
        "Il peut s’agir d’un oubli ou d’une façon différente de compter. Pouvez-vous verser ce complément "
        "avec la prochaine gratification, ou me dire en quoi votre calcul diffère du mien ? Je joins le "
        "détail mois par mois.",
    )


def _account_line(line: Month) -> AccountLine:
    received = line.received or Decimal(0)
    return AccountLine(month(line.month).capitalize(), line.claimable, received, line.claimable - received)


def _grounds(simulation: Simulation) -> str:
    """Say what the claim rests on: the law when it owes that much, else the agreement itself."""
    if not simulation.is_due or (simulation.gap or Decimal(0)) > 0:
        return "Ce calcul reprend le montant que la convention prévoit."
    threshold = hours(simulation.progress.pay.hours)
    rates = " puis ".join(euros(rate) for rate in simulation.hourly)
    return (
        f"Le stage dépasse {threshold} de présence. La gratification est alors due dès la première heure et "
        f"versée chaque mois ({MONTHLY}), pour chaque heure de présence ({BY_THE_HOUR}). Le minimum est ici "
        f"de {rates} par heure."
    )
