"""What a document says that must be proved: a document with a number nothing supports does not leave.

The deck has its own refusals, by slide, in `deck.py`; this is for the other documents.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tremplin.documents.characters import printable
from tremplin.evidence.guard import Evidence, Unsupported, unsupported_numbers


@dataclass(frozen=True, slots=True)
class Claim:
    """A text about to be printed, where it stands (« Fait »), and what it answers to.

    With `same_noun` a count answers only for what it counts: the text was written from no single entry.
    """

    place: str
    says: str
    given: tuple[Evidence, ...] = ()
    same_noun: bool = False


@dataclass(frozen=True, slots=True)
class RefusedClaim:
    """A number of a claim that nothing supports."""

    place: str
    says: str
    number: Unsupported


class UnsupportedClaims(ValueError):
    """A document says numbers that no entry proves; `refusals` holds each with its reason."""

    def __init__(self, refusals: tuple[RefusedClaim, ...]) -> None:
        """Keep the refusals, and say them all."""
        said = (f"{one.place}\u00a0: {one.number.reason}" for one in refusals)
        super().__init__(" ".join(dict.fromkeys(said)))
        self.refusals = refusals


def refused_claims(claims: Iterable[Claim]) -> tuple[RefusedClaim, ...]:
    """Return the numbers of claims that nothing supports.

    Args:
        claims: in the order printed.

    Returns:
        What to refuse, in order; empty when every number is given.
    """
    return tuple(
        RefusedClaim(claim.place, claim.says, number)
        for claim in claims
        for number in unproved(claim.says, claim.given, same_noun=claim.same_noun)
    )


def unproved(says: str, given: Iterable[Evidence], *, same_noun: bool = False) -> tuple[Unsupported, ...]:
    """Return the numbers nothing supports, in a text as it is written and as it will be printed.

    Args:
        says: the text.
        given: what it answers to.
        same_noun: whether a count answers only for what it counts.

    Returns:
        What to refuse, in order, each once.
    """
    evidence = tuple(given)
    printed = dict.fromkeys((says, printable(says)))
    found = (one for text in printed for one in unsupported_numbers(text, evidence, same_noun=same_noun))
    return tuple({printable(one.words): one for one in found}.values())


def check_claims(claims: Iterable[Claim]) -> None:
    """Let a document leave only if every number of it is given.

    Args:
        claims: in the order printed.

    Raises:
        UnsupportedClaims: one says a number that nothing supports.
    """
    refused = refused_claims(claims)
    if refused:
        raise UnsupportedClaims(refused)
