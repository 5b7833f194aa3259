"""What the environment may set: TREMPLIN_* variables, read strictly and without Django."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

DEFAULT_PORT = 8421
YES_OR_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
EVERY_ADDRESS = ("0.0.0.0", "[::]")  # noqa: S104 recognised, never listened on by default
KNOWN = {
    "TREMPLIN_HOME": "dossier des données",
    "TREMPLIN_HOST": "adresse d’écoute, 127.0.0.1 par défaut",
    "TREMPLIN_PORT": f"port d’écoute, {DEFAULT_PORT} par défaut",
    "TREMPLIN_ALLOW_REMOTE": "yes pour accepter une adresse d’écoute visible du réseau",
    "TREMPLIN_ALLOWED_HOSTS": "noms de machine acceptés en plus, séparés par des virgules",
    "TREMPLIN_COPIES_KEPT": "nombre de copies datées gardées de chaque sorte, 5 par défaut",
    "TREMPLIN_SERVICES_AT": "adresse, sur cet ordinateur, d’un remplaçant des services en ligne",
    "TREMPLIN_DEBUG": "yes pour développer : pages d’erreur détaillées",
}


class BadSetting(Exception):
    """A TREMPLIN_* variable is unknown or holds a value that cannot be understood."""


@dataclass(frozen=True)
class Environment:
    """The settings a student or a school may change from outside."""

    home: Path
    host: str = "127.0.0.1"
    port: int | None = None
    allow_remote: bool = False
    allowed_hosts: tuple[str, ...] = LOOPBACK_NAMES
    copies_kept: int = 5
    services_at: str = ""
    debug: bool = False

    @property
    def accepted_hosts(self) -> tuple[str, ...]:
        """The names a browser may call this server by: those allowed, and the address it listens on."""
        listening = f"[{self.host}]" if ":" in self.host else self.host
        return (*self.allowed_hosts, *({listening} - {*self.allowed_hosts, *EVERY_ADDRESS}))

    def with_address(self, *, host: str | None, port: int | None) -> "Environment":
        """Return the same settings, listening elsewhere where told.

        Raises:
            BadSetting: an address visible from the network was not allowed.
        """
        changed = replace(self, host=host or self.host, port=port or self.port)
        require_loopback(changed.host, allow_remote=self.allow_remote)
        return changed


def read_environment(variables: Mapping[str, str]) -> Environment:
    """Read the TREMPLIN_* variables, refusing what is unknown or unclear.

    Args:
        variables: usually `os.environ`; other names are ignored.

    Returns:
        The settings, with defaults for what is not said.

    Raises:
        BadSetting: an unknown name, an unknown boolean, a number out of bounds, a
            stand-in elsewhere than on this machine, or an address visible from the
            network without TREMPLIN_ALLOW_REMOTE.
    """
    _refuse_unknown(variables)
    environment = Environment(
        home=_home(variables.get("TREMPLIN_HOME", "")),
        host=variables.get("TREMPLIN_HOST") or "127.0.0.1",
        port=_whole(variables, "TREMPLIN_PORT", 1, 65535),
        allow_remote=_boolean(variables, "TREMPLIN_ALLOW_REMOTE"),
        allowed_hosts=_hosts(variables.get("TREMPLIN_ALLOWED_HOSTS", "")),
        copies_kept=_whole(variables, "TREMPLIN_COPIES_KEPT", 1, 1000) or 5,
        services_at=_here(variables, "TREMPLIN_SERVICES_AT"),
        debug=_boolean(variables, "TREMPLIN_DEBUG"),
    )
    require_loopback(environment.host, allow_remote=environment.allow_remote)
    return environment


def require_loopback(host: str, *, allow_remote: bool) -> None:
    """Refuse an address other machines could reach, unless it was explicitly allowed."""
    if allow_remote or host == "localhost" or _is_loopback(host):
        return
    message = (
        f"L’adresse {host} serait visible du réseau. Tremplin n’écoute que cet ordinateur. "
        "Pour l’autoriser malgré tout : TREMPLIN_ALLOW_REMOTE=yes."
    )
    raise BadSetting(message)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse_unknown(variables: Mapping[str, str]) -> None:
    unknown = sorted(name for name in variables if name.startswith("TREMPLIN_") and name not in KNOWN)
    if unknown:
        known = ", ".join(KNOWN)
        raise BadSetting(f"Réglage inconnu : {', '.join(unknown)}. Réglages connus : {known}.")


def _home(value: str) -> Path:
    if value:
        return Path(value).expanduser().absolute()
    return platformdirs.user_data_path("Tremplin", appauthor=False)


def _hosts(value: str) -> tuple[str, ...]:
    return (*LOOPBACK_NAMES, *(name.strip() for name in value.split(",") if name.strip()))


def _here(variables: Mapping[str, str], name: str) -> str:
    """Read an address of this very machine: keys must not be sent elsewhere by a variable."""
    value = variables.get(name, "").strip().rstrip("/")
    read = urlsplit(value)
    if value and not (read.scheme == "http" and read.hostname and _is_loopback(read.hostname)):
        raise BadSetting(f"{name} vaut « {value} » ; écrivez une adresse comme http://127.0.0.1:9000.")
    return value


def _boolean(variables: Mapping[str, str], name: str) -> bool:
    value = variables.get(name, "").strip().lower()
    if not value:
        return False
    if value not in YES_OR_NO:
        raise BadSetting(f"{name} vaut « {value} » ; écrivez yes ou no.")
    return YES_OR_NO[value]


def _whole(variables: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    value = variables.get(name, "").strip()
    if not value:
        return None
    if not value.isdecimal() or not least <= int(value) <= most:
        raise BadSetting(f"{name} vaut « {value} » ; écrivez un nombre entier de {least} à {most}.")
    return int(value)
