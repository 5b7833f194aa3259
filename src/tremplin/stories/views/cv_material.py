"""What the CV is made of besides the journal: lines by hand, imported files, the photo."""

from pathlib import PurePath
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.journal.queries import experiences
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.stories import kept_files
from tremplin.stories.cv.portrait import NotAPhoto, portrait
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.outcome import SECTIONS, Reading, UnreadableResume
from tremplin.stories.cv.writing.json_resume import json_resume
from tremplin.stories.forms.cv import LARGEST_CV, CvFileForm, NoteForm, PhotoForm
from tremplin.stories.models import CvNote
from tremplin.stories.operations.cv import (
    change_note,
    keep_import,
    keep_photo,
    remove_import,
    remove_note,
    remove_photo,
    write_note,
)
from tremplin.stories.queries import cv_rows

NOTED = ("place", "says", "detail", "since", "until", "source")


@require_http_methods(["GET", "HEAD", "POST"])
def note_new(request: HttpRequest) -> HttpResponse:
    """Write a line by hand, with where it comes from."""
    first = {"place": request.GET.get("c", "education"), "revision": 0}
    form = _note_form(request, initial=first)
    if not form.is_valid():
        return _note_page(request, form)
    write_note(fields=_fields(form), on=timezone.localdate())
    say(request, _("Ligne écrite. Cochez-la dans une version pour l’y mettre."))
    return redirect("stories:cv")


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, note_id: int) -> HttpResponse:
    """Change a line written by hand."""
    kept = _note_at(note_id)
    form = _note_form(request, initial=_values(kept))
    if not form.is_valid():
        return _note_page(request, form, kept)
    try:
        change_note(kept, revision=form.cleaned_data["revision"], changes=_fields(form))
    except StaleRevision as stale:
        newer = _values(stale.kept) if isinstance(stale.kept, CvNote) else {}
        back = reverse("stories:cv-note", args=[kept.pk])
        return conflict(request, form=form, kept=newer, revision=stale.revision, back=back)
    say(request, _("Ligne changée."))
    return redirect("stories:cv")


@require_POST
def note_remove(request: HttpRequest, note_id: int) -> HttpResponse:
    """Take a line out of sight, and out of every version."""
    kept = _note_at(note_id)
    remove_note(kept, at=timezone.now())
    say(request, _("Ligne supprimée."), undo=reverse("stories:cv-note-restore", args=[kept.pk]))
    return redirect("stories:cv")


@require_POST
def note_restore(request: HttpRequest, note_id: int) -> HttpResponse:
    """Bring a line back."""
    remove_note(_note_at(note_id, removed=True), at=None)
    say(request, _("Ligne rétablie."))
    return redirect("stories:cv")


def _note_at(note_id: int, *, removed: bool = False) -> CvNote:
    found = cv_rows.note(note_id, removed=removed)
    if found is None:
        raise Http404
    return found


def _note_form(request: HttpRequest, *, initial: dict[str, Any]) -> NoteForm:
    data = request.POST if request.method == "POST" else None
    offered = [(one.pk, one.title) for one in experiences()]
    return NoteForm(data, initial=initial, experiences=offered)


def _note_page(request: HttpRequest, form: NoteForm, kept: CvNote | None = None) -> HttpResponse:
    context = {"form": form, "note": kept}
    return render(request, "stories/cv_note.html", context, status=422 if form.is_bound else 200)


def _fields(form: NoteForm) -> dict[str, Any]:
    typed = form.cleaned_data
    return {**{name: typed[name] for name in NOTED}, "experience_id": typed["experience"]}


