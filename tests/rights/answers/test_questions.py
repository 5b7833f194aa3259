"""Each question gives the law's own answer, with its article, and says what is missing."""

import re
from collections.abc import Mapping

import pytest
from django.test import Client

from tests.typography import faults
from tremplin.rights.answers.questions import QUESTIONS, matching

pytestmark = pytest.mark.django_db

URL = "/droits/reponses/"
HTMX = {"HX-Request": "true"}
ANSWERED = [
    ("quota", {"at_month_end": "45"}, "Au plus 7 stagiaires en même temps"),
    (
        "quota",
        {"at_month_end": "19", "interns": "4"},
        "4 stagiaires : c’est plus que le quota de 3 stagiaires",
    ),
    ("quota", {"at_month_end": "21", "interns": "4"}, "4 stagiaires : le quota de 4 stagiaires est respecté"),
    (
        "quota",
        {"at_month_end": "40", "vocational_placement": "on", "academic_order": "yes"},
        "Au plus 8 stagiaires en même temps",
    ),
    ("tuteur", {"interns": "3"}, "Oui, ce tuteur peut suivre ces stagiaires"),
    ("tuteur", {"interns": "4"}, "Non, ce tuteur suit trop de stagiaires"),
    ("referent", {"interns": "24", "higher_education": "yes"}, "Oui, cet enseignant peut suivre"),
    ("referent", {"interns": "10"}, "Oui, cet enseignant peut suivre"),
    ("referent", {"interns": "25"}, "Non, cet enseignant suit trop"),
    ("referent", {"interns": "17", "higher_education": "no"}, "Non, cet enseignant suit trop"),
    (
        "carence",
        {"previous_starts_on": "05/01/2026", "previous_ends_on": "30/04/2026"},
        "À partir du 9 juin 2026",
    ),
    (
        "carence",
        {"previous_starts_on": "02/02/2026", "previous_ends_on": "31/07/2026", "stated_months": "6"},
        "À partir du 1er octobre 2026",
    ),
    (
        "carence",
        {
            "previous_starts_on": "05/01/2026",
            "previous_ends_on": "30/04/2026",
            "next_starts_on": "01/06/2026",
        },
        "Ce stage commencerait trop tôt",
    ),
    ("usages-interdits", {"uses": "replacement"}, "Ce stage sert à ce que la loi interdit"),
    ("duree", {"hours_present": "924"}, "Non, la durée reste dans la limite de six mois"),
    ("duree", {"hours_present": "600", "other_hours": "325"}, "Oui, la durée dépasse six mois"),
    (
        "horaires",
        {"starts": "9h", "ends": "18:00", "break_starts": "12 h", "break_ends": "13h", "age": "20"},
        "Oui, ces horaires sont permis",
    ),
    (
        "horaires",
        {"starts": "9h", "ends": "17h", "break_starts": "12h", "break_ends": "12h45"},
        "Il manque une information pour répondre",
    ),
    (
        "horaires",
        {"starts": "8h", "ends": "19h30", "break_starts": "12h", "break_ends": "13h", "age": "17"},
        "Non, ces horaires dépassent",
    ),
    ("horaires", {"starts": "9h", "ends": "17h", "age": "20", "days": "6", "sunday": "on"}, "Non, ces"),
    ("conges", {"hours_present": "500", "clause_present": "no"}, "Votre convention doit prévoir"),
    ("conges", {"hours_present": "500", "clause_present": "yes"}, "Vos congés sont ceux"),
    ("conges", {"reason": "paternity"}, "Oui, comme les salariés"),
    ("interruption", {"reason": "illness"}, "L’école valide le stage"),
    ("interruption", {"reason": "other"}, "La loi ne garantit pas la validation"),
    (
        "gratification",
        {"hours_present": "441", "signed_on": "01/01/2020"},
        "Oui, au moins 1 719,90 € pour 441 h",
    ),
    ("gratification", {"hours_present": "308"}, "Non, 308 h ne suffisent pas"),
    (
        "au-dessus-du-minimum",
        {"public_body": "yes", "hourly_paid": "6", "on": "02/02/2026"},
        "Non, un organisme public",
    ),
    (
        "au-dessus-du-minimum",
        {"public_body": "yes", "hourly_paid": "4", "paid_by_same_host": "yes"},
        "Non, un organisme public ne verse pas deux payes",
    ),
    ("au-dessus-du-minimum", {"public_body": "no", "hourly_paid": "6"}, "Oui, ce montant est permis"),
    (
        "transport",
        {"monthly_price": "88,80", "public_host": "no", "weekly_hours": "14"},
        "35,52 € remboursés par mois",
    ),
    ("avantages", {"canteen": "yes", "works_council": "yes"}, "Oui, la cantine comme les salariés"),
    ("avantages", {"canteen": "no", "vouchers": "no"}, "Non, si les salariés n’ont ni cantine"),
    (
        "periode-essai",
        {
            "trial_months": "3",
            "internship_months": "6",
            "hired_within_months": "0",
            "final_year": "yes",
            "same_activities": "yes",
        },
        "Il ne reste aucune période d’essai",
    ),
    (
        "periode-essai",
        {
            "trial_months": "3",
            "internship_months": "1",
            "hired_within_months": "2",
            "final_year": "yes",
            "same_activities": "no",
        },
        "Il reste 2 mois de période d’essai",
    ),
    ("anciennete", {"hours_present": "309", "hired_at_the_end": "yes"}, "Oui, le stage compte"),
    ("anciennete", {"hours_present": "308", "hired_at_the_end": "yes"}, "Non, le stage ne compte pas"),
    (
        "retraite",
        {
            "starts_on": "02/02/2026",
            "ends_on": "30/06/2026",
            "hours_present": "700",
            "birth_date": "12/05/2004",
            "on": "01/09/2026",
        },
        "1 trimestre à racheter pour 480,60 €, jusqu’au 31 décembre 2034",
    ),
    (
        "retraite",
        {
            "starts_on": "02/02/2026",
            "ends_on": "30/06/2026",
            "hours_present": "700",
            "birth_date": "12/05/1990",
            "on": "01/09/2026",
        },
        "Trop tard",
    ),
    (
        "retraite",
        {"starts_on": "02/02/2026", "ends_on": "30/03/2026", "hours_present": "200"},
        "Non, ce stage ne donne pas de trimestre",
    ),
    ("sanctions", {"breaches": "quota", "interns": "3"}, "Jusqu’à 6 000,00 € d’amende"),
    ("sanctions", {"breaches": "gratification"}, "Pas d’amende : cela se réclame autrement"),
    ("requalification", {"grounds": "real_job"}, "Un juge peut requalifier"),
    (
        "recours",
        {"problem": "forbidden_use"},
        "D’abord l’école, puis l’inspection du travail, puis le conseil de prud’hommes",
    ),
    ("recours", {"problem": "harassment"}, "D’abord l’école, puis l’inspection du travail"),
    ("etranger", {"host_in_france": "yes", "school_in_france": "yes"}, "Les règles françaises s’appliquent"),
    (
        "etranger",
        {"host_in_france": "no", "school_in_france": "yes", "sheet_annexed": "no"},
        "Il manque la fiche",
    ),
    ("cesure", {"is_gap_year": "yes"}, "Tout s’applique, sauf"),
]


