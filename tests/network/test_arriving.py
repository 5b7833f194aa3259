"""People brought in once, completed, never replaced; all of it or nothing; undone as far as unused."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tremplin.network import queries
from tremplin.network.importing.incoming import UnreadableContacts
from tremplin.network.models import (
    ContactPoint,
    ImportBatch,
    Interaction,
    Organization,
    OrganizationKind,
    Person,
    Role,
    Tie,
)
from tremplin.network.operations import (
    InteractionKind,
    Outcome,
    TieKind,
    find_or_add_person,
    import_contacts,
    look_at_contacts,
    record_exchange,
    record_tie,
    undo_import,
)

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent / "data"
AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
TABLES = (Person, Organization, Role, ContactPoint, Tie, Interaction)
ARCHIVE = "linkedin/Basic_LinkedInDataExport_11-20-2026.zip"


def bring(name: str) -> Outcome:
    """Import one file of the data folder."""
    path = DATA / name
    return import_contacts(path.read_bytes(), file_name=path.name, at=AT, me="Malo Kervella")


def bring_rows(text: str, name: str = "contacts.csv") -> Outcome:
    """Import a table typed here."""
    return import_contacts(text.encode(), file_name=name, at=AT)


def rows() -> dict[str, int]:
    return {model.__name__: model._base_manager.count() for model in TABLES}


def test_a_look_writes_nothing_and_says_what_the_import_will() -> None:
    content = (DATA / ARCHIVE).read_bytes()

    looked = look_at_contacts(content, file_name="export.zip", today=AT.date())

    assert set(rows().values()) == {0}
    assert not ImportBatch.objects.exists()
    brought = bring(ARCHIVE)
    assert (looked.kept, looked.merged, looked.hidden) == (brought.kept, brought.merged, brought.hidden)
    assert (brought.kept, brought.hidden) == (9, 1)


def test_everything_a_connection_says_is_kept() -> None:
    bring(ARCHIVE)

    person = Person.objects.get(full_name="Héloïse Delmas-Roy")
    role = queries.present_role(person)
    assert role is not None
    assert (role.title, str(role.organization)) == ("Directrice, Talents & Mobilité", "Groupe Solstice, S.A.")
    assert person.connected_on == date(2019, 11, 14)
    assert person.source.startswith("LinkedIn")
    assert person.source_on == AT.date()
    assert person.ties.get().kind == TieKind.CONTACT
    assert person.interactions.get(kind=InteractionKind.MESSAGE).on == date(2026, 11, 11)
    school = Organization.objects.get(name="Lycée Jean-Inventé")
    assert school.kind == OrganizationKind.SCHOOL


def test_the_same_file_twice_adds_nothing_and_says_so() -> None:
    bring(ARCHIVE)
    before = rows()

    again = bring(ARCHIVE)

    assert rows() == before
    assert (again.kept, again.merged) == (0, 9)
    assert any("déjà été importé" in one.why for one in again.warnings)


def test_files_of_other_programs_complete_the_same_people() -> None:
    bring(ARCHIVE)

    cards = bring("contacts/apple_iphone_3.0.vcf")
    bring("contacts/google_contacts_nouveau.csv")

    person = Person.objects.get(full_name="Héloïse Delmas-Roy")
    assert (cards.kept, cards.merged) == (0, 1)
    assert person.email == "heloise.delmas@solstice.example"
    numbers = set(person.points.filter(kind="phone").values_list("normal", flat=True))
    assert numbers == {"+33639980102", "+33199001234", "+33639980103"}


def test_a_relation_named_in_a_card_ties_people_already_known() -> None:
    bring(ARCHIVE)

    bring("contacts/apple_iphone_3.0.vcf")

    tie = Tie.objects.exclude(other=None).get()
    assert {str(tie.person), str(tie.other)} == {"Héloïse Delmas-Roy", "Nguyễn Lâm"}
    assert tie.label == "responsable"


def test_what_the_student_wrote_is_never_replaced() -> None:
    person = find_or_add_person("Anaël Quentrec", email="moi@vermeil.example")
    record_tie(person, TieKind.TUTOR)

    bring(ARCHIVE)
    bring("contacts/google_contacts_ancien.csv")

    person.refresh_from_db()
    assert person.email == "moi@vermeil.example"
    assert [tie.kind for tie in person.ties.all()] == [TieKind.TUTOR]
    assert "anael@vermeil.example" in [point.value for point in person.points.all()]


def test_a_companion_alone_dates_the_ties_already_there() -> None:
    bring("linkedin/Connections.csv")

    outcome = bring("linkedin/messages.csv")

    person = Person.objects.get(full_name="Héloïse Delmas-Roy")
    assert outcome.kept == 0
    assert person.interactions.get().on == date(2026, 11, 11)


def test_two_people_of_one_name_with_two_profiles_stay_two() -> None:
    bring("linkedin/Connections.csv")

    assert Person.objects.filter(full_name="Paul Martin").count() == 2


def test_whom_someone_knows_is_a_second_degree() -> None:
    bring_rows("Nom complet;Connu par;Domaine\nOdile Brossard;moi;\nKarim Benyahia;Odile Brossard;logistique")

    karim = Person.objects.get(full_name="Karim Benyahia")
    assert karim.expertise == "logistique"
    assert not karim.ties.filter(other=None).exists()
    assert not karim.ties_back.filter(other=None).exists()
    tie = Tie.objects.exclude(other=None).get()
    assert {str(tie.person), str(tie.other)} == {"Odile Brossard", "Karim Benyahia"}


def test_undoing_an_import_leaves_the_network_as_it_was() -> None:
    bring("contacts/vcard_4.0.vcf")
    before = [list(model._base_manager.order_by("pk").values()) for model in TABLES]

    outcome = bring(ARCHIVE)
    assert outcome.batch is not None
    undone = undo_import(outcome.batch, at=AT)

    assert undone.removed == outcome.kept
    assert not undone.stayed
    assert [list(model._base_manager.order_by("pk").values()) for model in TABLES] == before


def test_undoing_keeps_whom_the_student_used_since() -> None:
    outcome = bring(ARCHIVE)
    used = Person.objects.get(full_name="Théo Marchand")
    record_exchange(used, on=date(2026, 11, 28), kind=InteractionKind.CALL)

    assert outcome.batch is not None
    undone = undo_import(outcome.batch, at=AT)

    assert undone.stayed == ("Théo Marchand",)
    assert [str(one) for one in Person.objects.all()] == ["Théo Marchand"]


def test_a_refused_file_writes_nothing() -> None:
    with pytest.raises(UnreadableContacts):
        bring("broken/carte_bombe_entites.mm")

    assert set(rows().values()) == {0}


def test_what_is_kept_of_an_import_names_nobody() -> None:
    outcome = bring("contacts/google_contacts_nouveau.csv")

    assert outcome.batch is not None
    told = str(outcome.batch.report)
    assert outcome.batch.report["warnings"] == len(outcome.warnings) > 0
    assert "hermine" not in told
    assert "Vermeil" not in told


def test_a_position_without_a_place_is_kept_as_a_note() -> None:
    bring_rows("Nom complet,Fonction,E-mail\nIda Roux,Garagiste,ida@exemple.example\n")

    ida = Person.objects.get(full_name="Ida Roux")
    assert (ida.note, ida.roles.count()) == ("Garagiste", 0)
    assert [one.title for one in queries.directory().people] == ["Garagiste"]


def test_newcomers_go_to_the_circle_chosen_unless_the_file_says_theirs() -> None:
    find_or_add_person("Zoé Roy")
    rows = "Nom complet,Cercle\nIda Roux,\nPaul Roux,famille\nZoé Roy,\n"

    import_contacts(rows.encode(), file_name="contacts.csv", at=AT, circle="school")

    assert dict(Person.objects.values_list("full_name", "circle")) == {
        "Ida Roux": "school",
        "Paul Roux": "family",
        "Zoé Roy": "",
    }
