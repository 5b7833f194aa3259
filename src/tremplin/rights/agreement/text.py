"""One text for one agreement: what patterns search in, mapped to the exact words and pages.

Three views share the same offsets, so that a match in any of them can be quoted:
`raw` (the words as printed), `folded` (lower case, no accent, plain punctuation, runs of
dots or underscores reduced to one « … ») and `prose` (folded, lines of a paragraph joined).
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tremplin.rights.agreement.pages import Document, Line, Page

LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "\u00ad": "",
    "\ufeff": "",
    "\u200b": "",
}
PLAIN = {
    "’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    "œ": "o", "æ": "a", "ø": "o", "ß": "s", "：": ":", "☑": "☒", "✓": "☒", "✔": "☒", "✗": "☒", "✘": "☒",
    "■": "☒", "□": "☐", "❑": "☐", "❒": "☐", "·": ".", "•": "•", "›": ">",
}  # fmt: skip
LEADERS = re.compile(r"(?:[._…] ?){3,}|…|_{2,}|(?<=\S )\.\.(?= )")
UNWRAPPED, NARROW = 170, 32
"""Longest lines, in characters, of a text that was not wrapped, and of a column of labels."""
MADE_AT = re.compile(
    r"\s*(?:fait|done|signe|signed|etabli\w*|made)\b[^.;]{0,60}\b(?:a|at|in|le)\b[^.;]{0,60}\d|\s*fait a\b|"
    r"\s*(?:a\s+)?[a-z][a-z' -]{2,40},\s*(?:le|on)\s+\d[^.;:]{0,30}$"
)
LOST_APOSTROPHE = re.compile(r"\b([ldns]|qu) (?=[aeiouyh][a-z])")
BOXES = re.compile(r"\[ ?[xX] ?\]|\( ?[xX] ?\)|\[ {0,3}\]|\( {1,3}\)")
KEPT_HYPHEN = frozenset(
    [
        "mi",
        "titres",
        "titre",
        "outre",
        "ci",
        "apres",
        "sous",
        "non",
        "co",
        "e",
        "rendez",
        "semi",
        "celui",
        "ceux",
        "au",
        "par",
        "avant",
        "demi",
        "sur",
        "inter",
        "lui",
        "elle",
        "eux",
        "moi",
        "auto",
        "chef",
        "grand",
        "petit",
        "saint",
        "sainte",
        "haut",
        "bas",
        "nord",
        "sud",
        "est",
        "ouest",
        "vice",
        "entre",
        "week",
        "face",
    ]
)
STARTS_ANEW = re.compile(
    r"\s*(?:[-•*>▪●○☐☒]|\(?\d{1,2}\s?[.)°-]\s|\d{1,2}(?:\.\d{1,2})+|[a-z]\)\s|article\s|art\.\s?\d|annexe\b|"
    r"[ivx]{1,4}\s?[.)-]\s|\[[a-z]|[=#~|§])"
)
LABEL_FIRST = re.compile(r"[a-z][a-z0-9' /.,()°-]{1,75}\s?(?::(?!\d|//)|…|\.{3})")
SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"%€…])[.!?](?=\s|$)|[\n☐☒]|;\s")
ABBREVIATION = re.compile(
    r"(?:\b(?:m|mm|mme|art|l|r|d|dr|pr|prof|tel|etc|n|no|ex|cf|ref|st|ste|p|mr|mrs|ms|j|h|min|max)|\bp\.ex)$"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, by its offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LineSpan:
    """One line of the text with its place in the document."""

    start: int
    end: int
    page: int
    block: int
    opens: bool
    """True when the line starts a new item, and does not continue the one above."""
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """The agreement as one searchable text."""

    raw: str
    folded: str
    prose: str
    lines: tuple[LineSpan, ...]
    starts: tuple[int, ...]
    levels: Mapping[tuple[int, int], tuple[int, ...]]
    """Indices of the lines at one height of one page, from top to bottom in hundredths."""

    def page_at(self, offset: int) -> int:
        """Return the page number where this offset lies."""
        return self.lines[self.line_index(offset)].page if self.lines else 1

    def line_index(self, offset: int) -> int:
        """Return the index of the line where this offset lies."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def words(self, start: int, end: int) -> str:
        """Return the exact words between two offsets on one line of single spaces."""
        return " ".join(self.raw[start:end].split())

    def flow(self, start: int, end: int) -> str:
        """Return the exact words, line breaks kept only where something new starts."""
        pairs = zip(self.raw[start:end], self.prose[start:end], strict=True)
        return "".join(" " if exact == "\n" and joined == " " else exact for exact, joined in pairs)

    def sentence(self, start: int, end: int | None = None) -> Span:
        """Return the sentence or the field around a match."""
        bounds = sentence_bounds(self.prose)
        first = bisect_right(bounds, start)
        last = bisect_left(bounds, end if end is not None else start + 1)
        return Span(bounds[first - 1] if first else 0, bounds[last] if last < len(bounds) else len(self.raw))

    def quote(self, start: int, end: int, *, limit: int = 320) -> str:
        """Return the sentence around a match as printed, shortened around it when long."""
        span = self.sentence(start, end)
        whole = self.words(span.start, span.end)
        if len(whole) <= limit:
            return whole
        left = max(span.start, start - limit // 3)
        right = min(span.end, max(end, left + limit))
        cut = self.words(left, right)
        return f"{'… ' if left > span.start else ''}{cut}{' …' if right < span.end else ''}"


@lru_cache(maxsize=8)
def sentence_bounds(prose: str) -> tuple[int, ...]:
    """Return the offsets at which sentences, items and fields end."""
    found = (one for one in SENTENCE_END.finditer(prose) if not abbreviates(prose, one))
    return tuple(one.start() if one.group() in "☐☒" else one.end() for one in found)


@lru_cache(maxsize=16)
def sentences_with(prose: str, words: re.Pattern[str]) -> tuple[Span, ...]:
    """Return the sentences in which some words stand, so that costly patterns read only those."""
    bounds = (0, *sentence_bounds(prose), len(prose))
    return tuple(
        Span(start, end) for start, end in pairwise(bounds) if end > start and words.search(prose, start, end)
    )


def matches_in(
    pattern: re.Pattern[str], prose: str, before: int, words: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in the sentences, before an offset, in which some words stand."""
    for span in sentences_with(prose, words):
        if span.start < before:
            yield from pattern.finditer(prose, span.start, min(span.end, before))


def abbreviates(prose: str, found: re.Match[str]) -> bool:
    """Tell whether a full stop ends an abbreviation."""
    return found.group() == "." and bool(ABBREVIATION.search(prose, max(0, found.start() - 6), found.start()))


def clean(text: str) -> str:
    """Return the words without ligatures, soft hyphens or invisible marks."""
    for mark, plain in LIGATURES.items():
        if mark in text:
            text = text.replace(mark, plain)
    return BOXES.sub(box, unicodedata.normalize("NFC", unspaced(text)))


def unspaced(text: str) -> str:
    """Return a line whose letters were printed apart with its words whole."""
    if text.count(" ") * 5 < len(text):
        return text
    words = text.split(" ")
    letters = sum(len(word) == 1 for word in words)
    return (
        re.sub(r"(?<=\w) (?=\w\b)|(?<=\b\w) (?=\w)", "", text)
        if len(words) > 4 and letters > 0.8 * len(words)
        else text
    )


def box(found: re.Match[str]) -> str:
    """Write a typed check-box as the sign it stands for."""
    return "☒" if "x" in found.group().lower() else "☐"


def fold_character(character: str) -> str:
    """Return one plain lower-case character for one character."""
    if character in PLAIN:
        return PLAIN[character]
    base = unicodedata.normalize("NFD", character)[0].lower()
    return PLAIN.get(base, base if len(base) == 1 else character)


class Folding(dict[int, str]):
    """A translation table filled as characters are met."""

    def __missing__(self, code: int) -> str:
        """Compute, keep and return the plain form of a character."""
        self[code] = fold_character(chr(code))
        return self[code]


FOLDING = Folding()


def fold(text: str) -> str:
    """Return the text in lower case, without accents, of the same length.

    Runs of dots, of « … » and of underscores become one « … » followed by spaces.
    """
    plain = LOST_APOSTROPHE.sub(r"\1'", text.translate(FOLDING))
    return LEADERS.sub(lambda run: "…" + " " * (len(run.group()) - 1), plain)


def of_document(document: Document) -> Text:
    """Assemble the searchable text of all readable pages."""
    pieces: list[str] = []
    lines: list[LineSpan] = []
    offset = 0
    for page in map(signatures_last, document.pages):
        widths = block_widths(page)
        for words, line in joined(page):
            opens = not lines or opens_item(
                upper=pieces[-1],
                lower=words,
                same_block=(page.number, line.block) == (lines[-1].page, lines[-1].block),
                new_page=page.number != lines[-1].page,
                width=widths[line.block],
            )
            end = offset + len(words)
            lines.append(LineSpan(offset, end, page.number, line.block, opens, line.left, line.top))
            pieces.append(words)
            offset += len(words) + 1
    raw = "\n".join(pieces)
    folded = fold(raw)
    starts = tuple(line.start for line in lines)
    return Text(raw, folded, joined_paragraphs(folded, lines), tuple(lines), starts, levels_of(lines))


def signatures_last(page: Page) -> Page:
    """Return the page with what stands above « Fait à … » read before it.

    A table read column after column may put its values after the line of signature.
    """
    made = [
        index
        for index, line in enumerate(page.lines)
        if line.top > 0 and MADE_AT.match(line.text[:130].translate(FOLDING))
    ]
    if not made:
        return page
    place = made[-1]
    rest = page.lines[place:]
    above = tuple(line for line in rest if line.top < rest[0].top - 0.004)
    below = tuple(line for line in rest if line.top >= rest[0].top - 0.004)
    return replace(page, lines=(*page.lines[:place], *above, *below)) if above else page


def levels_of(lines: list[LineSpan]) -> dict[tuple[int, int], tuple[int, ...]]:
    """Return the indices of the lines by page and height."""
    levels: dict[tuple[int, int], tuple[int, ...]] = {}
    for index, line in enumerate(lines):
        key = line.page, round(line.top * 100)
        levels[key] = (*levels.get(key, ()), index)
    return levels


def block_widths(page: Page) -> dict[int, int]:
    """Return the length of the longest line of each block."""
    widths: dict[int, int] = {}
    for line in page.lines:
        widths[line.block] = max(widths.get(line.block, 0), len(line.text))
    return widths


def opens_item(*, upper: str, lower: str, same_block: bool, new_page: bool, width: int) -> bool:
    """Tell whether a line starts something new, given the one above.

    A paragraph goes on while its lines are about as long as the widest of their column,
    and whenever the next line starts in lower case.
    """
    plain = lower[:110].translate(FOLDING)
    if STARTS_ANEW.match(plain) or (lower[:1].isupper() and LABEL_FIRST.match(plain)):
        return True
    if not same_block and not new_page:
        return True
    ended = upper[-1:] in ".!?;:" or not lower[:1].isalpha()
    if new_page:
        return ended or not lower[:1].islower()
    if lower[:1].islower():
        return False
    if width > UNWRAPPED or width < NARROW:
        return True
    return upper[-1:] in ".!?;" or (upper[-1:] != ":" and len(upper) < 0.8 * width)


def joined(page: Page) -> Iterator[tuple[str, Line]]:
    """Yield each line's words and the line, hyphenated words made whole."""
    kept = [line for line in page.lines if line.text.strip()]
    words = raised([clean(line.text).strip() for line in kept])
    for index in range(len(words) - 1):
        if kept[index].block == kept[index + 1].block:
            words[index], words[index + 1] = mended(words[index], words[index + 1])
    return ((text, line) for text, line in zip(words, kept, strict=True) if text)


def raised(words: list[str]) -> list[str]:
    """Put letters printed raised, alone on their line (« e »), back after the figure of the next line."""
    for index in range(len(words) - 1):
        if words[index] in ("e", "er", "re", "ère", "ème", "nd", "nde", "th", "st", "rd"):
            after = re.sub(
                r"(?<![\d.,])(\d{1,2}) (?=[a-zà-ÿ])", rf"\1{words[index]} ", words[index + 1], count=1
            )
            if after != words[index + 1]:
                words[index], words[index + 1] = "", after
    return words


def mended(upper: str, lower: str) -> tuple[str, str]:
    """Move the end of a hyphenated word up to where it starts."""
    if not re.search(r"\w-$", upper) or not lower[:1].isalpha():
        return upper, lower
    head, _, rest = lower.partition(" ")
    stem = fold(re.split(r"[\s'’-]", upper[:-1])[-1])
    keeps = (
        head[:1].isupper() or stem in KEPT_HYPHEN or (upper.count("-") > 1 and "-" in upper.split()[-1][:-1])
    )
    return (upper if keeps else upper[:-1]) + head, rest


def joined_paragraphs(folded: str, lines: list[LineSpan]) -> str:
    """Return the folded text in which lines that continue a paragraph are joined by a space."""
    characters = list(folded)
    for line in lines[1:]:
        if not line.opens:
            characters[line.start - 1] = " "
    return "".join(characters)
