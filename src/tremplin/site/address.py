"""Where the server listens: the usual port, the one asked for, or a free one said aloud."""

import socket

from tremplin.site.environment import DEFAULT_PORT


class NoFreePort(Exception):
    """The port the student asked for is taken, or the address cannot be used."""


def listen(host: str, port: int | None) -> tuple[socket.socket, str]:
    """Open the listening socket.

    Args:
        host: the address to listen on.
        port: the port asked for; None takes the usual one, or any free one.

    Returns:
        The socket, and a French sentence when the port is not the expected one.

    Raises:
        NoFreePort: the port asked for is taken, or the address is not this machine's.
    """
    if port is not None:
        return _open(host, port), ""
    try:
        return _open(host, DEFAULT_PORT), ""
    except NoFreePort:
        free = _open(host, 0)
        return free, f"Le port {DEFAULT_PORT} est déjà pris : Tremplin utilise le {free.getsockname()[1]}."


def address(listening: socket.socket) -> str:
    """Write the address a browser understands."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _open(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as problem:
        message = (
            f"Impossible d’écouter {host}, port {port} ({problem.strerror}). "
            "Fermez le programme qui l’utilise, ou choisissez un autre port avec --port."
        )
        raise NoFreePort(message) from problem
