"""Named people and plain builders, shared by the tests of every slice."""

from typing import Any

from tremplin.accounts.models import Phase, Student

ALICE = "Alice"  # the student
BOB = "Bob"  # her tutor at the host organization
CHARLIE = "Charlie"  # who may see nothing


def make_student(**changes: Any) -> Student:
    """Save Alice, who has her agreement, with the given changes."""
    return Student.objects.create(**{"first_name": ALICE, "phase": Phase.AGREEMENT, **changes})
