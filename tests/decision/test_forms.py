"""What the forms of Choisir refuse."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.typography import faults
from tremplin.decision.forms import DecisionForm


@pytest.mark.parametrize(("days", "refused"), [(1, True), (0, False), (-7_000, False)])
def test_a_birth_date_to_come_is_refused(days: int, refused: bool) -> None:
    born = localdate() + timedelta(days=days)
    form = DecisionForm(
        {"revision": 1, "title": "Mon M2", "territory": "national", "birth_on": born.strftime("%d/%m/%Y")}
    )

    assert ("birth_on" in form.errors) is refused
    assert not faults(str(form.errors))
