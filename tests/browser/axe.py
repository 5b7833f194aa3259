"""Accessibility of a page as it stands, in both themes and at both widths."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
LOOKS = [(scheme, size) for scheme in SCHEMES for size in ((1440, 900), (390, 844))]


def check_axe(page: Page) -> None:
    """Fail on any WCAG 2.2 AA violation in the page as it is now."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(TAGS)}})
    assert results.violations_count == 0, results.generate_report()


def check_looks(page: Page) -> None:
    """Check the page as it is now in light and dark, on a laptop and on a phone."""
    for scheme, (width, height) in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        check_axe(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{page.url} overflows by {overflow} px at {width} px"
