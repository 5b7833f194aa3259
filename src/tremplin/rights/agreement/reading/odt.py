"""ODT: paragraphs, tables, frames and form controls, as LibreOffice shows them."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from tremplin.rights.agreement.pages import Document, UnreadableFile
from tremplin.rights.agreement.reading.archive import opened, protected
from tremplin.rights.agreement.reading.flow import PAGE_BREAK, Flow, Part, Table
from tremplin.rights.agreement.reading.limits import Limits
from tremplin.rights.agreement.reading.marks import CHECKED, EMPTY

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _TABLE, _DRAW, _FORM = (_NS % part for part in ("office", "text", "table", "drawing", "form"))
_STYLE = _NS % "style"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEFT_OUT = {
    _TEXT + "tracked-changes", _TEXT + "sequence-decls", _OFFICE + "annotation", _OFFICE + "forms",
    _TEXT + "note-citation", _TEXT + "user-field-decls", _TEXT + "variable-decls",
}  # fmt: skip
_BLANK = "………………"
_DEEPEST = 60
_MOST_SPACES = 500


def read_odt(data: bytes, name: str, limits: Limits) -> Document:
    """Return the pages of an ODT; a page ends where it was last drawn.

    Args:
        data: the whole file.
        name: its name, for sentences.
        limits: what may be asked.

    Returns:
        The document, of kind "odt". Deleted text of tracked changes is left out.

    Raises:
        UnreadableFile: protected, damaged, or unpacking without end.
    """
    with opened(data, name, limits) as archive:
        manifest = archive.part("META-INF/manifest.xml")
        if manifest is not None and any(
            element.tag.endswith("}encryption-data") for element in manifest.iter()
        ):
            raise protected(name)
        content = archive.part("content.xml")
        styles = archive.part("styles.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise UnreadableFile(
            f"« {name} » n’est pas un texte : c’est sans doute un tableur ou un dessin. "
            "Déposez la convention en PDF, DOCX ou ODT."
        )
    reader = _Reader(_controls(content), _broken_before(content, styles))
    flow = Flow()
    flow.add(list(reader.parts(body, 0)))
    flow.add_apart([part for edge in _edges(styles) for part in reader.parts(edge, 0)])
    pages = flow.pages()
    return Document(name, "odt", pages, page_count=len(pages))


def _controls(content: Element) -> dict[str, str]:
    """Return what each form control shows, by its identifier."""
    shown = {}
    for element in content.iter():
        name = element.get(_FORM + "id") or element.get(_XML_ID)
        if name and element.tag in (_FORM + "checkbox", _FORM + "radio"):
            state = element.get(_FORM + "current-state", element.get(_FORM + "state"))
            chosen = state == "checked" or element.get(_FORM + "current-selected") == "true"
            shown[name] = f"{CHECKED if chosen else EMPTY} {element.get(_FORM + 'label', '')}"
        elif name and element.tag.startswith(_FORM):
            shown[name] = element.get(_FORM + "current-value", element.get(_FORM + "value", ""))
    return shown


def _broken_before(content: Element, styles: Element | None) -> frozenset[str]:
    """Return the names of paragraph styles that start a page."""
    names = set()
    for root in (content, styles):
        for style in root.iter(_STYLE + "style") if root is not None else ():
            for properties in style.iter(_STYLE + "paragraph-properties"):
                if any(
                    key.endswith("}break-before") and value == "page" for key, value in properties.items()
                ):
                    names.add(style.get(_STYLE + "name", ""))
    return frozenset(names)


def _edges(styles: Element | None) -> Iterator[Element]:
    if styles is None:
        return
    for master in styles.iter(_STYLE + "master-page"):
        for edge in master:
            if edge.tag in (_STYLE + "header", _STYLE + "footer"):
                yield edge


class _Reader:
    """Walks the elements of one document."""

    def __init__(self, controls: Mapping[str, str], broken_before: frozenset[str]) -> None:
        self._controls, self._broken_before = controls, broken_before

    def parts(self, element: Element, depth: int) -> Iterator[Part]:
        """Yield the paragraphs and tables under an element."""
        if depth > _DEEPEST:
            return
        for child in element:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag in (_TEXT + "p", _TEXT + "h"):
                yield self._paragraph(child, depth)
                for box in self._frames(child):
                    yield from self.parts(box, depth + 1)
            elif child.tag == _TABLE + "table":
                yield self._table(child, depth)
            elif child.tag == _TEXT + "soft-page-break":
                yield PAGE_BREAK
            else:
                yield from self.parts(child, depth + 1)

    def _paragraph(self, element: Element, depth: int) -> str:
        starts = element.get(_TEXT + "style-name", "") in self._broken_before
        return (PAGE_BREAK if starts else "") + "".join(self._texts(element, depth))

    def _frames(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == _DRAW + "text-box":
                yield child
            elif child.tag not in _LEFT_OUT:
                yield from self._frames(child)

    def _table(self, element: Element, depth: int) -> Table:
        table = Table()
        for row in self._rows(element):
            cells = [list(self.parts(cell, depth + 1)) for cell in row if cell.tag == _TABLE + "table-cell"]
            if any(cells):
                table.rows.append(cells)
        return table

    def _rows(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == _TABLE + "table-row":
                yield child
            elif child.tag in (
                _TABLE + "table-rows",
                _TABLE + "table-header-rows",
                _TABLE + "table-row-group",
            ):
                yield from self._rows(child)

    def _texts(self, element: Element, depth: int) -> Iterator[str]:
        yield _flat(element.text)
        for child in element if depth <= _DEEPEST else ():
            if child.tag not in _LEFT_OUT and child.tag != _DRAW + "text-box":
                yield from self._inline(child, depth)
            yield _flat(child.tail)

    def _inline(self, child: Element, depth: int) -> Iterator[str]:
        if child.tag == _TEXT + "s":
            count = child.get(_TEXT + "c", "1")
            yield " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES)
        elif child.tag == _TEXT + "tab":
            yield "\t"
        elif child.tag == _TEXT + "line-break":
            yield "\n"
        elif child.tag == _TEXT + "soft-page-break":
            yield PAGE_BREAK
        elif child.tag == _DRAW + "control":
            yield f" {self._controls.get(child.get(_DRAW + 'control', ''), '')} "
        elif child.tag == _TEXT + "placeholder":
            yield _BLANK
        else:
            yield from self._texts(child, depth + 1)


def _flat(text: str | None) -> str:
    """Return text as XML means it in ODT: any run of white is one space."""
    if not text:
        return ""
    flat = " ".join(text.split())
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() and flat else ""
    return f"{before}{flat}{after}"
