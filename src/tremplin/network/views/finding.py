"""What an address names, or the page that says it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tremplin.kit.messages import say
from tremplin.network.matching import find_who_stays
from tremplin.network.models import Interaction, Person, Role

TYPED: Final = ("line", "knows")


def person_at(key: int) -> Person:
    """Return a person.

    Raises:
        Http404: nobody has that key.
    """
    found = Person.objects.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def of_someone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer a form sent about someone forgotten or merged meanwhile: what was typed is shown, not lost."""

    @wraps(view)
    def answered(request: HttpRequest, person_id: int, **rest: Any) -> HttpResponse:
        if request.method != "POST" or Person.objects.filter(pk=person_id).exists():
            return view(request, person_id, **rest)
        typed = " ".join(" ".join(request.POST.get(name, "").split()) for name in TYPED).strip()
        merged = find_who_stays(person_id)
        if merged is None:
            said = _("Cette personne a été oubliée\u00a0: rien n’a été noté.")
        else:
            said = _("Cette fiche a rejoint celle de %(name)s\u00a0: rien n’a été noté.") % {"name": merged}
        if typed:
            said += " " + _("Vous aviez écrit\u00a0: «\u00a0%(typed)s\u00a0».") % {"typed": typed}
        say(request, said)
        return redirect("network:person", merged.pk) if merged else redirect("network:home")

    return answered


def exchange_at(key: int) -> Interaction:
    """Return an exchange with someone who is still here.

    Raises:
        Http404: none has that key.
    """
    found = Interaction.objects.filter(pk=key, person__merged_into=None).select_related("person").first()
    if found is None:
        raise Http404
    return found


def role_at(key: int) -> Role:
    """Return what someone who is still here does or did.

    Raises:
        Http404: none has that key.
    """
    found = Role.objects.filter(pk=key, person__merged_into=None).select_related("organization").first()
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> Any:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def status(*form: forms.Form) -> int:
    """Return 422 when a form was refused, 200 otherwise."""
    return 422 if any(one.is_bound and one.errors for one in form) else 200
