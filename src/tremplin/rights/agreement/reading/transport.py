"""Documents as JSON, to cross from the reading process to the one that asked."""

from typing import Any

from tremplin.rights.agreement.pages import Document, Line, Page


def to_json(document: Document) -> dict[str, Any]:
    """Return a document as plain values."""
    return {
        "name": document.name,
        "kind": document.kind,
        "pages": [
            {
                "number": page.number,
                "origin": page.origin,
                "lines": [[line.text, line.block, line.left, line.right, line.top] for line in page.lines],
            }
            for page in document.pages
        ],
        "unreadable": [list(item) for item in document.unreadable],
        "page_count": document.page_count,
    }


def from_json(value: dict[str, Any]) -> Document:
    """Return the document that `to_json` wrote."""
    return Document(
        value["name"],
        value["kind"],
        tuple(
            Page(page["number"], tuple(Line(*line) for line in page["lines"]), page["origin"])
            for page in value["pages"]
        ),
        tuple((number, why) for number, why in value["unreadable"]),
        value["page_count"],
    )
