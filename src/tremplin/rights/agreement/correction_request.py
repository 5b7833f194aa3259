"""The e-mail that asks for corrections, from the findings the student chose."""

from collections.abc import Collection
from dataclasses import dataclass

from tremplin.rights.agreement.values import Audit, Finding, Level

LEVELS = (Level.TO_CORRECT, Level.TO_CLARIFY, Level.TO_CHECK)


@dataclass(frozen=True, slots=True)
class Email:
    """A subject and a plain-text body, ready to copy."""

    subject: str
    body: str


def correction_email(audit: Audit, chosen: Collection[str] | None = None) -> Email:
    """Write the e-mail that asks to correct an agreement.

    Args:
        audit: the audit of the agreement.
        chosen: ids of the findings to ask about; None for all that must be corrected or
            clarified.

    Returns:
        Subject and body in French; each request is followed by its article.
    """
    picked = tuple(
        finding
        for level in LEVELS
        for finding in audit.at(level)
        if finding.ask and (finding.id in chosen if chosen is not None else level is not Level.TO_CHECK)
    )
    student = audit.facts.value("student_name")
    company = audit.facts.value("company")
    subject = "Convention de stage" + (f" chez {company}" if company else "") + " : points à revoir"
    lines = ["Bonjour,", "", opening(len(picked)), ""]
    for number, finding in enumerate(picked, start=1):
        lines += [f"{number}. {finding.ask}", *reference(finding), ""]
    lines += [
        "Je reste disponible pour en parler.",
        "",
        "Bien cordialement,",
        *([student] if student else []),
    ]
    return Email(subject.replace(" :", "\u00a0:"), "\n".join(lines))


def opening(count: int) -> str:
    """Return the sentence that introduces the requests."""
    if count == 1:
        return "En relisant la convention de stage, j’ai relevé un point à revoir avant la signature."
    return f"En relisant la convention de stage, j’ai relevé {count} points à revoir avant la signature."


def reference(finding: Finding) -> list[str]:
    """Return the lines that say what the request rests on."""
    quote = [f"   Texte actuel\u00a0: «\u00a0{finding.quote}\u00a0»"] if finding.quote else []
    source = [f"   Référence\u00a0: {finding.sources[0]}"] if finding.sources else []
    return quote + source
