"""Résumés written for other programs: RenderCV and Europass take them, and read back they say the same."""

import io
from dataclasses import replace
from typing import Any

import yaml
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.cv.written import CARGOLIERE, INES, ON, line, portrait
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.resume import (
    BY_HAND,
    Basics,
    Education,
    Language,
    Period,
    Post,
    Profile,
    Resume,
    Section,
    Skill,
    When,
)
from tremplin.stories.cv.writing.europass import language_code
from tremplin.stories.cv.writing.files import Format, write
from tremplin.stories.cv.writing.plain_text import to_text
from tremplin.stories.cv.writing.printing import curriculum_of

EP = "{http://www.europass.eu/1.0}"
HR = "{http://www.hr-xml.org/3}"
OA = "{http://www.openapplications.org/oagis/9}"
ANY_TEXT = st.text(max_size=30)


def rendercv(resume: Resume) -> Any:
    """Return what RenderCV reads."""
    return yaml.safe_load(io.BytesIO(write(resume, Format.RENDERCV, on=ON)))


def europass(resume: Resume, photo: bytes = b"") -> Any:
    """Return the tree Europass reads."""
    return ElementTree.fromstring(write(resume, Format.EUROPASS, on=ON, photo=photo), forbid_dtd=True)


def again(resume: Resume, format: Format) -> Resume:
    """Write a résumé and read it back."""
    return read_resume(write(resume, format, on=ON), name=f"cv.{format}").resume


def said(resume: Resume) -> str:
    """Return what the page says."""
    return to_text(curriculum_of(resume, on=ON)).decode()


# ---------------------------------------------------------------- RenderCV


def test_rendercv_finds_one_kind_of_entry_in_each_section() -> None:
    half = Post(BY_HAND, "", "Vendeuse", period=Period(When("été 2024")))
    mixed = replace(INES, work=(CARGOLIERE, half), education=(*INES.education, Education(BY_HAND, "", "Bac")))

    for entries in rendercv(mixed)["cv"]["sections"].values():
        kinds = {next(iter(one)) if isinstance(one, dict) else "text" for one in entries}
        assert len(kinds) == 1


def test_rendercv_can_count_with_the_dates_or_has_them_in_words() -> None:
    posts = (
        CARGOLIERE,
        replace(CARGOLIERE, period=Period(When("2024"), None, True)),
        replace(CARGOLIERE, period=Period(When("2025-03"), When("2024-01"))),
        replace(CARGOLIERE, period=Period(When("été 2024"))),
        replace(CARGOLIERE, period=Period(When("2024-05"))),
    )
    written = rendercv(Resume(work=posts))["cv"]["sections"]["Expérience"]
    dates = [
        {name: one[name] for name in ("start_date", "end_date", "date") if name in one} for one in written
    ]

    assert [set(one) for one in dates[:2]] == [{"start_date", "end_date"}] * 2
    assert dates[1]["end_date"] == "present"
    assert [set(one) for one in dates[2:]] == [{"date"}] * 3
    assert dates[3:] == [{"date": "été 2024"}, {"date": "2024-05"}]


def test_what_rendercv_would_refuse_is_left_out() -> None:
    odd = Basics(
        "Inès",
        email="à demander",
        phone="12",
        url="javascript:alert(1)",
        profiles=(Profile("Forum", "ines"),),
    )

    assert rendercv(Resume(odd))["cv"] == {"name": "Inès"}


def test_a_telephone_is_dialled_from_anywhere_and_stays_a_text() -> None:
    assert rendercv(INES)["cv"]["phone"] == "+33639982021"


def test_two_sections_of_the_same_name_stay_apart() -> None:
    others = (Section("Projets", (line("Un four à pain"),)), Section("", (line("Permis B"),)))
    sections = rendercv(replace(INES, others=others))["cv"]["sections"]

    assert sections["Projets"][0]["name"] == "Carte des quais"
    assert sections["Projets (suite)"] == ["Un four à pain"]
    assert sections["Divers"] == ["Permis B"]


def test_signs_markdown_would_read_come_back_as_signs() -> None:
    hostile = "3 * 4 = 12, *pas* _penché_ ni [lien](ici) ni `code` \\ fin"
    post = replace(CARGOLIERE, highlights=(line(hostile),))

    assert again(Resume(INES.basics, work=(post,)), Format.RENDERCV).work[0].highlights[0].text == hostile


def test_a_word_that_begins_with_a_hash_is_no_command() -> None:
    written = rendercv(Resume(INES.basics, work=(replace(CARGOLIERE, highlights=(line("#let it be"),)),)))

    assert not written["cv"]["sections"]["Expérience"][0]["highlights"][0].startswith("#let")


def test_posts_come_back_from_rendercv() -> None:
    back = again(INES, Format.RENDERCV)

    assert [(one.position, one.organization, one.period) for one in back.work] == [
        (one.position, one.organization, one.period) for one in INES.work
    ]
    assert [one.text for one in back.work[0].highlights] == [one.text for one in CARGOLIERE.highlights]
    assert [one.position for one in back.volunteer] == ["Modératrice"]
    assert back.basics.name == "Inès Marchetti"
    assert back.basics.phone.replace(" ", "") == "+33639982021"


# ---------------------------------------------------------------- Europass


