"""What a search finds, room by room."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tremplin.journal.domain.words import stem, words
from tremplin.law.words import one_line

SHOWN = 5
LONGEST = 140


@dataclass(frozen=True)
class Hit:
    """Something found: its words, where it is, and what tells it from another."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Shelf:
    """What one room found; `all_url` is where the room itself lists it, empty when it does not.

    `is_cut` says that the room stopped counting.
    """

    key: str
    name: str
    icon: str
    nouns: str
    hits: tuple[Hit, ...]
    all_url: str = ""
    is_cut: bool = False

    @property
    def first(self) -> tuple[Hit, ...]:
        """The first few."""
        return self.hits[:SHOWN]

    @property
    def has_more(self) -> bool:
        """Whether the first few are not all."""
        return len(self.hits) > SHOWN


def speaking_of(query: str) -> Callable[[Iterable[object]], bool]:
    """Return what tells whether some texts speak of a query.

    Args:
        query: words as typed; accents and endings are set aside, the last may be unfinished.

    Returns:
        A function of texts: whether each word typed begins one of theirs, or is of its family.
    """
    asked = words(query)

    def found(texts: Iterable[object]) -> bool:
        there = words(" ".join(str(text) for text in texts if text))
        families = {stem(word) for word in there}
        return bool(asked) and all(
            stem(word) in families or any(one.startswith(word) for one in there) for word in asked
        )

    return found


def shortened(text: str) -> str:
    """Put a text on one line that is quick to read.

    Args:
        text: any text.

    Returns:
        The line, cut after a word and ended with « … » when it is long.
    """
    line = one_line(text)
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + "…"
