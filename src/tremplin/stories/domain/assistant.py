"""What an assistant is sent, to the letter, and how its answer is read."""

import json
import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

DATA: Final = Path(__file__).with_name("assistant.toml")
PATH: Final = "/chat/completions"
HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
LONGEST_SENTENCE: Final = 1000


class Unreadable(ValueError):
    """An answer is not what assistants of this kind give."""


def body(sentence: str, *, model: str) -> str:
    """Return what leaves this machine, as it is sent and as it is shown.

    Args:
        sentence: the sentence, what must be hidden already hidden.
        model: as the student named it.

    Returns:
        JSON text.
    """
    told = _asked()
    system = f"{told['role']} {told['rules']}"
    messages = [{"role": "system", "content": system}, {"role": "user", "content": sentence}]
    asked = {"model": model, "messages": messages, "temperature": 0.2, "stream": False}
    return json.dumps(asked, ensure_ascii=False, indent=2)


def digest(content: str) -> str:
    """Return the fingerprint of what was shown, so that nothing else is sent."""
    return sha256(content.encode()).hexdigest()


def reply_of(answer: Any) -> str:
    """Return the sentence of an answer.

    Args:
        answer: the JSON that came back.

    Returns:
        The text, without the quotation marks some assistants add.

    Raises:
        Unreadable: it holds no text where it should.
    """
    try:
        text = answer["choices"][0]["message"]["content"]
    except (LookupError, TypeError) as problem:
        raise Unreadable from problem
    if not isinstance(text, str):
        raise Unreadable
    return text.strip().strip('«»“”"\u00a0 ').strip()


def address_fault(address: str) -> str:
    """Say what keeps an address from being used; empty when it may be.

    Args:
        address: as typed, up to « /v1 ».

    Returns:
        A French sentence.
    """
    try:
        parts = urlsplit(address)
        port_is_read = parts.port is None or parts.port > 0
    except ValueError:
        return "Cette adresse ne se lit pas. Elle ressemble à https://exemple.fr/v1."
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_read:
        return "Une adresse commence par https://, ou par http:// sur cet ordinateur."
    if parts.username or parts.password or parts.query or parts.fragment:
        return "Écrivez l’adresse seule, jusqu’à /v1\u00a0: la clé va dans son champ."
    if parts.scheme == "http" and parts.hostname not in HERE:
        return "Cette adresse n’est pas chiffrée. Hors de cet ordinateur, il faut https://."
    return ""


@cache
def _asked() -> dict[str, str]:
    told: dict[str, str] = tomllib.loads(DATA.read_text(encoding="utf-8"))["ask"]
    return told
