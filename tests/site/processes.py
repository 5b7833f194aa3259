"""Runs pieces of the product in processes of their own, on a folder of their own."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

READY = """
import os, sys
from datetime import datetime
from pathlib import Path
import django
from tremplin.site.home import Home, prepare
home = Home(Path(os.environ["TREMPLIN_HOME"]))
prepare(home)
django.setup()
"""
UP_TO_DATE = """
from tremplin.site.database import bring_up_to_date
bring_up_to_date(home, copies_kept=2, now=datetime(2026, 4, 2, 8, 0))
"""
NAMES = """
from django.db import connection, transaction
from tremplin.accounts.models import Student
"""


def start(code: str, home: Path, *, up_to_date: bool = True) -> subprocess.Popen[str]:
    """Start Python on a prepared folder, up to date unless told otherwise, then `code`."""
    return subprocess.Popen(
        [sys.executable, "-c", READY + (UP_TO_DATE if up_to_date else "") + NAMES + textwrap.dedent(code)],
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )


def run(code: str, home: Path, *, up_to_date: bool = True) -> str:
    """Do the same to its end, and return what it printed."""
    process = start(code, home, up_to_date=up_to_date)
    printed, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return printed


def environment(home: Path) -> dict[str, str]:
    """Return the variables of a student's terminal with its own data folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TREMPLIN_")}
    return {**kept, "TREMPLIN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "tremplin.site.settings"}
