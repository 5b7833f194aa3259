"""Names and figures taken out of a sentence before it leaves, put back in what comes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tremplin.evidence.numbers import numbers
from tremplin.journal.domain.words import folded
from tremplin.stories.domain.checked_words import REACHED, SENTENCE_START, WORD, listed, says_a_time

MASK: Final = re.compile(r"\[(?:nom|chiffre)[^\]]*\]", re.IGNORECASE)
SHORTEST_NAME: Final = 2
SHORTEST_PART: Final = 4


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence as it may leave; `hidden` are the marks in it, each with the words it stands for."""

    text: str
    hidden: tuple[tuple[str, str], ...] = ()

    def restored(self, reply: str) -> str:
        """Put the hidden words back in a reply.

        Args:
            reply: what came back.

        Returns:
            The reply; a mark that was never sent stays in sight.
        """
        words = dict(self.hidden)
        return MASK.sub(lambda found: words.get(found[0].lower(), found[0]), reply)


def masked(text: str, *, names: Iterable[str] = (), hide_names: bool, hide_figures: bool) -> Masked:
    """Hide the names and figures of a sentence.

    Args:
        text: the sentence.
        names: people and organizations known to the student, each of their words too; any capital is a name
            unless it opens a sentence with a plain word.
        hide_names: whether names go, with addresses of mail and of sites.
        hide_figures: whether numbers go, in digits or in words, with months, days and seasons.

    Returns:
        The sentence with one mark for each, « [nom 1] », « [chiffre 2] ».
    """
    spans = [(first, last, "chiffre") for first, last in _figures(text)] if hide_figures else []
    spans += [(first, last, "nom") for first, last in _names(text, names)] if hide_names else []
    kept: list[str] = []
    hidden: list[tuple[str, str]] = []
    at = 0
    for first, last, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first < at:
            continue
        rank = sum(mark.startswith(f"[{kind}") for mark, _ in hidden) + 1
        hidden.append((f"[{kind} {rank}]", text[first:last]))
        kept += [text[at:first], hidden[-1][0]]
        at = last
    return Masked("".join([*kept, text[at:]]), tuple(hidden))


def _figures(text: str) -> list[tuple[int, int]]:
    written = [(one.start, one.end) for one in numbers(text)]
    digits = [match.span() for match in re.finditer(r"\d+", text)]
    times = [match.span() for match in WORD.finditer(text) if says_a_time(folded(match[0]))]
    return [*written, *digits, *times]


def _names(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    whole = {name.strip() for name in names if len(name.strip()) >= SHORTEST_NAME}
    parts = {match[0] for name in whole for match in WORD.finditer(name) if len(match[0]) >= SHORTEST_PART}
    known = sorted(whole | parts, key=len, reverse=True)
    pattern = (
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE) if known else None
    )
    told = [match.span() for match in pattern.finditer(text)] if pattern else []
    reached = [match.span() for match in REACHED.finditer(text)]
    capital = [match.span() for match in WORD.finditer(text) if _is_a_name(text, match)]
    return [*reached, *told, *capital]


def _is_a_name(text: str, word: re.Match[str]) -> bool:
    """Say whether a capital makes a name: anywhere but on a plain word that opens a sentence."""
    if word[0] == word[0].lower():
        return False
    opens = SENTENCE_START.search(text[: word.start()]) is not None
    return not (opens and folded(word[0]) in listed("openers"))
