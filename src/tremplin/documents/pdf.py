"""From a document model to a tagged PDF: the typesetter, kept warm, fed with data only.

The student's words travel as JSON beside the template, never inside it: `#`, `$` or `[`
in a quote are letters. Every file is PDF/A-2a and PDF/UA-1, in French, with its fonts,
and two renders of the same model are the same bytes.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock
from typing import ClassVar, Protocol

import typst

from tremplin.documents.characters import printable
from tremplin.law.words import day

FONTS = Path(__file__).parent / "fonts"
TEMPLATES = Path(__file__).parent / "typst"

LONGEST_RUNNING_TITLE = 80

_one_at_a_time = Lock()


class TypesettingFailed(RuntimeError):
    """A template is wrong: the typesetter refused it or warned. Never the student's fault."""


class PaperDocument(Protocol):
    """What a model must say of itself to be printed."""

    template: ClassVar[str]
    kind: ClassVar[str]

    @property
    def subject(self) -> str:
        """What or whom the document is about, in one line."""

    @property
    def author(self) -> str:
        """Name of the student, for the file's properties; may be empty."""

    @property
    def produced_on(self) -> date:
        """The day written on the document."""

    def data(self) -> Mapping[str, object]:
        """Everything the template prints, as plain values."""


def to_pdf(document: PaperDocument) -> bytes:
    """Print a document model.

    Args:
        document: any frozen model of this package.

    Returns:
        The bytes of a tagged A4 PDF.

    Raises:
        TypesettingFailed: the template is wrong.
    """
    return render(document.template, {"properties": properties_of(document), **document.data()})


def render(template: str, data: Mapping[str, object]) -> bytes:
    """Set one template with its data.

    Args:
        template: name of a file of `typst/`, without its extension.
        data: dataclasses, mappings, sequences, text, numbers, dates; must hold
            `properties` as `to_pdf` writes them.

    Returns:
        The bytes of a tagged PDF.

    Raises:
        TypesettingFailed: the template is wrong, or the typesetter warned.
    """
    inputs = {"data": json.dumps(plain(data), ensure_ascii=False)}
    try:
        with _one_at_a_time:
            pdf, warnings = _typesetter().compile_with_warnings(
                input=str(TEMPLATES / f"{template}.typ"),
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["a-2a", "ua-1"],
            )
    except typst.TypstError as refusal:
        raise TypesettingFailed(f"{template}.typ: {refusal}") from refusal
    if warnings or not isinstance(pdf, bytes):
        raise TypesettingFailed(f"{template}.typ: {[str(warning) for warning in warnings]}")
    return pdf


def plain(value: object) -> object:
    """Turn a model into what JSON can carry, every text made printable, every date in words.

    Raises:
        TypeError: a value has no single way to be written, such as a bare `Decimal`.
    """
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return printable(value)
        case date():
            return printable(day(value))
        case Mapping():
            return {str(key): plain(held) for key, held in value.items()}
        case list() | tuple():
            return [plain(held) for held in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} must be written as text by its document model.")


def properties_of(document: PaperDocument) -> Mapping[str, object]:
    """Return the title, the author, the day and the running line of a document."""
    on = document.produced_on
    title = f"{document.kind} · {document.subject}" if document.subject else document.kind
    return {
        "title": title,
        "author": document.author,
        "kind": document.kind,
        "subject": document.subject,
        "date": {"year": on.year, "month": on.month, "day": on.day},
        "day": day(on),
        "running": f"{title if len(title) <= LONGEST_RUNNING_TITLE else document.kind}, {day(on)}",
    }


@cache
def _typesetter() -> typst.Compiler:
    return typst.Compiler(root=str(TEMPLATES), font_paths=[str(FONTS)], ignore_system_fonts=True)
