"""Starts Tremplin with the example student and photographs the pages that the README shows."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
WIDTH, HEIGHT = 1280, 900
SHOTS: dict[str, tuple[str, ...]] = {
    "cap": (),
    "convention": ("Droits", "Cargolière SAS", "convention-cargoliere.pdf"),
    "choisir": ("Choisir",),
    "trouver": ("Trouver",),
    "reseau": ("Réseau",),
    "journal": ("Journal",),
    "valeur": ("Valeur",),
    "recits": ("Récits",),
    "cv": ("Récits", "Mon CV", "Pour tous"),
}
"""File names, and the links that lead one after the other from the home page to what they show."""


def main() -> None:
    """Take every picture, then stop the server."""
    with tempfile.TemporaryDirectory() as home:
        server = start(home)
        try:
            shoot_all(address_of(server))
        finally:
            server.terminate()
            server.wait()


def start(home: str) -> subprocess.Popen[str]:
    """Start the product on an empty folder."""
    command = [Path(sys.executable).with_name("tremplin"), "run", "--demo", "--no-browser"]
    environment = {**os.environ, "TREMPLIN_HOME": home, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def address_of(server: subprocess.Popen[str]) -> str:
    """Return the address the server prints once it listens."""
    assert server.stdout is not None
    for line in server.stdout:
        if found := re.search(r"http://\S+", line):
            return found[0]
    sys.exit("The server stopped before it gave its address.")


def shoot_all(address: str) -> None:
    """Open each page in a browser and write its picture."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, locale="fr-FR", reduced_motion="reduce"
        )
        for name, links in SHOTS.items():
            page.goto(address)
            for link in links:
                page.get_by_role("link", name=re.compile(rf"^{re.escape(link)}\b")).first.click()
            page.wait_for_load_state("networkidle")
            page.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
