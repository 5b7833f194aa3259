"""The first message to someone: built, read again, copied, marked as sent by the student."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.domain.lengths import limit_of
from tremplin.prospecting.domain.message_review import Review, review
from tremplin.prospecting.domain.messages import draft
from tremplin.prospecting.domain.positions import hr_before_manager
from tremplin.prospecting.forms.approaches import ApproachForm, NewApproachForm, SentForm
from tremplin.prospecting.models import Approach, Channel, Contact, Encounter, Medium, Target
from tremplin.prospecting.operations.approaches import (
    change_approach,
    mark_sent,
    set_approach_aside,
    start_approach,
    take_sending_back,
)
from tremplin.prospecting.operations.contacts import address_as
from tremplin.prospecting.queries.approaches import civility_of, draft_like, positions_written_to
from tremplin.prospecting.queries.messages import (
    facts_of,
    projects_of,
    proposals_of,
    reader_of,
    signals_of,
)
from tremplin.prospecting.queries.targets import targets
from tremplin.prospecting.views.exchanges import mail_link, sent_page
from tremplin.prospecting.views.finding import (
    approach_at,
    contact_at,
    encounter_at,
    posted,
    status,
    target_at,
)

WAYS_SAID = (
    gettext_lazy("Un problème précis, une page qui y répond."),
    gettext_lazy("Parler de leur travail, jamais du stage."),
    gettext_lazy("Une vraie question sur ce qui a été dit, sous deux jours."),
    gettext_lazy("Une analyse courte, faite pour eux, à lire en une minute."),
    gettext_lazy("L’équipe visée, ce que vous avez vu, ce que vous cherchez."),
)
BUILT_FROM = ("channel", "medium", "premium", "hook", "proposal", "project")
WRITTEN = ("subject", "body")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose a way in; the draft is then written from the target."""
    if not request.GET:
        return _choose(request)
    contact, encounter, target = _asked(request)
    person = contact.person if contact else encounter.person if encounter else None
    warning = _hr_first(contact)
    form = NewApproachForm(posted(request), initial=_first_choice(request, encounter, person))
    if form.is_valid() and warning and not form.cleaned_data["anyway"]:
        form.add_error("anyway", _("Cochez cette case pour confirmer, ou choisissez un manager."))
    if form.is_valid():
        return redirect("prospecting:approach", _start(form.cleaned_data, target, person, encounter).pk)
    context = {
        "target": target,
        "person": person,
        "encounter": encounter,
        "form": form,
        "warning": warning,
        "ways": list(zip(form["channel"], WAYS_SAID, strict=True)),
    }
    return render(request, "prospecting/approach_new.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Show a message being written, or what followed one that left."""
    approach = approach_at(approach_id)
    if approach.sent_on:
        return sent_page(request, approach)
    form = ApproachForm(posted(request), initial=_typed(approach), approach=approach)
    if not form.is_valid():
        return _page(request, approach, form)
    if "redraft" in request.POST:
        return _redraft(request, approach, form)
    try:
        _save(approach, dict(form.cleaned_data))
    except StaleRevision as stale:
        kept = _typed(approach_at(approach_id)) if stale.kept else {}
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=_address(approach))
    say(request, _("Message enregistré. Rien n’est envoyé."))
    return redirect(f"{_address(approach)}#h-partir")


