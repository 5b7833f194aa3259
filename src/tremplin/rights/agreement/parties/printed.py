"""Words as they stand in the agreement, and the fact they give."""

import re
from dataclasses import dataclass

from tremplin.rights.agreement.text import Text
from tremplin.rights.agreement.values import Fact


@dataclass(frozen=True, slots=True)
class Printed:
    """A value and where it is printed."""

    value: str
    start: int
    end: int


def fact(name: str, found: Printed | None, text: Text) -> Fact | None:
    """Turn a printed value into a fact with its quote and page."""
    if found is None:
        return None
    return Fact(name, found.value, text.quote(found.start, found.end), text.page_at(found.start))


def tidy(words: str) -> str:
    """Return a printed value without the dots, quotes and marks around it."""
    return re.sub(r"\s*(?:[…_]+|\.{3,})\s*", " ", words).strip(' .,;:*–-"«»“”\t|')
