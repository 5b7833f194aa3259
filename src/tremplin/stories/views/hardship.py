"""When the internship is bad: ten questions, what each leads to, the weeks that remain."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tremplin.internships import queries as internships
from tremplin.rights.answers.questions import Question, question
from tremplin.stories.domain.salvage import salvage_plan
from tremplin.stories.domain.triage import (
    Said,
    Trouble,
    found,
    found_by_number,
    law_on,
    numbered,
    stops_at_help,
    trouble_at,
    troubles,
)
from tremplin.stories.forms.hardship import EndForm, TriageForm

ANSWERED = "r"


@dataclass(frozen=True, slots=True)
class Shown:
    """A trouble as its page shows it: the law of the day, and the quick answers that go further."""

    trouble: Trouble
    law: Said
    answers: tuple[Question, ...]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def triage(request: HttpRequest) -> HttpResponse:
    """Ask the ten questions; the answer has an address, to come back to, and nothing ticked is kept."""
    form = TriageForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        numbers = numbered(found(form.cleaned_data["yes"]))
        return redirect(f"{reverse('stories:hardship')}?{ANSWERED}={numbers}")
    answered = () if form.is_bound else found_by_number(request.GET.get(ANSWERED, ""))
    if answered:
        return _shown(request, answered, title=_title(answered))
    context = {"form": form, "troubles": troubles(), "ticked": form["yes"].value() or []}
    return render(request, "stories/hardship.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_safe
def trouble(request: HttpRequest, address: str) -> HttpResponse:
    """Show what one trouble leads to."""
    one = trouble_at(address)
    if one is None:
        raise Http404
    return _shown(request, (one,), title=one.title)


@require_safe
def salvage(request: HttpRequest) -> HttpResponse:
    """Plan the weeks that remain, one gesture a week."""
    today = timezone.localdate()
    current = internships.current_internship(on=today)
    known = internships.last_day(current) if current else None
    form = EndForm(request.GET or None, initial={"fin": known})
    last = form.last_day() if form.is_bound else known
    plan = salvage_plan(today=today, last_day=last) if last else ()
    context = {"form": form, "plan": plan, "last": last, "internship": current}
    return render(request, "stories/salvage.html", context, status=422 if form.errors else 200)


def _shown(request: HttpRequest, answered: Iterable[Trouble], *, title: str) -> HttpResponse:
    today = timezone.localdate()
    shown = tuple(_one(each, today) for each in answered)
    serious = stops_at_help(each.trouble for each in shown)
    lacks = dict.fromkeys(each.trouble.lack for each in shown if each.trouble.lack)
    context = {
        "title": title,
        "shown": [each for each in shown if each.trouble.serious or not serious],
        "later": [each for each in shown if serious and not each.trouble.serious],
        "serious": serious,
        "calls": tuple(dict.fromkeys(body for each in shown for body in each.trouble.calls)),
        "lacks": () if serious else tuple(lacks),
        "today": today,
    }
    return render(request, "stories/trouble.html", context)


def _one(one: Trouble, today: date) -> Shown:
    answers = tuple(asked for slug in one.answers if (asked := question(slug)))
    return Shown(one, law_on(one, on=today), answers)


def _title(answered: tuple[Trouble, ...]) -> str:
    if stops_at_help(answered):
        return _("D’abord, vous mettre à l’abri")
    count = len(answered)
    if count == 1:
        return answered[0].title
    return ngettext(
        "%(count)s difficulté, et par où commencer", "%(count)s difficultés, et par où commencer", count
    ) % {"count": count}
