"""Correcting what was read: the audit follows at once."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.kit.revisions import conflict
from tremplin.rights.agreement.values import FACT_LABELS
from tremplin.rights.domain.typed_facts import KINDS, from_plain
from tremplin.rights.forms import FORMS, FactForm, fact_form
from tremplin.rights.models import Correction, Outcome, Version
from tremplin.rights.operations import StaleCorrection, correct_fact, take_back
from tremplin.rights.queries import audit_of, revisions
from tremplin.rights.views.dropping import version_address
from tremplin.rights.views.finding import read_at
from tremplin.rights.views.result import result_context


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def fact(request: HtmxRequest, agreement_id: int, number: int, name: str) -> HttpResponse:
    """Show the form of one fact, or save it."""
    version = _version_with(agreement_id, number, name)
    made = revisions(version).get(name)
    value = audit_of(version, on=timezone.localdate()).facts.value(name)
    posted = request.POST if request.method == "POST" else None
    form = fact_form(name, value=value, revision=made.revision if made else 0, data=posted)
    if form.is_valid():
        return _save(request, version, name, form)
    context = {
        "version": version,
        "name": name,
        "fact_label": FACT_LABELS[name],
        "form": form,
        "back": version_address(version),
    }
    page = "rights/_fact_form.html" if request.htmx else "rights/fact.html"
    response = render(request, page, context, status=422 if form.is_bound else 200)
    if form.is_bound:
        response["HX-Retarget"] = f"#corriger-{name}"
    return response


@require_POST
def undo(request: HtmxRequest, agreement_id: int, number: int, name: str, revision: int) -> HttpResponse:
    """Put back what stood before a correction."""
    version = _version_with(agreement_id, number, name)
    try:
        take_back(version, name=name, revision=revision, at=timezone.now())
    except StaleCorrection:
        say(request, _("Cette correction a été remplacée depuis. Rien n’a changé."))
    else:
        say(request, _("Correction annulée."))
    return redirect(f"{version_address(version)}#fait-{name}")


@require_POST
def as_read(request: HtmxRequest, agreement_id: int, number: int, name: str) -> HttpResponse:
    """Go back to what was read in the agreement."""
    version = _version_with(agreement_id, number, name)
    made = revisions(version).get(name)
    if made is not None and made.outcome != Outcome.AS_READ:
        correct_fact(
            version, name=name, outcome=Outcome.AS_READ, value=None, revision=made.revision, at=timezone.now()
        )
    return _answer(request, version, name, _("Valeur lue rétablie."))


def _version_with(agreement_id: int, number: int, name: str) -> Version:
    if name not in FACT_LABELS:
        raise Http404
    return read_at(agreement_id, number)


def _save(request: HtmxRequest, version: Version, name: str, form: FactForm) -> HttpResponse:
    silent = form.cleaned_data["silent"]
    try:
        made = correct_fact(
            version,
            name=name,
            outcome=Outcome.SILENT if silent else Outcome.STATED,
            value=None if silent else form.stated,
            revision=form.cleaned_data["revision"],
            at=timezone.now(),
        )
    except StaleCorrection as stale:
        kept = _kept(version, name, stale.latest)
        return conflict(
            request, form=form, kept=kept, revision=stale.latest.revision, back=version_address(version)
        )
    verdict = audit_of(version, on=timezone.localdate()).verdict
    address = reverse("rights:undo-fact", args=[version.agreement_id, version.number, name, made.revision])
    return _answer(request, version, name, _("Corrigé. %(verdict)s.") % {"verdict": verdict}, undo=address)


def _kept(version: Version, name: str, latest: Correction) -> dict[str, Any]:
    """Return what is saved now, by field of the form."""
    if latest.outcome == Outcome.AS_READ:
        value = audit_of(version, on=timezone.localdate()).facts.value(name)
    else:
        value = from_plain(name, latest.value)
    return {**FORMS[KINDS[name]].initial_of(value), "silent": latest.outcome == Outcome.SILENT}


def _answer(request: HtmxRequest, version: Version, name: str, says: str, *, undo: str = "") -> HttpResponse:
    say(request, says, undo=undo)
    if not request.htmx:
        return redirect(f"{version_address(version)}#fait-{name}")
    return render(
        request, "rights/_result.html", {**result_context(version), "with_toasts": True, "corrected": name}
    )
