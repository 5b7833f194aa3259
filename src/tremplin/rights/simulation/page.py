"""What the simulator's templates receive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.forms import BoundField

from tremplin.law.outcome import Holds
from tremplin.rights.simulation.assumed import Answered
from tremplin.rights.simulation.domain import wording
from tremplin.rights.simulation.domain.calendar import calendar
from tremplin.rights.simulation.domain.drawing import line_of_hours
from tremplin.rights.simulation.domain.months import Month
from tremplin.rights.simulation.domain.simulate import Simulation
from tremplin.rights.simulation.fields import CHANGES, OTHER_STAGES, month_name
from tremplin.rights.simulation.forms import SimulationForm
from tremplin.rights.simulation.queries import kept_simulation, kept_simulations

WEEKDAYS = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")


@dataclass(frozen=True, slots=True)
class Line:
    """One month of the table, with the share of the highest month for its bar."""

    month: Month
    share: Decimal


@dataclass(frozen=True, slots=True)
class Reality:
    """One month really lived: the two fields, and what had to be paid."""

    month: date
    worked: BoundField
    received: BoundField
    planned: Month | None


def context(answered: Answered, *, kept: Mapping[str, str], today: date) -> dict[str, Any]:
    """Return everything the page shows.

    Args:
        answered: the form and, when possible, its answer.
        kept: number and revision of the kept simulation the page is about; may be empty.
        today: the student's day.

    Returns:
        Values for the templates.
    """
    form, simulation = answered.form, answered.simulation
    values: dict[str, Any] = {
        "form": form,
        "query": answered.query,
        "refusal": answered.refusal,
        "mistakes": form.mistakes() if form.is_bound else [],
        "rows": _rows(form),
        "reality": _reality(form, simulation),
        "ceilings": [form[f"ceiling_{year}"] for year in form.years],
        "kept": kept,
        "kept_name": _name(kept),
        "kept_simulations": kept_simulations(),
        "parameters": form.parameters() if simulation else {},
        "weekdays": WEEKDAYS,
        "simulation": simulation,
    }
    return values | (_answer(simulation, today) if simulation else {})


def _answer(simulation: Simulation, today: date) -> dict[str, Any]:
    highest = max((month.real for month in simulation.months), default=Decimal(0)) or Decimal(1)
    return {
        "title": wording.title(simulation),
        "lead": wording.lead(simulation),
        "lines": [Line(month, month.real / highest) for month in simulation.months],
        "readings": wording.readings(simulation),
        "why_this_reading": wording.why_this_reading(simulation),
        "milestones": [
            wording.milestone(passed, today)
            for passed in (simulation.progress.pay, simulation.progress.six_months)
        ],
        "drawing": line_of_hours(simulation.scenario, simulation.progress, today),
        "calendar": calendar(simulation.scenario, simulation.stages),
        "holidays": sorted({item for stage in simulation.stages for item in stage.holidays.items()}),
        "balance": simulation.balance.value if isinstance(simulation.balance, Holds) else None,
        "missing": -simulation.gap if simulation.gap is not None and simulation.gap < 0 else None,
        "beyond": simulation.gap if simulation.gap is not None and simulation.gap > 0 else None,
        "has_charges": any(month.withheld != 0 for month in simulation.months),
    }


def _rows(form: SimulationForm) -> dict[str, list[list[BoundField]]]:
    stages = ("starts_on", "ends_on", "weekly", "signed_on", "school")
    changes = ("signed_on", "from_on", "ends_on", "weekly")
    return {
        "stages": [[form[f"stage{number}_{name}"] for name in stages] for number in OTHER_STAGES],
        "changes": [[form[f"change{number}_{name}"] for name in changes] for number in CHANGES],
    }


def _reality(form: SimulationForm, simulation: Simulation | None) -> list[Reality]:
    planned = {month.month: month for month in simulation.months} if simulation else {}
    return [
        Reality(
            month,
            form[month_name("worked", month)],
            form[month_name("received", month)],
            planned.get(month),
        )
        for month in form.months
    ]


def _name(kept: Mapping[str, str]) -> str:
    found = kept_simulation(int(kept["simulation"])) if kept else None
    return found.name if found else ""
