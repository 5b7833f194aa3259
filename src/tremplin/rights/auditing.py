"""Reading and auditing one file, as plain values: the process behind `tremplin rights audit`."""

import sys
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.rights.agreement.audit import audit
from tremplin.rights.agreement.reading.child import Progress, serve
from tremplin.rights.agreement.reading.files import read
from tremplin.rights.agreement.reading.limits import Limits
from tremplin.rights.agreement.values import FACT_LABELS, Audit, Fact, Finding


def as_json(result: Audit) -> dict[str, Any]:
    """Return an audit as plain values.

    Args:
        result: the audit.

    Returns:
        "facts" by name, None for those the document does not state; "findings", the ids to
        correct or to clarify, each once; "details", every finding with its words, page and
        sources; "unreadable_pages", their numbers; "unreadable", why; "verdict".
    """
    return {
        "facts": {name: _plain(result.facts.value(name)) for name in FACT_LABELS},
        "findings": list(dict.fromkeys(finding.id for finding in result.reported)),
        "details": [_detail(finding) for finding in result.findings],
        "quotes": {fact.name: _quoted(fact) for fact in result.facts},
        "unreadable_pages": [number for number, _ in result.unreadable],
        "unreadable": [{"page": number, "why": why} for number, why in result.unreadable],
        "page_count": result.page_count,
        "verdict": result.verdict,
    }


def _detail(finding: Finding) -> dict[str, Any]:
    detail = {field.name: _plain(getattr(finding, field.name)) for field in fields(finding)}
    detail["sources"] = [str(source) for source in finding.sources]
    detail["doubts"] = [doubt.says for doubt in finding.doubts]
    return detail


def _quoted(fact: Fact) -> dict[str, Any]:
    return {"quote": fact.quote, "page": fact.page, "certainty": fact.certainty}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def answer(question: dict[str, Any], tell: Progress) -> dict[str, Any]:
    """Return the audit of the file a question names, on the day it gives."""
    limits = Limits(**question["bounds"])
    document = read(question["path"], name=question["name"], progress=tell, limits=limits)
    return as_json(audit(document, on=date.fromisoformat(question["on"])))


if __name__ == "__main__":
    serve(answer, sys.argv[1:])
