"""What the list of internships says first."""

from datetime import date

import pytest

from tremplin.internships.domain.titles import list_title

TODAY = date(2026, 4, 2)
PAST = (date(2025, 4, 14), date(2025, 6, 6))
NOW = (date(2026, 2, 2), date(2026, 7, 31))
OPEN = (date(2026, 2, 2), None)
LATER = (date(2027, 2, 1), date(2027, 7, 30))


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([], ""),
        ([PAST], "Un\u00a0stage, fini"),
        ([PAST, PAST], "Deux\u00a0stages, tous finis"),
        ([NOW], "Un\u00a0stage en cours"),
        ([OPEN, PAST], "Deux\u00a0stages, un en cours"),
        ([LATER], "Un\u00a0stage à venir"),
        ([NOW, PAST, LATER], "Trois\u00a0stages, un en cours, un à venir"),
    ],
)
def test_the_title_says_how_many_and_where_they_stand(
    spans: list[tuple[date, date | None]], said: str
) -> None:
    assert list_title(spans, today=TODAY) == said


def test_the_last_day_still_counts_as_going_on() -> None:
    assert list_title([(date(2026, 2, 2), TODAY)], today=TODAY) == "Un\u00a0stage en cours"
