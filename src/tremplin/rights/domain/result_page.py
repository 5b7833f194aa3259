"""What the page of an audit shows: counts, a line under the title, points in full or in short."""

from collections.abc import Sequence
from dataclasses import dataclass

from tremplin.rights.agreement.values import Audit, Facts, Finding, Level, counted_points
from tremplin.rights.domain.citations import Citation, citations
from tremplin.rights.domain.moment import Moment, is_owed_after
from tremplin.rights.domain.unread import Unread, unread_notes, unread_pages

MARKS = {Level.TO_CORRECT: "bad", Level.TO_CLARIFY: "warn", Level.TO_CHECK: "ask", Level.COMPLIANT: "ok"}
"""The severity mark of each level."""


CONTRADICTIONS = {
    "incoherent_dates": ("start_date", "end_date"),
    "incoherent_duration": ("total_hours", "weekly_hours", "start_date", "end_date"),
}
"""The facts that each finding opposes to one another."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A point that opposes two statements, and who made them."""

    point: "Point"
    says: str


WHEN_FINE = {
    Moment.DRAFT: "Une fois signée, déposez-la ici : elle sera gardée avec sa date et son empreinte.",
    Moment.BINDING: "Gardez ici la version signée : sa date et son empreinte restent avec elle.",
    Moment.OVER: "Le stage est terminé. L’attestation de stage vous est due : durée réelle et total versé.",
}
"""What to do when there is nothing to ask for."""


@dataclass(frozen=True, slots=True)
class Point:
    """A finding with its anchor on the page, the mark of its level, the pages not read."""

    anchor: str
    mark: str
    finding: Finding
    unread: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Its articles, grouped by text."""
        return citations(self.finding.sources)

    @property
    def place(self) -> str:
        """Where it stands: « page 2 », « mention absente », « hors convention »."""
        if self.finding.page is not None:
            return f"page {self.finding.page}"
        if self.finding.searched or self.finding.id.startswith("missing"):
            return f"pas lu : {self.unread}" if self.unread else "mention absente"
        return ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many points of one level, and where the first one is."""

    number: int
    mark: str
    word: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Everything a result page shows of an audit."""

    audit: Audit
    lead: str
    unread: str
    unread_notes: tuple[Unread, ...]
    counts: tuple[Count, ...]
    in_full: tuple[Point, ...]
    in_short: tuple[Point, ...]
    compliant: tuple[Point, ...]
    contradictions: tuple[Contradiction, ...]


def result_page(audit: Audit, *, moment: Moment) -> ResultPage:
    """Lay an audit out.

    Args:
        audit: facts and findings.
        moment: where the internship stands.

    Returns:
        Points contrary to the law and points that quote the agreement in full, the others
        in short, the lawful ones apart.
    """
    points = points_of(audit.findings, unread=unread_pages(audit))
    to_say = [point for point in points if point.finding.level is not Level.COMPLIANT]
    full = tuple(point for point in to_say if _is_full(point.finding))
    return ResultPage(
        audit=audit,
        lead=lead(audit, moment=moment),
        unread=unread_pages(audit),
        unread_notes=unread_notes(audit),
        counts=tuple(_count(points, level) for level in Level),
        in_full=full,
        in_short=tuple(point for point in to_say if point not in full),
        compliant=tuple(point for point in points if point.finding.level is Level.COMPLIANT),
        contradictions=tuple(
            Contradiction(point, _who_contradicts(names, audit.facts))
            for point in to_say
            if (names := _opposed(point.finding))
        ),
    )


def _opposed(finding: Finding) -> tuple[str, ...]:
    """Return the facts a finding opposes, empty when it opposes none."""
    kind, _, name = finding.id.partition(":")
    return (name,) if kind == "contradiction" else CONTRADICTIONS.get(finding.id, ())


def _who_contradicts(names: tuple[str, ...], facts: Facts) -> str:
    """Say whether the agreement contradicts itself or the student's corrections do."""
    known = [fact for name in names if (fact := facts.get(name))]
    entered = [fact for fact in known if fact.certainty == "entered"]
    if not entered:
        return "Deux passages se contredisent."
    if len(entered) > 1 and entered == known:
        return "Vos corrections se contredisent."
    return "Votre correction contredit un autre passage."


def points_of(findings: Sequence[Finding], *, unread: str = "") -> tuple[Point, ...]:
    """Give each finding its anchor and mark."""
    return tuple(Point(f"p{rank}", MARKS[one.level], one, unread) for rank, one in enumerate(findings, 1))


def lead(audit: Audit, *, moment: Moment) -> str:
    """Say in one or two short sentences what remains after the title, and what to do."""
    if audit.reported:
        return " ".join(part for part in (_also_vague(audit, moment), _way_out(audit, moment)) if part)
    if audit.unreadable:
        return "Ce qui n’a pas été lu n’est pas déclaré conforme."
    if doubts := len(audit.at(Level.TO_CHECK)):
        return f"{counted_points(doubts).capitalize()} à vérifier : le texte seul ne suffit pas à trancher."
    return WHEN_FINE[moment]


def _also_vague(audit: Audit, moment: Moment) -> str:
    """Say how many points are to be clarified, when the title counts those to correct."""
    vague = len(audit.at(Level.TO_CLARIFY))
    if not vague or not audit.at(Level.TO_CORRECT) or moment is Moment.OVER:
        return ""
    if vague == 1:
        return "Un autre point est à préciser."
    return f"{counted_points(vague).replace(' points', ' autres points').capitalize()} sont à préciser."


def _way_out(audit: Audit, moment: Moment) -> str:
    them = "Le" if len(audit.reported) == 1 else "Les"
    verb = "corriger" if audit.at(Level.TO_CORRECT) else "préciser"
    match moment:
        case Moment.DRAFT:
            return f"{them} {verb} avant de signer prend en général un échange de mails."
        case Moment.BINDING:
            return f"{them} {verb} demande un avenant, signé par les mêmes personnes."
    if any(is_owed_after(finding) and finding.stake for finding in audit.findings):
        return (
            "Le stage est terminé. Ce qui n’a pas été versé se réclame encore, "
            "et l’attestation de stage vous est due."
        )
    return "Le stage est terminé : il est trop tard pour un avenant. L’attestation de stage vous reste due."


def _is_full(finding: Finding) -> bool:
    return finding.level is Level.TO_CORRECT or (finding.level is Level.TO_CLARIFY and bool(finding.quote))


def _count(points: tuple[Point, ...], level: Level) -> Count:
    own = [point for point in points if point.finding.level is level]
    plural = level is Level.COMPLIANT and len(own) > 1
    anchor = "conforme" if level is Level.COMPLIANT else own[0].anchor if own else ""
    return Count(len(own), MARKS[level], f"{level.value}{'s' if plural else ''}", anchor)
