"""First visit and settings, through the browser."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tremplin.accounts.erasing import erase_everything
from tremplin.accounts.forms import DoorForm, EraseForm, SettingsForm
from tremplin.accounts.models import Phase, Theme
from tremplin.accounts.operations import change_settings, choose_door
from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict

BEHIND = {
    Phase.SEARCHING: "rights:answers",
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
        return redirect(_behind(phase))
    return render(request, "accounts/welcome.html", {"form": form}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """Name, theme, shortcuts, data."""
    form = SettingsForm(_posted(request), initial=vars(current_student()))
    if form.is_valid():
        return _save_settings(request, form)
    context = {"form": form, "folder": settings.HOME.folder}
    return render(request, "accounts/settings.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything after a deliberate yes, in the browser's memory too."""
    form = EraseForm(_posted(request))
    if not form.is_valid():
        return render(request, "accounts/erase.html", {"form": form}, status=_status(form))
    home = settings.HOME
    erase_everything(folders=(home.files, home.copies, home.backups, home.incoming))
    response = render(request, "accounts/erased.html", {"folder": settings.HOME.folder})
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


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


def _status(form: DoorForm | SettingsForm | EraseForm) -> int:
    return 422 if form.is_bound else 200


def _behind(phase: Phase) -> str:
    """Return the address behind a door; Cap until that room is built."""
    try:
        return reverse(BEHIND[phase])
    except NoReverseMatch:
        return reverse("cap:home")