def verdict(page: str) -> str:
    found = re.search(r'class="verdict"[^>]*>.*?<strong>(.*?)</strong>', page)
    return found[1].replace("\u00a0", " ").replace("&#x27;", "'") if found else ""


@pytest.mark.parametrize(("slug", "facts", "title"), ANSWERED)
def test_each_answer_states_its_finding_with_an_article(
    client: Client, slug: str, facts: Mapping[str, str], title: str
) -> None:
    page = client.get(f"{URL}{slug}/", facts).content.decode()

    assert verdict(page).startswith(title)
    assert "art.\u00a0" in page
    assert faults(page) == []


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.slug)
def test_every_question_opens_empty_and_answers_without_a_fact(client: Client, asked: object) -> None:
    address = f"{URL}{getattr(asked, 'slug', '')}/"

    empty = client.get(address)
    silent = client.get(address, {"on": "02/02/2026"})

    assert empty.status_code == silent.status_code == 200
    assert verdict(empty.content.decode()) == ""
    assert verdict(silent.content.decode())
    assert faults(empty.content.decode()) == faults(silent.content.decode()) == []


def test_missing_facts_are_named_as_on_the_form(client: Client) -> None:
    page = client.get(f"{URL}transport/", {"monthly_price": "42"}).content.decode()

    assert verdict(page) == "Il manque une information pour répondre"
    assert "<li>Organisme public</li>" in page
    assert "<li>Heures par semaine</li>" in page


