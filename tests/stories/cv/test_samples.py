"""The files of each format as its makers write them, whole and broken."""

import json
from pathlib import Path

import pytest

from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.outcome import Reading, UnreadableResume

DATA = Path(__file__).parent / "data"
NBSP = "\u00a0"


def read(name: str) -> Reading:
    """Read one file of the data folder."""
    path = DATA / name
    return read_resume(path.read_bytes(), name=path.name)


def told(reading: Reading) -> str:
    """Return all that a reading warns of or refuses."""
    return "\n".join(map(str, (*reading.warnings, *reading.refused)))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("resume.json", {"work": 3, "volunteer": 1, "education": 2, "skills": 2, "references": 1}),
        ("resume_minimal.json", {}),
        ("europass_candidate.xml", {"work": 2, "education": 2, "projects": 2, "skills": 2, "languages": 2}),
        ("europass_cv_avec_xml_incorpore.pdf", {"work": 2, "education": 2, "languages": 2}),
        ("europass_ancien_skillspassport.xml", {"work": 1}),
        ("rendercv.yaml", {"work": 2, "education": 1, "projects": 1, "skills": 1}),
        ("linkedin_profile_fr.pdf", {"work": 3, "education": 2, "skills": 3, "languages": 2}),
        ("Basic_LinkedInDataExport_11-20-2026.zip", {"work": 3, "education": 2, "skills": 4, "languages": 3}),
    ],
)
def test_every_format_is_read(name: str, kept: dict[str, int]) -> None:
    reading = read(name)
    assert kept.items() <= reading.kept.items()
    assert not reading.refused
    assert reading.resume.basics.name


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("resume_virgule_finale.json", "virgule en trop, ligne 2, colonne 29"),
        ("europass_tronque.xml", "coupé ou abîmé à la ligne 2"),
        ("europass_xxe.xml", "entités"),
        ("rendercv_tabulation.yaml", "ligne 2.*tabulations"),
        ("linkedin_profile_image_sans_texte.pdf", "ne contient pas de texte"),
        ("linkedin_profile_tronque.pdf", "abîmé ou incomplet"),
        ("LinkedIn_archive_tronquee.zip", "incomplète.*Téléchargez-la"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name: str, says: str) -> None:
    with pytest.raises(UnreadableResume, match=says):
        read(f"broken/{name}")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("resume_dates_invalides.json", f"work[1].startDate{NBSP}: «{NBSP}2024-13{NBSP}»"),
        ("europass_sans_nom.xml", "Aucun nom"),
        ("europass_date_impossible.xml", f"«{NBSP}2026-02-31{NBSP}» n’est pas une date qui existe"),
        ("rendercv_types_melanges.yaml", "mêle plusieurs sortes d’entrées"),
        (
            "rendercv_telephone_non_e164.yaml",
            "YAML 1.2 y lit le nombre 639982021",
        ),
    ],
)
def test_what_is_damaged_is_read_for_the_rest_and_told(name: str, says: str) -> None:
    reading = read(f"broken/{name}")
    assert says in told(reading)
    assert reading.kept


def test_an_impossible_date_keeps_its_words() -> None:
    period = read("broken/europass_date_impossible.xml").resume.work[0].period
    assert period.end is not None
    assert (period.end.text, period.end.parts) == ("2026-02-31", None)


def test_a_linkedin_profile_says_what_its_owner_expects() -> None:
    expected = json.loads((DATA / "linkedin_profile_fr.attendu.json").read_text())
    resume = read("linkedin_profile_fr.pdf").resume
    basics = resume.basics
    place = basics.location
    assert place is not None
    assert basics.name == expected["nom"]
    assert str(basics.label) == expected["titre"]
    assert f"{place.city}, {place.region}, France" == expected["lieu"]
    assert place.country_code == "FR"
    assert basics.profiles[0].url == expected["linkedin"]
    assert basics.email == expected["courriel"]
    assert [one.name for one in resume.skills] == expected["competences"]
    assert [one.language for one in resume.languages] == expected["langues"]
    assert [
        {
            "entreprise": one.organization,
            "poste": one.position,
            "debut": str(one.period.start),
            "fin": None if one.period.is_current else str(one.period.end),
        }
        for one in resume.work
    ] == expected["experiences"]
    assert [
        {"ecole": one.institution, "debut": str(one.period.start), "fin": str(one.period.end)}
        for one in resume.education
    ] == expected["formations"]


def test_a_europass_pdf_says_what_its_xml_does() -> None:
    inside, alone = read("europass_cv_avec_xml_incorpore.pdf"), read("europass_candidate.xml")
    assert inside.kept == alone.kept
    assert inside.resume.basics.email == alone.resume.basics.email


def test_europass_texts_lose_their_markup_and_no_word() -> None:
    resume = read("europass_candidate.xml").resume
    assert str(resume.basics.summary) == "Je cherche une alternance & je suis mobile."
    assert [str(one) for one in resume.work[0].highlights] == ["Suivi de 40 références", "Tableau de bord"]
    assert str(resume.work[1].summary) == "Caisse, rayon BD"
    assert resume.work[1].period.is_current


def test_what_a_french_cv_does_not_say_is_kept_aside_and_named() -> None:
    reading = read("europass_candidate.xml")
    assert {"date de naissance", "nationalité", "photo"} <= set(reading.unshown)
    assert reading.resume.extra["x-europass"]["BirthDate"] == "2004-02"


def test_a_telephone_that_yaml_takes_for_a_number_keeps_its_zero() -> None:
    reading = read("broken/rendercv_telephone_non_e164.yaml")
    assert reading.resume.basics.phone == "0639982021"
    assert "sans son zéro" in told(reading)
    assert f"ligne 3{NBSP}:" in told(reading)


def test_what_holds_for_a_whole_file_bears_no_line() -> None:
    assert [one.line for one in read("rendercv.yaml").warnings] == [0]


def test_the_settings_of_rendercv_are_kept() -> None:
    extra = read("rendercv.yaml").resume.extra["x-rendercv"]
    assert extra == {"design": {"theme": "classic", "page": {"size": "a4"}}, "locale": {"language": "french"}}


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.*")), ids=lambda path: path.name)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_file_is_read_in_part_or_refused_never_more(path: Path, share: float) -> None:
    content = path.read_bytes()
    try:
        reading = read_resume(content[: int(len(content) * share)], name=path.name)
    except UnreadableResume as refusal:
        assert str(refusal).endswith((".", "»."))  # noqa: PT017 either answer is right
        return
    assert reading.kept or reading.resume.basics.name
