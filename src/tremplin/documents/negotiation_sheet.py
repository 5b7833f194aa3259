"""The negotiation sheet: one page to hold in hand when asking for more than the minimum."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tremplin.documents.paper import Cited, Figure


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that may be asked for.

    Attributes:
        name: « Taux horaire », « Transport », « Télétravail ».
        law: what the law already gives, or that it says nothing.
        ask: what may be asked beyond it.
        citations: the texts behind `law`.
        stake: what it is worth, « 21 € par mois »; empty when it has no price.
    """

    name: str
    law: str
    ask: str
    citations: tuple[str, ...] = ()
    stake: str = ""


@dataclass(frozen=True, slots=True)
class NegotiationSheet:
    """Everything the sheet prints, on one page.

    Attributes:
        subject: the internship in one line.
        title: the position in one sentence, no full stop.
        summary: one or two sentences under the title.
        figures: at most three large figures: the minimum, what is offered, the gap.
        topics: what may be asked, in the order to ask it.
        sentences: polite sentences to say or write, with the article when there is one.
        note: what to remember before asking, or what the sheet does not know.
        produced_on: day written at the top.
        author: name of the student, for the file's properties.
    """

    template: ClassVar[str] = "negotiation_sheet"
    kind: ClassVar[str] = "Fiche de négociation"

    subject: str
    title: str
    produced_on: date
    summary: str = ""
    figures: tuple[Figure, ...] = ()
    topics: tuple[Topic, ...] = ()
    sentences: tuple[Cited, ...] = ()
    note: str = ""
    author: str = ""

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {"sheet": self}
