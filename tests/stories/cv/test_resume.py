import pytest

from tremplin.stories.cv.resume import BY_HAND, Source, When, imported_from, proved_by


def test_evidence_without_a_key_is_no_source() -> None:
    with pytest.raises(ValueError, match="evidence"):
        proved_by()


def test_an_import_without_a_file_is_no_source() -> None:
    with pytest.raises(ValueError, match="file"):
        Source("import")


def test_a_source_says_itself_in_french() -> None:
    assert str(imported_from("cv.json")) == "importé de cv.json"
    assert str(BY_HAND) == "écrit à la main"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024", (2024,)),
        ("2026-04", (2026, 4)),
        ("2026-07-31", (2026, 7, 31)),
        ("2024-13", None),
        ("2026-02-31", None),
        ("0018-01", None),
        ("09/2024", None),
        ("Présent", None),
        ("", None),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day_that_exists(text: str, parts: tuple[int, ...] | None) -> None:
    assert When(text).parts == parts