@pytest.mark.parametrize(
    ("slug", "facts", "said"),
    [
        ("conges", {"reason": "paternity", "kept_by_agreement": "no"}, "Une absence n’est pas payée"),
        ("conges", {"reason": "paternity", "kept_by_agreement": "yes"}, "La convention maintient la"),
        (
            "avantages",
            {"vouchers": "yes", "canteen": "no", "meals_in_schedule": "18"},
            "Un titre par repas compris dans l’horaire\u00a0: 18.",
        ),
    ],
)
def test_one_more_fact_adds_its_rule(client: Client, slug: str, facts: Mapping[str, str], said: str) -> None:
    page = client.get(f"{URL}{slug}/", facts).content.decode()

    assert said in page.replace("&#x27;", "’")


def test_a_teacher_of_an_unknown_school_has_both_limits(client: Client) -> None:
    page = client.get(f"{URL}referent/", {"interns": "10"}).content.decode()

    assert "peut en suivre 16, ou 24 dans l’enseignement supérieur" in page


def test_a_doubt_of_the_law_is_shown_as_a_doubt(client: Client) -> None:
    facts = {"previous_starts_on": "02/02/2026", "previous_ends_on": "31/07/2026", "stated_months": "6"}

    page = client.get(f"{URL}carence/", facts).content.decode()

    assert page.count("Un doute.") == 2
    assert "En jours, le poste est libre le 30\u00a0septembre 2026" in page


@pytest.mark.parametrize(
    ("slug", "facts", "said"),
    [
        ("tuteur", {"interns": "trois"}, "Écrivez un nombre entier"),
        ("duree", {"hours_present": "-4"}, "Écrivez un nombre positif"),
        ("horaires", {"starts": "matin"}, "Écrivez l’heure comme"),
        ("quota", {"at_month_end": "30", "on": "01/01/2010"}, "Aucune valeur connue"),
        ("duree", {"hours_present": "400", "on": "31/12/9999"}, "Cette date est trop lointaine"),
        ("retraite", {"ends_on": "31/12/9999"}, "Cette date est trop lointaine"),
        (
            "carence",
            {"previous_starts_on": "30/04/2026", "previous_ends_on": "05/01/2026"},
            "La fin vient avant le début",
        ),
    ],
)
def test_what_is_not_valid_is_said(client: Client, slug: str, facts: Mapping[str, str], said: str) -> None:
    page = client.get(f"{URL}{slug}/", facts).content.decode()

    assert said in page
    assert verdict(page) == ""


def test_an_unknown_question_is_not_found(client: Client) -> None:
    assert client.get(f"{URL}licorne/").status_code == 404


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("QUOTA", ["quota"]),
        ("prud'hommes", ["recours", "requalification"]),
        ("periode essai", ["periode-essai"]),
        ("congés", ["conges"]),
        ("licorne", []),
    ],
)
def test_search_reads_words_without_accents_or_capitals(words: str, slugs: list[str]) -> None:
    assert [asked.slug for asked in matching(words)] == slugs


def test_the_list_holds_every_question_and_says_when_none_matches(client: Client) -> None:
    everything = client.get(URL).content.decode()
    nothing = client.get(URL, {"q": "<b>licorne</b>"}).content.decode()

    assert all(f"/{asked.slug}/" in everything for asked in QUESTIONS)
    assert "Aucune question ne contient" in nothing
    assert "<b>licorne" not in nothing
    assert faults(everything) == faults(nothing) == []


@pytest.mark.parametrize(("address", "facts"), [("", {"q": "essai"}), ("tuteur/", {"interns": "2"})])
def test_the_fragment_is_the_page_s_own_node(client: Client, address: str, facts: Mapping[str, str]) -> None:
    page = client.get(URL + address, facts).content.decode()
    fragment = client.get(URL + address, facts, headers=HTMX).content.decode()

    assert fragment.strip() in page
    assert "<html" not in fragment
