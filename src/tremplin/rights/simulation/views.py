"""The simulator's page."""

import re

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.kit.requests import HtmxRequest
from tremplin.rights.simulation.assumed import Answered, answer
from tremplin.rights.simulation.forms import SimulationForm
from tremplin.rights.simulation.page import context
from tremplin.rights.simulation.prefill import first_values

KEPT = ("simulation", "revision", "name")
NUMBER = re.compile(r"[0-9]{1,18}")
"""A number the database can hold."""


@require_safe
@vary_on_headers("HX-Request")
def gratification(request: HtmxRequest) -> HttpResponse:
    """Show what an internship must pay; htmx gets the parts that change."""
    typed = {name for name, values in request.GET.lists() if any(values)} - set(KEPT)
    if not typed:
        return _first_visit(request)
    answered = answer(request.GET, today=localdate())
    return page(request, answered)


def page(request: HttpRequest, answered: Answered, *, refusal: str = "", status: int = 200) -> HttpResponse:
    """Render the page for an answer, or only its moving parts."""
    moving = bool(getattr(request, "htmx", False)) and status == 200
    template = "_answer" if moving else "gratification"
    values = context(answered, kept=_kept(request.GET), today=localdate())
    values["import_refusal"] = refusal
    response = render(request, f"rights/simulation/{template}.html", values, status=status)
    if moving and answered.query:
        kept = "".join(f"&{name}={value}" for name, value in _kept(request.GET).items())
        response["HX-Replace-Url"] = f"{reverse('rights:gratification')}?{answered.query}{kept}"
    return response


def _first_visit(request: HttpRequest) -> HttpResponse:
    known, facts = first_values()
    if {"starts_on", "ends_on"} <= set(known):
        answered = answer({name: [str(value)] for name, value in known.items()}, today=localdate())
    else:
        answered = Answered(SimulationForm(initial={**SimulationForm.empty, **known}))
    values = context(answered, kept={}, today=localdate())
    values["agreement"] = facts
    return render(request, "rights/simulation/gratification.html", values)


def _kept(address: QueryDict) -> dict[str, str]:
    """Return which kept simulation the page is about, when its address says so."""
    found = {name: address.get(name, "") for name in ("simulation", "revision")}
    return found if all(NUMBER.fullmatch(text) for text in found.values()) else {}
