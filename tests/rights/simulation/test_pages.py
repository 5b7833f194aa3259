"""The simulator's page: finding first, live and without script, kept, shared, on paper."""

import io
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.filled import filled
from tests.typography import faults
from tremplin.accounts.models import Student
from tremplin.rights.models import Simulation

pytestmark = pytest.mark.django_db

URL = "/droits/gratification/"
SPRING = {"starts_on": "02/02/2026", "ends_on": "03/07/2026", "weekly": "35"}
STRADDLING = {
    "starts_on": "01/12/2025", "ends_on": "15/02/2026", "weekly": "35", "signed_on": "10/11/2025",
}  # fmt: skip
LATE = {**SPRING, "received_2026_02": "609"}
HTMX = {"HX-Request": "true"}


def text(response: Any) -> str:
    said: str = response.content.decode()
    return said


def heading(page: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page)
    return found[1] if found else ""


def node(page: str, identifier: str) -> str:
    """Return an element of the page, from its opening tag to its own closing tag."""
    opening = re.search(rf'<(\w+)[^>]*\bid="{identifier}"', page)
    assert opening
    depth = 0
    for tag in re.finditer(rf"<(/?){opening[1]}\b", page[opening.start() :]):
        depth += -1 if tag[1] else 1
        if not depth:
            return re.sub(r'value="\w{64}"', "", page[opening.start() :][: tag.end()])
    raise AssertionError(f"{identifier} never ends")


def pdf_text(response: Any) -> str:
    document = pypdfium2.PdfDocument(response.content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_first_visit_asks_for_two_dates_and_refuses_nothing(client: Client) -> None:
    page = text(client.get(URL))

    assert heading(page) == "Deux dates suffisent pour connaître votre minimum"
    assert 'value="35"' in page
    assert 'role="alert"' not in page


def test_a_date_still_to_come_is_asked_for_without_alarm(client: Client) -> None:
    page = text(client.get(URL, {**SPRING, "ends_on": ""}))

    assert "Indiquez le dernier jour du stage." in page
    assert 'role="alert"' not in page


def test_the_title_states_the_finding(client: Client) -> None:
    page = text(client.get(URL, SPRING))

    assert heading(page) == "Au moins 3\u00a0307,50\u00a0€ sur cinq mois"
    assert "5\u00a0jours fériés retirés" in page
    assert "308\u00a0h\u00a0: dépassées le 3\u00a0avril 2026." in page


def test_every_amount_says_where_it_comes_from(client: Client) -> None:
    page = text(client.get(URL, SPRING))

    assert page.count("D’où vient ce chiffre") == 2
    assert "140\u00a0h × 4,50\u00a0€ = 630,00\u00a0€." in page
    assert "art.\u00a0L.\u00a0124-6" in page


def test_a_straddling_year_shows_both_readings_and_why(client: Client) -> None:
    page = text(client.get(URL, STRADDLING))

    assert "1\u00a0613,85\u00a0€" in page
    assert "1\u00a0646,40\u00a0€" in page
    assert "32,55\u00a0€" in page
    assert "retenue ici" in page
    assert "Aucun juge n’a tranché" in page


def test_a_year_not_published_yet_asks_for_its_ceiling_and_says_estimate(client: Client) -> None:
    dates = {"starts_on": "02/11/2026", "ends_on": "12/02/2027", "weekly": "35", "basis": "presence"}

    guessed = text(client.get(URL, dates))
    entered = text(client.get(URL, {**dates, "ceiling_2027": "31"}))

    assert "Plafond horaire 2027" in guessed
    assert heading(guessed).startswith("Environ")
    assert "estimation" in guessed
    assert heading(entered).startswith("Au moins")


def test_nothing_owed_is_said_with_the_threshold(client: Client) -> None:
    page = text(client.get(URL, {**SPRING, "ends_on": "27/02/2026"}))

    assert heading(page) == "Aucune gratification obligatoire pour 140\u00a0h"
    assert "308\u00a0h" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ends_on": "01/02/2026"}, "La fin vient avant le début"),
        ({"starts_on": "02/02/1996"}, "plus de trois ans"),
        ({"starts_on": "02/02/9999", "ends_on": "31/12/9999"}, "trop lointaine"),
        (
            {"stage2_starts_on": "02/02/2040", "stage2_ends_on": "03/03/2040", "stage2_weekly": "35"},
            "plus de trois ans",
        ),
        ({"starts_on": "30/02/2026"}, "Février 2026 s’arrête au 28"),
        ({"weekly": "200"}, "C’est plus d’heures qu’il n’y en a"),
        ({"weekly": ""}, "Indiquez les heures de présence par semaine"),
        ({"agreed": "-3"}, "Un montant est positif"),
        ({"change1_weekly": "30"}, "Indiquez le jour de signature de l’avenant"),
        ({"change1_signed_on": "02/03/2026"}, "Dites ce que l’avenant change"),
        ({"stage2_starts_on": "02/09/2026"}, "Ce stage a besoin d’un début, d’une fin et de ses heures"),
        ({"absence": "demain"}, "n’est pas un jour"),
        ({"starts_on": "02/02/2009", "ends_on": "03/07/2009"}, "Aucune valeur connue"),
    ],
)
def test_what_cannot_be_computed_is_said_and_kept(
    client: Client, wrong: Mapping[str, str], said: str
) -> None:
    page = text(client.get(URL, {**SPRING, **wrong}))

    assert heading(page) == "Une information manque ou n’est pas valable"
    assert said in page
    assert faults(page) == []


