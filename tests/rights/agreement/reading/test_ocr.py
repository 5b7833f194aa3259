"""Pages that are pictures."""

from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.rights.agreement.reading.papers import pdf, scanned, whole
from tremplin.rights.agreement.reading import ocr
from tremplin.rights.agreement.reading.files import read_bytes
from tremplin.rights.agreement.reading.limits import LIMITS

SOURCE = """#set text(size: 12pt)
= Convention de stage
Nom : Lefèvre \\ Prénom : Clément \\ Durée totale : 700 heures de présence effective \\
Gratification : 4,50 euros par heure, versée chaque mois par virement bancaire."""

needs_engine = pytest.mark.skipif(ocr.engine() is None, reason="no character recognition here")


@needs_engine
def test_a_scanned_page_is_read_and_says_how() -> None:
    document = read_bytes(scanned(pdf(SOURCE)), "scan.pdf")

    assert [page.origin for page in document.pages] == ["ocr"]
    assert "700 heures de présence effective" in whole(document)
    assert document.unreadable == ()


@needs_engine
def test_a_page_scanned_sideways_is_read() -> None:
    document = read_bytes(scanned(pdf(SOURCE * 3), turn=90), "scan.pdf")

    assert "700 heures" in whole(document)


@needs_engine
def test_scanned_columns_are_told_apart() -> None:
    source = """#set text(size: 12pt)
#grid(columns: (1fr, 1fr), [École \\ Nom : Université de Brest \\ Ville : Brest],
[Entreprise \\ Nom : Logiciels de Rennes \\ Ville : Rennes])"""

    text = whole(read_bytes(scanned(pdf(source)), "scan.pdf"))

    assert text.index("Brest") < text.index("Entreprise") < text.index("Logiciels")


@needs_engine
def test_boxes_of_a_scanned_form_are_seen_and_letters_are_not_taken_for_boxes() -> None:
    frame = "#box(width: 9pt, height: 9pt, stroke: 0.8pt)"
    strokes = (
        "#place(line(start: (1pt, 1pt), end: (8pt, 8pt)))#place(line(start: (8pt, 1pt), end: (1pt, 8pt)))"
    )
    crossed = f"{frame}[{strokes}]"
    source = f"""#set text(size: 12pt)
Statut : {frame} privé {crossed} public {frame} association \\
Type de stage : {crossed} obligatoire {frame} facultatif \\
D. Organisme d’accueil : 10 heures à 0 euro du 3 au 5, O et D"""

    text = whole(read_bytes(scanned(pdf(source), scale=2.78), "scan.pdf"))

    assert "☐ privé ☒ public ☐ association" in text
    assert "☒ obligatoire ☐ facultatif" in text
    assert text.count("☐") + text.count("☒") == 5


@needs_engine
def test_a_scan_without_boxes_shows_none() -> None:
    text = whole(read_bytes(scanned(pdf(SOURCE * 4)), "scan.pdf"))

    assert "☐" not in text
    assert "☒" not in text


@needs_engine
def test_only_the_pages_without_letters_are_recognised() -> None:
    mixed = pdfium.PdfDocument(pdf("Première page, avec des lettres."))
    mixed.import_pages(pdfium.PdfDocument(scanned(pdf(SOURCE))))
    out = BytesIO()
    mixed.save(out)

    document = read_bytes(out.getvalue(), "a.pdf")

    assert [(page.number, page.origin) for page in document.pages] == [(1, "text"), (2, "ocr")]


@needs_engine
def test_a_photo_of_a_page_is_read(tmp_path: Path) -> None:
    document = read_bytes(_png(pdf(SOURCE)), "photo.png")

    assert document.kind == "image"
    assert "Lefèvre" in whole(document)


@needs_engine
def test_a_page_of_noise_is_said_unreadable() -> None:
    spot = "#place(dx: calc.rem(i * 37, 480) * 1pt, dy: calc.rem(i * 101, 700) * 1pt, circle(radius: 2pt))"
    source = f"#for i in range(900) [{spot}]"

    document = read_bytes(scanned(pdf(source)), "bruit.pdf")

    assert document.pages == ()
    [(number, why)] = document.unreadable
    assert number == 1
    assert why.startswith("La page 1 est une image")


@needs_engine
def test_a_page_too_long_to_recognise_is_said_unreadable() -> None:
    from dataclasses import replace

    document = read_bytes(scanned(pdf(SOURCE)), "a.pdf", limits=replace(LIMITS, seconds_per_page=0.01))

    assert document.pages == ()
    assert "trop longue à reconnaître" in document.unreadable[0][1]


def test_without_any_engine_the_page_is_said_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.engine.cache_clear()
    ocr._program.cache_clear()
    ocr._languages.cache_clear()
    try:
        if ocr.engine() is not None:
            pytest.skip("the optional engine is installed")
        document = read_bytes(scanned(pdf(SOURCE)), "scan.pdf")
    finally:
        monkeypatch.undo()
        ocr.engine.cache_clear()
        ocr._program.cache_clear()
        ocr._languages.cache_clear()

    assert document.pages == ()
    assert "aucun logiciel de reconnaissance" in document.unreadable[0][1]


def _png(paper: bytes) -> bytes:
    import struct
    import zlib

    bitmap = pdfium.PdfDocument(paper)[0].render(scale=2, grayscale=True)
    raw = bytes(bitmap.buffer)
    rows = b"".join(
        b"\0" + raw[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
