"""Asking for more than the minimum, with the law of the day and what was proved."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tremplin.law.parameters import NoValueInForce
from tremplin.rights.agreement.values import Audit, Fact, Facts
from tremplin.rights.domain.negotiation import negotiation_sheet
from tremplin.rights.queries import latest_read
from tremplin.stories.domain.negotiating import Kind, Proof, floor, speech, verdict
from tremplin.stories.forms.interview import NegotiationForm
from tremplin.stories.queries.stories import proved_stories


@require_safe
def negotiate(request: HttpRequest) -> HttpResponse:
    """Show the legal minimum, what may be asked beyond it, and how to say it."""
    today = timezone.localdate()
    first = {"kind": "internship", "on": today}
    form = NegotiationForm(request.GET if "kind" in request.GET else None, initial=first)
    is_refused = form.is_bound and not form.is_valid()
    said = form.cleaned_data if form.is_bound and not is_refused else first
    context = {"form": form, "agreement": latest_read(), **({} if is_refused else _worked_out(said))}
    return render(request, "stories/negotiating.html", context, status=422 if is_refused else 200)


def _worked_out(said: dict[str, Any]) -> dict[str, Any]:
    kind: Kind = said["kind"]
    told = proved_stories()
    proofs = [Proof(one.key, one.outputs.form.text) for one in told if one.outputs.form.is_printable]
    try:
        least = floor(
            kind, on=said["on"], age_band=said.get("age_band"), contract_year=said.get("contract_year")
        )
    except NoValueInForce as unknown:
        return {"unknown": str(unknown), "told": told}
    ask = said.get("ask")
    is_capped = kind == "internship" and bool(said.get("is_public"))
    return {
        "least": least,
        "on": said["on"],
        "verdict": verdict(least, ask, is_capped=is_capped),
        "is_below": ask is not None and least.amount is not None and ask < least.amount,
        "speech": speech(kind, least=least, ask=None if is_capped else ask, proofs=proofs),
        "topics": _topics(said) if kind == "internship" else (),
        "told": told,
    }


def _topics(said: dict[str, Any]) -> Any:
    """Return what may be asked for an internship, as Droits says it, without an agreement to read."""
    facts = {
        "signature_date": said["on"],
        "host_public": bool(said.get("is_public")),
    }
    known = Facts({name: Fact(name, value, certainty="entered") for name, value in facts.items()})
    return negotiation_sheet(Audit("", known, ()), on=said["on"]).topics
