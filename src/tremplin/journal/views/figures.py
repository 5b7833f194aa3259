"""The figures of an entry: proposed, confirmed, typed, changed, removed."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.evidence.proposals import proposals
from tremplin.journal.domain.words import plain_text
from tremplin.journal.forms import DOWN, UP, ImpactForm
from tremplin.journal.models import Entry, Impact, Method
from tremplin.journal.operations import (
    ImpactValues,
    as_values,
    change_impact,
    keep_impact,
    remove,
    ticked_figures,
)
from tremplin.journal.views.finding import entry_at, posted, row_at, session_at
from tremplin.journal.views.people import person_id
from tremplin.journal.views.reading import read_entry
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_POST
def confirm(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Keep the figures ticked among those read in the text."""
    entry = entry_at(entry_id)
    method = request.POST.get("method", "")
    known = {impact.words for impact in entry.impacts.all()}
    ticked = ticked_figures(
        request.POST.get("texte") or entry.action,
        request.POST.getlist("keep"),
        method=method if method in Method.values else "",
    )
    fresh = [values for values in ticked if values.words not in known]
    for values in fresh:
        keep_impact(entry, values, at=timezone.now())
    say(
        request,
        _("Chiffre gardé.") if fresh else _("Rien de coché : rien n’est gardé.".replace(" :", "\u00a0:")),
    )
    if request.POST.get("suite") == "seance":
        return redirect(session_at(request.POST.get("debut", "")))
    return redirect(f"{reverse('journal:entry', args=[entry_id])}#h-chiffres")


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Type a figure; prefilled from a place of the text, or from words just typed."""
    entry = entry_at(entry_id)
    form = ImpactForm(posted(request), initial={"revision": 0, **_proposed(request, entry)})
    if not form.is_valid():
        return _page(request, form, entry)
    impact = keep_impact(entry, _values(form), at=timezone.now())
    say(request, _("Chiffre gardé."))
    return redirect(_next(request, impact))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, impact_id: int) -> HttpResponse:
    """Change a figure, or confirm one that waits."""
    impact = row_at(Impact, impact_id)
    form = ImpactForm(posted(request), initial=_initial(_kept(impact), impact))
    if not form.is_valid():
        return _page(request, form, impact.entry, impact)
    try:
        change_impact(impact, _values(form), revision=form.cleaned_data["revision"] or 0, at=timezone.now())
    except StaleRevision as stale:
        return _conflict(request, form, row_at(Impact, impact_id), stale)
    say(request, _("Chiffre enregistré."))
    return redirect(_next(request, impact))


@require_POST
def drop(request: HttpRequest, impact_id: int) -> HttpResponse:
    """Remove a figure."""
    impact = row_at(Impact, impact_id)
    step = remove(impact, at=timezone.now())
    say(request, _("Chiffre retiré."), undo=reverse("journal:undo", args=[step.pk]))
    return redirect("journal:entry", impact.entry_id)


def _page(request: HttpRequest, form: ImpactForm, entry: Entry, impact: Impact | None = None) -> HttpResponse:
    read_now = () if impact or form.is_bound else read_entry(entry).figures
    spotted = [one for one in read_now if one.words != form["words"].value()]
    context = {"form": form, "entry": entry, "impact": impact, "spotted": spotted}
    return render(request, "journal/figure.html", context, status=422 if form.is_bound else 200)


def _conflict(request: HttpRequest, form: ImpactForm, kept: Impact, stale: StaleRevision) -> HttpResponse:
    back = f"{reverse('journal:entry', args=[kept.entry_id])}#chiffre-{kept.pk}"
    values = _initial(_kept(kept), kept)
    return conflict(request, form=form, kept=values, revision=stale.revision, back=back)


def _next(request: HttpRequest, impact: Impact) -> str:
    """Return to the session when it asked for the figure, else to the figure itself."""
    if request.GET.get("suite") == "seance":
        return session_at(request.GET.get("debut", ""))
    return f"{reverse('journal:entry', args=[impact.entry_id])}#chiffre-{impact.pk}"


def _values(form: ImpactForm) -> ImpactValues:
    return form.values(witness_id=person_id(form.cleaned_data["witness"]))


def _proposed(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    place, typed = request.GET.get("repere", ""), request.GET.get("texte", "")
    if typed:
        read_now = next(iter(proposals(plain_text(typed))), None)
        return _initial(as_values(read_now)) if read_now else {"words": "", "subject": typed[:200]}
    first = next((one.key for one in read_entry(entry).figures), "")
    found = ticked_figures(entry.action, [place or first])
    return _initial(found[0]) if found else {}


def _kept(impact: Impact) -> ImpactValues:
    names = ImpactValues.__dataclass_fields__
    return ImpactValues(**{name: getattr(impact, name) for name in names})


def _initial(values: ImpactValues, impact: Impact | None = None) -> dict[str, Any]:
    quantity = values.quantity
    shown = {
        name: f"{value.normalize():f}".replace(".", ",")
        for name in ("before", "after", "quantity")
        if (value := getattr(values, name)) is not None
    }
    shown["quantity"] = shown.get("quantity", "").removeprefix("-")
    return {
        **asdict(values),
        **shown,
        "direction": DOWN if quantity is not None and quantity < 0 else UP,
        "witness": impact.witness.full_name if impact and impact.witness else "",
        "revision": impact.revision if impact else 0,
    }
