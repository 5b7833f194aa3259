"""What was read in a file: pages of lines in reading order, and what could not be read."""

from dataclasses import dataclass
from typing import Literal

Origin = Literal["text", "ocr"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader sees it, columns and table cells already separated.

    Attributes:
        text: the words, single-spaced, no line break; check-boxes as ☐ or ☒.
        block: number, within the page, of the column, cell or paragraph group it belongs
            to; lines of one block follow each other.
        left, right: horizontal extent as shares of the page width (0 to 1).
        top: vertical place as a share of the page height (0 at the top), same use.
    """

    text: str
    block: int = 0
    left: float = 0.0
    right: float = 1.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` starts at 1. `origin` says whether a machine guessed the letters."""

    number: int
    lines: tuple[Line, ...]
    origin: Origin = "text"


@dataclass(frozen=True, slots=True)
class Document:
    """All that was read of one file.

    Attributes:
        name: file name as given, without folder.
        kind: "pdf", "docx", "odt" or "text".
        pages: readable pages, in order; formats without pages give one page per explicit
            page break.
        unreadable: for each page that could not be read, its number and a French sentence
            saying why. A document with any is never called compliant.
        page_count: pages in the file, readable or not.
    """

    name: str
    kind: str
    pages: tuple[Page, ...]
    unreadable: tuple[tuple[int, str], ...] = ()
    page_count: int = 0


class UnreadableFile(ValueError):
    """The file cannot be read at all; its message is a French sentence for the student."""


class WrongKind(UnreadableFile):
    """The file is no document at all, or of a kind never read: reading it again is of no use."""
