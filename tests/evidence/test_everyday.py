"""What the guard must refuse when nothing proves it, and what everyday French may say freely."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.figures import newsletters, reporting, saving
from tests.evidence.oracle import numbers_said
from tremplin.evidence.guard import unsupported_numbers

HIDDEN = [
    "dou\u00adze newsletters", "⑫ prix", "d\u200bouze clients", "ｄｏｕｚｅ clients", "𝗱𝗼𝘂𝘇𝗲 clients",
    "quatre\u2011vingts clients", "１２ clients", "𝟏𝟐 clients", "١٢ clients", "१२ clients",
    "dou\u0336ze clients", "1\u20602 clients", "\u202e12 clients", "12\u2007000 clients", "⓬ clients",
    "⒓ clients", "quatre\nvingts clients",
]  # fmt: skip
SLASHED = [
    "9/10", "une note de 9/10", "8/10 clients satisfaits", "30/12 clients", "note 18/20",
    "14/20 au bilan", "3/4 des clients", "10/10", "17 sur 20",
]  # fmt: skip
GROUPED = ["1.000.000 €", "20.000.000 clients", "1.000.000", "2.1.3 clients", "12.12.24 clients"]
COUNTED = [
    "lundi 15 clients", "mardi 12 h gagnées", "n°300 clients", "D 300 clients", "R 12 clients",
    "L. 300 ventes", "ligne 300 ventes", "but 300 clients", "phase 300 clients", "code 300 articles",
    "licence 300 logiciels", "cap 500 abonnés", "Excel 300 lignes", "Web 30 pages", "Abonnés : 1950.",
    "Visites : 2024.", "1999 → 2050", "avant 2000 visites", "en 1900 lignes", "depuis 2000 ventes",
    "2024 clients", "page 30 clients", "semaine 12 clients", "le 12 clients", "le 8 % restant",
    "3e 12 clients", "J’ai vendu 1950.", "de 1999 à 2050 visites", "bac 300 élèves",
    "version 12 clients", "Paris 300 clients", "75011 clients",
]  # fmt: skip
GLUED = [
    "300K abonnés", "500M€ de CA", "40K€", "12H gagnées", "trafic x3", "X10", "x3", "x 3", "×3",
    "3x moins cher", "coûts-30%", "CA-30%", "CA+30 %", "gagné12 clients", "12clients", "40k€", "3Md€",
    "12Mds€", "5D clients", "12e6 €", "300Keuros", "12000CLIENTS", "GAGNÉ12 CLIENTS", "+12%", "100%",
]  # fmt: skip
IN_WORDS = [
    "réduit d’un tiers", "réduit d’un tiers.", "baisse d’un quart", "un dixième du budget",
    "d’un dixième.", "le double", "le double de clients", "le triple", "au double",
    "des centaines de clients", "des milliers", "plusieurs milliers", "une paire",
    "quelques dizaines d’appels", "une bonne douzaine de clients", "¹²", "Ⅻ", "XII newsletters",
    "VII clients signés", "½", "⅓ du budget", "2½ heures", "doublé", "doublait", "les ventes doublent",
    "les ventes ont triplé", "décuplé", "un huitième du budget", "trois dixièmes", "un centième du coût",
    "deux tiers", "les trois quarts", "douze", "DOUZE CLIENTS", "Douze clients", "un million",
    "vingt-et-un clients", "deux-cents clients", "zéro défaut", "la moitié", "deux fois plus",
    "12 dizaines", "douze douzaines", "cent", "mille", "une centaine", "par milliers",
]  # fmt: skip
REFUSED = [*HIDDEN, *SLASHED, *GROUPED, *COUNTED, *GLUED, *IN_WORDS]
ALLOWED = [
    "le 12 mars", "le 12 mars 2026", "Mars 2026", "du 3 au 7 mars", "lundi 3", "lundi 15 mars",
    "1er avril", "le 1er", "12/03/2026", "2026-03-12", "du 12/10 au 14/10", "le 9/10", "le 30/12",
    "Le 12 mars, réunion.", "le 3 mars à 14 h 30", "lundi à 9 h 30", "lundi 14 h", "réunion à 14 h",
    "rendez-vous à 9 h 15", "en 2024", "depuis 2019", "2025-2026", "rentrée 2025", "promotion 2026",
    "34e enquête annuelle 2024", "fin 2025", "l’été 2025", "Python 3.11", "Excel 2019", "Windows 11",
    "Office 365", "ISO 9001", "NF EN 301", "version 2.1", "v2.1.3", "75011 Paris", "69003 Lyon",
    "article 12", "article L. 124-6", "art. R. 124-1", "L. 124-6 du code", "page 3", "pages 3 à 5",
    "p. 12", "diapo 2", "annexe 4", "figure 3 du rapport", "n° 4", "étape 2 terminée", "semaine 9", "S3",
    "Q4", "A4", "B2B", "3D", "5G", "COVID-19", "CO2", "MP3", "T1 2026", "06 12 34 56 78",
    "+33 6 12 34 56 78", "moi@exemple12.fr", "https://exemple.fr/12/a34", "24h/24", "7j/7",
    "34e enquête", "le 2e étage", "XXIe siècle", "Bac +3", "bac+5", "Master 2 informatique", "Licence 3",
    "M2 RH", "Louis XIV", "mon CV", "des CV reçus", "CDI", "un outil", "une équipe", "le lundi",
    "un regard neuf", "pour cent", "double saisie", "une double saisie évitée", "un doublon",
    "un tiers de confiance", "la quinzaine", "quelqu’un", "plusieurs clients", "m²", "le prix au m²",
    "24/7", "VivaTech 2025", "H24", "Sans aucun chiffre.", "le premier client", "la première fois",
    "à la une", "les 3x8", "Ms Office 2021", "ouvert de 9 h à 17 h", "tous les jours de 9 h à 18 h",
    "Je commence à 8 h 30.", "article 1er", "salle 12", "Master 2 ressources humaines",
    "Bât. B, bureau 12", "12 rue des Lilas", "12, rue des Lilas",
]  # fmt: skip


def refused(text: str, *evidence: object) -> list[str]:
    return [one.words for one in unsupported_numbers(text, evidence)]  # type: ignore[arg-type]


@pytest.mark.parametrize("text", REFUSED)
def test_a_number_that_nothing_proves_is_refused(text: str) -> None:
    assert refused(text) != []
    assert refused(f"J’ai tenu le stand : {text}") != []


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_no_figure_may_be_said(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12,000 clients", "1,200,000 €", "12 dizaines", "12 douzaines", "12‰", "12⁶", "12 Mds€",
        "12 Md€", "12e6", "12 milliers", "12 M€", "12 mille", "12k", "douze cents", "XII mille",
    ],
)  # fmt: skip
def test_another_magnitude_of_a_proved_number_is_refused(text: str) -> None:
    twelve = newsletters(unit="clients")

    assert refused(text, twelve) != []
    assert refused(text, newsletters(unit="€")) != []


@pytest.mark.parametrize(
    "text",
    [
        "de 2 h à 10 h", "passé de 2 h à 10 h par semaine", "10 h par jour", "2 h par mois", "2 h/j",
        "j’ai gagné 10 h", "10 h gagnées", "2 h → 10 h", "10 h au lieu de 2 h", "2 heures quotidiennes",
    ],
)  # fmt: skip
def test_another_period_or_the_reverse_of_a_passage_is_refused(text: str) -> None:
    assert refused(text, reporting()) != []


@pytest.mark.parametrize(
    "text",
    ["de 10 h à 2 h", "de 10 h à 2 h par semaine", "2 h au lieu de 10 h", "10 h → 2 h", "2 h", "120 min"],
)
def test_a_passage_proves_itself_and_its_ends(text: str) -> None:
    assert refused(text, reporting()) == []


@pytest.mark.parametrize(
    "text", ["hausse de 15 %", "15 % en plus", "15 % de plus", "+15 %", "augmente de 15 %"]
)
def test_a_fall_is_no_rise(text: str) -> None:
    assert refused(text, saving()) != []
    assert refused(text, saving(value=Decimal(15))) == []


@pytest.mark.parametrize(
    "text", ["baisse de 15 %", "15 % en moins", "−15 %", "15 % d’économie", "gain de temps de 15 %", "15 %"]
)
def test_a_fall_may_be_said_in_other_words(text: str) -> None:
    assert refused(text, saving()) == []


def test_a_score_is_proved_by_the_same_score_only() -> None:
    assert refused("note de 9/10", newsletters(value=Decimal(9), unit="sur 10")) == []
    assert refused("une note de 9 sur 10", newsletters(value=Decimal(9), unit="/10")) == []
    assert refused("note de 9/20", newsletters(value=Decimal(9), unit="sur 10")) != []


@pytest.mark.parametrize("text", [one for one in REFUSED if one not in {"zéro défaut"}])
def test_the_independent_reader_sees_them_too(text: str) -> None:
    assert numbers_said(text) != ()


DISGUISES = ["\u00ad", "\u200b", "\u2060", "\u0336", "\ufe0f"]


@given(
    st.sampled_from(["douze", "trente", "vingt-deux", "moitié", "12", "300"]),
    st.data(),
    st.sampled_from(DISGUISES),
)
def test_nothing_invisible_hides_a_number(word: str, data: st.DataObject, disguise: str) -> None:
    at = data.draw(st.integers(0, len(word)))

    assert refused(f"J’ai suivi {word[:at]}{disguise}{word[at:]} clients.") != []


@given(
    st.integers(2, 9_999_999), st.sampled_from(["{} clients", "{} €", "x{}", "{} K€", "{}%", "de {} clients"])
)
def test_any_number_in_digits_is_seen_by_both_readers(value: int, said: str) -> None:
    text = f"J’ai suivi {said.format(value)} hier."

    assert numbers_said(text) != ()
    assert refused(text) != []