def test_europass_is_given_what_its_importer_demands() -> None:
    root = europass(INES)

    assert root.tag == f"{EP}Candidate"
    assert root.find(f"{HR}DocumentID").get("schemeVersionID") == "4.0"
    person = root.find(f"{EP}CandidatePerson")
    assert person.findtext(f"{EP}PersonName/{OA}GivenName") == "Inès"
    assert person.findtext(f"{EP}PersonName/{HR}FamilyName") == "Marchetti"
    phone = next(one for one in person if one.findtext(f"{EP}ChannelCode") == "Telephone")
    assert (phone.findtext(f"{EP}CountryDialing"), phone.findtext(f"{OA}DialNumber")) == ("33", "639982021")
    assert root.find(f"{EP}CandidateProfile").get("languageCode") == "fr"
    shown = [one.text for one in root.iterfind(f".//{EP}SectionsOrder/{EP}Section/{EP}Title")]
    assert shown == ["work-experience", "education-training", "language", "profile-skills"]


def test_europass_has_one_block_for_each_entry_of_ones_own() -> None:
    blocks = europass(INES).findall(f".//{EP}Others")

    assert all(len(one.findall(f"{EP}Other")) == 1 for one in blocks)
    assert all(one.findtext(f"{EP}Other/{EP}Title") for one in blocks)


def test_europass_never_gets_a_date_that_does_not_exist() -> None:
    post = replace(CARGOLIERE, period=Period(When("2026-02-31"), When("été 2026")))
    root = europass(Resume(INES.basics, work=(post,)))

    assert root.findall(f".//{HR}FormattedDateTime") == []
    assert "2026-02-31" in root.findtext(f".//{OA}Description")


def test_europass_never_gets_a_skill_twice() -> None:
    skills = (
        Skill(BY_HAND, "Excel"),
        Skill(BY_HAND, "Outils", "", ("excel", "SQL")),
        Skill(BY_HAND, "EXCEL"),
    )
    names = [
        one.text for one in europass(Resume(INES.basics, skills=skills)).iterfind(f".//{HR}CompetencyName")
    ]

    assert names == ["Excel", "SQL"]


def test_a_level_europass_has_no_place_for_stands_beside_the_language() -> None:
    languages = (Language(BY_HAND, "Anglais", "B2 (TOEIC 845)"), Language(BY_HAND, "Italien", "Courant"))
    back = again(Resume(INES.basics, languages=languages), Format.EUROPASS)

    assert [(one.language, one.fluency) for one in back.languages] == [
        ("Anglais (TOEIC 845)", "B2"),
        ("Italien (Courant)", ""),
    ]
    assert [language_code(name) for name in ("Anglais", "italien", "Klingon")] == ["eng", "ita", ""]


def test_posts_and_studies_come_back_from_europass() -> None:
    back = again(INES, Format.EUROPASS)

    assert [(one.position, one.organization, one.period) for one in back.work] == [
        (one.position, one.organization, one.period) for one in INES.work
    ]
    assert [one.text for one in back.work[0].highlights] == [one.text for one in CARGOLIERE.highlights]
    assert back.education[0].study_type == "M1 Management des opérations"
    assert (back.skills[0].name, back.skills[0].keywords) == ("Données (Avancé)", ("Excel", "SQL"))
    assert back.basics.location == INES.basics.location
    for told in ("Modératrice", "1 200 membres", "Carte des quais", "Samia Kaddour", "Prix du défi"):
        assert told in said(back)


def test_the_photo_travels_in_europass() -> None:
    assert again_with_photo().startswith("data:image/jpeg;base64,")


def again_with_photo() -> str:
    """Return the address of the photo, written then read back."""
    content = write(INES, Format.EUROPASS, on=ON, photo=portrait())
    return read_resume(content, name="cv.xml").resume.basics.image


# ---------------------------------------------------------------- anything at all


@settings(max_examples=60, deadline=None)
@given(name=ANY_TEXT, title=ANY_TEXT, says=ANY_TEXT, when=ANY_TEXT, phone=ANY_TEXT)
def test_no_text_breaks_a_file(name: str, title: str, says: str, when: str, phone: str) -> None:
    post = Post(BY_HAND, title, says, period=Period(When(when)), highlights=(line(says or "x"),))
    basics = Basics(
        name, line(says or "x"), email=title, phone=phone, url=says, profiles=(Profile(title, says),)
    )
    resume = Resume(
        basics,
        work=(post,),
        volunteer=(post,),
        education=(Education(BY_HAND, title, says),),
        skills=(Skill(BY_HAND, title, says, (says, name)),),
        languages=(Language(BY_HAND, title, says),),
        others=(Section(title, (line(says or "x"),)),),
    )

    assert europass(resume).find(f".//{EP}PersonName") is not None
    assert set(rendercv(resume)) == {"cv", "locale"}
    assert write(resume, Format.JSON_RESUME, on=ON)
    assert write(resume, Format.TEXT, on=ON)


def test_a_post_without_its_place_takes_no_other_with_it_to_rendercv() -> None:
    resume = Resume(
        basics=Basics(name="Zoé"),
        work=(Post(BY_HAND, "Halles Nord", "Vendeuse"), Post(BY_HAND, position="Nounou")),
        education=(
            Education(BY_HAND, institution="Lycée Mistral", study_type="BTS MCO"),
            Education(BY_HAND, study_type="Baccalauréat"),
        ),
    )

    again = read_resume(write(resume, Format.RENDERCV, on=ON), name="cv.yaml").resume

    assert (again.work[0].organization, again.work[0].position) == ("Halles Nord", "Vendeuse")
    assert len(again.work) == 2
    assert len(again.education) == 2
