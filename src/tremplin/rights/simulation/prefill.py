"""What the simulator opens on: the agreement read last, else an empty week of full time."""

from collections.abc import Mapping

from tremplin.accounts.queries import current_student
from tremplin.rights.queries import SimulatorFacts, simulator_facts

FULL_TIME = "35"


def first_parameters() -> tuple[Mapping[str, list[str]], SimulatorFacts | None]:
    """Return what the fields hold on a first visit.

    Returns:
        Texts by field, and the agreement they come from; None when there is none.
    """
    student, facts = current_student(), simulator_facts()
    said = {
        "weekly": FULL_TIME,
        "birth_on": _text(student.birth_on),
        "year_from": _text(student.school_year_from),
        **(_from_agreement(facts) if facts else {}),
    }
    return {name: [text] for name, text in said.items() if text}, facts


def _from_agreement(facts: SimulatorFacts) -> dict[str, str]:
    pay = facts.gratification
    promised = {"agreed": str(pay.amount), "unit": str(pay.unit)} if pay and pay.unit != "none" else {}
    return {
        "host": facts.host,
        "starts_on": _text(facts.starts_on),
        "ends_on": _text(facts.ends_on),
        "weekly": _text(facts.weekly_hours) or FULL_TIME,
        "signed_on": _text(facts.signed_on),
        **promised,
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)
