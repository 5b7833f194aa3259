"""What only higher rooms know of an experience: days off, what the calendar says, who follows the student."""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings

from tremplin.journal.domain.prompts import Happening


class Surroundings(Protocol):
    """The module named by the setting JOURNAL_SURROUNDINGS: the journal asks, a higher room answers."""

    def days_off(self, experience_id: int) -> Mapping[date, str]:
        """Return the days when no entry is expected, with their names."""

    def happenings(self, experience_id: int, *, since: date, until: date) -> Sequence[Happening]:
        """Return what the calendar says happened between two days, both included."""

    def referent(self, experience_id: int) -> str:
        """Return the name of the supervising teacher; empty when unknown."""


def surroundings() -> Surroundings:
    """Return the module that answers."""
    return cast(Surroundings, import_module(settings.JOURNAL_SURROUNDINGS))
