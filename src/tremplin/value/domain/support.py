"""Which figures hold up a sentence the student wrote."""

from collections.abc import Iterable

from tremplin.documents.deck import Given, Sentence
from tremplin.evidence.guard import unsupported_numbers


def supported(says: str, *, own: Iterable[Given], others: Iterable[Given] = ()) -> Sentence:
    """Tie a sentence to the figures that give its numbers.

    The entry it was made from is asked first; another chosen entry answers for what is left only when it
    counts the same thing: « 12 personnes » does not rest on its « 12 clients ».

    Args:
        says: the sentence.
        own: figures of the entry it was made from.
        others: figures of the other chosen entries, and sums made from them.

    Returns:
        The sentence with its figures; a number that none gives will be refused by the deck.
    """
    claimed = len(unsupported_numbers(says, ()))
    alike = (one for one in others if claimed and _gives(says, one, claimed))
    given: tuple[Given, ...] = ()
    left = claimed
    for figure in dict.fromkeys((*own, *alike)):
        if not left:
            break
        still = len(unsupported_numbers(says, (*given, figure)))
        if still < left:
            given, left = (*given, figure), still
    return Sentence(says, given)


def _gives(says: str, figure: Given, claimed: int) -> bool:
    return len(unsupported_numbers(says, (figure,), same_noun=True)) < claimed
