"""What odd cards and tables say is kept, or said to be left."""

from datetime import date

import pytest

from tremplin.network.importing.incoming import Contacts, Incoming
from tremplin.network.importing.reading import read_contacts

TODAY = date(2026, 11, 29)


def read(text: str, name: str) -> Contacts:
    """Read a file typed here."""
    return read_contacts(text.encode(), name=name, today=TODAY)


def the_one(card: str) -> Incoming:
    """Read the only person of a card."""
    (one,) = read(f"BEGIN:VCARD\r\nVERSION:2.1\r\n{card}\r\nEND:VCARD\r\n", "x.vcf").people
    return one


def test_an_encoded_semicolon_is_part_of_a_name() -> None:
    assert the_one("N;ENCODING=QUOTED-PRINTABLE:Dur=3Band;Jean").name == "Jean Dur;and"


def test_the_boss_keeps_what_follows_the_card_of_their_assistant() -> None:
    card = (
        "BEGIN:VCARD\nN:Boss;Anne\nAGENT:\nBEGIN:VCARD\nN:Aide;Luc\nTEL:0639980001\nEND:VCARD\n"
        "TEL:0639980002\nEND:VCARD\n"
    )

    found = read(card, "x.vcf")

    assert {(one.name, one.phones) for one in found.people} == {
        ("Anne Boss", ("0639980002",)),
        ("Luc Aide", ("0639980001",)),
    }
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("line", "phones"),
    [
        ("TEL:01 99 00 11 22 / 06 39 98 11 22", ("01 99 00 11 22", "06 39 98 11 22")),
        ("TEL:0199001122 ou 0639981122", ("0199001122", "0639981122")),
        ("TEL:0199001122,,12", ("0199001122,,12",)),
    ],
)
def test_two_numbers_on_one_line_are_two_and_a_code_is_none(line: str, phones: tuple[str, ...]) -> None:
    assert the_one(f"N:Roux;Ida\r\n{line}").phones == phones


def test_two_addresses_on_one_line_are_two() -> None:
    assert the_one("N:Roux;Ida\r\nEMAIL:a@x.example, b@x.example").emails == ("a@x.example", "b@x.example")


def test_columns_of_linkedin_that_are_not_read_are_named() -> None:
    rows = "First Name,Last Name,Email Address,Connected On,Blood Type\nIda,Roux,,07 Jun 2026,AB\n"

    (warning,) = read(rows, "Connections.csv").warnings

    assert warning.why == "Colonnes non lues\u00a0: Blood Type."


def test_a_cell_full_of_commas_is_not_taken_for_columns() -> None:
    known = " ".join(f"Nom{letter}," for letter in "abcdefghijklmnop")

    found = read(f"Prénom et nom;Entreprise;Fonction\nIda Roux;Vermeil;{known}\n", "x.csv")

    assert [(one.name, one.organization) for one in found.people] == [("Ida Roux", "Vermeil")]
