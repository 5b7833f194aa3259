"""A deck as PowerPoint beside bare python-pptx, and as PDF, warm; then each from a fresh process.

Targets: a deck in 250 ms, a PDF in 400 ms; exit status 1 past either median. Bare python-pptx writes
the same words, table and chart on blank slides, without measuring, checking or styling anything.
"""

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt
from tests.documents.decks import DECK

from tremplin.documents.deck import Deck
from tremplin.documents.deck_layout import Page, pages
from tremplin.documents.deck_pdf import deck_to_pdf
from tremplin.documents.deck_pieces import Bars, Grid, Text, Value
from tremplin.documents.deck_words import shown
from tremplin.documents.pptx import to_pptx

DECK_TARGET, PDF_TARGET = 0.250, 0.400
ROUNDS = 20
FRESH = (
    "import time; start = time.perf_counter();"
    "from tests.documents.decks import DECK; from tremplin.documents.{module} import {name};"
    "{name}(DECK); print(time.perf_counter() - start)"
)
BLANK = 6


def bare(laid_out: tuple[Page, ...]) -> bytes:
    """Write what the pages hold with python-pptx alone, its own template and styles."""
    presentation = Presentation()
    for page in laid_out:
        slide = presentation.slides.add_slide(presentation.slide_layouts[BLANK])
        for item in page.items:
            add(slide.shapes, item)
        slide.notes_slide.notes_text_frame.text = "\n".join(page.notes)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def add(shapes: object, item: Text | Value | Bars | Grid) -> None:
    """Add one item in its box."""
    edges = (Pt(item.box.left), Pt(item.box.top), Pt(item.box.width), Pt(item.box.height))
    match item:
        case Text(paragraphs=paragraphs):
            said = "\n".join("".join(run.says for run in paragraph) for paragraph in paragraphs)
            shapes.add_textbox(*edges).text_frame.text = said
        case Value(before=before, value=value):
            shapes.add_textbox(*edges).text_frame.text = f"{before} {value}"
        case Bars(labels=labels, values=values):
            data = CategoryChartData()
            data.categories = labels
            data.add_series("Valeur", values)
            shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *edges, data)
        case Grid(rows=rows):
            table = shapes.add_table(len(rows), len(rows[0]), *edges).table
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, runs in zip(row.cells, cells, strict=True):
                    cell.text_frame.text = "".join(run.says for run in runs)


def variants(deck: Deck) -> list[Deck]:
    """Return copies with other notes and titles, so that nothing is reused whole."""
    return [
        replace(
            deck,
            subject=f"{deck.subject} {'i' * number}",
            slides=tuple(replace(slide, title=slide.title + "\u200b" * number) for slide in deck.slides),
        )
        for number in range(ROUNDS)
    ]


def warm(write: Callable[[Deck], object]) -> tuple[float, float, float]:
    """Return the median, the slowest and the median of processor time, in seconds, after one unmeasured."""
    write(DECK)
    times, worked = [], []
    for deck in variants(DECK):
        start, begun = time.perf_counter(), time.process_time()
        write(deck)
        times.append(time.perf_counter() - start)
        worked.append(time.process_time() - begun)
    return statistics.median(times), max(times), statistics.median(worked)


def fresh(module: str, name: str) -> float:
    """Return the seconds of a first deck in a new process, imports included."""
    code = FRESH.format(module=module, name=name)
    return float(
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    )


def main() -> int:
    laid_out = pages(shown(DECK))
    deck, pdf, alone = warm(to_pptx), warm(deck_to_pdf), warm(lambda _: bare(laid_out))
    print("| five slides | median, warm | slowest of 20 | processor | from cold | size | target |")
    print("|---|---|---|---|---|---|---|")
    for name, found, cold, size, target in (
        ("Tremplin, PowerPoint", deck, fresh("pptx", "to_pptx"), len(to_pptx(DECK)), DECK_TARGET),
        ("bare python-pptx", alone, None, len(bare(laid_out)), None),
        ("Tremplin, PDF", pdf, fresh("deck_pdf", "deck_to_pdf"), len(deck_to_pdf(DECK)), PDF_TARGET),
    ):
        times = [f"{seconds * 1000:.0f} ms" if seconds else "" for seconds in (*found, cold)]
        aim = f"{target * 1000:.0f} ms" if target else ""
        print(f"| {name} | {' | '.join(times)} | {size / 1000:.0f} kB | {aim} |")
    return int(deck[0] > DECK_TARGET or pdf[0] > PDF_TARGET)


if __name__ == "__main__":
    sys.exit(main())
