"""A decision of ours: 10,000 weightings, and three years month by month beside publicodes and modele-social.

Two contracts over the same 36 months, an apprenticeship and a professionalisation, gross and net. Run
through `script/bench`, which installs the peer; exit status 1 past our own targets.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tremplin.decision.domain.matrix import Matrix, Score, Weighted
from tremplin.decision.domain.money import Money, money_of
from tremplin.decision.domain.options import Kind, Option, Student
from tremplin.decision.domain.tipping import shares_of_wins

ROOT = Path(__file__).resolve().parent.parent
CACHE, PEERS = ROOT / ".cache" / "bench", ROOT / "bench" / "peers"
ROUNDS, PEER_ROUNDS = 50, 3
TARGET_SECONDS = 0.020
CRITERIA, OPTIONS = 14, 5
STUDENT = Student(date(2005, 3, 15))
DATES = {"starts_on": date(2025, 9, 1), "ends_on": date(2028, 8, 31)}
CONTRACTS = (
    Option("a", "Apprentissage", Kind.APPRENTICESHIP, **DATES),
    Option("p", "Professionnalisation", Kind.PROFESSIONALISATION, diploma="professional_bac", **DATES),
)
MONTH = date(2026, 7, 1)


def a_matrix() -> Matrix:
    keys = [f"c{at:02}" for at in range(CRITERIA)]
    options = [f"o{at}" for at in range(OPTIONS)]
    scores = {
        (option, key): Score((at * 7 + rank * 3) % 5 + 1)
        for at, option in enumerate(options)
        for rank, key in enumerate(keys)
    }
    return Matrix(tuple(Weighted(key, key, Fraction(1)) for key in keys), tuple(options), scores)


def measured(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median processor time of an act, in seconds, once warm: other work does not count."""
    act()
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        act()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def net_of(money: Money) -> float:
    return next(float(month.net.amount) for month in money.months if month.month == MONTH)


def peer() -> dict[str, Any] | None:
    """Run the peer; None when it is not installed or fails."""
    command = ["node", str(PEERS / "publicodes_months.mjs"), str(CACHE / "node"), str(PEER_ROUNDS)]
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"not measured: {command[0]} ({error})", file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    matrix = a_matrix()
    draws = measured(lambda: shares_of_wins(matrix))
    months = measured(lambda: [money_of(STUDENT, each) for each in CONTRACTS])
    apprentice = net_of(money_of(STUDENT, CONTRACTS[0]))
    theirs = peer()
    print(f"| {CRITERIA} criteria, {OPTIONS} options | processor, median | target |")
    print("|---|---|---|")
    print(f"| 10,000 weightings | {draws * 1000:.1f} ms | {TARGET_SECONDS * 1000:.0f} ms |")
    print()
    print("| two contracts, 36 months each | apprentice’s net, July 2026 | median | target |")
    print("|---|---|---|---|")
    print(f"| Tremplin | {apprentice:.2f} € | {months * 1000:.1f} ms | {TARGET_SECONDS * 1000:.0f} ms |")
    if theirs is None:
        print("| publicodes + modele-social | not installed | | |")
    else:
        print(
            f"| publicodes + modele-social | {theirs['amount']:.2f} € | {theirs['warm'] * 1000:,.0f} ms | |"
        )
    sys.exit(max(draws, months) > TARGET_SECONDS)


if __name__ == "__main__":
    main()
