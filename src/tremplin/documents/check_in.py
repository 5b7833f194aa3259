"""The one-pager of a *point carrière*: what to show the tutor at mid-term and at three quarters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from tremplin.documents.characters import unbroken
from tremplin.documents.claims import Claim, RefusedClaim, check_claims, refused_claims
from tremplin.documents.deck import Sentence
from tremplin.documents.deck_words import ShownSentence, shown_sentences

MOST_WINS: Final = 3


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Everything the page prints; empty lists leave no heading.

    Attributes:
        subject: « Stage d’Inès Marchetti chez Cargolière ».
        title: « Point de mi-parcours », no full stop.
        with_whom: « Samia Kaddour, responsable des opérations »; may be empty.
        on: day of the talk, if it is set.
        wins: three at most are printed, each with its figures.
        promised: what was agreed at the start or last time.
        agreed: the promises as they were kept then, which give the numbers of `promised`.
        done: what was done.
        proved: what is shown by a figure or by someone's words.
        blocked: what stands in the way.
        next: what follows; the student's own plan.
        question: the one question on what follows.
        produced_on: day written at the top.
        author: name of the student, for the file's properties.
    """

    template: ClassVar[str] = "check_in"
    kind: ClassVar[str] = "Point carrière"

    subject: str
    title: str
    produced_on: date
    with_whom: str = ""
    on: date | None = None
    wins: tuple[Sentence, ...] = ()
    promised: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    done: tuple[Sentence, ...] = ()
    proved: tuple[Sentence, ...] = ()
    blocked: tuple[Sentence, ...] = ()
    next: tuple[str, ...] = ()
    question: str = ""
    author: str = ""

    def refusals(self) -> tuple[RefusedClaim, ...]:
        """Return the numbers no entry supports; what comes next is free, being the student's own plan."""
        return refused_claims(self._claims())

    def data(self) -> Mapping[str, object]:
        """Return what the template prints.

        Raises:
            UnsupportedClaims: a sentence says a number that nothing supports.
        """
        check_claims(self._claims())
        return {
            "talk": {
                "title": unbroken(self.title),
                "with_whom": self.with_whom,
                "on": self.on,
                "wins": shown_sentences(self.wins[:MOST_WINS]),
                "parts": [{"name": name, "lines": lines} for name, lines in self._parts() if lines],
                "question": unbroken(self.question),
            }
        }

    def _claims(self) -> Iterator[Claim]:
        proved = (
            ("Réussites", self.wins),
            ("Fait", self.done),
            ("Prouvé", self.proved),
            ("Bloqué", self.blocked),
        )
        for place, sentences in proved:
            yield from (Claim(place, one.says, one.given) for one in sentences)
        figures = tuple(given for _, sentences in proved for one in sentences for given in one.given)
        around = (*figures, *self.agreed, *self.next)
        yield from (Claim("Promis", says, (*figures, *self.agreed), same_noun=True) for says in self.promised)
        yield Claim("Titre", self.title, around, same_noun=True)
        yield Claim("Question", self.question, around, same_noun=True)

    def _parts(self) -> Iterator[tuple[str, tuple[ShownSentence, ...]]]:
        yield "Promis", _plain(self.promised)
        yield "Fait", shown_sentences(self.done)
        yield "Prouvé", shown_sentences(self.proved)
        yield "Bloqué", shown_sentences(self.blocked)
        yield "Ensuite", _plain(self.next)


def _plain(lines: Iterable[str]) -> tuple[ShownSentence, ...]:
    return shown_sentences(map(Sentence, lines))
