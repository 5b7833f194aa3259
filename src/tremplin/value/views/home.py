"""The room: how ready the student is, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.value import queries
from tremplin.value.addresses import session_address
from tremplin.value.domain import arithmetic
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.readiness import gauge
from tremplin.value.forms import BudgetForm
from tremplin.value.operations.case import name_budget_holder
from tremplin.value.standing import facts_of
from tremplin.value.views.finding import internship_now, needs_internship, posted, status

PAGES = {
    "points": "value:talks",
    "budget": "value:budget",
    "unshown": "value:unshown",
    "projects": "value:projects",
    "deck": "value:deck",
    "plan": "value:plan",
}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the gauge and the six things that raise it."""
    internship = queries.followed(on=timezone.localdate())
    if internship is None:
        return render(request, "value/empty.html")
    return render(request, "value/home.html", _whole(internship))


def _whole(internship: Followed) -> dict[str, object]:
    results = queries.results(internship)
    facts = facts_of(internship, results)
    measured = gauge(facts)
    found = queries.savings(internship, results)
    checks = [(check, page_of(check.page)) for check in measured.checks]
    held = measured.held_back
    return {
        "internship": internship,
        "is_over": internship.is_over(on=timezone.localdate()),
        "facts": facts,
        "gauge": measured,
        "checks": checks,
        "next": held or next((check for check in measured.checks if not check.done), None),
        "next_page": page_of(
            held.page if held else next((check.page for check in measured.checks if not check.done), "")
        ),
        "deck": queries.deck_of(internship),
        "unshown": queries.unshown(internship, results)[:3],
        "talks": queries.talks(internship),
        "candidates": queries.candidates(internship),
        "ghosts": queries.ghosts(internship),
        "pains": queries.pains_without_project(internship, results),
        "total": arithmetic.total_value(found) or arithmetic.total_hours(found),
        "steps": queries.plan_steps(queries.case_of(internship)),
    }


def page_of(name: str) -> str:
    """Return the address where a check is earned; empty while that page is not built."""
    if name == "journal":
        return session_address()
    return reverse(PAGES[name]) if name in PAGES else ""


@require_http_methods(["GET", "HEAD", "POST"])
@needs_internship
def budget(request: HttpRequest) -> HttpResponse:
    """Name who decides of a budget."""
    internship = internship_now()
    case = queries.case_of(internship)
    name = case.budget_holder.full_name if case.budget_holder else ""
    form = BudgetForm(posted(request), initial={"revision": case.revision, "name": name})
    if form.is_valid():
        return _name(request, internship, form)
    context = {"form": form, "internship": internship}
    return render(request, "value/budget.html", context, status=status(form))


def _name(request: HttpRequest, internship: Followed, form: BudgetForm) -> HttpResponse:
    typed = form.cleaned_data
    try:
        name_budget_holder(internship, revision=typed["revision"], name=typed["name"])
    except StaleRevision as stale:
        case = queries.case_of(internship)
        kept = {"name": case.budget_holder.full_name if case.budget_holder else ""}
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=reverse("value:budget"))
    say(request, _("Enregistré."))
    return redirect("value:home")
