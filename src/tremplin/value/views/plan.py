"""The first ninety days."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tremplin.documents.pdf import to_pdf
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.value import queries
from tremplin.value.domain.internship import Followed
from tremplin.value.forms import PlanForm
from tremplin.value.operations.case import write_plan
from tremplin.value.sheets import plan_paper
from tremplin.value.views.finding import internship_now, needs_internship, posted, status


@require_http_methods(["GET", "HEAD", "POST"])
@needs_internship
def plan(request: HttpRequest) -> HttpResponse:
    """Write what will exist after 30, 60 and 90 days."""
    internship = internship_now()
    form = PlanForm(posted(request), initial=_initial(internship))
    if form.is_valid():
        return _save(request, internship, form)
    context = {"form": form, "internship": internship, "terms": form.terms()}
    return render(request, "value/plan.html", context, status=status(form))


def _initial(internship: Followed) -> dict[str, Any]:
    case = queries.case_of(internship)
    said = {
        f"{name}_{step.days}": getattr(step, name)
        for step in queries.plan_steps(case)
        for name in ("deliverable", "indicator", "help")
    }
    return {"revision": case.revision, "needs": case.plan_needs, **said}


def _save(request: HttpRequest, internship: Followed, form: PlanForm) -> HttpResponse:
    typed = form.cleaned_data
    try:
        write_plan(internship, revision=typed["revision"], steps=form.steps(), needs=typed["needs"])
    except StaleRevision as stale:
        back, kept = reverse("value:plan"), _initial(internship)
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Plan enregistré. La dernière diapo suit."))
    return redirect("value:plan")


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Print the plan on one page."""
    content = to_pdf(plan_paper(internship_now(), on=timezone.localdate()))
    headers = {"Content-Disposition": 'attachment; filename="plan-90-jours.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
