"""People: one of them in full, their exchanges, a tie woken."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zlib import crc32

from django.core.signing import BadSignature, dumps, loads
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say
from tremplin.kit.revisions import conflict
from tremplin.network import operations, queries
from tremplin.network.domain.circles import circle
from tremplin.network.domain.dormant import dormant_ties, monday_of, this_week
from tremplin.network.domain.expertise import domain_name
from tremplin.network.domain.graph import Member, Network, people_inside, reachable_places
from tremplin.network.domain.hubs import hub_of, hubs
from tremplin.network.domain.letters import wake as waking_message
from tremplin.network.domain.paths import find_paths, person_target
from tremplin.network.forms import EditForm, ExchangeForm, WakeForm
from tremplin.network.models import Interaction, InteractionKind, Person
from tremplin.network.operations.exchanges import Exchange
from tremplin.network.operations.forgetting import forget_person, texts_naming
from tremplin.network.operations.knowing import HeldRole
from tremplin.network.queries.exchanges import exchanged_with
from tremplin.network.views.finding import exchange_at, of_someone, person_at, posted, role_at, status

WAITING_SHOWN = 100
EXCHANGES_SHOWN = 20
EDITED = ("full_name", "circle", "closeness", "expertise", "email", "phone", "profile_url")
ANSWERED = {True: "yes", False: "no", None: ""}


@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show someone: roles, ties, exchanges, and how their domain was read."""
    return person_page(request, person_at(person_id))


@require_http_methods(["GET", "HEAD", "POST"])
@of_someone
def edit(request: HttpRequest, person_id: int) -> HttpResponse:
    """Correct what is kept of someone, and what they do now."""
    one = person_at(person_id)
    kept = _kept(one)
    form = EditForm(posted(request), initial={**kept, "revision": _revision(kept)})
    if form.is_valid():
        back = reverse("network:person", args=[one.pk])
        if form.cleaned_data["revision"] != _revision(kept):
            return conflict(request, form=form, kept=kept, revision=_revision(kept), back=back)
        operations.change_person(one, form.changes())
        operations.change_present_role(
            one,
            title=form.cleaned_data["title"],
            organization=form.cleaned_data["organization"],
            on=timezone.localdate(),
        )
        say(request, _("Enregistré."))
        return redirect(back)
    return render(request, "network/edit.html", {"person": one, "form": form}, status=status(form))


@require_POST
@of_someone
def exchange(request: HttpRequest, person_id: int) -> HttpResponse:
    """Record an exchange with someone."""
    one = person_at(person_id)
    form = ExchangeForm(request.POST)
    if not form.is_valid():
        return person_page(request, one, form=form)
    typed = form.cleaned_data
    kept = operations.record_exchange(
        one, on=typed["on"], kind=InteractionKind(typed["kind"]), line=typed["line"]
    )
    say(request, _("Échange noté."), undo=reverse("network:exchange-drop", args=[kept.pk]))
    return redirect("network:person", one.pk)


