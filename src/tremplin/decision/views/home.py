"""The room: one decision, what may block, the money, the matrix, the year."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.accounts.operations import state_birth_date
from tremplin.accounts.queries import current_student
from tremplin.decision import operations, queries
from tremplin.decision.domain.answer import Side
from tremplin.decision.domain.drawing import Strip, chart_of, letter, strips_of
from tremplin.decision.domain.money import HYPOTHESES, POINTERS
from tremplin.decision.domain.rhythm import exams_at_work, heaviest, usual_load
from tremplin.decision.forms import DecisionForm, ExamForm, TriedWeightsForm
from tremplin.decision.models import Criterion, Decision, Option
from tremplin.decision.views.finding import address, decision_at, posted, status
from tremplin.decision.wording import STATES, Place, Said, money_title, months_said, page_title, said_of
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.law.parameters import NoValueInForce

SAID = ("title", "nationality", "territory", "alsace_moselle")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the latest decision, or what the room is for."""
    latest = queries.decisions().first()
    if latest is None:
        return render(request, "decision/empty.html")
    return decision_page(request, latest)


@require_safe
def page(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show one decision."""
    return decision_page(request, decision_at(decision_id))


@require_safe
@vary_on_headers("HX-Request")
def trial(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show what other weights would give; nothing is saved, htmx gets the answer alone."""
    found = decision_at(decision_id)
    if not request.headers.get("HX-Request"):
        return decision_page(request, found)
    context = matrix_context(request, found)
    code = 422 if context["tried"].refusals else 200
    return render(request, "decision/_trial.html", context | {"alone": True}, status=code)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Start a decision."""
    initial = {"revision": 0, "birth_on": current_student().birth_on, "territory": "national"}
    form = DecisionForm(posted(request), initial=initial)
    if form.is_valid():
        typed = _without_birth_date(form)
        typed.pop("revision")
        kept = operations.start_decision(**typed)
        say(request, _("Décision ouverte."))
        return redirect("decision:option-add", kept.pk)
    return render(request, "decision/new.html", {"form": form}, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Change what is said of a decision and of the student."""
    found = decision_at(decision_id)
    initial = {name: getattr(found, name) for name in ("revision", *SAID)}
    form = DecisionForm(posted(request), initial=initial | {"birth_on": current_student().birth_on})
    if form.is_valid():
        typed = _without_birth_date(form)
        try:
            operations.change_decision(found, revision=typed.pop("revision"), changes=typed)
        except StaleRevision as stale:
            return conflict(
                request, form=form, kept=stale.values, revision=stale.revision, back=address(found)
            )
        say(request, _("Enregistré."))
        return redirect(address(found))
    context = {"form": form, "decision": found}
    return render(request, "decision/edit.html", context, status=status(form))


@require_POST
def remove(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take a decision out of sight."""
    found = decision_at(decision_id)
    operations.set_aside(found, at=timezone.now())
    say(request, _("Décision retirée."), undo=reverse("decision:restore", args=[found.pk]))
    return redirect("decision:home")


@require_POST
def restore(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Bring a decision back."""
    found = decision_at(decision_id, removed=True)
    operations.set_aside(found, at=None)
    say(request, _("Décision rétablie."))
    return redirect(address(found))


def decision_page(
    request: HttpRequest, found: Decision, *, exam_form: ExamForm | None = None
) -> HttpResponse:
    """Show a decision, with the form of its exams as typed when it was refused."""
    today = timezone.localdate()
    rows = list(queries.options(found))
    context: dict[str, Any] = {
        "decision": found,
        "options": rows,
        "others": [each for each in queries.decisions() if each.pk != found.pk],
        "exams": queries.exams(found),
        "exam_form": exam_form or ExamForm(),
        "pointers": POINTERS,
        "hypotheses": HYPOTHESES,
        "birth_is_known": current_student().birth_on is not None,
        **matrix_context(request, found),
    }
    context |= money_context(found, today)
    context["title"] = page_title(found, rows, context["said"])
    code = 422 if exam_form is not None or context["tried"].refusals else 200
    return render(request, "decision/decision.html", context, status=code)


def matrix_context(request: HttpRequest, found: Decision) -> dict[str, Any]:
    """Return the matrix under the weights fixed, and under those tried in the address."""
    rows = list(queries.criteria(found))
    tried = _tried(request, found, rows)
    weights = tried.weights() if tried.is_valid() else {}
    is_trial = any(weights[row.pk] != row.weight for row in rows) if weights else False
    fixed = _said(found, None)
    trial = _said(found, weights) if is_trial else None
    options = list(queries.options(found))
    letters = {option.pk: letter(at) for at, option in enumerate(options)}
    return {
        "decision": found,
        "tried": tried,
        "said": fixed,
        "trial": trial,
        "rows": [
            (
                line,
                tried[f"weight-{line.row.pk}"],
                [(letters[option.pk], insight) for option, insight in line.told],
            )
            for line in queries.lines(found)
        ],
        "options": options,
        "lettered": [(letters[option.pk], option) for option in options],
        "totals": _totals(trial or fixed, options),
    }


def _tried(request: HttpRequest, found: Decision, rows: list[Criterion]) -> TriedWeightsForm:
    """Return the weights in the address; those it does not name are the ones fixed."""
    fixed = {f"weight-{row.pk}": str(row.weight) for row in rows}
    typed = {name: value for name, value in request.GET.items() if name in fixed}
    data = {"revision": found.revision, **fixed, **typed} if typed else None
    return TriedWeightsForm(data, rows=rows, initial={"revision": found.revision})


def _totals(said: Said | None, options: list[Option]) -> list[tuple[Option, Place]]:
    places = {place.key: place for place in said.places} if said else {}
    return [(option, places[str(option.pk)]) for option in options if str(option.pk) in places]


def money_context(found: Decision, today: Any) -> dict[str, Any]:
    """Return checks, money and weeks of the options; a day without figures is said, not raised."""
    try:
        sides = queries.sides(found, on=today)
    except NoValueInForce as unknown:
        return {"sides": (), "refusal": str(unknown), "chart": None}
    monies, strips = [side.money for side in sides], strips_of([side.weeks for side in sides])
    return {
        "sides": [_shown(at, side, strips[at]) for at, side in enumerate(sides)],
        "chart": chart_of(monies),
        "money_title": money_title(sides),
        "doubts": tuple(dict.fromkeys(doubt for money in monies for doubt in money.doubts)),
        "refusal": "",
    }


def _shown(position: int, side: Side, strip: Strip) -> dict[str, Any]:
    return {
        "side": side,
        "letter": letter(position),
        "checks": [(check, *STATES[check.state]) for check in side.checks],
        "strip": strip,
        "duration": months_said(side.money.duration),
        "load": round(usual_load(side.weeks), 1),
        "heaviest": heaviest(side.weeks),
        "exams_at_work": exams_at_work(side.weeks),
    }


def _said(found: Decision, weights: dict[int, int] | None) -> Said | None:
    weighing = queries.weighing_of(found, weights=weights)
    if weighing is None:
        return None
    names, _names = queries.with_names(found)
    criteria = {str(row.pk): row for row in queries.criteria(found)}
    return said_of(weighing, names, criteria, obstacles=queries.obstacles(found, on=timezone.localdate()))


def _without_birth_date(form: DecisionForm) -> dict[str, Any]:
    """Keep the birth date with the student, once, and return the rest."""
    typed = dict(form.cleaned_data)
    state_birth_date(typed.pop("birth_on"))
    return typed
