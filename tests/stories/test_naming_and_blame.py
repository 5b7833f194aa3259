"""The linter of the resilience story: names in any spelling, blame, insults, figures without proof."""

import tomllib
import unicodedata
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.evidence.figures import Figure
from tremplin.stories.domain.naming import employer_named, people_named
from tremplin.stories.domain.neutral import DATA, Hidden, findings, mended, mended_whole

NAME = "Conserverie du Levant SAS"
HIDDEN = Hidden(
    employers=(NAME,),
    tutor="Bernard Le Goff",
    people=("Anaïs Querrec",),
    described="une PME de l’agroalimentaire",
)
NAMES = st.sampled_from((NAME, "Transports Querrien", "L’Oréal", "Établissements Keraël & Fils", "Nordelle"))
SENTENCES = st.sampled_from(
    (
        "J’ai travaillé chez {} pendant l’été.",
        "{} m’a accueilli.",
        "Mon stage ({}) a commencé lundi.",
        "L’équipe de {} était réduite, j’ai donc appris.",
    )
)


def spelled(name: str, *, case: int, accents: bool, between: str, invisible: bool) -> str:
    """Write a name another way."""
    if not accents:
        name = "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one))
    name = (name, name.upper(), name.lower(), name.swapcase())[case]
    name = between.join(name.split())
    return "\u200b".join(name) if invisible else name


@given(
    NAMES,
    SENTENCES,
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from((" ", "-", "_", "", "\u00a0", "  ", ". ")),
    st.booleans(),
    st.sampled_from(("NFC", "NFD")),
)
def test_an_employer_is_found_however_it_is_spelled(
    name: str,
    sentence: str,
    case: int,
    accents: bool,
    between: str,
    invisible: bool,
    form: Literal["NFC", "NFD"],
) -> None:
    said = spelled(name, case=case, accents=accents, between=between, invisible=invisible)
    text = unicodedata.normalize(form, sentence.format(said))

    found = employer_named(text, [name])

    assert found, text
    assert not employer_named(mended_whole(text, hidden=Hidden(employers=(name,))), [name])


@pytest.mark.parametrize(
    "text",
    ["Stage à la CDL", "la C.D.L. recrute", "chez CL", "conserverie du levant", "Le Levant m’a formée"],
)
def test_an_acronym_and_a_name_without_its_legal_form_are_found(text: str) -> None:
    assert employer_named(text, [NAME])


@pytest.mark.parametrize(
    "text",
    [
        "J’ai découvert une conserverie.",
        "La PME de l’agroalimentaire m’a confié ses stocks.",
        "Le soleil se lève à l’est.",
        "J’ai appris la logistique.",
    ],
)
def test_ordinary_words_name_nobody(text: str) -> None:
    assert employer_named(text, [NAME]) == ()
    assert people_named(text, ["Bernard Le Goff", "Anaïs Petit"]) == ()


def test_an_everyday_acronym_is_nobody_s() -> None:
    assert (
        employer_named("J’ai refait mon CV et parlé à la RH.", ["Carrefour Voyages", "Roche Habitat"]) == ()
    )


def test_one_word_of_a_long_name_counts_when_it_is_written_as_a_name() -> None:
    assert employer_named("Un matin, Kerval a appelé.", ["Nordelle Kerval"])
    assert employer_named("un kerval", ["Nordelle Kerval"]) == ()


def test_names_that_overlap_make_one_place() -> None:
    (place,) = employer_named("chez Nordelle Kerval Ouest", ["Nordelle Kerval", "Kerval Ouest"])

    assert "chez Nordelle Kerval Ouest"[place.start : place.end] == "Nordelle Kerval Ouest"


def test_a_name_without_letters_names_nobody() -> None:
    assert people_named("personne", ["", "—"]) == ()
    assert employer_named("personne", ["", "&"]) == ()


def test_a_name_of_two_letters_is_too_short_to_be_looked_for() -> None:
    assert people_named("Li lit un livre.", ["Li"]) == ()


def test_a_name_wins_over_the_blame_it_stands_in() -> None:
    said = "Mon manager Bernard était absent, ils s’en fichaient, Bernard s’en fichait."

    assert {one.kind for one in findings(said, hidden=HIDDEN)} == {"person", "blame"}


def test_a_figure_after_a_determiner_leaves_its_noun_alone() -> None:
    said = "J’ai cartographié les 14 flux et 1 200 lignes."

    assert mended(said, findings(said, hidden=HIDDEN)) == "J’ai cartographié les flux et plusieurs lignes."


