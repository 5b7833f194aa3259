"""Which figures hold up a sentence the student wrote."""

from collections.abc import Iterable

from tremplin.documents.deck import Given, Sentence
from tremplin.evidence.guard import unsupported_numbers


def supported(says: str, *, own: Iterable[Given], others: Iterable[Given] = ()) -> Sentence:
    """Tie a sentence to the figures that give its numbers.

    The entry it was made from is asked first; the other chosen entries answer for what is left.

    Args:
        says: the sentence.
        own: figures of the entry it was made from.
        others: figures of the other chosen entries, and sums made from them.

    Returns:
        The sentence with its figures; a number that none gives will be refused by the deck.
    """
    given = _holding(says, own)
    if unsupported_numbers(says, given):
        given += tuple(one for one in _holding(says, others) if one not in given)
    return Sentence(says, given)


def _holding(says: str, figures: Iterable[Given]) -> tuple[Given, ...]:
    bare = len(unsupported_numbers(says, ()))
    if not bare:
        return ()
    return tuple(one for one in dict.fromkeys(figures) if len(unsupported_numbers(says, (one,))) < bare)
