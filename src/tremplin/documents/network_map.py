"""The map of a network on one A4 page: a picture drawn elsewhere, its title and its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class NetworkMap:
    """Everything the page prints.

    Attributes:
        title: « 80 personnes, 5 domaines », no full stop.
        picture: an SVG that stands alone, its styles inside.
        described: what it shows, in words, for those who do not see it.
        wide: lay the page on its side.
        produced_on: day written at the top.
        author: name of the student, for the file's properties.
    """

    template: ClassVar[str] = "network_map"
    kind: ClassVar[str] = "Carte de mon réseau"

    title: str
    picture: str
    described: str
    produced_on: date
    wide: bool = False
    author: str = ""

    @property
    def subject(self) -> str:
        """Name whose map it is; empty when unknown."""
        return self.author

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {
            "title": self.title,
            "picture": self.picture,
            "described": self.described,
            "wide": self.wide,
        }