@pytest.mark.parametrize("text", ["M. Le Goff", "BERNARD LE GOFF", "Le Goff Bernard", "goff", "Bernard"])
def test_a_person_is_found_by_any_part_of_their_name(text: str) -> None:
    assert [one.kind for one in findings(f"J’ai vu {text} hier", hidden=HIDDEN)] == ["person"]


def test_a_surname_that_is_a_common_word_counts_only_with_its_capital() -> None:
    assert people_named("un petit tournoi", ["Anaïs Petit"]) == ()
    assert people_named("Madame Petit", ["Anaïs Petit"])


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Mon manager était absent.", "blame"),
        ("Ma tutrice n’était jamais là.", "blame"),
        ("J’étais livrée à moi-même.", "blame"),
        ("On ne m’a rien donné à faire.", "blame"),
        ("Personne ne s’occupait de moi.", "blame"),
        ("L’ambiance était toxique.", "blame"),
        ("C’était nul.", "blame"),
        ("C’est à cause du chef.", "blame"),
        ("J’ai perdu mon temps.", "blame"),
        ("C’était une perte de temps.", "blame"),
        ("Mon tuteur m’a laissé tomber.", "blame"),
        ("Ils m’ont laissée tomber.", "blame"),
        ("Nora m’a laissée de côté.", "blame"),
        ("Mes collègues m’ont menti.", "blame"),
        ("J’étais mal encadrée.", "blame"),
        ("Ils s’en fichaient.", "blame"),
        ("Ils m’ont exploitée.", "blame"),
        ("Mon chef était un con.", "insult"),
        ("Quelle bande d’abrutis.", "insult"),
        ("J’ai suivi 14 flux.", "figure"),
        ("J’ai gagné la moitié du temps.", "figure"),
    ],
)
def test_what_should_not_be_said_gets_neutral_words(said: str, kind: str) -> None:
    found = findings(said, hidden=HIDDEN)
    text = mended(said, found)

    assert kind in {one.kind for one in found}
    assert all(one.says and one.instead for one in found)
    assert findings(text, hidden=HIDDEN) == (), text


@pytest.mark.parametrize(
    "said",
    [
        "J’ai travaillé sans encadrement direct.",
        "Cette expérience m’a appris à opérer en totale autonomie dans un environnement non structuré.",
        "J’ai pris l’initiative de cartographier les processus logistiques.",
        "Le contexte de l’équipe était tendu, j’ai noté les attentes de chacun.",
        "J’ai convenu d’un conseil en confiance.",
        "Je n’ai trouvé nulle part le mode d’emploi.",
        "On m’a laissé le choix du sujet.",
        "J’ai repéré une perte de temps à l’inventaire.",
    ],
)
def test_a_neutral_story_is_left_alone(said: str) -> None:
    assert findings(said, hidden=HIDDEN) == ()


@pytest.mark.parametrize("rule", tomllib.loads(DATA.read_text(encoding="utf-8"))["rules"])
def test_the_neutral_words_need_no_mending_themselves(rule: dict[str, str]) -> None:
    assert findings(f"Mon tuteur {rule['instead']}.", hidden=HIDDEN) == ()


@pytest.mark.parametrize(
    ("said", "neutral"),
    [
        ("Mon tuteur m’a laissé tomber.", "J’ai travaillé en grande autonomie."),
        ("Ils m’ont laissée tomber.", "J’ai travaillé en grande autonomie."),
        ("Nora m’a oubliée.", "Nora m’a laissé une grande autonomie."),
        (
            "On m’a laissée sans consigne, mais j’ai écrit.",
            "J’ai travaillé en grande autonomie, mais j’ai écrit.",
        ),
        ("C’était une perte de temps.", "Le fonctionnement restait à structurer."),
        ("Une équipe toxique.", "Une équipe sous tension."),
        ("Personne ne m’a rien expliqué.", "J’ai appris par moi-même."),
        ("J’étais mal payée.", "Les moyens étaient limités."),
        (
            "Mon tuteur était incompétent et m’a laissée complètement livrée à moi-même.",
            "J’ai appris à travailler avec une personne au style direct et j’ai eu une grande autonomie.",
        ),
        ("La boîte était mal organisée, c’était le bordel.", "Le fonctionnement restait à structurer."),
    ],
)
def test_what_is_mended_reads_as_a_sentence(said: str, neutral: str) -> None:
    assert mended_whole(said, hidden=Hidden()) == neutral


