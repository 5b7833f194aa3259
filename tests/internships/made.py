"""Internships made for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.internships.models import Internship
from tremplin.internships.operations.internships import Details, create_internship

FEBRUARY, JULY = date(2026, 2, 2), date(2026, 7, 3)


def details(**changes: Any) -> Details:
    """Return the internship of the example, with the given changes."""
    usual = {
        "title": "Stage chez Cargolière",
        "starts_on": FEBRUARY,
        "ends_on": JULY,
        "host": "Cargolière",
        "city": "Angers",
        "tutor": "Samia Kaddour",
        "referent": "Odile Brossard",
        "school": "Université de Valmont",
        "weekly_hours": Decimal(35),
    }
    return Details(**{**usual, **changes})


def make_internship(*, missions: tuple[str, ...] = (), **changes: Any) -> Internship:
    """Save the internship of the example, with the given changes."""
    return create_internship(details(**changes), missions=missions)
