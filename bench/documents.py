"""Time to print each document, typesetter warm, and the first one in a fresh process.

Run from the repository's root: `python -m bench.documents`. Exit status 1 past the target.
"""

import statistics
import subprocess
import sys
import time
from dataclasses import replace

from tests.documents import journal_models
from tests.documents.models import REPORT, RICH

from tremplin.documents.audit_report import AuditReport
from tremplin.documents.check_in import CheckIn
from tremplin.documents.gratification_statement import GratificationStatement
from tremplin.documents.journal_table import JournalTable
from tremplin.documents.letter import Letter
from tremplin.documents.negotiation_sheet import NegotiationSheet
from tremplin.documents.ninety_days import NinetyDayPlan
from tremplin.documents.pdf import to_pdf

TARGET_SECONDS = 0.4
ROUNDS = 20
FIRST = (
    "import time; start = time.perf_counter();"
    "from tests.documents.models import REPORT; from tremplin.documents.pdf import to_pdf;"
    "to_pdf(REPORT); print(time.perf_counter() - start)"
)


Document = (
    AuditReport | NegotiationSheet | GratificationStatement | Letter | CheckIn | NinetyDayPlan | JournalTable
)


def variants(document: Document) -> list[Document]:
    """Return copies with another subject, so that nothing printed before is reused whole."""
    return [replace(document, subject=f"{document.subject} {number}") for number in range(ROUNDS)]


def seconds(document: Document) -> float:
    start = time.perf_counter()
    to_pdf(document)
    return time.perf_counter() - start


def main() -> int:
    to_pdf(REPORT)
    slowest = 0.0
    print("| document | median, warm | slowest of 20 | size |")
    print("|---|---|---|---|")
    for document in (*RICH, *journal_models.RICH):
        times = [seconds(variant) for variant in variants(document)]
        slowest = max(slowest, *times)
        size = len(to_pdf(document)) / 1000
        median = statistics.median(times) * 1000
        print(f"| {document.kind} | {median:.0f} ms | {max(times) * 1000:.0f} ms | {size:.0f} kB |")
    first = subprocess.run([sys.executable, "-c", FIRST], check=True, capture_output=True, text=True)
    print(f"\nFirst report of a fresh process, imports included: {float(first.stdout) * 1000:.0f} ms.")
    print(f"Target, warm: {TARGET_SECONDS * 1000:.0f} ms. Slowest: {slowest * 1000:.0f} ms.")
    return int(slowest > TARGET_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
