"""The lines of vCard and iCalendar: unfolded before they are decoded, parameters of every vintage."""

import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tremplin.network.importing.bounds import LONGEST_PROPERTY
from tremplin.network.importing.decoding import composed, text_of

NAME: Final = re.compile(rb"(?:[\w-]+\.)?([A-Za-z][\w-]*)(?=[;:])")
QUOTED_PRINTABLE: Final = re.compile(r"(?:^|=)QUOTED-PRINTABLE$", re.I)
UNESCAPED: Final = {"n": "\n", "N": "\n"}
BARE: Final = "TYPE"
ENCODED_SEMICOLON: Final = re.compile(rb"=3B", re.I)  # part of a name: a bare one stands between two
NOT_TEXT: Final = re.compile(rb"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|ATTACH|KEY)[;:]", re.I)


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property: its name in capitals, its group, its parameters, its raw text."""

    at: int
    name: str
    group: str
    parameters: Mapping[str, str]
    text: str

    @property
    def value(self) -> str:
        """The text without its escapes."""
        return unescaped(self.text)

    def parts(self, separator: str = ";") -> list[str]:
        """Return the pieces between the separators that nothing escapes."""
        return [unescaped(part).strip() for part in re.split(rf"(?<!\\){separator}", self.text)]

    def has_type(self, *wanted: str) -> bool:
        """Say whether a type is among its parameters, whatever the vintage."""
        said = self.parameters.get(BARE, "").casefold().replace('"', "").split(",")
        return any(one in said for one in wanted)


def unescaped(text: str) -> str:
    r"""Return a text without backslashes: « \, », « \n »."""
    return re.sub(r"\\(.)", lambda match: UNESCAPED.get(match[1], match[1]), text, flags=re.DOTALL)


def content_lines(raw: Iterable[tuple[int, bytes]]) -> Iterator[ContentLine]:
    """Give the properties of one card or event.

    Args:
        raw: physical lines with their numbers; folded by a blank, or by « = » when quoted-printable.

    Returns:
        Properties in order; what is no property is passed over.
    """
    for at, line in _unfolded(raw):
        if (found := _parsed(at, line)) is not None:
            yield found


def _unfolded(raw: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    start, pieces, is_soft = 0, [b""], False
    for at, line in raw:
        if is_soft:
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
            is_soft = line.endswith(b"=")
        elif line[:1] in {b" ", b"\t"} and pieces[0]:
            pieces.append(line[1:])
        else:
            yield from _joined(start, pieces)
            start, pieces = at, [line]
            is_soft = line.endswith(b"=") and b"QUOTED-PRINTABLE" in line.split(b":")[0].upper()
    yield from _joined(start, pieces)


def _joined(start: int, pieces: list[bytes]) -> Iterator[tuple[int, bytes]]:
    """Give a property in one piece, unless it holds a picture or a sound: those weigh megabytes."""
    if pieces[0] and not NOT_TEXT.match(pieces[0]):
        yield start, b"".join(pieces)[:LONGEST_PROPERTY]


def _parsed(at: int, line: bytes) -> ContentLine | None:
    match = NAME.match(line)
    if match is None:
        return None
    group = line[: match.start(1)].rstrip(b".").decode("ascii", "replace").casefold()
    head, text = _cut(line[match.end() :])
    parameters = _parameters(text_of(head))
    name = match[1].decode("ascii", "replace").upper()
    return ContentLine(at, name, group, parameters, _decoded(text, parameters))


def _cut(rest: bytes) -> tuple[bytes, bytes]:
    """Cut after the parameters: at the first colon outside quotes and brackets, else at the last one."""
    depth, is_quoted = 0, False
    for at, byte in enumerate(rest):
        sign = chr(byte)
        is_quoted ^= sign == '"'
        depth += 0 if is_quoted else (sign == "(") - (sign == ")")
        if sign == ":" and not is_quoted and depth <= 0:
            return rest[:at], rest[at + 1 :]
    head, _, text = rest.partition(b":")
    return head, text


def _parameters(head: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for piece in re.findall(r';((?:"[^"]*"|[^;"])*)', head):
        key, equals, value = piece.partition("=")
        plain = key.strip().upper()
        if not equals or not re.fullmatch(r"[\w-]+", plain):
            plain, value = ("ENCODING" if plain in {"QUOTED-PRINTABLE", "BASE64"} else BARE), piece
        joined = f"{found[plain]},{value}" if plain in found else value
        found[plain] = joined.strip().strip('"') if plain not in found else joined
    return found


def _decoded(text: bytes, parameters: Mapping[str, str]) -> str:
    if QUOTED_PRINTABLE.search(parameters.get("ENCODING", "")):
        text = quopri.decodestring(ENCODED_SEMICOLON.sub(rb"\;", text))
    charset = parameters.get("CHARSET", "").strip('"')
    if charset and charset.upper() not in {"UTF-8", "UTF8"}:
        try:
            return composed(text.decode(charset))
        except (LookupError, UnicodeDecodeError):
            return composed(text_of(text))
    return composed(text_of(text))
