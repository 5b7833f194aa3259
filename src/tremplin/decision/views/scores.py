"""Scores from 1 to 5, once the weights are fixed; what is not known stays empty."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tremplin.decision import operations, queries
from tremplin.decision.forms import ScoresForm
from tremplin.decision.models import Decision
from tremplin.decision.operations import Given
from tremplin.decision.views.finding import address, decision_at, posted, status
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_http_methods(["GET", "HEAD", "POST"])
def scores(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Give scores; without fixed weights, the weights come first."""
    found = decision_at(decision_id)
    if found.weights_fixed_at is None:
        say(request, _("Les poids d’abord : une note déjà vue pousse à les changer."))
        return redirect("decision:weights", found.pk)
    lines = queries.lines(found)
    form = ScoresForm(posted(request), lines=lines, initial={"revision": found.revision})
    if form.is_valid():
        try:
            operations.give_scores(found, revision=form.cleaned_data["revision"], scores=_given(form))
        except StaleRevision as stale:
            back = reverse("decision:scores", args=[found.pk])
            form.name_in_full()
            return conflict(request, form=form, kept=_kept(found), revision=stale.revision, back=back)
        say(request, _("Notes enregistrées."))
        return redirect(address(found))
    context = {"decision": found, "form": form, "options": queries.options(found)}
    return render(request, "decision/scores.html", context, status=status(form))


def _given(form: ScoresForm) -> dict[tuple[int, int], Given]:
    typed = form.cleaned_data
    found = {}
    for line in form.matrix:
        for option, _score in line.scores:
            key = f"{option.pk}-{line.row.pk}"
            found[option.pk, line.row.pk] = Given(
                typed[f"value-{key}"], typed[f"confidence-{key}"] or "medium", typed[f"note-{key}"]
            )
    return found


def _kept(found: Decision) -> dict[str, object]:
    return {
        f"{name}-{option.pk}-{line.row.pk}": getattr(score, name)
        for line in queries.lines(found)
        for option, score in line.scores
        if score is not None
        for name in ("value", "confidence", "note")
    }
