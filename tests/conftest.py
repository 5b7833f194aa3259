"""What every test gets: no way out of this machine."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

LOOPBACK = ("127.0.0.1", "127.0.0.2", "::1", "localhost")


class LeftTheMachine(AssertionError):
    """Something tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def nothing_leaves_the_machine() -> Iterator[None]:
    """Make any connection beyond loopback fail: local-first is tested by every test."""
    connect = socket.socket.connect

    def connect_here_only(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise LeftTheMachine(f"a connection to {address} was attempted")
        connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", connect_here_only)
    yield
    patch.undo()
