"""The journal's table on A4 landscape: Compétence, Actions réalisées, Impact mesurable, Feedback reçu."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from tremplin.documents.characters import unbroken

HEADINGS: Final = ("Compétence", "Actions réalisées", "Impact mesurable", "Feedback reçu")


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry, as its reader may see it; an impact or a quote is already in words.

    Attributes:
        on: day of the entry, set in the margin.
        skills: names.
        action: the entry's own sentence.
        impacts: « de 10 h à 2 h par semaine (estimation) ».
        feedback: « Court et utile. » and its author.
        mission: printed under the date; may be empty.
    """

    on: date
    action: str
    skills: tuple[str, ...] = ()
    impacts: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    mission: str = ""


@dataclass(frozen=True, slots=True)
class JournalTable:
    """Everything the table prints: the journal's own words and nothing else.

    Attributes:
        subject: « Stage d’Inès Marchetti chez Cargolière ».
        lines: in the order printed.
        produced_on: day written at the top.
        title: « Neuf semaines chez Cargolière », no full stop.
        note: for whom it was made, « version pour l’entreprise »; may be empty.
        author: name of the student, for the file's properties.
    """

    template: ClassVar[str] = "journal_table"
    kind: ClassVar[str] = "Journal de bord"

    subject: str
    lines: tuple[JournalLine, ...]
    produced_on: date
    title: str = ""
    note: str = ""
    author: str = ""

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {
            "headings": HEADINGS,
            "lines": [*map(_line, self.lines)],
            "title": self.title,
            "note": self.note,
        }


def _line(line: JournalLine) -> Mapping[str, object]:
    return {
        "on": line.on,
        "mission": unbroken(line.mission),
        "skills": [*map(unbroken, line.skills)],
        "action": unbroken(line.action),
        "impacts": [*map(unbroken, line.impacts)],
        "feedback": [*map(unbroken, line.feedback)],
    }
