"""What an import kept, set aside and doubted, to be shown line by line."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Faulty:
    """One row that is wrong, and why; `line` counts the header of a CSV as line 1."""

    file: str
    line: int
    siret: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every row of the establishments' file.

    Attributes:
        kept: open, French, fully diffused: what a search can propose.
        closed: closed themselves, or their company is.
        hidden: partially diffused (*diffusion partielle*): counted, never proposed.
        unmatched: their company is not in StockUniteLegale, nobody knows whether it may be proposed.
        purged: companies whose rows were emptied (*unités purgées*).
        foreign: outside France.
        refused: rows that cannot be used; `refusals` holds the first of them.
        flagged: rows kept without a value that is wrong; `flags` holds the first of them.
        unlocated: kept without coordinates of their own.
        unnamed: kept although no file gives them a name.
        vintage: which columns the stock has, in French.
        as_of: day of the stock; None when no row tells.
    """

    kept: int = 0
    closed: int = 0
    hidden: int = 0
    unmatched: int = 0
    purged: int = 0
    foreign: int = 0
    refused: int = 0
    refusals: tuple[Faulty, ...] = ()
    flagged: int = 0
    flags: tuple[Faulty, ...] = ()
    unlocated: int = 0
    unnamed: int = 0
    warnings: tuple[str, ...] = ()
    vintage: str = ""
    as_of: date | None = None
    files: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values, the day as AAAA-MM-JJ."""
        return {**asdict(self), "as_of": self.as_of.isoformat() if self.as_of else None}


def read_report(content: dict[str, Any]) -> ImportReport:
    """Return the report that `as_json` wrote."""
    return ImportReport(
        **{
            **content,
            "refusals": tuple(Faulty(**one) for one in content["refusals"]),
            "flags": tuple(Faulty(**one) for one in content["flags"]),
            "warnings": tuple(content["warnings"]),
            "files": tuple(content["files"]),
            "as_of": date.fromisoformat(content["as_of"]) if content["as_of"] else None,
        }
    )
