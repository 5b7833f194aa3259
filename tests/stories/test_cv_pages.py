"""The CV's pages: lines with their source, versions, files in and out."""

import json
import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from tests.people import make_student
from tests.prospecting.made import make_target
from tests.stories.cv.people import MALO
from tests.stories.made import AT, make_story, prove
from tests.typography import faults
from tremplin.accounts.models import Student
from tremplin.evidence.proposals import proposals
from tremplin.journal.models import Entry, Experience, ExperienceKind, Visibility
from tremplin.journal.operations import Noted, add_experience, as_values, delete_entry, note
from tremplin.stories.cv.choosing import first_choice
from tremplin.stories.models import Cv, CvImport, CvNote, CvPhoto
from tremplin.stories.operations.cv import start_cv, write_note
from tremplin.stories.queries import cv_offered, cv_rows

pytestmark = pytest.mark.django_db
RESUME = {
    "basics": {"name": "Alice Martin", "label": "Logistique"},
    "work": [{"name": "Halles Nord", "position": "Préparatrice", "highlights": ["40 colis par heure"]}],
    "languages": [{"language": "Italien", "fluency": "courant"}],
}


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def make_entry(action: str = "J’ai suivi 42 références.", **changes: Any) -> Entry:
    """Note something Alice did, its figures confirmed."""
    place = Experience.objects.first() or add_experience(
        kind=ExperienceKind.INTERNSHIP, title="Stage d’opérations", starts_on=date(2026, 2, 2)
    )
    columns = {"action": action, "date": date(2026, 3, 19), "experience_id": place.pk, **changes}
    figures = tuple(as_values(one) for one in proposals(action))
    return note(Noted(columns=columns, skills=("Gestion de stock",), figures=figures), at=AT)


def make_cv(**options: Any) -> Cv:
    """Begin a version with everything that may go on it."""
    make_student(first_name="Alice", last_name="Martin")
    return start_cv(name="Logistique", choice=first_choice(cv_offered.offered().parts), at=AT, **options)


def posted(kept: Cv, **changes: Any) -> dict[str, Any]:
    """Return what the page of a version posts when nothing is changed."""
    kept = Cv.objects.get(pk=kept.pk)
    lines = [(key, says) for _part, lines, _title in kept.parts for key, says in lines]
    return {
        "revision": kept.revision,
        "name": kept.name,
        "headline": kept.headline,
        "summary": kept.summary,
        "design": kept.design,
        "offer": kept.offer,
        "with_figures": "on",
        "parts": [part for part, _lines, _title in kept.parts],
        "lines": [key for key, _says in lines],
        **{f"text:{key}": says for key, says in lines},
        **changes,
    }


def at(kept: Cv, name: str = "cv-edit", *more: Any) -> str:
    return reverse(f"stories:{name}", args=[kept.pk, *more])


def text_of(client: Client, kept: Cv) -> str:
    return client.get(at(kept, "cv-file", "txt")).content.decode()


def test_an_empty_cv_leads_to_the_first_line(client: Client) -> None:
    page = client.get(reverse("stories:cv")).content.decode()

    assert reverse("stories:choose") in page
    assert not faults(page)


def test_a_cv_is_made_of_the_journal_and_says_where_each_line_is_from(client: Client) -> None:
    entry = make_entry()
    make_student(first_name="Alice", last_name="Martin")

    answer = client.post(reverse("stories:cv-new"), {"name": "Logistique"}, follow=True)

    page = answer.content.decode()
    assert "Suivi de 42 références" in page.replace("\u00a0", " ")
    assert reverse("journal:entry", args=[entry.pk]) in page
    assert not faults(page)


def test_a_private_entry_never_reaches_a_cv(client: Client) -> None:
    make_entry("J’ai suivi 42 références.", visibility=Visibility.PRIVATE)

    kept = make_cv()

    assert "42" not in text_of(client, kept)
    assert "42 références" not in client.get(at(kept)).content.decode().replace("\u00a0", " ")


def test_a_line_whose_entry_was_deleted_leaves_the_cv_and_the_page_says_so(client: Client) -> None:
    entry = make_entry()
    kept = make_cv()

    delete_entry(entry, at=AT)

    assert "42" not in text_of(client, kept)
    assert "n’y sont plus" in client.get(at(kept)).content.decode()


