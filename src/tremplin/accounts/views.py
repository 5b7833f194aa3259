"""First visit and settings, through the browser."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tremplin.accounts.forms import DoorForm, SettingsForm
from tremplin.accounts.models import Phase, Theme
from tremplin.accounts.operations import change_settings, choose_door
from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say

BEHIND = {
    Phase.SEARCHING: "rights:answers",
    Phase.AGREEMENT: "rights:agreements",
    Phase.STARTED: "rights:gratification",
}


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Three doors; each leads straight to something useful."""
    form = DoorForm(request.POST or None)
    if form.is_valid():
        phase = Phase(form.cleaned_data["phase"])
        choose_door(phase)
        return redirect(_behind(phase))
    status = 422 if form.is_bound else 200
    return render(request, "accounts/welcome.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """Language, theme, shortcuts, data."""
    form = SettingsForm(request.POST or None, initial=vars(current_student()))
    if form.is_valid():
        change_settings(**{**form.cleaned_data, "theme": Theme(form.cleaned_data["theme"])})
        say(request, _("Réglages enregistrés."))
        return redirect("accounts:settings")
    context = {"form": form, "folder": settings.HOME.folder}
    return render(request, "accounts/settings.html", context, status=422 if form.is_bound else 200)


def _behind(phase: Phase) -> str:
    """Return the address behind a door; Cap until that room is built."""
    try:
        return reverse(BEHIND[phase])
    except NoReverseMatch:
        return reverse("cap:home")
