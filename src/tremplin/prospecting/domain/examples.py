"""Five proposals to start from, each of another trade; their companies and their figures are invented."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("examples.toml")
TO_REPLACE: Final = re.compile(r"\[\s*à remplacer[^\]]*\]?", re.IGNORECASE)
"""What an example leaves to be replaced: it keeps the page from leaving."""


@dataclass(frozen=True, slots=True)
class Example:
    """One starting text.

    Attributes:
        key: its name in addresses.
        trade: « Produit et relation client ».
        title: what it shows, in one line.
        company: invented.
        story: where it comes from, one or two sentences.
        recipient: the operational post it is sent to.
        is_internship: False for an apprenticeship.
        weeks: length of the mission.
        fields: text by field of the proposal.
    """

    key: str
    trade: str
    title: str
    company: str
    story: str
    recipient: str
    is_internship: bool
    weeks: int
    fields: Mapping[str, str]


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples, the article's first."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["example"]
    return tuple(Example(**row) for row in rows)


def example(key: str) -> Example | None:
    """Return one example.

    Args:
        key: its name in addresses.

    Returns:
        The example; None when there is none of that name.
    """
    return next((one for one in examples() if one.key == key), None)