@pytest.mark.parametrize("suffix", ["pdf", "docx", "json", "yaml", "xml", "txt"])
def test_no_file_leaves_with_a_figure_nothing_proves(client: Client, suffix: str) -> None:
    entry = make_entry()
    kept = make_cv()
    client.post(at(kept), posted(kept, **{f"text:entry:{entry.pk}": "Suivi de 43 références"}))

    answer = client.get(at(kept, "cv-file", suffix))

    assert answer.status_code == 409
    assert "43" in answer.content.decode()


def test_a_proved_cv_leaves_as_text_with_its_line(client: Client) -> None:
    entry = make_entry()
    kept = make_cv()
    client.post(at(kept), posted(kept, **{f"text:entry:{entry.pk}": "Stock de 42 références tenu"}))

    assert "Stock de 42" in text_of(client, kept)


def test_a_post_takes_the_title_typed_for_it(client: Client) -> None:
    make_entry()
    kept = make_cv()
    (place,) = Experience.objects.all()

    client.post(at(kept), posted(kept, **{f"title:experience:{place.pk}": "Assistante logistique"}))

    assert "Assistante logistique" in text_of(client, kept)


def test_a_line_moves_without_script_and_what_was_typed_is_kept(client: Client) -> None:
    first, second = make_entry(), make_entry("J’ai animé 7 réunions.")
    kept = make_cv()
    order = [key for _part, lines, _title in kept.parts for key, _says in lines]
    assert set(order) == {f"entry:{first.pk}", f"entry:{second.pk}"}

    client.post(at(kept), posted(kept, up=order[1], headline="Logistique"))

    kept.refresh_from_db()
    assert [key for _part, lines, _title in kept.parts for key, _says in lines] == order[::-1]
    assert kept.headline == "Logistique"


def test_an_old_window_loses_neither_its_texts_nor_its_ticks(client: Client) -> None:
    entry = make_entry()
    kept = make_cv()
    old = posted(kept, headline="À moi", **{f"text:entry:{entry.pk}": "Stock tenu"})
    client.post(at(kept), posted(kept, headline="À l’autre"))

    refused = client.post(at(kept), old)

    page = refused.content.decode()
    assert refused.status_code == 409
    assert "À l’autre" in page
    hidden = re.search(r'name="kept" value="([^"]*)"', page)
    assert hidden
    assert "Stock tenu" in hidden[1]


def test_the_text_of_an_old_window_may_then_replace_the_other(client: Client) -> None:
    entry = make_entry()
    kept = make_cv()
    carried = json.dumps([["skill:Gestion de stock", [], ""]])

    client.post(at(kept), posted(kept, parts=[], lines=[]) | {"kept": carried})

    kept.refresh_from_db()
    assert kept.parts == [["skill:Gestion de stock", [], ""]]
    assert f"entry:{entry.pk}" not in str(kept.parts)


def test_what_an_offer_asks_is_shown_and_never_added(client: Client) -> None:
    make_entry()
    kept = make_cv(offer="Gestion de stock sous SAP, tournées, tournées.")

    page = client.get(at(kept)).content.decode()

    assert "Pas encore dit" in page
    assert "SAP" in page
    assert "SAP" not in text_of(client, kept)


def test_the_preview_is_the_page_s_own_node(client: Client) -> None:
    make_entry()
    kept = make_cv()
    sent = posted(kept)

    page = client.post(at(kept, "cv-preview"), sent).content.decode()
    fragment = client.post(at(kept, "cv-preview"), sent, headers={"HX-Request": "true"}).content.decode()

    cut = re.compile(r'<div id="apercu">.*?</article>', re.DOTALL)
    assert cut.findall(page) == cut.findall(fragment)
    assert "<html" not in fragment


def test_a_copy_begins_as_its_original_and_both_live_apart(client: Client) -> None:
    make_entry()
    kept = make_cv()

    client.post(at(kept, "cv-copy"))

    copied = Cv.objects.exclude(pk=kept.pk).get()
    assert copied.parts == kept.parts
    client.post(at(copied), posted(copied, headline="Autre"))
    kept.refresh_from_db()
    assert kept.headline != "Autre"


