"""What the simulator opens on: the agreement read last, else an empty week of full time."""

from collections.abc import Mapping
from decimal import Decimal

from tremplin.accounts.queries import current_student
from tremplin.rights.queries import SimulatorFacts, simulator_facts

FULL_TIME = Decimal(35)


def first_values() -> tuple[Mapping[str, object], SimulatorFacts | None]:
    """Return what the fields hold on a first visit.

    Returns:
        Known values by field, and the agreement they come from; None when there is none.
    """
    student, facts = current_student(), simulator_facts()
    said: dict[str, object] = {
        "weekly": FULL_TIME,
        "birth_on": student.birth_on,
        "year_from": student.school_year_from,
        **(_from_agreement(facts) if facts else {}),
    }
    return {name: value for name, value in said.items() if value not in (None, "")}, facts


def _from_agreement(facts: SimulatorFacts) -> dict[str, object]:
    pay = facts.gratification
    promised = {"agreed": pay.amount, "unit": pay.unit} if pay and pay.unit != "none" else {}
    return {
        "host": facts.host,
        "starts_on": facts.starts_on,
        "ends_on": facts.ends_on,
        "weekly": facts.weekly_hours or FULL_TIME,
        "signed_on": facts.signed_on,
        **promised,
    }
