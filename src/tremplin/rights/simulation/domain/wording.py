"""The finding in one sentence, and what it rests on, in the student's words."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tremplin.law.ages import months_later
from tremplin.law.outcome import Holds
from tremplin.law.words import counted, day, euros, hours
from tremplin.rights.simulation.domain.milestones import Milestone
from tremplin.rights.simulation.domain.scenario import Scenario
from tremplin.rights.simulation.domain.simulate import Simulation

SPELLED = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")

DAYS_OF_NONE, DAYS_OF_A_WHOLE = 7, 22
"""Days left over: up to the first they are not said, past the second they make a month."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the ceiling, what it gives, and whether the table follows it."""

    name: str
    says: str
    total: Decimal
    kept: bool


def title(simulation: Simulation) -> str:
    """State what the student must remember, in one line without full stop.

    Args:
        simulation: the answer.

    Returns:
        What is still owed when sums were entered, else the least owed, else that none is.
    """
    balance = simulation.balance
    if isinstance(balance, Holds):
        return f"Il reste {euros(balance.value.due)} à vous verser"
    if not simulation.hours:
        return "Aucune heure de présence entre ces dates"
    if not simulation.is_due:
        return f"Aucune gratification obligatoire pour {hours(_counted(simulation))}"
    about = "Environ" if simulation.estimated else "Au moins"
    owed = sum((each.gratification.total for each in simulation.worths if each.owed), Decimal(0))
    return f"{about} {euros(owed)} sur {span(simulation.scenario)}"


def lead(simulation: Simulation) -> str:
    """Say the hours, the rate, and what follows from them.

    Args:
        simulation: the answer.

    Returns:
        Two or three short sentences.
    """
    if not simulation.hours:
        return "Vérifiez les jours de la semaine, les absences et les fermetures."
    rates = " puis ".join(euros(rate) for rate in simulation.hourly)
    said = [f"{hours(simulation.hours)} de présence à {rates}."]
    if simulation.is_due:
        said.append("La gratification est due dès la première heure et versée chaque mois.")
    else:
        threshold = simulation.progress.pay.threshold.value
        said.append(f"Elle devient obligatoire au-delà de {hours(threshold)}. L’organisme peut la verser.")
    if simulation.estimated:
        said.append("Une partie repose sur un plafond qui n’est pas encore publié : c’est une estimation.")
    return " ".join(said)


def span(scenario: Scenario) -> str:
    """Write how long the internships last, to the half month.

    Args:
        scenario: its dates.

    Returns:
        « cinq mois », « deux mois et demi », days below one month, or how many internships.
    """
    if len(scenario.stages) > 1:
        return counted(len(scenario.stages), "stage")
    after = scenario.ends_on + timedelta(days=1)
    months = 0
    while months_later(on=scenario.starts_on, months=months + 1) <= after:
        months += 1
    if not months:
        return counted((after - scenario.starts_on).days, "jour")
    left = (after - months_later(on=scenario.starts_on, months=months)).days
    months += left > DAYS_OF_A_WHOLE
    count = SPELLED[months] if months < len(SPELLED) else str(months)
    return f"{count} mois et demi" if DAYS_OF_NONE < left <= DAYS_OF_A_WHOLE else f"{count} mois"


def readings(simulation: Simulation) -> tuple[Reading, ...]:
    """Return both readings of the ceiling when they differ, or may.

    Args:
        simulation: the answer.

    Returns:
        The reading by signature, then the reading by presence; nothing when they agree.
    """
    unknown = simulation.presence_is_unknown
    if not simulation.worths or not (simulation.difference or unknown):
        return ()
    basis = simulation.worths[0].gratification.basis
    return (
        Reading(
            "Plafond du jour de signature",
            "La lecture de l’administration, sauf si la convention prévoit la revalorisation.",
            simulation.by_signature,
            kept=basis == "signature",
        ),
        Reading(
            "Plafond du jour de chaque heure",
            "La loi lue à la lettre : elle ne fige pas le plafond.",
            simulation.by_presence,
            kept=basis == "presence",
        ),
    )


def why_this_reading(simulation: Simulation) -> str:
    """Say why the table follows one reading.

    Args:
        simulation: an answer whose readings differ.

    Returns:
        One sentence.
    """
    scenario = simulation.scenario
    if scenario.rate_basis is not None:
        return "Le tableau suit la lecture que vous avez choisie."
    if scenario.indexation_clause:
        return "Le tableau suit le plafond de chaque heure, car la convention prévoit la revalorisation."
    return (
        "Le tableau suit le plafond du jour de signature. Si la convention prévoit la revalorisation, "
        "indiquez-le : il suivra le plafond de chaque heure."
    )


def milestone(passed: Milestone, today: date) -> str:
    """Say when a threshold is passed.

    Args:
        passed: the threshold and its day.
        today: tells the past from the future.

    Returns:
        One sentence.
    """
    limit = hours(passed.hours)
    if passed.on is None:
        return f"{limit} : ce seuil n’est pas dépassé."
    verb = "dépassées" if passed.on <= today else "seront dépassées"
    return f"{limit} : {verb} le {day(passed.on)}."


def _counted(simulation: Simulation) -> Decimal:
    return sum((stage.placement.hours for stage in simulation.stages), Decimal(0))
