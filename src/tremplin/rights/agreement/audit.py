"""The audit of an agreement: from what was read to facts and findings, nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.clauses import units
from tremplin.rights.agreement.facts import read
from tremplin.rights.agreement.findings.dangers import dangers
from tremplin.rights.agreement.findings.limits import limits
from tremplin.rights.agreement.findings.mentions import mentions, purpose
from tremplin.rights.agreement.findings.pay import pay
from tremplin.rights.agreement.findings.signing import signing
from tremplin.rights.agreement.findings.timing import timing
from tremplin.rights.agreement.findings.uses import uses
from tremplin.rights.agreement.pages import Document
from tremplin.rights.agreement.values import Audit, Fact, Facts, Finding, Level

QUESTIONS = (uses, dangers, pay, timing, limits, signing, mentions, purpose)
"""What is asked of every agreement, in the order findings of one level are shown."""


def audit(
    document: Document,
    *,
    corrections: Mapping[str, Any] | None = None,
    on: date,
    figures: Figures = OFFICIAL,
) -> Audit:
    """Read an agreement against the law.

    Args:
        document: pages in reading order.
        corrections: facts by name as the student corrects them; None as a value says that
            the agreement does not state this fact.
        on: the day of the audit, used only when the agreement bears no date.
        figures: published figures, completed by those the student entered.

    Returns:
        Facts, then findings from the gravest. The same arguments give the same result.
    """
    reading = read(document)
    case = Case(
        reading=reading,
        units=units(reading),
        facts=corrected(reading.facts, corrections or {}),
        on=on,
        figures=figures,
        complete=not document.unreadable,
    )
    return Audit(
        name=document.name,
        facts=case.facts,
        findings=ordered(
            [as_far_as_read(case, finding) for question in QUESTIONS for finding in question(case)]
        ),
        unreadable=document.unreadable,
        page_count=document.page_count,
    )


def corrected(facts: Facts, corrections: Mapping[str, Any]) -> Facts:
    """Return the facts with those the student entered in place of those read."""
    found = dict(facts.found)
    for name, value in corrections.items():
        if value is None:
            found.pop(name, None)
        else:
            found[name] = Fact(name, value, certainty="entered")
    return Facts(found)


def as_far_as_read(case: Case, finding: Finding) -> Finding:
    """Return an absence as a doubt about the pages read, when others could not be.

    Args:
        case: tells whether every page was read, and what is known.
        finding: what one question gave.

    Returns:
        The finding itself when something is quoted or every page was read.
    """
    unpaid = finding.id == "gratification_missing" and case.fact("gratification") is None
    if case.complete or finding.quote or not (finding.searched or unpaid):
        return finding
    title = f"Dans les pages lues, {finding.title[0].lower()}{finding.title[1:]}"
    return replace(finding, level=max(finding.level, Level.TO_CHECK, key=list(Level).index), title=title)


def ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings from the gravest level, those with most euros at stake first."""
    levels = list(Level)
    return tuple(sorted(findings, key=lambda one: (levels.index(one.level), -(one.stake or 0))))
