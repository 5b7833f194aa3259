"""The report of an audit: what the agreement says against the law, point by point, on A4."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tremplin.documents.paper import Fact, Marked

FindingLevel = Literal["à corriger", "à préciser", "à vérifier"]


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """One point of the agreement that calls for something.

    Attributes:
        level: the French word of its gravity.
        title: the finding itself, no full stop.
        law: what the law asks, in plain French.
        quote: the exact words of the agreement, without quotation marks.
        absence: said instead of a quote when the point is that something is missing.
        place: where, « page 2, article 6 » or « mention absente ».
        citations: the texts, each as a jurist cites it.
        stake: the effect in euros or days, its figure highlighted.
        ask: polite sentence ready to send.
        doubts: what the law itself leaves uncertain.
    """

    level: FindingLevel
    title: str
    law: str = ""
    quote: str = ""
    absence: str = ""
    place: str = ""
    citations: tuple[str, ...] = ()
    stake: Marked | None = None
    ask: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompliantPoint:
    """One point checked and found lawful, with the words that show it."""

    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Everything the report prints.

    Attributes:
        subject: « Stage d’Inès Marchetti chez Cargolière ».
        version: « version 1, 4 pages ».
        verdict: the result in one line, no full stop; the title.
        summary: what was compared with what, and on which date of the law.
        facts: what was read of the internship.
        findings: from the gravest.
        compliant: points found lawful.
        unreadable: one sentence for each page that could not be read.
        request: what to ask for as a whole, dated; set apart.
        disclaimer: what this report is not.
        produced_on: day written at the top.
        author: name of the student, for the file's properties.
    """

    template: ClassVar[str] = "audit_report"
    kind: ClassVar[str] = "Vérification de convention"

    subject: str
    verdict: str
    disclaimer: str
    produced_on: date
    version: str = ""
    summary: str = ""
    facts: tuple[Fact, ...] = ()
    findings: tuple[ReportedFinding, ...] = ()
    compliant: tuple[CompliantPoint, ...] = ()
    unreadable: tuple[str, ...] = ()
    request: str = ""
    author: str = ""

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {"report": self}
