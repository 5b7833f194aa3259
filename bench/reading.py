"""Reading and auditing beside PDFium alone, from a cold command line, and many files at once.

Targets: six pages of text read and audited in at most four times what PDFium takes to extract their
text plus 100 ms; the command from cold under a second; exit status 1 past either.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import typst

ROUNDS, COLD_ROUNDS, MANY = 15, 5, 200
TIMES, EXTRA, COLD_TARGET = 4, 0.100, 1.0
DAY = date(2026, 1, 5)
CLAUSE = (
    "Le stagiaire respecte le règlement intérieur de l’organisme d’accueil, dont une copie lui est remise. "
    "La gratification est versée chaque mois par virement. L’enseignant référent effectue une visite. "
)


def agreement() -> bytes:
    """Typeset an agreement of six pages: a form in two columns, then articles in two columns."""
    articles = "".join(f"*Article {number} – Objet* \\ {CLAUSE * 6}\n\n" for number in range(1, 25))
    source = f"""#set page(paper: "a4", margin: 2cm)
#set text(size: 10pt, lang: "fr")
#grid(columns: (1fr, 1fr), [1 - L’établissement \\ Nom : Université de l’Iroise \\ Ville : Brest],
[2 - L’organisme \\ Nom : Neolis SAS \\ Ville : Rennes])
Nom : Lefèvre #h(2em) Prénom : Clément \\ Dates : du 02/02/2026 au 26/06/2026 \\ Durée totale : 700 heures
#columns(2)[{articles}]"""
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def median_seconds(act: Callable[[], object], rounds: int) -> float:
    act()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        act()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def extract(paper: bytes) -> int:
    """Extract the text with PDFium and nothing else."""
    pdf = pdfium.PdfDocument(paper)
    letters = 0
    for page in pdf:
        text = page.get_textpage()
        letters += len(text.get_text_range())
        text.close()
        page.close()
    pdf.close()
    return letters


def command(*files: str) -> list[str]:
    return [sys.executable, "-m", "tremplin", "rights", "audit", "--json", "--on", DAY.isoformat(), *files]


def throughput(paper: Path, folder: Path) -> float:
    """Return files a second over copies of one agreement."""
    for number in range(MANY):
        shutil.copy(paper, folder / f"{number:04}.pdf")
    begin = time.perf_counter()
    subprocess.run(command(str(folder)), check=True, capture_output=True)
    return MANY / (time.perf_counter() - begin)


def main() -> int:
    from tremplin.rights.agreement.audit import audit
    from tremplin.rights.agreement.reading.files import read_bytes

    paper = agreement()
    pages = len(pdfium.PdfDocument(paper))
    alone = median_seconds(lambda: extract(paper), ROUNDS)
    reading = median_seconds(lambda: read_bytes(paper, "a.pdf"), ROUNDS)
    both = median_seconds(lambda: audit(read_bytes(paper, "a.pdf"), on=DAY), ROUNDS)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "convention.pdf"
        path.write_bytes(paper)
        cold = median_seconds(
            lambda: subprocess.run(command(str(path)), check=True, capture_output=True), COLD_ROUNDS
        )
        folder = Path(name) / "many"
        folder.mkdir()
        rate = throughput(path, folder)
    most = TIMES * alone + EXTRA
    print(f"PDF of {pages} pages, {extract(paper):,} characters")
    print(f"PDFium alone, text extracted        {alone * 1000:7.1f} ms")
    print(f"Tremplin, read into lines           {reading * 1000:7.1f} ms")
    print(f"Tremplin, read and audited          {both * 1000:7.1f} ms   (at most {most * 1000:.0f} ms)")
    print(
        f"Command from cold, one file         {cold * 1000:7.1f} ms   (at most {COLD_TARGET * 1000:.0f} ms)"
    )
    print(f"Command, {MANY} files, {os.cpu_count()} cores         {rate:7.1f} files/s")
    return int(both > most or cold > COLD_TARGET)


if __name__ == "__main__":
    sys.exit(main())
