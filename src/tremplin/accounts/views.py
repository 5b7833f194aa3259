"""First visit and settings, through the browser."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tremplin.accounts.forms import DoorForm, SettingsForm
from tremplin.accounts.models import Phase, Theme
from tremplin.accounts.operations import change_settings, choose_door
from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict

BEHIND = {
    Phase.SEARCHING: "prospecting:home",
    Phase.AGREEMENT: "rights:agreements",
    Phase.STARTED: "rights:gratification",
}


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Three doors; each leads straight to something useful."""
    form = DoorForm(_posted(request))
    if form.is_valid():
        phase = Phase(form.cleaned_data["phase"])
        choose_door(phase)
        return redirect(BEHIND[phase])
    return render(request, "accounts/welcome.html", {"form": form}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """Name, theme, shortcuts, data."""
    form = SettingsForm(_posted(request), initial=vars(current_student()))
    if form.is_valid():
        return _save_settings(request, form)
    context = {"form": form, "folder": settings.HOME.folder}
    return render(request, "accounts/settings.html", context, status=_status(form))


def _save_settings(request: HttpRequest, form: SettingsForm) -> HttpResponse:
    try:
        change_settings(**{**form.cleaned_data, "theme": Theme(form.cleaned_data["theme"])})
    except StaleRevision as stale:
        back = reverse("accounts:settings")
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    say(request, _("Réglages enregistrés."))
    return redirect("accounts:settings")


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _status(form: DoorForm | SettingsForm) -> int:
    return 422 if form.is_bound else 200
