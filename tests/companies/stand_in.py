"""A stand-in for the public services, on this machine: recorded answers, and every way to misbehave."""

import socket
import struct
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLContext
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

RECORDED = Path(__file__).parent / "data"
JSON = {"Content-Type": "application/json"}
SEARCH = "recherche-entreprises.api.gouv.fr"
BOX = "api.francetravail.io"
PASSES = "entreprise.francetravail.fr"
ALTERNANCE = "api.apprentissage.beta.gouv.fr"
COMMUNES = "geo.api.gouv.fr"
ADDRESSES = "data.geopf.fr"


@dataclass(frozen=True)
class Reply:
    """One answer of a service.

    Attributes:
        wait: seconds of silence before the first byte.
        drip: seconds between the bytes; of the headers too when `drips_headers`.
        reset: the connection is cut without a word.
    """

    body: bytes = b"{}"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)
    wait: float = 0
    drip: float = 0
    drips_headers: bool = False
    reset: bool = False


@dataclass(frozen=True)
class Asked:
    """One question a service received."""

    host: str
    path: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]
    body: str


def recorded(name: str, **changes: Any) -> Reply:
    """Return a recorded answer."""
    return Reply((RECORDED / name).read_bytes(), **changes)


class StandIn:
    """Plays every service under one address: `<address>/<host of the service>/<path>`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[Asked] = []
        self._next: defaultdict[str, deque[Reply]] = defaultdict(deque)
        self._always: dict[str, Reply] = {}

    def next(self, host: str, *replies: Reply) -> None:
        """Give these answers once each, before any other."""
        self._next[host].extend(replies)

    def always(self, host: str, reply: Reply) -> None:
        """Give this answer to every question."""
        self._always[host] = reply

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if waiting := self._next[asked.host]:
            return waiting.popleft()
        return self._always.get(asked.host) or _usual(asked)


def _usual(asked: Asked) -> Reply:
    places = {
        (SEARCH, "/near_point"): "recherche_entreprises/near_point.json",
        (BOX, "/partenaire/labonneboite/v2/recherche"): "api_emploi_geo/lbb_v2_recherche.json",
        (PASSES, "/connexion/oauth2/access_token"): "api_emploi_geo/ft_token.json",
        (ALTERNANCE, "/api/job/v1/search"): "api_emploi_geo/lba_job_v1_search.json",
        (COMMUNES, "/communes"): "api_emploi_geo/geo_communes.json",
        (ADDRESSES, "/geocodage/search"): "api_emploi_geo/geopf_search.json",
        (ADDRESSES, "/geocodage/reverse"): "api_emploi_geo/geopf_reverse.json",
    }
    if (asked.host, asked.path) == (SEARCH, "/search"):
        by_number = asked.parameters.get("q", "").isdecimal()
        found = "search_par_siren" if by_number else "search_texte"
        return recorded(f"recherche_entreprises/{found}.json")
    name = places.get((asked.host, asked.path))
    return recorded(name) if name else Reply(b'{"erreur": "inconnu"}', status=404)


class _Handler(BaseHTTPRequestHandler):
    stand_in: StandIn
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        _, host, path = address.path.split("/", 2)
        parameters = {name: values[0] for name, values in parse_qs(address.query).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._send(self.stand_in.reply(Asked(host, f"/{path}", parameters, headers, body)))

    do_POST = do_GET

    def _send(self, reply: Reply) -> None:
        self.close_connection = True
        if reply.reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            return
        time.sleep(reply.wait)
        told = {"Content-Length": str(len(reply.body)), "Connection": "close", **reply.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        head = f"HTTP/1.1 {reply.status} Said\r\n{lines}\r\n".encode()
        self._write(head, reply.drip * reply.drips_headers)
        self._write(reply.body, reply.drip)

    def _write(self, content: bytes, drip: float) -> None:
        if not drip:
            self.wfile.write(content)
            return
        for byte in content:
            self.wfile.write(bytes([byte]))
            time.sleep(drip)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that give up are what is tested."""


@contextmanager
def standing_in(secured: SSLContext | None = None) -> Iterator[StandIn]:
    """Serve until the end of the block."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        if secured:
            server.socket = secured.wrap_socket(server.socket, server_side=True)
        stand_in = StandIn(f"http://127.0.0.1:{server.server_port}")
        server.RequestHandlerClass = type("_Here", (_Handler,), {"stand_in": stand_in})
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield stand_in
        finally:
            server.shutdown()
            thread.join()
