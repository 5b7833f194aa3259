"""The finding in one sentence, whatever the dates."""

from datetime import date

import pytest

from tests.rights.simulation.scenarios import make_scenario, make_stage
from tremplin.rights.simulation.domain.wording import span


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "said"),
    [
        (date(2026, 2, 2), date(2026, 7, 3), "cinq mois"),
        (date(2025, 12, 1), date(2026, 2, 15), "deux mois et demi"),
        (date(2026, 2, 2), date(2026, 4, 30), "trois mois"),
        (date(2026, 1, 31), date(2026, 2, 27), "un mois"),
        (date(2026, 2, 2), date(2026, 2, 2), "1\u00a0jour"),
        (date(2026, 2, 2), date(2026, 2, 13), "12\u00a0jours"),
        (date(2026, 1, 1), date(2026, 12, 31), "12 mois"),
    ],
)
def test_the_length_is_said_to_the_half_month(starts_on: date, ends_on: date, said: str) -> None:
    assert span(make_scenario(make_stage(starts_on, ends_on))) == said


def test_several_internships_are_counted() -> None:
    two = make_scenario(make_stage(), make_stage(date(2026, 9, 1), date(2026, 9, 30)))

    assert span(two) == "2\u00a0stages"