@pytest.mark.parametrize("facts", [SPRING, STRADDLING, LATE, {**SPRING, "weekly": "x"}])
@pytest.mark.parametrize("identifier", ["constat", "resultat", "jours", "reel", "plafonds"])
def test_the_fragment_is_the_page_s_own_node(
    client: Client, facts: Mapping[str, str], identifier: str
) -> None:
    page = text(client.get(URL, facts))
    fragment = text(client.get(URL, facts, headers=HTMX))

    assert node(fragment, identifier) == node(page, identifier)
    assert "<html" not in fragment


def test_live_changes_write_the_shortest_address(client: Client) -> None:
    response = client.get(URL, {**SPRING, "school": "", "absence": "2026-02-03"}, headers=HTMX)

    address = parse_qs(urlsplit(response["HX-Replace-Url"]).query)
    assert address == {
        "starts_on": ["2026-02-02"],
        "ends_on": ["2026-07-03"],
        "weekly": ["35"],
        "absence": ["2026-02-03"],
    }
    assert "HX-Request" in response["Vary"]


def test_an_address_fills_the_fields_as_a_student_types(client: Client) -> None:
    page = text(client.get(URL, {"starts_on": "2026-02-02", "ends_on": "2026-07-03", "weekly": "32.5"}))

    assert 'name="starts_on" value="02/02/2026"' in page
    assert 'name="weekly" value="32,5"' in page


def test_a_promise_above_the_minimum_says_by_how_much(client: Client) -> None:
    page = text(client.get(URL, {**SPRING, "agreed": "5"}))

    assert "367,50\u00a0€" in page
    assert "de plus que le minimum" in page


def test_days_are_ticked_on_the_calendar_and_ranges_added(client: Client) -> None:
    page = text(
        client.get(
            URL,
            {
                **SPRING,
                "marking": "closure",
                "absence": "2026-02-03",
                "range_from": "09/02/2026",
                "range_to": "10/02/2026",
            },
        )
    )

    assert 'type="checkbox" name="closure" value="2026-02-09" checked' in page
    assert 'type="hidden" name="absence" value="2026-02-03"' in page
    assert '<td class="num opt">102</td>' in page


def test_the_settings_of_the_student_fill_the_first_visit(client: Client) -> None:
    Student.objects.create(birth_on="2010-05-12")

    assert 'value="12/05/2010"' in text(client.get(URL))


def test_what_is_late_comes_first_with_its_letter(client: Client) -> None:
    page = text(client.get(URL, LATE))

    assert heading(page) == "Il reste 21,00\u00a0€ à vous verser"
    assert "/droits/gratification/courrier/?" in page


def test_the_letter_is_polite_and_cites_its_articles(client: Client) -> None:
    facts = {**LATE, "host": "Cargolière", "sender": "Inès Marchetti", "place": "Angers"}

    page = text(client.get(f"{URL}courrier/", facts))
    paper = pdf_text(client.get(f"{URL}courrier/pdf/", facts))

    assert heading(page) == "Demander les 21,00\u00a0€ qui manquent"
    for said in ("Il peut s’agir d’un oubli", "L. 124-6", "D. 124-8"):
        assert said in page
    for said in ("Inès Marchetti", "Cargolière", "21,00"):
        assert said in paper
    assert "J’ai été stagiaire" in page or "Je suis stagiaire" in page
    assert "convention signée" not in page
    assert "mise en demeure" not in page.lower()
    assert faults(page) == []


