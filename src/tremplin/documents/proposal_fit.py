"""Does a proposal hold on one page? The typesetter answers, and nothing longer is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2

from tremplin.documents.characters import PLACEHOLDER
from tremplin.documents.pdf import properties_of, render
from tremplin.documents.proposal import MOST_WORDS, Proposal
from tremplin.documents.proposal_docx import proposal_to_docx

EMPTY_LINE: Final = PLACEHOLDER
NOT_DRAWN: Final = "\ufffe\ufffd\u200b"


@dataclass(frozen=True, slots=True)
class Fit:
    """How a proposal stands against its page.

    Attributes:
        words: of the page, names and sources included.
        lines_left: lines that may still be added.
        excess: the lines that fall off the page, as set; empty when it holds.
    """

    words: int
    lines_left: int
    excess: tuple[str, ...]

    @property
    def words_over(self) -> int:
        """How many words must go."""
        return max(self.words - MOST_WORDS, 0)

    @property
    def holds(self) -> bool:
        """Whether the page may be printed."""
        return not self.excess and not self.words_over


class TooLong(ValueError):
    """A proposal does not hold on its page; `fit` says which lines are in excess."""

    def __init__(self, fit: Fit) -> None:
        """Keep what was measured, and say it."""
        over = f"{len(fit.excess)} ligne(s) et {fit.words_over} mot(s) de trop"
        super().__init__(over)
        self.fit = fit


def measured(proposal: Proposal) -> Fit:
    """Lay a proposal out and say what remains, or what is in excess; its numbers are not checked.

    Args:
        proposal: the page.

    Returns:
        Lines exactly as the typesetter breaks them.

    Raises:
        TypesettingFailed: the template is wrong.
    """
    laid_out = {"properties": properties_of(proposal), **proposal.laid_out()}
    sheets = tuple(_lines(render(proposal.template, laid_out | {"measured": True})))
    printed = tuple(_lines(render(proposal.template, laid_out)))
    if len(printed) == 1:
        return Fit(proposal.words(), sum(map(_empty_lines, sheets[0])), ())
    beyond = [line for sheet in sheets[1:] for line in sheet if not _empty_lines(line)]
    return Fit(proposal.words(), 0, tuple(beyond or (line for sheet in printed[1:] for line in sheet)))


def proposal_to_pdf(proposal: Proposal) -> bytes:
    """Print a proposal on exactly one page.

    Args:
        proposal: the page.

    Returns:
        A tagged A4 PDF.

    Raises:
        UnsupportedClaims: it says a number that no signal and no entry supports.
        TooLong: it does not hold on one page, or has too many words.
        TypesettingFailed: the template is wrong.
    """
    _check(proposal)
    return render(proposal.template, {"properties": properties_of(proposal), **proposal.data()})


def proposal_to_word(proposal: Proposal) -> bytes:
    """Write a proposal as a Word file of one page.

    Args:
        proposal: the page.

    Returns:
        A .docx file.

    Raises:
        UnsupportedClaims: it says a number that no signal and no entry supports.
        TooLong: it does not hold on one page, or has too many words.
    """
    _check(proposal)
    return proposal_to_docx(proposal)


def _empty_lines(line: str) -> int:
    """Return how many empty lines a line read back stands for: they may be read as one."""
    return 0 if line.strip(EMPTY_LINE) else len(line)


def _check(proposal: Proposal) -> None:
    proposal.data()
    fit = measured(proposal)
    if not fit.holds:
        raise TooLong(fit)


def _lines(pdf: bytes) -> Iterator[tuple[str, ...]]:
    """Give the lines of each page, in the order they are set."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage().get_text_range()
            cleaned = (line.strip(f"{NOT_DRAWN} ") for line in text.splitlines())
            yield tuple(filter(None, cleaned))
