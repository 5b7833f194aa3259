"""One call to a service that behaves, then to one that does not: through the real client, every time."""

import gzip
import json
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from socket import create_server

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.companies.connectors.conftest import HURRIED
from tests.companies.stand_in import JSON, SEARCH, Reply, StandIn, recorded, standing_in
from tremplin.companies.connectors.calling import Caller
from tremplin.companies.connectors.failures import (
    KeyRefused,
    Refused,
    ServiceFailed,
    TooManyCalls,
    Unavailable,
)
from tremplin.companies.connectors.pace import Pace

HTML = {"Content-Type": "text/html"}
LIMIT_PAGE = b"<html><head><title>429 Too Many Requests</title></head></html>"
FINE = Reply(b'{"fine": true}')


@pytest.fixture
def caller(stand_in: StandIn) -> Caller:
    return Caller("Le service", f"{stand_in.address}/{SEARCH}", Pace(1000), HURRIED)


def limited(retry_after: str = "") -> Reply:
    headers = {**HTML, "Retry-After": retry_after} if retry_after else HTML
    return Reply(LIMIT_PAGE, status=429, headers=headers)


@contextmanager
def took_at_most(seconds: float) -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < seconds


def test_a_call_says_who_asks_and_reads_packed_answers(caller: Caller, stand_in: StandIn) -> None:
    packed = gzip.compress(json.dumps({"mots": "é" * 5000}).encode())
    stand_in.next(SEARCH, Reply(packed, headers={**JSON, "Content-Encoding": "gzip"}))

    said = caller.get("/search", {"q": "crème & sel"})

    assert said == {"mots": "é" * 5000}
    assert stand_in.asked[0].parameters == {"q": "crème & sel"}
    assert stand_in.asked[0].headers["user-agent"].startswith("Tremplin/")
    assert stand_in.asked[0].headers["accept-encoding"] == "gzip"


def test_a_short_wait_asked_is_waited(caller: Caller, stand_in: StandIn) -> None:
    in_a_moment = format_datetime(datetime.now(UTC), usegmt=True)
    stand_in.next(SEARCH, limited("0"), FINE, limited(in_a_moment), FINE)

    assert caller.get("/search", {}) == {"fine": True}
    assert caller.get("/search", {}) == {"fine": True}
    assert len(stand_in.asked) == 4


@pytest.mark.parametrize("as_date", [False, True])
def test_a_long_wait_asked_is_said_and_kept_to(caller: Caller, stand_in: StandIn, as_date: bool) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    stand_in.next(SEARCH, limited(then if as_date else "30"), FINE)

    with took_at_most(0.5), pytest.raises(TooManyCalls) as first:
        caller.get("/search", {})
    with pytest.raises(TooManyCalls) as second:
        caller.get("/search", {})

    assert 28 <= first.value.seconds <= 30
    assert f"réessayez dans {first.value.seconds} s" in str(first.value)
    assert 27 <= second.value.seconds <= 30
    assert len(stand_in.asked) == 1


def test_the_recorded_refusal_is_understood(caller: Caller, stand_in: StandIn) -> None:
    raw = recorded("recherche_entreprises/erreur_429.http").body.replace(b"\r\n", b"\n")
    head, _, page = raw.partition(b"\n\n")
    told = dict(line.split(": ", 1) for line in head.decode().splitlines()[1:])
    kept = {name: value for name, value in told.items() if name != "Content-Length"}
    stand_in.always(SEARCH, Reply(page, status=429, headers=kept))

    with pytest.raises(TooManyCalls) as refused:
        caller.get("/search", {})

    assert refused.value.seconds == 3


@pytest.mark.parametrize("said", ["", "0", "soon", "-5", "99999999999999999999", "Wed, 99 Foo 2026"])
def test_an_odd_wait_is_bounded(caller: Caller, stand_in: StandIn, said: str) -> None:
    stand_in.always(SEARCH, limited(said))

    with took_at_most(2), pytest.raises(TooManyCalls) as refused:
        caller.get("/search", {})

    assert 0 < refused.value.seconds <= 3600


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_breakdown_is_tried_again_then_said(caller: Caller, stand_in: StandIn, status: int) -> None:
    broken = Reply(b"<html>", status=status, headers=HTML)
    stand_in.next(SEARCH, broken, FINE)

    assert caller.get("/search", {}) == {"fine": True}

    stand_in.always(SEARCH, broken)
    with pytest.raises(Unavailable, match="Service indisponible"):
        caller.get("/search", {})
    assert len(stand_in.asked) == 2 + HURRIED.tries


