"""The personal project in one page: question, method, finding, limits, offer, and where each number is from.

One promise: a number found is in a dated source. How long the student worked, and the lengths and handfuls
of what they offer next, are their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from tremplin.documents.characters import unbroken
from tremplin.documents.claims import Claim, RefusedClaim, UnsupportedClaims, refused_claims
from tremplin.documents.one_page import TooLong, beyond_the_first_page
from tremplin.documents.pdf import properties_of, render
from tremplin.documents.plan import facts_said
from tremplin.documents.proposal import Run, Source, highlighted, shares
from tremplin.evidence.guard import Evidence
from tremplin.law.words import NBSP, day

QUESTION: Final = "La question"
METHOD: Final = "Comment"
FINDING: Final = "Résultat"
LIMITS: Final = "Limites"
OFFER: Final = "Et ensuite"
ABOUT: Final = "Pour qui"
PROVED: Final = (QUESTION, FINDING, LIMITS)


@dataclass(frozen=True, slots=True)
class PersonalProject:
    """Everything the page prints; an empty text leaves no heading.

    Attributes:
        title: the project.
        about: « Pour Troquinette », « Commerce et vente en ligne »; may be empty.
        question: what was asked.
        method: how it was done, under the same guard; its lengths are free.
        finding: what was found, each number of it in a source.
        limits: what it does not prove, under the same guard.
        offer: what the student proposes next; a number it says of a company is in a source.
        link: where the work is seen; may be empty.
        sources: what was counted or read, where and when.
        author: name of the student.
    """

    template: ClassVar[str] = "personal_project"
    kind: ClassVar[str] = "Projet personnel"

    title: str
    produced_on: date
    about: str = ""
    question: str = ""
    method: str = ""
    finding: str = ""
    limits: str = ""
    offer: str = ""
    link: str = ""
    sources: tuple[Source, ...] = ()
    author: str = ""

    @property
    def subject(self) -> str:
        """The project."""
        return self.title

    def refusals(self) -> tuple[RefusedClaim, ...]:
        """Return the numbers that no source supports."""
        return (*refused_claims(self._claims()), *self._facts())

    def data(self) -> Mapping[str, object]:
        """Return what the template prints.

        Raises:
            UnsupportedClaims: the page says a number that no source supports.
        """
        if refused := self.refusals():
            raise UnsupportedClaims(refused)
        return {
            "project": {
                "title": unbroken(self.title),
                "author": self.author,
                "about": unbroken(self.about),
                "parts": [
                    _part(name, text, self._given(name)) for name, text in self._parts() if text.strip()
                ],
                "link": self.link,
                "sources": [unbroken(_cited(one)) for one in self.sources],
            }
        }

    def _parts(self) -> Iterator[tuple[str, str]]:
        yield QUESTION, self.question
        yield METHOD, self.method
        yield FINDING, self.finding
        yield LIMITS, self.limits
        yield OFFER, self.offer

    def _claims(self) -> Iterator[Claim]:
        given = self._given(FINDING)
        yield Claim("Titre", self.title, given)
        yield from (Claim(name, text, given) for name, text in self._parts() if name in PROVED)

    def _facts(self) -> Iterator[RefusedClaim]:
        given = self._given(FINDING)
        for place, text in ((ABOUT, self.about), (METHOD, self.method), (OFFER, self.offer)):
            yield from (RefusedClaim(place, text, one) for one in facts_said(text, given))

    def _given(self, name: str) -> tuple[Evidence, ...]:
        """Return what supports the numbers of a part: the words of the sources, and the shares they make."""
        if name not in PROVED:
            return ()
        said = tuple(words for one in self.sources for words in (one.quote, one.label))
        return (*said, *(share for quote in said for share in shares(quote)))


def personal_project_to_pdf(project: PersonalProject) -> bytes:
    """Print a personal project on exactly one page.

    Args:
        project: the page.

    Returns:
        A tagged A4 PDF.

    Raises:
        UnsupportedClaims: it says a number that no source supports.
        TooLong: it does not hold on one page, even in the smallest type.
        TypesettingFailed: the template is wrong.
    """
    printed = {"properties": properties_of(project), "measured": False, **project.data()}
    pdf = render(project.template, printed)
    if any(beyond_the_first_page(pdf)):
        without_foot = render(project.template, {**printed, "measured": True})
        raise TooLong(tuple(beyond_the_first_page(without_foot)))
    return pdf


def _cited(one: Source) -> str:
    return f"{one.quote.rstrip('.')}. {one.label}, {day(one.on).replace(' ', NBSP)}."


def _part(name: str, text: str, given: tuple[Evidence, ...]) -> Mapping[str, object]:
    lines = [[_set(run) for run in highlighted(line, given)] for line in text.splitlines() if line.strip()]
    return {"name": name, "is_finding": name == FINDING, "lines": lines}


def _set(run: Run) -> Mapping[str, object]:
    """Write a run for the template; a text sent alone would lose the spaces at its ends."""
    says = run.says
    ends = {"before": says[:1] == " ", "after": len(says) > 1 and says[-1:] == " "}
    return {"says": says, "proof": run.proof, **ends}
