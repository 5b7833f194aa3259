"""Time to print one CV, typesetter warm, beside RenderCV on the same content; its text taken out in order.

Run through `script/bench`, which installs the peer; exit status 1 past our own target.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from tests.documents.reading import letters
from tests.stories.cv.written import INES, ON

from tremplin.documents.curriculum import Curriculum, Design, curriculum_to_pdf
from tremplin.stories.cv.resume import Resume
from tremplin.stories.cv.writing.files import Format, write
from tremplin.stories.cv.writing.printing import curriculum_of

ROOT = Path(__file__).parent.parent
PEER = ROOT / ".cache/bench/rendercv/bin/python"
TARGET_SECONDS = 0.4
ROUNDS = 21


def variants(design: Design) -> Iterator[Curriculum]:
    """Give copies under other names, so that nothing printed before is reused whole."""
    for number in range(ROUNDS):
        yield replace(curriculum_of(INES, on=ON, design=design), name=f"Inès Marchetti {number}")


def seconds(page: Curriculum) -> float:
    start = time.perf_counter()
    curriculum_to_pdf(page)
    return time.perf_counter() - start


def in_order(page: Curriculum) -> bool:
    """Say whether the lines of the CV come one after the other in the text taken out of it."""
    with pypdfium2.PdfDocument(curriculum_to_pdf(page)) as document:
        whole = letters(document[0].get_textpage().get_text_range())
    entries = (entry for section in page.sections for entry in section.entries)
    at = 0
    for line in (text for entry in entries for text in (entry.title, *entry.lines)):
        at = whole.find(letters(line), at)
        if at < 0:
            return False
    return True


def peer(resume: Resume) -> str:
    """Return the time of RenderCV 2.3, which refuses an invented telephone and names locales otherwise."""
    if not PEER.exists():
        return "not installed"
    silent = replace(resume, basics=replace(resume.basics, phone=""))
    text = write(silent, Format.RENDERCV, on=ON).decode().partition("locale:")[0]
    script = str(ROOT / "bench/peers/rendercv_cv.py")
    found = subprocess.run([str(PEER), script], input=text, check=True, capture_output=True, text=True)
    return f"{json.loads(found.stdout.splitlines()[-1])['warm'] * 1000:.0f} ms"


def main() -> int:
    slowest = 0.0
    print("| one CV, warm | median | slowest of 20 | processor | text in order |")
    print("|---|---|---|---|---|")
    for design in Design:
        pages = tuple(variants(design))
        seconds(pages[0])
        started = time.process_time()
        times = [seconds(page) for page in pages[1:]]
        busy = (time.process_time() - started) / len(times)
        slowest = max(slowest, busy)
        walls = f"{statistics.median(times) * 1000:.0f} ms | {max(times) * 1000:.0f} ms"
        order = "yes" if in_order(pages[0]) else "no"
        print(f"| Tremplin, {design.label}, to PDF | {walls} | {busy * 1000:.0f} ms | {order} |")
    print(f"| RenderCV 2.3, to Typst source only | {peer(INES)} | | | |")
    print(f"\nTarget, warm: {TARGET_SECONDS * 1000:.0f} ms of processor. Slowest: {slowest * 1000:.0f} ms.")
    return int(slowest > TARGET_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
