"""A document of one page: what falls off its first sheet is told, and nothing longer leaves."""

from collections.abc import Iterator
from typing import Final

import pypdfium2

NOT_DRAWN: Final = "\ufffe\ufffd\u200b "


class TooLong(ValueError):
    """A page does not hold on one sheet; `excess` are the lines that fall off it."""

    def __init__(self, excess: tuple[str, ...]) -> None:
        """Keep the lines, and say how many."""
        super().__init__(f"{len(excess)} ligne(s) de trop")
        self.excess = excess


def beyond_the_first_page(pdf: bytes) -> Iterator[str]:
    """Give the lines of a PDF that are not on its first page, in the order they are set."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in list(document)[1:]:
            lines = page.get_textpage().get_text_range().splitlines()
            yield from filter(None, (line.strip(NOT_DRAWN) for line in lines))
