"""Dates and numbers are read as a French student types them."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from tremplin.kit.forms import DayField, NumberField


@pytest.mark.parametrize(
    "typed",
    [
        "03/02/2026", "3/2/2026", "3/2/26", "03.02.2026", "03-02-2026", "3 2 2026", " 03/02/2026 ",
        "2026-02-03", "3 février 2026", "3 fevrier 2026", "3 FÉVRIER 2026", "3 févr. 2026",
        "3\u00a0février\u00a02026",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_way(typed: str) -> None:
    assert DayField().clean(typed) == date(2026, 2, 3)


def test_the_first_of_a_month_is_read() -> None:
    assert DayField().clean("1er août 2026") == date(2026, 8, 1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2026", "Février 2026 s’arrête au 28."),
        ("30/02/2024", "Février 2024 s’arrête au 29."),
        ("00/04/2026", "Avril 2026 s’arrête au 30."),
        ("02/13/2026", "douze mois"),
        ("demain", "jour, mois, année"),
        ("3 ju 2026", "jour, mois, année"),
        ("3 jui 2026", "jour, mois, année"),
        ("03/02/0000", "jour, mois, année"),
    ],
)
def test_a_wrong_day_says_what_is_wrong(typed: str, said: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        DayField().clean(typed)

    assert said in refusal.value.messages[0]


def test_an_empty_day_is_none_when_it_may_be() -> None:
    assert DayField(required=False).clean("") is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("4,35", "4.35"), ("4.35", "4.35"), ("4,35 €", "4.35"), ("4,35€", "4.35"), ("1 200,50", "1200.50"),
        ("1\u00a0200,50\u00a0€", "1200.50"), ("1\u202f200", "1200"), ("35 h", "35"), ("35 heures", "35"),
        ("-2", "-2"),        ("15 %", "15"),
    ],
)  # fmt: skip
def test_a_number_is_read_with_comma_spaces_and_unit(typed: str, read: str) -> None:
    assert NumberField().clean(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["beaucoup", "4,3,5", "NaN", "1e5000"])
def test_a_wrong_number_says_how_to_write_one(typed: str) -> None:
    with pytest.raises(ValidationError):
        NumberField().clean(typed)


class Example(forms.Form):
    """Both fields together."""

    on = DayField(label="Début")
    rate = NumberField(label="Taux horaire")


def test_a_field_is_shown_with_its_label_hint_and_value() -> None:
    page = str(Example(initial={"on": date(2026, 2, 3), "rate": Decimal("4.35")}))

    assert '<label for="id_on">Début</label>' in page
    assert 'aria-describedby="id_on_helptext"' in page
    assert 'id="id_on_helptext">JJ/MM/AAAA' in page
    assert 'value="03/02/2026"' in page
    assert 'value="4,35"' in page


def test_a_field_in_error_keeps_what_was_typed_and_is_tied_to_its_message() -> None:
    page = str(Example({"on": "31/02/2026", "rate": "4,35"}))

    assert 'value="31/02/2026"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_on_helptext id_on_error"' in page
    assert 'id="id_on_error"' in page
