"""The message that asks for corrections: polite, numbered, with its articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tremplin.law.words import counted
from tremplin.rights.agreement.values import Audit, Finding, Level
from tremplin.rights.domain.citations import citations

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


def correction_mail(audit: Audit, points: Sequence[Finding], *, is_signed: bool) -> Mail:
    """Write the message.

    Args:
        audit: gives the names and dates.
        points: what to ask for, in order.
        is_signed: the agreement is already signed: an amendment (*avenant*) is asked for.

    Returns:
        Subject and body, in the student's voice.
    """
    host = audit.facts.value("company")
    about = f"Convention de stage chez {host}" if host else "Convention de stage"
    subject = f"{about} : {counted(len(points), 'point')} à revoir"
    numbered = [_asked(rank, point) for rank, point in enumerate(points, 1)]
    name = audit.facts.value("student_name") or ""
    parts = (
        "Bonjour,",
        _opening(len(points), is_signed),
        *numbered,
        _closing(is_signed),
        "Cordialement,",
        name,
    )
    return Mail(subject, "\n\n".join(part for part in parts if part))


def _opening(count: int, is_signed: bool) -> str:
    these, them = ("ce point", "le") if count == 1 else ("ces points", "les")
    if is_signed:
        found = f"En relisant ma convention de stage signée, j’ai relevé {these}."
        return f"{found} Un avenant peut {them} corriger."
    read = "J’ai relu la convention de stage que vous m’avez transmise."
    return f"{read} Avant de la signer, pouvons-nous revoir {these} ?"


def _asked(rank: int, point: Finding) -> str:
    where = f" (page {point.page})" if point.page else ""
    cited = " ; ".join(str(citation) for citation in citations(point.sources))
    lines = (f"{rank}. {point.title}{where}.", point.ask, f"Référence : {cited}." if cited else "")
    return "\n".join(line for line in lines if line)


def _closing(is_signed: bool) -> str:
    sent = "l’avenant" if is_signed else "la version corrigée"
    return f"Je reste disponible pour en parler. Pouvez-vous me renvoyer {sent} dès que possible ?"
