"""What a student may change of their own settings."""

from datetime import date

from django.db import transaction

from tremplin.accounts.models import Phase, Student, Theme
from tremplin.accounts.queries import current_student


@transaction.atomic
def choose_door(phase: Phase) -> Student:
    """Record where the student stands; the first choice creates their row.

    Args:
        phase: one of the three doors.

    Returns:
        The saved student.
    """
    student = current_student()
    student.phase = phase
    student.save()
    return student


@transaction.atomic
def change_settings(
    *,
    first_name: str,
    birth_on: date | None,
    school_year_from: date | None,
    theme: Theme,
    single_key_shortcuts: bool,
) -> Student:
    """Save the settings page.

    Args:
        first_name: how to address the student; may be empty.
        birth_on: only used where the law depends on age; may be None.
        school_year_from: first day of the teaching year; None if unknown.
        theme: light, dark, or as the computer is set.
        single_key_shortcuts: whether a single key may act outside a field.

    Returns:
        The saved student.
    """
    student = current_student()
    student.first_name = first_name
    student.birth_on = birth_on
    student.school_year_from = school_year_from
    student.theme = theme
    student.single_key_shortcuts = single_key_shortcuts
    student.save()
    return student
