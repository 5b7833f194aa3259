"""The résumé built from chosen lines: each has its source, and no figure stands alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tremplin.evidence.figures import Figure
from tremplin.stories.cv.building import Built, built, proofs, texts_of
from tremplin.stories.cv.choosing import best_lines, first_choice, moved
from tremplin.stories.cv.parts import (
    Choice,
    ChosenLine,
    ChosenPart,
    Item,
    Option,
    Origin,
    Part,
    Place,
    parts_from_json,
)
from tremplin.stories.cv.phrasing import proposed
from tremplin.stories.cv.proving import file_remarks, proving_entries
from tremplin.stories.cv.resume import (
    BY_HAND,
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Period,
    Post,
    Resume,
    Skill,
    Source,
    When,
    imported_from,
    proved_by,
)
from tremplin.stories.cv.targeting import keywords

ORIGIN = Origin("journal, 19 mars 2026", entry=3)
PARTS = Figure(kind="quantity", entry=3, on=date(2026, 3, 19), value=Decimal(42), unit="références")
GAPS = Figure(
    kind="before_after", entry=4, on=date(2026, 3, 20), before=Decimal(18), after=Decimal(6), unit="%"
)


def option(key: str, says: str, *, source: Source | None = None, given: tuple[Figure, ...] = ()) -> Option:
    return Option(key, says, source or proved_by(key), ORIGIN, given)


def post(
    *options: Option, key: str = "experience:1", title: str = "Stagiaire", source: Source | None = None
) -> Part:
    item = Post(source or proved_by(key), organization="Cargolière", position=title)
    return Part(key, "work", item, ORIGIN, options)


def version(
    *lines: tuple[str, str], headline: str = "", summary: str = "", key: str = "experience:1"
) -> Choice:
    chosen = tuple(ChosenLine(*line) for line in lines)
    return Choice(headline, summary, (ChosenPart(key, chosen),))


def build(part: Part, choice: Choice) -> Built:
    return built([part], choice, Basics(name="Inès Marchetti"))


COUNTED = option("entry:3", "42 références suivies", given=(PARTS,))


def test_a_proved_line_is_printed_with_its_source() -> None:
    found = build(post(COUNTED), version(("entry:3", "Suivi de 42 références")))

    (line,) = found.resume.work[0].highlights
    assert (line.text, line.source.keys) == ("Suivi de 42 références", ("entry:3",))
    assert not found.remarks


def test_a_figure_the_entry_does_not_hold_keeps_the_cv_here() -> None:
    found = build(post(COUNTED), version(("entry:3", "Suivi de 43 références")))

    assert "43" in found.blocking[0].says


def test_another_chosen_line_does_not_prove_this_one() -> None:
    other = option("entry:4", "Écarts de 18 % à 6 %", given=(GAPS,))
    choice = version(("entry:3", "Écarts de 18 % à 6 %"), ("entry:4", "Écarts de 18 % à 6 %"))

    assert [one.key for one in build(post(COUNTED, other), choice).blocking] == ["entry:3", "entry:3"]


def test_the_headline_answers_to_the_chosen_lines_only() -> None:
    chosen = version(("entry:3", "Suivi"), headline="Logistique, 42 références suivies")

    assert not build(post(COUNTED), chosen).blocking
    alone = version(headline="Logistique, 42 références suivies")
    assert build(post(COUNTED), alone).blocking


def test_a_line_written_by_hand_with_a_figure_is_to_be_proved() -> None:
    by_hand = option("note:1", "Caisse de 800 € tenue", source=BY_HAND)

    found = build(post(by_hand), version(("note:1", "Caisse de 800 € tenue")))

    assert "à prouver" in found.blocking[0].says


def test_an_imported_figure_leaves_with_a_warning_but_cannot_grow() -> None:
    imported = option("import:1", "12 tournées par jour", source=imported_from("cv.json"))

    same = build(post(imported), version(("import:1", "12 tournées par jour")))
    grown = build(post(imported), version(("import:1", "25 tournées par jour")))

    assert same.remarks
    assert not same.blocking
    assert "25" in grown.blocking[0].says


def test_a_line_whose_entry_went_is_left_out_and_counted() -> None:
    found = build(post(), version(("entry:3", "Suivi de 42 références")))

    assert found.lost == 1
    assert not found.resume.work[0].highlights


def test_a_part_that_went_takes_its_lines_with_it() -> None:
    found = built([], version(("entry:3", "Suivi")), Basics())

    assert found.lost == 1
    assert not found.resume.work


def test_a_figure_in_the_title_of_an_experience_is_proved_by_its_entries() -> None:
    titled = post(title="Modératrice, 1 200 membres")

    assert build(titled, version()).blocking


def test_a_choice_survives_being_kept() -> None:
    choice = version(("entry:3", "Suivi de 42 références"))

    assert parts_from_json(choice.as_json()) == choice.parts


def test_the_journal_s_sentence_becomes_a_noun() -> None:
    assert proposed("J’ai suivi 42 références.", (PARTS,)) == "Suivi de 42 références"


def test_a_sentence_whose_figure_is_not_confirmed_is_not_proposed() -> None:
    assert "42" not in proposed("J’ai suivi 42 références.", ())


def test_the_best_lines_say_a_change_first_and_what_the_offer_asks_before() -> None:
    change = option("entry:4", "Écarts de 18 % à 6 %", given=(GAPS,))
    plain = option("entry:5", "Tournées relues")
    part = post(plain, COUNTED, change)

    assert [one.key for one in best_lines(part)] == ["entry:4", "entry:3"]
    asked = keywords("Préparer les tournées")
    assert best_lines(part, asked=asked)[0].key == "entry:5"


def test_a_new_version_holds_each_post_once() -> None:
    same = post(COUNTED, key="import:1:work:0", source=imported_from("cv.json"))
    skill = Part("skill:1", "skills", Skill(proved_by("entry:3"), name="Gestion de stock"), ORIGIN)

    chosen = first_choice([post(COUNTED), same, skill])

    assert [one.key for one in chosen.parts] == ["experience:1", "skill:1"]


def test_a_language_is_said_once_however_well_it_is_spoken() -> None:
    spoken = [
        Part(f"import:{rank}", "languages", Language(BY_HAND, language="Français", fluency=level), ORIGIN)
        for rank, level in enumerate(("langue maternelle", "bilingue"))
    ]

    assert [one.key for one in first_choice(spoken).parts] == ["import:0"]


def test_a_line_moves_inside_its_part_and_a_part_among_parts() -> None:
    first = ChosenPart("a", (ChosenLine("x", ""), ChosenLine("y", "")))
    rows = (first, ChosenPart("b"))

    assert [one.key for one in moved(rows, "y", by=-1)[0].lines] == ["y", "x"]
    assert [one.key for one in moved(rows, "a", by=1)] == ["b", "a"]
    assert moved(rows, "a", by=-1) == rows


def test_texts_of_a_resume_hold_titles_and_lines() -> None:
    found = build(post(COUNTED), version(("entry:3", "Suivi de 42 références"), headline="Logistique"))

    assert texts_of(found.resume) == ("Logistique", "Stagiaire, Cargolière", "Suivi de 42 références")


def test_a_first_version_takes_the_skills_an_offer_names_before_more_proved_ones() -> None:
    names = (
        "Vente",
        "Accueil",
        "Inventaire",
        "Achats",
        "Facturation",
        "Audit",
        "Tutorat",
        "Pédagogie",
        "Médiation",
    )
    skills = [
        Part(f"skill:{name}", "skills", Skill(proved_by("entry:3"), name=name), ORIGIN) for name in names
    ]

    chosen = first_choice(skills, asked=keywords("médiation", skills=names))

    assert chosen.parts[0].key == "skill:Médiation"
    assert len(chosen.parts) == 8


def test_an_imported_headline_keeps_its_figure_with_a_warning() -> None:
    choice = version(headline="Logistique, 12 tournées par jour")

    found = built([post(COUNTED)], choice, Basics(), imported=("Logistique, 12 tournées par jour",))

    assert [one.blocks for one in found.remarks] == [False]


def test_a_headline_may_say_what_is_sought_but_a_result_beside_it_answers_to_a_line() -> None:
    sought = version(headline="Stage de 6 mois à partir de mars 2027")
    claimed = version(headline="Stage de 6 mois, 40\u00a0% d’écarts en moins")

    assert not build(post(COUNTED), sought).remarks
    assert ["40" in one.says for one in build(post(COUNTED), claimed).blocking] == [True]


def test_a_level_said_by_a_language_on_the_page_may_stand_in_the_headline() -> None:
    english = Part("note:1", "languages", Language(BY_HAND, language="Anglais", fluency="TOEIC 845"), ORIGIN)
    kept = Choice("Logistique, TOEIC 845", "", (ChosenPart("note:1"),))

    assert not built([english], kept, Basics()).blocking
    assert built([english], replace(kept, parts=()), Basics()).blocking


@pytest.mark.parametrize(
    ("place", "item"),
    [
        ("skills", Skill(BY_HAND, name="Gestion d’une communauté de 5 000 membres, +300 %")),
        ("skills", Skill(BY_HAND, name="Vente", level="450 clients suivis")),
        ("education", Education(BY_HAND, study_type="Licence", institution="98 % de réussite")),
        ("certificates", Certificate(BY_HAND, name="Vente", issuer="formation de 300 vendeurs")),
        ("interests", Interest(BY_HAND, name="Trésorier d’un budget de 80 000 €")),
        ("languages", Language(BY_HAND, language="Italien", fluency="parlé avec 500 clients")),
    ],
)
def test_no_figure_written_by_hand_leaves_whatever_it_is_called(place: Place, item: Item) -> None:
    found = built([Part("note:1", place, item, ORIGIN)], Choice(parts=(ChosenPart("note:1"),)), Basics())

    assert found.blocking
    assert {one.key for one in found.blocking} == {"note:1"}


@pytest.mark.parametrize(
    "item",
    [
        Language(BY_HAND, language="Anglais", fluency="B2 (TOEIC 845)"),
        Education(BY_HAND, study_type="Licence 3 informatique", institution="Université Paris 8"),
        Education(BY_HAND, study_type="Baccalauréat STMG", institution="16,5/20"),
        Certificate(BY_HAND, name="CACES R489 catégories 1, 3 et 5"),
        Certificate(BY_HAND, name="SST, 14 h"),
        Skill(BY_HAND, name="Excel 2016, Sage 100"),
    ],
)
def test_levels_and_names_written_by_hand_pass(item: Item) -> None:
    found = built([Part("note:1", "others", item, ORIGIN)], Choice(parts=(ChosenPart("note:1"),)), Basics())

    assert not found.remarks


def test_an_imported_figure_outside_lines_leaves_told_as_such() -> None:
    item = Post(imported_from("cv.json"), organization="Halles Nord", position="Vendeur de 450 clients")

    found = built([Part("import:1", "work", item, ORIGIN)], Choice(parts=(ChosenPart("import:1"),)), Basics())

    assert ["cv.json" in one.says for one in found.remarks] == [True]
    assert not found.blocking


def test_a_resume_of_a_file_tells_each_of_its_figures() -> None:
    source = imported_from("cv.json")
    resume = Resume(
        work=(Post(source, position="Vendeuse", highlights=(Line("+300 % de ventes", source),)),),
        awards=(Award(source, title="Prix", summary=Line("80 % de ventes", source)),),
    )

    assert [one.place for one in file_remarks(resume)] == ["80 % de ventes", "+300 % de ventes"]
    sought = Basics(label=Line("Stage de 6 mois", source), summary=Line("Ventes\n\ndoublées", source))
    assert [one.place for one in file_remarks(Resume(sought))] == ["Ventes doublées"]


def test_a_figure_does_not_pass_to_another_noun_when_the_student_words_the_line() -> None:
    found = build(post(COUNTED), version(("entry:3", "Management de 42 personnes")))

    assert "42" in found.blocking[0].says


def test_a_line_shares_the_entries_it_takes_its_figures_from() -> None:
    others = Figure(
        kind="quantity", entry=9, on=date(2026, 3, 19), value=Decimal(7), unit="réunions", words="7 réunions"
    )

    assert proving_entries("Suivi de 42 références", (PARTS, others)) == ("entry:3",)


def test_a_first_version_puts_posts_the_latest_first_wherever_they_come_from() -> None:
    def lived(key: str, starts: str, ends: str, *, source: Source) -> Part:
        period = Period(When(starts), When(ends) if ends else None, is_current=not ends)
        return Part(key, "work", Post(source, position=key, period=period), ORIGIN)

    old = lived("experience:1", "2024-01", "2024-06", source=proved_by("experience:1"))
    file = imported_from("cv.json")
    late = lived("import:1:work:0", "2026-04", "2026-07", source=file)
    still = lived("import:1:volunteer:0", "2023-01", "", source=file)

    chosen = first_choice([old, late, still])

    assert [one.key for one in chosen.parts] == ["import:1:volunteer:0", "import:1:work:0", "experience:1"]


def test_the_large_figures_are_changes_of_the_chosen_lines() -> None:
    change = replace(option("entry:4", "Écarts de 18 % à 6 %", given=(GAPS,)), action="Les écarts tombent.")
    part = post(COUNTED, change)

    found = proofs([part], version(("entry:3", "42 références"), ("entry:4", "Écarts de 18 % à 6 %")))

    assert [(one.before, one.value) for one in found] == [("18\u00a0%", "6\u00a0%")]
    assert not proofs([part], version(("entry:3", "42 références")))


def test_two_sentences_of_an_entry_make_one_line() -> None:
    said = "J’ai suivi les écarts. Le taux passe de 18\u00a0% à 6\u00a0%."

    line = proposed(said, (GAPS,)).replace("\u00a0", " ")
    assert line == "Suivi des écarts : le taux passe de 18 % à 6 %"
