"""Addresses and numbers written in several ways are one; names lose what is not a name."""

import pytest

from tremplin.network.domain.names import looks_like_a_formula, tidy_name
from tremplin.network.domain.reaching import (
    comparable_email,
    comparable_phone,
    comparable_profile,
    is_telling_phone,
    whole_address,
)


@pytest.mark.parametrize(
    "written",
    [
        "06 39 98 01 02",
        "06.39.98.01.02",
        "+33 6 39 98 01 02",
        "+33 (0)6 39 98 01 02",
        "0033639980102",
        "tel:+33-6-39-98-01-02",
        "#31#0639980102",
        "'+33639980102",
        "0639980102 poste 12",
        "tel:+33-6-39-98-01-02;ext=204",
        "639980102",
    ],
)
def test_one_number_written_in_many_ways_is_one(written: str) -> None:
    assert comparable_phone(written) == "+33639980102"


@pytest.mark.parametrize("written", ["", "poste", "6,39E+08", "6.3998E+8"])
def test_what_is_no_number_is_empty(written: str) -> None:
    assert comparable_phone(written) == ""


def test_an_overseas_number_takes_its_own_country() -> None:
    assert comparable_phone("0692 12 34 56") == comparable_phone("+262 692 12 34 56")


def test_a_service_number_tells_nobody() -> None:
    assert comparable_phone("3949") == "3949"
    assert not is_telling_phone("3949")
    assert is_telling_phone("+33639980102")


@pytest.mark.parametrize(
    "written",
    [
        "https://www.linkedin.com/in/in%C3%A8s-el-amrani-77",
        "www.linkedin.com/in/inès-el-amrani-77/",
        "http://fr.linkedin.com/in/INÈS-el-amrani-77?trk=contacts",
        "https\\://www.linkedin.com/in/ine\u0300s-el-amrani-77",
    ],
)
def test_one_profile_written_in_many_ways_is_one(written: str) -> None:
    assert comparable_profile(written) == "linkedin.com/in/inès-el-amrani-77"


@pytest.mark.parametrize("written", ["", "https://solstice.example", "pas une adresse / du tout"])
def test_a_firm_s_home_page_or_words_are_no_profile(written: str) -> None:
    assert comparable_profile(written) == ""


def test_an_address_gets_the_scheme_it_lacks() -> None:
    assert whole_address("www.linkedin.com/in/x") == "https://www.linkedin.com/in/x"
    assert whole_address("http://isatis.example/moi") == "http://isatis.example/moi"
    assert whole_address("") == ""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("mailto:Helo@Perso.Example", "helo@perso.example"),
        ("<a@b.example>", "a@b.example"),
        ("/o=ExchangeLabs/cn=anael", ""),
        ("a@b", ""),
        ("", ""),
    ],
)
def test_addresses_are_compared_without_capitals_and_inner_names_are_none(written: str, kept: str) -> None:
    assert comparable_email(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("🚀 Théo", "Théo"),
        ("Élodie Roux, PMP®", "Élodie Roux"),
        ("Jean Dupont PhD", "Jean Dupont"),
        ("Mme Inès El Amrani", "Inès El Amrani"),
        ("Théo (il)", "Théo"),
        ("Jean-Pierre d’Arc", "Jean-Pierre d’Arc"),
        ("Юрий Гагарин", "Юрий Гагарин"),
        ("…", ""),
        ("42", ""),
    ],
)
def test_a_name_is_kept_as_one_would_sign_it(written: str, kept: str) -> None:
    assert tidy_name(written) == kept


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3=1"])
def test_a_formula_is_recognised(text: str) -> None:
    assert looks_like_a_formula(text)


@pytest.mark.parametrize("text", ["Anaël Quentrec", "- Anaël", "+ de contacts", ""])
def test_words_are_no_formula(text: str) -> None:
    assert not looks_like_a_formula(text)
