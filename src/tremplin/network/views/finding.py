"""What an address names, or the page that says it is not there."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest

from tremplin.network.models import Interaction, Person


def person_at(key: int) -> Person:
    """Return a person.

    Raises:
        Http404: nobody has that key.
    """
    found = Person.objects.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def exchange_at(key: int) -> Interaction:
    """Return an exchange with someone who is still here.

    Raises:
        Http404: none has that key.
    """
    found = Interaction.objects.filter(pk=key, person__merged_into=None).select_related("person").first()
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> Any:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def status(*form: forms.Form) -> int:
    """Return 422 when a form was refused, 200 otherwise."""
    return 422 if any(one.is_bound and one.errors for one in form) else 200
