"""A first draft of the letter or of the e-mail that goes with a CV: them, then me, then us.

Nothing is invented: a part the student has not written is left out and told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tremplin.documents.cover_letter import CoverLetter, cover_letter_to_pdf
from tremplin.documents.cover_letter_docx import cover_letter_to_docx
from tremplin.documents.curriculum import Design
from tremplin.evidence.guard import Evidence
from tremplin.law.words import NBSP, day
from tremplin.stories.cv.resume import Line, Resume
from tremplin.stories.cv.writing.files import Format
from tremplin.stories.cv.writing.printing import contacts

BOTH: Final = "Madame, Monsieur"
MOST_STORIES: Final = 2
OPENINGS: Final = ("Voici un exemple de ce que j’ai fait.", "Un second exemple.")
FIRST_PERSON: Final = re.compile(r"(?:je\b|j[’'])", re.IGNORECASE)
ASK: Final = "J’aimerais en parler avec vous. Vingt minutes suffisent, au téléphone ou sur place."
WHY_THEM_MISSING: Final = (
    "Dites en deux phrases pourquoi cette entreprise. C’est ce qu’un recruteur cherche en premier."
)
STORIES_MISSING: Final = "Choisissez un récit\u00a0: sans exemple, la lettre ne prouve rien."
SOUGHT_MISSING: Final = "Dites ce que vous cherchez\u00a0: un stage ou une alternance, et quand."


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom it goes: a company, and a person when one is known.

    Attributes:
        civility: « Madame » or « Monsieur », only when the student said so; never guessed.
        role: « responsable e-commerce ».
    """

    company: str
    name: str = ""
    role: str = ""
    civility: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A story as the letter tells it, with its source, and the figures that support it."""

    line: Line
    given: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Application:
    """What a letter is made of.

    Attributes:
        sought: « stage de 16 semaines à partir du 4 mai 2026 ».
        why_them: the student's own sentences on the company.
        offer: what the student proposes to do there.
        given: what supports the numbers of `why_them` and `offer`.
    """

    resume: Resume
    addressee: Addressee
    sought: str = ""
    why_them: str = ""
    offer: str = ""
    stories: tuple[Told, ...] = ()
    given: tuple[Evidence, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What the student should still write, as sentences."""
        needed = (
            (self.why_them, WHY_THEM_MISSING),
            (self.stories, STORIES_MISSING),
            (self.sought, SOUGHT_MISSING),
        )
        return tuple(why for held, why in needed if not held)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that supports its numbers."""
        return (*self.given, *(one for story in self.stories for one in story.given))


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail to be copied: its subject and its text."""

    subject: str
    text: str


def draft_letter(
    application: Application, *, on: date, place: str = "", design: Design = Design.CLASSIC
) -> CoverLetter:
    """Draft a letter (*lettre de motivation*).

    Args:
        application: what it is made of.
        on: the day written on it.
        place: where it is written; the student's town when empty.
        design: that of the CV.

    Returns:
        A letter whose every text may be changed before it is printed.
    """
    basics, addressee = application.resume.basics, application.addressee
    called = addressee.civility.strip() or BOTH
    return CoverLetter(
        name=basics.name,
        produced_on=on,
        company=addressee.company,
        about=subject(application),
        salutation=f"{called},",
        body="\n".join(_body(application)),
        plan=" ".join(filter(None, (_sought(application), application.offer.strip(), ASK))),
        closing=f"Je vous prie d’agréer, {called}, mes salutations distinguées.",
        headline=basics.label.text if basics.label else "",
        contacts=contacts(basics),
        recipient=tuple(_recipient(addressee)),
        place=place or (basics.location.city if basics.location else ""),
        enclosures=("CV",),
        given=application.evidence,
        design=design,
    )


def rewritten(letter: CoverLetter, text: str) -> CoverLetter:
    """Put the student's own text in place of the draft.

    Args:
        letter: the draft.
        text: all paragraphs between the salutation and the polite sentence.

    Returns:
        The letter; what is sought and proposed stays the student's own promise when it is kept word for
        word, any other number answers to the evidence.
    """
    kept = letter.plan if letter.plan and letter.plan in text else ""
    return replace(letter, body=text.replace(kept, "").strip() if kept else text.strip(), plan=kept)


def draft_email(application: Application) -> Email:
    """Draft an e-mail, shorter than the letter: one story, and the CV attached."""
    basics, addressee = application.resume.basics, application.addressee
    whom = " ".join(filter(None, ("Bonjour", addressee.civility.strip(), addressee.name.strip())))
    story = (one.line.text.strip() for one in application.stories[:1])
    reached = tuple(one.says for one in contacts(basics) if one.link)
    parts = (
        f"{whom},",
        application.why_them.strip(),
        *story,
        " ".join(filter(None, (_sought(application), application.offer.strip(), "Mon CV est joint."))),
        ASK,
        "Cordialement,",
        "\n".join((basics.name, *reached[:2])),
    )
    named = f"{subject(application)} ({basics.name})" if basics.name else subject(application)
    return Email(named, "\n\n".join(filter(None, parts)))


def subject(application: Application) -> str:
    """Return what it is about: « Candidature : stage de 16 semaines »."""
    sought = application.sought.strip().rstrip(".")
    return f"Candidature{NBSP}: {sought}" if sought else "Candidature"


def write_letter(letter: CoverLetter, format: Format) -> bytes:
    """Write a letter as a file.

    Args:
        letter: the letter.
        format: PDF, Word or text.

    Returns:
        The bytes of the file.

    Raises:
        UnsupportedClaims: it says a number that nothing gives.
        TooLong: it does not hold on one page.
        ValueError: a letter does not exist in this format.
    """
    match format:
        case Format.PDF:
            return cover_letter_to_pdf(letter)
        case Format.WORD:
            return cover_letter_to_docx(letter)
        case Format.TEXT:
            return letter_text(letter).encode()
    raise ValueError(f"Une lettre n’existe pas en {format.label}.")


def letter_text(letter: CoverLetter) -> str:
    """Write a letter as plain text, for the field of a form."""
    head = "\n".join((letter.name, *(one.says for one in letter.contacts)))
    dated = f"{letter.place}, le {day(letter.produced_on)}" if letter.place else day(letter.produced_on)
    about, *rest = letter.texts()
    parts = (head, "\n".join(letter.recipient), dated, f"Objet{NBSP}: {about}", *rest)
    return "\n\n".join(filter(None, parts)) + "\n"


def _body(application: Application) -> Iterator[str]:
    yield from filter(None, (application.why_them.strip(),))
    for opening, one in zip(OPENINGS, application.stories[:MOST_STORIES], strict=False):
        said = one.line.text.strip()
        yield said if FIRST_PERSON.match(said) else f"{opening} {said}"


def _sought(application: Application) -> str:
    """« Je cherche un stage de 16 semaines. »; an article only before a word whose gender is known."""
    sought = application.sought.strip().rstrip(".")
    first = sought.split(" ")[0].casefold() if sought else ""
    article = {"stage": "un ", "alternance": "une ", "contrat": "un ", "emploi": "un ", "mission": "une "}
    return f"Je cherche {article.get(first, '')}{sought}." if sought else ""


def _recipient(addressee: Addressee) -> Iterator[str]:
    person = " ".join(filter(None, (addressee.civility.strip(), addressee.name.strip())))
    lines = (", ".join(filter(None, (person, addressee.role.strip()))), addressee.company.strip())
    yield from filter(None, (*lines, *addressee.address))
