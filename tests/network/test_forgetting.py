"""Someone forgotten is nowhere: no table, no index, no page of the file, no backup made after."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO
from zipfile import ZipFile

import pytest
from django.db import connection

from tremplin.journal.models import Feedback
from tremplin.keeping.operations import write_backup
from tremplin.keeping.place import Place
from tremplin.network.models import ImportBatch, Interaction, Person
from tremplin.network.operations import (
    InteractionKind,
    find_or_add_person,
    forget_person,
    import_contacts,
    merge_people,
    record_exchange,
    texts_naming,
)
from tremplin.prospecting.models import Contact, Target

AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
ROWS = (
    "Nom complet;E-mail;Téléphone;Entreprise\n"
    "Hortense Quévreuil;hortense.quevreuil@vermeil.example;06 39 98 77 66;Ateliers Vermeil\n"
    "Karim Benyahia;karim@x.example;;\n"
)
TRACES = (b"Hortense", b"Qu\xc3\xa9vreuil", b"quevreuil", b"39 98 77 66", b"639987766")


@pytest.fixture
def hortense(transactional_db: None) -> Person:
    """Someone whom several rooms name."""
    import_contacts(ROWS.encode(), file_name="contacts.csv", at=AT)
    person = Person.objects.get(full_name="Hortense Quévreuil")
    other = find_or_add_person("Karim Benyahia")
    other.source = "Par Hortense Quévreuil."
    other.save()
    record_exchange(other, on=date(2026, 11, 2), kind=InteractionKind.MET, line="Vu avec Hortense Quévreuil")
    merge_people(person, find_or_add_person("Hortense Quévreuil-Roy"), at=AT)
    Feedback.objects.create(words="Travail net.", person=person, author_name="Hortense Quévreuil")
    target = Target.objects.create(organization=person.roles.get().organization)
    Contact.objects.create(target=target, person=person, position="operational", added_on=AT.date())
    return person


def test_their_rows_go_and_the_student_s_own_words_stay(hortense: Person) -> None:
    forgotten = forget_person(hortense)

    assert not Person.everyone.filter(full_name__startswith="Hortense").exists()
    assert not Contact.objects.exists()
    kept = Feedback.objects.get()
    assert (kept.words, kept.author_name, kept.person) == ("Travail net.", "", None)
    assert Person.objects.get().source == "Par quelqu’un."
    assert Interaction.objects.get().line == "Vu avec quelqu’un"
    assert str(hortense.pk) not in ImportBatch.objects.get().filled
    assert forgotten.left == ()


def test_no_backup_made_after_holds_a_trace(hortense: Person, tmp_path: Path) -> None:
    forget_person(hortense)

    with (tmp_path / "backup.zip").open("w+b") as backup:
        write_backup(backup, place=Place.here(), at=AT)
        everything = unpacked(backup)
    everything += Path(connection.settings_dict["NAME"]).read_bytes()
    assert not [trace for trace in TRACES if trace in everything]


def test_someone_else_of_the_same_name_loses_nothing(hortense: Person) -> None:
    namesake = Person.objects.create(full_name="Hortense Quévreuil", email="autre@x.example")
    words = Feedback.objects.create(words="Bien.", person=namesake, author_name="Hortense Quévreuil")

    forget_person(hortense)

    namesake.refresh_from_db()
    words.refresh_from_db()
    assert (namesake.full_name, namesake.email) == ("Hortense Quévreuil", "autre@x.example")
    assert words.author_name == "Hortense Quévreuil"


def test_what_would_still_name_them_is_told_before(hortense: Person) -> None:
    Feedback.objects.create(words="Demander à Hortense Quévreuil.")

    assert [one.count for one in texts_naming(hortense)] == [1]
    assert [one.count for one in forget_person(hortense).left] == [1]


@pytest.mark.parametrize(
    "written",
    [
        "hortense quévreuil",
        "HORTENSE QUÉVREUIL",
        "Hortense Quevreuil",
        "Quévreuil Hortense",
        "Hortense  Que\u0301vreuil",
        "Mme Hortense Quévreuil",
    ],
)
def test_their_name_goes_however_it_is_written(hortense: Person, written: str) -> None:
    other = find_or_add_person("Karim Benyahia")
    record_exchange(other, on=date(2026, 11, 3), kind=InteractionKind.MET, line=f"{written} y était.")
    Feedback.objects.create(words="Bien.", author_name=written)
    Feedback.objects.create(words=f"Demander à {written}.")

    forgotten = forget_person(hortense)

    assert "quelqu’un y était." in Interaction.objects.values_list("line", flat=True)
    assert not Feedback.objects.exclude(author_name="").exists()
    assert [one.count for one in forgotten.left] == [1]


def test_a_civility_is_no_part_of_the_name_sought(transactional_db: None) -> None:
    person = Person.objects.create(full_name="Mme Zoé Quillon")
    other = find_or_add_person("Karim Benyahia")
    record_exchange(other, on=date(2026, 11, 3), kind=InteractionKind.MET, line="Zoé Quillon m’a appelé")

    forget_person(person)

    assert Interaction.objects.get().line == "quelqu’un m’a appelé"


def test_nested_texts_lose_an_accented_name_too(hortense: Person) -> None:
    one, two = find_or_add_person("Inès Roux"), find_or_add_person("Inès Roux-Petit")
    merge = merge_people(one, two, at=AT)
    merge.snapshot = {**merge.snapshot, "kept": [{"label": "cousine d’Hortense Quévreuil"}]}
    merge.save()

    forget_person(hortense)

    merge.refresh_from_db()
    assert merge.snapshot["kept"] == [{"label": "cousine de quelqu’un"}]


def unpacked(backup: IO[bytes]) -> bytes:
    """Return every member of a backup, one after the other."""
    with ZipFile(backup) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())
