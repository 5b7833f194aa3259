"""Dropping an agreement, and waiting while it is read."""

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.rights import background
from tremplin.rights.agreement.reading.limits import LIMITS
from tremplin.rights.demo import RECEIVED
from tremplin.rights.forms import DropForm
from tremplin.rights.models import Agreement, State, Version
from tremplin.rights.operations import (
    KEPT_AFTER_REMOVAL,
    RefusedFile,
    erase_removed,
    erase_thrown_away,
    is_thrown_away,
    mark_as_example,
    receive,
)
from tremplin.rights.queries import agreement_cards, audit_of, unread_versions
from tremplin.rights.views.finding import agreement_at, version_at

PATIENCE_SECONDS = 1.5


@require_http_methods(["GET", "HEAD", "POST"])
def agreements(request: HttpRequest) -> HttpResponse:
    """Show the drop zone and the agreements; take a new one."""
    if request.method == "POST":
        return _take(request, agreement=None)
    erase_removed(before=timezone.now() - KEPT_AFTER_REMOVAL)
    return drop_page(request, DropForm())


@require_POST
def add_version(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Take another version of an agreement."""
    return _take(request, agreement=agreement_at(agreement_id))


@require_POST
def take_example(request: HttpRequest) -> HttpResponse:
    """Read the invented agreement that comes with the product; it is nobody's own outside the example."""
    with RECEIVED.open("rb") as example:
        received = receive(iter(lambda: example.read(1 << 20), b""), name=RECEIVED.name, at=timezone.now())
    if settings.EXAMPLE_DAY is None and not received.was_known:
        mark_as_example(received.version)
    return _read(request, received.version, was_known=received.was_known)


@require_POST
def read_again(request: HttpRequest, agreement_id: int, number: int) -> HttpResponse:
    """Read a version again, after its reading stopped, was refused, or left pages out."""
    version = version_at(agreement_id, number)
    left_out = version.state == State.READ and audit_of(version, on=timezone.localdate()).unreadable
    return _read(request, version, was_known=not left_out)


@require_safe
@vary_on_headers("HX-Request")
def progress(request: HtmxRequest, agreement_id: int, number: int) -> HttpResponse:
    """Tell htmx how far the reading is; when it ends, have the page drawn again."""
    version = version_at(agreement_id, number)
    if version.state != State.READING or not request.htmx:
        response = redirect(version_address(version))
        return _drawn_again(request) if request.htmx else response
    context = {"version": version, "is_lost": background.is_lost(version)}
    return render(request, "rights/_reading.html", context)


def drop_page(
    request: HttpRequest,
    form: DropForm,
    *,
    refusal: str = "",
    refused: Version | None = None,
    agreement: Agreement | None = None,
) -> HttpResponse:
    """Draw the drop zone with what went wrong, if anything."""
    if form.is_bound and not refusal:
        refusal = " ".join(str(error) for error in form.errors.get("file", ()))
    context = {
        "form": form,
        "refusal": refusal,
        "refused": refused,
        "agreement": agreement,
        "most": LIMITS.bytes,
        "cards": agreement_cards(on=timezone.localdate()),
        "unread": unread_versions(),
    }
    return render(request, "rights/agreements.html", context, status=422 if refusal else 200)


def thrown_away_page(request: HttpRequest, version: Version) -> HttpResponse:
    """Say why a file was not kept, beside the drop zone; nothing of it remains after."""
    erase_thrown_away(version)
    agreement = Agreement.objects.filter(pk=version.agreement_id).first()
    return drop_page(request, DropForm(), refusal=version.refusal, agreement=agreement)


def reading_page(request: HttpRequest, version: Version) -> HttpResponse:
    """Draw the page of a version being read."""
    context = {"version": version, "is_lost": background.is_lost(version)}
    return render(request, "rights/reading.html", context)


def version_address(version: Version) -> str:
    """Return the address of a version's page."""
    return reverse("rights:version", args=[version.agreement_id, version.number])


def _take(request: HttpRequest, *, agreement: Agreement | None) -> HttpResponse:
    form = DropForm(request.POST, request.FILES)
    if not form.is_valid():
        return drop_page(request, form, agreement=agreement)
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    try:
        received = receive(file.chunks(), name=file.name or "", at=timezone.now(), agreement=agreement)
    except RefusedFile as refused:
        return drop_page(request, DropForm(), refusal=str(refused), agreement=agreement)
    return _read(request, received.version, was_known=received.was_known)


def _read(request: HttpRequest, version: Version, *, was_known: bool) -> HttpResponse:
    """Start reading what is not read yet, give it a moment, and go to its page."""
    if was_known and version.state == State.READ:
        say(request, _("Ce fichier est déjà ici. Le voici, avec vos corrections."))
    elif version.state != State.READING or not was_known or background.is_lost(version):
        background.start(version)
        background.wait(version, seconds=PATIENCE_SECONDS)
        version.refresh_from_db()
    if is_thrown_away(version):
        return thrown_away_page(request, version)
    return redirect(version_address(version))


def _drawn_again(request: HttpRequest) -> HttpResponse:
    response = HttpResponse()
    response["HX-Refresh"] = "true"
    return response
