"""The internship the room speaks of."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

NEAR_THE_END: Final = timedelta(weeks=3)


@dataclass(frozen=True, slots=True)
class Followed:
    """What Valeur needs to know of an internship; `tutor_id` is None when nobody is named."""

    pk: int
    experience_id: int
    title: str
    host: str
    starts_on: date
    last_day: date
    tutor: str = ""
    tutor_id: int | None = None
    is_apprenticeship: bool = False

    def is_ending(self, *, on: date) -> bool:
        """Say whether a day is in its last weeks, or after."""
        return on >= self.last_day - NEAR_THE_END

    def is_over(self, *, on: date) -> bool:
        """Say whether its last day is past: nobody of it can be asked to keep the student any more."""
        return on > self.last_day

    @property
    def subject(self) -> str:
        """How documents name it, without the student: « Stage chez Cargolière »."""
        return self.title

    def subject_of(self, student: str) -> str:
        """How documents name it with the student: « Stage chez Cargolière, Inès »."""
        return f"{self.title}, {student}" if student else self.title
