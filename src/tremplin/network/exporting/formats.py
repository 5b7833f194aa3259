"""The formats, and what each cannot carry, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tremplin.network.exporting.cards import to_vcards
from tremplin.network.exporting.directory import Directory
from tremplin.network.exporting.graph import to_graphml
from tremplin.network.exporting.maps import to_freeplane, to_markmap, to_opml
from tremplin.network.exporting.table import to_csv

NO_EXCHANGES: Final = "Les échanges datés n’y sont pas."
BY_NAME: Final = "Les liens y sont écrits par noms\u00a0: ceux de deux homonymes n’y sont pas."


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
    "opml": Format("OPML", "text/x-opml", to_opml, f"{NO_EXCHANGES} {BY_NAME}"),
    "markmap": Format("Markmap", "text/markdown", to_markmap, f"{NO_EXCHANGES} {BY_NAME}"),
    "graphml": Format("GraphML", "application/xml", to_graphml, NO_EXCHANGES),
    "vcf": Format("vCard 4.0", "text/vcard", to_vcards, NO_EXCHANGES),
    "vcf3": Format("vCard 3.0", "text/vcard", _older_cards, NO_EXCHANGES),
    "csv": Format(
        "CSV",
        "text/csv",
        to_csv,
        f"{NO_EXCHANGES} {BY_NAME} La nature d’un lien entre deux personnes n’y est pas.",
    ),
}
SUFFIXES: Final = {"markmap": "md", "vcf3": "vcf"}
