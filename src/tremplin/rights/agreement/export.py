"""An audit as JSON-ready values, for the command line and for scoring."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.law.outcome import Doubt
from tremplin.law.sources import Source
from tremplin.rights.agreement.values import Audit, Fact, Finding, Gratification


def to_json(audit: Audit) -> dict[str, Any]:
    """Return an audit as plain values.

    Args:
        audit: the audit.

    Returns:
        `facts` (dates ISO, numbers plain, gratification as amount and unit), `findings`
        (ids to correct or clarify), `details` (every finding in full), `verdict` and
        `unreadable_pages` (numbers and sentences).
    """
    return {
        "facts": {fact.name: plain(fact.value) for fact in audit.facts},
        "sources": {fact.name: origin(fact) for fact in audit.facts},
        "findings": list(dict.fromkeys(finding.id for finding in audit.reported)),
        "details": [detail(finding) for finding in audit.findings],
        "verdict": audit.verdict,
        "unreadable_pages": [{"page": page, "why": why} for page, why in audit.unreadable],
    }


def plain(value: Any) -> Any:
    """Return a value that JSON can hold."""
    if isinstance(value, Gratification):
        return {"amount": plain(value.amount), "unit": value.unit}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def origin(fact: Fact) -> dict[str, Any]:
    """Return where a fact was read."""
    return {"quote": fact.quote, "page": fact.page, "certainty": fact.certainty}


def detail(finding: Finding) -> dict[str, Any]:
    """Return one finding in full."""
    return {
        "id": finding.id,
        "level": finding.level.value,
        "title": finding.title,
        "quote": finding.quote,
        "page": finding.page,
        "searched": list(finding.searched),
        "why": finding.why,
        "sources": [cited(source) for source in finding.sources],
        "stake": None if finding.stake is None else str(finding.stake),
        "ask": finding.ask,
        "doubts": [doubted(doubt) for doubt in finding.doubts],
        "steps": list(finding.steps),
    }


def cited(source: Source) -> dict[str, str]:
    """Return a citation with its address."""
    return {"citation": str(source), "url": source.url}


def doubted(doubt: Doubt) -> dict[str, Any]:
    """Return a doubt with what it rests on."""
    return {"rule": doubt.rule, "says": doubt.says, "because": [str(source) for source in doubt.because]}
