"""The page of backups says what the last copy holds, and what it misses."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.internships.made import make_internship
from tests.keeping.places import AT
from tests.people import make_student
from tests.rights.kept import RECEIVED, keep
from tests.typography import faults
from tremplin.accounts.models import Student
from tremplin.journal.models import Entry
from tremplin.journal.operations import add_entry
from tremplin.keeping.operations import back_up
from tremplin.keeping.place import Place
from tremplin.keeping.queries import held_now
from tremplin.rights.models import Agreement

URL = "/reglages/sauvegarde/"


def head_of(client: Client) -> str:
    """Return the title and the line under it."""
    page = client.get(URL).content.decode()
    assert faults(page) == []
    return " ".join(page.split("<h1>")[1].split("</header>")[0].replace("&nbsp;", " ").split())


def copy(home: Place, **changes: str) -> None:
    """Keep a copy of the data as they are."""
    home.backups.mkdir(exist_ok=True)
    back_up(home.backups / "auto-1.zip", place=home, at=AT, **changes)


def write(action: str) -> Entry:
    """Write an entry."""
    return add_entry(action=action, on=date(2026, 4, 1), at=AT)


def test_a_copy_made_before_anything_does_not_reassure(client: Client, home: Place) -> None:
    make_student()
    copy(home)
    for number in range(3):
        write(f"Trier la palette {number}")

    head = head_of(client)

    assert head.startswith("3 entrées ont changé depuis la dernière copie")
    assert "Elle ne contient encore ni convention, ni stage, ni entrée." in head


def test_what_was_changed_or_removed_since_is_counted_once(client: Client, home: Place) -> None:
    make_student()
    first, second = write("Trier"), write("Ranger")
    copy(home)
    Entry.objects.filter(pk=first.pk).update(action="Trié 12 palettes")
    Entry.objects.filter(pk=second.pk).update(deleted_at=AT)

    head = head_of(client)

    assert head.startswith("2 entrées ont changé depuis la dernière copie")
    assert "Elle contient 2 entrées." in head


def test_one_thing_is_said_in_the_singular_and_several_kinds_are_named(client: Client, home: Place) -> None:
    make_student()
    copy(home)
    write("Trier")

    assert head_of(client).startswith("1 entrée a changé")
    make_internship()
    assert head_of(client).startswith("1 stage ou alternance, 1 entrée ont changé")


def test_a_detail_that_changed_is_said_without_a_count(client: Client, home: Place) -> None:
    make_student()
    copy(home)
    Student.objects.update(first_name="Alix")

    assert head_of(client).startswith("Vos données ont changé depuis la dernière copie")


def test_a_copy_that_holds_everything_says_so(client: Client, home: Place) -> None:
    make_student()
    write("Trier")
    copy(home)

    head = head_of(client)

    assert head.startswith("Dernière copie gardée ici")
    assert "Rien n’a changé depuis." in head


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut", b"something else"])
def test_nothing_is_said_of_a_copy_that_cannot_be_read(client: Client, home: Place, content: bytes) -> None:
    make_student()
    home.backups.mkdir(exist_ok=True)
    (home.backups / "auto-1.zip").write_bytes(content)

    head = head_of(client)

    assert head.startswith("Dernière copie gardée ici")
    assert "changé" not in head


def test_nothing_is_said_of_a_sealed_copy(client: Client, home: Place) -> None:
    make_student()
    copy(home, passphrase="quatre mots au hasard")
    write("Trier")

    assert "changé" not in head_of(client)


@pytest.mark.usefixtures("home")
def test_what_was_removed_is_not_counted_nor_what_belonged_to_it() -> None:
    keep(RECEIVED)
    Agreement.objects.update(deleted_at=AT + timedelta(days=1))
    write("Trier").delete()
    write("Ranger")
    Entry.objects.update(deleted_at=AT)

    assert [(held.name, held.count) for held in held_now()] == []


def test_the_shortest_phrase_is_said_before_it_is_typed(client: Client, home: Place) -> None:
    make_student()

    assert "Au moins 10 caractères\u00a0:" in client.get(URL).content.decode()
