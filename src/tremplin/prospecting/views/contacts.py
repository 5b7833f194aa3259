"""The people of a target: who is there, who is missing, how to find them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.domain.positions import guess_position, ways_to_find
from tremplin.prospecting.forms.contacts import ContactEditForm, ContactForm
from tremplin.prospecting.models import Contact, Position
from tremplin.prospecting.operations.contacts import add_contact, change_contact, set_contact_aside
from tremplin.prospecting.queries.approaches import civility_of, title_of
from tremplin.prospecting.views.finding import contact_at, posted, status, target_at


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, target_id: int) -> HttpResponse:
    """Show the people of a target and how to find more; a post adds one."""
    target = target_at(target_id)
    form = ContactForm(posted(request))
    if form.is_valid():
        kept = add_contact(
            target, form.cleaned_data.pop("line"), on=timezone.localdate(), **form.cleaned_data
        )
        says = _("%(person)s\u00a0: %(position)s. Corrigez si ce n’est pas cela.")
        undo = reverse("prospecting:contact-remove", args=[kept.pk])
        say(request, says % {"person": kept, "position": kept.get_position_display()}, undo=undo)
        return redirect("prospecting:people", target_id)
    functions = tuple(filter(None, [request.GET.get("fonction", "").strip()[:80]]))
    context = {
        "target": target,
        "form": form,
        "function": "".join(functions),
        "ways": ways_to_find(str(target), website=target.organization.website, functions=functions),
    }
    return render(request, "prospecting/people.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Correct what is known of someone."""
    contact = contact_at(contact_id)
    form = ContactEditForm(posted(request), initial=_known(contact))
    if form.is_valid():
        try:
            change_contact(contact, **form.cleaned_data)
        except StaleRevision as stale:
            kept = _known(contact_at(contact_id)) if stale.kept else {}
            back = reverse("prospecting:contact", args=[contact_id])
            return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
        say(request, _("Enregistré."))
        return redirect("prospecting:people", contact.target_id)
    guess = guess_position(title_of(contact))
    context = {
        "contact": contact,
        "form": form,
        "guess": guess,
        "guessed": Position(guess.position).label,
    }
    return render(request, "prospecting/contact.html", context, status=status(form))


@require_POST
def remove(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Take someone away from a target, with a way back."""
    contact = contact_at(contact_id)
    set_contact_aside(contact, at=timezone.now())
    undo = reverse("prospecting:contact-restore", args=[contact_id])
    say(request, _("Retiré de cette cible. La personne reste dans votre réseau."), undo=undo)
    return redirect("prospecting:people", contact.target_id)


@require_POST
def restore(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Bring someone back."""
    contact = contact_at(contact_id, removed=True)
    set_contact_aside(contact, at=None)
    say(request, _("Repris."))
    return redirect("prospecting:people", contact.target_id)


def _known(contact: Contact) -> dict[str, Any]:
    return {
        "revision": contact.revision,
        "title": title_of(contact),
        "position": contact.position,
        "civility": civility_of(contact.person_id),
        "email": contact.person.email,
        "found": contact.found,
        "introduced_by": str(contact.introduced_by or ""),
    }
