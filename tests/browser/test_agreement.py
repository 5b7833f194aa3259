"""An agreement in a real browser: dropped, corrected, asked about, printed, with and without script."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_axe, check_looks
from tests.rights.kept import RECEIVED, SIGNED, keep, page_of
from tremplin.accounts.models import Student
from tremplin.rights.models import Version

BELOW = "La gratification est sous le minimum"
DROP = """async ([zone, name, data]) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name, { type: "application/pdf" }));
  for (const kind of ["dragover", "drop"])
    document.querySelector(zone).dispatchEvent(
      new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(autouse=True)
def student(transactional_db: None) -> Student:
    """Inès, who has her agreement."""
    return Student.objects.create(first_name="Inès", phase="agreement")


@pytest.fixture
def received() -> Version:
    """The example as received, and as signed."""
    version = keep(RECEIVED)
    keep(SIGNED, agreement=version.agreement)
    return version


def test_a_dropped_pdf_is_read_corrected_and_printed(
    guarded: Page, live_server: LiveServer, tmp_path: Path
) -> None:
    guarded.goto(f"{live_server.url}/droits/convention/")
    data = base64.b64encode(RECEIVED.read_bytes()).decode()
    guarded.evaluate(DROP, ["[data-tremplin-drop]", RECEIVED.name, data])
    finding = guarded.get_by_role("heading", level=2, name=BELOW)
    expect(finding).to_be_visible(timeout=30_000)

    guarded.get_by_role("link", name="Corriger : Gratification").click()
    guarded.get_by_label("Montant").fill("4,50 €")
    guarded.get_by_role("button", name="Enregistrer").click()

    expect(finding).to_have_count(0)
    expect(
        guarded.get_by_role("status").get_by_text("Corrigé. Votre convention a un point contraire à la loi.")
    ).to_be_visible()
    with guarded.expect_download() as started:
        guarded.get_by_role("link", name="Rapport en A4").click()
    started.value.save_as(tmp_path / "rapport.pdf")
    assert (tmp_path / "rapport.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_too_large_is_refused_before_it_is_sent(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/droits/convention/")
    guarded.evaluate("document.querySelector('[data-tremplin-drop]').dataset.tremplinDrop = '1000'")

    guarded.get_by_label("Fichier de la convention").set_input_files(RECEIVED)

    expect(guarded.get_by_role("alert")).to_contain_text("dépasse 30 Mo")
    assert not Version.objects.exists()


def test_sending_is_said_as_soon_as_it_begins(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/droits/convention/")
    guarded.evaluate("addEventListener('submit', (event) => event.preventDefault())")

    guarded.get_by_label("Fichier de la convention").set_input_files(RECEIVED)

    expect(guarded.get_by_role("status").get_by_text("Envoi et lecture en cours.")).to_be_visible()
    expect(guarded.get_by_role("button", name="Lire la convention")).to_be_disabled()


def test_nothing_offers_to_copy_without_script(
    without_script: Page, live_server: LiveServer, received: Version
) -> None:
    for path in ("", "mail/", "negocier/"):
        without_script.goto(f"{live_server.url}{page_of(received)}{path}")

        expect(without_script.locator("[data-tremplin-copy]").first).to_be_attached()
        expect(without_script.locator("[data-tremplin-copy]:visible")).to_have_count(0)


def test_the_correction_is_undone_from_the_toast(
    guarded: Page, live_server: LiveServer, received: Version
) -> None:
    guarded.goto(live_server.url + page_of(received))
    guarded.get_by_role("link", name="Corriger : Gratification").click()
    guarded.get_by_label("Montant").fill("5")
    guarded.get_by_role("button", name="Enregistrer").click()

    guarded.get_by_role("button", name="Annuler").click()

    expect(guarded.get_by_role("heading", level=2, name=BELOW)).to_be_visible()


def test_a_wrong_value_is_said_in_place_and_can_be_left(
    guarded: Page, live_server: LiveServer, received: Version
) -> None:
    guarded.goto(live_server.url + page_of(received))
    guarded.get_by_role("link", name="Corriger : Début du stage").click()
    guarded.get_by_label("Début du stage").fill("31/02/2026")
    guarded.get_by_role("button", name="Enregistrer").click()
    expect(guarded.get_by_text("Février 2026 s’arrête au 28.")).to_be_visible()
    check_axe(guarded)

    guarded.get_by_role("link", name="Laisser").click()

    expect(guarded.get_by_role("link", name="Corriger : Début du stage")).to_be_visible()


def test_two_tabs_on_one_fact_show_both_texts(
    guarded: Page, live_server: LiveServer, received: Version
) -> None:
    guarded.goto(live_server.url + page_of(received))
    guarded.get_by_role("link", name="Corriger : Lieu du stage").click()
    other = guarded.context.new_page()
    other.goto(f"{live_server.url}{page_of(received)}fait/city/")
    other.get_by_label("Lieu du stage").fill("Nantes")
    other.get_by_role("button", name="Enregistrer").click()
    expect(other.get_by_text("saisi par vous")).to_be_visible()

    guarded.get_by_label("Lieu du stage").fill("Rennes")
    guarded.get_by_role("button", name="Enregistrer").click()

    both = guarded.get_by_role("table")
    expect(both).to_contain_text("Rennes")
    expect(both).to_contain_text("Nantes")
    check_axe(guarded)


def test_a_fact_is_corrected_with_the_keyboard_alone(
    guarded: Page, live_server: LiveServer, received: Version
) -> None:
    guarded.goto(live_server.url + page_of(received))
    guarded.get_by_role("link", name="Corriger : Gratification").focus()

    guarded.keyboard.press("Enter")
    expect(guarded.get_by_label("Montant")).to_be_focused()
    guarded.keyboard.press("Control+a")
    guarded.keyboard.type("4,50")
    guarded.keyboard.press("Control+Enter")

    expect(guarded.get_by_role("heading", level=2, name=BELOW)).to_have_count(0)
    expect(guarded.get_by_role("link", name="Corriger : Gratification")).to_be_focused()


def test_points_left_out_leave_the_mail(guarded: Page, live_server: LiveServer, received: Version) -> None:
    guarded.goto(f"{live_server.url}{page_of(received)}mail/")

    guarded.get_by_label("Aucun congé n’est prévu").uncheck()

    message = guarded.get_by_label("Message")
    expect(message).not_to_have_value("")
    expect(guarded.locator("#message")).not_to_contain_text("Aucun congé")


def test_everything_works_without_script(without_script: Page, live_server: LiveServer) -> None:
    page = without_script
    page.goto(f"{live_server.url}/droits/convention/")
    page.get_by_label("Fichier de la convention").set_input_files(RECEIVED)
    page.get_by_role("button", name="Lire la convention").click()
    expect(page.get_by_role("heading", level=2, name=BELOW)).to_be_visible(timeout=30_000)

    page.get_by_role("link", name="Corriger : Gratification").click()
    page.get_by_label("Montant").fill("4,50")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("heading", level=2, name=BELOW)).to_have_count(0)
    page.get_by_role("button", name="Annuler").click()

    expect(page.get_by_role("heading", level=2, name=BELOW)).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "mail/",
        "negocier/",
        "fait/gratification/",
        "fait/missions/",
        "fait/gap_year/",
        "../comparer/",
        "../supprimer/",
    ],
)
def test_every_page_is_accessible_in_both_themes_on_laptop_and_phone(
    guarded: Page, live_server: LiveServer, received: Version, path: str
) -> None:
    guarded.goto(f"{live_server.url}{page_of(received)}{path}")
    guarded.evaluate("document.querySelectorAll('#releve details').forEach((one) => (one.open = true))")

    check_looks(guarded)


def test_long_names_and_words_never_break_the_phone(
    guarded: Page, live_server: LiveServer, received: Version
) -> None:
    long = "Établissementpublicadministratif" * 8
    Version.objects.update(name=f"{long[:190]}.pdf")
    guarded.goto(f"{live_server.url}{page_of(received)}fait/company/")
    guarded.get_by_label("Organisme d’accueil").fill(long)
    guarded.get_by_role("button", name="Enregistrer").click()
    expect(guarded.get_by_text("saisi par vous")).to_be_visible()

    for path in ("", "mail/", "negocier/", "../comparer/", "../../"):
        guarded.goto(f"{live_server.url}{page_of(received)}{path}")
        check_looks(guarded)
