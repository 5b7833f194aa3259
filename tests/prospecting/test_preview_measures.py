"""The preview of a proposal has the measures of the page that is printed, or its lines break elsewhere."""

import re
from importlib.resources import files

import pytest

MM = 100 / 210  # in cqi: the preview is as wide as an A4 page


def printed() -> dict[str, float]:
    """Read the measures of the printed page, in millimetres."""
    typst = files("tremplin.documents") / "typst"
    paper, page = ((typst / name).read_text("utf-8") for name in ("paper.typ", "proposal.typ"))
    told = {name: float(size) for name, size in re.findall(r"#let ([\w-]+) = ([\d.]+)mm", paper)}
    right, points = re.search(r"right: ([\d.]+)mm", paper), re.search(r"set text\(size: ([\d.]+)pt", page)
    assert right is not None
    assert points is not None
    return {**told, "right": float(right[1]), "size": float(points[1]) * 25.4 / 72}


def shown() -> dict[str, float]:
    """Read the measures of the preview, in hundredths of its width."""
    css = (files("tremplin.prospecting") / "static" / "prospecting" / "proposal.css").read_text("utf-8")
    block = css.split(".a4.margined {")[1]
    size, padding = re.search(r"font-size: ([\d.]+)cqi", block), re.search(r"padding: ([^;]+);", block)
    columns = re.search(r"grid-template-columns: ([\d.]+)cqi[^;]*; gap: [\d.]+cqi ([\d.]+)cqi", block)
    assert size is not None
    assert padding is not None
    assert columns is not None
    _top, right, _bottom, left = (float(side.removesuffix("cqi")) for side in padding[1].split())
    return {
        "size": float(size[1]),
        "right": right,
        "left": left,
        "side": float(columns[1]),
        "gap": float(columns[2]),
    }


def test_the_preview_breaks_its_lines_where_the_page_does() -> None:
    page, preview = printed(), shown()
    left = page["page-left"] + page["side-width"] + page["gutter"]
    wanted = {
        "size": page["size"],
        "right": page["right"],
        "left": left,
        "side": page["side-width"],
        "gap": page["gutter"],
    }

    assert preview == pytest.approx({name: one * MM for name, one in wanted.items()}, rel=0.002)