@require_POST
def drop_exchange(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Take an exchange back."""
    row = exchange_at(exchange_id)
    held = operations.drop_exchange(row)
    token = dumps([held.person_id, held.on.isoformat(), held.kind, held.line])
    say(request, _("Échange retiré."), undo=reverse("network:exchange-restore", args=[token]))
    return redirect("network:person", held.person_id)


@require_POST
def restore_exchange(request: HttpRequest, token: str) -> HttpResponse:
    """Put back an exchange just taken back."""
    held = _signed_exchange(token)
    one = person_at(held.person_id)
    operations.record_exchange(one, on=held.on, kind=InteractionKind(held.kind), line=held.line)
    say(request, _("Échange rétabli."))
    return redirect("network:person", one.pk)


@require_POST
def drop_role(request: HttpRequest, role_id: int) -> HttpResponse:
    """Take back what someone does or did."""
    held = operations.drop_role(role_at(role_id))
    days = [day.isoformat() if day else "" for day in (held.since, held.until)]
    token = dumps([held.person_id, held.organization, held.title, *days])
    say(request, _("Fonction retirée."), undo=reverse("network:role-restore", args=[token]))
    return redirect("network:person", held.person_id)


@require_POST
def restore_role(request: HttpRequest, token: str) -> HttpResponse:
    """Put back a role just taken back."""
    held = _signed_role(token)
    one = person_at(held.person_id)
    operations.put_back_role(held)
    say(request, _("Fonction rétablie."))
    return redirect("network:person", one.pk)


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Show the organizations within two handshakes, then within three."""
    everyone = queries.network()
    near = reachable_places(everyone, handshakes=2)
    beyond = [one for one in reachable_places(everyone, handshakes=3) if one not in near]
    inside = people_inside(everyone)
    groups = [
        (_("À deux poignées de main au plus"), [(one, inside[one.key]) for one in near]),
        (_("À trois poignées de main"), [(one, inside[one.key]) for one in beyond]),
    ]
    return render(request, "network/places.html", {"groups": groups, "count": len(near)})


@require_safe
def dormant(request: HttpRequest) -> HttpResponse:
    """Show the three ties to wake this week, and those that may wait."""
    everyone, today = queries.network(), timezone.localdate()
    week = this_week(everyone.people, today=today, written=queries.written_since(monday_of(today)))
    context = {
        "is_empty": not everyone.people,
        "week": week,
        "waiting": week.waiting[:WAITING_SHOWN],
        "undated": week.undated[:WAITING_SHOWN],
    }
    return render(request, "network/dormant.html", context)


@require_safe
def wake(request: HttpRequest, person_id: int) -> HttpResponse:
    """Prepare a message that wakes a tie: why now, then a question."""
    one = person_at(person_id)
    everyone = queries.network()
    member = everyone.by_key[one.pk]
    asked = {"hook": "memory", **request.GET.dict()}
    form = WakeForm(asked)
    ties = dormant_ties([member], today=timezone.localdate())
    said = form.cleaned_data if form.is_valid() else {"hook": "memory", "line": "", "question": ""}
    context = {
        "person": one,
        "form": form,
        "tie": ties[0] if ties else None,
        "circle": circle(member.circle),
        "message": waking_message(member, **said, sender=current_student().full_name)
        if form.is_valid()
        else "",
        "exchange": ExchangeForm(initial={"on": timezone.localdate(), "kind": InteractionKind.MESSAGE}),
    }
    return render(request, "network/wake.html", context, status=status(form))


@require_safe
def hubs_page(request: HttpRequest) -> HttpResponse:
    """Show who opens the most doors, and why."""
    everyone = queries.network()
    return render(request, "network/hubs.html", {"hubs": hubs(everyone), "people": len(everyone.people)})


@require_POST
@of_someone
def answer(request: HttpRequest, person_id: int, said: str) -> HttpResponse:
    """Say whether someone knows a lot of people."""
    one = person_at(person_id)
    operations.change_person(one, {"is_connector": {"oui": True, "non": False, "oublier": None}[said]})
    undo = reverse("network:connector", args=[one.pk, "oublier"]) if said != "oublier" else ""
    say(request, _("Réponse notée."), undo=undo)
    return redirect("network:hubs")


@require_POST
@of_someone
def forget(request: HttpRequest, person_id: int) -> HttpResponse:
    """Erase someone everywhere; there is no way back."""
    forgotten = forget_person(person_at(person_id))
    said = _("Oublié partout.")
    if forgotten.left:
        left = ", ".join(f"{one.what} ({one.count})" for one in forgotten.left)
        said += " " + _("Vos propres textes la nomment encore\u00a0: %(texts)s.") % {"texts": left}
    say(request, said)
    return redirect("network:home")


def person_page(
    request: HttpRequest,
    one: Person,
    *,
    form: ExchangeForm | None = None,
    typed: str = "",
    refused: str = "",
) -> HttpResponse:
    """Render someone's page, with what was refused and why."""
    form = form or ExchangeForm(initial={"on": timezone.localdate()})
    everyone, today = queries.network(), timezone.localdate()
    member = everyone.by_key[one.pk]
    paths = () if member.known else find_paths(everyone, person_target(everyone, one.pk), today=today)
    exchanges: list[Interaction] = list(one.interactions.all()[:EXCHANGES_SHOWN])
    context = {
        "person": one,
        "member": member,
        "circle": circle(member.circle) if member.circle else None,
        "domain": domain_name(member.domain),
        "degree": everyone.degrees.get(one.pk),
        "roles": one.roles.select_related("organization"),
        "points": one.points.all(),
        "knows": [(everyone.by_key[key], link.words) for key, link in everyone.neighbours[one.pk].items()],
        "supposed": _supposed(everyone, member),
        "hub": hub_of(everyone, one.pk),
        "tie": next(iter(dormant_ties([member], today=today)), None),
        "path": paths[0] if paths else None,
        "exchanges": exchanges,
        "elsewhere": exchanged_with(one)[:EXCHANGES_SHOWN],
        "left": texts_naming(one),
        "form": form,
        "typed": typed,
        "refused": refused,
    }
    code = 422 if refused else status(form)
    return render(request, "network/person.html", context, status=code)


def _supposed(everyone: Network, member: Member) -> list[tuple[Member, str]]:
    may = everyone.supposed(member.key)
    return [(everyone.by_key[key], everyone.places[place].name) for key, place in list(may.items())[:6]]


def _kept(one: Person) -> dict[str, Any]:
    """Give what the form of someone starts from; a role that ended is no longer theirs."""
    role = queries.present_role(one)
    if role is None or role.until:
        there = {"title": "", "organization": ""}
    else:
        there = {"title": role.title, "organization": role.organization.name}
    kept = {name: getattr(one, name) for name in EDITED}
    return {**kept, "is_connector": ANSWERED[one.is_connector], **there}


def _revision(kept: Mapping[str, Any]) -> int:
    """Give a number that changes with what is kept: a person carries no revision."""
    return crc32(repr(sorted(kept.items())).encode())


def _signed_role(token: str) -> HeldRole:
    try:
        person_id, organization, title, since, until = loads(token)
    except BadSignature as refusal:
        raise Http404 from refusal
    since, until = (date.fromisoformat(day) if day else None for day in (since, until))
    return HeldRole(person_id, organization, title, since, until)


def _signed_exchange(token: str) -> Exchange:
    try:
        person_id, on, kind, line = loads(token)
    except BadSignature as refusal:
        raise Http404 from refusal
    return Exchange(person_id, date.fromisoformat(on), kind, line)
