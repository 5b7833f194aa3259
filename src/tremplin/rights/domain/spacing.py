"""French spacing of what an audit says: no high sign alone at the start of a line."""

import re
from dataclasses import replace

from tremplin.law.words import NBSP
from tremplin.rights.agreement.values import Audit, Fact, Facts, Finding

BEFORE_HIGH_SIGN = re.compile(r"(?<=\S) (?=[:;!?»€%](?:\W|$))")
AFTER_OPENING_QUOTE = re.compile(r"(?<=«) ")


def spaced(text: str) -> str:
    """Put the no-break spaces French wants; the words stay as they are.

    Args:
        text: a sentence of ours, or the words of an agreement.

    Returns:
        The same text, some of its spaces unbreakable.
    """
    return AFTER_OPENING_QUOTE.sub(NBSP, BEFORE_HIGH_SIGN.sub(NBSP, text))


def spaced_audit(audit: Audit) -> Audit:
    """Space all that an audit says and quotes.

    Args:
        audit: the result.

    Returns:
        The same result, ready to be shown.
    """
    facts = Facts({name: _fact(fact) for name, fact in audit.facts.found.items()})
    return replace(audit, facts=facts, findings=tuple(_finding(finding) for finding in audit.findings))


def _fact(fact: Fact) -> Fact:
    return replace(fact, quote=spaced(fact.quote))


def _finding(finding: Finding) -> Finding:
    return replace(
        finding,
        title=spaced(finding.title),
        why=spaced(finding.why),
        quote=spaced(finding.quote),
        ask=spaced(finding.ask),
        steps=tuple(spaced(step) for step in finding.steps),
        doubts=tuple(replace(doubt, says=spaced(doubt.says)) for doubt in finding.doubts),
    )
