"""Every word of an exported file, wherever it hides: slides, notes, chart data, properties, tables."""

import io
import re
import zipfile
from xml.etree.ElementTree import Element

import openpyxl
from defusedxml import ElementTree
from pypdf import PdfReader

from tests.documents.reading import pages
from tests.evidence.oracle import numbers_said

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DATE = re.compile(rf"\b(?:1er|\d{{1,2}})\s(?:{MONTHS})(?:\s\d{{4}})?")


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
    """Return every text of a PDF, its title included and the number of each page left out."""
    metadata = PdfReader(io.BytesIO(pdf)).metadata
    said = pages(pdf)
    numbered = (
        re.sub(rf"\A{place} |\b{place} / {len(said)}\s*$", "", page) for place, page in enumerate(said, 1)
    )
    return "\n".join([*numbered, (metadata and metadata.title) or ""])


def numbers_in(words: str) -> set[str]:
    """Return the numbers of a text as an independent reader sees them, line by line, dates left aside."""
    undated = DATE.sub(" ", words)
    return {number for line in undated.splitlines() for number in numbers_said(line)}


def _texts(part: bytes) -> list[str]:
    """Return paragraphs of text, values of charts, and what is read aloud."""
    root = ElementTree.fromstring(part)
    said = [
        "".join(run.text or "" for run in one.iter() if run.tag.endswith("}t"))
        for one in root.iter()
        if one.tag.endswith("}p") and not any(_is_page_number(run) for run in one.iter())
    ]
    said += [one.text or "" for one in root.iter() if one.tag.endswith("}v")]
    return said + [one.attrib["descr"] for one in root.iter() if "descr" in one.attrib]


def _is_page_number(run: Element) -> bool:
    return run.tag.endswith("}fld") and run.attrib.get("type") == "slidenum"


def _cells(workbook: bytes) -> list[str]:
    sheets = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    return [str(cell) for sheet in sheets for row in sheet.values for cell in row if cell is not None]
