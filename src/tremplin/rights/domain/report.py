"""The audit as a document model: the A4 report the student prints or sends."""

from datetime import date

from tremplin.documents.audit_report import AuditReport, CompliantPoint, FindingLevel, ReportedFinding
from tremplin.documents.paper import Fact, Marked
from tremplin.law.words import NBSP, counted, euros
from tremplin.rights.agreement.values import FACT_LABELS, Audit, Facts, Finding, Level
from tremplin.rights.domain.citations import citations
from tremplin.rights.domain.fact_rows import ORIGINS
from tremplin.rights.domain.typed_facts import shown
from tremplin.rights.domain.unread import unread_notes, unread_pages

PRINTED_FACTS = (
    "student_name", "school", "company", "city", "start_date", "end_date", "total_hours", "weekly_hours",
    "gratification", "tutor", "referent", "signature_date",
)  # fmt: skip
LEVELS: dict[Level, FindingLevel] = {
    Level.TO_CORRECT: "à corriger",
    Level.TO_CLARIFY: "à préciser",
    Level.TO_CHECK: "à vérifier",
}
DISCLAIMER = (
    "Relevé automatique, fait sur l’ordinateur de l’étudiant. À faire relire par l’école. "
    "Il ne remplace pas un avis juridique."
)


def audit_report(audit: Audit, *, version: int, on: date) -> AuditReport:
    """Turn an audit into its report.

    Args:
        audit: facts and findings.
        version: number of the version.
        on: day written at the top.

    Returns:
        The model that `documents` prints.
    """
    return AuditReport(
        subject=subject(audit.facts),
        version=f"version {version}, {counted(audit.page_count, 'page')}",
        verdict=audit.verdict.replace("Votre convention", "Cette convention"),
        summary="Texte comparé à la loi en vigueur à la date de la convention.",
        facts=tuple(_fact(name, audit.facts) for name in PRINTED_FACTS if name in audit.facts),
        findings=tuple(_finding(one, audit) for one in audit.findings if one.level is not Level.COMPLIANT),
        compliant=tuple(_compliant(one) for one in audit.at(Level.COMPLIANT)),
        unreadable=tuple(f"{note.title} {note.says}" for note in unread_notes(audit)),
        disclaimer=DISCLAIMER,
        produced_on=on,
        author=audit.facts.value("student_name") or "",
    )


def subject(facts: Facts) -> str:
    """Write « Stage d’Inès Marchetti chez Cargolière », as far as names are known."""
    name, host = facts.value("student_name"), facts.value("company")
    of = f" {_of(name)}" if name else ""
    return f"Stage{of}{f' chez {host}' if host else ''}"


def absence(finding: Finding, audit: Audit) -> str:
    """Write what was looked for and not found, and where; empty when something was found."""
    if finding.quote or not finding.searched:
        return ""
    unread, pages = unread_pages(audit), audit.page_count
    where = "Rien dans la page" if pages == 1 else f"Rien dans les {counted(pages, 'page')}"
    if unread:
        where = f"Rien dans les pages lues. Pas lu{NBSP}: {unread}"
    return f"{where}. Mots cherchés{NBSP}: {', '.join(finding.searched)}."


def _of(name: str) -> str:
    return f"d’{name}" if name[0].lower() in "aeiouyhéèêëàâîïôöûü" else f"de {name}"


def _fact(name: str, facts: Facts) -> Fact:
    fact = facts.found[name]
    place = ORIGINS["entered"] if fact.certainty == "entered" else f"page {fact.page}" if fact.page else ""
    return Fact(FACT_LABELS[name], shown(name, fact.value), place)


def _finding(finding: Finding, audit: Audit) -> ReportedFinding:
    absent = f"pas lu{NBSP}: {unread}" if (unread := unread_pages(audit)) else "mention absente"
    stake = Marked(f"En jeu{NBSP}: {euros(finding.stake)}", euros(finding.stake)) if finding.stake else None
    return ReportedFinding(
        level=LEVELS[finding.level],
        title=finding.title,
        law=finding.why,
        quote=finding.quote,
        absence=absence(finding, audit),
        place=f"page {finding.page}" if finding.page else absent if finding.searched else "",
        citations=tuple(str(citation) for citation in citations(finding.sources)),
        stake=stake,
        ask=finding.ask,
        doubts=tuple(doubt.says for doubt in finding.doubts),
    )


def _compliant(finding: Finding) -> CompliantPoint:
    return CompliantPoint(finding.title, f"page {finding.page}" if finding.page else "")
