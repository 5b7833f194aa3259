"""DOCX: paragraphs, tables, text boxes, content controls and form fields, as Word shows them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tremplin.rights.agreement.pages import Document, UnreadableFile
from tremplin.rights.agreement.reading.archive import Archive, opened
from tremplin.rights.agreement.reading.flow import PAGE_BREAK, Flow, Part, Table
from tremplin.rights.agreement.reading.limits import Limits
from tremplin.rights.agreement.reading.marks import CHECKED, EMPTY

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {
    _W + tag
    for tag in (
        "del", "moveFrom", "delText", "instrText", "pPr", "sdtPr", "tblPr", "tcPr", "trPr", "sectPr",
        "footnoteReference", "endnoteReference", "annotationRef", "commentReference", "tblGrid",
    )
} | {_MC + "Fallback"}  # fmt: skip
_BLANK = "………………"
_DEEPEST = 60


def read_docx(data: bytes, name: str, limits: Limits) -> Document:
    """Return the pages of a DOCX; a page ends where Word last drew its end.

    Args:
        data: the whole file.
        name: its name, for sentences.
        limits: what may be asked.

    Returns:
        The document, of kind "docx". Deleted text of tracked changes is left out, inserted
        text kept; a content control still showing its prompt reads as a blank.

    Raises:
        UnreadableFile: protected, damaged, or unpacking without end.
    """
    with opened(data, name, limits) as archive:
        body = _body(archive, name)
        flow = Flow()
        flow.add(list(_parts(body, 0)))
        for entry in sorted(archive.names()):
            if entry.startswith(("word/footnotes", "word/header", "word/footer")) and entry.endswith(".xml"):
                root = _plain(archive.part(entry))
                if root is not None:
                    flow.add_apart(list(_parts(root, 0)))
    pages = flow.pages()
    return Document(name, "docx", pages, page_count=len(pages))


def _body(archive: Archive, name: str) -> Element:
    entries = [
        entry for entry in archive.names() if entry.startswith("word/document") and entry.endswith(".xml")
    ]
    root = _plain(archive.part(min(entries, key=len)))
    body = root.find(_W + "body") if root is not None else None
    if body is None:
        raise UnreadableFile(
            f"« {name} » est abîmé : il ne contient pas de texte. "
            "Enregistrez-le de nouveau en DOCX ou en PDF."
        )
    return body


def _plain(root: Element | None) -> Element | None:
    """Give the strict variant of the format the names of the usual one."""
    if root is not None and root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, _W)
            element.attrib = {key.replace(_STRICT, _W): value for key, value in element.attrib.items()}
    return root


def _parts(element: Element, depth: int) -> Iterator[Part]:
    if depth > _DEEPEST:
        return
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == _W + "p":
            yield from _paragraph(child, depth)
        elif child.tag == _W + "tbl":
            yield _table(child, depth)
        else:
            yield from _parts(child, depth + 1)


def _paragraph(element: Element, depth: int) -> Iterator[Part]:
    before = element.find(f"{_W}pPr/{_W}pageBreakBefore")
    text = "".join(_texts(element, depth))
    yield (PAGE_BREAK if before is not None and before.get(_W + "val") not in ("0", "false") else "") + text
    for box in _text_boxes(element):
        yield from _parts(box, depth + 1)


def _text_boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == _W + "txbxContent":
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _text_boxes(child)


def _table(element: Element, depth: int) -> Table:
    table = Table()
    for row in _inside(element, _W + "tr"):
        cells = [list(_parts(cell, depth + 1)) for cell in _inside(row, _W + "tc") if not _is_continued(cell)]
        table.rows.append(cells)
    return table


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows or cells of a table, content controls and insertions looked through."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml"):
            yield from _inside(child, tag)


def _is_continued(cell: Element) -> bool:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(_W + "val", "continue") == "continue"


def _texts(element: Element, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT or tag == _W + "txbxContent":
            continue
        if tag == _W + "r" and _is_hidden(child):
            continue
        if tag == _W + "sdt":
            yield from _control(child, depth)
        elif tag in _MARKS:
            yield _MARKS[tag](child)
        else:
            yield from _texts(child, depth + 1)


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(_W + "val") not in ("0", "false")


def _control(element: Element, depth: int) -> Iterator[str]:
    check = element.find(f"{_W}sdtPr/{_W14}checkbox")
    if check is not None:
        checked = check.find(_W14 + "checked")
        yield CHECKED if checked is not None and checked.get(_W14 + "val") in ("1", "true") else EMPTY
    elif element.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
        yield _BLANK
    else:
        yield from _texts(element, depth + 1)


def _break(element: Element) -> str:
    return PAGE_BREAK if element.get(_W + "type") == "page" else "\n"


def _symbol(element: Element) -> str:
    code = element.get(_W + "char", "")
    try:
        return chr(int(code, 16) | 0xF000) if "ing" in element.get(_W + "font", "") else chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _field(element: Element) -> str:
    """Return the box of an old form field; its text, if any, follows in ordinary runs."""
    check = element.find(f"{_W}ffData/{_W}checkBox")
    if check is None:
        return ""
    state = check.find(_W + "checked")
    if state is None:
        state = check.find(_W + "default")
    on = state is not None and state.get(_W + "val", "1") in ("1", "true", "on")
    return CHECKED if on else EMPTY


_MARKS = {
    _W + "t": lambda element: element.text or "",
    _W + "tab": lambda element: "\t",
    _W + "ptab": lambda element: "\t",
    _W + "br": _break,
    _W + "cr": lambda element: "\n",
    _W + "noBreakHyphen": lambda element: "-",
    _W + "lastRenderedPageBreak": lambda element: PAGE_BREAK,
    _W + "sym": _symbol,
    _W + "fldChar": _field,
}
