"""Adding and finding an entry among 10,000, beside bare SQLite FTS5 and jrnl.

Targets: an entry written in under 50 ms, a search answered in under 30 ms; exit status 1 past either.
jrnl is a command: it is compared with our own command from cold.
"""

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JRNL = ROOT / ".cache" / "bench" / "jrnl" / "bin" / "jrnl"
ENTRIES, ROUNDS, COLD_ROUNDS = 10_000, 60, 3
ADD_TARGET, SEARCH_TARGET = 0.050, 0.030
SHOWN = 20
QUERIES = ("inventaire", "rédaction newsletter", "analysé données client", "freins", "reun")
START = date(2024, 1, 1)
VERBS = (
    "rédigé", "analysé", "trié", "préparé", "animé", "réparé", "testé", "présenté", "compté", "classé",
    "corrigé", "automatisé",
)  # fmt: skip
THINGS = (
    "l’inventaire des freins", "12 newsletters clients", "les données de vente", "la fiche panne",
    "le tableau des stocks", "la réunion d’atelier", "le rapport mensuel", "64 commandes",
    "le planning de l’équipe", "la maquette du site", "les retours des utilisateurs",
    "la procédure d’accueil",
)  # fmt: skip
ENDS = (
    "avec Maud et Bilel", "pour la directrice générale", "en 25 min au lieu de 4 h 30",
    "avant l’échéance", "et relu avec le chef d’atelier", "ce qui évite une double saisie",
    "sur 42 références", "à la demande du client",
)  # fmt: skip


def sentences() -> list[str]:
    """Return the same ten thousand entries each time."""
    chance = random.Random(20260403)  # noqa: S311 nothing secret
    return [
        f"J’ai {chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(ENDS)}, note {number}."
        for number in range(ENTRIES)
    ]


def median(act: Callable[[int], object], rounds: int) -> float:
    act(0)
    times = []
    for number in range(1, rounds + 1):
        begin = time.perf_counter()
        act(number)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def fill(texts: list[str]) -> None:
    """Put the entries in a new database, with their index."""
    from django.core.management import call_command

    from tremplin.journal import search
    from tremplin.journal.models import Entry

    call_command("migrate", verbosity=0)
    now = datetime.now(UTC)
    Entry.objects.bulk_create(
        [
            Entry(action=text, date=START + timedelta(days=number // 12), created_at=now)
            for number, text in enumerate(texts)
        ],
        batch_size=1000,
    )
    search.rebuild()


def ours() -> tuple[float, float]:
    """Return the seconds to add an entry, its figures sought, and to find the first twenty."""
    from tremplin.evidence.proposals import proposals
    from tremplin.journal import operations, queries

    def add(number: int) -> None:
        text = f"J’ai compté {number} vélos, de 10 h à 2 h par semaine."
        operations.add_entry(action=text, on=START, at=datetime.now(UTC))
        proposals(text)

    def find(number: int) -> None:
        assert queries.found(QUERIES[number % len(QUERIES)], limit=SHOWN)

    return median(add, ROUNDS), median(find, ROUNDS)


def bare(folder: Path, texts: list[str]) -> tuple[float, float]:
    """Return the same for FTS5 alone: no families, no skills, no rows read."""
    base = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    base.execute("BEGIN")
    base.executemany("INSERT INTO words VALUES (?)", [(text,) for text in texts])
    base.execute("COMMIT")

    def add(number: int) -> None:
        base.execute("INSERT INTO words VALUES (?)", (f"J’ai compté {number} vélos",))

    def find(number: int) -> None:
        asked = " ".join(f'"{word}"*' for word in QUERIES[number % len(QUERIES)].split())
        base.execute(
            "SELECT text FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", (asked, SHOWN)
        ).fetchall()

    return median(add, ROUNDS), median(find, ROUNDS)


def commands(command: list[str], add: list[str], find: list[str], **extra: str) -> tuple[float, float] | None:
    """Return the seconds of two commands from cold; None when the program is not installed."""
    environment = {**os.environ, **extra}

    def run(arguments: list[str]) -> Callable[[int], object]:
        return lambda _: subprocess.run(
            [*command, *arguments], check=True, capture_output=True, env=environment, stdin=subprocess.DEVNULL
        )

    try:
        return median(run(add), COLD_ROUNDS), median(run(find), COLD_ROUNDS)
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"not measured: {command[0]} ({problem})", file=sys.stderr)
        return None


def jrnl(folder: Path, texts: list[str]) -> tuple[float, float] | None:
    """Return the same for jrnl, on its own file of the same entries."""
    journal = folder / "journal.txt"
    days = (START + timedelta(days=number // 12) for number in range(len(texts)))
    journal.write_text(
        "".join(f"[{day} 09:00] {text}\n\n" for day, text in zip(days, texts, strict=True)), "utf-8"
    )
    settings = folder / "jrnl.yaml"
    settings.write_text(f"journals:\n  default:\n    journal: {journal}\nversion: v4.2\n", "utf-8")
    command = [str(JRNL), "--config-file", str(settings)]
    return commands(command, ["J’ai", "compté", "3", "vélos."], ["-contains", "inventaire", "-n", str(SHOWN)])


def line(name: str, found: tuple[float, float] | None) -> str:
    if found is None:
        return f"| {name} | not installed | |"
    return f"| {name} | {found[0] * 1000:,.1f} ms | {found[1] * 1000:,.1f} ms |"


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["TREMPLIN_HOME"] = str(folder / "home")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tremplin.site.settings")
        (folder / "home").mkdir()
        import django

        django.setup()
        texts = sentences()
        fill(texts)
        found = ours()
        print(f"| {ENTRIES:,} entries, median | add one | find {SHOWN} |")
        print("|---|---|---|")
        print(line("Tremplin, server time", found))
        print(line("bare SQLite FTS5", bare(folder, texts)))
        program = [sys.executable, "-m", "tremplin", "journal"]
        print(
            line(
                "`tremplin journal` from cold",
                commands(program, ["add", "3 vélos"], ["search", "inventaire"]),
            )
        )
        print(line("jrnl from cold", jrnl(folder, texts)))
    sys.exit(found[0] > ADD_TARGET or found[1] > SEARCH_TARGET)


main()
