"""The journal's home: note, see the weeks, find what was written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tremplin.journal import queries
from tremplin.journal.domain.heat import Heat, heat
from tremplin.journal.domain.weeks import week_number
from tremplin.journal.models import Experience
from tremplin.journal.surroundings import surroundings
from tremplin.journal.views.cards import cards
from tremplin.journal.views.finding import today
from tremplin.journal.views.noting import new_form, note_from
from tremplin.journal.views.reading import read

PER_PAGE = 25
MOST_FOUND = 40
SKILLS_SHOWN = 4
KINDS = {
    "a-confirmer": queries.Filters(to_confirm=True),
    "sans-chiffre": queries.Filters(unspotted=True),
    "sans-retour": queries.Filters(without_feedback=True),
    "brouillons": queries.Filters(drafts=True),
    "genes": queries.Filters(pain_points=True),
}


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """List the journal; a post notes an entry."""
    form = new_form(request, on=today())
    if form.is_valid():
        return note_from(request, form, at=timezone.now())
    query = request.GET.get("q", "").strip()
    experience = queries.followed_experience(on=today())
    context = {
        "form": form,
        "reading": read(form["action"].value() or "", ticked=request.POST.getlist("keep")),
        "experience": experience,
        "week": _week(experience),
        "heat": _heat(experience),
        "query": query,
        **_listed(request.GET, query),
    }
    return render(request, "journal/home.html", context, status=422 if form.is_bound else 200)


def _week(experience: Experience | None) -> int | None:
    """Return which week of the internship it is; None once it is over."""
    if experience is None or (experience.ends_on and experience.ends_on < today()):
        return None
    return week_number(today(), starts_on=experience.starts_on)


def _heat(experience: Experience | None) -> Heat | None:
    if experience is None:
        return None
    days_off = surroundings().days_off(experience.pk)
    return heat(queries.heat_map(experience, today=today(), days_off=days_off))


def _listed(asked: Mapping[str, str], query: str) -> dict[str, Any]:
    """Return the entries to list: what is sought, else what the filter keeps, page by page."""
    if query:
        found = queries.found(query, limit=MOST_FOUND)
        return {"cards": cards(found), "count": len(found), "is_cut": len(found) == MOST_FOUND}
    filters = _filters(asked)
    page = Paginator(queries.entries(filters), PER_PAGE).get_page(asked.get("page"))
    counts = queries.counts(queries.Filters(experience=filters.experience))
    return {
        "cards": cards(page.object_list),
        "count": page.paginator.count,
        "filters": _choices(asked, counts),
        "page": page,
        "kept": "".join(
            f"{key}={asked[key]}&" for key in ("filtre", "competence", "cadre") if asked.get(key)
        ),
    }


def _filters(asked: Mapping[str, str]) -> queries.Filters:
    kind = KINDS.get(asked.get("filtre", ""), queries.Filters())
    return replace(kind, skill=_key(asked.get("competence")), experience=_key(asked.get("cadre")))


def _choices(asked: Mapping[str, str], counts: queries.Counts) -> list[dict[str, Any]]:
    """Return the filters worth offering, with how many entries each would list."""
    chosen = asked.get("filtre", "")
    offered = [
        ("", _("Toutes"), counts.all),
        ("a-confirmer", _("Chiffres à confirmer"), counts.to_confirm),
        ("sans-chiffre", _("Sans chiffre"), counts.unspotted),
        ("sans-retour", _("Sans retour"), counts.without_feedback),
        ("brouillons", _("Brouillons"), counts.drafts),
        ("genes", _("Gênes qui reviennent"), counts.pain_points),
    ]
    skill = _key(asked.get("competence"))
    kinds = [
        {
            "query": f"?filtre={key}" if key else "?",
            "name": name,
            "count": count,
            "on": chosen == key and not skill,
        }
        for key, name, count in offered
        if count or not key
    ]
    skills = [
        {"query": f"?competence={one.pk}", "name": one.name, "count": count, "on": one.pk == skill}
        for one, count in counts.by_skill
        if one.pk == skill or one in [kept for kept, _count in counts.by_skill[:SKILLS_SHOWN]]
    ]
    return kinds + skills


def _key(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 12 else None
