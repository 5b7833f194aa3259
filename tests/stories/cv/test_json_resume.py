"""JSON Resume in, JSON Resume out: nothing is lost that is not said."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.cv.people import MALO
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.outcome import Reading, UnreadableResume
from tremplin.stories.cv.writing.json_resume import json_resume, write_json_resume


def read(value: Any) -> Reading:
    return read_resume(json.dumps(value).encode(), name="cv.json")


def test_a_whole_resume_comes_back_as_it_was() -> None:
    assert json_resume(read(MALO).resume) == MALO


def test_every_line_says_which_file_it_comes_from() -> None:
    resume = read(MALO).resume
    assert str(resume.work[0].highlights[0].source) == "importé de cv.json"
    assert resume.basics.summary is not None
    assert resume.basics.summary.source.file == "cv.json"


def test_what_no_page_shows_is_named_and_written_back() -> None:
    reading = read(MALO)
    assert reading.unshown == ("basics.x-permis",)
    assert json_resume(reading.resume)["basics"]["x-permis"] == "B"


def test_a_name_alone_is_a_resume() -> None:
    assert json_resume(read({"basics": {"name": "Zoé"}}).resume) == {"basics": {"name": "Zoé"}}


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1).filter(str.strip)
texts = st.lists(words, max_size=3)
dates = st.sampled_from(["2024", "2024-02", "2024-02-29", "1999-12-31"])


def objects(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={**values, "x-free": st.none() | st.integers() | words})


posts = {"position": words, "url": words, "startDate": dates, "endDate": dates, "highlights": texts}
resumes = st.fixed_dictionaries(
    {"basics": objects(name=words, email=words, location=objects(city=words, region=words))},
    optional={
        "$schema": words,
        "work": st.lists(objects(name=words, summary=words, **posts), max_size=3),
        "volunteer": st.lists(objects(organization=words, **posts), max_size=2),
        "education": st.lists(objects(institution=words, courses=texts, score=words), max_size=2),
        "skills": st.lists(objects(name=words, keywords=texts), max_size=2),
        "publications": st.lists(objects(name=words, releaseDate=dates), max_size=2),
        "meta": objects(version=words, theme=words),
        "x-own": st.lists(st.integers()),
    },
)


@settings(max_examples=60, deadline=None)
@given(resumes)
def test_any_well_formed_resume_comes_back(resume: dict[str, Any]) -> None:
    try:
        reading = read(resume)
    except UnreadableResume as refusal:
        assert "vide" in str(refusal)  # noqa: PT017 hypothesis also draws résumés that say nothing
        return
    again = json.loads(write_json_resume(reading.resume))
    assert {key: told(one) for key, one in again.items()} == {key: told(one) for key, one in resume.items()}


def told(value: Any) -> Any:
    """Return a section without its entries that say nothing."""
    return [one for one in value if one != {}] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"basics": {"name": "Paul",},}', "virgule en trop, ligne 1, colonne 28"),
        ('{"work": [1,\n]}', "virgule en trop, ligne 2, colonne 1"),
        ('{"basics": {"name": "Pa', "ligne 1, colonne 21"),
        ('{"basics": {"name": "Paul"}', "coupé"),
        ('{"basics": {"name": "a\nb"}}', "retour à la ligne"),
        ('{"basics": {}} {}', "suivi d’un autre texte"),
        ("{'basics': {}}", "n’est plus du JSON ligne 1, colonne 2"),
        ('{"basics": {"name": NaN}}', "NaN"),
        ('["basics"]', "accolade"),
        ('{"name": "tremplin", "version": "1"}', "n’est pas un CV"),
        ('{"basics": {}, "work": []}', "vide"),
        ("[" * 100_000, "imbriqué"),
        ('{"basics": {"x": %s}}' % ("9" * 5000), "démesuré"),
        ("<!DOCTYPE html><html></html>", "page web"),
        ("   \n", "vide"),
    ],
)
def test_what_is_no_resume_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(UnreadableResume, match=says):
        read_resume(text.encode(), name="cv.json")


@pytest.mark.parametrize(
    ("resume", "says"),
    [
        ({"work": [{"name": "A", "startDate": "09/2024"}]}, "work[0].startDate\u00a0: «\u00a009/2024\u00a0»"),
        ({"work": [{"name": "A", "startDate": "2024-13"}]}, "2024-13"),
        ({"work": [{"name": "A", "endDate": "2024-02-30"}]}, "2024-02-30"),
        ({"work": [{"name": "A", "startDate": 2024}]}, "est un nombre"),
        ({"work": [{"name": "A", "startDate": "2025", "endDate": "2024"}]}, "avant le début"),
        ({"work": [{"name": {"fr": "A"}, "position": "B"}]}, "devrait être un texte"),
        ({"work": ["Vendeur"]}, "lu comme «\u00a0position\u00a0»"),
        ({"work": [{"name": "A", "highlights": "Un seul"}]}, "un seul point"),
        ({"work": [{"name": "A", "highlights": [{"a": 1}]}]}, "n’est pas un texte"),
        ({"work": [["A"]], "basics": {"name": "Z"}}, "n’est pas une entrée"),
        ({"work": 12, "basics": {"name": "Z"}}, "n’est pas une liste"),
        ({"work": [{"name": "A", "startDate": "2024"}]}, "en cours"),
        ({"skills": "Python, SQL"}, "2 entrées lues"),
        ({"basics": {"name": "P", "email": "pas-un-courriel"}}, "adresse électronique"),
        ({"basics": {"name": "P", "url": "site sans schéma"}}, "adresse d’un site"),
        ({"basics": {"name": "P", "location": "Lyon"}}, "une ville"),
        ({"basics": {"name": "P\u0000\ud800"}}, "invisibles"),
        ({"basics": {"label": "Étudiant"}}, "Aucun nom"),
    ],
)
def test_what_is_doubtful_is_read_and_told(resume: Any, says: str) -> None:
    reading = read(resume)
    assert says in " ".join(map(str, (*reading.warnings, *reading.refused)))


def test_texts_in_place_of_lists_become_entries() -> None:
    resume = read({"skills": "Python, SQL", "languages": {"fr": "C2"}}).resume
    assert [one.name for one in resume.skills] == ["Python", "SQL"]
    assert [(one.language, one.fluency) for one in resume.languages] == [("fr", "C2")]


def test_the_names_of_version_0_are_understood() -> None:
    resume = read({"work": [{"company": "A", "website": "https://a.example"}]}).resume
    assert (resume.work[0].organization, resume.work[0].url) == ("A", "https://a.example")


def test_nothing_unprintable_goes_further() -> None:
    resume = read({"basics": {"name": "P\u0000aul\ud800"}, "x": ["\u0007a"]}).resume
    assert resume.basics.name == "Paul"
    assert "\\u0007" not in write_json_resume(resume)


def test_a_key_written_twice_is_told() -> None:
    reading = read_resume(b'{"basics": {"name": "A", "name": "B"}}', name="cv.json")
    assert reading.resume.basics.name == "B"
    assert "deux fois" in str(reading.warnings[0])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    reading = read_resume('{"basics": {"name": "Zoé"}}'.encode(encoding), name="cv.json")
    assert reading.resume.basics.name == "Zoé"


@pytest.mark.parametrize("end", ["Présent", "Aujourd'hui", "present", "En cours"])
def test_words_for_the_present_are_kept_and_go_on(end: str) -> None:
    period = read({"work": [{"name": "A", "startDate": "2024", "endDate": end}]}).resume.work[0].period
    assert period.is_current
    assert period.end is not None
    assert period.end.text == end
