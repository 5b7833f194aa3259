"""Where the figures of a story come from (« d’où vient ce chiffre ? »)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tremplin.documents.claims import unproved
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import unsupported_numbers
from tremplin.stories.domain.car import PARTS, SENTENCES, Car

NEARLY: Final = re.compile(
    r"(?:environ|presque|à peu près|quelque|(?:près|autour|plus|moins) (?:de|d[’']))\s*$",
    re.IGNORECASE,
)
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
            missing = [one.words.strip(END) for one in unproved(sentence, given, same_noun=True)]
            if missing:
                found.setdefault(sentence, Asked(sentence.strip(), ", ".join(missing)))
    return tuple(found.values())


def bare_estimates(text: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the numbers that only an estimate gives and that are said as if they were exact.

    Args:
        text: the words of a story.
        figures: what its notes confirm, each with its method.

    Returns:
        The numbers, as written, each once; one said « environ » or « près de » passes.
    """
    given = tuple(figures)
    known = tuple(one for one in given if one.method != "estimated")
    missing = {one.words for one in unsupported_numbers(text, given, same_noun=True)}
    found = (one for one in unsupported_numbers(text, known, same_noun=True) if one.words not in missing)
    return tuple(dict.fromkeys(one.words.strip(END) for one in found if not NEARLY.search(text[: one.start])))


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
