"""Profiles printed as LinkedIn prints them: a narrow column, a wide one, letters of several sizes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import typst

SOURCE: Final = """
#let said = json(bytes(sys.inputs.said))
#let sizes = said.sizes
#set page(width: 612pt, height: said.height * 1pt, margin: (left: 22pt, right: 36pt, top: 40pt, bottom: 40pt),
  footer: align(right, text(9pt)[Page #context counter(page).display() of
    #context counter(page).final().first()]))
#set par(leading: 5pt, spacing: 8pt)
#set text(hyphenate: false)
#let line(one) = block(above: 7pt, below: 0pt, text(size: sizes.at(one.first()) * 1pt, one.last()))
#grid(columns: (178pt, 1fr), column-gutter: 23pt,
  said.side.map(line).join(), said.main.map(line).join())
"""
SIZES: Final = {"name": 26, "head": 15.75, "side": 13, "firm": 12, "post": 11.5, "text": 10.5}


@dataclass(frozen=True)
class Printed:
    """Two columns of lines, each with the size it is printed in."""

    side: Sequence[tuple[str, str]]
    main: Sequence[tuple[str, str]]
    sizes: dict[str, float] = field(default_factory=lambda: dict(SIZES))
    height: int = 792

    def pdf(self) -> bytes:
        """Print it."""
        said = {"side": self.side, "main": self.main, "sizes": self.sizes, "height": self.height}
        made = typst.compile(SOURCE.encode(), sys_inputs={"said": json.dumps(said)})
        assert isinstance(made, bytes)
        return made
