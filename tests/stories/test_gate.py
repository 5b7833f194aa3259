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
    ("J’ai cartographié 14 flux avec [chiffre un].", "mask"),
    ("J’ai augmenté les attentes de 10 h à 2 h.", "turn"),
    ("J’ai cartographié +14 flux.", "turn"),
    ("J’ai été le numéro un, avec 14 flux.", "figure"),
    ("J’ai cartographié 14 flux en trio.", "figure"),
    ("J’ai cartographié 14 flux pendant un mois.", "date"),
    ("J’ai cartographié 14 flux en un jour.", "date"),
    ("J’ai cartographié 14 flux en une semaine.", "date"),
    ("J’ai cartographié 14 flux la semaine passée.", "date"),
    ("J’ai cartographié 14 flux cet été.", "date"),
    ("J’ai cartographié 14 flux à la rentrée.", "date"),
    ("J’ai cartographié 14 flux chaque mars.", "date"),
    ("J’ai cartographié 14 flux avec lvmh.", "name"),
    ("J’ai cartographié 14 flux via excel et sap.", "name"),
    ("J’ai cartographié 14 flux avec une collègue prénommée marie.", "name"),
    ("J’ai cartographié 14 flux à paris.", "name"),
    ("ibm, 14 flux.", "name"),
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


@pytest.mark.parametrize(
    "reply",
    [
        "J’ai augmenté les retards de 30 %.",
        "J’ai réduit de 30 % les coûts.",
        "J’ai fait baisser les retards de 30 % à la rentrée.",
        "+30 % de retards.",
    ],
)
def test_a_share_keeps_its_direction_and_what_it_is_a_share_of(reply: str) -> None:
    assert refusals(reply, source="J’ai réduit les retards de 30 % avec mon équipe.")


@pytest.mark.parametrize(
    "reply",
    [
        "Avec mon équipe, j’ai réduit de 30 % les retards.",
        "J’ai réussi à réduire les retards de 30 % avec l’équipe.",
        "Réduction de 30 % des retards, avec méthode.",
    ],
)
def test_a_share_said_otherwise_passes(reply: str) -> None:
    assert refusals(reply, source="J’ai réduit les retards de 30 % avec mon équipe.") == ()


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


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Écrivez à a.b@exemple.fr pour le reste.", "a.b@exemple.fr"),
        ("Sylvie a travaillé avec moi.", "Sylvie"),
        ("J’ai recruté. Sylvie Delmas aussi.", "Sylvie"),
        ("Le client Dupont : Dupont m’a aidé.", "Dupont"),
        ("J’ai appelé « Legrand ».", "Legrand"),
        ("Ma cheffe : Legrand.", "Legrand"),
        ("J’ai aidé martin dupont.", "dupont"),
        ("Voir https://nordelle.fr/equipe pour le détail.", "nordelle"),
        ("Chaque lundi, au printemps, j’ai compté.", "lundi"),
        ("Chaque lundi, au printemps, j’ai compté.", "printemps"),
        ("En mars, j’ai compté.", "mars"),
    ],
)
def test_what_is_to_be_hidden_never_leaves(text: str, secret: str) -> None:
    sent = masked(text, names=("Martin Dupont",), hide_names=True, hide_figures=True)

    assert secret not in sent.text
    assert sent.restored(sent.text) == text
