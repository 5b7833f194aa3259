"""A journal entry as a résumé says it: nouns, one line, no number that nothing proves."""

import re
from collections.abc import Iterable
from typing import Final

from tremplin.documents.characters import unbroken
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import unsupported_numbers
from tremplin.law.words import NBSP
from tremplin.stories.domain.acts import as_nouns
from tremplin.value.domain.briefs import CLAUSE, SENTENCE, says_a_figure

OWN: Final = {
    "de mon": "du",
    "de ma": "de la",
    "de mes": "des",
    "à mon": "au",
    "à ma": "à la",
    "à mes": "aux",
}
OWNED: Final = re.compile(r"\b(?:de|à) (?:mon|ma|mes)\b(?! [aeéèêiouyh])", re.IGNORECASE)
LONGEST: Final = 150


def proposed(action: str, figures: Iterable[Figure]) -> str:
    """Return a journal entry as a résumé says it: what was done, in nouns, then what it changed.

    Args:
        action: what the student wrote.
        figures: the confirmed figures of the entry.

    Returns:
        One line without full stop; no number that nothing proves; empty when nothing of it is proved.
    """
    given = tuple(figures)
    plain = unbroken(" ".join(action.split()))
    told = [start for one in SENTENCE.split(plain) if (start := _proved_start(one.rstrip(". "), given))]
    if not told:
        return ""
    best = next((at for at, one in enumerate(told) if says_a_figure(one)), 0)
    line = _impersonal(told[best])
    if best and told[best - 1][:1] in "Jj" and told[best][:1] not in "Jj":
        joined = f"{_impersonal(told[best - 1])}{NBSP}: {line[:1].lower()}{line[1:]}"
        line = joined if len(joined) <= LONGEST else line
    return line[:1].upper() + line[1:]


def _proved_start(sentence: str, given: tuple[Figure, ...]) -> str:
    """Keep the clauses of a sentence up to the first number that nothing proves, or the longest line."""
    cuts = [*(match.start() for match in CLAUSE.finditer(sentence)), len(sentence)]
    starts = (sentence[:at] for at in reversed(cuts) if at <= LONGEST)
    return next((one for one in starts if one and not unsupported_numbers(one, given)), "")


def _impersonal(sentence: str) -> str:
    """Write each side of a colon in nouns, and « mon équipe » as « l’équipe » where French allows it."""
    head, mark, rest = sentence.partition(f"{NBSP}: ")
    said = as_nouns(head) + mark + (as_nouns(rest) if rest else "")
    return OWNED.sub(lambda found: OWN[found[0].lower()], said)
