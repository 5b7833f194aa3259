"""Audits made by hand, one keyword at a time."""

from datetime import date
from typing import Any

from tremplin.law.sources import education_code
from tremplin.rights.agreement.values import Audit, Fact, Facts, Finding, Level

AMOUNT = education_code("L. 124-6", "LEGIARTI000029234400")


def make_finding(
    id: str = "missing_leave_clause", level: Level = Level.TO_CORRECT, **changed: Any
) -> Finding:
    """Return a finding that asks for something."""
    given = {
        "title": "Aucun congé n’est prévu",
        "why": "La loi le demande.",
        "ask": "Pouvez-vous l’ajouter ?",
    }
    return Finding(id=id, level=level, **{**given, "sources": (AMOUNT,), **changed})


def make_facts(**values: Any) -> Facts:
    """Return facts read on page 1."""
    return Facts({name: Fact(name, value, f"lu : {value}", 1) for name, value in values.items()})


def make_audit(*findings: Finding, unreadable: tuple[tuple[int, str], ...] = (), **facts: Any) -> Audit:
    """Return an audit of four pages, dated January 2026 unless told otherwise."""
    known = {"signature_date": date(2026, 1, 8), "student_name": "Inès Marchetti", "company": "Cargolière"}
    found = make_facts(**{name: value for name, value in {**known, **facts}.items() if value is not None})
    return Audit("convention.pdf", found, findings, unreadable, page_count=4)
