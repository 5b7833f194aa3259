"""The example of Inès, walked link by link: every page is whole, light, strict and in French."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.test_run import KILOBYTE, Answer, Server, serve, stop
from tests.typography import faults

LINK = re.compile(r'href="(/[^"#]*)')
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
OUTSIDE = re.compile(r'(?:src|action|hx-\w+)="(?:https?:)?//')
MOST_PAGES = 150


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Answer]]:
    """Every address a student reaches by clicking, with its answer."""
    server = serve(tmp_path_factory.mktemp("example") / "Tremplin", "--demo")
    yield walk(server)
    stop(server)


def walk(server: Server) -> dict[str, Answer]:
    """Follow every link from the home page."""
    seen: dict[str, Answer] = {}
    waiting = ["/"]
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen[path] = answer = server.ask(path)
        if is_page(answer):
            found = (link.replace("&amp;", "&") for link in LINK.findall(answer.text))
            waiting += [link for link in found if not link.startswith("/static/")]
    return seen


def is_page(answer: Answer) -> bool:
    """Tell a page from a download."""
    return answer.status == 200 and answer.headers.get("Content-Type", "").startswith("text/html")


def test_no_link_is_dead(pages: dict[str, Answer]) -> None:
    assert len(pages) > 5
    assert {path: answer.status for path, answer in pages.items() if answer.status not in (200, 302)} == {}


def test_every_page_stays_within_40_kilobytes(pages: dict[str, Answer]) -> None:
    heavy = {path: len(answer.body) for path, answer in pages.items() if is_page(answer)}

    assert {path: size for path, size in heavy.items() if size > 40 * KILOBYTE} == {}


def test_no_page_holds_anything_inline_or_from_outside(pages: dict[str, Answer]) -> None:
    texts = {path: answer.text for path, answer in pages.items() if is_page(answer)}

    assert [path for path, text in texts.items() if INLINE.search(text) or OUTSIDE.search(text)] == []


def test_typography_is_french_outside_quoted_agreements(pages: dict[str, Answer]) -> None:
    own = {path: page for path, page in pages.items() if not path.startswith("/droits/")}
    texts = {path: page.text for path, page in own.items() if is_page(page)}

    assert {path: wrong for path, text in texts.items() if (wrong := faults(text))} == {}


def test_every_page_has_one_title_and_says_where_it_is(pages: dict[str, Answer]) -> None:
    texts = {path: answer.text for path, answer in pages.items() if is_page(answer)}

    assert {path for path, text in texts.items() if text.count("<h1") != 1} == set()
    titles = [re.search(r"<title>\s*(.*?)\s*·", text) for text in texts.values()]
    assert all(titles)


def test_the_example_is_kept_apart(tmp_path: Path) -> None:
    server = serve(tmp_path / "Tremplin", "--demo")

    stop(server)

    assert not (tmp_path / "Tremplin").exists()
    assert (tmp_path / "Tremplin-demo" / "tremplin.sqlite3").exists()
