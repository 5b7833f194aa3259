"""The journal's table as a document on paper."""

from collections.abc import Mapping, Sequence
from datetime import date

from tremplin.documents.journal_table import JournalLine, JournalTable
from tremplin.documents.pdf import to_pdf
from tremplin.journal.domain.table import Reader, Row

NOTES: Mapping[Reader, str] = {
    "self": "",
    "company": "version pour l’entreprise",
    "public": "version publique",
}


def table_pdf(rows: Sequence[Row], *, reader: Reader, subject: str, author: str, on: date) -> bytes:
    """Return the table on A4 landscape.

    Args:
        rows: the lines, as their reader may see them.
        reader: for whom it is printed.
        subject: what the journal is about.
        author: name of the student; may be empty.
        on: the day printed at the top.

    Returns:
        A PDF file.
    """
    return to_pdf(
        JournalTable(
            subject=subject,
            lines=tuple(map(_line, rows)),
            produced_on=on,
            title="Ce que je sais faire, et ce qui le prouve",
            note=NOTES[reader],
            author=author,
        )
    )


def _line(row: Row) -> JournalLine:
    return JournalLine(
        on=row.on,
        action=row.action,
        skills=row.skills,
        impacts=row.impacts,
        feedback=tuple(map(str, row.quotes)),
        mission=row.mission,
    )
