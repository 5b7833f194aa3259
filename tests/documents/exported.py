"""Every word of an exported file, wherever it hides: slides, notes, chart data, properties, tables."""

import io
import re
import zipfile

import openpyxl
from defusedxml import ElementTree
from pypdf import PdfReader

from tests.documents.reading import pages

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DATE = re.compile(rf"\b(?:1er|\d{{1,2}})\s(?:{MONTHS})(?:\s\d{{4}})?")
DIGITS = re.compile(r"(?<![\w.,])\d+(?:\u00a0\d{3})*(?:[.,]\d+)?")
WORDS = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente"
    r"|quarante|cinquante|soixante|cents?|mille|millions?|dizaines?|douzaines?|quinzaine|vingtaine|centaines?"
    r"|milliers?|moitié|tiers|quarts?|(?:doubl|tripl|quadrupl)(?:é|ée|és|ées|er))\b",
    re.IGNORECASE,
)


def office_words(file: bytes) -> str:
    """Return every text of a Word or PowerPoint file, one a line, workbooks of charts included."""
    said = []
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                said += _cells(package.read(name))
            elif re.match(r"(ppt|word)/(slides|notesSlides|charts|document|footer|header)[^_]*\.xml$", name):
                said += _texts(package.read(name))
            elif name == "docProps/core.xml":
                said += [
                    element.text or ""
                    for element in ElementTree.fromstring(package.read(name))
                    if element.tag.endswith("}title")
                ]
    return "\n".join(said)


def printed_words(pdf: bytes) -> str:
    """Return every text of a PDF, its title included."""
    metadata = PdfReader(io.BytesIO(pdf)).metadata
    return "\n".join([*pages(pdf), (metadata and metadata.title) or ""])


def numbers_in(words: str) -> set[str]:
    """Return the numbers of a text, in digits or in words, dates left aside."""
    undated = DATE.sub(" ", re.sub(r"[ \r\n]+", " ", words))
    digits = {re.sub(r"\s", "", one).replace(".", ",") for one in DIGITS.findall(undated)}
    return {re.sub(r",0$", "", one) for one in digits} | {one.lower() for one in WORDS.findall(undated)}


def _texts(part: bytes) -> list[str]:
    """Return paragraphs of text, values of charts, and what is read aloud."""
    root = ElementTree.fromstring(part)
    said = [
        "".join(run.text or "" for run in one.iter() if run.tag.endswith("}t"))
        for one in root.iter()
        if one.tag.endswith("}p")
    ]
    said += [one.text or "" for one in root.iter() if one.tag.endswith("}v")]
    return said + [one.attrib["descr"] for one in root.iter() if "descr" in one.attrib]


def _cells(workbook: bytes) -> list[str]:
    sheets = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    return [str(cell) for sheet in sheets for row in sheet.values for cell in row if cell is not None]
