"""Who the notebook belongs to."""

from tremplin.accounts.models import Student


def current_student() -> Student:
    """Return the student of this machine.

    Returns:
        The kept row, or one with default settings, not saved, before the first visit.
    """
    return Student.objects.first() or Student()


def has_chosen_a_door() -> bool:
    """Say whether the student already told where they stand."""
    return Student.objects.exclude(phase="").exists()
