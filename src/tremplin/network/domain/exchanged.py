"""A real exchange with someone that another room keeps."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Someone answered, spoke or was met, on a day; `says` tells it in a few words."""

    person: int
    on: date
    says: str
