"""What Cap needs to know of the agreement."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from tremplin.law.words import NBSP, counted


class AgreementSummary(Protocol):
    """What Cap needs to know of the agreement; `rights.queries` gives it."""

    @property
    def host(self) -> str:
        """Name of the host organization; empty when not read."""

    @property
    def city(self) -> str:
        """Place of the internship; empty when not read."""

    @property
    def starts_on(self) -> date | None:
        """First day; None when not read."""

    @property
    def ends_on(self) -> date | None:
        """Last day; None when not read."""

    @property
    def read_on(self) -> date:
        """Day the agreement was dropped."""

    @property
    def url(self) -> str:
        """Address of its page."""

    @property
    def to_correct(self) -> int:
        """Number of points against the law."""

    @property
    def to_clarify(self) -> int:
        """Number of missing or incomplete points."""

    @property
    def to_check(self) -> int:
        """Number of doubts."""

    @property
    def points(self) -> tuple[str, ...]:
        """Titles of the points to ask about, most serious first."""

    @property
    def at_stake(self) -> Decimal | None:
        """Euros at stake in those points; None when none is priced."""


def what_to_ask(agreement: AgreementSummary) -> str:
    """Say what to ask of an agreement.

    Args:
        agreement: one with something to correct or to clarify.

    Returns:
        « Faire corriger 2 points de votre convention et en faire préciser 3 ».
    """
    if not agreement.to_correct:
        return f"Faire préciser {counted(agreement.to_clarify, 'point')} de votre convention"
    corrected = f"Faire corriger {counted(agreement.to_correct, 'point')} de votre convention"
    if not agreement.to_clarify:
        return corrected
    return f"{corrected} et en faire préciser {agreement.to_clarify}"


def what_is_left(agreement: AgreementSummary) -> tuple[tuple[str, str], ...]:
    """Say what is left of an agreement, in the same counts.

    Args:
        agreement: what was read.

    Returns:
        Severities and words: « 2 points à corriger », then « 3 à préciser »; « rien à corriger »
        when there is nothing to ask.
    """
    asked = (("bad", agreement.to_correct, "à corriger"), ("warn", agreement.to_clarify, "à préciser"))
    left = [each for each in asked if each[1]]
    if not left and agreement.to_check:
        left = [("ask", agreement.to_check, "à vérifier")]
    first = tuple((mark, f"{counted(count, 'point')} {what}") for mark, count, what in left[:1])
    then = tuple((mark, f"{count}{NBSP}{what}") for mark, count, what in left[1:])
    return first + then or (("ok", "rien à corriger"),)
