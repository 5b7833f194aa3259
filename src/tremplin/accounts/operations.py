"""What a student may change of their own settings."""

from datetime import date

from django.db import transaction

from tremplin.accounts.models import Phase, Student, Theme
from tremplin.kit.revisions import save_revision


@transaction.atomic
def choose_door(phase: Phase) -> Student:
    """Record where the student stands; the first choice creates their row.

    Args:
        phase: one of the three doors.

    Returns:
        The saved student.
    """
    student = Student.objects.first() or Student()
    student.phase = phase
    student.save()
    return student


@transaction.atomic
def change_settings(
    *,
    revision: int,
    first_name: str,
    last_name: str = "",
    studies: str = "",
    phone: str = "",
    birth_on: date | None,
    school_year_from: date | None,
    theme: Theme,
    single_key_shortcuts: bool,
) -> Student:
    """Save the settings page.

    Args:
        revision: the revision the page was made from; 0 before the first save.
        first_name: how to address the student; may be empty.
        last_name: signs what the student writes; may be empty.
        studies: signs what the student writes; may be empty.
        phone: signs what the student writes; may be empty.
        birth_on: only used where the law depends on age; may be None.
        school_year_from: first day of the teaching year; None if unknown.
        theme: light, dark, or as the computer is set.
        single_key_shortcuts: whether a single key may act outside a field.

    Returns:
        The saved student.

    Raises:
        StaleRevision: another window saved the settings meanwhile.
    """
    changes = {
        "first_name": first_name,
        "last_name": last_name,
        "studies": studies,
        "phone": phone,
        "birth_on": birth_on,
        "school_year_from": school_year_from,
        "theme": theme,
        "single_key_shortcuts": single_key_shortcuts,
    }
    student = Student.objects.first()
    if student is None:
        return Student.objects.create(**changes)
    return save_revision(student, revision=revision, changes=changes)


@transaction.atomic
def state_birth_date(on: date | None) -> None:
    """Keep the birth date said in another room, so that it is asked for once.

    Args:
        on: the date; None says nothing and keeps what is known.
    """
    if on is None:
        return
    student = Student.objects.first()
    if student is None:
        Student.objects.create(birth_on=on)
    elif student.birth_on != on:
        save_revision(student, revision=student.revision, changes={"birth_on": on})
