"""Runs a case through the rules and says whether they agree with what is expected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from tremplin.law.cases import internship_kinds, parameter_kinds, work_study_kinds
from tremplin.law.cases.answers import Kind
from tremplin.law.cases.compare import Difference, differences
from tremplin.law.cases.inputs import LARGEST, Inputs, Unreadable, parse_object
from tremplin.law.cases.table import Row
from tremplin.law.outcome import Step
from tremplin.law.parameters import NoValueInForce

KINDS: dict[str, Kind] = {**internship_kinds.KINDS, **work_study_kinds.KINDS, **parameter_kinds.KINDS}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one case: it agrees when nothing differs and nothing stopped it."""

    row: Row
    differences: tuple[Difference, ...] = ()
    reason: str = ""
    steps: tuple[Step, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the rules give what the case expects."""
        return not self.differences and not self.reason


def run_rows(rows: Iterable[Row], *, today: date) -> tuple[Verdict, ...]:
    """Run every case of a table, in order.

    Args:
        rows: the cases.
        today: the day used by a case that names none.

    Returns:
        One verdict per case.
    """
    return tuple(run_row(row, today=today) for row in rows)


def run_row(row: Row, *, today: date) -> Verdict:
    """Run one case; what cannot be read or has no answer differs, with the reason.

    Args:
        row: the case.
        today: the day used when it names none.

    Returns:
        The verdict, with the reasoning of the rule when there is one.
    """
    kind = KINDS.get(row.kind)
    if kind is None:
        return Verdict(row, reason=f"Le type de cas «\u00a0{row.kind}\u00a0» n’est pas connu.")
    try:
        inputs = Inputs(parse_object(row.inputs))
        expected = parse_object(row.expected)
        tolerance = read_tolerance(row.tolerance)
        found = kind(inputs, today)
    except (Unreadable, NoValueInForce) as error:
        return Verdict(row, reason=str(error))
    reason = "" if expected else "Rien n’est attendu."
    gaps = differences(expected=expected, got=found.values, tolerance=tolerance)
    return Verdict(row, gaps, reason, found.steps, inputs.unread)


def read_tolerance(text: str) -> Decimal:
    """Read how far a number may be from the one expected; empty means not at all.

    Raises:
        Unreadable: the text is not a positive number.
    """
    try:
        tolerance = Decimal(text or 0)
    except InvalidOperation:
        raise Unreadable(f"La tolérance «\u00a0{text}\u00a0» n’est pas un nombre.") from None
    if not tolerance.is_finite() or not 0 <= tolerance <= LARGEST:
        raise Unreadable(f"La tolérance «\u00a0{text}\u00a0» n’est pas un nombre utilisable.")
    return tolerance
