"""What a reader, a machine and a screen reader find in a printed document."""

import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tremplin.evidence.derived import Derived
from tremplin.evidence.figures import Figure


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, in the order it was written."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def letters(text: str) -> str:
    """Return the text without white space nor hyphens: lines may break anywhere."""
    return re.sub(r"[\s\ufffe\ufffd-]+", "", text)


def words_of(value: object) -> Iterator[str]:
    """Yield every sentence a model holds, wherever it is nested; what proves one is no sentence."""
    if isinstance(value, Figure | Derived):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for held in value:
            yield from words_of(held)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_of(getattr(value, field.name))


def catalog(pdf: bytes) -> Any:
    """Return the root dictionary of a PDF."""
    return PdfReader(io.BytesIO(pdf)).trailer["/Root"]


def roles(pdf: bytes) -> list[str]:
    """Return the structure tags of a PDF, depth first: `H1`, `P`, `Table`…"""

    def below(node: Any) -> Iterator[str]:
        held = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(held, list):
            for child in held:
                yield from below(child)
        elif isinstance(held, DictionaryObject):
            if "/S" in held:
                yield str(held["/S"])[1:]
            yield from below(held.get("/K"))

    return list(below(catalog(pdf)["/StructTreeRoot"]))


def fonts(pdf: bytes) -> list[Any]:
    """Return the descriptor of every font of every page."""
    pages: Any = PdfReader(io.BytesIO(pdf)).pages
    return [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    ]


def overflowing(pdf: bytes) -> list[str]:
    """Return the characters drawn outside the paper's left and right edges, or below it."""
    outside = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                if right > left and not (left >= 0 and right <= width - 30 and bottom >= 0 and top <= height):
                    outside.append(text.get_text_range(index, 1))
    return outside
