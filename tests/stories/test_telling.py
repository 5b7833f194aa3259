"""What a story becomes, and what weakens it: on plain words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.evidence.figures import Figure
from tremplin.journal.domain.frameworks import builtin_skill
from tremplin.journal.models import ExperienceKind
from tremplin.stories.domain.activities import activities, activity, families
from tremplin.stories.domain.acts import acts_of, as_nouns
from tremplin.stories.domain.car import Car, as_parts, counts
from tremplin.stories.domain.origins import asked_sentences, bare_estimates
from tremplin.stories.domain.pieces import pieces
from tremplin.stories.domain.strength import strength_of
from tremplin.stories.domain.telling import (
    LONGEST_FORM,
    LONGEST_LINE,
    cv_line,
    form_answer,
    outputs_of,
    spoken,
    spoken_seconds,
)
from tremplin.stories.domain.titles import home_title, story_finding

DAY = date(2026, 3, 1)
MEMBERS = Figure("quantity", 7, DAY, value=Decimal(5000), unit="membres")
ENGAGED = Figure("percent", 8, DAY, value=Decimal(25), unit="%", subject="engagement")
PLAYER = Car(
    "Dans le cadre de l’animation d’une communauté en ligne de 5\u00a0000 membres",
    "J’étais responsable de la modération des conflits et de l’organisation d’événements hebdomadaires.",
    "Ce qui a permis de maintenir un taux d’engagement de 25\u00a0% supérieur à la moyenne.",
)
WORDS = st.text(st.sampled_from("abcdé ’.,;:0123456789%€\u00a0JjeionasdJ’ai un les des"), max_size=200)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("J’ai modéré un forum.", "modération d’un forum"),
        ("J’ai géré le budget et négocié les prix.", "gestion du budget et négociation des prix"),
        ("J’ai rédigé des comptes rendus.", "rédaction de comptes rendus"),
        ("J’ai organisé la bourse.", "organisation de la bourse"),
        (
            "J’ai réparé l’atelier, puis formé 6 bénévoles.",
            "réparation de l’atelier, puis formation de 6 bénévoles",
        ),
        ("J’ai négocié avec trois fournisseurs.", "négociation avec trois fournisseurs"),
        ("Je gérais les stocks.", "gestion des stocks"),
        ("J’anime une équipe.", "animation d’une équipe"),
        ("J’ai mis en place onze ateliers.", "mise en place de onze ateliers"),
        ("J’ai accueilli des habitants.", "accueil d’habitants"),
        ("J’étais responsable de la caisse.", "responsable de la caisse"),
        ("J’ai été chargée de la caisse.", "chargée de la caisse"),
        ("Je me suis occupée de la caisse.", "prise en charge de la caisse"),
        ("Je me suis formée à Python.", "formée à Python"),
        ("J’ai écrit, filmé et monté 24 épisodes.", "rédaction, tournage et montage de 24 épisodes"),
        ("J’encaissais et j’ai formé un extra.", "encaissement et formation d’un extra"),
        ("Je suis capitaine et j’organise les déplacements.", "capitaine et organisation des déplacements"),
        ("Je gérais le budget et je tenais l’infirmerie.", "gestion du budget et tenue de l’infirmerie"),
        ("Chaque lundi, j’ai animé un point.", "Chaque lundi, animation d’un point"),
        ("Les ventes que j’ai suivies ont doublé.", "Les ventes que j’ai suivies ont doublé"),
        ("J’ai rebooté le club.", "rebooté le club"),
        ("J’ai modéré un forum et bidouillé un robot.", "modéré un forum et bidouillé un robot"),
        ("Trois goulots identifiés.", "Trois goulots identifiés"),
        ("", ""),
    ],
)
def test_an_act_in_the_first_person_becomes_a_noun(said: str, written: str) -> None:
    assert as_nouns(said) == written


@pytest.mark.parametrize(
    ("text", "strong", "weak"),
    [
        ("J’ai organisé un tournoi.", ("organisé",), ()),
        ("J’ai participé à un tournoi.", (), ("participé",)),
        ("On a organisé un tournoi.", (), ()),
        ("J’étais là et je pouvais aider.", (), ()),
        ("Responsable de la caisse.", ("responsable",), ()),
    ],
)
def test_strong_verbs_are_told_from_weak_ones(
    text: str, strong: tuple[str, ...], weak: tuple[str, ...]
) -> None:
    acts = acts_of(text)

    assert (acts.strong, acts.weak) == (strong, weak)


def test_the_player_of_the_article_gets_his_line() -> None:
    assert cv_line(PLAYER) == (
        "Animation d’une communauté en ligne de 5\u00a0000 membres\u00a0: responsable de la modération des "
        "conflits et de l’organisation d’événements hebdomadaires\u00a0; maintien d’un taux d’engagement de "
        "25\u00a0% supérieur à la moyenne."
    )


def test_his_line_is_printable_only_with_both_figures() -> None:
    both = outputs_of(PLAYER, title="Modérateur", given=(MEMBERS, ENGAGED))
    one = outputs_of(PLAYER, title="Modérateur", given=(MEMBERS,))

    assert both.line.is_printable
    assert not one.line.is_printable
    assert [number.words.strip() for number in one.line.unproved] == ["25\u00a0%"]


def test_a_line_of_the_student_s_own_answers_to_the_same_notes() -> None:
    told = outputs_of(PLAYER, title="x", given=(MEMBERS, ENGAGED), line="Modération de 9\u00a0000 membres.")

    assert told.line.text == "Modération de 9\u00a0000 membres."
    assert not told.line.is_printable


def test_a_story_with_a_part_missing_is_not_printable() -> None:
    told = outputs_of(Car(action="J’ai réparé des vélos."), title="Atelier")

    assert told.line.text == "Réparation de vélos."
    assert not told.line.is_printable


def test_a_context_that_is_a_sentence_stays_out_of_the_line() -> None:
    car = Car("Je n’avais pas de manager.", "J’ai cartographié 14 flux.", "Trois goulots trouvés.")

    assert cv_line(car) == "Cartographie de 14 flux\u00a0: trois goulots trouvés."


@pytest.mark.parametrize(
    "context", ["Ma tante vivait seule.", "Le bureau avait des dettes.", "Il fallait agir."]
)
def test_a_context_that_tells_is_left_to_the_spoken_version(context: str) -> None:
    car = Car(context, "J’ai géré le budget.", "Aucun retard.")

    assert cv_line(car) == "Gestion du budget\u00a0: aucun retard."
    assert context in spoken(car, title="x")


def test_straight_apostrophes_are_printed_curly() -> None:
    assert outputs_of(Car(action="J'ai tenu l'accueil."), title="x").line.text == "Tenue de l’accueil."


def test_what_is_said_aloud_is_in_the_first_person_and_measured() -> None:
    said = spoken(Car("Un club de sport.", "J’ai formé 6 arbitres.", "Aucun forfait."), title="Le club")

    assert said.startswith(
        "Un exemple\u00a0: le club. Le contexte\u00a0: un club de sport. J’ai formé 6 arbitres."
    )
    assert said.endswith(" Résultat\u00a0: aucun forfait.")
    assert spoken_seconds("mot " * 150) == 60
    assert spoken_seconds("") == 0


def test_the_longest_story_allowed_is_said_in_three_quarters_of_a_minute() -> None:
    car = Car("mot " * 25, "mot " * 40, "mot " * 25)

    assert all(not one.excess for one in counts(car).values())
    assert spoken_seconds(spoken(car, title="Le club de sport", skills=["Rigueur", "Négociation"])) <= 45


def test_a_form_answer_leaves_the_context_when_it_is_too_long() -> None:
    car = Car("contexte " * 40, "J’ai agi. " * 20, "Fini.")

    answer = form_answer(car)

    assert len(answer) <= LONGEST_FORM
    assert "contexte" not in answer


def test_a_form_answer_over_the_limit_is_not_ready() -> None:
    car = Car("Un club.", "J’ai réparé des vélos. " * 30, "Fini.")

    assert not outputs_of(car, title="x").form.is_printable
    assert outputs_of(car, title="x").spoken.is_printable


@pytest.mark.parametrize(
    ("text", "used"), [("", 0), ("J’ai 5\u00a0000 membres !", 3), ("savoir-faire — oui", 2), ("1 200 €", 1)]
)
def test_words_are_counted_as_a_word_processor_does(text: str, used: int) -> None:
    assert counts(Car(context=text))["context"].used == used


@pytest.mark.parametrize(("words", "excess"), [(24, 0), (25, 0), (26, 1)])
def test_a_context_holds_twenty_five_words(words: int, excess: int) -> None:
    assert counts(Car(context="mot " * words))["context"].excess == excess


def test_every_weakness_is_said_at_once() -> None:
    judged = strength_of(Car("mot " * 30, "On a participé à la fête.", ""), notes=0)

    assert {one.check for one in judged.reasons} == {
        "parts",
        "figure",
        "verb",
        "first_person",
        "proof",
        "length",
    }
    assert (judged.points, judged.level) == (0, "fragile")


def test_a_story_that_lacks_only_its_proof_says_so() -> None:
    car = Car("Un club.", "J’ai formé 6 arbitres.", "Aucun forfait.")

    assert strength_of(car, notes=0).level == "à prouver"
    assert strength_of(car, notes=0).state == "warn"
    assert strength_of(car, notes=1).level == "fort"


def test_a_story_without_proof_fills_no_more_than_half_the_meter() -> None:
    car = Car("Un club.", "J’ai formé 6 arbitres.", "Aucun forfait.")

    assert strength_of(car, notes=0).points == 3
    assert strength_of(car, notes=1).points == 6


@pytest.mark.parametrize(
    "action", ["On encaissait les clients et je formais les nouveaux.", "Nous avons organisé un tournoi."]
)
def test_a_line_that_still_has_a_subject_is_not_printed_and_says_why(action: str) -> None:
    car = Car("Fast-food.", action, "Aucune file.")

    line = outputs_of(car, title="Fast-food").line
    judged = strength_of(car, notes=1, line=line.text)

    assert not line.is_printable
    assert "commencez chaque phrase" in " ".join(one.says for one in judged.reasons)
    assert outputs_of(
        Car("Fast-food.", "J’ai encaissé les clients.", "Aucune file."), title=""
    ).line.is_printable


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Un club de 40 licenciés.", ("40 licenciés",)),
        ("Un club d’environ 40 licenciés.", ()),
        ("Un club de 5\u00a0000 membres.", ()),
        ("Un club de 12 licenciés.", ()),
    ],
)
def test_an_estimate_is_not_said_as_exact(text: str, bare: tuple[str, ...]) -> None:
    guessed = Figure("quantity", 7, DAY, value=Decimal(40), unit="licenciés", method="estimated")

    assert bare_estimates(text, (guessed, MEMBERS)) == bare


def test_an_estimate_said_as_exact_weakens_a_story() -> None:
    car = Car("Un club de 40 licenciés.", "J’ai formé des arbitres.", "Aucun forfait.")

    judged = strength_of(car, notes=1, estimates=["40 licenciés"])

    assert judged.level == "solide"
    assert "environ" in judged.reasons[0].says


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        (
            "Chaque lundi, tout est ressaisi. J’ai automatisé l’extraction. Le point prend 50 min.",
            ("Chaque lundi, tout est ressaisi.", "J’ai automatisé l’extraction.", "Le point prend 50 min."),
        ),
        (
            "J’ai compté 42 références. Puis j’ai classé.",
            ("", "J’ai compté 42 références. Puis j’ai classé.", ""),
        ),
        ("On a rangé le stock.", ("On a rangé le stock.", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_note_is_shared_between_the_three_parts(told: str, parts: tuple[str, str, str]) -> None:
    assert as_parts(told) == Car(*parts)


def test_each_sentence_with_a_figure_without_note_is_asked_about_once() -> None:
    car = Car("Un club de 40 licenciés. Une salle.", "J’ai formé 6 arbitres.", "Aucun forfait.")
    members = Figure("quantity", 7, DAY, value=Decimal(40), unit="licenciés")

    asked = asked_sentences(car, ())

    assert [one.sentence for one in asked] == ["Un club de 40 licenciés.", "J’ai formé 6 arbitres."]
    assert [one.words for one in asked_sentences(car, (members,))] == ["6 arbitres"]


def test_each_number_leads_to_the_note_that_gives_it() -> None:
    cut = pieces("5\u00a0000 membres, 25\u00a0% de plus, 3 ans.", {7: (MEMBERS,), 8: (ENGAGED,)})

    assert [(one.says[:2], one.entry) for one in cut if one.entry] == [("5\u00a0", 7), ("25", 8)]
    assert [one.says.strip() for one in cut if one.is_missing] == ["3\u00a0ans"]


def test_a_count_proves_only_what_it_counts() -> None:
    car = Car("Un tournoi.", "J’ai formé 24 bénévoles.", "Fini.")
    teams = Figure("quantity", 7, DAY, value=Decimal(24), unit="équipes")

    told = outputs_of(car, title="x", given=(teams,))

    assert not told.line.is_printable
    assert [one.words for one in asked_sentences(car, (teams,))] == ["24 bénévoles"]
    missing = [one.says for one in pieces(told.line.text, {7: (teams,)}) if one.is_missing]
    assert missing == ["24 bénévoles"]


@given(WORDS)
def test_pieces_joined_are_the_whole_text(text: str) -> None:
    given_by = {7: (MEMBERS,), 8: (ENGAGED,)}

    cut = "".join(one.says for one in pieces(text, given_by))

    assert "".join(cut.split()) == "".join(text.split())


@given(WORDS, WORDS, WORDS)
def test_no_form_is_printable_with_a_number_nothing_gives(context: str, action: str, result: str) -> None:
    told = outputs_of(Car(context, action, result), title="x", given=(MEMBERS,))

    for output in (told.line, told.spoken, told.form):
        assert not (output.is_printable and output.unproved)
    assert len(cv_line(Car(context, action, result))) <= LONGEST_LINE or context.strip() not in told.line.text


def test_forty_activities_ask_three_questions_and_show_known_skills() -> None:
    assert len(activities()) == 40
    assert sum(len(one.activities) for one in families()) == 40
    assert len({one.key for one in activities()}) == 40
    for one in activities():
        assert one.kind in ExperienceKind.values
        assert len(one.figures) >= 3
        assert all(builtin_skill(name) for name in one.skills)
        assert all(question.endswith((".", "\u00a0?")) for question in (one.context, one.action, one.result))
        assert not any(letter.isdigit() for letter in one.said + one.professional)


@pytest.mark.parametrize("key", ["tresorerie", "guilde", "moderation", "tournoi", "blog", "chaine"])
def test_the_activities_of_the_article_are_there(key: str) -> None:
    assert activity(key) is not None


@pytest.mark.parametrize(
    ("told", "proved", "title"),
    [
        (0, 0, "Votre premier récit tient en trois questions"),
        (1, 0, "Un\u00a0récit, pas encore prêt pour le CV"),
        (2, 2, "Deux\u00a0récits, tous prêts pour le CV"),
        (6, 4, "Six\u00a0récits, quatre prêts pour le CV"),
        (12, 1, "Douze\u00a0récits, un prêt pour le CV"),
    ],
)
def test_the_room_s_title_says_what_it_finds(told: int, proved: int, title: str) -> None:
    assert home_title(told=told, proved=proved) == title


def test_a_story_says_first_what_it_lacks() -> None:
    assert story_finding(missing=1, notes=0, parts=1) == "Il manque une partie sur trois."
    assert story_finding(missing=2, notes=1, parts=0).startswith("Deux chiffres attendent")
    assert story_finding(missing=0, notes=0, parts=0).startswith("Aucune note datée")
    assert story_finding(missing=0, notes=1, parts=0).startswith("Prêt pour le CV")
