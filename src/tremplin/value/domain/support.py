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
    given: tuple[Given, ...] = ()
    left = len(unsupported_numbers(says, ()))
    for figure in dict.fromkeys((*own, *others)):
        if not left:
            break
        still = len(unsupported_numbers(says, (*given, figure)))
        if still < left:
            given, left = (*given, figure), still
    return Sentence(says, given)
