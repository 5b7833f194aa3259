"""The weekly session: fifteen minutes, a few questions, weeks to catch up."""

import time
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tremplin.journal import queries
from tremplin.journal.domain.heat import week_span
from tremplin.journal.domain.prompts import SESSION_MINUTES, Prompt, catch_up_questions
from tremplin.journal.domain.weeks import WORKING_DAYS, Week, missed, monday_of
from tremplin.journal.forms import METHODS
from tremplin.journal.models import Entry, Experience
from tremplin.journal.operations import add_feedback, catch_up, change_entry, find_or_add_skill, note
from tremplin.journal.operations.noting import Noted
from tremplin.journal.surroundings import surroundings
from tremplin.journal.views.cards import cards
from tremplin.journal.views.finding import entry_at, session_at, today
from tremplin.journal.views.people import author
from tremplin.journal.views.reading import read, read_entry
from tremplin.kit.messages import say

OFFERED_WITHIN = timedelta(weeks=6)
WEEK = timedelta(days=7)
LATEST = timedelta(hours=3)
LONGEST_ANSWER = 5000
LONGEST_FIGURE = 300
ANSWERS = ("reponse-1", "reponse-2", "reponse-3")


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """Ask this week's questions, and offer the weeks that stayed free."""
    on = today()
    experience = queries.followed_experience(on=on)
    this_week = queries.entries(queries.Filters(since=monday_of(on), until=on))
    context = {
        "minutes": SESSION_MINUTES,
        "until": _end(request.GET.get("debut", "")),
        "started": request.GET.get("debut", ""),
        "experience": experience,
        **_spotted(request),
        "methods": METHODS,
        "prompts": list(enumerate(_prompts(experience, on), 1)),
        "free_weeks": _free_weeks(experience, on),
        "cards": cards(this_week),
        "suggestions": queries.suggestions(limit=40),
    }
    return render(request, "journal/week.html", context)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Start the fifteen minutes: the page knows when they end, with or without script."""
    return redirect(f"{reverse('journal:week')}?debut={int(time.time())}#h-questions")


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Write the answer to a question as a new entry."""
    text = request.POST.get("answer", "").strip()[:LONGEST_ANSWER]
    if not text:
        say(request, _("Question passée."))
        return redirect(_back(request))
    on = min(_day(request.POST.get("on", "")) or today(), today())
    experience = queries.current_experience(on=on)
    columns = {"action": text, "date": on, "experience_id": experience.pk if experience else None}
    entry = note(Noted(columns={**columns, "draft": False}), at=timezone.now())
    say(request, _("Noté."), undo=reverse("journal:delete", args=[entry.pk]))
    if read_entry(entry).figures:
        return redirect(session_at(request.POST.get("debut", ""), lu=entry.pk))
    return redirect(_back(request))


@require_POST
def complete(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Complete an entry with what it lacked: a skill, a figure or words."""
    entry = entry_at(entry_id)
    text = request.POST.get("answer", "").strip()[:LONGEST_ANSWER]
    lacks = request.POST.get("lacks", "")
    if not text:
        say(request, _("Question passée."))
        return redirect(_back(request))
    if lacks == "figure":
        return redirect(_to_check(request, entry, text[:LONGEST_FIGURE]))
    _complete(entry, lacks, text, request.POST.get("author_name", ""))
    say(request, _("Complété."))
    return redirect(_back(request))


@require_POST
def catch_up_a_week(request: HttpRequest, experience_id: int, monday: str) -> HttpResponse:
    """Write a free week from three one-line answers."""
    experience = Experience.objects.filter(pk=experience_id).first()
    first = _day(monday)
    if experience is None or first is None or first > today():
        raise Http404
    answers = [request.POST.get(name, "")[:LONGEST_ANSWER] for name in ANSWERS]
    written = catch_up(experience, monday=monday_of(first), answers=answers, at=timezone.now())
    said = ngettext("Semaine reprise, une entrée.", "Semaine reprise, %(count)s entrées.", written)
    say(request, said % {"count": written} if written else _("Rien à noter pour cette semaine."))
    return redirect(f"{reverse('journal:week')}#h-libres")


def _to_check(request: HttpRequest, entry: Entry, text: str) -> str:
    """Propose inside the session the figure just typed; type it in its form when none is read in it."""
    started = request.POST.get("debut", "")
    if read(text).figures:
        return session_at(started, lu=entry.pk, texte=text)
    asked = urlencode({"texte": text, "suite": "seance", "debut": started})
    return f"{reverse('journal:add-figure', args=[entry.pk])}?{asked}"


def _spotted(request: HttpRequest) -> dict[str, Any]:
    """Return the figures of the answer just given, to be confirmed without leaving the session."""
    key, typed = request.GET.get("lu", ""), request.GET.get("texte", "")[:LONGEST_FIGURE]
    answered = queries.entries().filter(pk=int(key)).first() if key.isdecimal() and len(key) < 12 else None
    if answered is None:
        return {}
    known = {impact.words for impact in answered.impacts.all()}
    figures = read(typed, known=known).figures if typed else read_entry(answered).figures
    return {"answered": answered, "typed": typed, "figures": figures}


def _complete(entry: Entry, lacks: str, text: str, said_by: str) -> None:
    if lacks == "skill":
        names = [name.strip()[:200] for name in text.split(",") if name.strip()]
        kept = {skill.pk for skill in entry.skills.all()} | {find_or_add_skill(name).pk for name in names}
        change_entry(entry, revision=entry.revision, skills=kept)
    elif lacks == "feedback":
        add_feedback(words=text, entry=entry, given_on=today(), **author(said_by[:160]))


def _prompts(experience: Experience | None, on: date) -> Iterable[Prompt]:
    happened = surroundings().happenings(experience.pk, since=monday_of(on), until=on) if experience else ()
    return queries.week_prompts(today=on, experience=experience, happenings=happened)


def _free_weeks(experience: Experience | None, on: date) -> list[dict[str, Any]]:
    """Return the recent weeks without entry, latest first; older ones are let go."""
    if experience is None:
        return []
    weeks = queries.heat_map(experience, today=on, days_off=surroundings().days_off(experience.pk))
    recent = [
        one for one in missed(weeks) if one.monday < monday_of(on) and on - one.monday <= OFFERED_WITHIN
    ]
    return [_free_week(one) for one in recent]


def _free_week(one: Week) -> dict[str, Any]:
    friday = one.monday + timedelta(days=WORKING_DAYS - 1)
    return {
        "number": one.number,
        "monday": one.monday,
        "span": week_span(one.monday, friday),
        "questions": list(zip(ANSWERS, catch_up_questions(one), strict=True)),
    }


def _end(started: str) -> datetime | None:
    """Return when the session ends, on the clock of the browser too; None when it was long ago."""
    if not started.isdecimal() or not 0 <= time.time() - int(started[:12]) < LATEST.total_seconds():
        return None
    end = datetime.fromtimestamp(int(started[:12]), tz=UTC) + timedelta(minutes=SESSION_MINUTES)
    return timezone.localtime(end)


def _back(request: HttpRequest) -> str:
    return session_at(request.POST.get("debut", ""))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
