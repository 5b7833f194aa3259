"""LinkedIn's two texts: within their limits, each sentence with its source, nothing private."""

from dataclasses import replace

import pytest

from tests.stories.cv.written import CARGOLIERE, INES, line
from tremplin.stories.cv.resume import BY_HAND, Resume, Skill, proved_by
from tremplin.stories.cv.writing.linkedin import MOST_ABOUT, MOST_HEADLINE, Counted, about, headline


def test_a_headline_takes_skills_while_they_fit() -> None:
    many = tuple(Skill(BY_HAND, f"Compétence numéro {number}") for number in range(30))
    short, long = headline(INES), headline(replace(INES, skills=many))

    assert short.text == "Alternance en logistique dès septembre 2026 | Données | Conduite de réunion"
    assert long.holds
    assert long.left < len(" | Compétence numéro 9")


def test_without_a_headline_the_studies_speak() -> None:
    nameless = replace(INES, basics=replace(INES.basics, label=None), skills=())

    assert headline(nameless).text == "M1 Management des opérations, Université de Valmont"
    assert headline(Resume()).text == ""


@pytest.mark.parametrize(
    ("text", "left", "says"),
    [
        ("é" * 10, 0, "10 caractères sur 10"),
        ("é" * 12, -2, "12 caractères sur 10 : 2 de trop"),
        ("📦" * 5, 0, "10 caractères sur 10"),
        ("", 10, "0 caractère sur 10"),
    ],
)
def test_characters_are_counted_as_a_browser_does(text: str, left: int, says: str) -> None:
    counted = Counted(text, 10)

    assert counted.left == left
    assert counted.holds is (left >= 0)
    assert counted.says.replace("\u00a0", " ") == says


def test_the_presentation_tells_its_sources_and_nothing_private() -> None:
    story = line("J’ai réécrit la charte avec les membres.", "story:2")
    told = about(INES, (story,))

    assert told.counted.text.index("Je mesure") < told.counted.text.index("J’ai réécrit")
    assert proved_by("story:2") in told.sources
    assert proved_by("impact:1") in told.sources
    assert not any(private in told.counted.text for private in ("@", "39 98", "rue"))


def test_what_does_not_fit_is_left_out_whole_and_told() -> None:
    stories = tuple(line(f"Histoire {number}. " + "mot " * 200, f"story:{number}") for number in range(5))
    told = about(INES, stories)

    assert told.counted.holds
    assert told.left_out
    assert set(told.left_out) | set(told.lines) >= set(stories)
    assert all(one.text.strip() not in told.counted.text for one in told.left_out)


def test_limits_are_those_of_linkedin() -> None:
    assert headline(INES).most == MOST_HEADLINE == 220
    assert about(replace(INES, work=(CARGOLIERE,))).counted.most == MOST_ABOUT == 2600
