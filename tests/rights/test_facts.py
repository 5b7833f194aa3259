"""Correcting what was read: the audit follows, can be undone, and no tab overwrites another."""

import re

import pytest
from django.test import Client

from tests.rights.kept import HTMX, RECEIVED, keep, page_of
from tests.typography import faults
from tremplin.rights.agreement.values import FACT_LABELS
from tremplin.rights.models import Correction, Version

BELOW = "La gratification est sous le minimum"
RAISED = {"amount": "4,50 €", "unit": "hour", "revision": "0"}


@pytest.fixture
def received(db: None) -> Version:
    """The example as received."""
    return keep(RECEIVED)


@pytest.fixture
def pay_url(received: Version) -> str:
    """Where its gratification is corrected."""
    return f"{page_of(received)}fait/gratification/"


def test_a_correction_makes_the_finding_disappear_without_script(client: Client, pay_url: str) -> None:
    answer = client.post(pay_url, RAISED, follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain[0][0].endswith("#fait-gratification")
    assert BELOW not in page.split('id="lu"')[0].split("</h1>")[1].split('id="conforme"')[0]
    assert "saisi par vous" in page
    assert "Corrigé. Votre convention a un point contraire à la loi." in page


def test_htmx_gets_the_result_alone_and_it_is_the_page_s_own_node(
    client: Client, received: Version, pay_url: str
) -> None:
    fragment = client.post(pay_url, RAISED, headers=HTMX).content.decode()
    page = client.get(page_of(received)).content.decode()

    assert "<html" not in fragment
    assert result_of(fragment) == result_of(page)
    assert 'id="annonces"' in fragment


def result_of(page: str) -> str:
    """Return the result without what differs at each request."""
    result = page.split('<div id="releve">')[1].split('<div class="toasts"')[0].split("</main>")[0]
    result = result.replace(" autofocus", "")
    kept = (line for line in result.splitlines() if line.strip() and "csrfmiddlewaretoken" not in line)
    return "\n".join(line.strip() for line in kept).removesuffix("</div>")


def test_a_correction_can_be_undone_from_the_toast(client: Client, received: Version, pay_url: str) -> None:
    page = client.post(pay_url, RAISED, follow=True).content.decode()
    undo = f"{pay_url}annuler/1/"
    assert f'action="{undo}"' in page

    page = client.post(undo, follow=True).content.decode()

    assert BELOW in page
    assert "Correction annulée." in page


def test_undoing_twice_or_too_late_changes_nothing(client: Client, pay_url: str) -> None:
    client.post(pay_url, RAISED)
    client.post(pay_url, {**RAISED, "amount": "5", "revision": "1"})

    page = client.post(f"{pay_url}annuler/1/", follow=True).content.decode()

    assert "Cette correction a été remplacée depuis. Rien n’a changé." in page
    assert Correction.objects.count() == 2


def test_what_was_read_can_be_taken_back(client: Client, pay_url: str) -> None:
    client.post(pay_url, RAISED)

    page = client.post(f"{pay_url}lu/", follow=True).content.decode()

    assert BELOW in page
    assert "Valeur lue rétablie." in page


def test_a_stale_save_is_refused_and_both_texts_are_shown(client: Client, pay_url: str) -> None:
    client.post(pay_url, RAISED)

    refused = client.post(pay_url, {**RAISED, "amount": "6,00"})

    page = refused.content.decode()
    assert refused.status_code == 409
    assert '<td data-l="Votre texte">6,00</td>' in page
    assert '<td data-l="Texte enregistré">4,50</td>' in page
    assert Correction.objects.count() == 1


def test_the_refused_text_can_be_saved_from_the_page_that_shows_both(client: Client, pay_url: str) -> None:
    client.post(pay_url, RAISED)
    form = client.post(pay_url, {**RAISED, "amount": "6,00"}).context["form"]

    client.post(pay_url, {"amount": "6,00", "unit": "hour", "revision": str(form["revision"].value())})

    assert Correction.objects.get(revision=2).value == {"amount": "6.00", "unit": "hour"}


def test_two_tabs_may_correct_two_different_facts(client: Client, received: Version, pay_url: str) -> None:
    client.post(pay_url, RAISED)

    client.post(f"{page_of(received)}fait/headcount/", {"value": "12", "revision": "0"})

    assert Correction.objects.count() == 2


def test_a_fact_the_agreement_does_not_state_can_be_taken_out(client: Client, received: Version) -> None:
    url = f"{page_of(received)}fait/referent/"

    page = client.post(url, {"value": "Odile Brossard", "silent": "on", "revision": "0"}, follow=True)

    assert "Le nom de l’enseignant référent manque" in page.content.decode()
    assert "La convention n’en dit rien" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("start_date", "31/02/2026", "Février 2026 s’arrête au 28."),
        ("total_hours", "beaucoup", "Écrivez un nombre, par exemple 4,50."),
        ("headcount", "34,5", "Écrivez un nombre entier, par exemple 34."),
        ("total_hours", "20000", "C’est plus que 10\u00a0000\u00a0: vérifiez ce nombre."),
        ("total_hours", "-3", "Écrivez un nombre positif."),
        ("total_hours", "3,1234", "Trop de chiffres après la virgule\u00a0: 2 au plus."),
        ("headcount", "99999999", "C’est plus que 9\u00a0999\u00a0999\u00a0: vérifiez ce nombre."),
        ("city", "a" * 401, "Écrivez 400 caractères au plus."),
        ("city", "", "Écrivez la valeur, ou cochez que la convention n’en dit rien."),
    ],
)
def test_a_wrong_value_keeps_the_text_and_says_what_is_wrong(
    client: Client, received: Version, name: str, typed: str, says: str
) -> None:
    answer = client.post(f"{page_of(received)}fait/{name}/", {"value": typed, "revision": "0"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert f'value="{typed}"' in page or not typed
    assert not Correction.objects.exists()


def test_htmx_gets_the_refused_form_in_its_own_place(client: Client, pay_url: str) -> None:
    answer = client.post(pay_url, {**RAISED, "amount": "cinq"}, headers=HTMX)

    assert answer.status_code == 422
    assert answer["HX-Retarget"] == "#corriger-gratification"
    assert 'value="cinq"' in answer.content.decode()


@pytest.mark.parametrize("name", FACT_LABELS)
def test_every_fact_has_a_form_filled_with_what_stands(client: Client, received: Version, name: str) -> None:
    answer = client.get(f"{page_of(received)}fait/{name}/")

    assert answer.status_code == 200
    assert faults(re.sub("<textarea.*?</textarea>", "", answer.content.decode(), flags=re.DOTALL)) == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("missions", {"value": "Suivre les pannes\n\nTenir l’inventaire"}),
        ("gap_year", {"value": "oui"}),
        ("previous_end", {"first": "1/3/2025", "last": "30/6/2025"}),
        ("total_hours", {"value": "308,5 h"}),
        ("birth_date", {"value": "14 mai 2003"}),
    ],
)
def test_every_kind_of_value_comes_back_as_typed(
    client: Client, received: Version, name: str, typed: dict[str, str]
) -> None:
    url = f"{page_of(received)}fait/{name}/"
    client.post(url, {**typed, "revision": "0"})

    page = client.get(page_of(received)).content.decode()

    row = page.split(f'id="fait-{name}"')[1].split("</li>")[0]
    assert "saisi par vous" in row
    assert client.get(url).status_code == 200
