"""The letter as a Word file of one page, in the look of the CV."""

from collections.abc import Iterator
from typing import Final

from tremplin.documents.characters import unbroken
from tremplin.documents.claims import UnsupportedClaims
from tremplin.documents.cover_letter import CoverLetter
from tremplin.documents.curriculum import Design
from tremplin.documents.word_page import (
    CONTACTS,
    HEAD,
    HEADLINE,
    NAME,
    SEPARATOR,
    TEXT,
    Paragraph,
    Style,
    blank_page,
    falling_off,
    plain,
    saved,
    set_paragraph,
    settled,
)
from tremplin.law.words import NBSP, day

SETTINGS: Final = ((11.0, 1.6), (11.0, 1.2), (10.5, 1.0), (10.0, 0.9), (9.5, 0.8), (9.0, 0.7), (8.5, 0.6))
WHOM: Final = Style("Destinataire")
WHOM_FIRST: Final = Style("Destinataire, nom", before=2.2)
DATED: Final = Style("Date", before=0.9)
ABOUT: Final = Style("Heading 1", before=2.0, face="strong")
SAYS: Final = Style("Body Text", before=0.8)
SIGNED: Final = Style("Signature", before=2.0)
STYLES: Final = (*HEAD, TEXT, WHOM, WHOM_FIRST, DATED, ABOUT, SAYS, SIGNED)


def cover_letter_to_docx(letter: CoverLetter) -> bytes:
    """Write a letter as a Word file of one page.

    Args:
        letter: the letter.

    Returns:
        A .docx file in French, on A4.

    Raises:
        UnsupportedClaims: it says a number that nothing gives.
        TooLong: it does not hold on one page in the smallest type, were its font replaced by a wide one.
    """
    if refused := letter.refusals():
        raise UnsupportedClaims(refused)
    said = tuple(_paragraphs(letter))
    document = blank_page(
        title=f"{letter.kind} · {letter.subject}" if letter.subject else letter.kind,
        author=letter.author,
        design=letter.design,
        setting=settled(SETTINGS, lambda setting: falling_off(said, setting)),
        styles=STYLES,
        centred=letter.design is Design.CLASSIC,
    )
    for paragraph in said:
        set_paragraph(document.add_paragraph(), paragraph, document)
    return saved(document)


def _paragraphs(letter: CoverLetter) -> Iterator[Paragraph]:
    contacts = SEPARATOR.join(one.says for one in letter.contacts)
    for style, text in ((NAME, letter.name), (HEADLINE, letter.headline), (CONTACTS, contacts)):
        if text.strip():
            yield plain(style, text)
    for number, line in enumerate(letter.recipient):
        yield plain(WHOM if number else WHOM_FIRST, line)
    yield plain(DATED, f"{f'À {letter.place}, le ' if letter.place else ''}{day(letter.produced_on)}")
    yield Paragraph(ABOUT, ((f"Objet{NBSP}: ", ""), (unbroken(letter.about), "bold")))
    yield plain(SAYS, letter.salutation)
    for text in letter.paragraphs:
        yield plain(SAYS, text)
    yield plain(SIGNED, letter.name)
    if letter.enclosures:
        named = "Pièces jointes" if len(letter.enclosures) > 1 else "Pièce jointe"
        yield plain(SIGNED, f"{named}{NBSP}: {', '.join(letter.enclosures)}")
