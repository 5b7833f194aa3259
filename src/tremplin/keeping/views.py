"""Making a backup, bringing one back, erasing everything, through the browser."""

import tempfile
from typing import IO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.keeping.erasing import erase_everything
from tremplin.keeping.forms import BackupForm, BringBackForm, EraseForm, UploadForm
from tremplin.keeping.operations import Restored, look_inside, restore, write_backup
from tremplin.keeping.place import Place
from tremplin.keeping.queries import Kept, held_by, held_now, kept_backup, kept_backups, last_copy
from tremplin.keeping.refusals import Refused
from tremplin.kit.messages import say


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Make a backup, bring one back, see the dated ones."""
    return _page(request)


@sensitive_post_parameters()
@require_POST
def create(request: HttpRequest) -> HttpResponse | FileResponse:
    """Give the student everything in one file."""
    form = BackupForm(request.POST)
    if not form.is_valid():
        return _page(request, backup_form=form)
    place, now, passphrase = Place.here(), localtime(), form.cleaned_data["passphrase"]
    target: IO[bytes] = tempfile.TemporaryFile(dir=place.incoming)  # noqa: SIM115 the answer closes it
    try:
        write_backup(target, place=place, at=now, passphrase=passphrase)
    except Refused as refused:
        target.close()
        return _page(request, backup_form=form, backup_refusal=str(refused))
    target.seek(0)
    suffix = "tremplin" if passphrase else "zip"
    return FileResponse(
        target,
        as_attachment=True,
        filename=f"tremplin-{now:%Y-%m-%d-%Hh%M}.{suffix}",
        content_type="application/octet-stream" if passphrase else "application/zip",
    )


@sensitive_post_parameters()
@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """Put an uploaded backup in place of the present data."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, upload_form=form)
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    try:
        with file.open() as source:
            done = _restore(source, form)
    except Refused as refused:
        return _page(request, upload_form=form, upload_refusal=str(refused))
    return _restored(request, done)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, name: str) -> HttpResponse:
    """Say what a kept backup holds; put it back after a deliberate yes."""
    kept = _kept_at(name)
    form = BringBackForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _copy_page(request, kept, form)
    try:
        with kept.path.open("rb") as source:
            done = _restore(source, form)
    except Refused as refused:
        return _copy_page(request, kept, form, refusal=str(refused))
    return _restored(request, done)


@require_safe
def copy_file(request: HttpRequest, name: str) -> FileResponse:
    """Give a kept backup as a file."""
    kept = _kept_at(name)
    return FileResponse(kept.path.open("rb"), as_attachment=True, filename=kept.name)


@require_POST
def undo(request: HttpRequest, name: str) -> HttpResponse:
    """Take a restoration back: put the data of before in place again."""
    kept = _kept_at(name)
    try:
        with kept.path.open("rb") as source:
            done = restore(source, place=Place.here(), at=localtime())
    except Refused as refused:
        return _copy_page(request, kept, BringBackForm(), refusal=str(refused))
    return _restored(request, done)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything after a deliberate yes, in the browser's memory too."""
    form = EraseForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _erase_page(request, form)
    where = settings.HOME
    try:
        erase_everything(
            place=Place.here(),
            folders=(where.files, where.copies, where.backups, where.incoming, where.answers, where.sirene),
        )
    except Refused as refused:
        return _erase_page(request, form, refusal=str(refused))
    response = render(request, "keeping/erased.html", {"folder": where.folder})
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def _erase_page(request: HttpRequest, form: EraseForm, *, refusal: str = "") -> HttpResponse:
    context = {"form": form, "refusal": refusal}
    return render(request, "keeping/erase.html", context, status=422 if form.is_bound else 200)


def _restore(source: IO[bytes], form: BringBackForm) -> Restored:
    return restore(source, place=Place.here(), at=localtime(), passphrase=form.cleaned_data["passphrase"])


def _restored(request: HttpRequest, done: Restored) -> HttpResponse:
    made = date_format(localtime(done.manifest.made_at), r"j F Y, G \h i")
    text = _("Vos données sont celles de la sauvegarde du %(made)s.") % {"made": made}
    say(request, text, undo=reverse("keeping:undo", args=[done.before.name]))
    return redirect("keeping:home")


def _page(
    request: HttpRequest,
    *,
    backup_form: BackupForm | None = None,
    upload_form: UploadForm | None = None,
    backup_refusal: str = "",
    upload_refusal: str = "",
) -> HttpResponse:
    kept = kept_backups(Place.here())
    context = {
        "backup_form": backup_form or BackupForm(auto_id="sauver-%s"),
        "upload_form": upload_form or UploadForm(auto_id="rouvrir-%s"),
        "backup_refusal": backup_refusal,
        "upload_refusal": upload_refusal,
        "kept": kept,
        "last": last_copy(Place.here()),
        "held": held_now(),
        "folder": settings.HOME.backups,
    }
    return render(request, "keeping/home.html", context, status=422 if backup_form or upload_form else 200)


def _copy_page(request: HttpRequest, kept: Kept, form: BringBackForm, *, refusal: str = "") -> HttpResponse:
    manifest = None
    try:
        if not kept.is_sealed:
            with kept.path.open("rb") as source:
                manifest = look_inside(source, place=Place.here())
    except Refused as refused:
        refusal = refusal or str(refused)
    context = {
        "kept": kept,
        "form": form,
        "refusal": refusal,
        "manifest": manifest,
        "held": held_by(manifest) if manifest else [],
    }
    return render(request, "keeping/copy.html", context, status=422 if refusal or form.is_bound else 200)


def _kept_at(name: str) -> Kept:
    kept = kept_backup(Place.here(), name)
    if kept is None:
        raise Http404
    return kept
