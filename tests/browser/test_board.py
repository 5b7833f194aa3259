"""The board in a real browser: arrows, dragging, no script; the map and the session pass axe."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.people import make_student
from tests.prospecting.made import make_signal, make_target
from tests.prospecting.test_search_pages import stock_file
from tremplin.companies.sirene.importing import import_stock
from tremplin.prospecting.models import Target
from tremplin.prospecting.operations.research import add_hypothesis, weigh
from tremplin.prospecting.operations.targets import move_target
from tremplin.prospecting.queries import stock
from tremplin.site.home import Home


@pytest.fixture
def targets(transactional_db: None) -> tuple[Target, Target]:
    """Two targets in the first two columns."""
    make_student(phase="searching")
    other = make_target("Filature Aubrelle")
    return make_target("Nordelle", next_step="Lire les avis"), move_target(
        other, stage="researched", on=date(2026, 4, 2)
    )


def stage_of(target: Target) -> str:
    return Target.objects.get(pk=target.pk).stage


def test_arrows_move_a_ticket_and_keep_the_focus(
    guarded: Page, live_server: LiveServer, targets: tuple[Target, Target]
) -> None:
    guarded.goto(f"{live_server.url}/trouver/")
    link = guarded.get_by_role("link", name="Nordelle", exact=True)
    link.focus()

    guarded.keyboard.press("ArrowRight")

    expect(guarded.get_by_role("status")).to_contain_text("Nordelle")
    expect(guarded.locator("[data-stage=researched] h3")).to_have_text(["Filature Aubrelle", "Nordelle"])
    expect(link).to_be_focused()
    guarded.keyboard.press("ArrowUp")
    expect(guarded.locator("[data-stage=researched] h3")).to_have_text(["Nordelle", "Filature Aubrelle"])
    assert stage_of(targets[0]) == "researched"


def test_a_ticket_is_dragged_above_another_and_put_back(
    guarded: Page, live_server: LiveServer, targets: tuple[Target, Target]
) -> None:
    guarded.goto(f"{live_server.url}/trouver/")

    held = guarded.locator(".ticket", has_text="Nordelle")
    held.drag_to(guarded.locator(".ticket", has_text="Aubrelle"), target_position={"x": 20, "y": 5})

    expect(guarded.locator("[data-stage=researched] h3")).to_have_text(["Nordelle", "Filature Aubrelle"])
    guarded.get_by_role("button", name="Annuler").click()
    expect(guarded.locator("[data-stage=idea] h3")).to_have_text(["Nordelle"])
    assert stage_of(targets[0]) == "idea"


def test_without_script_a_ticket_has_its_own_form(
    without_script: Page, live_server: LiveServer, targets: tuple[Target, Target]
) -> None:
    without_script.goto(f"{live_server.url}/trouver/")
    ticket = without_script.locator(".ticket", has_text="Nordelle")

    ticket.locator("summary").click()
    ticket.get_by_label("Étape").select_option(label="En conversation")
    ticket.get_by_role("button", name="Déplacer", exact=True).click()

    expect(without_script.locator("[data-stage=talking] h3")).to_have_text(["Nordelle"])


@pytest.mark.usefixtures("transactional_db")
def test_board_target_session_and_map_are_accessible(
    guarded: Page, live_server: LiveServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_student(phase="searching")
    target = make_target("Nordelle", kind="shop", next_step="Lire les avis")
    weigh(add_hypothesis(target, problem="Trois tournées se croisent."), make_signal(target), side="for")
    monkeypatch.setattr(settings, "HOME", Home(tmp_path))
    import_stock([stock_file(tmp_path / "telecharges")], folder=stock.folder())

    for path in ("", f"{target.pk}/", f"{target.pk}/recherche/", "chercher/?place=Nantes", "registre/"):
        guarded.goto(f"{live_server.url}/trouver/{path}")
        check_looks(guarded)
