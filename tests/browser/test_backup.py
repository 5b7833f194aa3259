"""Saving and restoring in a real browser, without script too, by keyboard and for everyone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.keeping.places import AT, empty
from tests.people import make_student
from tremplin.accounts.models import Student
from tremplin.keeping.operations import back_up
from tremplin.keeping.place import Place

URL = "/reglages/sauvegarde/"


@pytest.fixture
def alice(transactional_db: None) -> Iterator[Student]:
    """Alice, whose backups go with the test."""
    settings.HOME.backups.mkdir(exist_ok=True)
    yield make_student()
    for folder in (settings.HOME.backups, settings.HOME.incoming):
        empty(folder)


@pytest.mark.usefixtures("alice")
def test_the_pages_are_accessible_in_both_themes_on_laptop_and_phone(
    guarded: Page, live_server: LiveServer
) -> None:
    place = Place.here()
    back_up(place.backups / "auto-1.zip", place=place, at=AT)

    guarded.goto(live_server.url + URL)
    check_looks(guarded)
    guarded.get_by_role("button", name="Restaurer").click()
    check_looks(guarded)
    guarded.goto(f"{live_server.url}{URL}copies/auto-1.zip/")
    check_looks(guarded)


def test_a_backup_goes_out_comes_back_and_can_be_undone_without_script(
    without_script: Page, live_server: LiveServer, alice: Student, tmp_path: Path
) -> None:
    page = without_script
    page.goto(f"{live_server.url}/reglages/")
    page.get_by_role("link", name="Sauvegarder ou restaurer").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Sauvegarder").click()
    coming.value.save_as(tmp_path / "sauvegarde.zip")
    Student.objects.update(first_name="Alix")

    page.get_by_label("Fichier de sauvegarde").set_input_files(tmp_path / "sauvegarde.zip")
    page.get_by_label("Oui, remplacer").check()
    page.get_by_role("button", name="Restaurer").click()
    expect(page.get_by_role("status").first).to_contain_text("Vos données sont celles")
    assert Student.objects.get().first_name == "Alice"
    page.get_by_role("button", name="Annuler").click()

    expect(page.get_by_role("status").first).to_contain_text("Vos données sont celles")
    assert Student.objects.get().first_name == "Alix"
