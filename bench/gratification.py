"""One gratification of ours beside OpenFisca-France and publicodes, in one run.

140 hours in February 2026, agreement signed that month, stage above the threshold: 630.00 euros.
Run through `script/bench`, which installs the peers; exit status 1 past our own target.
"""

import json
import statistics
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "bench"
PEERS = ROOT / "bench" / "peers"
ROUNDS, PEER_ROUNDS = 2000, 30
TARGET_SECONDS = 0.001
LEGAL = Decimal("630.00")

FACTS = {"hours_by_month": {date(2026, 2, 1): Decimal(140)}, "signed_on": date(2026, 2, 1)}
OURS = """
import time; start = time.perf_counter()
from datetime import date
from decimal import Decimal
from tremplin.law.internship.gratification import gratification_for_hours
gratification_for_hours(hours_by_month={date(2026, 2, 1): Decimal(140)}, signed_on=date(2026, 2, 1))
print(time.perf_counter() - start)
"""
COMMANDS = {
    "OpenFisca-France": [
        str(CACHE / "openfisca" / "bin" / "python"),
        str(PEERS / "openfisca_gratification.py"),
        str(PEER_ROUNDS),
    ],
    "publicodes + modele-social": [
        "node",
        str(PEERS / "publicodes_gratification.mjs"),
        str(CACHE / "node"),
        str(PEER_ROUNDS),
    ],
}


def ours() -> dict[str, float]:
    """Import and answer in fresh processes, then answer again and again in this one."""
    from tremplin.law.internship.gratification import gratification_for_hours
    from tremplin.law.outcome import Holds

    fresh = [
        float(subprocess.run([sys.executable, "-c", OURS], check=True, capture_output=True, text=True).stdout)
        for _ in range(5)
    ]
    outcome = gratification_for_hours(**FACTS)
    assert isinstance(outcome, Holds)
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        gratification_for_hours(**FACTS)
        times.append(time.perf_counter() - begin)
    return {
        "amount": float(outcome.value.total),
        "first": statistics.median(fresh),
        "warm": statistics.median(times),
    }


def peer(command: list[str]) -> dict[str, float] | None:
    """Run one peer; None when it is not installed or fails."""
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"not measured: {command[0]} ({error})", file=sys.stderr)
        return None
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def line(name: str, found: dict[str, float] | None) -> str:
    if found is None:
        return f"| {name} | not installed | | |"
    warm, first = found["warm"] * 1000, found["first"] * 1000
    return f"| {name} | {found['amount']:.2f} € | {first:,.0f} ms | {warm:.3g} ms |"


def main() -> None:
    found = ours()
    print("| 140 h, February 2026 (630.00 € by law) | answer | import and first answer | warm, median |")
    print("|---|---|---|---|")
    print(line("Tremplin", found))
    for name, command in COMMANDS.items():
        print(line(name, peer(command)))
    sys.exit(found["warm"] > TARGET_SECONDS or Decimal(str(found["amount"])) != LEGAL)


main()
