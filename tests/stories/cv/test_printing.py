"""What a CV says and in which order, before it becomes a file."""

from dataclasses import replace
from datetime import date

import pytest

from tests.stories.cv.written import CARGOLIERE, INES, ON, QUERRIEN, SERVER, line
from tremplin.documents.curriculum import Contact
from tremplin.stories.cv.resume import (
    BY_HAND,
    Basics,
    Education,
    Period,
    Profile,
    Resume,
    Section,
    Skill,
    When,
)
from tremplin.stories.cv.writing.plain_text import to_text
from tremplin.stories.cv.writing.printing import by_date, contacts, curriculum_of, diploma
from tremplin.stories.cv.writing.wording import (
    address_words,
    international_phone,
    lowered,
    period_words,
    phone_words,
    web_link,
)


@pytest.mark.parametrize(
    ("start", "end", "current", "says"),
    [
        ("2026-04", "2026-07-31", False, "avril – juillet 2026"),
        ("2025-09", "2026-06", False, "septembre 2025 – juin 2026"),
        ("2020", "2023", False, "2020 – 2023"),
        ("2025", "2025", False, "2025"),
        ("2026-03-02", "2026-03-30", False, "mars 2026"),
        ("2024-09", None, True, "depuis septembre 2024"),
        (None, None, True, "en cours"),
        ("2024-09", None, False, "septembre 2024"),
        (None, "2024", False, "2024"),
        ("été 2024", "2026-13", False, "été 2024 – 2026-13"),
        (None, None, False, ""),
    ],
)
def test_a_period_is_said_in_french(start: str | None, end: str | None, current: bool, says: str) -> None:
    period = Period(When(start) if start else None, When(end) if end else None, current)

    assert period_words(period).replace("\u00a0", " ") == says


@pytest.mark.parametrize(
    "phone", ["+33639982021", "06 39 98 20 21", "0033 6.39.98.20.21", "+33 (0)6-39-98-20-21"]
)
def test_a_french_number_is_read_in_pairs_and_dialled_from_anywhere(phone: str) -> None:
    assert phone_words(phone).replace("\u00a0", " ") == "06 39 98 20 21"
    assert international_phone(phone) == "+33639982021"


@pytest.mark.parametrize("phone", ["12", "demander à Paul", "06 39 98", ""])
def test_what_is_no_number_is_shown_as_it_is_and_leads_nowhere(phone: str) -> None:
    assert phone_words(phone) == phone
    assert international_phone(phone) == ""


def test_a_foreign_number_keeps_its_own_groups() -> None:
    assert phone_words("+32 470 12 34 56") == "+32 470 12 34 56"
    assert international_phone("+32 470 12 34 56") == "+32470123456"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "a b.fr", "sans-point", "http://[", ""]
)
def test_an_address_that_is_none_leads_nowhere(url: str) -> None:
    assert web_link(url) == ""


def test_an_address_is_shown_without_what_nobody_reads() -> None:
    assert address_words("https://www.linkedin.com/in/ines/") == "linkedin.com/in/ines"
    assert web_link("linkedin.com/in/ines") == "https://linkedin.com/in/ines"


def test_a_level_begins_small_but_an_acronym_does_not() -> None:
    assert [lowered(one) for one in ("Courant", "B2", "TOEIC 845", "")] == ["courant", "B2", "TOEIC 845", ""]


def test_what_is_done_outside_work_stands_among_the_experiences_by_date() -> None:
    assert by_date((CARGOLIERE, QUERRIEN), (SERVER,)) == (SERVER, CARGOLIERE, QUERRIEN)


def test_the_order_the_student_chose_is_kept_when_lists_are_merged() -> None:
    merged = by_date((QUERRIEN, CARGOLIERE), (SERVER,))

    assert [one for one in merged if one is not SERVER] == [QUERRIEN, CARGOLIERE]


def test_sections_come_as_a_french_recruiter_reads_and_empty_ones_are_left_out() -> None:
    page = curriculum_of(replace(INES, others=(Section("Permis", (line("Permis B"),)),)), on=ON)

    assert [one.name for one in page.sections] == [
        "Expérience",
        "Projets",
        "Formation",
        "Compétences",
        "Langues",
        "Certifications",
        "Distinctions",
        "Permis",
        "Centres d’intérêt",
        "Références",
    ]
    assert curriculum_of(Resume(Basics("Inès")), on=ON).sections == ()


def test_neither_the_address_nor_the_age_is_printed() -> None:
    said = " ".join(curriculum_of(INES, on=ON).texts())

    assert "Angers" in said
    assert not any(private in said for private in ("rue Imaginaire", "49000", "2004"))


def test_a_way_to_reach_the_student_is_given_once() -> None:
    basics = replace(INES.basics, profiles=(Profile(url="https://ines.example"), Profile("GitHub", "inesm")))

    said = [one.says for one in contacts(basics)]

    assert said.count("ines.example") == 1
    assert Contact("github.com/inesm", "https://github.com/inesm") in contacts(basics)


@pytest.mark.parametrize(
    ("study_type", "area", "says"),
    [("M1", "Gestion", "M1 Gestion"), ("Licence Gestion", "gestion", "Licence Gestion"), ("", "Bac", "Bac")],
)
def test_a_field_is_not_said_twice(study_type: str, area: str, says: str) -> None:
    assert diploma(Education(BY_HAND, "École", area, study_type)) == says


def test_skills_without_a_family_share_a_line() -> None:
    skills = (
        Skill(BY_HAND, "Excel"),
        Skill(BY_HAND, "Données", "", ("SQL",)),
        Skill(BY_HAND, "Python", "Avancé"),
    )
    page = curriculum_of(Resume(skills=skills), on=ON)

    assert [(one.label, one.says) for one in page.sections[0].lines] == [
        ("Données", "SQL"),
        ("", "Excel, Python (avancé)"),
    ]


def test_plain_text_says_the_page_in_its_order() -> None:
    page = curriculum_of(INES, on=date(2026, 1, 1))
    written = to_text(page).decode()

    at = 0
    for text in page.texts():
        found = written.casefold().find(text.replace("\n", " ").casefold(), at)
        assert found >= 0, text
        at = found
