"""What an assistant answers never brings a figure, a name or a date of its own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.stories.domain.gate import refusals
from tremplin.stories.domain.masking import masked

SOURCE = (
    "Le 12 mars 2025, j’ai cartographié 14 flux avec Mme Roux chez Nordelle, "
    "et réduit les attentes de 10 h à 2 h par semaine pour deux équipes."
)
FAITHFUL = (
    "Le 12 mars 2025, avec Mme Roux chez Nordelle, j’ai réduit les attentes de 10 h à 2 h par semaine.",
    "J’ai dressé la carte de 14 flux, chez Nordelle, pour deux équipes.",
    "Cartographie de 14 flux\u00a0: attentes réduites de 10 h à 2 h par semaine.",
    "J’ai cartographié les flux et réduit les attentes.",
)
ALTERED = (
    ("J’ai cartographié 15 flux.", "figure"),
    ("J’ai cartographié quinze flux.", "figure"),
    ("J’ai cartographié 1\u200b5 flux.", "figure"),
    ("J’ai cartographié ⑭ puis ⑮ flux.", "figure"),
    ("J’ai réduit les attentes de 80 %.", "figure"),
    ("J’ai réduit de moitié les attentes.", "figure"),
    ("J’ai fait passer les attentes de 2 h à 10 h par semaine.", "figure"),
    ("J’ai cartographié deux flux pour 14 équipes.", "figure"),
    ("J’ai cartographié le deuxième flux.", "figure"),
    ("J’ai cartographié twelve flux.", "figure"),
    ("Le 13 mars 2025, j’ai cartographié 14 flux.", "date"),
    ("En mars 2024, j’ai cartographié 14 flux.", "date"),
    ("Le 12 avril 2025, j’ai cartographié 14 flux.", "date"),
    ("Le 12/03/2025, j’ai cartographié 14 flux.", "date"),
    ("Hier, j’ai cartographié 14 flux.", "date"),
    ("Un lundi, j’ai cartographié 14 flux.", "date"),
    ("J’ai cartographié 14 flux avec Mme Rousseau.", "name"),
    ("J’ai cartographié 14 flux avec M. Roux.", "name"),
    ("J’ai cartographié 14 flux à Lyon.", "name"),
    ("Marie a cartographié 14 flux.", "name"),
    ("Chez Nordelle, avec Mme Roux, j’ai cartographié 14 flux.", "name"),
    ("J’ai cartographié 14 flux (contact@nordelle.fr).", "name"),
    ("J’ai cartographié 14 flux avec Роман.", "name"),
    ("J’ai cartographié 14 flux avec [nom 9].", "mask"),
    ("", "empty"),
    (SOURCE * 4, "length"),
)
CAPITALS = "ABCDEFGHIJLMNPRSTVZÉ"
SMALL = "abcdefghijlmnoprstuvzéèïô"


@pytest.mark.parametrize("reply", FAITHFUL)
def test_a_sentence_said_otherwise_passes(reply: str) -> None:
    assert refusals(reply, source=SOURCE) == ()


@pytest.mark.parametrize(("reply", "kind"), ALTERED)
def test_a_reply_that_changes_something_is_refused_with_its_reason(reply: str, kind: str) -> None:
    found = refusals(reply, source=SOURCE)

    assert kind in {one.kind for one in found}
    assert all(one.reason for one in found)


def test_a_name_the_student_knows_is_refused_even_without_its_capital() -> None:
    found = refusals("J’ai cartographié 14 flux avec karim.", source=SOURCE, known_names=("Karim",))

    assert [one.words for one in found] == ["Karim"]


@given(st.sampled_from(("12", "2025", "14", "10", "2")), st.integers(0, 10**6))
def test_a_figure_changed_anywhere_never_passes(figure: str, other: int) -> None:
    altered = SOURCE.replace(figure, str(other), 1)

    assert (altered == SOURCE) is (refusals(altered, source=SOURCE) == ())


@given(
    st.sampled_from(("Roux", "Nordelle")),
    st.builds(
        lambda first, rest: first + rest, st.sampled_from(CAPITALS), st.text(SMALL, min_size=2, max_size=9)
    ),
)
def test_a_name_changed_anywhere_never_passes(name: str, other: str) -> None:
    altered = SOURCE.replace(name, other)

    assert (altered == SOURCE) is (refusals(altered, source=SOURCE) == ())


@given(st.dates())
def test_a_day_changed_never_passes(day: date) -> None:
    months = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
              "novembre", "décembre")  # fmt: skip
    written = f"{day.day} {months[day.month - 1]} {day.year}"
    altered = SOURCE.replace("12 mars 2025", written)

    assert (altered == SOURCE) is (refusals(altered, source=SOURCE) == ())


@given(st.booleans(), st.booleans())
def test_what_is_hidden_comes_back_as_it_was(hide_names: bool, hide_figures: bool) -> None:
    sent = masked(SOURCE, names=("Nordelle",), hide_names=hide_names, hide_figures=hide_figures)

    assert sent.restored(sent.text) == SOURCE
    assert ("Nordelle" in sent.text) is not hide_names
    assert ("14 flux" in sent.text) is not hide_figures


def test_hidden_figures_and_names_do_not_leave() -> None:
    sent = masked(SOURCE, names=("Nordelle",), hide_names=True, hide_figures=True).text

    assert not any(one in sent for one in ("14", "2025", "10 h", "deux", "Roux", "Nordelle"))
