"""The letter and the e-mail that go with a CV: nothing invented, one page, no figure without evidence."""

import io
from dataclasses import replace

import pytest
from docx import Document

from tests.documents.reading import letters, overflowing, pages, roles
from tests.stories.cv.written import INES, ON, line
from tests.typography import faults
from tremplin.documents.claims import UnsupportedClaims
from tremplin.documents.curriculum import Design
from tremplin.documents.one_page import TooLong
from tremplin.stories.cv.writing.cover_letters import (
    SOUGHT_MISSING,
    STORIES_MISSING,
    WHY_THEM_MISSING,
    Addressee,
    Application,
    Told,
    draft_email,
    draft_letter,
    letter_text,
    rewritten,
    subject,
    write_letter,
)
from tremplin.stories.cv.writing.files import Format

TROQUINETTE = Addressee("Troquinette", "Hélène Quintard", "responsable e-commerce")
STORY = Told(
    line("J’ai réduit la préparation du lundi de 4 h 30 à 50 min par semaine.", "impact:1"),
    ("de 4 h 30 à 50 min par semaine",),
)
APPLICATION = Application(
    INES,
    TROQUINETTE,
    "stage de 16 semaines à partir du 4 mai 2027",
    "Vos clients citent le délai de retour dans leurs avis.",
    "Je propose de suivre un colis de bout en bout.",
    (STORY,),
)
EVERY_DESIGN = pytest.mark.parametrize("design", list(Design))


def test_a_letter_speaks_of_them_then_of_me_then_of_us() -> None:
    letter = draft_letter(APPLICATION, on=ON)

    assert letter.body.splitlines() == [APPLICATION.why_them, STORY.line.text]
    assert letter.plan.startswith("Je cherche un stage de 16 semaines")
    assert APPLICATION.offer in letter.plan


def test_a_story_that_does_not_begin_with_me_is_introduced() -> None:
    told = Told(line("Communauté en ligne. J’ai modéré les conflits.", "story:1"))
    letter = draft_letter(replace(APPLICATION, why_them="", stories=(told, STORY)), on=ON)

    first, second = letter.body.splitlines()
    assert first.startswith("Voici un exemple")
    assert second == STORY.line.text


def test_what_is_not_written_is_left_out_and_asked_for() -> None:
    empty = Application(INES, TROQUINETTE)
    letter = draft_letter(empty, on=ON)

    assert empty.missing == (WHY_THEM_MISSING, STORIES_MISSING, SOUGHT_MISSING)
    assert APPLICATION.missing == ()
    assert letter.body == ""
    assert subject(empty) == "Candidature"
    assert not faults(" ".join((*empty.missing, letter.plan, letter.closing)))


def test_the_student_s_own_text_replaces_the_draft_and_keeps_its_promise() -> None:
    letter = draft_letter(APPLICATION, on=ON)
    own = rewritten(letter, f"Bonjour à l’équipe.\n{letter.plan}")
    bare = rewritten(letter, "Bonjour à l’équipe.")

    assert own.paragraphs[:-1] == ("Bonjour à l’équipe.", *letter.paragraphs[2:-1])
    assert own.refusals() == ()
    assert bare.paragraphs[:-1] == ("Bonjour à l’équipe.",)


def test_a_civility_is_never_guessed() -> None:
    unknown = draft_letter(APPLICATION, on=ON)
    known = draft_letter(replace(APPLICATION, addressee=replace(TROQUINETTE, civility="Madame")), on=ON)

    assert unknown.salutation == "Madame, Monsieur,"
    assert known.salutation == "Madame,"
    assert "agréer, Madame, mes" in known.closing
    assert known.recipient[0] == "Madame Hélène Quintard, responsable e-commerce"


@pytest.mark.parametrize("format", [Format.PDF, Format.WORD])
def test_a_figure_that_nothing_gives_does_not_leave(format: Format) -> None:
    letter = draft_letter(APPLICATION, on=ON)

    with pytest.raises(UnsupportedClaims):
        write_letter(replace(letter, body=f"{letter.body}\nJ’ai formé 340 clients."), format)
    with pytest.raises(UnsupportedClaims):
        write_letter(replace(letter, given=()), format)
    with pytest.raises(UnsupportedClaims):
        write_letter(replace(letter, plan="Je ferai gagner 15 % à vos 340 clients."), format)


@EVERY_DESIGN
def test_a_letter_is_printed_on_one_page_in_its_order(design: Design) -> None:
    letter = draft_letter(APPLICATION, on=ON, design=design)
    printed = write_letter(letter, Format.PDF)
    whole = letters(pages(printed)[0])

    assert len(pages(printed)) == 1
    assert overflowing(printed) == []
    assert (roles(printed).count("H1"), roles(printed).count("H2")) == (1, 1)
    places = [whole.find(letters(text)) for text in (*letter.recipient, *list(letter.texts())[:-1])]
    assert places == sorted(places)
    assert min(places) >= 0
    assert whole.count(letters("Inès Marchetti")) >= 2


@EVERY_DESIGN
@pytest.mark.parametrize("format", [Format.PDF, Format.WORD])
def test_a_letter_of_two_pages_does_not_leave(design: Design, format: Format) -> None:
    letter = draft_letter(APPLICATION, on=ON, design=design)
    endless = replace(letter, body="\n".join(["Je raconte encore la même chose, longuement." * 4] * 40))

    with pytest.raises(TooLong) as refused:
        write_letter(endless, format)
    assert any("Je raconte" in text for text in refused.value.excess)


@EVERY_DESIGN
def test_a_word_letter_says_the_same_with_real_styles(design: Design) -> None:
    letter = draft_letter(APPLICATION, on=ON, design=design)
    written = Document(io.BytesIO(write_letter(letter, Format.WORD)))
    whole = letters("\n".join(one.text for one in written.paragraphs))

    assert [one.style.name for one in written.paragraphs if one.style and one.style.name == "Heading 1"]
    assert all(letters(text) in whole for text in letter.texts())


def test_a_letter_exists_as_text_but_not_as_data() -> None:
    letter = draft_letter(APPLICATION, on=ON)

    assert write_letter(letter, Format.TEXT).decode() == letter_text(letter)
    assert "Angers, le 6" in letter_text(letter)
    with pytest.raises(ValueError, match="Europass"):
        write_letter(letter, Format.EUROPASS)


def test_an_e_mail_is_shorter_and_says_how_to_answer() -> None:
    email = draft_email(APPLICATION)

    assert "Inès Marchetti" in email.subject
    assert email.text.startswith("Bonjour Hélène Quintard,")
    assert STORY.line.text in email.text
    assert email.text.endswith("ines.marchetti@exemple.fr")
    assert len(email.text) < len(letter_text(draft_letter(APPLICATION, on=ON)))