def test_without_arrears_there_is_no_letter(client: Client) -> None:
    page = text(client.get(f"{URL}courrier/", SPRING))

    assert heading(page) == "Rien ne manque d’après ce que vous avez saisi"
    assert client.get(f"{URL}courrier/pdf/", SPRING).status_code == 302


def test_the_statement_prints_every_month_and_both_readings(client: Client) -> None:
    response = client.get(f"{URL}releve/", STRADDLING)

    said = pdf_text(response)
    assert response["Content-Type"] == "application/pdf"
    for part in ("Décembre 2025", "Février 2026", "1 613,85", "1 646,40"):
        assert part in said.replace("\u00a0", " ")


def test_the_spreadsheet_opens_in_french(client: Client) -> None:
    response = client.get(f"{URL}tableur/", SPRING)

    lines = response.content.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Mois;Jours;Heures;Au réel;Lissé")
    assert lines[1].startswith("Février 2026;20;140;630,00;551,25")
    assert lines[7].startswith("Total;105;735;3307,50")


@pytest.mark.parametrize("page", ["releve", "tableur", "fichier", "courrier"])
def test_a_paper_without_an_answer_goes_back_to_the_page(client: Client, page: str) -> None:
    response = client.get(f"{URL}{page}/", {"starts_on": "demain"})

    assert response.status_code == 302
    assert response["Location"].startswith(URL)


def test_a_simulation_travels_as_a_file(client: Client) -> None:
    shared = client.get(f"{URL}fichier/", {**STRADDLING, "absence": ["2025-12-24", "2025-12-26"]})
    assert 'filename="gratification.tremplin-simulation.json"' in shared["Content-Disposition"]

    opened = client.post(f"{URL}importer/", {"file": SimpleUploadedFile("recu.json", shared.content)})
    page = text(client.get(opened["Location"]))

    assert (
        client.get(f"{URL}fichier/", parse_qs(urlsplit(opened["Location"]).query)).content == shared.content
    )
    assert "Simulation ouverte" in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "n’est pas une simulation"),
        (b"\xff\xfe", "n’est pas une simulation"),
        (b"[" * 100_000, "n’est pas une simulation"),
        (b'{"format": "autre"}', "ne vient pas du simulateur"),
        (b'{"format": "tremplin-simulation", "version": 9}', "version plus récente"),
        (b'{"format": "tremplin-simulation", "version": 1, "parameters": {"weekly": 35}}', "abîmé"),
        (
            b'{"format": "tremplin-simulation", "version": 1, "parameters": {"starts_on": ["hier"]}}',
            "il faut le corriger",
        ),
        (b" " * 1_000_001, "trop grand"),
        (
            b'{"format": "tremplin-simulation", "version": 1, "parameters": {"host": ["\\ud800"]}}',
            "abîmé",
        ),
        (
            b'{"format": "tremplin-simulation", "version": 1, "parameters": {"\\udfff": ["35"]}}',
            "abîmé",
        ),
    ],
)
def test_a_file_that_is_not_a_simulation_is_refused_in_one_sentence(
    client: Client, content: bytes, said: str
) -> None:
    response = client.post(f"{URL}importer/", {"file": SimpleUploadedFile("x.json", content)})

    assert response.status_code == 422
    assert said in text(response)


def test_choosing_no_file_is_said(client: Client) -> None:
    assert "Choisissez d’abord un fichier" in text(client.post(f"{URL}importer/"))


def test_a_simulation_is_kept_opened_and_erased(client: Client) -> None:
    client.post(f"{URL}enregistrer/", {**LATE, "name": "Chez Cargolière"})
    kept = Simulation.objects.get()

    page = text(client.get(f"{URL}{kept.pk}/", follow=True))
    assert "Chez Cargolière" in page
    assert heading(page) == "Il reste 21,00\u00a0€ à vous verser"

    client.post(f"{URL}{kept.pk}/supprimer/")
    assert not Simulation.objects.exists()
    assert client.get(f"{URL}{kept.pk}/").status_code == 404


