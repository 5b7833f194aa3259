"""Past applications: a table read, kept once, taken back, and written so that it is read again the same."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.filled import filled
from tests.people import make_student
from tests.prospecting.approaching import MONDAY, make_approach, make_contact, make_target
from tests.typography import faults
from tremplin.documents.table import FORMULA
from tremplin.journal.domain.sheets import read_table
from tremplin.prospecting.domain.applications import (
    MEDIA_SAID,
    STATES,
    WAYS_SAID,
    Application,
    columns_guessed,
    read_applications,
    read_day,
    state_of,
    write_applications,
)
from tremplin.prospecting.models import ApplicationTable, Approach, Contact, Exchange, Target
from tremplin.prospecting.operations.applications import (
    bring_applications_again,
    import_applications,
    take_applications_back,
)
from tremplin.prospecting.operations.approaches import record_reply
from tremplin.prospecting.operations.research import add_question
from tremplin.prospecting.queries.applications import applications, report
from tremplin.prospecting.queries.cadence import due

TODAY = date(2026, 4, 2)
NOW = datetime(2026, 4, 2, 9, tzinfo=UTC)
FRENCH = """Entreprise;Poste;Date;Contact;E-mail;Statut;Notes
Nordelle;Assistant logistique;12/03/2026;Odile Brossard;odile@nordelle.example;Refusé;Poste pourvu
Taravel;Stage impression;3 mars 2026;;;En attente;
;Stage;01/03/2026;;;;
Solinge;Stage;31/02/2026;;;;
"""

HOSTILE = "abcÉéœ’\"';=+-@＝, 0|\\"
words = st.text(st.sampled_from(HOSTILE), max_size=25).map(lambda text: " ".join(text.split()))
named = words.filter(lambda text: any(letter.isalnum() for letter in text))
people = st.sampled_from(["Odile Brossard", "Karim Benyahia", "Éva Le Goff"])
days = st.dates(date(2020, 1, 1), TODAY)
made = st.builds(
    Application,
    company=named,
    role=words,
    on=days,
    contact=st.just("") | people,
    email=st.just("") | st.just("a.b@c.example"),
    state=st.sampled_from([state for state in STATES if state not in {"draft", "followed_up"}]),
    last_on=st.none() | days,
    way=st.sampled_from(sorted(WAYS_SAID)),
    medium=st.sampled_from(sorted(MEDIA_SAID)),
    notes=words,
)


def read(content: str | bytes, *, name: str = "suivi.csv") -> tuple[list[Application], list[str]]:
    """Read a table with the columns recognised; give what is kept and why lines are refused."""
    table = read_table(content.encode() if isinstance(content, str) else content, name=name)
    kept, refused = read_applications(table.rows, columns_guessed(table.headings), today=TODAY)
    return list(kept), [one.reason for one in refused]


def bring(content: str) -> ApplicationTable:
    """Import what of a table is not known yet."""
    kept, _ = read(content)
    return import_applications(report(kept, ()).fresh, name="suivi.csv", on=TODAY, at=NOW)


def test_a_french_table_is_read_and_what_is_wrong_is_said_with_its_line() -> None:
    kept, refused = read(FRENCH)

    assert [(one.company, one.on, one.state) for one in kept] == [
        ("Nordelle", date(2026, 3, 12), "no"),
        ("Taravel", date(2026, 3, 3), "sent"),
    ]
    assert refused == [
        "Il manque le nom de l’entreprise.",
        "«\u00a031/02/2026\u00a0» n’est pas une date. Écrivez jour, mois, année.",
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Company,Job title,Applied on,Status\nNordelle,Intern,2026-03-12,Rejected\n", "utf-8"),
        ("Société\tIntitulé\tDate de candidature\tÉtat\nNordelle\tIntern\t12/03/26\tRefus\n", "cp1252"),
        ("Employeur;Offre;Envoyé le;Résultat\nNordelle;Intern;12-03-2026;non retenue\n", "utf-16"),
        (
            "Nom de l’entreprise;Poste visé;Date d’envoi;Statut\nNordelle;Intern;12 mars 2026;négatif\n",
            "utf-8-sig",
        ),
    ],
)
def test_other_separators_encodings_and_headings_are_read(text: str, encoding: str) -> None:
    (one,), refused = read(text.encode(encoding))

    assert (one.company, one.role, one.on, one.state) == ("Nordelle", "Intern", date(2026, 3, 12), "no")
    assert refused == []


def test_a_day_to_come_is_refused() -> None:
    kept, (reason,) = read("Entreprise;Date\nNordelle;12/03/2027\n")

    assert kept == []
    assert "n’est pas encore passé" in reason


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Sans réponse", "silent"), ("pas de réponse", "silent"), ("Relancé 2 fois", "followed_up"),
        ("Entretien le 3", "talk"), ("Réponse reçue", "reply"), ("Accepté", "yes"), ("Non retenu", "no"),
        ("à envoyer", "draft"), ("Ghosted", "silent"), ("Bof", ""), ("En attente de réponse", "sent"),
        ("Pas encore de réponse", "sent"), ("Pas répondu", "silent"), ("Non répondu", "silent"),
        ("Réponse automatique", "sent"), ("Non traité", "sent"), ("Candidature non envoyée", "draft"),
        ("À relancer", "sent"), ("Pas encore relancé", "sent"), ("OK pour entretien", "talk"),
        ("En attente d’accord", "sent"), ("En attente de l’entretien", "sent"), ("Not accepted", "no"),
        ("No offer", "no"), ("OK", "yes"), ("Non", "no"), ("Non, poste pourvu", "no"),
        ("Refus après entretien", "no"),
        ("Relancé, en attente", "followed_up"), ("Entretien passé, en attente de réponse", "talk"),
        ("Accord de principe, en attente de la convention", "yes"), ("Pas d’offre", "sent"),
    ],
)  # fmt: skip
def test_a_status_is_understood_as_students_write_it(words: str, state: str) -> None:
    assert state_of(words) == state


@pytest.mark.parametrize("text", ["", "demain", "12/13/2026", "2026-02-30", "32 mars 2026", "12 ma 2026"])
def test_what_is_no_day_is_read_as_none(text: str) -> None:
    assert read_day(text) is None


def test_an_unknown_status_and_a_wrong_address_stay_in_the_notes() -> None:
    (one,), _ = read("Entreprise;Date;Statut;E-mail\nNordelle;12/03/2026;Bizarre;pas une adresse\n")

    assert one.state == "sent"
    assert "Bizarre" in one.notes
    assert "pas une adresse" in one.notes


@given(st.lists(made, max_size=5))
def test_what_is_written_is_read_back_the_same(lines: list[Application]) -> None:
    content = write_applications(lines)

    back, refused = read(content) if lines else ([], [])

    assert [replace(one, number=0) for one in back] == lines
    assert refused == []


@given(st.lists(st.builds(Application, company=words, role=words, notes=words), min_size=1, max_size=5))
def test_no_cell_ever_begins_as_a_formula(lines: list[Application]) -> None:
    text = write_applications(lines).decode("utf-8-sig")

    cells = [cell for row in csv.reader(StringIO(text, newline=""), delimiter=";") for cell in row]

    assert not any(FORMULA.match(cell) for cell in cells)


@pytest.mark.django_db
def test_importing_twice_changes_nothing() -> None:
    bring(FRENCH)

    again = report(read(FRENCH)[0], ())

    assert again.fresh == ()
    assert again.known == 2
    assert Approach.objects.count() == 2


@pytest.mark.django_db
def test_the_same_line_twice_in_a_file_is_one_application() -> None:
    bring("Entreprise;Date\nNordelle;12/03/2026\nNORDELLE;12/03/2026\n")

    assert Approach.objects.count() == 1


@pytest.mark.django_db
def test_targets_stand_where_their_applications_tell() -> None:
    bring("Entreprise;Date;Statut\nA;01/03/2026;refus\nB;01/03/2026;entretien\nC;01/03/2026;envoyé\nD;;\n")

    stages = {str(one): one.stage for one in Target.objects.all()}

    assert stages == {"A": "closed", "B": "talking", "C": "proposed", "D": "idea"}


@pytest.mark.django_db
def test_undoing_an_import_takes_its_targets_and_leaves_the_others() -> None:
    make_target("Taravel")
    table = bring(FRENCH)

    take_applications_back(table, at=NOW)
    left = [str(one) for one in Target.objects.filter(deleted_at=None)]
    bring_applications_again(ApplicationTable.objects.get())

    assert left == ["Taravel"]
    assert Approach.objects.filter(deleted_at=None).count() == 2
    assert Target.objects.filter(deleted_at=None).count() == 2


@pytest.mark.django_db
def test_undoing_an_import_leaves_the_target_the_student_worked_on(client: Client) -> None:
    make_student()
    table = bring("Entreprise;Date\nNordelle;12/03/2026\nTaravel;12/03/2026\n")
    target = Target.objects.get(organization__name="Nordelle")
    add_question(target, text="Qui décide des achats ?")

    page = client.post(f"/trouver/candidatures/{table.pk}/annuler/", follow=True).content.decode()

    assert [str(one) for one in Target.objects.filter(deleted_at=None)] == ["Nordelle"]
    assert "1\u00a0cible importée reste" in unescape(page)
    assert faults(page) == []


@pytest.mark.django_db
def test_undoing_an_import_leaves_the_application_that_was_answered_since() -> None:
    table = bring("Entreprise;Date\nNordelle;12/03/2026\nTaravel;12/03/2026\n")
    record_reply(Approach.objects.get(target__organization__name="Nordelle"), on=TODAY, text="Appelez-moi")

    take_applications_back(table, at=NOW)

    assert [str(one.target) for one in Approach.objects.filter(deleted_at=None)] == ["Nordelle"]
    assert Target.objects.get(deleted_at=None).approaches.get().exchanges.filter(kind="reply").exists()


@pytest.mark.django_db
def test_undoing_an_import_twice_keeps_the_way_back() -> None:
    table = bring(FRENCH)
    take_applications_back(table, at=NOW)

    take_applications_back(ApplicationTable.objects.get(), at=NOW + timedelta(seconds=1))
    bring_applications_again(ApplicationTable.objects.get())

    assert Target.objects.filter(deleted_at=None).count() == 2
    assert Approach.objects.filter(deleted_at=None).count() == 2


@pytest.mark.django_db
def test_each_line_costs_the_same_however_many_there_are() -> None:
    def cost(name: str, count: int) -> tuple[int, int]:
        lines = [Application(company=f"{name} {one}", on=TODAY) for one in range(count)]
        with CaptureQueriesContext(connection) as read:
            report(lines, ())
        with CaptureQueriesContext(connection) as written:
            import_applications(lines, name="suivi.csv", on=TODAY, at=NOW)
        return len(read), len(written)

    bring(FRENCH)
    few, many = cost("Orvane", 5), cost("Taravel", 40)

    assert many[0] == few[0]
    assert many[1] / 40 <= few[1] / 5


@pytest.mark.django_db
def test_old_applications_do_not_all_ask_to_be_followed_up() -> None:
    bring("Entreprise;Date;Statut\nA;01/10/2025;envoyé\nB;25/03/2026;envoyé\n")

    assert [one.who for one in due(date(2026, 4, 2))] == ["B"]


OLD = """Entreprise;Poste;Date;Contact;Statut;Dernier échange
Orvane;Stage chef de produit;12/09/2024;Julie Roy;envoyé;
Librairie Solinge;Stage librairie;01/09/2024;;entretien;02/10/2024
"""


@pytest.mark.django_db
def test_an_old_application_says_its_post_its_person_and_its_silence(client: Client) -> None:
    make_student()
    bring(OLD)
    target = Target.objects.get(organization__name="Orvane")
    approach = target.approaches.get()

    board = unescape(client.get("/trouver/").content.decode())
    page = unescape(client.get(f"/trouver/{target.pk}/").content.decode())
    sent = unescape(client.get(f"/trouver/approches/{approach.pk}/").content.decode())

    assert [str(one.person) for one in target.contacts.all()] == ["Julie Roy"]
    for shown in (board, page, sent):
        assert "Sans réponse depuis le 12\u00a0septembre 2024" in shown
        assert faults(shown) == []
    assert "Stage chef de produit" in board
    assert "Stage chef de produit, Julie Roy" in page
    assert "en retard" not in sent
    assert "Vous avez parlé le 2\u00a0octobre 2024" in board


@pytest.mark.django_db
def test_an_interview_brought_for_a_target_already_there_proposes_its_column(client: Client) -> None:
    make_student()
    make_target("Librairie Solinge")
    bring(OLD)

    assert "Passer à «\u00a0En conversation\u00a0»" in unescape(client.get("/trouver/").content.decode())


@pytest.mark.django_db
def test_undoing_an_import_takes_its_people_and_brings_them_again() -> None:
    table = bring(OLD)

    take_applications_back(table, at=NOW)
    left = Contact.objects.filter(deleted_at=None).count(), Target.objects.filter(deleted_at=None).count()
    bring_applications_again(ApplicationTable.objects.get())

    assert left == (0, 0)
    assert Contact.objects.filter(deleted_at=None).count() == 1


@pytest.mark.django_db
def test_the_export_read_in_an_empty_notebook_gives_the_same_export() -> None:
    bring(FRENCH)
    make_approach(make_contact(make_target()), sent_on=MONDAY, changes={"subject": "=1+1"})
    before = write_applications(applications())
    Target.objects.all().delete()
    Approach.objects.all().delete()

    kept, refused = read(before)
    import_applications(kept[::-1], name="export.csv", on=TODAY, at=NOW)

    assert refused == []
    assert write_applications(applications()) == before


@pytest.mark.django_db
def test_the_page_reports_then_keeps_then_takes_back(client: Client) -> None:
    make_student()
    sent = SimpleUploadedFile("suivi.csv", FRENCH.encode())

    shown = client.post("/trouver/candidatures/", {"sheet": sent}).content.decode()
    nothing = Approach.objects.count()
    client.post("/trouver/candidatures/", {**filled(shown), "keep": "1"})
    table = ApplicationTable.objects.get()
    client.post(f"/trouver/candidatures/{table.pk}/annuler/")

    assert faults(shown) == []
    assert "Deux\u00a0candidatures à ajouter" in unescape(shown)
    assert "Ligne 4" in shown
    assert nothing == 0
    assert table.approaches.count() == 2
    assert not Approach.objects.filter(deleted_at=None).exists()


@pytest.mark.django_db
def test_a_status_misread_is_put_right_for_all_its_lines(client: Client) -> None:
    make_student()
    rows = "Entreprise;Date;Statut\nA;01/03/2026;Feu vert\nB;02/03/2026;Feu vert\nC;02/03/2026;Refus\n"
    sent = SimpleUploadedFile("suivi.csv", rows.encode())
    shown = client.post("/trouver/candidatures/", {"sheet": sent}).content.decode()

    again = client.post("/trouver/candidatures/", {**filled(shown), "state-0": "yes"}).content.decode()
    client.post("/trouver/candidatures/", {**filled(again), "keep": "1"})

    assert faults(shown) == []
    assert filled(shown)["status-0"] == ["Feu vert"]
    assert [one.outcome for one in Approach.objects.order_by("target__organization__name")] == [
        "yes",
        "yes",
        "no",
    ]


@pytest.mark.django_db
def test_a_column_that_was_not_recognised_can_be_told(client: Client) -> None:
    make_student()
    sent = SimpleUploadedFile("suivi.csv", b"Boite;Quand\nNordelle;12/03/2026\n")
    shown = client.post("/trouver/candidatures/", {"sheet": sent}).content.decode()

    again = client.post("/trouver/candidatures/", {**filled(shown), "column-0": "company", "column-1": "on"})
    client.post("/trouver/candidatures/", {**filled(again.content.decode()), "keep": "1"})

    assert "Quelle colonne donne l’entreprise" in unescape(shown)
    assert Exchange.objects.get().on == date(2026, 3, 12)


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"<html>", b"\x00\x01", b'Entreprise;"Nord\nA;B'])
def test_what_is_no_table_is_refused_with_a_sentence(client: Client, content: bytes) -> None:
    make_student()

    answer = client.post("/trouver/candidatures/", {"sheet": SimpleUploadedFile("x.csv", content)})

    assert answer.status_code in {200, 422}
    assert faults(answer.content.decode()) == []
    assert not Approach.objects.exists()


@pytest.mark.django_db
def test_a_page_that_did_not_arrive_whole_is_said(client: Client) -> None:
    make_student()

    answer = client.post("/trouver/candidatures/", {"carried": "{", "keep": "1"}, follow=True)

    assert "n’est pas arrivé entier" in unescape(answer.content.decode())


@pytest.mark.django_db
def test_the_table_is_given_as_a_file(client: Client) -> None:
    make_student()
    bring(FRENCH)

    answer = client.get("/trouver/candidatures.csv")

    rows = list(csv.reader(BytesIO(answer.content).read().decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0][0] == "Entreprise"
    assert {row[0] for row in rows[1:]} == {"Nordelle", "Taravel"}
