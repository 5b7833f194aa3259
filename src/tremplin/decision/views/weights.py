"""Weights come first: a hundred points, fixed before any score is shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.decision import operations, queries
from tremplin.decision.domain.criteria import MOST
from tremplin.decision.forms import CriterionForm, WeightsForm
from tremplin.decision.models import Decision
from tremplin.decision.views.finding import criterion_at, decision_at, posted, status
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_http_methods(["GET", "HEAD", "POST"])
def weights(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Share a hundred points, then fix them."""
    found = decision_at(decision_id)
    rows = list(queries.criteria(found))
    form = WeightsForm(posted(request), rows=rows, initial={"revision": found.revision})
    if form.is_valid():
        revision, given = form.cleaned_data["revision"], form.weights()
        try:
            operations.fix_weights(found, revision=revision, weights=given, at=timezone.now())
        except StaleRevision as stale:
            kept = {f"weight-{row.pk}": row.weight for row in queries.criteria(found)}
            back = reverse("decision:weights", args=[found.pk])
            return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
        say(request, _("Poids fixés."))
        return redirect("decision:scores", found.pk)
    return _page(request, found, form=form, code=status(form))


@require_POST
def criterion_add(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Add a criterion of the student's own."""
    found = decision_at(decision_id)
    form = CriterionForm(request.POST)
    rows = list(queries.criteria(found))
    if form.is_valid() and len(rows) >= MOST:
        form.add_error("name", _("Quatorze critères au plus : retirez-en un d’abord."))
    if not form.is_valid():
        weighing = WeightsForm(None, rows=rows, initial={"revision": found.revision})
        return _page(request, found, form=weighing, criterion_form=form, code=422)
    operations.add_criterion(found, **form.cleaned_data)
    say(request, _("Critère ajouté. Donnez-lui des points."))
    return redirect("decision:weights", found.pk)


@require_POST
def criterion_remove(request: HttpRequest, criterion_id: int) -> HttpResponse:
    """Take a criterion out of sight, with its scores."""
    found = criterion_at(criterion_id)
    operations.set_aside(found, at=timezone.now())
    say(request, _("Critère retiré."), undo=reverse("decision:criterion-restore", args=[found.pk]))
    return redirect("decision:weights", found.decision_id)


@require_POST
def criterion_restore(request: HttpRequest, criterion_id: int) -> HttpResponse:
    """Bring a criterion back, with its scores."""
    found = criterion_at(criterion_id, removed=True)
    operations.set_aside(found, at=None)
    say(request, _("Critère rétabli."))
    return redirect("decision:weights", found.decision_id)


def _page(
    request: HttpRequest,
    found: Decision,
    *,
    form: WeightsForm,
    criterion_form: CriterionForm | None = None,
    code: int = 200,
) -> HttpResponse:
    context = {
        "decision": found,
        "form": form,
        "criterion_form": criterion_form or CriterionForm(),
        "can_add": len(form.rows) < MOST,
    }
    return render(request, "decision/weights.html", context, status=code)
