"""Inès Marchetti, the invented student of the example."""

from datetime import date

from tremplin.accounts.models import Phase, Student


def load(*, on: date) -> None:
    """Create Inès, who has her agreement in hand.

    Args:
        on: the day of loading; unused, her school year is fixed by the example.
    """
    Student.objects.create(
        first_name="Inès",
        last_name="Marchetti",
        studies="M1 Management des opérations, Université de Valmont",
        phone="06 39 98 20 21",
        phase=Phase.AGREEMENT,
        school_year_from=date(2025, 9, 1),
    )
