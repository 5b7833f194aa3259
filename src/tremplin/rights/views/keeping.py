"""The file itself: download it, declare it signed, remove it and bring it back."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.rights.kept_files import cupboard
from tremplin.rights.models import Agreement
from tremplin.rights.operations import bring_back, declare_signed, set_aside
from tremplin.rights.views.dropping import version_address
from tremplin.rights.views.finding import agreement_at, latest_at, version_at


@require_safe
def original(request: HttpRequest, agreement_id: int, number: int) -> FileResponse:
    """Give the file back as it was received; it never opens inside the product."""
    version = version_at(agreement_id, number)
    try:
        kept = cupboard().path_of(version.digest).open("rb")
    except OSError:
        raise Http404 from None
    response = FileResponse(
        kept, as_attachment=True, filename=version.name, content_type="application/octet-stream"
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_POST
def sign(request: HttpRequest, agreement_id: int, number: int) -> HttpResponse:
    """Declare a version to be the one all parties signed."""
    version = version_at(agreement_id, number)
    declare_signed(version, at=timezone.now())
    undo = reverse("rights:unsign", args=[agreement_id, number])
    say(request, _("Version signée gardée, avec son empreinte."), undo=undo)
    return redirect(version_address(version))


@require_POST
def unsign(request: HttpRequest, agreement_id: int, number: int) -> HttpResponse:
    """Take that declaration back."""
    version = version_at(agreement_id, number)
    declare_signed(version, at=None)
    say(request, _("Cette version n’est plus déclarée signée."))
    return redirect(version_address(version))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Ask, then take an agreement out of sight; what was removed long enough ago is erased."""
    if request.method != "POST":
        return render(request, "rights/remove.html", {"version": latest_at(agreement_id)})
    set_aside(agreement_at(agreement_id), at=timezone.now())
    say(request, _("Convention supprimée."), undo=reverse("rights:restore", args=[agreement_id]))
    return redirect("rights:agreements")


@require_POST
def restore(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Bring a removed agreement back, while its file is still there."""
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    bring_back(agreement)
    say(request, _("Convention rétablie."))
    return redirect("rights:agreement", agreement_id)
