"""A file twice as long takes about twice as long to read, whatever it holds."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest

from tremplin.network.importing.incoming import Contacts, UnreadableContacts
from tremplin.network.importing.reading import read_contacts

TODAY = date(2026, 11, 29)
TIMES = 8
LINEAR = 3  # a square would be TIMES times this growth or more


def read(content: bytes, name: str) -> Contacts:
    return read_contacts(content, name=name, today=TODAY)


def seconds(content: bytes, name: str) -> float:
    """Return the processor time of the fastest of three readings."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        with suppress(UnreadableContacts):
            read(content, name)
        spent.append(time.process_time() - begun)
    return min(spent)


def photo(lines: int) -> bytes:
    folded = b"".join(b" " + b"A" * 74 + b"\r\n" for _ in range(lines))
    return (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida N\xc3\xa9ant\r\nPHOTO;ENCODING=b:AAAA\r\n"
        + folded
        + b"TEL:0199001122\r\nEND:VCARD\r\n"
    )


def attachment(lines: int) -> bytes:
    return (
        photo(lines)
        .replace(b"VCARD", b"VEVENT")
        .replace(b"PHOTO", b"ATTACH")
        .join((b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"))
    )


def note(lines: int) -> bytes:
    return photo(lines).replace(b"PHOTO;ENCODING=b", b"NOTE")


def brackets(size: int) -> bytes:
    return f"BEGIN:VCARD\r\nFN:Ida {'(' * size}\r\nEND:VCARD\r\n".encode()


def typed(size: int) -> bytes:
    return f"Nom,E-mail\nIda Néant,a{' ' * size}b\n".encode()


def card(size: int) -> bytes:
    return f'<map><node TEXT="moi"><node TEXT="Ida {"(" * size}"/></node></map>'.encode()


def outline(size: int) -> bytes:
    return f'<opml><body><outline text="{"&lt;" * size}"/></body></opml>'.encode()


def attendees(size: int) -> bytes:
    said = "".join(f"ATTENDEE;CN=Ida N{at}:mailto:ida{at}@x.example\r\n" for at in range(size))
    event = f"BEGIN:VEVENT\r\n{said}DTSTART:20260102T090000Z\r\nSUMMARY:Point\r\nEND:VEVENT\r\n"
    return f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n".encode()


def marks(mark: str) -> Callable[[int], bytes]:
    return lambda size: f"# Moi\n\n- Ida Néant\n- a {mark * size}b\n## c{mark * size}d\n".encode()


def unclosed(size: int) -> bytes:
    return f'mindmap\n  Moi\n    "Ida Néant\n{"a" * 40 + chr(10)}'.encode() + b"      b\n" * size


FILES: list[tuple[str, Callable[[int], bytes], int]] = [
    ("photo.vcf", photo, 6_000),
    ("note.vcf", note, 6_000),
    ("pièce.ics", attachment, 6_000),
    ("crochets.vcf", brackets, 2_000),
    ("blancs.csv", typed, 2_000),
    ("crochets.mm", card, 2_000),
    ("chevrons.opml", outline, 2_000),
    ("invités.ics", attendees, 300),
    ("commentaires.md", marks("<!-- "), 1_500),
    ("liens.md", marks("["), 1_500),
    ("adresses.md", marks("[a]("), 1_500),
    ("gras.md", marks("*a "), 1_500),
    ("titre.md", marks(" "), 1_500),
    ("ouvert.mmd", unclosed, 20_000),
]


@pytest.mark.parametrize(("name", "made", "size"), FILES, ids=[name for name, _, _ in FILES])
def test_time_grows_with_the_file_and_no_faster(name: str, made: Callable[[int], bytes], size: int) -> None:
    small, large = seconds(made(size), name), seconds(made(size * TIMES), name)

    assert large < small * TIMES * LINEAR


@pytest.mark.parametrize("made", [photo, note])
def test_what_follows_a_long_property_is_read(made: Callable[[int], bytes]) -> None:
    (person,) = read(made(5_000), "fiche.vcf").people

    assert (person.name, person.phones) == ("Ida Néant", ("0199001122",))
