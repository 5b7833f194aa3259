"""What is readable is kept, and what is not read is told."""

from datetime import date

import pytest

from tests.network.test_hostile import archive
from tremplin.network.importing.incoming import Contacts, UnreadableContacts
from tremplin.network.importing.reading import read_contacts

TODAY = date(2026, 11, 29)


def read(text: str, name: str = "contacts.csv", me: str = "") -> Contacts:
    return read_contacts(text.encode(), name=name, today=TODAY, me=me)


def card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])


def test_french_headings_are_read() -> None:
    (one,) = read(
        "Nom;Prénom;E-mail pro;Mail perso;Tél. pro;"
        "N° de téléphone;Numéro de portable;LinkedIn URL;Société actuelle\n"
        "Néant;Ida;ida@a.example;ida@b.example;0199001122;0199001133;0639981122;linkedin.com/in/ida;Acme\n"
    ).people

    assert one.emails == ("ida@a.example", "ida@b.example")
    assert one.phones == ("0199001122", "0199001133", "0639981122")
    assert (one.profile, one.organization) == ("https://linkedin.com/in/ida", "Acme")


def test_columns_that_are_not_read_are_told() -> None:
    warnings = read("Nom;E-mail;Plat préféré;Vide\nIda Néant;ida@a.example;Soupe;\n").warnings

    assert [one.why for one in warnings] == ["Colonnes non lues\u00a0: Plat préféré."]


def test_two_ways_in_one_cell_are_two_ways() -> None:
    (one,) = read(
        "Nom,E-mail,Téléphone\n"
        'Ida Néant,"a@x.example, Ida <mailto:b@x.example>",01 99 00 11 22 / 06 39 98 11 22\n'
    ).people

    assert one.emails == ("a@x.example", "b@x.example")
    assert one.phones == ("01 99 00 11 22", "06 39 98 11 22")


def test_someone_whose_firm_bears_their_name_is_a_person() -> None:
    contacts = read(card("N:Blanc;Zoé", "ORG:Zoé Blanc", "TEL:0639981122"), "zoe.vcf")

    assert [one.name for one in contacts.people] == ["Zoé Blanc"]


def test_a_nul_byte_does_not_hide_a_table() -> None:
    assert [one.name for one in read("Nom,E-mail\nIda\0 Néant,ida@a.example\n").people] == ["Ida Néant"]


def test_the_address_icloud_writes_aside_is_kept() -> None:
    (one,) = read(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260102T090000Z\r\n"
        "ATTENDEE;CN=Paul Roux;EMAIL=paul@x.example:/aMTI/principal/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "agenda.ics",
    ).people

    assert one.emails == ("paul@x.example",)


def test_linkedin_in_the_other_french_keeps_the_day() -> None:
    (one,) = read("Prénom,Nom,URL,Connecté(e) le\nIda,Néant,,08 Feb 2026\n").people

    assert one.connected_on == date(2026, 2, 8)


def test_family_name_first_with_a_comma_keeps_the_given_name() -> None:
    contacts = read('Nom complet,E-mail\n"Dupont, Jean",j@a.example\n"Élodie Roux, PMP",e@a.example\n')

    assert [one.name for one in contacts.people] == ["Jean Dupont", "Élodie Roux"]


def test_every_card_of_an_archive_is_read() -> None:
    cards = {
        f"{at}/{name}": card(f"FN:Ida {name[:1].upper()}{at}ant").encode()
        for at in (1, 2)
        for name in ("a.vcf", "b.vcf")
    }

    contacts = read_contacts(archive(cards), name="cartes.zip", today=TODAY)

    assert len(contacts.people) == len(cards)


def test_a_table_of_organizations_alone_says_so() -> None:
    contacts = read("School Name,Degree Name\nLycée du Port,Bac\n", "Education.csv")

    assert [one.why for one in contacts.warnings] == ["1 organisation ajoutée, personne dans ce tableau."]


def test_neither_the_student_nor_a_room_nor_a_robot_enters_the_network() -> None:
    said = [
        "ATTENDEE:mailto:malo@perso.example",
        "ATTENDEE:mailto:no-reply@x.example",
        "ATTENDEE;CN=Salle B 12:mailto:b12@x.example",
        "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Zoé Roux:mailto:zoe@x.example",
        "ATTENDEE;CN=Ida Néant:mailto:ida@x.example",
    ]
    event = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "DTSTART:20260102T090000Z",
        *said,
        "END:VEVENT",
        "END:VCALENDAR",
    ]

    contacts = read("\r\n".join(event), "agenda.ics", me="Malo Kervella")

    assert [one.name for one in contacts.people] == ["Ida Néant"]


def test_the_titles_told_are_those_of_the_table_not_of_its_introduction() -> None:
    with pytest.raises(UnreadableContacts, match="Titres lus\u00a0: Apodo, Correo"):
        read("Notas:\nApodo,Correo,Empresa\nida,ida@a.example,Acme\n")
