"""The CV as it is printed: one page, the same order in every file that a person reads.

Nothing is written here: each text arrives with its figures already held against the evidence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from tremplin.documents.characters import unbroken
from tremplin.documents.one_page import TooLong, beyond_the_first_page
from tremplin.documents.pdf import to_pdf

UNNAMED: Final = "Divers"
MOST_PROOFS: Final = 3


class Design(StrEnum):
    """How a CV and its letter look; the same words in the same order."""

    CLASSIC = "classic"
    MARGIN = "margin"

    @property
    def label(self) -> str:
        """« Classique »."""
        return "Classique" if self is Design.CLASSIC else "Marge"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the student, and where it leads: « ines@exemple.fr », `mailto:ines@exemple.fr`."""

    says: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A figure set large at the top, « 50 min », what it was before, and what it measures."""

    value: str
    says: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One experience, course or project; an empty text is not set.

    Attributes:
        title: what the student did or studied.
        organization: where.
        period: « avril – juillet 2026 ».
        note: town, or what the place is; one short line.
        address: where the work is seen.
        about: what it was, each line a paragraph.
        lines: results, one a line.
    """

    title: str
    organization: str = ""
    period: str = ""
    note: str = ""
    address: Contact = Contact("")
    about: str = ""
    lines: tuple[str, ...] = ()

    def texts(self) -> Iterator[str]:
        """Give every text of the entry, in reading order."""
        head = (self.title, self.organization, self.period, self.note, self.address.says)
        yield from filter(None, (*head, *paragraphs(self.about), *self.lines))


@dataclass(frozen=True, slots=True)
class Labelled:
    """One line of a list, with what it is about in front: « Outils », « Excel, SQL »."""

    says: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the CV: entries, or lines, or both."""

    name: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True)
class Curriculum:
    """Everything a CV prints, in reading order.

    Attributes:
        name: of the student.
        headline: what they look for, in one line.
        contacts: town, e-mail, telephone, addresses.
        summary: two or three sentences; each line is a paragraph.
        proofs: three at most are set.
        photo: a JPEG or PNG file; empty for none.
    """

    template: ClassVar[str] = "curriculum"
    kind: ClassVar[str] = "CV"

    name: str
    produced_on: date
    headline: str = ""
    contacts: tuple[Contact, ...] = ()
    summary: str = ""
    proofs: tuple[Proof, ...] = ()
    sections: tuple[Section, ...] = ()
    photo: bytes = b""
    design: Design = Design.CLASSIC

    @property
    def subject(self) -> str:
        """The student, of whom the CV is."""
        return self.name

    @property
    def author(self) -> str:
        """Name of the student."""
        return self.name

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {
            "design": self.design.value,
            "curriculum": {
                "name": unbroken(self.name).strip() or self.kind,
                "headline": unbroken(self.headline),
                "contacts": [_contact(one) for one in self.contacts if one.says.strip()],
                "paragraphs": paragraphs(self.summary),
                "proofs": [_proof(one) for one in self.proofs[:MOST_PROOFS] if one.value.strip()],
                "sections": [_section(one) for one in self.sections],
                "photo": list(self.photo),
            },
        }

    def texts(self) -> Iterator[str]:
        """Give every text of the page, in reading order."""
        yield from filter(None, (self.name, self.headline, *(one.says for one in self.contacts)))
        yield from paragraphs(self.summary)
        for proof in self.proofs[:MOST_PROOFS]:
            yield from filter(None, (proof.before, proof.value, proof.says))
        for section in self.sections:
            yield section.name
            for entry in section.entries:
                yield from entry.texts()
            yield from (text for line in section.lines for text in (line.label, line.says) if text)


def curriculum_to_pdf(curriculum: Curriculum) -> bytes:
    """Print a CV on exactly one page.

    Args:
        curriculum: the CV.

    Returns:
        A tagged A4 PDF.

    Raises:
        TooLong: it does not hold on one page, even in the smallest type.
        TypesettingFailed: the template is wrong, or the photo is no picture.
    """
    pdf = to_pdf(curriculum)
    if excess := tuple(beyond_the_first_page(pdf)):
        raise TooLong(excess)
    return pdf


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, as they are printed."""
    return tuple(unbroken(line) for line in text.splitlines() if line.strip())


def _contact(one: Contact) -> Mapping[str, str]:
    return {"says": unbroken(one.says), "link": one.link}


def _proof(one: Proof) -> Mapping[str, str]:
    return {"value": unbroken(one.value), "before": unbroken(one.before), "says": unbroken(one.says)}


def _section(one: Section) -> Mapping[str, object]:
    return {
        "name": unbroken(one.name).strip() or UNNAMED,
        "entries": [_entry(entry) for entry in one.entries],
        "lines": [{"label": unbroken(line.label), "says": unbroken(line.says)} for line in one.lines],
    }


def _entry(one: Entry) -> Mapping[str, object]:
    return {
        "title": unbroken(one.title).strip(),
        "organization": unbroken(one.organization).strip(),
        "period": unbroken(one.period),
        "note": unbroken(one.note),
        "address": _contact(one.address),
        "about": paragraphs(one.about),
        "lines": [unbroken(line) for line in one.lines],
    }
