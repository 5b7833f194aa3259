"""Pages that are pictures: character recognition in French, with one engine and its doubts."""

import csv
import os
import shutil
import struct
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from tremplin.rights.agreement.pages import Document, Page, UnreadableFile
from tremplin.rights.agreement.reading.columns import Scale, Word, lay_out
from tremplin.rights.agreement.reading.limits import Limits
from tremplin.rights.agreement.reading.marks import clean
from tremplin.rights.agreement.reading.squares import Greys, with_boxes

_DPI = 200
_MOST_PIXELS = 60_000_000
_SURE = 70.0
"""Mean confidence under which the page is looked at again, turned if need be."""
_READABLE = 55.0
"""Mean confidence under which we say that the page could not be read."""
_FEWEST_LETTERS = 20
_LEAST = {0: 70, 1: 50, 2: 25}
"""Confidence under which a sign of so few letters is a stain."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Words recognised on a picture, and how sure the engine is of them, out of 100."""

    words: tuple[Word, ...]
    confidence: float
    width: float
    height: float

    @property
    def score(self) -> float:
        return self.confidence * sum(len(word.text) for word in self.words)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn in greys, as a PGM file, and its size in points."""

    data: bytes
    size: tuple[int, int]


def drawn(page: Any) -> Picture:
    """Return a page of PDFium as a picture, fine enough to be read."""
    scale = _DPI / 72
    width, height = page.get_size()
    if width * height * scale * scale > _MOST_PIXELS:
        scale = (_MOST_PIXELS / (width * height)) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        data = b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + _rows(bitmap)
        return Picture(data, (bitmap.width, bitmap.height))
    finally:
        bitmap.close()


def recognise(picture: Picture, number: int, limits: Limits) -> Page | str:
    """Return a page read by character recognition, or a sentence saying why not.

    Args:
        picture: the page, drawn.
        number: its number, from 1.
        limits: bounds the time spent on one page.

    Returns:
        The page, or a French sentence.
    """
    return _recognised(picture.data, ".pgm", picture.size, number, limits)


def no_engine(number: int) -> str:
    """Return the sentence for a page that is a picture when nothing can recognise it."""
    return _no_engine(f"La page {number} est une image")


def read_image(data: bytes, name: str, tell: Callable[[int, int], None], limits: Limits) -> Document:
    """Return the one page of a photo or scan in PNG or JPEG.

    Args:
        data: the whole file.
        name: its name, for sentences.
        tell: called with the page just read and the number of pages.
        limits: bounds the time spent.

    Returns:
        The document, of kind "image", its page readable or not.

    Raises:
        UnreadableFile: the picture is damaged or far too large.
    """
    size = _picture_size(data)
    if size is None or not _is_whole(data):
        raise UnreadableFile(f"« {name} » est une image abîmée ou incomplète. Reprenez la photo ou la copie.")
    if size[0] * size[1] > _MOST_PIXELS:
        raise UnreadableFile(
            f"« {name} » est une image de {size[0]} × {size[1]} points, trop grande pour être lue. "
            "Réduisez-la de moitié."
        )
    if engine() is None:
        page: Page | str = _no_engine("C’est une image")
    else:
        page = _recognised(data, ".png" if data[:1] == b"\x89" else ".jpg", size, 1, limits)
    tell(1, 1)
    if isinstance(page, str):
        return Document(name, "image", (), ((1, page),), 1)
    return Document(name, "image", (page,), (), 1)


@cache
def engine() -> str | None:
    """Return "tesseract" or "rapidocr", whichever is installed, tesseract first; None without."""
    if "fra" in _languages():
        return "tesseract"
    from importlib.util import find_spec

    return "rapidocr" if find_spec("rapidocr") and find_spec("onnxruntime") else None


@cache
def _program() -> str | None:
    """Return where tesseract is; its installer for Windows does not put it on the path."""
    usual = Path(os.environ.get("PROGRAMFILES", "")) / "Tesseract-OCR" / "tesseract.exe"
    return shutil.which("tesseract") or (str(usual) if usual.is_file() else None)


@cache
def _languages() -> tuple[str, ...]:
    program = _program()
    if program is None:
        return ()
    try:
        said = _run([program, "--list-langs"], b"", 10.0)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(said.split())


def _run(command: Sequence[str], given: bytes, seconds: float) -> str:
    """Return what a command says; a failure is an OSError."""
    done = subprocess.run(  # noqa: S603 -- tesseract, with fixed options; the picture goes by stdin
        command,
        input=given,
        capture_output=True,
        timeout=seconds,
        check=False,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    if done.returncode:
        raise OSError(f"{command[0]} failed")
    return done.stdout.decode("utf-8", "replace")


def _no_engine(what: str) -> str:
    return (
        f"{what}, et aucun logiciel de reconnaissance de caractères n’est installé : elle n’a pas été lue. "
        "Installez tesseract avec le français, ou demandez la convention en PDF texte."
    )


def _rows(bitmap: Any) -> bytes:
    raw = bytes(bitmap.buffer)
    if bitmap.stride == bitmap.width:
        return raw
    return b"".join(
        raw[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height)
    )


def _recognised(
    picture: bytes, suffix: str, size: tuple[int, int], number: int, limits: Limits
) -> Page | str:
    try:
        if engine() == "tesseract":
            seen = _by_tesseract(picture, size, limits)
        else:
            seen = _by_rapidocr(picture, suffix, size)
    except subprocess.TimeoutExpired:
        return (
            f"La page {number} est une image trop longue à reconnaître : elle n’a pas été lue. "
            "Lisez-la vous-même, ou demandez la convention en PDF texte."
        )
    except OSError:
        return f"La page {number} est une image que le logiciel de reconnaissance n’a pas su ouvrir."
    return _judged(seen, number)


def _judged(seen: _Seen, number: int) -> Page | str:
    letters = sum(len(word.text) for word in seen.words)
    if letters < _FEWEST_LETTERS:
        return (
            f"La page {number} est une image où aucun texte n’a été reconnu. "
            "Lisez-la vous-même, ou demandez un meilleur exemplaire."
        )
    if seen.confidence < _READABLE:
        return (
            f"La page {number} est une image trop floue ou trop abîmée pour être lue sans erreur. "
            "Lisez-la vous-même, ou demandez un meilleur exemplaire."
        )
    tall = median(word.bottom - word.top for word in seen.words)
    scale = Scale(space=0.33 * tall, height=1.25 * tall, narrow=3.0, wide=5.0)
    lines = lay_out(_levelled(seen.words), width=seen.width, height=seen.height, scale=scale)
    return Page(number, lines, "ocr")


def _levelled(words: Sequence[Word]) -> list[Word]:
    """Give all words of the page the usual height, so that rows gather whatever their letters."""
    tall = median(word.bottom - word.top for word in words)
    return [
        Word(word.text, word.left, word.right, word.top, max(word.bottom, word.top + 0.4 * tall))
        for word in words
    ]


def _by_tesseract(picture: bytes, size: tuple[int, int], limits: Limits) -> _Seen:
    seen = _tesseract(picture, size, "3", limits)
    if seen.confidence < _SURE and "osd" in _languages():
        turned = _tesseract(picture, size, "1", limits)
        seen = max(seen, turned, key=lambda one: one.score)
    return seen


def _tesseract(picture: bytes, size: tuple[int, int], mode: str, limits: Limits) -> _Seen:
    options = f"-l fra --dpi {_DPI} --psm {mode} -c thresholding_method=2 tsv".split()
    command = [_program() or "tesseract", "stdin", "stdout", *options]
    greys = _greys(picture, size) if mode == "3" else None
    return _from_tsv(_run(command, picture, limits.seconds_per_page), size, greys)


def _greys(picture: bytes, size: tuple[int, int]) -> Greys | None:
    """Return the points of a page we drew ourselves; a photo stays as compressed as it came."""
    return Greys(picture[-size[0] * size[1] :], *size) if picture.startswith(b"P5") else None


def _from_tsv(table: str, size: tuple[int, int], greys: Greys | None) -> _Seen:
    lines: dict[tuple[str, ...], list[tuple[Word, float]]] = defaultdict(list)
    sure = letters = 0.0
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = clean((row.get("text") or "").strip())
        confidence = float(row.get("conf") or -1)
        if row.get("level") != "5" or not text or _is_speck(text, confidence):
            continue
        left, top, width, height = (float(row[key]) for key in ("left", "top", "width", "height"))
        line = (row["block_num"], row["par_num"], row["line_num"])
        lines[line].append((Word(text, left, left + width, top, top + height), confidence))
        sure += confidence * len(text)
        letters += len(text)
    read = list(lines.values())
    words = _aligned(with_boxes(read, greys) if greys else [[word for word, _ in line] for line in read])
    return _Seen(tuple(words), sure / letters if letters else 0.0, *size)


def _is_speck(text: str, confidence: float) -> bool:
    """Whether a stain was taken for a sign."""
    letters = sum(letter.isalnum() for letter in text)
    return confidence < _LEAST.get(letters, 0) and not (letters == 0 and text in ":;?%€☐☒")


def _aligned(lines: Sequence[Sequence[Word]]) -> list[Word]:
    """Undo the slant of the sheet, then give each word the height of its line."""
    slope = _slope(lines)
    aligned: list[Word] = []
    for line in lines:
        turned = [_turned(word, slope) for word in line]
        middle = median((word.top + word.bottom) / 2 for word in turned)
        tall = median(word.bottom - word.top for word in turned)
        aligned.extend(
            Word(word.text, word.left, word.right, middle - tall / 2, middle + tall / 2) for word in turned
        )
    return aligned


def _slope(lines: Sequence[Sequence[Word]]) -> float:
    slopes = []
    for line in lines:
        span = line[-1].left - line[0].left
        if len(line) >= 4 and span > 0:
            slopes.append((line[-1].bottom - line[0].bottom) / span)
    return median(slopes) if len(slopes) >= 3 else 0.0


def _turned(word: Word, slope: float) -> Word:
    drop = slope * word.left
    shift = -slope * word.top
    return Word(word.text, word.left - shift, word.right - shift, word.top - drop, word.bottom - drop)


def _by_rapidocr(picture: bytes, suffix: str, size: tuple[int, int]) -> _Seen:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"page{suffix}"
        path.write_bytes(picture)
        found = _rapidocr()(str(path))
    words: list[Word] = []
    sure = letters = 0.0
    for box, text, score in zip(found.boxes or (), found.txts or (), found.scores or (), strict=True):
        xs, ys = [float(point[0]) for point in box], [float(point[1]) for point in box]
        words.extend(_split_evenly(clean(text), min(xs), max(xs), min(ys), max(ys)))
        sure += 100 * float(score) * len(text)
        letters += len(text)
    return _Seen(tuple(words), sure / letters if letters else 0.0, *size)


@cache
def _rapidocr() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={"Global.log_level": "critical", "EngineConfig.onnxruntime.intra_op_num_threads": 2}
    )


def _split_evenly(text: str, left: float, right: float, top: float, bottom: float) -> list[Word]:
    step = (right - left) / max(1, len(text))
    words, at = [], 0
    for piece in text.split():
        at = text.index(piece, at)
        words.append(Word(piece, left + at * step, left + (at + len(piece)) * step, top, bottom))
        at += len(piece)
    return words


def _picture_size(data: bytes) -> tuple[int, int] | None:
    if data[:1] == b"\x89":
        if len(data) < 33 or data[12:16] != b"IHDR":
            return None
        width, height = struct.unpack(">II", data[16:24])
        return (width, height) if width and height else None
    return _jpeg_size(data)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            at += 1
            continue
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else None
        if marker == 0xFF or 0xD0 <= marker <= 0xD9 or marker == 0x01:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None


def _is_whole(data: bytes) -> bool:
    end = b"IEND" if data[:1] == b"\x89" else b"\xff\xd9"
    return end in data[-4096:]