def _values(kept: CvNote) -> dict[str, Any]:
    said = {name: getattr(kept, name) for name in NOTED}
    return {**said, "experience": kept.experience_id, "revision": kept.revision}


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Read a CV made elsewhere and say what it holds; nothing is kept yet."""
    form = CvFileForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _bring_page(request, form)
    sent = form.cleaned_data["file"]
    content, name = sent.read(), PurePath(sent.name).name
    try:
        reading = read_resume(content, name=name)
    except UnreadableResume as refusal:
        form.add_error("file", str(refusal))
        return _bring_page(request, form)
    if reading.is_empty:
        form.add_error("file", _("Rien n’a pu être lu dans ce fichier\u00a0: aucun nom, aucune rubrique."))
        return _bring_page(request, form)
    digest = kept_files.waiting_files().keep_alone(content, most=LARGEST_CV)
    context = {"reading": reading, "digest": digest, "sections": _sections(reading)}
    return render(request, "stories/cv_import_report.html", context)


def _bring_page(request: HttpRequest, form: CvFileForm) -> HttpResponse:
    status = 422 if form.is_bound or request.method == "POST" else 200
    return render(request, "stories/cv_import.html", {"form": form}, status=status)


def _sections(reading: Reading) -> list[tuple[str, int, tuple[Any, ...]]]:
    kept = reading.kept.items()
    return [(SECTIONS[name], count, getattr(reading.resume, name)) for name, count in kept]


@require_POST
def bring_for_good(request: HttpRequest) -> HttpResponse:
    """Keep what the report showed."""
    content = kept_files.waiting_files().take(request.POST.get("digest", ""))
    name = PurePath(request.POST.get("name", "")).name or "cv"
    if content is None:
        say(request, _("Ce fichier n’attend plus ici. Choisissez-le à nouveau."))
        return redirect("stories:cv-import")
    reading = read_resume(content, name=name)
    kept = keep_import(
        name=name[:255], kind=reading.kind[:40], content=json_resume(reading.resume), at=timezone.now()
    )
    undo = f"{reverse('stories:cv-import-remove', args=[kept.pk])}?retour"
    say(request, _("CV importé. Chaque ligne garde le nom de son fichier."), undo=undo)
    return redirect("stories:cv")


@require_POST
def import_remove(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take an import and its lines out of sight."""
    kept = cv_rows.imported(import_id)
    if kept is None:
        raise Http404
    remove_import(kept, at=timezone.now(), was_a_mistake="retour" in request.GET)
    say(request, _("Import retiré."), undo=reverse("stories:cv-import-restore", args=[kept.pk]))
    return redirect("stories:cv")


@require_POST
def import_restore(request: HttpRequest, import_id: int) -> HttpResponse:
    """Bring an import back."""
    kept = cv_rows.imported(import_id, removed=True)
    if kept is None:
        raise Http404
    remove_import(kept, at=None)
    say(request, _("Import rétabli."))
    return redirect("stories:cv")


@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: HttpRequest) -> HttpResponse:
    """Choose the photo of the CV; it is written again before it is kept."""
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            digest = kept_files.keep_photo(portrait(form.cleaned_data["photo"].read()))
        except NotAPhoto as refusal:
            form.add_error("photo", str(refusal))
        else:
            kept = keep_photo(digest=digest, at=timezone.now())
            undo = f"{reverse('stories:cv-photo-remove', args=[kept.pk])}?retour"
            say(request, _("Photo gardée sur cet ordinateur."), undo=undo)
            return redirect("stories:cv-photo")
    context = {"form": form, "photo": cv_rows.photo()}
    return render(request, "stories/cv_photo.html", context, status=422 if request.method == "POST" else 200)


@require_safe
def photo_file(request: HttpRequest) -> HttpResponse:
    """Give the photo itself."""
    kept = cv_rows.photo()
    content = kept_files.photo(kept.digest) if kept else b""
    if not content:
        raise Http404
    return HttpResponse(content, content_type="image/jpeg", headers={"Cache-Control": "no-store"})


@require_POST
def photo_remove(request: HttpRequest, photo_id: int) -> HttpResponse:
    """Take the photo out of sight."""
    kept = cv_rows.photo(photo_id)
    if kept is None:
        raise Http404
    remove_photo(kept, at=timezone.now(), was_a_mistake="retour" in request.GET)
    say(request, _("Photo retirée."), undo=reverse("stories:cv-photo-restore", args=[kept.pk]))
    return redirect("stories:cv-photo")


@require_POST
def photo_restore(request: HttpRequest, photo_id: int) -> HttpResponse:
    """Bring the photo back."""
    kept = cv_rows.photo(photo_id)
    if kept is None:
        raise Http404
    remove_photo(kept, at=None)
    say(request, _("Photo rétablie."))
    return redirect("stories:cv-photo")
