"""One call to a public service: bounded in time, size and tries, and never sent on to another host."""

import json
import random
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from importlib.metadata import version
from socket import SHUT_RDWR, socket
from ssl import SSLCertVerificationError
from threading import Event, Timer
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.response import BaseHTTPResponse

from tremplin.companies.connectors.failures import KeyRefused, Refused, TooManyCalls, Unavailable
from tremplin.companies.connectors.pace import LONGEST_HOLD_SECONDS, Pace

LARGEST_ANSWER: Final = 5 << 20
WITHOUT_RETRY_AFTER_SECONDS: Final = 5
_PIECE: Final = 1 << 16
_SAYS: Final = ("erreur", "detail", "message", "error_description")
_LONGEST_SAYING: Final = 200
_NO_ANSWER: Final = "ne répond pas. Vérifiez votre connexion à Internet."
_UNREADABLE: Final = "a envoyé une réponse illisible."
_TOO_SLOW: Final = "met trop de temps à répondre."
_TOO_LARGE: Final = "a envoyé une réponse trop lourde."
_MOVED: Final = "renvoie vers une autre adresse, que Tremplin ne suit pas."
_CLOSED: Final = "refuse de répondre à votre réseau."
_UNSURE: Final = "n’a pas pu prouver son identité : rien ne lui a été envoyé."


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call may last.

    Attributes:
        connect_seconds: to reach the service.
        silence_seconds: without a single byte received.
        total_seconds: everything, tries and waits included.
        wait_seconds: longest wait before another try.
        tries: calls at most.
    """

    connect_seconds: float = 2
    silence_seconds: float = 3
    total_seconds: float = 7
    wait_seconds: float = 3
    tries: int = 3


PATIENCE: Final = Patience()


@dataclass(frozen=True, slots=True)
class _Received:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Try:
    """A call that may be made again after a wait, in seconds."""

    failure: Exception
    wait: float


@dataclass(frozen=True, slots=True)
class Caller:
    """Asks one service.

    Attributes:
        title: how the student knows the service.
        base: its address, without a final slash.
        pace: how often it may be asked.
        has_key: the student's own key is shown to it.
    """

    title: str
    base: str
    pace: Pace
    patience: Patience = field(default=PATIENCE)
    has_key: bool = False

    def get(self, path: str, parameters: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Any:
        """Ask and read JSON.

        Args:
            path: after the base.
            parameters: of the query.
            headers: such as a key.

        Returns:
            What the JSON says.

        Raises:
            Unavailable: no readable answer in time.
            TooManyCalls: the service asks for a longer wait.
            Refused: the question was not accepted, or the key.
        """
        return self._ask("GET", f"{path}?{urlencode(parameters, errors='replace')}", "", headers or {})

    def post(self, path: str, fields: Mapping[str, str]) -> Any:
        """Send a form and read JSON; same failures as `get`."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields), kind)

    def post_json(self, path: str, content: str, headers: Mapping[str, str] | None = None) -> Any:
        """Send a text that is JSON already, as it stands, and read JSON; same failures as `get`."""
        return self._ask("POST", path, content, {"Content-Type": "application/json", **(headers or {})})

    def _ask(self, verb: str, path: str, content: str, headers: Mapping[str, str]) -> Any:
        ends = time.monotonic() + self.patience.total_seconds
        failure: Exception = Unavailable(self.title, _TOO_SLOW)
        for tried in range(self.patience.tries):
            if held := self.pace.held():
                raise TooManyCalls(self.title, seconds=held)
            if not self._may_wait(self.pace.take(), ends):
                break
            found = self._try(verb, path, content, headers, tried, ends)
            if isinstance(found, _Received):
                return self._json(found.body)
            failure = found.failure
            if tried + 1 == self.patience.tries or not self._may_wait(found.wait, ends):
                break
        if isinstance(failure, TooManyCalls):
            self.pace.hold(failure.seconds)
        raise failure

    def _may_wait(self, seconds: float, ends: float) -> bool:
        """Wait when there is time for it."""
        if seconds > self.patience.wait_seconds or time.monotonic() + seconds >= ends:
            return False
        time.sleep(seconds)
        return True

    def _try(
        self, verb: str, path: str, content: str, headers: Mapping[str, str], tried: int, ends: float
    ) -> "_Received | _Try":
        # students of one school share a limit: they must not all come back at once
        pause = 0.3 * 2**tried * random.uniform(1, 1.5)  # noqa: S311
        try:
            received = self._once(verb, path, content, headers, ends)
        except SSLCertVerificationError as problem:
            raise Unavailable(self.title, _UNSURE) from problem
        except _TooLarge as problem:
            raise Unavailable(self.title, _TOO_LARGE) from problem
        except (HTTPError, HTTPException, OSError) as problem:
            return _Try(Unavailable(self.title, _why(problem)), pause)
        return self._judged(received, pause)

    def _judged(self, received: _Received, pause: float) -> "_Received | _Try":
        status = received.status
        if status == 200:
            return received
        asked = _retry_after(received.headers)
        if status == 429:
            wait = WITHOUT_RETRY_AFTER_SECONDS if asked is None else max(1, asked)
            return _Try(TooManyCalls(self.title, seconds=wait), pause if asked is None else asked)
        if status >= 500:
            why = f"est en panne (code {status})."
            return _Try(Unavailable(self.title, why), pause if asked is None else asked)
        if status in (401, 403):
            raise KeyRefused(self.title) if self.has_key else Unavailable(self.title, _CLOSED)
        if status in (400, 422):
            raise self._refused(received)
        raise Unavailable(self.title, _MOVED if 300 <= status < 400 else f"a répondu {status}.")

    def _refused(self, received: _Received) -> Refused:
        said = _saying(received.body)
        if said == "invalid_client":
            return KeyRefused(self.title)
        return Refused(f"{self.title} a refusé la question : {said or 'sans dire pourquoi'}.")

    def _json(self, body: bytes) -> Any:
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as problem:
            raise Unavailable(self.title, _UNREADABLE) from problem

    def _once(self, verb: str, path: str, content: str, headers: Mapping[str, str], ends: float) -> _Received:
        address = urlsplit(self.base)
        kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
        connection = kind(
            address.hostname or "", address.port, timeout=self._within(self.patience.connect_seconds, ends)
        )
        try:
            connection.connect()
            connection.timeout = self._within(self.patience.silence_seconds, ends)
            with _cut(connection.sock, at=ends):
                connection.request(
                    verb,
                    address.path + path,
                    body=content or None,
                    headers={**_headers(), **headers},
                    preload_content=False,
                )
                response = connection.getresponse()
                told = {name.lower(): value for name, value in response.headers.items()}
                return _Received(response.status, told, _body(response))
        finally:
            connection.close()

    @staticmethod
    def _within(seconds: float, ends: float) -> float:
        return max(0.05, min(seconds, ends - time.monotonic()))


