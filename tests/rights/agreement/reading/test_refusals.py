"""Files that cannot be read: a clear sentence each, never a crash."""

import contextlib
import random
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.rights.agreement.reading.papers import archive, docx, locked, odt, p, pdf
from tremplin.rights.agreement.pages import Document, UnreadableFile
from tremplin.rights.agreement.reading.files import read, read_bytes
from tremplin.rights.agreement.reading.limits import LIMITS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "est vide"),
        (b" \n\n", "est vide"),
        (b"<!DOCTYPE html><html><body>Connexion</body></html>", "est une page web"),
        (b"\n<html lang=fr><head>", "est une page web"),
        (b"{\\rtf1\\ansi Convention}", "est un document RTF"),
        (b"MZ\x90\x00\x03" + bytes(200), "est un programme"),
        (b"\x7fELF\x02" + bytes(200), "est un programme"),
        (b"GIF89a" + bytes(50), "est une image GIF"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(50), "format que Tremplin ne lit pas"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(50), "format que Tremplin ne lit pas"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "est une archive compressée"),
        (OLE, "est un ancien document Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "est protégé par un mot de passe"),
        (bytes(range(256)) * 8, "n’est pas un document"),
        (archive({"photo.jpg": "x"}), "est une archive ZIP"),
        (archive({"xl/workbook.xml": "x"}), "est un tableur"),
        (archive({"Index/Document.iwa": "x"}), "est un document Pages"),
        (b"PK\x03\x04" + bytes(40), "est abîmé ou incomplet"),
        (b"%PDF-1.7\n", "est un PDF abîmé"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "est une image abîmée"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "est une image abîmée"),
    ],
)
def test_each_kind_of_wrong_file_has_its_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match="« papier »") as refused:
        read_bytes(data, "papier")

    assert says in str(refused.value)


def test_a_pdf_closed_by_a_password_says_how_to_open_it() -> None:
    with pytest.raises(UnreadableFile, match="protégé par un mot de passe"):
        read_bytes(locked(pdf("Secret"), "sésame"), "a.pdf")


def test_a_pdf_that_anyone_may_open_but_not_change_is_read() -> None:
    document = read_bytes(locked(pdf("Convention"), ""), "a.pdf")

    assert document.pages[0].lines[0].text == "Convention"


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="compte 4 pages ; Tremplin en lit 3 au plus"):
        read_bytes(
            pdf("A #pagebreak() B #pagebreak() C #pagebreak() D"), "a.pdf", limits=replace(LIMITS, pages=3)
        )


def test_too_heavy_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    heavy = tmp_path / "lourd.pdf"
    heavy.write_bytes(b"%PDF-" + bytes(2_000_000))

    with pytest.raises(UnreadableFile, match="pèse 2 Mo, plus que les 1 Mo"):
        read(heavy, limits=replace(LIMITS, bytes=1_000_000))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="est introuvable"):
        read(tmp_path / "rien.pdf")
    with pytest.raises(UnreadableFile, match="est un dossier"):
        read(tmp_path)


def test_blank_pages_alone_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="ne contient aucun texte"):
        read_bytes(pdf("#pagebreak()"), "a.pdf")


def test_a_part_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="volume anormal"):
        read_bytes(_swollen("word/header1.xml"), "a.docx", limits=replace(LIMITS, unpacked=5_000_000))


def test_a_swollen_part_that_is_not_needed_is_not_unpacked() -> None:
    document = read_bytes(_swollen("word/media/image1.png"), "a.docx")

    assert document.pages[0].lines[0].text == "Bonjour"


def _swollen(part: str) -> bytes:
    out = BytesIO(docx(p("Bonjour")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as made, made.open(part, "w") as stream:
        for _ in range(60):
            stream.write(b" " * 1_000_000)
    return out.getvalue()


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="lignes"):
        read_bytes(b"ligne\n" * 20_000, "a.txt")


PAPERS = {
    "a.pdf": pdf("#table(columns: 2, [Nom], [Alice], [Ville], [Lyon])\nSigné le 3 mars 2026."),
    "a.docx": docx(p("Nom : Alice") + "<w:tbl><w:tr><w:tc>" + p("x") + "</w:tc></w:tr></w:tbl>"),
    "a.odt": odt("<text:p>Nom : Alice</text:p>"),
    "a.txt": "Nom : Alice      Prénom : Éva\n".encode("utf-16"),
}


@pytest.mark.parametrize("name", list(PAPERS))
def test_a_file_cut_anywhere_is_read_or_refused(name: str) -> None:
    data = PAPERS[name]
    dice = random.Random(name)  # noqa: S311 -- repeatable damage, no secret

    for _ in range(60):
        _read_or_refuse(data[: dice.randrange(len(data))], name)


@pytest.mark.parametrize("name", list(PAPERS))
def test_a_file_with_damaged_bytes_is_read_or_refused(name: str) -> None:
    dice = random.Random(name)  # noqa: S311 -- repeatable damage, no secret

    for _ in range(60):
        data = bytearray(PAPERS[name])
        for _ in range(dice.randrange(1, 30)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        _read_or_refuse(bytes(data), name)


def _read_or_refuse(data: bytes, name: str) -> None:
    """Anything but a document or a refusal is an error of this test."""
    with contextlib.suppress(UnreadableFile):
        assert isinstance(read_bytes(data, name), Document)