@pytest.mark.parametrize(
    ("status", "body", "failure", "says"),
    [
        (400, b'{"erreur": "trop court"}', Refused, "trop court"),
        (422, b'{"detail": "il manque un lieu"}', Refused, "il manque un lieu"),
        (422, b'{"detail": [{"loc": 1}]}', Refused, "sans dire pourquoi"),
        (400, b"<html>", Refused, "sans dire pourquoi"),
        (400, b'{"error": "invalid_client"}', KeyRefused, "votre clé"),
        (401, b"", Unavailable, "refuse de répondre à votre réseau"),
        (403, b"{}", Unavailable, "refuse de répondre à votre réseau"),
        (404, b"{}", Unavailable, "404"),
        (204, b"", Unavailable, "204"),
    ],
)
def test_a_refusal_is_never_tried_again(
    caller: Caller, stand_in: StandIn, status: int, body: bytes, failure: type[ServiceFailed], says: str
) -> None:
    stand_in.next(SEARCH, Reply(body, status=status), FINE)

    with pytest.raises(failure, match=says):
        caller.get("/search", {})

    assert len(stand_in.asked) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_only_a_service_shown_a_key_can_refuse_it(caller: Caller, stand_in: StandIn, status: int) -> None:
    stand_in.next(SEARCH, Reply(b"{}", status=status))

    with pytest.raises(KeyRefused, match="votre clé"):
        replace(caller, has_key=True).get("/search", {})


@pytest.mark.parametrize(
    "reply",
    [
        recorded("broken/search_tronque.json"),
        recorded("broken/reponse_html_au_lieu_de_json.json"),
        Reply(b""),
        Reply(b'{"nom": "\xe9"}'),
        Reply(b"[" * 100_000),
        Reply(b'{"a": 1', headers={**JSON, "Content-Length": "200"}),
        Reply(b"not packed", headers={**JSON, "Content-Encoding": "gzip"}),
    ],
    ids=["cut", "page", "empty", "latin-1", "deep", "shorter-than-said", "not-packed"],
)
def test_an_unreadable_answer_is_a_service_unavailable(
    caller: Caller, stand_in: StandIn, reply: Reply
) -> None:
    stand_in.always(SEARCH, reply)

    with pytest.raises(Unavailable, match="Service indisponible"):
        caller.get("/search", {})


@pytest.mark.parametrize(
    "reply",
    [
        Reply(wait=20),
        Reply(b" " * 100_000, drip=0.05),
        Reply(drip=0.05, drips_headers=True, headers={**JSON, "X-Long": "x" * 5000}),
    ],
    ids=["silent", "drop-by-drop", "headers-drop-by-drop"],
)
def test_a_slow_answer_is_given_up_in_time(caller: Caller, stand_in: StandIn, reply: Reply) -> None:
    stand_in.always(SEARCH, reply)

    with took_at_most(HURRIED.total_seconds + 0.5), pytest.raises(Unavailable, match="trop de temps"):
        caller.get("/search", {})


def test_a_cut_connection_is_tried_again_then_said(caller: Caller, stand_in: StandIn) -> None:
    stand_in.next(SEARCH, Reply(reset=True), FINE)

    assert caller.get("/search", {}) == {"fine": True}

    stand_in.always(SEARCH, Reply(reset=True))
    with pytest.raises(Unavailable, match="coupé la connexion"):
        caller.get("/search", {})


def test_nobody_there_is_said() -> None:
    with create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    with pytest.raises(Unavailable, match="connexion à Internet"):
        Caller("Le service", f"http://127.0.0.1:{port}", Pace(1000), HURRIED).get("/search", {})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_another_host_is_never_followed(caller: Caller, stand_in: StandIn, status: int) -> None:
    with standing_in() as other:
        stand_in.next(SEARCH, Reply(b"", status=status, headers={"Location": f"{other.address}/x/y"}))

        with pytest.raises(Unavailable, match="autre adresse"):
            caller.get("/search", {}, {"Authorization": "Bearer secret"})

        assert other.asked == []


@pytest.mark.parametrize("packed", [False, True])
def test_a_huge_answer_is_refused(caller: Caller, stand_in: StandIn, packed: bool) -> None:
    body = b'"' + b"a" * (8 << 20) + b'"'
    reply = (
        Reply(gzip.compress(body), headers={**JSON, "Content-Encoding": "gzip"}) if packed else Reply(body)
    )
    stand_in.next(SEARCH, reply)

    with pytest.raises(Unavailable, match="trop lourde"):
        caller.get("/search", {})


def test_a_machine_that_cannot_prove_who_it_is_hears_nothing(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    with standing_in(context) as impostor:
        caller = Caller("Le service", impostor.address.replace("http:", "https:"), Pace(1000), HURRIED)

        with pytest.raises(Unavailable, match="prouver son identité"):
            caller.get("/x/search", {}, {"Authorization": "Bearer secret"})

        assert impostor.asked == []


def self_signed(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    signed = made.not_valid_before(now).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "both.pem"
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


def test_calls_keep_their_pace(stand_in: StandIn) -> None:
    caller = Caller("Le service", f"{stand_in.address}/{SEARCH}", Pace(10), HURRIED)
    stand_in.always(SEARCH, FINE)
    start = time.monotonic()

    for _ in range(4):
        caller.get("/search", {})

    assert time.monotonic() - start >= 0.3
