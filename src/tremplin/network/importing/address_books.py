"""Address books as tables: Google, Outlook in French and English, and any table with clear headings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.domain.careers import read_jobs
from tremplin.network.domain.names import LONGEST_NAME
from tremplin.network.domain.reaching import (
    comparable_email,
    comparable_phone,
    comparable_profile,
    whole_address,
)
from tremplin.network.domain.wording import KIND_OF, read_sector, read_tie
from tremplin.network.importing.days import read_day
from tremplin.network.importing.headings import Header, find_header, records, tell_unread, text_at, words_at
from tremplin.network.importing.incoming import Bond, Contacts, Gathering, Incoming, Place, Relation
from tremplin.network.importing.naming import (
    SEVERAL,
    bare_address,
    circle_of,
    name_or_refusal,
    named_tie,
    spelled_names,
    ways_of,
)
from tremplin.network.importing.sheets import Row, Sheet

GROUPS_APART: Final = re.compile(r":::|[;,]")
FOLDED_EMAIL: Final = re.compile(
    r"(?:e mail|email|adresse (?:de messagerie|de courrier|e mail|email|electronique|mail)|mail|courriel)"
    r"(?: address)?(?: \d+)?(?: value| valeur| address)?(?: \d+)?"
    r"(?: (?:pro|perso|professionnel|professionnelle|personnel|personnelle))?"
)
FOLDED_PHONE: Final = re.compile(
    r"phone \d+ value|(?:(?:home|business|mobile|car|other|primary|company main) )?phone(?: \d+)?|"
    r"(?:telephone|tel|portable|mobile|numero|n(?= de)|no(?= de))(?: de (?:telephone|portable|mobile))?"
    r"(?: \d+)?(?: (?:bureau|domicile|mobile|portable|societe|principal|fixe|"
    r"pro|perso|professionnel|personnel|valeur))?"
)
FIRST: Final = ("first name", "given name", "prenom", "prenoms")
LAST: Final = ("last name", "family name", "surname", "nom", "nom de famille")
WHOLE: Final = (
    "name",
    "full name",
    "display name",
    "nom complet",
    "nom et prenom",
    "prenom et nom",
    "prenom nom",
    "nom prenom",
    "personne",
    "contact",
)
ORGANIZATION: Final = (
    "organization name",
    "organization 1 name",
    "company",
    "societe",
    "societe actuelle",
    "entreprise",
    "entreprise actuelle",
    "nom de l organisation",
    "nom de l entreprise",
    "organisation",
    "organization",
    "employeur",
    "structure",
    "etablissement",
)
TITLE: Final = (
    "organization title",
    "organization 1 title",
    "job title",
    "position",
    "poste",
    "fonction",
    "metier",
    "profession",
    "role",
    "intitule du poste",
)
FRENCH_TITLE: Final = "titre"
GROUPS: Final = (
    "labels",
    "group membership",
    "categories",
    "groupe",
    "groupes",
    "cercle",
    "etiquettes",
    "libelles",
)
PAGES: Final = (
    "url",
    "profil",
    "profil linkedin",
    "linkedin",
    "profile url",
    "linkedin url",
    "url linkedin",
    "lien",
    "web page",
    "page web",
    "profil en ligne",
)
PAGE_NUMBERED: Final = re.compile(r"website \d+ value")
EXPERTISE: Final = ("domaine", "secteur", "sector", "industry")
SINCE: Final = ("connected on", "en relation depuis", "connu depuis")
CLOSENESS: Final = ("proximite",)
CONNECTOR: Final = ("connait beaucoup de monde",)
THROUGH: Final = ("connu par", "presente par", "introduced by", "via")
KNOWS: Final = ("connait", "knows")
CAREER: Final = ("parcours",)
NUMBER: Final = ("fiche tremplin",)
TIE: Final = ("lien", "relation")
ME: Final = ("moi", "me", "moi meme")
SYSTEM_GROUPS: Final = {"mycontacts", "* mycontacts", "* othercontacts", "othercontacts", "* starred"}
KIND_OF_WAY: Final = re.compile(r" (?:type|label|libelle|display name)$")
READ: Final = (
    *(*FIRST, *LAST, *WHOLE, *ORGANIZATION, *TITLE, *GROUPS, *PAGES, *EXPERTISE, *SINCE),
    *(*CLOSENESS, *CONNECTOR, *THROUGH, *KNOWS, *TIE, *CAREER, *NUMBER),
)
OUR_PAGES: Final = "profil"
SOMEONE_ELSE: Final = "quelqu’un d’autre"
MOST_DIGITS: Final = 12
EXCHANGE_INSIDE: Final = "/o="


@dataclass(frozen=True, slots=True)
class _Book:
    """Where each thing stands in the table."""

    header: Header
    emails: tuple[int, ...]
    phones: tuple[int, ...]
    title: int | None

    def cell(self, cells: Sequence[str], *names: str) -> str:
        """Return the first filled cell under one of these headings, as one line."""
        found = (words_at(cells, at) for at in self.header.columns(*names))
        return next((text for text in found if text), "")

    def voices(self, cells: Sequence[str]) -> Iterator[int]:
        """Give the columns of numbers that the column before does not call a fax."""
        return (at for at in self.phones if not at or "fax" not in text_at(cells, at - 1).casefold())


def book_kind(sheet: Sheet) -> str:
    """Return whose table it is: « Google », « Outlook », « Tableau »; empty when nothing names people."""
    if find_header(sheet, ("group membership", "labels"), (*FIRST, *WHOLE)):
        return "Google"
    outlook = ("adresse de messagerie", "adresse de courrier", "e mail address", "e mail display name")
    if find_header(sheet, FIRST, LAST, outlook):
        return "Outlook"
    return "Tableau" if _plain_header(sheet) else ""


def read_address_book(sheet: Sheet) -> Contacts:
    """Return the people of an address book.

    Args:
        sheet: the table; its columns may stand in any order, and be called in French or in English.

    Returns:
        People; rows with a firm alone as organizations.
    """
    gathering, kind = Gathering(), book_kind(sheet)
    header = _header(sheet)
    if header is None:
        gathering.warn(0, "Aucune colonne de nom n’a été reconnue.")
        return gathering.done(kind or "Tableau")
    book = _book(header)
    rows = records(sheet, header, gathering) if kind != "Tableau" else _loose(sheet, header)
    through: dict[int, str] = {}
    known: dict[int, str] = {}
    for line, cells in rows:
        before = len(gathering.people)
        _take(gathering, book, line, cells)
        by = book.cell(cells, *THROUGH)
        if len(gathering.people) > before and by and folded(by) not in ME:
            through[before] = by
        if len(gathering.people) > before and gathering.people[before].number is not None:
            known[before] = _whole(book, cells, *KNOWS)
    gathering.bonds += _our_bonds(gathering.people, known)
    if not (gathering.people or gathering.places or gathering.refused):
        gathering.warn(0, "Aucune ligne sous les titres\u00a0: ce tableau est vide.")
    _tell_unread(gathering, book, sheet)
    return _tied(gathering, through).done(kind)


def _header(sheet: Sheet) -> Header | None:
    return find_header(sheet, (*FIRST, *WHOLE), (*LAST, *WHOLE)) or _plain_header(sheet)


def _plain_header(sheet: Sheet) -> Header | None:
    names = find_header(sheet, (*WHOLE, *LAST, *FIRST))
    if names is None:
        return None
    others = (*ORGANIZATION, *TITLE, *FIRST, *EXPERTISE, *THROUGH, *GROUPS)
    known = len([one for one in names.names if one in others or FOLDED_EMAIL.fullmatch(one)])
    return names if len(names.names) == 1 or known else None


def _book(header: Header) -> _Book:
    named = header.columns(FRENCH_TITLE)
    title = header.column(*TITLE)
    if FRENCH_TITLE in header.names and (len(named) > 1 or title is None):
        title = named[-1] if len(named) > 1 or header.column("civilite") is not None else title
    return _Book(
        header,
        _matching(header, FOLDED_EMAIL),
        _matching(header, FOLDED_PHONE),
        title,
    )


def _tell_unread(gathering: Gathering, book: _Book, sheet: Sheet) -> None:
    header = book.header
    ways = (at for at, name in enumerate(header.names) if KIND_OF_WAY.search(name))
    pages = (*header.columns(*READ), *_matching(header, PAGE_NUMBERED))
    tell_unread(gathering, sheet, header, read={*book.emails, *book.phones, *pages, *ways, book.title})


def _matching(header: Header, pattern: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(at for at, name in enumerate(header.names) if pattern.fullmatch(name))


def _loose(sheet: Sheet, header: Header) -> Iterable[Row]:
    """Give the rows of a table someone typed: a short row lacks its last cells, no more."""
    for line, cells in sheet.rows[header.at + 1 :]:
        if any(cell.strip() for cell in cells):
            yield line, cells


def _take(gathering: Gathering, book: _Book, line: int, cells: Sequence[str]) -> None:
    organization = book.cell(cells, *ORGANIZATION)
    emails = _several(gathering, line, cells, book.emails, comparable_email)
    phones = _several(gathering, line, cells, book.voices(cells), comparable_phone)
    written = _written_name(book, cells)
    if not written and organization:
        gathering.places.append(Place(organization))
        gathering.warn(line, f"«\u00a0{organization}\u00a0» est une organisation, rangée comme telle.")
        return
    if not written and not emails and not phones and not any(cell.strip() for cell in cells):
        return
    if written and (number := book.cell(cells, *NUMBER)).isdecimal():
        person = _person(book, written[:LONGEST_NAME], line, cells, emails, phones)
        gathering.people.append(_our_person(book, person, int(number[:MOST_DIGITS]), cells))
        return
    name = name_or_refusal(gathering, line, written, emails=emails, phones=phones)
    if name:
        gathering.people.append(_person(book, name, line, cells, emails, phones))


def _our_person(book: _Book, person: Incoming, number: int, cells: Sequence[str]) -> Incoming:
    """Keep what our own tables say as it stands, with nothing guessed."""
    pages = _pieces(text_at(cells, book.header.column(OUR_PAGES)))
    return person._replace(
        circle=circle_of(person.groups),
        profile=next(iter(pages), ""),
        pages=tuple(pages[1:]),
        relations=(),
        career=read_jobs(_whole(book, cells, *CAREER)),
        number=number,
    )


def _our_bonds(people: Sequence[Incoming], known: Mapping[int, str]) -> Iterator[Bond]:
    """Give the ties our own tables write by names, with their words."""
    places = spelled_names(people)
    for at, said in known.items():
        for piece in _pieces(said):
            if (found := named_tie(piece, places)) is not None and found[0] != at:
                kind, label, closeness = read_tie(found[1])
                yield Bond(at, found[0], kind, label[:120], closeness)


def _whole(book: _Book, cells: Sequence[str], *names: str) -> str:
    """Return a cell of ours however long: everyone a person knows stands in one."""
    return " ".join(text_at(cells, book.header.column(*names)).split())


def _person(
    book: _Book,
    name: str,
    line: int,
    cells: Sequence[str],
    emails: tuple[str, ...],
    phones: tuple[str, ...],
) -> Incoming:
    groups = _groups(book, cells)
    closeness = book.cell(cells, *CLOSENESS)
    return Incoming(
        name,
        line,
        emails=emails,
        phones=phones,
        profile=_profile(book, cells),
        organization=book.cell(cells, *ORGANIZATION),
        title=words_at(cells, book.title),
        connected_on=read_day(book.cell(cells, *SINCE)),
        groups=groups,
        circle=circle_of(groups, name),
        closeness=int(closeness) if closeness in {"1", "2", "3"} else None,
        expertise=read_sector(book.cell(cells, *EXPERTISE)),
        is_connector={"oui": True, "non": False}.get(book.cell(cells, *CONNECTOR).casefold()),
        tie=KIND_OF.get(book.cell(cells, *TIE), "contact"),
        relations=tuple(Relation(one) for one in _pieces(book.cell(cells, *KNOWS))),
    )


def _written_name(book: _Book, cells: Sequence[str]) -> str:
    pieces = [book.cell(cells, *FIRST), book.cell(cells, *LAST)]
    return " ".join(filter(None, pieces)) or book.cell(cells, *WHOLE)


def _groups(book: _Book, cells: Sequence[str]) -> tuple[str, ...]:
    named = [one for at in book.header.columns(*GROUPS) for one in GROUPS_APART.split(text_at(cells, at))]
    kept = dict.fromkeys(one.strip() for one in named)
    return tuple(one for one in kept if one and one.casefold() not in SYSTEM_GROUPS)


def _pieces(text: str) -> list[str]:
    return [one.strip() for one in text.split(SEVERAL) if one.strip()]


def _profile(book: _Book, cells: Sequence[str]) -> str:
    at = (*book.header.columns(*PAGES), *_matching(book.header, PAGE_NUMBERED))
    pages = [url for column in at for url in _pieces(text_at(cells, column)) if comparable_profile(url)]
    return whole_address(next((url for url in pages if "linkedin." in url), next(iter(pages), "")))


def _several(
    gathering: Gathering,
    line: int,
    cells: Sequence[str],
    columns: Iterable[int],
    comparable: Callable[[str], str],
) -> tuple[str, ...]:
    """Return every address or number of a row once; what is none is told and left out."""
    found: dict[str, str] = {}
    for value in (one for at in columns for one in ways_of(text_at(cells, at)) if one.strip("*' ")):
        if key := comparable(value):
            found.setdefault(key, bare_address(value) if "@" in key else value.strip("' "))
        else:
            gathering.warn(line, _why_not(value))
    return tuple(found.values())


def _why_not(value: str) -> str:
    if value.casefold().startswith(EXCHANGE_INSIDE):
        return "adresse interne d’Exchange, inutilisable dehors\u00a0: laissée de côté."
    return f"«\u00a0{value[:40]}\u00a0» n’est ni une adresse ni un numéro lisible\u00a0: laissé de côté."


def _tied(gathering: Gathering, through: dict[int, str]) -> Gathering:
    """Tie to whoever knows them those whom the student does not know directly."""
    places = spelled_names(gathering.people)
    for at, name in through.items():
        by = places.get(folded(name))
        if by is None or by == at:
            gathering.people[at] = gathering.people[at]._replace(is_known=False)
            if name == SOMEONE_ELSE:
                continue
            gathering.warn(gathering.people[at].line, f"«\u00a0{name[:60]}\u00a0» n’est pas dans ce tableau.")
        else:
            gathering.people[at] = gathering.people[at]._replace(through=by)
    return gathering
