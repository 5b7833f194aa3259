"""Signals, hypotheses and questions: three lists of a target, written, changed and taken away alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.kit.messages import say
from tremplin.kit.revisions import RevisedForm, StaleRevision, conflict
from tremplin.prospecting.forms.research import HypothesisForm, QuestionForm, SignalForm
from tremplin.prospecting.models import OpenQuestion, ProblemHypothesis, Side, Signal, Standing, Target
from tremplin.prospecting.operations import research as operations
from tremplin.prospecting.queries import research as queries
from tremplin.prospecting.views.finding import posted, target_at

Line = Signal | ProblemHypothesis | OpenQuestion


@dataclass(frozen=True)
class Register:
    """One of the lists: its rows, its form, what is done with them and how it is said."""

    rows: type[Line]
    form: Callable[..., RevisedForm]
    add: Callable[[Target, Mapping[str, Any]], object]
    change: Callable[[Any, int, Mapping[str, Any]], object]
    new: str | Promise
    old: str | Promise
    lead: str | Promise
    anchor: str


def _add_hypothesis(target: Target, typed: Mapping[str, Any]) -> None:
    kept = operations.add_hypothesis(target, problem=typed["problem"], cost=typed["cost"])
    operations.change_hypothesis(kept, revision=kept.revision, changes=typed)


def _add_question(target: Target, typed: Mapping[str, Any]) -> None:
    kept = operations.add_question(target, text=typed["text"])
    operations.change_question(kept, revision=kept.revision, **typed)


REGISTERS: Mapping[str, Register] = {
    "signal": Register(
        Signal,
        SignalForm,
        lambda target, typed: operations.add_signal(target, **typed),
        lambda row, revision, typed: operations.change_signal(row, revision=revision, changes=typed),
        gettext_lazy("Un signal"),
        gettext_lazy("Signal"),
        gettext_lazy("Une phrase lue ou vue, avec sa source et sa date. Le reste viendra après."),
        "h-pb",
    ),
    "hypothesis": Register(
        ProblemHypothesis,
        HypothesisForm,
        _add_hypothesis,
        lambda row, revision, typed: operations.change_hypothesis(row, revision=revision, changes=typed),
        gettext_lazy("Une hypothèse de problème"),
        gettext_lazy("Hypothèse"),
        gettext_lazy("Écrivez-en deux qui s’opposent\u00a0: les signaux les départageront."),
        "h-hypotheses",
    ),
    "open-question": Register(
        OpenQuestion,
        QuestionForm,
        _add_question,
        lambda row, revision, typed: operations.change_question(row, revision=revision, **typed),
        gettext_lazy("Une question à vérifier"),
        gettext_lazy("Question à vérifier"),
        gettext_lazy("Ce qu’aucune page publique ne dit, et que quelqu’un de l’équipe sait."),
        "h-questions",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, target_id: int, name: str) -> HttpResponse:
    """Write a new line."""
    target, register = target_at(target_id), REGISTERS[name]
    signal = _suggesting(request, target)
    said = {"problem": signal.suggests} if signal else {}
    form = _form(request, register, target, {"revision": 0, "seen_on": timezone.localdate(), **said})
    if form.is_valid():
        register.add(target, _typed(form))
        if signal and name == "hypothesis":
            _weigh_alike(target, signal)
        say(request, _("Noté."))
        return redirect(_back(target, register))
    return _page(request, form, target, register, name)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, key: int, name: str) -> HttpResponse:
    """Change a line."""
    register = REGISTERS[name]
    row = _row(register, key)
    form = _form(request, register, row.target, _values(row))
    if not form.is_valid():
        return _page(request, form, row.target, register, name, row=row)
    try:
        register.change(row, form.cleaned_data["revision"], _typed(form))
    except StaleRevision as stale:
        kept = _values(stale.kept) if isinstance(stale.kept, Line) else {}
        back = _back(row.target, register)
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Enregistré."))
    return redirect(_back(row.target, register))


@require_POST
def remove(request: HttpRequest, key: int, name: str) -> HttpResponse:
    """Take a line away; the message offers to bring it back."""
    register = REGISTERS[name]
    row = _row(register, key)
    operations.set_line_aside(row, at=timezone.now())
    say(request, _("Supprimé."), undo=reverse(f"prospecting:{name}-restore", args=[key]))
    return redirect(_back(row.target, register))


@require_POST
def restore(request: HttpRequest, key: int, name: str) -> HttpResponse:
    """Bring a line back."""
    register = REGISTERS[name]
    row = _row(register, key, removed=True)
    operations.set_line_aside(row, at=None)
    say(request, _("Ligne rétablie."))
    return redirect(_back(row.target, register))


@require_POST
def weigh(request: HttpRequest, target_id: int) -> HttpResponse:
    """Save the cells of the table of evidence that changed; the others stay as another window left them."""
    target = target_at(target_id)
    sides = {}
    for hypothesis, signal in product(queries.hypotheses(target), queries.signals(target)):
        name = queries.cell_name(hypothesis, signal)
        side = request.POST.get(name)
        if side in ("", *Side.values) and side != request.POST.get(f"{name}-avant"):
            sides[hypothesis, signal] = side
    operations.weigh_all(sides)
    say(request, _("Tableau enregistré."))
    return redirect(f"{reverse('prospecting:target', args=[target_id])}#h-hypotheses")


@require_POST
def judge(request: HttpRequest, key: int, standing: str) -> HttpResponse:
    """Keep a hypothesis in one click, or let it compete again."""
    if standing not in (Standing.KEPT, Standing.OPEN):
        raise Http404
    register = REGISTERS["hypothesis"]
    row = _row(register, key)
    register.change(row, row.revision, {"standing": standing})
    if standing == Standing.KEPT:
        undo = reverse("prospecting:hypothesis-judge", args=[key, Standing.OPEN.value])
        say(request, _("Hypothèse retenue."), undo=undo)
    else:
        say(request, _("Elle est de nouveau en concurrence."))
    return redirect(f"{reverse('prospecting:target', args=[row.target_id])}#h-geste")


def _suggesting(request: HttpRequest, target: Target) -> Signal | None:
    """Return the signal a hypothesis is written from."""
    key = request.GET.get("signal", "")
    return queries.signals(target).filter(pk=key).first() if key.isdecimal() else None


def _weigh_alike(target: Target, signal: Signal) -> None:
    """Count for the newest hypothesis the signals that suggested it in the same words."""
    written = queries.hypotheses(target).order_by("-pk").first()
    alike = queries.signals(target).filter(suggests=signal.suggests) if written else ()
    operations.weigh_all({(written, one): Side.FOR for one in alike if written})


def _form(
    request: HttpRequest, register: Register, target: Target, initial: Mapping[str, Any]
) -> RevisedForm:
    if register.rows is OpenQuestion:
        offered = [(one.pk, one.problem) for one in queries.hypotheses(target)]
        return register.form(posted(request), initial=initial, hypotheses=offered)
    return register.form(posted(request), initial=initial)


def _typed(form: RevisedForm) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "revision"}


def _row(register: Register, key: int, *, removed: bool = False) -> Line:
    rows = register.rows._default_manager.filter(pk=key, deleted_at__isnull=not removed)
    row = rows.select_related("target__organization").first()
    if row is None or row.target.deleted_at is not None:
        raise Http404
    return row


def _values(row: Line) -> dict[str, Any]:
    values = {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields}
    if isinstance(row, OpenQuestion):
        values["by"] = row.answered_by.full_name if row.answered_by else ""
    return values


def _back(target: Target, register: Register) -> str:
    return f"{reverse('prospecting:target', args=[target.pk])}#{register.anchor}"


def _page(
    request: HttpRequest,
    form: RevisedForm,
    target: Target,
    register: Register,
    name: str,
    *,
    row: Line | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "target": target,
        "row": row,
        "title": register.old if row else register.new,
        "lead": register.lead,
        "remove_url": reverse(f"prospecting:{name}-remove", args=[row.pk]) if row else "",
    }
    return render(request, "prospecting/line.html", context, status=422 if form.is_bound else 200)
