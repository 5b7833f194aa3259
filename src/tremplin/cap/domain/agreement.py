"""What Cap needs to know of the agreement."""

from datetime import date
from decimal import Decimal
from typing import Protocol


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
