"""From bytes to text: marks, UTF-16, Windows-1252, and accents damaged by a wrong reading."""

import codecs
import re
from typing import Final
from unicodedata import normalize

from tremplin.network.importing.incoming import Problem

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DAMAGED: Final = re.compile(r"Ã[\u0080-\u00bf‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€‚ƒ„…†‡ˆ]|Â[®©°«» ·]|â€|ðŸ|á»|áº")
REPAIRED: Final = "Des accents étaient abîmés (« Ã© » au lieu de « é »)\u00a0: ils ont été réparés."
NOT_REPAIRED: Final = (
    "Des accents restent abîmés (« Ã© » au lieu de « é »)\u00a0: vérifiez les noms, ou exportez de nouveau."
)


def decoded(content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, whatever wrote it.

    Args:
        content: the bytes.

    Returns:
        The text, and what was repaired in it.
    """
    text, problems = _repaired(_text(content))
    return composed(text), problems


def composed(text: str) -> str:
    """Return a text whose accents are part of their letters, as Apple does not write them."""
    return text if text.isascii() else normalize("NFC", text)


def text_of(raw: bytes) -> str:
    """Return UTF-8 as such, anything else as Windows-1252: never an error."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return "".join(map(_western, raw))


def _text(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    start = content[:200]
    if start.count(0) * 3 > len(start):
        return content.decode("utf-16-le" if start[1:2] == b"\0" else "utf-16-be", "replace")
    return text_of(content)


def _western(byte: int) -> str:
    """Read one byte as Windows does, its five holes as Latin-1."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _repaired(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Undo a UTF-8 text once read as Windows-1252, line by line."""
    if not DAMAGED.search(text):
        return text, ()
    lines = [_line(line) for line in text.split("\n")]
    whole = "\n".join(lines)
    why = NOT_REPAIRED if whole == text or DAMAGED.search(whole) else REPAIRED
    return whole, (Problem(0, why),)


def _line(line: str) -> str:
    if not DAMAGED.search(line):
        return line
    try:
        return b"".join(map(_byte, line)).decode()
    except (UnicodeDecodeError, UnicodeEncodeError):
        return line


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
