"""What every test gets: no way out of this machine, and all the time it needs."""

import socket
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

LOOPBACK = ("127.0.0.1", "127.0.0.2", "::1", "localhost")
settings.register_profile(
    "unhurried", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")
SPOKEN_TO = {"connect": 0, "connect_ex": 0, "sendto": -1}
ASKED_FOR = ("getaddrinfo", "gethostbyname", "gethostbyname_ex")


class LeftTheMachine(AssertionError):
    """Something tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def nothing_leaves_the_machine() -> Iterator[None]:
    """Make any connection or name look-up beyond loopback fail: local-first is tested by every test."""
    patch = pytest.MonkeyPatch()
    for name, rank in SPOKEN_TO.items():
        patch.setattr(socket.socket, name, _only_here(getattr(socket.socket, name), rank))
    for name in ASKED_FOR:
        patch.setattr(socket, name, _only_known(getattr(socket, name)))
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def every_page_knows_the_real_day() -> None:
    """Import every page before a test sets the clock: a module would keep the day it was imported on."""
    import_module("tremplin.site.urls")


def _only_here(speak: Any, rank: int) -> Any:
    def spoken(self: socket.socket, *arguments: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse_beyond(arguments[rank][0])
        return speak(self, *arguments)

    return spoken


def _only_known(ask: Any) -> Any:
    def asked(host: Any, *arguments: Any, **options: Any) -> Any:
        _refuse_beyond(host)
        return ask(host, *arguments, **options)

    return asked


def _refuse_beyond(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in (*LOOPBACK, None, "", "0.0.0.0", "::"):  # noqa: S104 names of this machine
        raise LeftTheMachine(f"an attempt to reach {name}")
