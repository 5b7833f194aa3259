"""Connections.csv of LinkedIn, of any year, saved again by a spreadsheet or not."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Final

from tremplin.network.domain.names import looks_like_a_formula, tidy_name
from tremplin.network.domain.reaching import comparable_email, comparable_profile, whole_address
from tremplin.network.importing.days import read_day
from tremplin.network.importing.headings import Header, find_header, records, tell_unread, text_at, words_at
from tremplin.network.importing.incoming import Contacts, Gathering, Incoming
from tremplin.network.importing.naming import bare_address
from tremplin.network.importing.sheets import Sheet

FIRST: Final = ("first name", "prenom")
LAST: Final = ("last name", "nom", "nom de famille")
CONNECTED: Final = ("connected on", "date de connexion", "en relation depuis", "connecte le", "connecte e le")
ADDRESS: Final = (
    "email address",
    "adresse e mail",
    "adresse email",
    "e mail address",
    "adresse electronique",
)
COMPANY: Final = ("company", "entreprise", "societe")
POSITION: Final = ("position", "poste", "intitule du poste", "fonction")
URL: Final = ("url", "profile url", "url du profil")
KIND: Final = "LinkedIn"
NOTES: Final = "notes"
EMPTY: Final = (
    "Aucun contact dans ce fichier\u00a0: il n’a que les phrases d’introduction de LinkedIn. "
    "Demandez une nouvelle archive à LinkedIn."
)


@dataclass(frozen=True, slots=True)
class _Columns:
    first: int | None
    last: int | None
    url: int | None
    address: int | None
    company: int | None
    position: int | None
    connected: int | None


def is_connections(sheet: Sheet) -> bool:
    """Say whether a table is LinkedIn's list of connections."""
    return find_header(sheet, FIRST, LAST, CONNECTED) is not None


def is_preamble_alone(sheet: Sheet) -> bool:
    """Say whether only LinkedIn's introduction is left of the file."""
    filled = [cells for _, cells in sheet.rows if any(cell.strip() for cell in cells)]
    starts_so = bool(filled) and filled[0][0].strip(" :").casefold() == NOTES
    return starts_so and len(filled) <= 2


def read_connections(sheet: Sheet) -> Contacts:
    """Return the connections.

    Args:
        sheet: the table.

    Returns:
        People in the order of the file; members who hid themselves are counted, never created.
    """
    gathering = Gathering()
    header = find_header(sheet, FIRST, LAST, CONNECTED)
    if header is None:
        gathering.warn(0, EMPTY)
        return gathering.done(KIND)
    columns = _columns(header)
    for line, cells in records(sheet, header, gathering):
        _take(gathering, columns, line, cells)
    if not gathering.people and not gathering.refused and not gathering.hidden:
        gathering.warn(0, "Aucun contact sous la ligne des titres\u00a0: votre liste de relations est vide.")
    tell_unread(gathering, sheet, header, read=astuple(columns))
    return gathering.done(KIND)


def _columns(header: Header) -> _Columns:
    wanted = (FIRST, LAST, URL, ADDRESS, COMPANY, POSITION, CONNECTED)
    return _Columns(*(header.column(*names) for names in wanted))


def _take(gathering: Gathering, columns: _Columns, line: int, cells: Sequence[str]) -> None:
    first, last = text_at(cells, columns.first), text_at(cells, columns.last)
    url, address = text_at(cells, columns.url), text_at(cells, columns.address)
    if not first and not last and not url and not address:
        if any(cell.strip() for cell in cells):
            gathering.hidden += 1
        return
    if looks_like_a_formula(f"{first} {last}"):
        gathering.refuse(line, "le nom est une formule de tableur. Corrigez-le, puis recommencez.")
        return
    name = f"{tidy_name(first)} {tidy_name(last)}".strip()
    if not name:
        gathering.refuse(line, "aucun nom lisible.")
        return
    on = _connected(gathering, line, text_at(cells, columns.connected))
    person = Incoming(
        name,
        line,
        emails=_address(gathering, line, address),
        profile=whole_address(url) if comparable_profile(url) else "",
        organization=words_at(cells, columns.company),
        title=words_at(cells, columns.position),
        connected_on=on,
    )
    gathering.people.append(person)


def _connected(gathering: Gathering, line: int, text: str) -> date | None:
    on = read_day(text) if text else None
    if text and on is None:
        gathering.warn(line, f"la date «\u00a0{text[:30]}\u00a0» n’est pas lisible, elle est laissée vide.")
    return on


def _address(gathering: Gathering, line: int, text: str) -> tuple[str, ...]:
    if not text:
        return ()
    if not comparable_email(text):
        gathering.warn(line, f"«\u00a0{text[:40]}\u00a0» n’est pas une adresse, elle est laissée vide.")
        return ()
    return (bare_address(text),)
