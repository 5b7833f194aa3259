"""What it is worth: time saved, its value, what employing costs, what a departure would leave."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.kit.messages import say
from tremplin.kit.revisions import RevisedForm, StaleRevision, conflict
from tremplin.value import queries
from tremplin.value.domain import arithmetic
from tremplin.value.domain.internship import Followed
from tremplin.value.forms import AssumptionsForm, DutyForm, FrequencyForm
from tremplin.value.models import Case, Duty
from tremplin.value.operations.case import (
    add_duty,
    change_case,
    change_duty,
    set_duty_aside,
    state_frequency,
)
from tremplin.value.views.finding import duty_at, internship_now, needs_internship, posted, status

GROUPS = ("weeks", "cost", "employing")


@require_http_methods(["GET", "HEAD", "POST"])
@needs_internship
def sums(request: HttpRequest) -> HttpResponse:
    """Show each sum with its formula; change the assumptions."""
    internship = internship_now()
    case = queries.case_of(internship)
    form = AssumptionsForm(posted(request), initial=_initial(case))
    if form.is_valid():
        return _state(request, internship, form)
    found = queries.savings(internship)
    stated = queries.assumptions(case)
    value = arithmetic.total_value(found)
    context = {
        "internship": internship,
        "form": form,
        "groups": [[form[f"{name}_{end}"] for end in ("low", "high", "from")] for name in GROUPS],
        "savings": found,
        "hours": arithmetic.total_hours(found),
        "value": value,
        "compared": arithmetic.compared(value, stated.employing),
        "stated": stated,
        "case": case,
        "duties": queries.duties(internship),
    }
    return render(request, "value/sums.html", context, status=status(form))


def _initial(case: Case) -> dict[str, Any]:
    names = [f"{name}_{end}" for name in GROUPS for end in ("low", "high", "from")]
    values = {name: getattr(case, name) for name in names}
    return {"revision": case.revision, **{name: _plain(value) for name, value in values.items()}}


def _plain(value: Any) -> Any:
    return f"{value.normalize():f}".replace(".", ",") if hasattr(value, "normalize") else value


def _state(request: HttpRequest, internship: Followed, form: AssumptionsForm) -> HttpResponse:
    typed = dict(form.cleaned_data)
    revision = typed.pop("revision")
    try:
        change_case(internship, revision=revision, **typed)
    except StaleRevision as stale:
        back = reverse("value:sums")
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    say(request, _("Hypothèses enregistrées."))
    return redirect("value:sums")


@require_http_methods(["GET", "HEAD", "POST"])
def frequency(request: HttpRequest, impact_id: int) -> HttpResponse:
    """State how often a time saved comes back in a year."""
    internship = internship_now()
    found = next((one for one in queries.savings(internship) if one.impact == impact_id), None)
    if found is None:
        raise Http404
    form = FrequencyForm(posted(request), initial=_stated(impact_id, counted=found.counted))
    if form.is_valid():
        return _save(request, form, lambda typed: state_frequency(impact_id, **typed))
    context = {"form": form, "saving": found, "internship": internship}
    return render(request, "value/frequency.html", context, status=status(form))


def _stated(impact_id: int, *, counted: bool) -> dict[str, Any]:
    row = queries.frequency(impact_id)
    if row is None:
        return {"revision": 0, "counted": counted}
    values = {"low": _plain(row.low), "high": _plain(row.high), "counted": row.counted}
    return {"revision": row.revision, **values}


def _save(request: HttpRequest, form: RevisedForm, write: Callable[[dict[str, Any]], object]) -> HttpResponse:
    """Write what was typed, or show both texts when another window saved meanwhile."""
    back = reverse("value:sums")
    try:
        write(dict(form.cleaned_data))
    except StaleRevision as stale:
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    say(request, _("Enregistré."))
    return redirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
def duty(request: HttpRequest, duty_id: int = 0) -> HttpResponse:
    """Note a task held, or change it."""
    internship = internship_now()
    row = duty_at(duty_id) if duty_id else None
    names = ("revision", "task", "successor", "documented")
    initial = {name: getattr(row, name) for name in names} if row else {"revision": 0}
    form = DutyForm(posted(request), initial=initial)
    if form.is_valid():
        return _save(request, form, lambda typed: _write_duty(internship, row, typed))
    context = {"form": form, "duty": row, "internship": internship}
    return render(request, "value/duty.html", context, status=status(form))


def _write_duty(internship: Followed, row: Duty | None, typed: dict[str, Any]) -> Duty:
    revision = typed.pop("revision")
    if row is None:
        return add_duty(internship, **typed)
    return change_duty(row, revision=revision, **typed)


@require_POST
def remove_duty(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Take a task away; the message offers to bring it back."""
    set_duty_aside(duty_at(duty_id), at=timezone.now())
    say(request, _("Supprimé."), undo=reverse("value:duty-restore", args=[duty_id]))
    return redirect("value:sums")


@require_POST
def restore_duty(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Bring a task back."""
    set_duty_aside(duty_at(duty_id, removed=True), at=None)
    say(request, _("Tâche rétablie."))
    return redirect("value:sums")
