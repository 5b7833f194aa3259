"""The cheat sheet of an interview: one page to read again in the train, every figure of it proved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final

import pypdfium2

from tremplin.documents.claims import Claim, check_claims
from tremplin.documents.paper import Cited
from tremplin.documents.pdf import properties_of, render
from tremplin.evidence.guard import Evidence

SHORTENED: Final = ("known", "reminders", "answers", "asked", "stories")
MOST_CHARACTERS: Final = 5200  # more never holds: each trial is a whole page set


@dataclass(frozen=True, slots=True)
class SheetStory:
    """A story to tell: its title, its line, the day of its note, and what its line answers to."""

    title: str
    line: str
    source: str = ""
    given: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """A question that may come, the words to hold on to, and what they answer to."""

    question: str
    words: str
    given: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CheatSheet:
    """Everything the sheet prints; an empty part leaves no heading.

    Attributes:
        employer: with whom.
        title: the day in one sentence, no full stop.
        summary: role, hour and place.
        opening: the first minute, said aloud; its figures are those of the first story.
        stories: at most three.
        answers: questions that may come, the least sure first.
        reminders: what to improve since the last practice.
        asked: the student's own questions.
        known: what is known of the employer, in the student's words.
        pay: what the law gives, with its text.
    """

    template: ClassVar[str] = "cheat_sheet"
    kind: ClassVar[str] = "Fiche d’entretien"

    employer: str
    title: str
    produced_on: date
    summary: str = ""
    opening: str = ""
    stories: tuple[SheetStory, ...] = ()
    answers: tuple[SheetAnswer, ...] = ()
    reminders: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    pay: Cited | None = None
    author: str = ""

    @property
    def subject(self) -> str:
        """With whom."""
        return self.employer

    def claims(self) -> Iterator[Claim]:
        """Give each text that must be proved, with what it answers to."""
        yield Claim("Votre minute", self.opening, tuple(one for story in self.stories for one in story.given))
        for story in self.stories:
            yield Claim(story.title, story.line, story.given)
        for answer in self.answers:
            yield Claim(answer.question, answer.words, answer.given)

    def data(self) -> Mapping[str, object]:
        """Return what the template prints.

        Raises:
            UnsupportedClaims: it says a number that no note proves.
        """
        check_claims(self.claims())
        return {
            "sheet": {
                "title": self.title,
                "summary": self.summary,
                "opening": self.opening,
                "stories": [(one.title, one.line, one.source) for one in self.stories],
                "answers": [(one.question, one.words) for one in self.answers],
                "reminders": self.reminders,
                "asked": self.asked,
                "known": self.known,
                "pay": self.pay,
            }
        }


def cheat_sheet_to_pdf(sheet: CheatSheet) -> bytes:
    """Print a cheat sheet on exactly one page; what does not hold at the smallest type is left out.

    Args:
        sheet: the sheet.

    Returns:
        A tagged A4 PDF of one page.

    Raises:
        UnsupportedClaims: it says a number that no note proves.
        TypesettingFailed: the template is wrong.
    """
    while _length(sheet) > MOST_CHARACTERS and (shorter := _shorter(sheet)) is not None:
        sheet = shorter
    pdf = _printed(sheet)
    while _pages(pdf) > 1 and (shorter := _shorter(sheet)) is not None:
        sheet, pdf = shorter, _printed(shorter)
    return pdf


def _printed(sheet: CheatSheet) -> bytes:
    return render(sheet.template, {"properties": properties_of(sheet), **sheet.data()})


def _pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _length(sheet: CheatSheet) -> int:
    """Count the characters of what the sheet prints."""
    pairs = [(one.title, one.line) for one in sheet.stories]
    pairs += [(one.question, one.words) for one in sheet.answers]
    lines = (*sheet.reminders, *sheet.asked, *sheet.known, sheet.opening, sheet.summary)
    return sum(map(len, lines)) + sum(len(first) + len(second) for first, second in pairs)


def _shorter(sheet: CheatSheet) -> CheatSheet | None:
    """Return the sheet without the last item of its least useful part; None when nothing can go."""
    part = next((name for name in SHORTENED if len(getattr(sheet, name)) > 1), "")
    return replace(sheet, **{part: getattr(sheet, part)[:-1]}) if part else None
