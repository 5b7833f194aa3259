"""Plain text: encodings, pages, and columns drawn with spaces or with lines of characters."""

import re
from itertools import pairwise

from tremplin.rights.agreement.pages import Document, Line, Page, UnreadableFile
from tremplin.rights.agreement.reading.columns import Block, Scale, Word, number_blocks, read_blocks
from tremplin.rights.agreement.reading.marks import boxes, clean
from tremplin.rights.agreement.reading.tables import reads_by_columns

_SCALE = Scale(space=1.0, height=1.0, narrow=2.0, wide=3.0, drift=18.0)
_WORD = re.compile(r"\[[ xX_]{0,3}\](?!\w)|(?<!\S)\([ xX]{1,3}\)|\S+")
_RULE = re.compile(r"^\s*[|+│┃║]?\s*[-=_+|:─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╟╫╢│┃║ ]{3,}$")
_BAR = re.compile(r"[|│┃║]")
_MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s+|\*\*|(?<!\w)__(?=[^\W_]{2})|(?<=[^\W_]{2})__(?!\w)")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_WRAPPED = 130
"""Longest line of a text whose lines were cut to fit a page."""
_MOST_LINES = 6_000


def decode(data: bytes) -> str:
    """Return the letters of a text file, whatever its encoding.

    Args:
        data: the whole file.

    Returns:
        The text, line breaks as written.

    Raises:
        UnreadableFile: the bytes are not text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    half = data[:4000]
    if half.count(0) > len(half) // 4:
        return data.decode(
            "utf-16-le" if half[1::2].count(0) > half[::2].count(0) else "utf-16-be", "replace"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_text(data: bytes, name: str) -> Document:
    """Return the pages of a plain text file; form feeds separate pages.

    Args:
        data: the whole file.
        name: its name, for the document.

    Returns:
        The document, of kind "text".

    Raises:
        UnreadableFile: there is nothing to read, or far too much.
    """
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    sheets = text.rstrip("\f\n ").split("\f")
    if sum(sheet.count("\n") for sheet in sheets) > _MOST_LINES:
        raise UnreadableFile(
            f"« {name} » contient plus de {_MOST_LINES} lignes : ce n’est pas une convention de stage. "
            "Déposez la convention seule."
        )
    pages = [Page(number, read_sheet(sheet)) for number, sheet in enumerate(sheets, 1)]
    return Document(name, "text", tuple(pages), page_count=len(pages))


def read_sheet(sheet: str) -> tuple[Line, ...]:
    """Return the lines of one page of text in reading order."""
    lines = [clean(line.expandtabs(8)).rstrip() for line in sheet.split("\n")]
    blocks: list[Block] = []
    even = _has_even_gaps(lines)
    for start, end, drawn in _parts(lines):
        if drawn:
            blocks.extend(_drawn_table(lines, start, end))
        elif even:
            blocks.extend(_rows_of_cells(lines, start, end))
        else:
            blocks.extend(read_blocks(_words(lines, start, end), _SCALE))
    width = max((len(line) for line in lines), default=1) or 1
    return number_blocks(blocks, width=width, height=max(1, len(lines)))


def _has_even_gaps(lines: list[str]) -> bool:
    """Whether cells are parted by the same white everywhere: their columns are then not drawn."""
    gaps = [len(gap) for line in lines for gap in _GAP.findall(line)]
    return len(gaps) >= 3 and max(map(len, lines)) > _WRAPPED and gaps.count(max(gaps)) >= 0.9 * len(gaps)


def _rows_of_cells(lines: list[str], start: int, end: int) -> list[Block]:
    """Return the cells of each line, row by row, and the stretches of text between them."""
    blocks: list[Block] = []
    prose = start
    for place in range(start, end):
        if _GAP.search(lines[place]):
            blocks.extend(read_blocks(_words(lines, prose, place), _SCALE))
            cells = [0, *(gap.end() for gap in _GAP.finditer(lines[place])), len(lines[place])]
            for left, right in pairwise(cells):
                blocks.extend(read_blocks(_words(lines, place, place + 1, left, right), _SCALE))
            prose = place + 1
    blocks.extend(read_blocks(_words(lines, prose, end), _SCALE))
    return blocks


def _words(lines: list[str], start: int, end: int, left: int = 0, right: int | None = None) -> list[Word]:
    words: list[Word] = []
    for place in range(start, end):
        line = _MARKDOWN.sub(lambda mark: " " * len(mark.group()), lines[place][left:right])
        words.extend(
            Word(boxes(match.group()), left + match.start(), left + match.end(), place, place + 1)
            for match in _WORD.finditer(line)
        )
    return words


def _parts(lines: list[str]) -> list[tuple[int, int, bool]]:
    """Return stretches of lines, and whether each is a table drawn with characters."""
    parts: list[tuple[int, int, bool]] = []
    start = place = 0
    while place < len(lines):
        end = _table_end(lines, place)
        if end is None:
            place += 1
            continue
        if place > start:
            parts.append((start, place, False))
        parts.append((place, end, True))
        start = place = end
    if start < len(lines):
        parts.append((start, len(lines), False))
    return parts


def _is_rule(line: str) -> bool:
    return bool(_RULE.match(line)) and bool(re.search(r"[-─━═=]{2}", line))


def _has_bars(line: str) -> bool:
    return len(_BAR.findall(line)) >= 2 or (
        bool(_BAR.search(line)) and line.count("|") == 1 and " | " in line
    )


def _table_end(lines: list[str], start: int) -> int | None:
    end = start
    bars = 0
    while end < len(lines) and lines[end].strip() and (_is_rule(lines[end]) or _has_bars(lines[end])):
        bars += _has_bars(lines[end]) and not _is_rule(lines[end])
        end += 1
    return end if bars and end - start >= 2 else None


def _drawn_table(lines: list[str], start: int, end: int) -> list[Block]:
    """Return the cells of a table drawn with | + - or box characters, in reading order."""
    ruled = sum(_is_rule(lines[place]) for place in range(start, end))
    grid: list[list[list[tuple[int, str, int]]]] = []
    fresh = True
    for place in range(start, end):
        if _is_rule(lines[place]):
            fresh = True
            continue
        cells = _bar_cells(lines[place])
        if fresh or ruled < 3 or len(grid[-1]) != len(cells):
            grid.append([[] for _ in cells])
        fresh = False
        for cell, (at, text) in zip(grid[-1], cells, strict=True):
            cell.append((place, text, at))
    return _ordered(grid)


def _bar_cells(line: str) -> list[tuple[int, str]]:
    cells = []
    at = 0
    for text in _BAR.split(line):
        cells.append((at, text))
        at += len(text) + 1
    if cells and not cells[0][1].strip():
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1][1].strip():
        cells = cells[:-1]
    return cells


def _ordered(grid: list[list[list[tuple[int, str, int]]]]) -> list[Block]:
    texts = [[" ".join(text.strip() for _, text, _ in cell).strip() for cell in row] for row in grid]
    same = len({len(row) for row in grid}) == 1
    if same and reads_by_columns(texts):
        order = [row[column] for column in range(len(grid[0])) for row in grid]
    else:
        order = [cell for row in grid for cell in row]
    blocks: list[Block] = []
    for cell in order:
        words = [word for place, text, at in cell for word in _cell_words(text, at, place)]
        blocks.extend(read_blocks(words, _SCALE))
    return blocks


def _cell_words(text: str, at: int, place: int) -> list[Word]:
    text = _MARKDOWN.sub(lambda mark: " " * len(mark.group()), text)
    return [
        Word(boxes(match.group()), at + match.start(), at + match.end(), place, place + 1)
        for match in _WORD.finditer(text)
    ]
