"""Searching companies: a form, a list that says everything, a light map, one click to keep one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.companies.company import Answer, Company, Query
from tremplin.companies.connectors.failures import ServiceFailed
from tremplin.companies.connectors.services import BY_NAME
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.prospecting.domain.drawing import Drawing
from tremplin.prospecting.forms.search import SearchForm
from tremplin.prospecting.operations.searches import add_company, leave_out, take_in
from tremplin.prospecting.queries import stock
from tremplin.prospecting.queries.lookup import company_of, finders, search_with
from tremplin.prospecting.queries.searches import Found, as_found, left_out, left_out_sirens, map_of

STOCK = "sirene"
WIDEST_KM = 300.0
LONGEST = 2000


@require_safe
@vary_on_headers("HX-Request")
def search(request: HtmxRequest) -> HttpResponse:
    """Ask for companies, show those found as a list and on a map; htmx gets the activities offered alone."""
    sources = _sources()
    form = SearchForm(request.GET or None, sources=sources)
    if request.htmx and request.htmx.target == "activites":
        return render(request, "prospecting/_activities.html", {"form": form})
    context = {
        "form": form,
        "is_imported": stock.is_ready(),
        "sources": sources,
        "report": stock.import_report(),
        "left_out": left_out(),
        "here": request.get_full_path(),
        **(_answered(form) if form.is_bound and form.is_valid() else {}),
    }
    return render(request, "prospecting/search.html", context)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Keep a company found as a target."""
    number = request.POST.get("siret", "")
    company = _company(number)
    if company is None:
        say(request, _("Cette entreprise n’a pas été retrouvée. Relancez la recherche."))
        return redirect(_back(request))
    target = add_company(company, on=timezone.localdate())
    undo = reverse("prospecting:remove", args=[target.pk])
    say(request, _("%(name)s est dans vos cibles.") % {"name": target}, undo=undo)
    return redirect(f"{_back(request)}#e-{company.siret or company.siren}")


@require_POST
def exclude(request: HttpRequest, siren: str) -> HttpResponse:
    """Never show a company again in searches."""
    if not (len(siren) == 9 and siren.isascii() and siren.isdecimal()):
        raise Http404
    row = leave_out(siren, name=request.POST.get("name", "") or siren, on=timezone.localdate())
    undo = reverse("prospecting:search-include", args=[siren])
    say(request, _("%(name)s ne sera plus proposée.") % {"name": row}, undo=undo)
    rank = request.POST.get("rang", "")
    place = f"#rang-{rank}" if rank.isascii() and rank.isdecimal() else ""
    return redirect(f"{_back(request)}{place}")


@require_POST
def include(request: HttpRequest, siren: str) -> HttpResponse:
    """Show a company again in searches."""
    take_in(siren)
    say(request, _("Elle sera de nouveau proposée."))
    return redirect(_back(request))


def _answered(form: SearchForm) -> dict[str, object]:
    """Return what was found; nothing is asked while no criterion narrows the search."""
    if not form.asks_something:
        return {"asks_nothing": True}
    query = form.query(without_sirens=left_out_sirens())
    answer = _answer(form.cleaned_data["source"], query)
    found = as_found(answer)
    return {
        "answer": answer,
        "found": found,
        "hidden_said": _hidden_said(answer.hidden),
        "map": _map(query, found),
    }


def _answer(source: str, query: Query) -> Answer:
    on = timezone.localdate()
    if source in ("", STOCK):
        return stock.companies(query, on=on)
    try:
        return search_with(source, query, now=timezone.localtime())
    except ServiceFailed as failure:
        return Answer(notes=(str(failure),))


def _map(query: Query, found: tuple[Found, ...]) -> Drawing | None:
    centre = stock.place_named(query.commune)
    shown = centre or next(
        (
            one.company
            for one in found
            if one.company.latitude is not None and one.company.longitude is not None
        ),
        None,
    )
    if shown is None or shown.latitude is None or shown.longitude is None:
        return None
    reach = (query.km or WIDEST_KM) * 1.5
    towns = stock.towns_near(shown.latitude, shown.longitude, km=reach)
    return map_of(found, centre=centre, km=query.km, towns=towns)


def _sources() -> list[tuple[str, str]]:
    offered = [(STOCK, _("le registre importé, hors ligne"))] if stock.is_ready() else []
    return [*offered, *((name, str(BY_NAME[name].title)) for name in finders())]


def _company(number: str) -> Company | None:
    now = timezone.localtime()
    return stock.company_of(number, on=now.date()) or company_of(number, now=now)


def _hidden_said(hidden: int) -> str:
    if not hidden:
        return ""
    if hidden == 1:
        return _("Une unité ne souhaite pas être démarchée\u00a0: elle n’est pas proposée.")
    said = _("%(count)s unités ne souhaitent pas être démarchées\u00a0: elles ne sont pas proposées.")
    return said % {"count": hidden}


def _back(request: HttpRequest) -> str:
    """Return to the search just made; only its criteria are taken from what was posted."""
    asked = request.POST.get("recherche", "")[:LONGEST]
    home = reverse("prospecting:search")
    _path, _mark, criteria = asked.partition("?")
    return f"{home}?{criteria.split('#')[0]}" if criteria else home
