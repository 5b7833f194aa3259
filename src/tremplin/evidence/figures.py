"""A figure as it may be shown anywhere: its value, and all that makes it believable."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["quantity", "before_after", "percent", "gained", "deadline", "benchmark"]
Method = Literal["measured", "estimated", "witnessed", ""]


@dataclass(frozen=True, slots=True)
class Figure:
    """One confirmed figure of one journal entry.

    `value` is the quantity; None for a passage from `before` to `after`. A saving, a fall and a delay are
    negative percents or quantities. `period` is the time one value covers (« semaine »), `subject`
    what is measured (« taux d’ouverture »), `against` the benchmark or the deadline.
    """

    kind: Kind
    entry: int
    on: date
    value: Decimal | None = None
    unit: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    period: str = ""
    subject: str = ""
    against: str = ""
    method: Method = ""
    witness: str = ""
    words: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What a demanding reader would still ask, in French; empty when nothing."""
        asked = (
            ("la valeur de départ", self.kind == "percent" and self.before is None and not self.subject),
            ("l’unité", not self.unit),
            ("la méthode", not self.method),
            ("le témoin", self.method == "witnessed" and not self.witness),
        )
        return tuple(name for name, lacking in asked if lacking)

    @property
    def estimated(self) -> bool:
        """Whether a document must mark it « estimation »."""
        return self.method in {"", "estimated"} or bool(self.missing)
