"""Names and figures taken out of a sentence before it leaves, put back in what comes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tremplin.evidence.numbers import numbers

MASK: Final = re.compile(r"\[(?:nom|chiffre)\s*\d*\]", re.IGNORECASE)
NAME: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SENTENCE_END: Final = re.compile(r"(?:^|[.!?…:«]\s*|\n)$")
SHORTEST_NAME: Final = 2


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
        names: people and organizations known to the student; capitals inside a sentence are names too.
        hide_names: whether names go.
        hide_figures: whether numbers go, in digits or in words, those of dates too.

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
    return [*written, *((match.start(), match.end()) for match in re.finditer(r"\d+", text))]


def _names(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    known = sorted(
        {name.strip() for name in names if len(name.strip()) >= SHORTEST_NAME}, key=len, reverse=True
    )
    pattern = (
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE) if known else None
    )
    told = [(match.start(), match.end()) for match in pattern.finditer(text)] if pattern else []
    capital = [
        (match.start(), match.end())
        for match in NAME.finditer(text)
        if match[0] != match[0].lower() and not SENTENCE_END.search(text[: match.start()])
    ]
    return [*told, *capital]
