"""A real browser on the real pages: nothing may go wrong in its console, nothing may leave."""

import os
import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
EXPECTED_REFUSALS = ("status of 403", "status of 404", "status of 409", "status of 422")
SLOW_MACHINE = "was preloaded using link preload but not used within a few seconds"

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def chromium() -> str:
    """Return the browser's path, empty when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark this folder's tests, and say aloud when they cannot run."""
    here = [item for item in items if "tests/browser/" in item.path.as_posix()]
    for item in here:
        item.add_marker(pytest.mark.browser)
        if not chromium() and os.environ.get("CI") != "true":
            item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in red that pages were not seen in a browser."""
    if not chromium():
        terminalreporter.section("AUCUN NAVIGATEUR", red=True)
        terminalreporter.line("The browser tests did not run: install chromium, or set CHROMIUM.", red=True)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium; without one, fail where all must run."""
    if not chromium():
        pytest.fail("no chromium: the browser tests must run here")
    return {**browser_type_launch_args, "executable_path": chromium(), "args": list(QUIET)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A French student who asked for less motion."""
    return {
        **browser_context_args,
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "reduced_motion": "reduce",
    }


@pytest.fixture
def guarded(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test on any console error, CSP violation or request to elsewhere."""
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.extend(_console_fault(message)))
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on("request", lambda request: faults.extend(_off_host(request)))
    yield page
    assert faults == []


@pytest.fixture
def without_script(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


def _console_fault(message: ConsoleMessage) -> list[str]:
    expected = (*EXPECTED_REFUSALS, SLOW_MACHINE)
    if message.type not in ("error", "warning") or any(words in message.text for words in expected):
        return []
    return [f"console {message.type}: {message.text}"]


def _off_host(request: Request) -> list[str]:
    host = urlsplit(request.url).hostname
    return [] if host in ("localhost", "127.0.0.1", None) else [f"request to {request.url}"]
