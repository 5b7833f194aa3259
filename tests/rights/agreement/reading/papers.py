"""Small documents made on the spot: each shows one difficulty of real agreements."""

import zipfile
from io import BytesIO
from pathlib import Path

import typst
from pypdf import PdfReader, PdfWriter

from tremplin.rights.agreement.pages import Document, Page
from tremplin.rights.agreement.reading.files import read_bytes

SHEET = '#set page(paper: "a4", margin: 2cm)\n#set text(size: 10pt, lang: "fr")\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def pdf(source: str, *, sheet: str = SHEET) -> bytes:
    """A PDF typeset from Typst markup."""
    made = typst.compile((sheet + source).encode())
    assert isinstance(made, bytes)
    return made


def scanned(paper: bytes, *, scale: float = 2.2, turn: int = 0) -> bytes:
    """The same PDF as an office scanner gives it: pictures and no letters."""
    import pypdfium2 as pdfium

    result = pdfium.PdfDocument.new()
    for page in pdfium.PdfDocument(paper):
        bitmap = page.render(scale=scale, grayscale=True, rotation=turn)
        width, height = bitmap.width / scale, bitmap.height / scale
        sheet = result.new_page(width, height)
        image = pdfium.PdfImage.new(result)
        image.set_bitmap(bitmap)
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        sheet.insert_obj(image)
        sheet.gen_content()
    out = BytesIO()
    result.save(out)
    return out.getvalue()


def turned(paper: bytes, angle: int) -> bytes:
    """The same pages, marked as turned by so many degrees."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paper)))
    for page in writer.pages:
        page.rotate(angle)
    return _written(writer)


def locked(paper: bytes, password: str) -> bytes:
    """The same PDF, closed by a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paper)))
    writer.encrypt(password, algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX whose body is given as XML; other parts by name, such as header1."""
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W} {W14}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": xml for name, xml in parts.items()},
        }
    )


def p(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, *, forms: str = "", automatic: str = "", styles: str = "") -> bytes:
    """An ODT whose text is given as XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for name, long in [
            ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("form", "form"),
            ("style", "style"), ("fo", "xsl-fo-compatible"),
        ]
    )  # fmt: skip
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{forms}{body}</office:text></office:body></office:document-content>"
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": content,
            "styles.xml": f"<office:document-styles {spaces}>{styles}</office:document-styles>",
        }
    )


def archive(parts: dict[str, str]) -> bytes:
    """A ZIP of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def texts(data: bytes, name: str = "convention", page: int = 1) -> list[str]:
    """The lines of one page, in reading order."""
    return lines_of(read_bytes(data, name).pages[page - 1])


def lines_of(page: Page) -> list[str]:
    """The text of each line of a page."""
    return [line.text for line in page.lines]


def blocks(data: bytes, name: str = "convention") -> list[list[str]]:
    """The lines of the first page, by block."""
    found: dict[int, list[str]] = {}
    for line in read_bytes(data, name).pages[0].lines:
        found.setdefault(line.block, []).append(line.text)
    return list(found.values())


def sample(name: str) -> Path:
    """A sample agreement."""
    return Path(__file__).parents[1] / "samples" / name


def whole(document: Document) -> str:
    """All the text of a document."""
    return "\n".join(line.text for page in document.pages for line in page.lines)
