"""The outline of the internship report (*rapport de stage*): by mission and by skill, proofs at the end.

The journal fills what happened; what only the student can write is asked for in one grey sentence.
Nothing here says a number that its entries do not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tremplin.documents.characters import NBSP, unbroken
from tremplin.documents.deck import Quote
from tremplin.documents.deck_words import ESTIMATED, METHODS
from tremplin.evidence.figures import Figure
from tremplin.evidence.wording import worded
from tremplin.law.words import day

KIND: Final = "Rapport de stage"
OTHER_WORK: Final = "Autres travaux"


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One journal entry, as its reader may see it.

    Attributes:
        entry: the journal's own key; entries of the same day stay apart.
        on: its day.
        action: the entry's own sentence.
        mission: agreed mission it belongs to; empty for other work.
        skills: names.
        figures: confirmed ones.
        quotes: words whose author agreed to be quoted.
    """

    entry: int
    on: date
    action: str
    mission: str = ""
    skills: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportOutline:
    """Everything the outline holds.

    Attributes:
        subject: « Stage d’Inès Marchetti chez Cargolière », the title.
        cover: lines under it: diploma, school, host, dates, tutor, référent.
        missions: agreed ones, in order; one without an entry is kept, to be written.
        skills: in order; one without an entry is kept, to be proved.
        entries: from the first.
        people: to thank; « Samia Kaddour, responsable des opérations ».
        produced_on: day of the file.
        author: name of the student.
    """

    subject: str
    produced_on: date
    cover: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    entries: tuple[ReportEntry, ...] = ()
    people: tuple[str, ...] = ()
    author: str = ""

    def by_mission(self) -> Iterator[tuple[str, tuple[ReportEntry, ...]]]:
        """Give each agreed mission with its entries, then the work outside them, if any."""
        for mission in self.missions:
            yield mission, tuple(one for one in self.entries if one.mission == mission)
        others = tuple(one for one in self.entries if one.mission not in self.missions)
        if others:
            yield OTHER_WORK, others

    def by_skill(self) -> Iterator[tuple[str, tuple[ReportEntry, ...]]]:
        """Give each skill with the entries that show it, the ones named by entries alone last."""
        named = (skill for one in self.entries for skill in one.skills)
        for skill in dict.fromkeys((*self.skills, *named)):
            yield skill, tuple(one for one in self.entries if skill in one.skills)


def figures_in_words(entry: ReportEntry) -> tuple[str, ...]:
    """Return each figure in words, an incomplete one marked « estimation »."""
    return tuple(_marked(figure) for figure in entry.figures)


def proofs_in_words(entry: ReportEntry) -> tuple[str, ...]:
    """Return each figure with its method and its witness: what the appendix prints.

    Args:
        entry: the entry.

    Returns:
        « de 4 h 30 à 50 min par semaine, mesuré, témoin : Yann Le Goff ».
    """
    return tuple(_proof(figure) for figure in entry.figures)


def quotes_in_words(entry: ReportEntry) -> tuple[str, ...]:
    """Return each quote between French quotation marks, with its author and day."""
    return tuple(_quote(quote) for quote in entry.quotes)


def _marked(figure: Figure) -> str:
    return unbroken(worded(figure) + (f" ({ESTIMATED})" if figure.estimated else ""))


def _proof(figure: Figure) -> str:
    method = "" if figure.method == "estimated" else METHODS.get(figure.method, "méthode à préciser")
    witness = f"témoin{NBSP}: {figure.witness}" if figure.witness else ""
    return unbroken(", ".join(filter(None, (_marked(figure), method, witness))))


def _quote(quote: Quote) -> str:
    on = day(quote.on) if quote.on else ""
    said = ", ".join(filter(None, (quote.author, quote.role, on)))
    return unbroken(f"«{NBSP}{quote.words}{NBSP}» {said}").rstrip()
