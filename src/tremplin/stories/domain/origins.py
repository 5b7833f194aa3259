"""Where the figures of a story come from (« d’où vient ce chiffre ? »)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tremplin.documents.claims import unproved
from tremplin.evidence.figures import Figure
from tremplin.stories.domain.car import PARTS, SENTENCES, Car

END: Final = " \u00a0.,;:?!"


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence of a story, and its numbers that no note gives, in words."""

    sentence: str
    words: str


def asked_sentences(car: Car, figures: Iterable[Figure]) -> tuple[Asked, ...]:
    """Return the sentences whose numbers still want a dated note.

    Args:
        car: the story.
        figures: what its notes confirm.

    Returns:
        Sentences in order, each once; empty when every number is given.
    """
    given = tuple(figures)
    found: dict[str, Asked] = {}
    for part in PARTS:
        for sentence in SENTENCES.split(car.part(part)):
            missing = [one.words.strip(END) for one in unproved(sentence, given)]
            if missing:
                found.setdefault(sentence, Asked(sentence.strip(), ", ".join(missing)))
    return tuple(found.values())


def note_text(says: str, where: str) -> str:
    """Return the entry of the journal that proves a figure: the sentence, then where it was read.

    Args:
        says: the sentence with its figure.
        where: the page, the table or the list that shows it.

    Returns:
        Two sentences.
    """
    told = says.strip()
    ended = told if told.endswith((".", "!", "?")) else f"{told}."
    return f"{ended} Source\u00a0: {where.strip().rstrip('.')}."
