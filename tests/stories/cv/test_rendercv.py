"""RenderCV: sections of any title, scalars as their author wrote them."""

import pytest

from tremplin.stories.cv.reading.bounds import LARGEST_YAML, MOST_ENTRIES
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.marks import unmarked
from tremplin.stories.cv.reading.outcome import Reading, UnreadableResume
from tremplin.stories.cv.reading.words import section_like
from tremplin.stories.cv.writing.rendercv import to_rendercv


def read(text: str) -> Reading:
    return read_resume(text.encode(), name="cv.yaml")


def sections(text: str) -> Reading:
    """Read a CV whose sections are written so."""
    inside = "\n".join(f"    {line}" for line in text.strip("\n").split("\n"))
    return read(f"cv:\n  name: Zoé\n  sections:\n{inside}\n")


def told(reading: Reading) -> str:
    return "\n".join(map(str, (*reading.warnings, *reading.refused)))


def test_the_title_of_a_section_says_where_its_entries_go() -> None:
    resume = sections(
        """
Bénévolat:
  - {company: Repair Café, position: Bénévole, start_date: 2025-01}
Langues:
  - {label: Anglais, details: C1}
  - "Espagnol (B1)"
Centres d'intérêt:
  - "Voile, échecs"
Certifications:
  - {name: PIX, date: 2025-03}
Prix:
  - bullet: 2e prix du défi
Divers:
  - number: Serrurerie
"""
    ).resume
    assert resume.volunteer[0].organization == "Repair Café"
    assert [(one.language, one.fluency) for one in resume.languages] == [
        ("Anglais", "C1"),
        ("Espagnol", "B1"),
    ]
    assert [one.name for one in resume.interests] == ["Voile", "échecs"]
    assert (resume.certificates[0].name, str(resume.certificates[0].on)) == ("PIX", "2025-03")
    assert resume.awards[0].title == "2e prix du défi"
    assert (resume.others[0].title, str(resume.others[0].lines[0])) == ("Divers", "Serrurerie")


def test_a_beginning_without_an_end_goes_on_as_rendercv_has_it() -> None:
    resume = sections("Expérience:\n  - {company: A, position: B, start_date: 2024}").resume
    assert resume.work[0].period.is_current


def test_a_date_in_words_is_no_mistake_where_rendercv_takes_it() -> None:
    reading = sections("Projets:\n  - {name: Carte, date: Été 2024}")
    assert str(reading.resume.projects[0].period.start) == "Été 2024"
    assert not reading.warnings


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("phone: 0639982021", "YAML 1.2 y lit le nombre 639982021, sans son zéro"),
        ("phone: '06 39 98 20 21'", "+33639982021"),
        ("email: pas-un-courriel", "adresse électronique"),
        ("name: Autre", "écrit deux fois"),
    ],
)
def test_what_rendercv_would_refuse_is_read_and_explained(line: str, says: str) -> None:
    assert says in told(read(f"cv:\n  name: Zoé\n  {line}\n"))


def test_a_bad_date_is_told_with_its_line() -> None:
    reading = sections("Expérience:\n  - company: A\n    position: B\n    start_date: 2024-13")
    assert "cv.sections.Expérience[0].start_date, ligne 7" in told(reading)


def test_the_phone_of_older_versions_is_read() -> None:
    assert read("cv:\n  name: Z\n  phone: tel:+33-6-39-98-20-21").resume.basics.phone == "+33 6 39 98 20 21"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("cv:\n\tname: Paul", "ligne 2.*tabulations"),
        ("cv:\n  name: Paul: Martin", "ligne 2.*deux-points"),
        ("cv:\n  name: *Paul", "ligne 2.*étoile"),
        ("cv:\n  name: @paul", "ligne 2.*réservé"),
        ('cv:\n  name: "Paul', "guillemet n’est pas fermé"),
        ("cv:\n  name: [Paul", "crochet n’est pas fermé"),
        ("cv:\n  name: A\n label: B", "ligne 3"),
        ("cv: {name: A}\n---\ncv: {name: B}", "second document"),
        ("design: {theme: classic}", "il lui manque"),
        ("cv: Paul", "il lui manque"),
        ("cv:\n  sections:", "vide"),
        ("cv: " + "{a: " * 5000, "sans fin"),
        ("cv: \x07", "invisibles"),
    ],
)
def test_what_is_no_yaml_or_no_cv_is_refused_with_its_line(text: str, says: str) -> None:
    with pytest.raises(UnreadableResume, match=says):
        read(text)


def test_an_alias_does_not_unfold_without_end() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{after}: &{after} [{', '.join(['*' + before] * 9)}]\n"
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(UnreadableResume, match="sans fin"):
        read(bomb + "cv: {name: Z, sections: {T: *i}}")


def test_a_node_that_holds_itself_is_refused() -> None:
    with pytest.raises(UnreadableResume, match="sans fin"):
        read("cv: &c\n  name: Z\n  sections: {T: [*c]}")


def test_no_tag_is_obeyed() -> None:
    reading = read("cv:\n  name: Z\n  headline: !!python/object/apply:os.system [ls]")
    assert reading.resume.basics.label is None


def test_a_merged_mapping_gives_its_values() -> None:
    cv = "cv:\n  name: Z\n  sections:\n    Emplois:\n      - <<: *b\n        location: Lyon"
    text = "base: &b {company: A, position: B}\n" + cv
    post = read(text).resume.work[0]
    assert (post.organization, post.location) == ("A", "Lyon")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**M1** et *oral*", "M1 et oral"),
        ("[Carte](https://c.example)", "Carte (https://c.example)"),
        ("[https://c.example](https://c.example)", "https://c.example"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("nom_de_fichier_long", "nom_de_fichier_long"),
        ("`pip`", "pip"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert unmarked(marked) == plain


def test_the_design_read_from_rendercv_is_written_back() -> None:
    reading = read(
        "cv: {name: Z}\ndesign: {theme: moderncv, page: {size: a4}}\nsettings: {current_date: 2026-11-29}"
    )
    again = read(to_rendercv(reading.resume).decode())
    assert again.resume.extra["x-rendercv"]["design"] == {"theme": "moderncv", "page": {"size": "a4"}}
    assert again.resume.extra["x-rendercv"]["settings"] == {"current_date": "2026-11-29"}


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Compétences clés", "skills"),
        ("Langues étrangères", "languages"),
        ("Prix et concours", "awards"),
        ("Selected Projects", "projects"),
        ("work_experience", "work"),
        ("Vie associative", "volunteer"),
        ("Permis", ""),
        ("Divers", ""),
    ],
)
def test_a_title_of_one_s_own_is_understood(title: str, section: str) -> None:
    assert section_like(title) == section


def test_a_section_without_end_is_cut_and_said() -> None:
    lines = "\n".join(
        f"  - {{company: Halles {rank}, position: Vendeur}}" for rank in range(MOST_ENTRIES + 1)
    )

    reading = sections(f"Expérience:\n{lines}")

    assert len(reading.resume.work) == MOST_ENTRIES
    assert str(MOST_ENTRIES) in told(reading)


def test_a_yaml_heavier_than_any_cv_is_not_read() -> None:
    with pytest.raises(UnreadableResume, match="trop gros"):
        read("cv:\n  name: Zoé\n# " + "x" * LARGEST_YAML)
