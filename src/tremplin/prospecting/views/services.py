"""Public services: what each is told, turning one on or off."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.law.words import in_letters
from tremplin.prospecting.forms.services import KeysForm
from tremplin.prospecting.operations import services as operations
from tremplin.prospecting.queries import services as queries
from tremplin.prospecting.queries.services import Offered


@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """Say what leaves this computer, to whom, and let the student decide."""
    return _page(request)


@sensitive_post_parameters()
@sensitive_variables("form")
@require_POST
def turn_on(request: HttpRequest, name: str) -> HttpResponse:
    """Allow a service, with the keys it needs."""
    offered = _offered(name)
    if not offered.needs_key and "revision" not in request.POST:
        operations.turn_on(name)
        return _done(request, _("%(title)s est allumé."), offered, undo="prospecting:service-off")
    form = _form(offered, request)
    if not form.is_valid():
        return _page(request, refused=form, name=name)
    try:
        operations.keep_keys(name, revision=form.cleaned_data["revision"], keys=form.keys)
    except StaleRevision as stale:
        back = reverse("prospecting:services")
        return conflict(request, form=form, kept={}, revision=stale.revision, back=back)
    return _done(request, _("%(title)s est allumé. Sa clé est gardée."), offered)


@require_POST
def turn_off(request: HttpRequest, name: str) -> HttpResponse:
    """Ask a service no more."""
    offered = _offered(name)
    operations.turn_off(name)
    undo = "" if offered.needs_key else "prospecting:service-on"
    return _done(request, _("%(title)s est éteint. Ses réponses gardées sont effacées."), offered, undo=undo)


@require_POST
def forget(request: HttpRequest, name: str) -> HttpResponse:
    """Erase the keys of a service, for good."""
    offered = _offered(name)
    operations.forget_keys(name)
    return _done(request, _("La clé de %(title)s est effacée, le service est éteint."), offered)


def _page(request: HttpRequest, *, refused: KeysForm | None = None, name: str = "") -> HttpResponse:
    offered = queries.services()
    shown = [(one, refused if one.known.name == name else _form(one)) for one in offered]
    on = sum(one.can_be_asked for one in offered)
    said = in_letters(on, _("service"), is_masculine=True).capitalize() if on else ""
    context = {"services": shown, "said": said, "on": on}
    return render(request, "prospecting/services.html", context, status=422 if refused else 200)


def _form(offered: Offered, request: HttpRequest | None = None) -> KeysForm:
    return KeysForm(
        request.POST if request else None,
        labels=offered.known.keys,
        auto_id=f"{offered.known.name}-%s",
        initial={"revision": offered.revision},
    )


def _offered(name: str) -> Offered:
    found = queries.service(name)
    if found is None:
        raise Http404
    return found


def _done(request: HttpRequest, said: str, offered: Offered, *, undo: str = "") -> HttpResponse:
    name = offered.known.name
    back = reverse(undo, args=[name]) if undo else ""
    say(request, said % {"title": offered.known.title}, undo=back)
    return redirect(f"{reverse('prospecting:services')}#{name}")