def test_the_words_for_the_employer_agree_with_what_leads_them() -> None:
    said = {
        "Stage chez Nordelle.": "Stage dans une PME.",
        "L’équipe de Nordelle.": "L’équipe d’une PME.",
        "Nordelle recrute.": "Une PME recrute.",
        "À Nordelle, j’ai appris.": "Dans une PME, j’ai appris.",
    }
    hidden = Hidden(employers=("Nordelle",), described="une PME")

    assert {text: mended_whole(text, hidden=hidden) for text in said} == said


def test_a_figure_that_a_dated_entry_gives_may_stay() -> None:
    proof = Figure(kind="quantity", entry=7, on=date(2026, 1, 12), value=Decimal(14), unit="flux")

    assert findings("J’ai suivi 14 flux.", hidden=HIDDEN, given=(proof,)) == ()
    assert findings("J’ai suivi 15 flux.", hidden=HIDDEN, given=(proof,))
    assert findings("J’ai managé 14 personnes.", hidden=HIDDEN, given=(proof,))


PIECES = st.lists(
    st.sampled_from(
        (
            "Mon manager était absent", "chez Conserverie du Levant", "LEVANT", "c’était nul", "M. Le Goff",
            "ce gros con", "on ne m’a rien donné à faire", "j’ai appris", "l’ambiance était toxique", "CDL",
            "et", "puis", "Anaïs", "à cause du chef", "d’une", "14 flux",
        )
    ),
    max_size=8,
)  # fmt: skip


@given(PIECES)
def test_mending_the_whole_leaves_no_name_and_no_blame(pieces: list[str]) -> None:
    text = mended_whole(" ".join(pieces), hidden=HIDDEN)

    assert {one.kind for one in findings(text, hidden=HIDDEN)} <= {"figure"}


@given(st.text(max_size=200))
def test_any_text_is_read_and_places_never_overlap(text: str) -> None:
    found = findings(text, hidden=HIDDEN)

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end] == one.words for one in found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("3M France", "Stage chez 3M."),
        ("H&M", "J’ai vendu chez H&M."),
        ("LVMH Moët Hennessy Louis Vuitton", "Stage chez lvmh."),
        ("LVMH Moët Hennessy Louis Vuitton", "Stage chez L.V.M.H. à Paris."),
        ("BNP Paribas", "Stage à la bnp."),
        ("Nordelle", "Les Nordelles recrutent."),
        ("Nordelle", "Stage chez Nοrdelle."),
        ("La Poste", "Stage à La Poste."),
        ("Total", "J’ai travaillé chez Total."),
        ("Orange", "ORANGE recrute."),
    ],
)
def test_a_short_a_plural_or_a_disguised_name_is_found(name: str, text: str) -> None:
    assert employer_named(text, [name])
    assert not employer_named(mended_whole(text, hidden=Hidden(employers=(name,))), [name])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("La Poste", "Le poste est resté vide, la poste fermait."),
        ("Total", "Au total, 14 flux."),
        ("Orange", "J’ai pelé une orange."),
        ("Carrefour", "Au carrefour des métiers."),
        ("Action", "J’ai écrit un plan d’action."),
        ("Conseil régional", "Un projet régional."),
    ],
)
def test_a_name_that_is_a_plain_word_needs_its_capital(name: str, text: str) -> None:
    assert employer_named(text, [name]) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anne Legrand", "J’ai vu le grand plan."),
        ("Pierre Martin", "Un martin-pêcheur."),
        ("Claire Blanc", "Une note claire, blanc sur noir."),
    ],
)
def test_a_person_s_name_that_is_a_plain_word_needs_its_capital(name: str, text: str) -> None:
    assert people_named(text, [name]) == ()
    assert people_named(f"{name} m’a aidé.", [name])


def test_a_tutor_named_after_their_title_is_said_once() -> None:
    hidden = Hidden(tutor="Luc Bernard")

    assert (
        mended_whole("Mon chef Luc Bernard écrivait.", hidden=hidden)
        == "La personne qui m’encadrait écrivait."
    )


def test_a_grave_word_sends_to_help_instead_of_softening_it() -> None:
    (found,) = findings("Mon chef était raciste.", hidden=Hidden())

    assert "qui peut vous aider" in found.says
    assert mended("Mon chef était raciste.", [found]) == "Mon chef était connu pour des propos déplacés."
