"""The letter that goes with the CV (*lettre de motivation*), in the same look, on one page.

One promise: a number it says of the company or of what was done is in the evidence given with it. The lengths
of what the student looks for and proposes are their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from tremplin.documents.characters import unbroken
from tremplin.documents.claims import Claim, RefusedClaim, UnsupportedClaims, refused_claims
from tremplin.documents.curriculum import Contact, Design, paragraphs
from tremplin.documents.one_page import TooLong, beyond_the_first_page
from tremplin.documents.pdf import to_pdf
from tremplin.documents.plan import facts_said
from tremplin.evidence.guard import Evidence

ABOUT: Final = "L’objet"
BODY: Final = "La lettre"
PLAN: Final = "Ce que je cherche et propose"


@dataclass(frozen=True, slots=True)
class CoverLetter:
    """Everything the letter prints; an empty text is not set.

    Attributes:
        name: of the student.
        company: to whom it goes, for the file's title.
        about: « Candidature : stage de 16 semaines », no full stop.
        salutation: « Madame, Monsieur, ».
        body: why them and what was done, each line a paragraph, each number of it given.
        plan: what is looked for and proposed.
        closing: the polite last sentence.
        headline: of the CV.
        contacts: of the CV.
        recipient: name and role, company, address lines.
        place: where it is written.
        enclosures: what is attached.
        given: what supports its numbers.
    """

    template: ClassVar[str] = "cover_letter"
    kind: ClassVar[str] = "Lettre de motivation"

    name: str
    produced_on: date
    company: str
    about: str
    salutation: str
    body: str
    plan: str
    closing: str
    headline: str = ""
    contacts: tuple[Contact, ...] = ()
    recipient: tuple[str, ...] = ()
    place: str = ""
    enclosures: tuple[str, ...] = ()
    given: tuple[Evidence, ...] = ()
    design: Design = Design.CLASSIC

    @property
    def subject(self) -> str:
        """The company it is written to."""
        return self.company

    @property
    def author(self) -> str:
        """Name of the student."""
        return self.name

    def refusals(self) -> tuple[RefusedClaim, ...]:
        """Return the numbers that state something seen or done and that nothing gives."""
        proposed = ((ABOUT, self.about), (PLAN, self.plan), (PLAN, self.closing))
        return (
            *refused_claims((Claim(BODY, self.body, self.given),)),
            *(
                RefusedClaim(place, text, one)
                for place, text in proposed
                for one in facts_said(text, self.given)
            ),
        )

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs after the salutation, as they are printed."""
        return tuple(one for text in (self.body, self.plan, self.closing) for one in paragraphs(text))

    def data(self) -> Mapping[str, object]:
        """Return what the template prints.

        Raises:
            UnsupportedClaims: the letter says a number that nothing gives.
        """
        if refused := self.refusals():
            raise UnsupportedClaims(refused)
        return {
            "design": self.design.value,
            "letter": {
                "name": unbroken(self.name).strip() or self.kind,
                "headline": unbroken(self.headline),
                "contacts": [{"says": unbroken(one.says), "link": one.link} for one in self.contacts],
                "recipient": [unbroken(line) for line in self.recipient],
                "place": unbroken(self.place),
                "about": unbroken(self.about).strip() or self.kind,
                "salutation": unbroken(self.salutation),
                "paragraphs": self.paragraphs,
                "enclosures": [unbroken(one) for one in self.enclosures],
            },
        }

    def texts(self) -> Iterator[str]:
        """Give what the reader is told, in order: subject, salutation, paragraphs, name."""
        said = (self.about, self.salutation, *self.paragraphs, self.name)
        yield from filter(None, said)


def cover_letter_to_pdf(letter: CoverLetter) -> bytes:
    """Print a letter on exactly one page.

    Args:
        letter: the letter.

    Returns:
        A tagged A4 PDF.

    Raises:
        UnsupportedClaims: it says a number that nothing gives.
        TooLong: it does not hold on one page, even in the smallest type.
        TypesettingFailed: the template is wrong.
    """
    pdf = to_pdf(letter)
    if excess := tuple(beyond_the_first_page(pdf)):
        raise TooLong(excess)
    return pdf
