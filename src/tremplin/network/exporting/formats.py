"""The formats, and what each cannot carry, in words.

What all of them carry and the import reads again: names as they are, two people of one name, every address,
number and profile, the circle, the closeness, the domain, who knows many, since when, the tie to the student,
past and present jobs, who knows whom with the kind, the words and the closeness of the tie, who introduced
the student. What none of them carries: dated exchanges, notes, where someone comes from, a second tie to the
student. Tables, outlines and Markdown maps write ties by names, with a number for two of one name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tremplin.network.exporting.cards import to_vcards
from tremplin.network.exporting.directory import Directory
from tremplin.network.exporting.graph import to_graphml
from tremplin.network.exporting.maps import to_freeplane, to_markmap, to_opml
from tremplin.network.exporting.table import to_csv

NO_EXCHANGES: Final = "Les échanges datés et vos notes n’y sont pas."


@dataclass(frozen=True, slots=True)
class Format:
    """A way out: its name, its media type, what writes it, what it leaves behind."""

    name: str
    media: str
    write: Callable[[Directory], bytes]
    leaves: str


def _older_cards(directory: Directory) -> bytes:
    return to_vcards(directory, version="3.0")


FORMATS: Final[Mapping[str, Format]] = {
    "mm": Format("Freeplane", "application/x-freeplane", to_freeplane, NO_EXCHANGES),
    "opml": Format("OPML", "text/x-opml", to_opml, NO_EXCHANGES),
    "markmap": Format("Markmap", "text/markdown", to_markmap, NO_EXCHANGES),
    "graphml": Format("GraphML", "application/xml", to_graphml, NO_EXCHANGES),
    "vcf": Format("vCard 4.0", "text/vcard", to_vcards, NO_EXCHANGES),
    "vcf3": Format("vCard 3.0", "text/vcard", _older_cards, NO_EXCHANGES),
    "csv": Format("CSV", "text/csv", to_csv, NO_EXCHANGES),
}
SUFFIXES: Final = {"markmap": "md", "vcf3": "vcf"}
