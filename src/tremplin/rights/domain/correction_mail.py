"""The message that asks for corrections: polite, numbered, with its articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tremplin.law.words import counted, euros
from tremplin.rights.agreement.values import Audit, Finding, Level
from tremplin.rights.domain.citations import citations
from tremplin.rights.domain.moment import Moment, is_owed_after

LONGEST_LINK = 1900
"""Characters of a mailto link that every mail program still opens; Windows cuts at about 2,000."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A message ready to send."""

    subject: str
    body: str

    @property
    def whole_link(self) -> str:
        """Address that opens the whole message in the mail program, however long."""
        body = quote(self.body.replace("\n", "\r\n"))
        return f"mailto:?subject={quote(self.subject)}&body={body}"

    @property
    def link_is_whole(self) -> bool:
        """The whole message fits in a link."""
        return len(self.whole_link) <= LONGEST_LINK

    @property
    def link(self) -> str:
        """Address that opens the mail program, with the message when it fits, else its subject."""
        return self.whole_link if self.link_is_whole else f"mailto:?subject={quote(self.subject)}"


def points_to_ask(audit: Audit) -> tuple[Finding, ...]:
    """Return the points about which there is a sentence to send.

    Args:
        audit: the result.

    Returns:
        From the gravest; doubts with a question come last.
    """
    return tuple(
        finding for finding in audit.findings if finding.ask and finding.level is not Level.COMPLIANT
    )


def proposed(points: Sequence[Finding], *, moment: Moment) -> tuple[Finding, ...]:
    """Return the points a message holds before the student chooses.

    Args:
        points: what `points_to_ask` gives.
        moment: where the internship stands.

    Returns:
        What is contrary to the law or missing, doubts only when there is nothing else; once
        the internship ended, what is still owed.
    """
    if moment is Moment.OVER:
        return tuple(point for point in points if is_owed_after(point))
    sure = tuple(point for point in points if point.level is not Level.TO_CHECK)
    return sure or tuple(points)


def correction_mail(audit: Audit, points: Sequence[Finding], *, moment: Moment) -> Mail:
    """Write the message.

    Args:
        audit: gives the names and dates.
        points: what to ask for, in order.
        moment: where the internship stands: an amendment (*avenant*) is asked for once it binds,
            and what is owed once it is over.

    Returns:
        Subject and body, in the student's voice.
    """
    host = audit.facts.value("company")
    about = f"Convention de stage chez {host}" if host else "Convention de stage"
    subject = f"{about} : {counted(len(points), 'point')} à revoir"
    numbered = [_asked(rank, point, moment) for rank, point in enumerate(points, 1)]
    name = audit.facts.value("student_name") or ""
    parts = (
        "Bonjour,",
        _opening(len(points), moment),
        *numbered,
        _closing(moment),
        "Cordialement,",
        name,
    )
    return Mail(subject, "\n\n".join(part for part in parts if part))


def _opening(count: int, moment: Moment) -> str:
    these, them = ("ce point", "le") if count == 1 else ("ces points", "les")
    match moment:
        case Moment.DRAFT:
            read = "J’ai relu la convention de stage que vous m’avez transmise."
            return f"{read} Avant de la signer, pouvons-nous revoir {these} ?"
        case Moment.BINDING:
            return (
                f"En relisant ma convention de stage, j’ai relevé {these}. Un avenant peut {them} corriger."
            )
    return f"Mon stage est terminé. En relisant ma convention, j’ai relevé {these}."


def _asked(rank: int, point: Finding, moment: Moment) -> str:
    """Write one point; a doubt is only its question, since nothing is stated."""
    where = f" (page {point.page})" if point.page else ""
    cited = " ; ".join(str(citation) for citation in citations(point.sources))
    ask = _ask(point, moment)
    is_sure = point.level is not Level.TO_CHECK
    says = (f"{rank}. {point.title}{where}.", ask) if is_sure else (f"{rank}. {ask}{where}",)
    return "\n".join(line for line in (*says, f"Référence : {cited}." if cited else "") if line)


def _ask(point: Finding, moment: Moment) -> str:
    if moment is not Moment.OVER or not is_owed_after(point):
        return point.ask
    if not point.id.startswith("gratification"):
        return "Pouvez-vous me remettre l’attestation de stage ?"
    if point.stake is None:
        return "Pouvez-vous me verser la gratification due ?"
    return f"Il manque {euros(point.stake)} par rapport au minimum légal. Pouvez-vous me verser cette somme ?"


def _closing(moment: Moment) -> str:
    again = "Je reste disponible pour en parler."
    if moment is Moment.OVER:
        return f"{again} Pouvez-vous me répondre dès que possible ?"
    sent = "l’avenant" if moment is Moment.BINDING else "la version corrigée"
    return f"{again} Pouvez-vous me renvoyer {sent} dès que possible ?"