@require_POST
def reread(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Read a message again as it is typed; nothing is saved."""
    approach = approach_at(approach_id)
    is_follow_up = "follow_up" in request.POST
    if medium := request.POST.get("medium"):
        approach.medium = medium
        approach.channel = request.POST.get("channel", approach.channel)
        approach.premium = "premium" in request.POST
    body = request.POST.get("follow_up" if is_follow_up else "body", "")
    read = review(
        body, subject=request.POST.get("subject", ""), reader=reader_of(approach, is_follow_up=is_follow_up)
    )
    return render(request, "prospecting/_review.html", {"review": read})


@require_POST
def sent(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Write down that the student sent a message; one that should wait asks for a tick."""
    approach = approach_at(approach_id)
    if approach.sent_on:
        return redirect(_address(approach))
    form, read = SentForm(request.POST), _review(approach)
    if form.is_valid() and read.must_wait and not form.cleaned_data["anyway"]:
        form.add_error("anyway", _("Relisez ce qui est signalé plus haut, ou cochez cette case."))
    if not form.is_valid():
        return _page(request, approach, ApproachForm(initial=_typed(approach), approach=approach), sent=form)
    try:
        mark_sent(approach, revision=form.cleaned_data["revision"], on=form.cleaned_data["on"])
    except StaleRevision:
        form.add_error(None, _("Ce message a changé dans une autre fenêtre. Relisez-le, puis recommencez."))
        again = approach_at(approach_id)
        return _page(request, again, ApproachForm(initial=_typed(again), approach=again), sent=form)
    say(
        request,
        _("Noté. La relance est au calendrier."),
        undo=reverse("prospecting:unsend", args=[approach_id]),
    )
    return redirect(_address(approach))


@require_POST
def unsend(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Make a draft again of a message that did not leave."""
    approach = approach_at(approach_id)
    if take_sending_back(approach, at=timezone.now()):
        say(request, _("Repris. Le message est de nouveau un brouillon."))
    else:
        say(
            request, _("La suite est déjà notée\u00a0: ce message est parti. Retirez d’abord ce qui a suivi.")
        )
    return redirect(_address(approach))


@require_POST
def remove(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Take an approach out of sight, with a way back."""
    approach = approach_at(approach_id)
    set_approach_aside(approach, at=timezone.now())
    say(request, _("Approche supprimée."), undo=reverse("prospecting:approach-restore", args=[approach_id]))
    if approach.target_id:
        return redirect("prospecting:target", approach.target_id)
    return redirect("prospecting:today")


@require_POST
def restore(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Bring an approach back."""
    approach = approach_at(approach_id, removed=True)
    set_approach_aside(approach, at=None)
    say(request, _("Approche reprise."))
    return redirect(_address(approach))


def _choose(request: HttpRequest) -> HttpResponse:
    """Ask at which target someone is to be written to."""
    context = {
        "title": _("Écrire à quelqu’un"),
        "lead": _("Choisissez l’entreprise, puis la personne : celle qui vit le problème, avant les RH."),
        "page": "prospecting:people",
        "targets": targets(),
    }
    return render(request, "prospecting/choose_target.html", context)


def _asked(request: HttpRequest) -> tuple[Contact | None, Encounter | None, Target | None]:
    """Read from the address whom the message is for, or answer 404."""
    asked = {name: request.GET.get(name, "") for name in ("personne", "rencontre", "cible")}
    keys = {name: int(key) for name, key in asked.items() if key.isdecimal() and len(key) < 12}
    if "personne" in keys:
        contact = contact_at(keys["personne"])
        return contact, None, contact.target
    if "rencontre" in keys:
        met = encounter_at(keys["rencontre"])
        return None, met, _target_of(met)
    if "cible" in keys:
        return None, None, target_at(keys["cible"])
    raise Http404


def _target_of(met: Encounter) -> Target | None:
    return Target.objects.filter(organization=met.organization_id, deleted_at=None).first()


def _hr_first(contact: Contact | None) -> str:
    if contact is None:
        return ""
    return hr_before_manager(contact.position, positions_written_to(contact.target))


def _first_choice(request: HttpRequest, encounter: Encounter | None, person: Any) -> dict[str, str]:
    asked = request.GET.get("voie", "")
    way = Channel.EVENT if encounter else asked if asked in Channel.values else Channel.SOLUTION
    email = person.email if person else ""
    medium = Medium.EMAIL if email or not person else Medium.MESSAGE
    return {"channel": way, "medium": medium, "civility": civility_of(person.pk if person else None)}


def _start(typed: dict[str, Any], target: Target | None, person: Any, met: Encounter | None) -> Approach:
    """Open the approach with what the target offers, and write its draft; a draft already open stays one."""
    known = draft_like(target, person, channel=typed["channel"], medium=typed["medium"], met=met)
    if known is not None:
        return known
    if person is not None and typed["civility"]:
        address_as(person.pk, typed["civility"])
    approach = start_approach(
        target=target,
        person_id=person.pk if person else None,
        channel=typed["channel"],
        medium=typed["medium"],
        encounter=met,
    )
    approach.hook = signals_of(approach).first() if typed["channel"] != Channel.EVENT else None
    approach.proposal = proposals_of(approach).first()
    approach.project = projects_of(approach).first() if typed["channel"] == Channel.PROJECT else None
    text = draft(facts_of(approach))
    chosen = {name: getattr(approach, name) for name in ("hook", "proposal", "project")}
    return change_approach(
        approach, revision=approach.revision, changes={**chosen, "subject": text.subject, "body": text.body}
    )


def _redraft(request: HttpRequest, approach: Approach, form: ApproachForm) -> HttpResponse:
    """Show a new draft in place of the text, unsaved: what was saved stays until the student saves."""
    for name in BUILT_FROM:
        setattr(approach, name, form.cleaned_data[name])
    if approach.person_id and form.cleaned_data["civility"]:
        address_as(approach.person_id, form.cleaned_data["civility"])
    text = draft(facts_of(approach))
    shown = {**form.cleaned_data, "subject": text.subject, "body": text.body}
    again = ApproachForm(initial=shown, approach=approach)
    read = review(text.body, subject=text.subject, reader=reader_of(approach))
    return _page(request, approach, again, read=read, is_new_draft=True)


def _save(approach: Approach, typed: dict[str, Any]) -> None:
    civility, revision = typed.pop("civility"), typed.pop("revision")
    change_approach(approach, revision=revision, changes=typed)
    if approach.person_id:
        address_as(approach.person_id, civility)


def _page(
    request: HttpRequest,
    approach: Approach,
    form: ApproachForm,
    *,
    sent: SentForm | None = None,
    read: Review | None = None,
    is_new_draft: bool = False,
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "approach": approach,
        "form": form,
        "sent": sent or SentForm(initial={"revision": approach.revision, "on": today}),
        "review": read or _review(approach),
        "limit": limit_of(approach.medium, premium=approach.premium),
        "has_subject": approach.medium in {Medium.EMAIL, Medium.INMAIL},
        "is_spoken": approach.medium in {Medium.PHONE, Medium.IN_PERSON},
        "is_new_draft": is_new_draft,
        "mail": mail_link(approach, subject=approach.subject, body=approach.body),
        "without_body": "&body=" not in mail_link(approach, subject=approach.subject, body=approach.body),
    }
    refused = form.is_bound or (sent is not None and bool(sent.errors))
    return render(request, "prospecting/approach.html", context, status=422 if refused else 200)


def _review(approach: Approach) -> Review:
    return review(approach.body, subject=approach.subject, reader=reader_of(approach))


def _typed(approach: Approach) -> dict[str, Any]:
    names = (*BUILT_FROM, *WRITTEN, "revision")
    return {**{name: getattr(approach, name) for name in names}, "civility": civility_of(approach.person_id)}


def _address(approach: Approach) -> str:
    return reverse("prospecting:approach", args=[approach.pk])
