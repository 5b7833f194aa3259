"""An import run in a process apart, which says how far it is in a file beside the index."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Final

import duckdb

from tremplin.companies.sirene.importing import import_stock
from tremplin.companies.sirene.refusals import Refused
from tremplin.companies.sirene.workbench import Progress

RUNNING, DONE, REFUSED, STOPPED = "running", "done", "refused", "stopped"
STATE: Final = "state.json"
STOP: Final = "stop"
BEAT_SECONDS: Final = 0.5
LOST_AFTER_SECONDS: Final = 10.0
UNREADABLE: Final = (
    "L’import s’est arrêté : ces fichiers ou ce dossier n’ont pas pu être lus jusqu’au bout. "
    "L’ancien index reste en place. Téléchargez les fichiers à nouveau, puis relancez."
)


@dataclass(frozen=True, slots=True)
class Run:
    """How far the last import is.

    Attributes:
        files: absolute paths of the files given.
        state: running, done, refused or stopped; « stopped » can be resumed with the same files.
        phase: what it is doing, in French.
        done, total: rows; `total` is None when nobody knows yet.
        message: why it was refused.
        at: seconds since the epoch when it last gave a sign.
    """

    files: tuple[str, ...]
    state: str = RUNNING
    phase: str = "Préparation"
    done: int = 0
    total: int | None = None
    message: str = ""
    at: float = 0.0

    @property
    def percent(self) -> int | None:
        """Share of the phase that is done; None when nobody knows."""
        return min(100, 100 * self.done // self.total) if self.total else None


def begin(files: Sequence[Path], *, folder: Path) -> None:
    """Start an import that outlives this process; the same files resume the one that was stopped."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / STOP).unlink(missing_ok=True)
    given = tuple(str(file.absolute()) for file in files)
    _write(folder, Run(given, at=time.time()))
    command = [sys.executable, "-m", __name__, str(folder), *given]
    process = subprocess.Popen(  # noqa: S603 our own module
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=process.wait, daemon=True).start()


def last_run(folder: Path) -> Run | None:
    """Return how far the last import is; one that gives no sign any more was stopped."""
    try:
        told = json.loads((folder / STATE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    run = Run(**{**told, "files": tuple(told["files"])})
    is_lost = run.state == RUNNING and time.time() - run.at > LOST_AFTER_SECONDS
    return replace(run, state=STOPPED) if is_lost else run


def stop(folder: Path) -> None:
    """Ask the import under way to stop; what is read stays, and can be resumed."""
    (folder / STOP).touch()


def forget(folder: Path) -> None:
    """Forget the last import, once it is over."""
    (folder / STATE).unlink(missing_ok=True)


class _Teller:
    """Writes the state twice a second, and ends the process when it is asked to stop."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder, self.run = folder, run
        self.is_over = False

    def watch(self, progress: Progress) -> None:
        self.run = replace(self.run, phase=progress.phase, done=progress.done, total=progress.total)

    def beat(self) -> None:
        while not self.is_over:
            if (self.folder / STOP).exists():
                self.tell(replace(self.run, state=STOPPED))
                os._exit(0)  # the phases done so far are kept, whatever the moment
            self.tell(self.run)
            time.sleep(BEAT_SECONDS)

    def tell(self, run: Run) -> None:
        self.run = run
        _write(self.folder, replace(run, at=time.time()))


def main(folder: Path, files: Sequence[Path]) -> None:
    """Import, then say how it ended."""
    teller = _Teller(folder, Run(tuple(map(str, files))))
    beating = Thread(target=teller.beat, daemon=True)
    beating.start()
    ended = _imported(folder, files, teller)
    teller.is_over = True
    beating.join()
    teller.tell(ended)


def _imported(folder: Path, files: Sequence[Path], teller: _Teller) -> Run:
    try:
        import_stock(files, folder=folder, watch=teller.watch)
    except Refused as refused:
        return replace(teller.run, state=REFUSED, message=str(refused))
    except (duckdb.Error, OSError, ValueError) as problem:
        return replace(teller.run, state=REFUSED, message=f"{UNREADABLE} ({type(problem).__name__})")
    return replace(teller.run, state=DONE)


def _write(folder: Path, run: Run) -> None:
    written = folder / f".{STATE}.{os.getpid()}"
    with suppress(OSError):  # a full disk must not end the import by itself
        written.write_text(json.dumps(asdict(run), ensure_ascii=False), "utf-8")
        written.replace(folder / STATE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
