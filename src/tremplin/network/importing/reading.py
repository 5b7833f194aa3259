"""One file in, people out: the format is told by the content, never by the name alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from tremplin.network.importing.address_books import book_kind, read_address_book
from tremplin.network.importing.bounds import LARGEST_FILE
from tremplin.network.importing.calendars import read_attendees
from tremplin.network.importing.decoding import decoded
from tremplin.network.importing.graphs import read_graph
from tremplin.network.importing.headings import HEADER_WITHIN
from tremplin.network.importing.incoming import Bond, Contacts, Incoming, UnreadableContacts
from tremplin.network.importing.linkedin import is_connections, is_preamble_alone, read_connections
from tremplin.network.importing.linkedin_archive import (
    companion_of,
    is_about_the_student,
    read_companion,
    read_linkedin_archive,
)
from tremplin.network.importing.naming import is_me, is_my_box
from tremplin.network.importing.sheets import Sheet, read_csv, read_workbook
from tremplin.network.importing.text_maps import is_mermaid, read_markmap, read_mermaid, unfenced
from tremplin.network.importing.trees import looks_like_a_name
from tremplin.network.importing.vcards import read_vcards
from tremplin.network.importing.xml_maps import read_freeplane, read_outline

SNIFFED: Final = 1 << 16
ZIP: Final = b"PK"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
OTHER_OFFICE: Final = (b"application/vnd.oasis.opendocument", b"word/document.xml", b"ppt/presentation.xml")
WORKBOOK: Final = b"xl/workbook.xml"
XML: Final[Mapping[str, Callable[[bytes], Contacts]]] = {
    "map": read_freeplane,
    "opml": read_outline,
    "graphml": read_graph,
    "gexf": read_graph,
}
HEADINGS: Final = re.compile(r"(?m)^#{1,6}\s+\S")
MARKMAP: Final = re.compile(r"---[ \t]*\n(?:.*\n)*?markmap:")
ROOT: Final = re.compile(r"<(map|opml|graphml|gexf)[\s>/]", re.I)
EXPECTED: Final = (
    "Tremplin lit l’archive de LinkedIn, les vCards, les contacts Google et Outlook, les calendriers, les "
    "tableaux et les cartes (Freeplane, OPML, Markmap, Mermaid, GraphML)."
)


def read_contacts(content: bytes, *, name: str, today: date, me: str = "") -> Contacts:
    """Return the people of a file, whatever its format.

    Args:
        content: the whole file.
        name: as the student's computer calls it.
        today: meetings after it are no exchange yet.
        me: the student's own name, so as not to add them to their network; may be empty.

    Returns:
        People, ties, organizations, and what was hidden, refused or repaired.

    Raises:
        UnreadableContacts: nothing can be read; the sentence says why and what to do.
    """
    if not content.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise UnreadableContacts("Ce fichier est vide. Exportez de nouveau vos contacts.")
    if len(content) > LARGEST_FILE:
        raise UnreadableContacts(
            "Ce fichier est trop gros pour un carnet d’adresses\u00a0: il n’a pas été lu."
        )
    return _without_me(_read(content, name.lower().rpartition(".")[2], today, me), me)


def _read(content: bytes, suffix: str, today: date, me: str) -> Contacts:
    if content.startswith(ZIP):
        if any(mark in content for mark in OTHER_OFFICE):
            raise UnreadableContacts("Ce document ne se lit pas ainsi. Enregistrez-le en .xlsx ou en .csv.")
        is_book = WORKBOOK in content or suffix == "xlsx"
        return _table(read_workbook(content), content) if is_book else read_linkedin_archive(content)
    if content.startswith(OLD_OFFICE):
        raise UnreadableContacts("Ce classeur est d’un format ancien. Enregistrez-le en .xlsx ou en .csv.")
    start, _ = decoded(content[:SNIFFED])
    bare = start.lstrip("\ufeff \r\n\t")
    if root := ROOT.search(start) if bare.startswith("<") else None:
        tag = root[1].lower()
        return read_graph(content, me=me) if tag in {"graphml", "gexf"} else XML[tag](content)
    if "BEGIN:VCALENDAR" in start.upper()[:4000] or suffix == "ics":
        return read_attendees(content, today=today)
    if "BEGIN:VCARD" in start.upper() or suffix == "vcf":
        return read_vcards(content)
    if bare.startswith(("<", "{", "[", "%PDF")) or bare.count("\0") > 1 + len(bare) // 1000:
        raise UnreadableContacts(f"Ce fichier n’est pas un carnet d’adresses. {EXPECTED}")
    return _text(content, suffix)


def _text(content: bytes, suffix: str) -> Contacts:
    text, repaired = decoded(content)
    if is_mermaid(diagram := unfenced(text)):
        return read_mermaid(diagram).warned(repaired)
    is_bare = suffix in {"", "txt", "markmap"} and len(HEADINGS.findall(text)) > 1
    if suffix in {"md", "markdown", "mkd"} or is_bare or MARKMAP.match(text):
        return read_markmap(text).warned(repaired)
    return _table(read_csv(text), content).warned(repaired)


def _table(sheet: Sheet, content: bytes) -> Contacts:
    if is_connections(sheet) or is_preamble_alone(sheet):
        return read_connections(sheet)
    if name := companion_of(sheet):
        return read_companion(content, name)
    if is_about_the_student(sheet):
        raise UnreadableContacts(
            "Ce tableau de LinkedIn parle de vous, pas de vos contacts. "
            "Donnez l’archive entière, ou Connections.csv."
        )
    if not book_kind(sheet) or _is_a_list_of_something_else(sheet):
        raise UnreadableContacts(_no_names(sheet))
    return read_address_book(sheet)


def _is_a_list_of_something_else(sheet: Sheet) -> bool:
    """Say whether a single column called « Name » holds no name of anyone."""
    cells = [row[0] for _, row in sheet.rows[1:] if len(row) == 1 and row[0].strip()]
    is_column = bool(sheet.rows) and len(sheet.rows[0][1]) == 1
    return is_column and sum(looks_like_a_name(cell, alone=True) for cell in cells) * 2 <= len(cells)


def _no_names(sheet: Sheet) -> str:
    first = ([cell for cell in cells if cell] for _, cells in sheet.rows[:HEADER_WITHIN])
    widest: list[str] = max(first, key=len, default=[])
    titles = ", ".join(widest)
    seen = f" Titres lus\u00a0: {titles[:120]}." if titles else ""
    return (
        f"Aucune colonne de noms n’a été reconnue.{seen} "
        "Ajoutez une ligne de titres, par exemple «\u00a0Prénom, Nom, Entreprise, Fonction, E-mail\u00a0»."
    )


def _without_me(contacts: Contacts, me: str) -> Contacts:
    """Take the student out: a network is a star around them already."""
    named = len(me.split()) > 1
    mine = {
        at
        for at, one in enumerate(contacts.people)
        if one.is_me or (named and (is_me(one.name, me) or is_my_box(one, me)))
    }
    if not mine:
        return contacts
    kept = [at for at in range(len(contacts.people)) if at not in mine]
    moved = {at: place for place, at in enumerate(kept)}
    return replace(
        contacts,
        people=tuple(_moved(contacts.people[at], moved) for at in kept),
        bonds=tuple(
            Bond(moved[one.first], moved[one.second], one.kind, one.label, one.closeness)
            for one in contacts.bonds
            if one.first in moved and one.second in moved
        ),
    )


def _moved(person: Incoming, moved: Mapping[int, int]) -> Incoming:
    return person if person.through is None else person._replace(through=moved.get(person.through))
