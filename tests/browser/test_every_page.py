"""Every page of the example in a real browser: one of each kind, both themes, both widths."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import resolve
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tremplin.site.demo import load_demo

SHARES = 4  # several tests, for several processors
LINK = re.compile(r'href="(/[^"#]*)')


def one_page_of_each_kind() -> dict[str, str]:
    """Walk the example and keep the first address of each view."""
    client, kinds, seen, waiting = Client(), dict[str, str](), set[str](), ["/"]
    while waiting:
        path = waiting.pop(0)
        if path in seen or path.startswith("/static/"):
            continue
        seen.add(path)
        view = resolve(path.partition("?")[0]).view_name
        answer = client.get(path)
        answer.close()
        if view in kinds or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        kinds[view] = path
        waiting += [link.replace("&amp;", "&") for link in LINK.findall(answer.content.decode())]
    return kinds


@pytest.mark.parametrize("share", range(SHARES))
def test_every_kind_of_page_is_accessible_in_both_themes_on_laptop_and_phone(
    transactional_db: None, guarded: Page, live_server: LiveServer, share: int
) -> None:
    load_demo(on=date(2026, 4, 2))
    kinds = one_page_of_each_kind()

    assert {"cap:home", "search", "accounts:settings", "rights:agreements"} <= set(kinds)
    for path in list(kinds.values())[share::SHARES]:
        guarded.goto(live_server.url + path)
        check_looks(guarded)
