"""Options and exams: added, changed, taken out, brought back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.decision import operations, queries
from tremplin.decision.forms import ExamForm, OptionForm, facts_of
from tremplin.decision.views.finding import address, decision_at, exam_at, option_at, posted, status
from tremplin.decision.views.home import decision_page
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.network.operations import find_or_add_organization

PREFIX_OF_AGREEMENT = "convention-"


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Add an option, from what is already known or from nothing."""
    found = decision_at(decision_id)
    today = timezone.localdate()
    start = queries.start_at(request.GET.get("depuis", ""), on=today)
    initial: dict[str, Any] = {"revision": 0, **(start.facts if start else {})}
    form = OptionForm(posted(request), initial=initial)
    if form.is_valid():
        operations.add_option(found, facts={**_facts(form), **_agreement(start.key if start else "")})
        say(request, _("Option ajoutée."))
        return redirect(address(found))
    context = {
        "form": form,
        "decision": found,
        "start": start,
        "starts": () if form.is_bound else queries.starts(on=today),
        "is_first": not queries.options(found).exists(),
        "is_folded": start is None and not form.is_bound,
    }
    return render(request, "decision/option_add.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, option_id: int) -> HttpResponse:
    """Change an option; saving one taken out in another window brings it back with what was typed."""
    removed = queries.option_row(option_id, removed=True) if request.method == "POST" else None
    found = removed or option_at(option_id)
    form = OptionForm(posted(request), initial=facts_of(found))
    if form.is_valid():
        changes = _facts(form)
        try:
            operations.change_option(found, revision=form.cleaned_data["revision"], changes=changes)
        except StaleRevision as stale:
            back = address(found.decision_id)
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        if removed is not None:
            operations.set_aside(found, at=None)
            undo = reverse("decision:option-remove", args=[found.pk])
            say(request, _("L’option avait été retirée. La voilà rétablie, avec votre texte."), undo=undo)
        else:
            say(request, _("Enregistré."))
        return redirect(address(found.decision_id))
    context = {"form": form, "option": found, "decision": found.decision}
    return render(request, "decision/option.html", context, status=status(form))


@require_POST
def remove(request: HttpRequest, option_id: int) -> HttpResponse:
    """Take an option out of sight."""
    found = option_at(option_id)
    operations.set_aside(found, at=timezone.now())
    say(request, _("Option retirée."), undo=reverse("decision:option-restore", args=[found.pk]))
    return redirect(address(found.decision_id))


@require_POST
def restore(request: HttpRequest, option_id: int) -> HttpResponse:
    """Bring an option back."""
    found = option_at(option_id, removed=True)
    operations.set_aside(found, at=None)
    say(request, _("Option rétablie."))
    return redirect(address(found.decision_id))


@require_POST
def exam_add(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Add a period of exams."""
    found = decision_at(decision_id)
    form = ExamForm(request.POST)
    if not form.is_valid():
        return decision_page(request, found, exam_form=form)
    operations.add_exam(found, **form.cleaned_data)
    say(request, _("Examens notés."))
    return redirect(address(found, "#h-rythme"))


@require_POST
def exam_remove(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Take a period of exams out of sight."""
    found = exam_at(exam_id)
    operations.set_aside(found, at=timezone.now())
    say(request, _("Examens retirés."), undo=reverse("decision:exam-restore", args=[found.pk]))
    return redirect(address(found.decision_id, "#h-rythme"))


@require_POST
def exam_restore(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Bring a period of exams back."""
    found = exam_at(exam_id, removed=True)
    operations.set_aside(found, at=None)
    say(request, _("Examens rétablis."))
    return redirect(address(found.decision_id, "#h-rythme"))


def _facts(form: OptionForm) -> dict[str, Any]:
    """Return the columns of an option, its employer found or added once in network."""
    employer = form.cleaned_data["employer"].strip()
    organization = find_or_add_organization(employer).pk if employer else None
    return {**form.said(), "organization_id": organization}


def _agreement(key: str) -> dict[str, int]:
    """Return the agreement an option starts from, as its address names it."""
    if not key.startswith(PREFIX_OF_AGREEMENT):
        return {}
    return {"agreement_version_id": int(key.removeprefix(PREFIX_OF_AGREEMENT))}
