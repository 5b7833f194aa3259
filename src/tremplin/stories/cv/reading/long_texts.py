"""Long texts cut into what a résumé prints: a few sentences, then points."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

BULLET: Final = re.compile(r"\s*(?:[•●▪◦‣·∙*+✓✔➢➤►→-]|[–—])\s+")
MARKUP: Final = re.compile(r"<[a-zA-Z/][^>]*>|&[a-zA-Z#]\w*;")
HIDDEN: Final = frozenset({"script", "style", "head", "title"})
ENDS_ITEM: Final = frozenset({"li", "ul", "ol"})
BREAKS: Final = frozenset({"p", "div", "br", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a long text says: sentences, then points; either may be empty."""

    summary: str = ""
    points: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """All of it, one line after another."""
        return "\n".join((*([self.summary] if self.summary else []), *self.points))


def read_rich(text: str) -> Told:
    """Return what an HTML text says, without its markup; a text without any is read as plain."""
    if not MARKUP.search(text):
        return read_plain(text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    plain = read_plain("\n".join(reader.paragraphs))
    return Told(plain.summary, (*plain.points, *reader.points))


def read_plain(text: str) -> Told:
    """Return what a plain text says: its lines that begin with a bullet are points.

    A line that follows a point without a bullet of its own, and begins in small letters, goes on with it.
    """
    sentences: list[str] = []
    points: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if match := BULLET.match(line):
            points.append(_tidy(line[match.end() :]))
        elif points and _goes_on(line):
            points[-1] = f"{points[-1]} {_tidy(line)}"
        elif line.strip() or (sentences and sentences[-1]):
            sentences.append(_tidy(line))
    return Told("\n".join(sentences).strip(), tuple(point for point in points if point))


def _goes_on(line: str) -> bool:
    return line.strip()[:1].islower()


def _tidy(text: str) -> str:
    return " ".join(text.split(" ")).strip()


class _Reader(HTMLParser):
    """Collects paragraphs and list items; what a script or a style holds is dropped."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.points: list[str] = []
        self._words: list[str] = []
        self._in_item = False
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block."""
        if tag in HIDDEN:
            self._hidden += 1
        elif tag == "li":
            self.end_block()
            self._in_item = True
        elif tag == "br" and self._in_item:
            self._words.append(" ")
        elif tag in BREAKS and not (tag == "p" and self._in_item):
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in ENDS_ITEM or (tag in BREAKS and not self._in_item):
            self.end_block()
            self._in_item = False

    def handle_data(self, data: str) -> None:
        """Keep the words that show."""
        if not self._hidden:
            self._words.append(data)

    def end_block(self) -> None:
        """Keep the block just ended, if it says anything."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            (self.points if self._in_item else self.paragraphs).append(words)