class _TooLarge(Exception):
    pass


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"Tremplin/{version('tremplin')}",
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
    }


@contextmanager
def _cut(connected: socket | None, *, at: float) -> Iterator[None]:
    """Cut a connection at an instant: bytes that come one by one reset every other limit."""
    over = Event()

    def cut() -> None:
        over.set()
        if connected is not None:
            with suppress(OSError):
                connected.shutdown(SHUT_RDWR)

    timer = Timer(max(0.05, at - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (HTTPError, HTTPException, OSError) as problem:
        if over.is_set():
            raise TimeoutError from problem
        raise
    finally:
        timer.cancel()
    if over.is_set():
        raise TimeoutError


def _body(response: BaseHTTPResponse) -> bytes:
    """Read an answer, unpacked, up to the bound."""
    read = bytearray()
    while piece := response.read1(_PIECE, decode_content=True):
        read += piece
        if len(read) > LARGEST_ANSWER:
            raise _TooLarge
    return bytes(read)


def _why(problem: Exception) -> str:
    if isinstance(problem, TimeoutError):
        return _TOO_SLOW
    return _NO_ANSWER if isinstance(problem, NewConnectionError) else "a coupé la connexion."


def _retry_after(headers: Mapping[str, str]) -> int | None:
    """Read how long to wait, in whole seconds up to an hour; None when not said or not readable."""
    said = headers.get("retry-after", "").strip()
    if said.isdecimal():
        return min(int(said[:9]), LONGEST_HOLD_SECONDS)
    try:
        seconds = parsedate_to_datetime(said).timestamp() - time.time()
    except (ValueError, OverflowError):
        return None
    return max(0, min(round(seconds), LONGEST_HOLD_SECONDS))


def _saying(body: bytes) -> str:
    """Return what a refusal says, short and on one line; empty when it says nothing readable."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(content, dict):
        return ""
    if content.get("error") == "invalid_client":
        return "invalid_client"
    said = next((content[name] for name in _SAYS if isinstance(content.get(name), str)), "")
    return " ".join(said.split())[:_LONGEST_SAYING].rstrip(". ")