def test_two_tabs_show_both_simulations_and_lose_nothing(client: Client) -> None:
    client.post(f"{URL}enregistrer/", {**SPRING, "name": "Premier"})
    kept = Simulation.objects.get()
    same = {"simulation": str(kept.pk), "revision": "1", "name": "Premier"}
    client.post(f"{URL}enregistrer/", {**SPRING, **same, "weekly": "39"})

    refused = client.post(f"{URL}enregistrer/", {**SPRING, **same, "weekly": "28", "absence": "2026-02-03"})
    page = text(refused)

    assert refused.status_code == 409
    assert "Heures par semaine" in page
    assert 'data-l="Votre texte">28</td>' in page
    assert 'data-l="Texte enregistré">39</td>' in page
    assert "03/02/2026" in page
    assert "Organisme d’accueil" not in page
    kept.refresh_from_db()
    assert kept.parameters["weekly"] == ["39"]


def test_the_refused_simulation_may_then_replace_the_kept_one(client: Client) -> None:
    client.post(f"{URL}enregistrer/", {**SPRING, "name": "Premier"})
    kept = Simulation.objects.get()
    same = {"simulation": str(kept.pk), "revision": "1", "name": "Premier"}
    client.post(f"{URL}enregistrer/", {**SPRING, **same, "weekly": "39"})
    page = text(client.post(f"{URL}enregistrer/", {**SPRING, **same, "weekly": "28", "rural": "on"}))

    client.post(f"{URL}enregistrer/", filled(page))

    replaced = Simulation.objects.get()
    assert replaced.pk == kept.pk
    assert replaced.revision == 3
    assert replaced.parameters == {**kept.parameters, "weekly": ["28"], "rural": ["on"]}


def test_an_erased_simulation_is_not_saved_silently(client: Client) -> None:
    response = client.post(f"{URL}enregistrer/", {**SPRING, "simulation": "7", "revision": "1", "name": "x"})

    assert response.status_code == 409
    assert not Simulation.objects.exists()


def test_an_erased_simulation_may_be_kept_again_from_the_page_that_says_so(client: Client) -> None:
    response = client.post(f"{URL}enregistrer/", {**SPRING, "simulation": "7", "revision": "1", "name": "x"})

    client.post(f"{URL}enregistrer/", filled(text(response)))

    assert Simulation.objects.get().name == "x"


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 30, "0", "-1", "deux", "٤"])
def test_a_number_that_names_no_simulation_is_not_an_error_of_ours(client: Client, number: str) -> None:
    opened = client.get(URL, {**SPRING, "simulation": number, "revision": "1"})
    kept = client.post(f"{URL}enregistrer/", {**SPRING, "simulation": number, "revision": "1"})

    assert opened.status_code == 200
    assert kept.status_code in (302, 409, 422)


def test_what_is_typed_is_never_code(client: Client) -> None:
    page = text(client.get(URL, {**LATE, "host": "<script>alert(1)</script>"}))

    assert "<script>alert(1)" not in page
    letter = client.get(f"{URL}courrier/pdf/", {**LATE, "host": "#panic()$*_@<x>"})
    assert "#panic()$*_@<x>" in pdf_text(letter)


@pytest.mark.parametrize("facts", [{}, SPRING, STRADDLING, LATE])
def test_the_page_is_french_to_the_last_space(client: Client, facts: Mapping[str, str]) -> None:
    assert faults(text(client.get(URL, facts))) == []


def test_the_page_is_light(client: Client) -> None:
    response = client.get(URL, LATE, headers={"Accept-Encoding": "gzip"})

    assert len(response.content) < 40_000
    assert io.BytesIO(response.content).read(2) == b"\x1f\x8b"


SECOND = {"stage2_ends_on": "26/06/2026", "stage2_weekly": "35"}


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        ({"ends_on": "27/02/2026", "stage2_starts_on": "02/02/2026"}, True),
        ({"ends_on": "27/02/2026", "stage2_starts_on": "27/02/2026"}, True),
        ({"ends_on": "27/02/2026", "stage2_starts_on": "02/03/2026"}, False),
        (
            {
                "ends_on": "27/02/2026",
                "stage2_starts_on": "02/03/2026",
                "change1_signed_on": "20/02/2026",
                "change1_ends_on": "06/03/2026",
            },
            True,
        ),
    ],
)
def test_internships_that_overlap_are_refused_in_a_sentence(
    client: Client, facts: Mapping[str, str], refused: bool
) -> None:
    page = text(client.get(URL, {**SPRING, **SECOND, **facts}))

    assert ("Ce stage chevauche celui du 2\u00a0février 2026" in page) is refused
    assert ("Mois par mois" in page) is not refused
    assert faults(page) == []


def test_a_school_year_may_start_on_29_february(client: Client) -> None:
    assert "Mois par mois" in text(client.get(URL, {**SPRING, "year_from": "29/02/2024"}))
