"""The journal's pages work as plain pages: noting, figures, feedback, proofs, table, skills."""

import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localdate
from pypdf import PdfReader

from tests.journal.entries import NOW, make_entry, make_internship
from tests.people import make_student
from tests.typography import faults
from tremplin.journal import operations, queries
from tremplin.journal.domain.table_files import read_rows
from tremplin.journal.models import Attachment, Entry, Experience, Feedback, Impact, Skill
from tremplin.journal.operations import ImpactKind, ImpactValues, keep_impact
from tremplin.journal.views import tables
from tremplin.network.models import Person
from tremplin.network.operations import find_or_add_person
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db
SPEED = "J’ai préparé le point du lundi en 50 min au lieu de 4 h 30."
HTMX = {"HX-Request": "true"}
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@pytest.fixture
def example() -> None:
    """Inès, her agreement, her internship and her journal."""
    load_demo(on=date(2026, 4, 2))


@pytest.fixture
def alice() -> None:
    """Alice, who has her agreement."""
    make_student()


def text(client: Client, path: str) -> str:
    """Return a page that must be well and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return page


@pytest.mark.usefixtures("example")
def test_every_page_of_the_example_is_written_in_french_typography(client: Client) -> None:
    entry = Entry.objects.exclude(feedback=None)[0]
    internship, association = (
        Experience.objects.filter(kind="internship")[0],
        Experience.objects.filter(kind="association")[0],
    )
    paths = (
        "", "semaine/", "tableau/", "tableau/?lecteur=public", "importer/", "competences/", "experiences/",
        "?q=tableau", "?q=introuvable", "?filtre=sans-chiffre", f"entree/{entry.pk}/",
        f"entree/{entry.pk}/modifier/",
        f"entree/{entry.pk}/chiffre/", f"entree/{entry.pk}/retour/", f"entree/{entry.pk}/demander/",
        f"chiffre/{Impact.objects.all()[0].pk}/", f"retour/{Feedback.objects.all()[0].pk}/",
        f"experiences/{internship.pk}/temps/", f"experiences/{association.pk}/",
    )  # fmt: skip

    assert [path for path in paths if not text(client, f"/journal/{path}")] == []


@pytest.mark.usefixtures("alice")
def test_the_empty_journal_says_how_to_begin(client: Client) -> None:
    assert "Votre première preuve tient en une phrase" in text(client, "/journal/")
    assert "Rien encore cette semaine" in text(client, "/journal/semaine/")
    assert "Le tableau se remplit tout seul" in text(client, "/journal/tableau/")


# --- noting


@pytest.mark.usefixtures("alice")
def test_one_sentence_is_enough(client: Client) -> None:
    answer = client.post("/journal/", {"action": "J’ai rangé l’atelier", "revision": 0})

    entry = Entry.objects.get()
    assert answer.headers["Location"] == "/journal/"
    assert (entry.action, entry.date, entry.draft) == ("J’ai rangé l’atelier", localdate(), False)
    assert not Impact.objects.exists()


@pytest.mark.usefixtures("alice")
def test_nothing_typed_and_a_day_to_come_are_refused_with_what_to_do(client: Client) -> None:
    tomorrow = localdate() + timedelta(days=1)

    empty = client.post("/journal/", {"action": " ", "revision": 0})
    early = client.post("/journal/", {"action": "Demain", "on": f"{tomorrow:%d/%m/%Y}", "revision": 0})

    assert (empty.status_code, early.status_code) == (422, 422)
    assert "Une phrase suffit" in empty.content.decode()
    assert "n’est pas encore venu" in early.content.decode()
    assert "Demain" in early.content.decode()
    assert not Entry.objects.exists()


@pytest.mark.usefixtures("alice")
def test_figures_are_proposed_and_kept_only_when_ticked(client: Client) -> None:
    answer = client.post("/journal/", {"action": SPEED, "revision": 0}, follow=True)
    page = answer.content.decode()
    entry = Entry.objects.get()
    key = re.search(r'name="keep" value="([\d-]+)"', page)

    assert key
    assert "de 4\u00a0h\u00a030 à 50\u00a0min" in page
    assert not Impact.objects.exists()

    client.post(f"/journal/entree/{entry.pk}/chiffres/", {"keep": key[1], "method": "measured"})
    client.post(f"/journal/entree/{entry.pk}/chiffres/", {"keep": key[1], "method": "measured"})

    impact = Impact.objects.get()
    assert str(impact) == "50 min au lieu de 4 h 30"
    assert (impact.before, impact.after) == (Decimal(270), Decimal(50))
    assert (impact.unit, impact.method) == ("min", "measured")
    assert impact.confirmed_at is not None


@pytest.mark.usefixtures("alice")
def test_a_draft_is_kept_while_writing_and_becomes_the_entry(client: Client) -> None:
    typed = {"action": "J’ai amélioré le stock de 18 % à 6 %", "revision": 0, "entry": ""}
    fragment = client.post("/journal/brouillon/", typed, headers=HTMX).content.decode()
    draft = Entry.objects.get()

    assert draft.draft
    assert f'name="entry" value="{draft.pk}"' in fragment
    spotted = re.search(r'name="keep" value="([\d-]+)"', fragment)
    assert spotted
    assert "<mark>de 18 % à 6 %</mark>" in fragment

    typed |= {"entry": str(draft.pk), "revision": str(draft.revision), "action": f"{typed['action']}."}
    client.post("/journal/", {**typed, "keep": spotted[1], "method": "measured"})

    entry = Entry.objects.get()
    assert (entry.pk, entry.draft) == (draft.pk, False)
    assert Impact.objects.get().words == "de 18 % à 6 %"


@pytest.mark.usefixtures("alice")
def test_a_draft_whose_key_the_page_never_received_is_not_written_twice(client: Client) -> None:
    client.post("/journal/brouillon/", {"action": "J’ai rangé", "revision": 0}, headers=HTMX)
    client.post("/journal/", {"action": "J’ai rangé l’atelier", "revision": 0})

    assert [entry.action for entry in Entry.objects.all()] == ["J’ai rangé l’atelier"]


@pytest.mark.usefixtures("alice")
def test_a_stale_draft_shows_both_texts_and_is_then_kept_without_script(client: Client) -> None:
    draft = make_entry("J’ai rangé", draft=True)
    Entry.objects.update(action="J’ai tout rangé", revision=2)
    typed = {"action": "J’ai rangé le stock", "entry": str(draft.pk)}

    refused = client.post("/journal/brouillon/", {**typed, "revision": "1"}, headers=HTMX)
    kept = client.post("/journal/brouillon/", {**typed, "revision": "2"})

    assert refused.status_code == 409
    assert "J’ai tout rangé" in refused.content.decode()
    assert kept.headers["Location"] == "/journal/"
    assert Entry.objects.get().action == "J’ai rangé le stock"


@pytest.mark.usefixtures("alice")
def test_vague_words_and_troubles_that_come_back_are_questioned(client: Client) -> None:
    typed = {
        "action": "On a amélioré le tri. Chaque lundi, l’équipe ressaisit les fiches à la main.",
        "revision": 0,
    }

    fragment = client.post("/journal/brouillon/", typed, headers=HTMX).content.decode()

    assert "De combien" in fragment
    assert 'name="pain_point"' in fragment
    assert faults(fragment) == []


@pytest.mark.usefixtures("alice")
def test_a_trouble_that_comes_back_is_kept_in_one_click_and_let_go(client: Client) -> None:
    entry = make_entry("Chaque lundi, l’équipe ressaisit les fiches à la main.")
    address = f"/journal/entree/{entry.pk}/gene/"

    assert address in text(client, f"/journal/entree/{entry.pk}/")
    client.post(address)
    assert Entry.objects.get().pain_point
    assert f'action="{address}"' in client.get(f"/journal/entree/{entry.pk}/").content.decode()
    client.post(address)
    assert not Entry.objects.get().pain_point


@pytest.mark.usefixtures("alice")
def test_an_entry_takes_skills_a_figure_words_and_its_mission_at_once(client: Client) -> None:
    internship = make_internship(ends_on=None)
    mission = operations.add_mission(internship, title="Inventaire")
    client.post(
        "/journal/",
        {
            "action": "J’ai compté les freins", "revision": 0, "skills": ["Analyse de données"],
            "more_skills": "Comptage, gestion de stock", "before": "18,5", "after": "6", "unit": "%",
            "method": "measured", "words": "Enfin juste.", "author_name": "Bob Martin", "mission": mission.pk,
            "minutes": "1 h 30", "visibility": "private", "pain_point": "on",
        },
    )  # fmt: skip

    entry = Entry.objects.get()
    impact, said = entry.impacts.get(), entry.feedback.get()
    assert sorted(skill.name for skill in entry.skills.all()) == [
        "Analyse de données",
        "Comptage",
        "Gestion de stock",
    ]
    assert (entry.minutes, entry.visibility, entry.pain_point) == (90, "private", True)
    assert (entry.mission, entry.experience) == (mission, internship)
    assert (impact.before, impact.after, impact.kind) == (Decimal("18.5"), Decimal(6), "before_after")
    assert (said.words, said.person) == ("Enfin juste.", Person.objects.get(full_name="Bob Martin"))


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"before": "10"}, "valeur d’après"),
        ({"author_name": "Bob"}, "même en cinq mots"),
        ({"minutes": "longtemps"}, "45\u00a0min"),
        ({"before": "dix", "after": "2"}, "Écrivez un nombre"),
    ],
)
def test_half_an_answer_is_refused_and_nothing_typed_is_lost(
    client: Client, typed: dict[str, str], says: str
) -> None:
    answer = client.post("/journal/", {"action": "J’ai compté", "revision": 0, **typed})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "J’ai compté" in page
    assert not Entry.objects.exists()


# --- one entry


@pytest.mark.usefixtures("alice")
def test_a_stale_save_is_refused_and_shows_both_texts(client: Client) -> None:
    skill = operations.find_or_add_skill("Inventaire")
    entry = make_entry("J’ai compté", skills=[skill.pk])
    typed = {"revision": entry.revision, "action": "J’ai compté les freins", "skills": ["Inventaire"]}
    client.post(f"/journal/entree/{entry.pk}/modifier/", {**typed, "action": "J’ai tout compté"})

    answer = client.post(f"/journal/entree/{entry.pk}/modifier/", typed)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "J’ai compté les freins" in page
    assert "J’ai tout compté" in page
    assert Entry.objects.get().action == "J’ai tout compté"


@pytest.mark.usefixtures("alice")
def test_finishing_a_draft_makes_it_an_entry(client: Client) -> None:
    entry = make_entry("J’ai com", draft=True)

    client.post(f"/journal/entree/{entry.pk}/modifier/", {"revision": 1, "action": "J’ai compté"})

    entry.refresh_from_db()
    assert (entry.action, entry.draft) == ("J’ai compté", False)


@pytest.mark.usefixtures("alice")
def test_deleting_has_undo(client: Client) -> None:
    entry = make_entry()

    page = client.post(f"/journal/entree/{entry.pk}/supprimer/", follow=True).content.decode()

    assert f'action="/journal/entree/{entry.pk}/retablir/"' in page
    assert client.get(f"/journal/entree/{entry.pk}/").status_code == 404
    client.post(f"/journal/entree/{entry.pk}/retablir/")
    assert client.get(f"/journal/entree/{entry.pk}/").status_code == 200


@pytest.mark.usefixtures("alice")
def test_each_figure_stands_at_its_own_address_with_what_makes_it_believable(client: Client) -> None:
    entry = make_entry(SPEED)
    bob = Person.objects.create(full_name="Bob Martin")
    impact = keep_impact(
        entry,
        ImpactValues(
            kind=ImpactKind.BEFORE_AFTER, before=Decimal(270), after=Decimal(50), unit="min",
            method="witnessed", witness_id=bob.pk, words="50 min au lieu de 4 h 30",
        ),
        at=NOW,
    )  # fmt: skip

    page = text(client, f"/journal/entree/{entry.pk}/")

    assert f'id="chiffre-{impact.pk}"' in page
    assert "constaté par un témoin" in page
    assert "Bob Martin" in page
    assert f'<a class="figure" href="/journal/entree/{entry.pk}/#chiffre-{impact.pk}">' in text(
        client, "/journal/"
    )


@pytest.mark.usefixtures("alice")
def test_a_figure_is_typed_changed_removed_and_put_back(client: Client) -> None:
    entry = make_entry()
    typed = {"kind": "percent", "quantity": "15", "direction": "down", "unit": "%", "subject": "budget"}
    refused = client.post(f"/journal/entree/{entry.pk}/chiffre/", {"kind": "before_after", "before": "10"})
    alone = client.post(f"/journal/entree/{entry.pk}/chiffre/", {**typed, "method": "witnessed"})
    client.post(f"/journal/entree/{entry.pk}/chiffre/", {**typed, "method": "estimated"})
    impact = Impact.objects.get()

    assert "une valeur avant et une valeur après" in refused.content.decode()
    assert "Écrivez son nom" in alone.content.decode()
    assert (impact.quantity, impact.subject) == (Decimal(-15), "budget")
    assert "−15\u00a0%" in text(client, f"/journal/entree/{entry.pk}/")

    witnessed = {**typed, "method": "witnessed", "witness": "Bob Martin", "revision": impact.revision}
    client.post(f"/journal/chiffre/{impact.pk}/", witnessed)
    page = client.post(f"/journal/chiffre/{impact.pk}/retirer/", follow=True).content.decode()
    assert not Impact.objects.exists()
    back = re.search(r'action="(/journal/annuler/\d+/)"', page)
    assert back
    client.post(back[1])

    assert str(Impact.objects.get().witness) == "Bob Martin"


@pytest.mark.usefixtures("alice")
def test_words_are_kept_exactly_and_may_be_asked_for(client: Client) -> None:
    entry = make_entry(SPEED)

    client.post(
        f"/journal/entree/{entry.pk}/retour/",
        {
            "words": "Net & clair, <vraiment>.",
            "author_name": "Bob Martin",
            "author_role": "tuteur",
            "quotable": "yes",
        },
    )
    said = Feedback.objects.get()
    message = text(client, f"/journal/entree/{entry.pk}/demander/")

    assert (said.words, said.quotable, str(said.person)) == ("Net & clair, <vraiment>.", True, "Bob Martin")
    assert "Net &amp; clair" in text(client, f"/journal/entree/{entry.pk}/")
    assert "Puis-je vous citer" in message
    assert "Alice" in message
    client.post(f"/journal/retour/{said.pk}/retirer/")
    assert not Feedback.objects.exists()


@pytest.mark.usefixtures("alice")
def test_a_proof_is_kept_given_back_and_a_wrong_file_is_refused(client: Client) -> None:
    entry = make_entry()
    address = f"/journal/entree/{entry.pk}/piece/"

    refused = client.post(address, {"proof": _file("virus.png", b"MZ\x90")})
    client.post(address, {"proof": _file("écran.png", PNG)})
    kept = Attachment.objects.get()
    given = client.get(f"/journal/piece/{kept.pk}/")

    assert refused.status_code == 422
    assert "n’est pas d’un type accepté" in refused.content.decode()
    assert (kept.name, kept.kind, len(kept.digest)) == ("écran.png", "image", 64)
    assert b"".join(given.streaming_content) == PNG  # type: ignore[attr-defined]  # a file response
    assert given.headers["Content-Disposition"].startswith("attachment")
    given.close()


# --- the weekly session


@pytest.mark.usefixtures("alice")
def test_the_session_completes_what_an_entry_lacks(client: Client) -> None:
    entry = make_entry(on=localdate())
    address = f"/journal/semaine/completer/{entry.pk}/"

    client.post(address, {"answer": "Inventaire, comptage", "lacks": "skill"})
    client.post(address, {"answer": "Très net.", "lacks": "feedback", "author_name": "Bob Martin"})
    figure = client.post(
        address, {"answer": "de 10 h à 2 h par semaine", "lacks": "figure", "debut": "1"}, follow=True
    )
    unread = client.post(address, {"answer": "beaucoup", "lacks": "figure"}, follow=True)
    skipped = client.post(address, {"answer": " ", "lacks": "skill"}, follow=True)

    assert {skill.name for skill in entry.skills.all()} == {"Inventaire", "comptage"}
    assert entry.feedback.get().author_name == "Bob Martin"
    assert figure.redirect_chain[-1][0].startswith("/journal/semaine/?debut=1&lu=")
    assert "Chiffres lus dans votre réponse" in figure.content.decode()
    assert unread.redirect_chain[-1][0].startswith(f"/journal/entree/{entry.pk}/chiffre/")
    assert not Impact.objects.exists()
    assert "Question passée." in skipped.content.decode()


@pytest.mark.usefixtures("alice")
def test_an_answer_with_a_figure_stays_in_the_session_and_the_figure_is_kept_there(client: Client) -> None:
    asked = client.post("/journal/semaine/repondre/", {"answer": SPEED, "debut": "12"}, follow=True)
    entry = Entry.objects.get()
    page = asked.content.decode()
    ticked = re.search(r'id="lu-[^"]*" name="keep" value="([^"]*)"', page)
    assert ticked
    assert faults(page) == []

    kept = {"keep": ticked[1], "suite": "seance", "debut": "12", "texte": "", "method": "measured"}
    back = client.post(f"/journal/entree/{entry.pk}/chiffres/", kept)

    assert back["Location"] == "/journal/semaine/?debut=12#h-questions"
    assert Impact.objects.get().method == "measured"


@pytest.mark.usefixtures("alice")
def test_what_the_text_holds_is_to_confirm_and_not_missing(client: Client) -> None:
    read_only, kept, bare = make_entry(SPEED), make_entry(SPEED + " Encore."), make_entry("Tri")
    keep_impact(kept, ImpactValues(kind=ImpactKind.QUANTITY, quantity=Decimal(12)), at=NOW)

    page = text(client, "/journal/")
    figure = text(client, f"/journal/entree/{read_only.pk}/chiffre/")

    assert "Chiffres à confirmer 1" in page
    assert "Sans chiffre 1" in page
    assert "1\u00a0chiffre à confirmer" in page
    assert [one.pk for one in queries.entries(queries.Filters(unspotted=True))] == [bare.pk]
    assert 'value="50"' in figure or 'value="4,5"' in figure
    assert '<option value="measured" selected' not in figure


@pytest.mark.usefixtures("alice")
def test_someone_named_in_capitals_elsewhere_is_the_same_person(client: Client) -> None:
    entry = make_entry(on=localdate())
    known = find_or_add_person("Yann KERMARREC")

    client.post(f"/journal/entree/{entry.pk}/retour/", {"words": "Net.", "author_name": "Yann Kermarrec"})
    client.post(
        f"/journal/semaine/completer/{entry.pk}/",
        {"answer": "Clair.", "lacks": "feedback", "author_name": "kermarrec yann"},
    )

    assert {(said.person, said.author_name) for said in Feedback.objects.all()} == {(known, "Yann KERMARREC")}


@pytest.mark.usefixtures("alice")
def test_the_clock_is_known_without_script(client: Client) -> None:
    started = client.get("/journal/semaine/commencer/", follow=True).content.decode()

    assert "Jusqu’à" in started
    assert 'name="debut" value="1' in started
    assert "Jusqu’à" not in text(client, "/journal/semaine/?debut=12")
    assert "Jusqu’à" not in text(client, "/journal/semaine/?debut=n%27importe")


@pytest.mark.usefixtures("alice")
def test_a_free_week_is_caught_up_in_one_line_and_no_longer_offered(client: Client) -> None:
    monday = localdate() - timedelta(days=localdate().weekday())
    internship = make_internship(starts_on=monday - timedelta(weeks=2), ends_on=monday + timedelta(weeks=8))
    last = monday - timedelta(weeks=1)
    address = f"/journal/semaine/reprendre/{internship.pk}/{last:%Y-%m-%d}/"

    offered = text(client, "/journal/semaine/")
    client.post(address, {"reponse-1": "Trier les pièces", "reponse-2": " "})
    after = text(client, "/journal/semaine/")

    assert address in offered
    assert address not in after
    assert Entry.objects.get().date == last + timedelta(days=4)
    assert client.post(f"/journal/semaine/reprendre/{internship.pk}/hier/").status_code == 404


@pytest.mark.usefixtures("alice")
def test_a_week_caught_up_twice_is_written_once(client: Client) -> None:
    monday = localdate() - timedelta(days=localdate().weekday(), weeks=1)
    internship = make_internship(starts_on=monday, ends_on=monday + timedelta(weeks=8))
    address = f"/journal/semaine/reprendre/{internship.pk}/{monday:%Y-%m-%d}/"

    for _again in range(2):
        client.post(address, {"reponse-1": "Trier les pièces", "reponse-2": "Ranger"})

    assert Entry.objects.count() == 2


@pytest.mark.usefixtures("alice")
def test_two_windows_on_a_figure_or_on_words_lose_nothing(client: Client) -> None:
    entry = make_entry()
    impact = keep_impact(entry, ImpactValues(kind=ImpactKind.QUANTITY, quantity=Decimal(12)), at=NOW)
    said = operations.add_feedback(words="Net.", entry=entry)
    figure = {"kind": "quantity", "quantity": "15", "revision": 1}
    words = {"words": "Très net.", "revision": 1}
    client.post(f"/journal/chiffre/{impact.pk}/", figure)
    client.post(f"/journal/retour/{said.pk}/", words)

    number = client.post(f"/journal/chiffre/{impact.pk}/", {**figure, "quantity": "18"})
    phrase = client.post(f"/journal/retour/{said.pk}/", {**words, "words": "Flou."})

    assert (number.status_code, phrase.status_code) == (409, 409)
    assert all(shown in number.content.decode() for shown in ("15", "18"))
    assert all(shown in phrase.content.decode() for shown in ("Très net.", "Flou."))
    assert "None" not in number.content.decode() + phrase.content.decode()
    assert (Impact.objects.get().quantity, Feedback.objects.get().words) == (Decimal(15), "Très net.")


@pytest.mark.usefixtures("alice")
def test_a_conflict_never_shows_none_for_a_field_left_empty(client: Client) -> None:
    entry = make_entry(SPEED)
    typed = {"action": "Autre", "on": "31/03/2026", "revision": 1}
    make_internship()
    client.post(f"/journal/entree/{entry.pk}/modifier/", typed)

    page = client.post(f"/journal/entree/{entry.pk}/modifier/", {**typed, "action": "Encore"})

    assert page.status_code == 409
    assert "None" not in page.content.decode()


# --- table


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("suffix", ["csv", "xlsx", "md", "json"])
def test_the_table_goes_out_and_comes_back_after_a_dry_run(client: Client, suffix: str) -> None:
    content = client.get(f"/journal/tableau.{suffix}").content
    before = Entry.objects.filter(draft=False).count()
    same = client.post("/journal/importer/", {"sheet": _file(f"journal.{suffix}", content)}).content.decode()
    Entry.objects.all().delete()

    report = client.post(
        "/journal/importer/", {"sheet": _file(f"journal.{suffix}", content)}
    ).content.decode()
    carried = re.search(r'name="rows" value="([^"]*)"', report)
    assert carried
    assert not Entry.objects.exists()

    client.post("/journal/importer/ajouter/", {"rows": unescape(carried[1])})

    assert "Aucune entrée à ajouter" in same
    assert f"{before}\u00a0entrées à ajouter" in report
    assert faults(report) == []
    assert Entry.objects.count() == before
    assert not Impact.objects.filter(confirmed_at__isnull=False).exists()


@pytest.mark.usefixtures("alice")
def test_an_import_is_undone_from_its_own_message(client: Client) -> None:
    content = b"Action;Date\nTri;2026-03-12\nRange;2026-03-13\n"
    report = client.post("/journal/importer/", {"sheet": _file("a.csv", content)}).content.decode()
    carried = re.search(r'name="rows" value="([^"]*)"', report)
    assert carried

    page = client.post("/journal/importer/ajouter/", {"rows": unescape(carried[1])}, follow=True)
    back = re.search(r'action="(/journal/annuler/\d+/)"', page.content.decode())
    assert back
    assert "Import annulé" in client.post(back[1], follow=True).content.decode()
    assert not Entry.objects.filter(deleted_at=None).exists()


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize("suffix", ["csv", "md", "json"])
def test_an_estimation_says_so_in_every_file_and_comes_back_once(client: Client, suffix: str) -> None:
    values = ImpactValues(kind=ImpactKind.QUANTITY, quantity=Decimal(12), unit="newsletters")
    keep_impact(make_entry(), values, at=NOW)

    content = client.get(f"/journal/tableau.{suffix}").content

    assert "12 newsletters (estimation)" in content.decode().replace("\u00a0", " ")
    operations.import_rows(read_rows(content, name=f"j.{suffix}", today=localdate()).rows, at=NOW)
    Entry.objects.all().delete()
    operations.import_rows(read_rows(content, name=f"j.{suffix}", today=localdate()).rows, at=NOW)
    assert (Impact.objects.get().unit, Impact.objects.get().words) == ("newsletters", "12\u00a0newsletters")


@pytest.mark.usefixtures("alice")
def test_the_screen_says_when_lines_are_cut_whoever_reads(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "ON_SCREEN", 2)
    for number in range(3):
        make_entry(f"Tri {number}")
        make_entry(f"Pour moi {number}", visibility="private")

    page = text(client, "/journal/tableau/?lecteur=entreprise")

    assert page.count("Tri ") >= 2
    assert "sont affichées" in page


@pytest.mark.usefixtures("example")
def test_other_readers_see_neither_private_entries_nor_words_without_agreement(client: Client) -> None:
    company = client.get("/journal/tableau.csv?lecteur=entreprise").content.decode()
    public = text(client, "/journal/tableau/?lecteur=public")

    assert "Je récupère mon lundi matin" in company
    assert "On garde ce format pour le comité" not in company
    assert "mange mes matinées" not in company
    assert "50 min au lieu" not in public
    assert "bourse aux vélos" in public


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    ("name", "content"), [("photo.csv", PNG), ("vide.csv", b""), ("liste.csv", b"a;b\n1;2\n")]
)
def test_what_is_no_table_is_refused_with_a_sentence(client: Client, name: str, content: bytes) -> None:
    answer = client.post("/journal/importer/", {"sheet": _file(name, content)})

    assert answer.status_code == 422
    assert 'class="err"' in answer.content.decode()


# --- skills and time


@pytest.mark.usefixtures("alice")
def test_skills_are_aimed_for_merged_and_parted_again(client: Client) -> None:
    client.post("/journal/competences/", {"name": "négociation"})
    entry = make_entry(skills=[operations.find_or_add_skill("Stock").pk])
    stock, kept = Skill.objects.get(name="Stock"), operations.find_or_add_skill("Gestion de stock")
    operations.aim_for(kept, target=True)
    page = client.post(
        "/journal/competences/reunir/", {"gone": stock.pk, "into": kept.pk}, follow=True
    ).content.decode()
    back = re.search(r'action="(/journal/annuler/\d+/)"', page)

    assert Skill.objects.get(name="Négociation").target
    assert "sans preuve" in page
    assert [skill.name for skill in entry.skills.all()] == ["Gestion de stock"]
    assert back
    client.post(back[1])
    assert [skill.name for skill in entry.skills.all()] == ["Stock"]


@pytest.mark.usefixtures("alice")
def test_a_school_s_list_is_imported_and_counted(client: Client) -> None:
    sheet = "Code;Compétence;Bloc\nC1;Conduire un projet;Bloc 1\nC2;Rendre compte;Bloc 1\n".encode()

    page = client.post("/journal/competences/importer/", {"framework": _file("but.csv", sheet)}, follow=True)

    assert "2\u00a0compétences ajoutées" in page.content.decode()
    assert Skill.objects.filter(source="school").count() == 2


@pytest.mark.usefixtures("alice")
def test_time_outside_missions_is_shown_with_a_message_for_the_teacher(client: Client) -> None:
    internship = make_internship()
    agreed = operations.add_mission(internship, title="Inventaire")
    outside = operations.add_mission(internship, title="Accueil", agreed=False)
    make_entry(experience_id=internship.pk, mission_id=agreed.pk, minutes=60)
    make_entry("J’ai tenu l’accueil", experience_id=internship.pk, mission_id=outside.pk, minutes=180)

    page = text(client, f"/journal/experiences/{internship.pk}/temps/")

    assert "75\u00a0% du temps noté" in page
    assert "3\u00a0h sur 4\u00a0h" in page
    assert "- J’ai tenu l’accueil" in page


@pytest.mark.usefixtures("alice")
def test_an_association_is_added_and_its_dates_are_checked(client: Client) -> None:
    typed = {"kind": "association", "title": "Trésorier du BDE", "starts_on": "01/09/2025"}

    wrong = client.post("/journal/experiences/", {**typed, "ends_on": "01/09/2024"})
    client.post("/journal/experiences/", typed)

    assert "précède la première" in wrong.content.decode()
    assert "Trésorier du BDE" in text(client, "/journal/")


def _pdf_text(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _file(name: str, content: bytes) -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


@pytest.mark.usefixtures("example")
def test_an_entry_of_another_year_or_of_a_past_internship_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_args, **_options: date(2026, 4, 2))

    page = text(client, "/journal/")
    older = text(client, "/journal/?page=2")

    assert "mer. 1er\u00a0avril</time>" in page
    assert re.search(r">Semaine \d+, Transports Querrien</h3>", page + older)
    assert re.search(r"\. \d+\u00a0\w+ 2025</time>", page + older)
