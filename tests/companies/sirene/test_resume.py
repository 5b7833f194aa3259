"""An import that is stopped, killed, or short of room."""

import signal
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from tests.companies.sirene import made
from tests.companies.sirene.made import WHOLE
from tests.companies.sirene.test_import import all_of
from tremplin.companies.sirene import index
from tremplin.companies.sirene.importing import import_stock
from tremplin.companies.sirene.refusals import Busy, NoRoom, NothingImported, Refused
from tremplin.companies.sirene.workbench import Progress


class Stopped(Exception):
    """The student closed the window."""


def phases_until(stop_at: str, files: tuple[Path, ...], folder: Path) -> list[str]:
    """Import and stop as soon as a phase begins; return the phases seen."""
    seen: list[str] = []

    def watch(progress: Progress) -> None:
        seen.append(progress.phase)
        if progress.phase == stop_at:
            raise Stopped

    if stop_at:
        with pytest.raises(Stopped):
            import_stock(files, folder=folder, watch=watch)
    else:
        import_stock(files, folder=folder, watch=watch)
    return list(dict.fromkeys(seen))


@pytest.mark.parametrize(
    "phase", ["Lecture des coordonnées", "Rapprochement des fichiers", "Rangement par lieu", "Mots des noms"]
)
def test_a_stopped_import_starts_again_where_it_was(tmp_path: Path, samples: Path, phase: str) -> None:
    before = phases_until(phase, WHOLE, tmp_path)

    after = phases_until("", WHOLE, tmp_path)

    assert set(before) & set(after) <= {phase}
    assert all_of(tmp_path) == all_of(samples)
    assert index.imported(tmp_path) == index.imported(samples)


def test_the_old_index_answers_until_the_new_one_is_whole(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path / "index")
    before = all_of(tmp_path / "index")
    other = (made.write_csv(tmp_path / "stock.csv", made.establishment()),)

    phases_until("Mots des noms", other, tmp_path / "index")
    during = all_of(tmp_path / "index")
    import_stock(other, folder=tmp_path / "index")

    assert during == before
    assert len(all_of(tmp_path / "index")) == 1


def test_other_files_do_not_take_up_the_work_left(tmp_path: Path) -> None:
    phases_until("Mots des noms", WHOLE, tmp_path / "index")

    report = import_stock(
        [made.write_csv(tmp_path / "stock.csv", made.establishment())], folder=tmp_path / "index"
    )

    assert (report.kept, len(all_of(tmp_path / "index"))) == (1, 1)


def test_a_killed_import_is_taken_up(tmp_path: Path, samples: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from tremplin.companies.sirene.importing import import_stock\n"
        "def watch(progress):\n"
        "    if progress.phase == 'Rapprochement des fichiers':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "import_stock([Path(one) for one in sys.argv[2:]], folder=Path(sys.argv[1]), watch=watch)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path), *map(str, WHOLE)]

    killed = subprocess.run(command, timeout=60, check=False)
    after = phases_until("", WHOLE, tmp_path)

    assert killed.returncode == -signal.SIGKILL
    assert "Lecture des établissements" not in after
    assert all_of(tmp_path) == all_of(samples)


def test_two_imports_at_once_are_one_too_many(tmp_path: Path) -> None:
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from tremplin.companies.sirene.workbench import open_workbench\n"
        "with open_workbench(Path(sys.argv[1]), inputs='x', memory='1GB', watch=print):\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    (tmp_path / "index").mkdir()
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "index" / "incoming")], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    holder.stdout.readline()

    with pytest.raises(Busy, match="en cours"):
        import_stock(WHOLE, folder=tmp_path / "index")

    holder.kill()
    holder.communicate()
    assert import_stock(WHOLE, folder=tmp_path / "index").kept == 31


@pytest.mark.parametrize("content", [b"", b"\0" * 8192, b"rien" * 5000], ids=["empty", "zeros", "garbage"])
@pytest.mark.parametrize("name", ["work.duckdb", "index.duckdb"])
def test_work_damaged_by_a_full_disk_is_started_anew(
    tmp_path: Path, samples: Path, name: str, content: bytes
) -> None:
    phases_until("Mots des noms", WHOLE, tmp_path)
    (tmp_path / "incoming" / name).write_bytes(content)

    import_stock(WHOLE, folder=tmp_path)

    assert all_of(tmp_path) == all_of(samples)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "sirene").touch()

    with pytest.raises(Refused, match="ne peut pas être écrit"):
        import_stock(WHOLE, folder=tmp_path / "sirene")


def test_a_full_disk_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda folder: usage(10**9, 10**9, 1_000_000))

    with pytest.raises(NoRoom, match="il en reste 0,0 sur ce disque"):
        import_stock(WHOLE, folder=tmp_path)

    assert not list(tmp_path.iterdir())


def test_too_little_memory_is_told_and_the_work_can_go_on(tmp_path: Path) -> None:
    with pytest.raises(NoRoom, match="La place manque"):
        import_stock(WHOLE, folder=tmp_path, memory="6MB")

    assert import_stock(WHOLE, folder=tmp_path).kept == 31


def test_progress_counts_rows_up_to_the_total(tmp_path: Path) -> None:
    told: list[Progress] = []

    import_stock(WHOLE, folder=tmp_path, watch=told.append)

    assert {progress.phase for progress in told} >= {"Lecture des établissements", "Mots des noms"}
    assert all(progress.total is None or 0 <= progress.done <= progress.total for progress in told)


def test_an_index_file_taken_away_is_told(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path)
    for path in tmp_path.glob("index-*"):
        path.unlink()

    assert not index.is_imported(tmp_path)
    with pytest.raises(NothingImported, match="Importez StockEtablissement"):
        index.reader(tmp_path)


def test_a_damaged_index_is_told(tmp_path: Path) -> None:
    name = f"{index.NAME}abc.duckdb"
    (tmp_path / name).write_bytes(b"rien" * 5000)
    (tmp_path / index.POINTER).write_text(name)

    with pytest.raises(NothingImported, match="abîmé"):
        all_of(tmp_path)


def test_a_damaged_pointer_is_no_index(tmp_path: Path) -> None:
    (tmp_path / index.POINTER).write_bytes(b"\xff\xfe")

    assert not index.is_imported(tmp_path)


def test_an_index_of_another_format_is_imported_again(tmp_path: Path) -> None:
    import_stock(WHOLE, folder=tmp_path)
    made_by_another = tmp_path / "index-0-abc.duckdb"
    next(tmp_path.glob("index-*")).rename(made_by_another)
    (tmp_path / index.POINTER).write_text(made_by_another.name)

    assert not index.is_imported(tmp_path)
    with pytest.raises(NothingImported, match="autre version"):
        index.reader(tmp_path)
    assert import_stock(WHOLE, folder=tmp_path).kept == 31
    assert not made_by_another.exists()
