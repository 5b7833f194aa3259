"""The shell in a real browser: doors, palette, keys, themes, two tabs, no script."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_axe, check_looks
from tests.internships.made import make_internship
from tests.people import make_student
from tremplin.accounts.models import Student, Theme


@pytest.fixture
def alice(transactional_db: None) -> Student:
    """Alice, who has her agreement."""
    return make_student()


@pytest.mark.parametrize(
    "path",
    [
        "/bienvenue/",
        "/",
        "/reglages/",
        "/reglages/effacer/",
        "/chercher/",
        "/chercher/?q=rien",
        "/nulle-part/",
    ],
)
@pytest.mark.usefixtures("alice")
def test_every_page_is_accessible_in_both_themes_on_laptop_and_phone(
    guarded: Page, live_server: LiveServer, path: str
) -> None:
    guarded.goto(live_server.url + path)

    check_looks(guarded)


def test_a_first_visit_reaches_something_useful_in_one_click(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url)

    guarded.get_by_role("button", name="J’ai ma convention").click()

    expect(guarded.get_by_role("heading", level=1)).to_be_visible()
    assert "bienvenue" not in guarded.url


@pytest.mark.usefixtures("alice")
def test_the_palette_opens_filters_and_goes_with_the_keyboard_alone(
    guarded: Page, live_server: LiveServer
) -> None:
    guarded.goto(live_server.url)

    guarded.keyboard.press("Control+k")
    expect(guarded.get_by_role("dialog", name="Chercher ou agir")).to_be_visible()
    check_axe(guarded)
    guarded.keyboard.type("theme")
    guarded.keyboard.press("Enter")

    expect(guarded.get_by_role("heading", level=1)).to_have_text("Tremplin à votre main")


@pytest.mark.usefixtures("alice")
def test_a_word_of_a_quick_answer_opens_it_from_the_palette(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url)

    guarded.keyboard.press("Control+k")
    guarded.keyboard.type("carence")
    check_axe(guarded)
    guarded.keyboard.press("Enter")

    expect(guarded).to_have_url(f"{live_server.url}/droits/reponses/carence/")


@pytest.mark.usefixtures("alice")
def test_enter_looks_everywhere_when_no_command_bears_the_words(
    guarded: Page, live_server: LiveServer
) -> None:
    make_internship(tutor="Léa Duhamel")
    guarded.goto(live_server.url)

    guarded.keyboard.press("Control+k")
    guarded.keyboard.type("duhamel")
    expect(guarded.get_by_role("option")).to_have_text(["Chercher «\u00a0duhamel\u00a0» partout"])
    guarded.keyboard.press("Enter")

    expect(guarded.get_by_role("main").get_by_role("link", name="Léa Duhamel")).to_be_visible()
    check_looks(guarded)


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    ("path", "more"),
    [("/droits/reponses/", "start"), ("/journal/", "end"), ("/journal/tableau/", "start end")],
)
def test_on_a_phone_the_current_tab_is_whole_and_the_edge_that_hides_more_fades(
    guarded: Page, live_server: LiveServer, path: str, more: str
) -> None:
    guarded.set_viewport_size({"width": 390, "height": 844})
    guarded.goto(live_server.url + path)

    tabs = guarded.locator(".tabs")
    expect(tabs).to_have_attribute("data-more", more)
    frame, current = tabs.bounding_box(), tabs.locator("[aria-current]").bounding_box()
    assert frame
    assert current
    assert frame["x"] <= current["x"]
    assert current["x"] + current["width"] <= frame["x"] + frame["width"] + 1


@pytest.mark.usefixtures("alice")
def test_boxes_take_the_colours_of_the_theme(guarded: Page, live_server: LiveServer) -> None:
    guarded.emulate_media(color_scheme="dark")
    guarded.goto(f"{live_server.url}/reglages/sauvegarde/")

    colour = "getComputedStyle(document.querySelector('{}')).backgroundColor"
    box = guarded.evaluate(colour.format("[type=checkbox]"))
    assert box == guarded.evaluate(colour.format("[type=password]"))


@pytest.mark.usefixtures("alice")
def test_arrows_choose_and_escape_closes(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url)

    guarded.get_by_role("link", name="Chercher").first.click()
    field = guarded.get_by_role("combobox")
    expect(field).to_be_focused()
    first = field.get_attribute("aria-activedescendant")
    guarded.keyboard.press("ArrowDown")

    assert field.get_attribute("aria-activedescendant") != first
    expect(guarded.locator("[role=option][aria-selected=true]")).to_have_count(1)
    guarded.keyboard.press("Escape")
    expect(guarded.get_by_role("dialog")).to_have_count(0)


@pytest.mark.usefixtures("alice")
def test_keys_list_the_shortcuts_and_go_to_a_room(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/reglages/")

    guarded.keyboard.press("?")
    expect(guarded.get_by_role("dialog", name="Raccourcis")).to_be_visible()
    check_axe(guarded)
    guarded.keyboard.press("Escape")
    guarded.keyboard.press("g")
    guarded.keyboard.press("c")

    expect(guarded).to_have_url(f"{live_server.url}/")


def test_single_keys_do_nothing_once_turned_off(
    guarded: Page, live_server: LiveServer, alice: Student
) -> None:
    alice.single_key_shortcuts = False
    alice.save()
    guarded.goto(f"{live_server.url}/reglages/")

    guarded.keyboard.press("?")
    guarded.keyboard.press("g")
    guarded.keyboard.press("c")

    expect(guarded.get_by_role("dialog")).to_have_count(0)
    expect(guarded).to_have_url(f"{live_server.url}/reglages/")


@pytest.mark.usefixtures("alice")
def test_a_key_typed_in_a_field_is_a_letter(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/reglages/")

    guarded.get_by_label("Prénom").fill("")
    guarded.get_by_label("Prénom").press_sequentially("gc?")

    expect(guarded.get_by_label("Prénom")).to_have_value("gc?")
    expect(guarded).to_have_url(f"{live_server.url}/reglages/")


@pytest.mark.usefixtures("alice")
def test_control_enter_saves_and_the_page_says_so(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/reglages/")

    guarded.get_by_label("Sombre, le tableau").check()
    guarded.get_by_label("Prénom").fill("Alix")
    guarded.keyboard.press("Control+Enter")

    expect(guarded.get_by_role("status").first).to_contain_text("Réglages enregistrés.")
    expect(guarded.locator("html")).to_have_attribute("data-theme", "dark")
    check_axe(guarded)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_chosen_theme_wins_over_the_computer(
    guarded: Page, live_server: LiveServer, alice: Student, theme: Theme
) -> None:
    alice.theme = theme
    alice.save()
    guarded.emulate_media(color_scheme="light" if theme == Theme.DARK else "dark")

    guarded.goto(live_server.url)

    assert guarded.evaluate("getComputedStyle(document.documentElement).colorScheme") == theme


@pytest.mark.usefixtures("alice")
def test_two_tabs_show_both_texts_and_nothing_typed_is_lost(guarded: Page, live_server: LiveServer) -> None:
    other = guarded.context.new_page()
    for tab in (guarded, other):
        tab.goto(f"{live_server.url}/reglages/")
    other.get_by_label("Prénom").fill("Alix")
    other.get_by_role("button", name="Enregistrer").click()
    expect(other.get_by_role("status").first).to_contain_text("enregistrés")

    guarded.get_by_label("Prénom").fill("Alicia")
    guarded.get_by_role("button", name="Enregistrer").click()

    row = guarded.get_by_role("row", name="Prénom")
    expect(row).to_contain_text("Alicia")
    expect(row).to_contain_text("Alix")
    expect(guarded.get_by_label("Prénom")).to_have_value("Alicia")
    check_looks(guarded)
    guarded.get_by_role("button", name="Enregistrer votre texte").click()
    expect(guarded.get_by_label("Prénom")).to_have_value("Alicia")
    assert Student.objects.get().first_name == "Alicia"


@pytest.mark.usefixtures("alice")
def test_on_a_phone_the_bar_keeps_five_places_and_opens_every_room(
    guarded: Page, live_server: LiveServer
) -> None:
    guarded.set_viewport_size({"width": 390, "height": 844})
    guarded.goto(live_server.url)

    bar = guarded.get_by_role("navigation", name="Raccourcis")
    assert bar.get_by_role("link").all_inner_texts() == ["Cap", "Trouver", "Noter", "Journal", "Salles"]
    bar.get_by_role("link", name="Salles").click()

    rooms = guarded.get_by_role("navigation", name="Toutes les salles")
    for name in ("Cap", "Choisir", "Trouver", "Réseau", "Droits", "Journal", "Valeur", "Récits"):
        expect(rooms.get_by_role("listitem").filter(has_text=name)).to_be_visible()
    check_axe(guarded)


def test_everything_works_without_script(without_script: Page, live_server: LiveServer) -> None:
    page = without_script
    page.goto(live_server.url)
    page.get_by_role("button", name="J’ai ma convention").click()
    page.goto(live_server.url)
    page.get_by_role("link", name="Chercher").first.click()
    page.get_by_role("main").get_by_label("Chercher partout").fill("thème")
    page.get_by_role("main").get_by_role("button", name="Chercher").click()
    page.get_by_role("main").get_by_role("link", name="Réglages").click()
    page.get_by_label("Prénom").fill("Alice")
    page.get_by_role("button", name="Enregistrer").click()

    expect(page.get_by_role("status").first).to_contain_text("Réglages enregistrés.")


@pytest.mark.usefixtures("alice")
def test_on_paper_only_the_sheet_stays(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url)

    guarded.emulate_media(media="print", color_scheme="dark")

    expect(guarded.get_by_role("heading", level=1)).to_be_visible()
    expect(guarded.locator(".rail")).to_be_hidden()
    expect(guarded.locator(".tabbar")).to_be_hidden()
    assert (
        guarded.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor")
        == "rgb(255, 255, 255)"
    )
