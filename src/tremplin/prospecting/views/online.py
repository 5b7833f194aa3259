"""Asking the public services that are on: one company for a target, or many at once."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.companies.activities import activity_label
from tremplin.companies.company import Answer, Company, Query, headcount_label
from tremplin.companies.connectors.failures import ServiceFailed
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.law.words import in_letters
from tremplin.prospecting.forms.services import OnlineSearchForm
from tremplin.prospecting.operations.services import keep_found
from tremplin.prospecting.queries import lookup as queries
from tremplin.prospecting.queries.services import can_be_asked, services
from tremplin.prospecting.queries.targets import target_of_name
from tremplin.prospecting.views.finding import target_at

LONGEST_TYPED = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A company with its codes in words."""

    company: Company
    activity: str
    headcount: str


@require_safe
@vary_on_headers("HX-Request")
def lookup(request: HtmxRequest, target_id: int) -> HttpResponse:
    """Look a target up in the State's search of companies; nothing is asked before the student says so."""
    target = target_at(target_id)
    typed = " ".join(request.GET.get("q", "").split())[:LONGEST_TYPED]
    is_on = can_be_asked(queries.LOOK_UP)
    answer = queries.look_up(typed, now=timezone.localtime()) if typed and is_on else None
    context = {
        "target": target,
        "typed": typed,
        "is_on": is_on,
        "answer": answer,
        "found": _shown(answer) if answer else [],
    }
    page = "_lookup" if request.htmx else "lookup"
    return render(request, f"prospecting/{page}.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Ask every service that is on, once the student has typed something."""
    form = OnlineSearchForm(request.GET or None)
    asked, refusal = _searched(form) if form.is_valid() else ((), "")
    found = len({each.siren for one in asked for each in one.answer.companies})
    context = {
        "form": form,
        "title": _title(found, asked) if asked else "",
        "on": [one.known.title for one in services() if one.known.name in queries.finders()],
        "asked": [(one, _shown(one.answer)) for one in asked],
        "refusal": refusal,
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "prospecting/online.html", context, status=status)


@require_POST
def keep(request: HttpRequest, name: str, number: str) -> HttpResponse:
    """Keep a company that was found in view."""
    company = queries.found_in(name, number, now=timezone.localtime())
    if company is None:
        raise Http404
    if known := target_of_name(company.name):
        say(request, _("%(name)s est déjà dans vos cibles.") % {"name": known})
        return redirect("prospecting:target", known.pk)
    kept = keep_found(company, on=timezone.localdate())
    say(request, _("Cible ajoutée."), undo=reverse("prospecting:remove", args=[kept.pk]))
    return redirect("prospecting:target", kept.pk)


def _searched(form: OnlineSearchForm) -> tuple[tuple[queries.Asked, ...], str]:
    """Return what each service answered, or why nothing was asked."""
    said = form.cleaned_data
    try:
        place = queries.located(said["commune"], km=int(said["km"])) if said["commune"] else Query()
    except ServiceFailed as failure:
        return (), str(failure)
    activities = (said["activity"],) if said["activity"] else ()
    query = replace(place, words=said["words"], activities=activities)
    return queries.search_everywhere(query, now=timezone.localtime()), ""


def _title(count: int, asked: tuple[queries.Asked, ...]) -> str:
    if all(one.has_failed for one in asked):
        return _("Le service n’a pas répondu") if len(asked) == 1 else _("Aucun service n’a répondu")
    if not count:
        return _("Aucune entreprise trouvée")
    found = in_letters(count, "entreprise").capitalize()
    return f"{found} {_('trouvée')}{'s' if count > 1 else ''}"


def _shown(answer: Answer) -> list[Shown]:
    return [
        Shown(
            one,
            activity_label(one.activity, nomenclature=one.nomenclature) or one.activity,
            headcount_label(one.headcount),
        )
        for one in answer.companies
    ]
