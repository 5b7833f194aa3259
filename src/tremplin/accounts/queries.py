"""Who the notebook belongs to."""

from tremplin.accounts.models import Student


def current_student() -> Student:
    """Return the student of this machine.

    Returns:
        The kept row; before the first visit, one at revision 0 with default settings, not saved.
    """
    return Student.objects.first() or Student(revision=0)


def has_chosen_a_door() -> bool:
    """Say whether the student already told where they stand."""
    return Student.objects.exclude(phase="").exists()
