"""A simulation as a file that another Tremplin can open: what was typed, never what was computed."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeGuard

SUFFIX = ".tremplin-simulation.json"
FORMAT = "tremplin-simulation"
VERSION = 1
MOST_BYTES = 1_000_000
HALF = re.compile(r"[\ud800-\udfff]")


class NotASimulation(ValueError):
    """The file cannot be opened as a simulation; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The name of a simulation and what was typed, field by field."""

    name: str
    parameters: Mapping[str, list[str]]


def write(shared: Shared) -> bytes:
    """Return the file of a simulation.

    Args:
        shared: its name and what was typed.

    Returns:
        JSON in UTF-8; the same simulation always gives the same bytes.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "name": shared.name,
        "parameters": dict(sorted(shared.parameters.items())),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes) -> Shared:
    """Open the file of a simulation.

    Args:
        content: its bytes, as received.

    Returns:
        Its name and what was typed; the values themselves are checked by the form.

    Raises:
        NotASimulation: it is too large, is not JSON, or was not made by the simulator.
    """
    if len(content) > MOST_BYTES:
        raise NotASimulation("Ce fichier est trop grand pour être une simulation.")
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise NotASimulation(
            f"Ce fichier n’est pas une simulation. Choisissez un fichier {SUFFIX}."
        ) from None
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise NotASimulation("Ce fichier ne vient pas du simulateur de Tremplin.")
    if said.get("version") != VERSION:
        raise NotASimulation("Ce fichier vient d’une version plus récente. Mettez Tremplin à jour.")
    return Shared(_name(said.get("name")), _parameters(said.get("parameters")))


def _name(said: object) -> str:
    return said[:120] if _is_text(said) else ""


def _parameters(said: object) -> dict[str, list[str]]:
    if not isinstance(said, dict) or not all(_is_text(name) and _is_texts(said[name]) for name in said):
        raise NotASimulation("Ce fichier est abîmé : demandez qu’on vous l’envoie de nouveau.")
    return said


def _is_texts(values: object) -> bool:
    return isinstance(values, list) and all(_is_text(value) for value in values)


def _is_text(value: object) -> TypeGuard[str]:
    """Say whether it can be written: JSON may name one half of a character, which no page can show."""
    return isinstance(value, str) and not HALF.search(value)
