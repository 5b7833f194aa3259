"""The port: the usual one, the one asked for, or a free one said aloud."""

import socket
from contextlib import closing

import pytest

from tremplin.site.address import NoFreePort, address, listen
from tremplin.site.environment import DEFAULT_PORT


def test_a_port_asked_for_is_used() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        free = probe.getsockname()[1]

    listening, note = listen("127.0.0.1", free)

    with closing(listening):
        assert address(listening) == f"http://127.0.0.1:{free}/"
        assert note == ""


def test_a_taken_port_asked_for_is_refused_with_what_to_do() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(NoFreePort, match=f"port {port}.*--port"):
            listen("127.0.0.1", port)


def test_when_the_usual_port_is_taken_a_free_one_is_said_aloud() -> None:
    first, _ = listen("127.0.0.1", None)
    second, note = listen("127.0.0.1", None)

    with closing(first), closing(second):
        port = second.getsockname()[1]
        assert port != DEFAULT_PORT
        assert str(port) in note