def test_a_version_deleted_can_be_taken_back(client: Client) -> None:
    kept = make_cv()

    client.post(at(kept, "cv-remove"))
    assert client.get(at(kept)).status_code == 404
    client.post(at(kept, "cv-restore"))

    assert client.get(at(kept)).status_code == 200


def test_a_story_and_its_own_notes_do_not_say_the_same_thing_twice(client: Client) -> None:
    story = make_story()
    prove(story, "context", "result")

    chosen = first_choice(cv_offered.offered().parts)

    assert [key for key in chosen.keys if key.startswith("story:")]
    assert not [key for key in chosen.keys if key.startswith("entry:")]


def test_a_line_by_hand_says_where_it_is_from_or_is_refused(client: Client) -> None:
    typed = {"revision": 0, "place": "languages", "says": "Italien", "detail": "courant"}

    refused = client.post(reverse("stories:cv-note-new"), typed)
    client.post(reverse("stories:cv-note-new"), typed | {"source": "attestation du lycée"})

    assert refused.status_code == 422
    assert "Italien" in refused.content.decode()
    assert [(one.says, one.source) for one in CvNote.objects.all()] == [("Italien", "attestation du lycée")]


@pytest.mark.parametrize(
    ("typed", "kept"), [("2023", "2023"), ("09/2023", "2023-09"), ("2023-09", "2023-09"), ("13/2023", None)]
)
def test_a_year_or_a_month_is_read_and_anything_else_refused(
    client: Client, typed: str, kept: str | None
) -> None:
    fields = {"revision": 0, "place": "education", "says": "Licence", "source": "diplôme", "since": typed}

    client.post(reverse("stories:cv-note-new"), fields)

    assert [one.since for one in CvNote.objects.all()] == ([] if kept is None else [kept])


