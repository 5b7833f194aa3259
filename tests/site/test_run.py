"""The product as a student starts it: one command, one address, nothing from outside."""

import gzip
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.site.processes import environment

KILOBYTE = 1024
LINKED = re.compile(r'(?:href|src)="(/static/[^"]+)"')
FONTS = re.compile(r"url\(\"?([^)\"]+\.woff2)")


class Answer(NamedTuple):
    """What came back over the wire."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Unpack and decode."""
        packed = self.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


class Server(NamedTuple):
    """A running `tremplin run` and what it said."""

    process: subprocess.Popen[str]
    port: int
    home: Path
    host: str = "127.0.0.1"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Send one request as a browser would."""
        with closing(HTTPConnection(self.host, self.port, timeout=60)) as connection:
            connection.request(method, path, headers={"Accept-Encoding": "gzip", **headers})
            response: HTTPResponse = connection.getresponse()
            return Answer(response.status, dict(response.headers), response.read())


def free_port() -> int:
    """Return a port nobody listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port: int = probe.getsockname()[1]
        return port


def serve(home: Path, *options: str) -> Server:
    """Start the real command on a free port and wait for its first answer."""
    port = free_port()
    server = Server(launch(home, port, *options), port, home)
    wait(server)
    return server


def launch(home: Path, port: int, *options: str) -> subprocess.Popen[str]:
    """Start the real command."""
    return subprocess.Popen(
        [sys.executable, "-m", "tremplin", "run", "--no-browser", "--port", str(port), *options],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait(server: Server) -> None:
    """Return once the server answers."""
    deadline = time.monotonic() + 30
    while server.process.poll() is None and time.monotonic() < deadline:
        try:
            server.ask("/bienvenue/")
        except ConnectionError:
            time.sleep(0.05)
        else:
            return
    server.process.kill()
    pytest.fail(f"the server did not answer: {server.process.communicate()[0]}")


def stop(server: Server) -> str:
    """Press Ctrl C and return everything the command printed."""
    server.process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
    printed, _ = server.process.communicate(timeout=60)
    return printed


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the module, on a new folder."""
    running = serve(tmp_path_factory.mktemp("student") / "Tremplin")
    yield running
    stop(running)


def test_the_first_page_asks_where_the_student_stands(server: Server) -> None:
    home = server.ask("/")

    assert home.status == 302
    assert home.headers["Location"] == "/bienvenue/"


def test_every_answer_carries_the_strict_headers(server: Server) -> None:
    page = server.ask("/bienvenue/")
    sheet = server.ask(next(path for path in LINKED.findall(page.text) if path.endswith(".css")))
    missing = server.ask("/nulle-part/")

    for answer in (page, sheet, missing):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "form-action 'self'; frame-ancestors 'none'; base-uri 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in answer.headers["Permissions-Policy"]


def test_a_foreign_host_name_is_refused_in_french(server: Server) -> None:
    answer = server.ask("/bienvenue/", Host="attacker.example")

    assert answer.status == 400
    assert "n’est pas lisible" in answer.text


def test_a_form_without_its_token_is_refused_in_french(server: Server) -> None:
    answer = server.ask("/bienvenue/", method="POST", Origin=f"http://127.0.0.1:{server.port}")

    assert answer.status == 403
    assert "Rien n’a été enregistré" in answer.text


def test_the_first_visit_stays_within_220_kilobytes_and_10_requests(server: Server) -> None:
    page = server.ask("/reglages/")
    linked = {path: server.ask(path) for path in set(LINKED.findall(page.text))}
    (sheet,) = (path for path in linked if path.endswith(".css"))
    fonts = {
        path: server.ask(path)
        for name in FONTS.findall(linked[sheet].text)
        if (path := f"{sheet.rpartition('/')[0]}/{name}") not in linked
    }

    everything = [page, *linked.values(), *fonts.values()]
    assert {answer.status for answer in everything} == {200}
    assert sum(len(answer.body) for answer in everything) <= 220 * KILOBYTE
    assert len(everything) <= 10


@pytest.mark.parametrize("path", ["/bienvenue/", "/reglages/", "/chercher/", "/chercher/?q=xyz"])
def test_a_later_page_stays_within_40_kilobytes(server: Server, path: str) -> None:
    assert len(server.ask(path).body) <= 40 * KILOBYTE


def test_static_files_are_hashed_packed_and_kept_for_ever(server: Server) -> None:
    page = server.ask("/reglages/")
    sheet = server.ask(next(path for path in LINKED.findall(page.text) if path.endswith(".css")))

    assert sheet.headers["Content-Encoding"] == "gzip"
    assert "immutable" in sheet.headers["Cache-Control"]


def test_no_page_names_an_address_outside(server: Server) -> None:
    for path in ("/bienvenue/", "/reglages/", "/chercher/", "/nulle-part/"):
        page = server.ask(path).text
        sources = re.findall(r'(?:src|href|action)="([^"]+)"', page)

        assert all(source.startswith(("/", "#")) for source in sources)


def test_no_page_holds_inline_script_or_style(server: Server) -> None:
    for path in ("/bienvenue/", "/reglages/", "/chercher/", "/nulle-part/"):
        page = server.ask(path).text

        assert not re.search(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:", page)


def test_ctrl_c_stops_without_a_trace_and_the_next_start_makes_nothing_again(tmp_path: Path) -> None:
    home = tmp_path / "Tremplin"
    first = serve(home)
    said = stop(first)
    made = {path: path.stat().st_mtime_ns for path in (home / "cache").rglob("*")}

    again = serve(home)
    said_again = stop(again)

    assert "Traceback" not in said + said_again
    assert f"http://127.0.0.1:{again.port}/" in said_again
    assert {path: path.stat().st_mtime_ns for path in (home / "cache").rglob("*")} == made
    assert first.process.returncode == again.process.returncode == 0


@pytest.mark.skipif(sys.platform == "darwin", reason="only 127.0.0.1 is this machine there")
def test_another_loopback_address_answers_to_its_own_name(tmp_path: Path) -> None:
    port = free_port()
    server = Server(launch(tmp_path / "Tremplin", port, "--host", "127.0.0.2"), port, tmp_path, "127.0.0.2")
    wait(server)

    answer = server.ask("/bienvenue/")
    stop(server)

    assert answer.status == 200


def test_the_example_opens_in_a_folder_of_its_own(tmp_path: Path) -> None:
    home = tmp_path / "Tremplin"

    server = serve(home, "--demo")
    cap = server.ask("/")
    said = stop(server)

    assert cap.status == 200
    assert "semaine 9 sur" in cap.text.lower()
    assert "Exemple d’Inès" in cap.text
    assert "L’exemple se passe le 2\u00a0avril 2026" in said
    assert str(tmp_path / "Tremplin-demo") in said
    assert not home.exists()


def test_two_first_starts_at_once_both_serve_the_same_folder(tmp_path: Path) -> None:
    home = tmp_path / "Tremplin"
    ports = [free_port(), free_port()]
    servers = [Server(launch(home, port), port, home) for port in ports]

    for server in servers:
        wait(server)
    said = [stop(server) for server in servers]

    assert "Traceback" not in "".join(said)
    assert [server.process.returncode for server in servers] == [0, 0]


def test_a_damaged_database_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "tremplin.sqlite3").write_bytes(b"not a database" * 1000)

    done = subprocess.run(
        [sys.executable, "-m", "tremplin", "run", "--no-browser"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )

    assert done.returncode == 1
    assert "ne peut pas être lue" in done.stderr
    assert "copies" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    done = subprocess.run(
        [sys.executable, "-m", "tremplin", "run", "--no-browser"],
        env=environment(tmp_path / "file" / "Tremplin"),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )

    assert done.returncode == 1
    assert "TREMPLIN_HOME" in done.stderr
    assert "Traceback" not in done.stderr
