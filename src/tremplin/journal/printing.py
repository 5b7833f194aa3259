"""The journal's table as a document on paper."""

from collections.abc import Mapping, Sequence
from datetime import date

from tremplin.documents.journal_table import JournalLine, JournalTable
from tremplin.documents.pdf import to_pdf
from tremplin.evidence.wording import worded
from tremplin.journal import queries
from tremplin.journal.domain.table import Reader, Row

NOTES: Mapping[Reader, str] = {
    "self": "",
    "company": "version pour l’entreprise",
    "public": "version publique",
}


def table_pdf(rows: Sequence[Row], *, reader: Reader, subject: str, author: str, on: date) -> bytes:
    """Return the table on A4 landscape; a figure without method or witness is marked « estimation ».

    Args:
        rows: the lines, as their reader may see them.
        reader: for whom it is printed.
        subject: what the journal is about.
        author: name of the student; may be empty.
        on: the day printed at the top.

    Returns:
        A PDF file.
    """
    estimated = _estimated()
    lines = tuple(_line(row, estimated.get(row.entry or 0, frozenset())) for row in rows)
    return to_pdf(
        JournalTable(
            subject=subject,
            lines=lines,
            produced_on=on,
            title="Ce que je sais faire, et ce qui le prouve",
            note=NOTES[reader],
            author=author,
        )
    )


def _estimated() -> dict[int, frozenset[str]]:
    """Return the words of figures to mark, by entry."""
    found: dict[int, frozenset[str]] = {}
    for figure in queries.figures():
        if figure.estimated:
            found[figure.entry] = found.get(figure.entry, frozenset()) | {worded(figure)}
    return found


def _line(row: Row, estimated: frozenset[str]) -> JournalLine:
    impacts = (f"{words} (estimation)" if words in estimated else words for words in row.impacts)
    return JournalLine(
        on=row.on,
        action=row.action,
        skills=row.skills,
        impacts=tuple(impacts),
        feedback=tuple(map(str, row.quotes)),
        mission=row.mission,
    )