def upload(content: bytes, name: str = "cv.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def bring_in(client: Client, held: Mapping[str, Any] = RESUME) -> str:
    """Send a CV made elsewhere, and return the page that says what it holds."""
    sent = {"file": upload(json.dumps(held).encode())}
    return client.post(reverse("stories:cv-import"), sent).content.decode()


def keep(client: Client, page: str) -> None:
    found = re.search(r'name="digest" value="([0-9a-f]+)"', page)
    assert found
    client.post(reverse("stories:cv-import-keep"), {"digest": found[1], "name": "cv.json"})


def test_an_import_is_told_before_it_is_kept(client: Client) -> None:
    page = bring_in(client)

    assert "Préparatrice" in page
    assert not CvImport.objects.exists()
    keep(client, page)
    assert CvImport.objects.get().name == "cv.json"


def test_imported_lines_keep_the_name_of_their_file_and_go_with_it(client: Client) -> None:
    keep(client, bring_in(client))
    kept = make_cv()
    assert "40 colis" in text_of(client, kept).replace("\u00a0", " ")
    page = client.get(at(kept)).content.decode()
    assert "importé de cv.json" in page
    assert "à prouver" in page

    client.post(reverse("stories:cv-import-remove", args=[CvImport.objects.get().pk]))

    assert "40" not in text_of(client, kept)


def test_a_file_that_is_no_cv_is_refused_with_a_sentence(client: Client) -> None:
    refused = client.post(reverse("stories:cv-import"), {"file": upload(b"{,}")})

    assert refused.status_code == 422
    assert "JSON" in refused.content.decode()


def picture(**saved: Any) -> bytes:
    written = BytesIO()
    Image.new("RGB", (1200, 900), "teal").save(written, "JPEG", **saved)
    return written.getvalue()


def test_a_photo_is_written_again_without_what_the_camera_said(client: Client) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Appareil secret"

    client.post(reverse("stories:cv-photo"), {"photo": upload(picture(exif=exif), "moi.jpg")})

    shown = client.get(reverse("stories:cv-photo-file")).content
    assert b"secret" not in shown
    with Image.open(BytesIO(shown)) as photo:
        assert (photo.size, dict(photo.getexif())) == ((600, 780), {})


@pytest.mark.parametrize("content", [b"pas une image", picture()[:400]])
def test_a_file_that_is_no_photo_is_refused(client: Client, content: bytes) -> None:
    refused = client.post(reverse("stories:cv-photo"), {"photo": upload(content, "moi.jpg")})

    assert refused.status_code == 422
    assert not CvPhoto.objects.exists()


def test_a_letter_with_a_figure_nothing_proves_stays_here(client: Client) -> None:
    kept = make_cv()
    fields = {"company": "Nordelle", "sought": "stage", "why_them": "Vous livrez 300 clients par jour."}

    client.post(at(kept, "cv-letter"), fields | {"revision": 0})
    refused = client.get(at(kept, "cv-letter-file", "txt"))
    fields["why_them"] = "Vos tournées changent chaque semaine."
    client.post(at(kept, "cv-letter"), fields | {"revision": 1})
    written = client.get(at(kept, "cv-letter-file", "txt"))

    assert refused.status_code == 409
    assert "Vos tournées changent" in written.content.decode()


@pytest.mark.parametrize("name", ["cv-edit", "cv-letter", "cv-linkedin"])
def test_every_page_of_a_version_is_clean_french(client: Client, name: str) -> None:
    make_entry()
    kept = make_cv(offer="Gestion de stock sous SAP")

    assert not faults(client.get(at(kept, name)).content.decode())


def test_undoing_a_second_import_of_a_file_brings_the_first_one_back(client: Client) -> None:
    keep(client, bring_in(client))
    first = CvImport.objects.get()
    keep(client, bring_in(client))
    second = CvImport.objects.exclude(pk=first.pk).get()

    client.post(f"{reverse('stories:cv-import-remove', args=[second.pk])}?retour")

    assert [one.pk for one in cv_rows.imports()] == [first.pk]


def test_an_experience_ticked_again_comes_with_its_best_lines(client: Client) -> None:
    entry = make_entry()
    kept = make_cv()
    (place,) = Experience.objects.all()
    bare = {name: value for name, value in posted(kept).items() if not name.startswith(("text:", "lines"))}

    client.post(at(kept), bare | {"parts": [f"experience:{place.pk}"]})

    kept.refresh_from_db()
    assert [key for _part, lines, _title in kept.parts for key, _says in lines] == [f"entry:{entry.pk}"]


def test_a_target_without_an_offer_is_compared_with_what_was_read_of_it(client: Client) -> None:
    make_entry()
    target = make_target("Nordelle", about="Livraison de paniers, gestion de stock.")
    kept = make_cv(target_id=target.pk)

    page = client.get(at(kept)).content.decode()

    assert "Face à la cible" in page
    assert "paniers" in page


def test_a_cv_too_long_for_its_page_stays_here_and_names_the_lines_in_excess(client: Client) -> None:
    for rank in range(90):
        fields = {"place": "education", "says": f"Formation {rank:03}", "source": "diplôme"}
        write_note(fields=fields, on=date(2026, 3, 1))
    kept = make_cv()

    refused = client.get(at(kept, "cv-file", "pdf"))

    assert refused.status_code == 409
    assert "Formation 089" in refused.content.decode()
    assert "de trop" in refused.content.decode()


def test_a_headline_nothing_proves_is_not_on_the_letter_either(client: Client) -> None:
    make_entry()
    kept = make_cv()
    client.post(at(kept), posted(kept, headline="Modération de 5 000 membres"))

    page = client.get(at(kept, "cv-letter")).content.decode()
    text = client.get(at(kept, "cv-letter-file", "pdf")).content

    assert "Il n’est pas repris ici" in page
    assert "5 000" not in PdfReader(BytesIO(text)).pages[0].extract_text().replace("\u00a0", " ")


def test_what_is_sought_proves_nothing_of_what_was_done(client: Client) -> None:
    kept = make_cv()
    fields = {"company": "Nordelle", "sought": "stage (300 %, 450 vendeurs)", "revision": 0}
    fields["why_them"] = "J’ai augmenté les ventes de 300 % et formé 450 vendeurs."

    client.post(at(kept, "cv-letter"), fields)
    refused = client.get(at(kept, "cv-letter-file", "txt"))
    sincere = fields | {"sought": "stage de 16 semaines", "why_them": "Vos tournées changent.", "revision": 1}
    client.post(at(kept, "cv-letter"), sincere)

    assert refused.status_code == 409
    assert client.get(at(kept, "cv-letter-file", "txt")).status_code == 200


def test_a_story_taken_off_the_cv_is_told_neither_on_linkedin_nor_in_the_letter(client: Client) -> None:
    story = make_story()
    prove(story, "context", "result")
    kept = make_cv()
    assert "modéré" in client.get(at(kept, "cv-linkedin")).content.decode()
    bare = {name: value for name, value in posted(kept).items() if not name.startswith("text:")}

    client.post(at(kept), bare | {"lines": [], "parts": []})

    assert "modéré" not in client.get(at(kept, "cv-linkedin")).content.decode()
    assert "checked" not in client.get(at(kept, "cv-letter")).content.decode()


def test_a_story_of_family_life_is_told_only_when_the_student_asks(client: Client) -> None:
    story = make_story(activity="aidant")
    prove(story, "context", "result")
    kept = make_cv()

    assert "modéré" not in client.get(at(kept, "cv-linkedin")).content.decode()
    assert "checked" not in client.get(at(kept, "cv-letter")).content.decode()


def test_a_first_version_holds_on_its_page_however_much_was_brought_in(client: Client) -> None:
    make_student(first_name="Alice", last_name="Martin")
    told = [f"{one}, caisses rangées et tournées préparées chaque matin avec les livreurs" for one in "ABCD"]
    posts = [{"name": f"Halles {rank}", "position": "Vendeuse", "highlights": told} for rank in range(16)]
    references = [{"name": f"Témoin {rank}", "reference": "Fiable."} for rank in range(12)]
    keep(client, bring_in(client, {**RESUME, "work": posts, "references": references}))

    client.post(reverse("stories:cv-new"), {"name": "Mon CV"})

    kept = Cv.objects.get()
    assert client.get(at(kept, "cv-file", "pdf")).status_code == 200
    assert "Témoin" not in text_of(client, kept)
    assert "Témoin 3" in client.get(at(kept)).content.decode()


def test_a_cv_too_long_leaves_neither_as_pdf_nor_as_word(client: Client) -> None:
    for rank in range(90):
        fields = {"place": "education", "says": f"Formation {rank:03}", "source": "diplôme"}
        write_note(fields=fields, on=date(2026, 3, 1))
    kept = make_cv()

    assert [client.get(at(kept, "cv-file", one)).status_code for one in ("pdf", "docx")] == [409, 409]


def test_a_cv_without_a_name_leads_to_it_before_it_leaves(client: Client) -> None:
    make_entry()
    kept = make_cv()
    Student.objects.update(first_name="", last_name="")

    refused = client.get(at(kept, "cv-file", "pdf"))

    assert refused.status_code == 409
    assert reverse("accounts:settings") in refused.content.decode()


def test_what_a_file_gave_and_no_page_shows_comes_back_in_json(client: Client) -> None:
    make_student(first_name="Malo", last_name="Kervella")
    keep(client, bring_in(client, MALO))
    client.post(reverse("stories:cv-new"), {"name": "Mon CV"})

    given = json.loads(client.get(at(Cv.objects.get(), "cv-file", "json")).content)

    for name in ("location", "profiles", "x-permis"):
        assert given["basics"][name] == MALO["basics"][name]
    assert given["$schema"] == MALO["$schema"]
    assert given["meta"]["version"] == MALO["meta"]["version"]


@pytest.mark.parametrize("kept", ["[" * 100_000, "{}", "null", "[[1]]", '"x"'])
def test_a_carried_choice_that_does_not_read_saves_nothing(client: Client, kept: str) -> None:
    make_entry()
    version = make_cv()

    refused = client.post(at(version), posted(version, headline="Logistique") | {"kept": kept})

    assert refused.status_code == 422
    assert Cv.objects.get(pk=version.pk).parts == version.parts


def test_a_file_without_any_line_offers_no_line_to_keep(client: Client) -> None:
    page = bring_in(client, {"basics": {"name": "Zoé"}})

    assert "Garder ces lignes" not in page
    assert "Garder ces coordonnées" in page
    assert not faults(page)
