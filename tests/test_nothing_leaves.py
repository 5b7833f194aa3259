"""The network is off in every test."""

import socket

import pytest
import urllib3

from tests.conftest import LeftTheMachine


def test_no_name_is_looked_up() -> None:
    with pytest.raises(LeftTheMachine):
        socket.create_connection(("recherche-entreprises.api.gouv.fr", 443), timeout=1)
    with pytest.raises(LeftTheMachine):
        urllib3.request("GET", "https://data.geopf.fr/", timeout=1, retries=False)


@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_no_address_is_reached(kind: socket.SocketKind) -> None:
    with socket.socket(socket.AF_INET, kind) as there:
        for reach in (there.connect, there.connect_ex):
            with pytest.raises(LeftTheMachine):
                reach(("192.0.2.1", 443))
        with pytest.raises(LeftTheMachine):
            there.sendto(b"x", ("192.0.2.1", 53))


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
