"""The table of the journal: skill, actions, measurable impact, feedback; and who may read each line."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

Reader = Literal["self", "company", "public"]

HEADINGS: Final = ("Compétence", "Actions réalisées", "Impact mesurable", "Feedback reçu")
MORE_HEADINGS: Final = ("Date", "Expérience", "Mission", "Visibilité")
KEPT_BACK: Final = "Travail réalisé pour l’entreprise\u00a0; le détail lui est réservé."
SEPARATOR: Final = " ; "
ESTIMATION: Final = " (estimation)"
MARKS: Final = (("«", "»"), ("“", "”"), ('"', '"'))


def bare(words: str) -> str:
    """Return someone's words without the quotation marks around the whole of them: pages add their own.

    Args:
        words: as typed or pasted.

    Returns:
        The words; « Bravo » et « merci » keep theirs.
    """
    text = words.strip()
    for opening, closing in MARKS:
        inside = text[1:-1]
        if (
            len(text) > 1
            and text[0] == opening
            and text[-1] == closing
            and _balanced(inside, opening, closing)
        ):
            return inside.strip()
    return text


def _balanced(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for letter in text:
        depth += (letter == opening) - (letter == closing)
        if depth < 0:
            return False
    return depth == 0 and (opening != closing or opening not in text)


@dataclass(frozen=True, slots=True)
class Quote:
    """Someone's words as a cell of the table writes them."""

    words: str
    author: str = ""
    quotable: bool | None = None

    def __str__(self) -> str:
        """Write them between French quotation marks, then their author."""
        quoted = f"«\u00a0{self.words}\u00a0»"
        return f"{quoted} – {self.author}" if self.author else quoted


@dataclass(frozen=True, slots=True)
class Row:
    """One line: one entry. `impacts` are figures in words, confirmed or not yet."""

    on: date
    action: str
    skills: tuple[str, ...] = ()
    impacts: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    experience: str = ""
    mission: str = ""
    visibility: str = "company"
    entry: int | None = None

    def cells(self) -> tuple[str, str, str, str]:
        """Return the four cells of the table, in order."""
        return (
            SEPARATOR.join(self.skills),
            self.action,
            SEPARATOR.join(self.impacts),
            SEPARATOR.join(str(quote) for quote in self.quotes),
        )


def rows_for(rows: Iterable[Row], *, reader: Reader) -> tuple[Row, ...]:
    """Return what a reader may see of the table.

    Private lines stay with the student. Outside the company, a line meant for the company keeps its
    date and skills alone. Words are quoted outside only with their author's agreement.

    Args:
        rows: every line.
        reader: the student, someone of the company, or anyone.

    Returns:
        Lines in the same order; some left out, some generalised.
    """
    if reader == "self":
        return tuple(rows)
    seen = (_as_seen(row, reader) for row in rows if row.visibility != "private")
    return tuple(seen)


def _as_seen(row: Row, reader: Reader) -> Row:
    if reader == "public" and row.visibility == "company":
        return Row(on=row.on, action=KEPT_BACK, skills=row.skills, visibility=row.visibility)
    return replace(row, quotes=tuple(quote for quote in row.quotes if quote.quotable))
