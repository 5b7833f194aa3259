"""Choosing, printing the sheet, opening what was chosen, and looking at it again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.decision import operations, queries
from tremplin.decision.forms import ChoiceForm, ReviewForm
from tremplin.decision.models import Criterion, Decision, Review, Score
from tremplin.decision.papers import sheet_of
from tremplin.decision.views.finding import address, decision_at, option_at, posted, status
from tremplin.documents.pdf import to_pdf
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Write down what is chosen, why, and when to look again."""
    found = decision_at(decision_id)
    rows = {row.pk: row for row in queries.options(found)}
    initial = {
        "revision": found.revision,
        "option": found.chosen_id,
        "why": found.why,
        "review_on": found.review_on,
    }
    form = ChoiceForm(posted(request), rows=rows.values(), initial=initial)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            operations.choose(
                found,
                revision=typed["revision"],
                option=rows[typed["option"]],
                on=timezone.localdate(),
                why=typed["why"],
                review_on=typed["review_on"],
            )
        except StaleRevision as stale:
            kept = stale.values | {"option": stale.values.get("chosen")}
            return conflict(request, form=form, kept=kept, revision=stale.revision, back=address(found))
        say(request, _("Choix noté."), undo=reverse("decision:take-back", args=[found.pk]))
        return redirect(address(found))
    context = {"decision": found, "form": form, "options": rows.values()}
    return render(request, "decision/choose.html", context, status=status(form))


@require_POST
def take_back(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take the choice back; its reasons stay."""
    found = decision_at(decision_id)
    operations.choose(
        found, revision=found.revision, option=None, on=timezone.localdate(), why=found.why, review_on=None
    )
    say(request, _("Choix repris."))
    return redirect(address(found))


@require_safe
def sheet(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Print the decision on one page."""
    found = decision_at(decision_id)
    if not queries.options(found).exists():
        say(request, _("Ajoutez une option avant d’imprimer la feuille."))
        return redirect(address(found))
    content = to_pdf(sheet_of(found, on=timezone.localdate()))
    name = slugify(found.title)[:60] or "decision"
    disposition = f'attachment; filename="{name}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


@require_POST
def open_in_cap(request: HttpRequest, option_id: int) -> HttpResponse:
    """Follow what was chosen in Cap: dates, milestones, journal."""
    found = option_at(option_id)
    kept = operations.open_in_cap(found, host=str(found.organization or ""))
    say(request, _("Stage créé\u00a0: %(title)s.") % {"title": operations.title_of(found)})
    return redirect("internships:internship", kept.internship_id)


@require_POST
def search(request: HttpRequest, option_id: int) -> HttpResponse:
    """Look for it in Trouver: its employer becomes a target, or the search of companies opens."""
    found = option_at(option_id)
    host = str(found.organization or "")
    if not host:
        return redirect("prospecting:search")
    key = operations.search_in_finding(found, host=host, on=timezone.localdate())
    say(request, _("Cible prête dans Trouver."))
    return redirect("prospecting:target", key)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Hold what was chosen against what happened."""
    found = decision_at(decision_id)
    if found.chosen_id is None:
        raise Http404
    before = Review.objects.filter(decision=found).first()
    form = ReviewForm(posted(request), lines=_lived(found), initial=_reviewed(before))
    if form.is_valid():
        typed = form.cleaned_data
        try:
            operations.look_again(
                found,
                revision=typed["revision"],
                on=typed["on"],
                happened=typed["happened"],
                same_again=typed["same_again"],
                lived=form.lived(),
            )
        except StaleRevision as stale:
            return conflict(
                request, form=form, kept=stale.values, revision=stale.revision, back=address(found)
            )
        say(request, _("Bilan noté."))
        return redirect(address(found))
    context = {"decision": found, "form": form}
    return render(request, "decision/review.html", context, status=status(form))


def _lived(found: Decision) -> list[tuple[Criterion, Score | None]]:
    scores = {row.criterion_id: row for row in Score.objects.filter(option=found.chosen)}
    return [(row, scores.get(row.pk)) for row in queries.criteria(found) if row.weight]


def _reviewed(before: Review | None) -> dict[str, object]:
    if before is None:
        return {"revision": 0, "on": timezone.localdate()}
    return {
        "revision": before.revision,
        "on": before.on,
        "happened": before.happened,
        "same_again": "" if before.same_again is None else str(before.same_again),
    }
