"""What is drawn on a PDF page beside letters: rules of tables, little squares, pictures."""

from dataclasses import dataclass, field
from typing import Any, Protocol

import pypdfium2.raw as raw

_MOST_OBJECTS = 20_000
_THIN = 2.2
_SQUARE = (5.0, 16.0)


class Frame(Protocol):
    """Turns a box of the page into left, right, top, bottom as a reader sees them."""

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return the box as a reader sees it."""
        ...


@dataclass(slots=True)
class Drawings:
    """Rules as (place, from, to), little squares as boxes, and the area covered by pictures."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    squares: list[tuple[float, float, float, float]] = field(default_factory=list)
    filled: list[tuple[float, float, float, float]] = field(default_factory=list)
    marks: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictured: float = 0.0
    strokes: int = 0


def drawings_of(page: Any, frame: Frame) -> Drawings:
    """Return what is drawn on a page."""
    found = Drawings()
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for place in range(count):
        item = raw.FPDFPage_GetObject(page, place)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(item, frame, found)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            box = _box_of(item, frame)
            if box and kind == raw.FPDF_PAGEOBJ_IMAGE:
                found.pictured += (box[1] - box[0]) * (box[3] - box[2])
            elif kind == raw.FPDF_PAGEOBJ_FORM and _holds_picture(item):
                found.pictured += (box[1] - box[0]) * (box[3] - box[2]) if box else 0.0
    return found


def _holds_picture(item: Any) -> bool:
    count = raw.FPDFFormObj_CountObjects(item)
    kinds = [
        raw.FPDFPageObj_GetType(raw.FPDFFormObj_GetObject(item, place)) for place in range(min(count, 50))
    ]
    return bool(kinds) and all(kind == raw.FPDF_PAGEOBJ_IMAGE for kind in kinds)


def _box_of(item: Any, frame: Frame) -> tuple[float, float, float, float] | None:
    left, bottom, right, top = (raw.FS_FLOAT() for _ in range(4)) if hasattr(raw, "FS_FLOAT") else _floats()
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return frame.box(left.value, bottom.value, right.value, top.value)


def _floats() -> Any:
    import ctypes

    return (ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float())


def _add_path(item: Any, frame: Frame, found: Drawings) -> None:
    box = _box_of(item, frame)
    if box is None:
        return
    found.strokes += 1
    left, right, top, bottom = box
    wide, tall = right - left, bottom - top
    if tall <= _THIN and wide > 8:
        found.across.append(((top + bottom) / 2, left, right))
    elif wide <= _THIN and tall > 6:
        found.down.append(((left + right) / 2, top, bottom))
    elif _SQUARE[0] <= wide <= _SQUARE[1] and abs(wide - tall) < 1.6:
        _add_square(item, box, found)
    elif wide < _SQUARE[1] and tall < _SQUARE[1]:
        found.marks.append(box)
    elif wide > 20 and tall > 8 and _is_rectangle(item):
        _add_edges(item, box, found)


def _is_rectangle(item: Any) -> bool:
    return bool(3 <= raw.FPDFPath_CountSegments(item) <= 6)


def _paints(item: Any) -> tuple[bool, bool]:
    import ctypes

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(fill.value), bool(stroke.value)


def _add_square(item: Any, box: tuple[float, float, float, float], found: Drawings) -> None:
    fill, stroke = _paints(item)
    if not _is_rectangle(item) or not (fill or stroke):
        found.marks.append(box)
    elif stroke:
        found.squares.append(box)
    else:
        found.filled.append(box)


def _add_edges(item: Any, box: tuple[float, float, float, float], found: Drawings) -> None:
    _, stroke = _paints(item)
    if not stroke:
        return
    left, right, top, bottom = box
    found.across.extend([(top, left, right), (bottom, left, right)])
    found.down.extend([(left, top, bottom), (right, top, bottom)])
