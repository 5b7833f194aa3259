"""Files made to harm: refused with a sentence, or read without harm."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tremplin.network.importing.bounds import MOST_MEMBERS, MOST_ROWS
from tremplin.network.importing.incoming import Contacts, UnreadableContacts
from tremplin.network.importing.reading import read_contacts

TODAY = date(2026, 11, 29)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def read(content: bytes, name: str) -> Contacts:
    return read_contacts(content, name=name, today=TODAY)


def archive(members: dict[str, bytes]) -> bytes:
    """Make a ZIP of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue()


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    bomb = archive({"Connections.csv": HEADER.encode() + b"a" * (80 << 20)})

    with pytest.raises(UnreadableContacts, match="sans fin"):
        read(bomb, "export.zip")


def test_an_archive_of_countless_members_is_refused() -> None:
    with pytest.raises(UnreadableContacts, match="sans fin"):
        read(archive({f"{at}.csv": b"" for at in range(MOST_MEMBERS + 1)}), "export.zip")


def test_a_member_that_climbs_out_is_read_in_memory_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = archive({"../../Connections.csv": f"{HEADER}Ida,Néant,,,,,08 Feb 2026".encode()})

    contacts = read(content, "export.zip")

    assert [one.name for one in contacts.people] == ["Ida Néant"]
    assert not list(tmp_path.rglob("*"))


def test_a_workbook_that_unpacks_without_end_is_refused() -> None:
    bomb = archive({"xl/workbook.xml": b"<workbook/>", "xl/sharedStrings.xml": b" " * (80 << 20)})

    with pytest.raises(UnreadableContacts, match="sans fin"):
        read(bomb, "contacts.xlsx")


def test_a_damaged_workbook_is_refused() -> None:
    with pytest.raises(UnreadableContacts, match="classeur"):
        read(archive({"xl/workbook.xml": b"<workbook"}), "contacts.xlsx")


@pytest.mark.parametrize("name", ["carte.mm", "carte.opml", "reseau.graphml"])
def test_entities_are_never_opened(name: str) -> None:
    root = {"mm": "map", "opml": "opml", "graphml": "graphml"}[name.rpartition(".")[2]]
    trap = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><{root}><node TEXT="&e;"/></{root}>'

    with pytest.raises(UnreadableContacts):
        read(trap.encode(), name)


@pytest.mark.parametrize("depth", [5_000, 30_000])
def test_a_tree_without_end_is_read_without_falling(depth: int) -> None:
    content = b"<map>" + b'<node TEXT="Ida N">' * depth + b"</node>" * depth + b"</map>"

    contacts = read(content, "carte.mm")

    assert any("niveaux" in one.why for one in contacts.warnings)


def test_a_markdown_map_without_end_is_read_without_falling() -> None:
    content = "# Moi\n" + "\n".join(f"{'  ' * at}- Ida Néant {at}" for at in range(3_000))

    assert read(content.encode(), "carte.md").refused


def test_cells_that_are_formulas_name_nobody() -> None:
    rows = (
        f'{HEADER}"=HYPERLINK(""http://x.example"")",Néant,,,,,08 Feb 2026\nIda,Néant,,,"=1+1",,08 Feb 2026'
    )

    contacts = read(rows.encode(), "Connections.csv")

    assert [one.name for one in contacts.people] == ["Ida Néant"]
    assert "formule" in contacts.refused[0].why


def test_a_quote_left_open_does_not_swallow_the_rows_below() -> None:
    rows = (
        HEADER
        + 'Ida,Néant,,,"Sans fin,Poste,08 Feb 2026\n'
        + "\n".join(f"Ida{at},Suite,,,,,09 Feb 2026" for at in range(9_000))
    )

    contacts = read(rows.encode(), "Connections.csv")

    assert len(contacts.people) == 9_000
    assert [one.line for one in contacts.refused] == [2]


def test_more_rows_than_an_address_book_has_are_refused() -> None:
    rows = HEADER + "Ida,Néant,,,,,\n" * (MOST_ROWS + 1)

    with pytest.raises(UnreadableContacts, match="Coupez-le"):
        read(rows.encode(), "Connections.csv")


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"\xff\xfe", b"   \n\n", b"PK", b"PK\x03\x04rien"])
@pytest.mark.parametrize("name", ["a.csv", "a.vcf", "a.zip", "a.mm", "a"])
def test_next_to_nothing_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableContacts):
        read(content, name)


def test_a_sheet_with_clear_headings_is_read() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Mes contacts", None, None, None],
        ["Prénom", "Nom", "Société", "Mobile"],
        ["Ida", "Néant", "Cargolière", 639980102],
        ["=A1", "Formule", None, None],
    ):
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)

    contacts = read(target.getvalue(), "contacts.xlsx")

    first = contacts.people[0]
    assert (first.name, first.organization, first.phones) == ("Ida Néant", "Cargolière", ("639980102",))
