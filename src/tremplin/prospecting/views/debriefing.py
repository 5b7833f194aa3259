"""During a conversation, and the minutes after: notes, debrief, thanks."""

import time
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.domain.interviews import MINUTES, likely_day
from tremplin.prospecting.domain.thanks import Civility, Thanks, thanks
from tremplin.prospecting.forms.conversations import DebriefForm, NotesForm, ThanksForm, notes_of
from tremplin.prospecting.models import Conversation
from tremplin.prospecting.operations import conversations as operations
from tremplin.prospecting.operations.conversations import Debrief
from tremplin.prospecting.queries import conversations as queries
from tremplin.prospecting.views.finding import conversation_at, named_at, posted, question_at, status

LATEST = timedelta(hours=3)
CIVILITIES: dict[str, Civility] = {"mme": "mme", "m": "m", "prenom": "first_name"}


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def notes(request: HtmxRequest, conversation_id: int) -> HttpResponse:
    """Note the answers while they are given; htmx saves as one types, the button without script."""
    found = conversation_at(conversation_id)
    questions = found.questions.all()
    form = NotesForm(posted(request), initial=notes_of(found), questions=questions)
    if form.is_valid():
        return _save_notes(request, found, form)
    context = {
        "conversation": found,
        "form": form,
        "minutes": MINUTES,
        "until": _end(request.GET.get("debut", "")),
    }
    return render(request, "prospecting/conversation_notes.html", context, status=status(form))


@require_safe
def start(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Start the fifteen minutes: the page knows when they end, with or without script."""
    found = conversation_at(conversation_id)
    return redirect(f"{_address('notes', found)}?debut={int(time.time())}")


@require_http_methods(["GET", "HEAD", "POST"])
def debrief(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Say in three minutes what it gave and what follows."""
    found = conversation_at(conversation_id)
    form = DebriefForm(posted(request), initial=_told(found))
    if form.is_valid():
        typed = dict(form.cleaned_data)
        revision = typed.pop("revision")
        try:
            operations.debrief(found, Debrief(**typed), revision=revision, at=timezone.now())
        except StaleRevision as stale:
            back = _address("conversation", found)
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Débriefé. Remerciez demain, la conversation est encore fraîche."))
        return redirect(_address("conversation", found))
    context = {"form": form, "conversation": found}
    return render(request, "prospecting/conversation_debrief.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def thank(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Write the thanks; they leave by hand and are marked as sent."""
    found = conversation_at(conversation_id)
    civility = request.GET.get("civilite", queries.civility_of(found.person_id))
    message = _thanks(found, CIVILITIES.get(civility, ""))
    initial = {"body": message.body, "on": timezone.localdate()}
    form = ThanksForm(posted(request), initial=initial)
    if form.is_valid():
        typed = form.cleaned_data
        operations.mark_thanked(found, on=typed["on"], text=typed["body"])
        undo = reverse("prospecting:conversation-unthank", args=[found.pk])
        say(request, _("Remerciement noté."), undo=undo)
        return redirect(_address("conversation", found))
    context = {"form": form, "conversation": found, "message": message, "civility": civility}
    return render(request, "prospecting/conversation_thanks.html", context, status=status(form))


@require_POST
def unthank(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Say that the thanks did not leave."""
    found = conversation_at(conversation_id)
    operations.mark_thanked(found, on=None)
    say(request, _("Le remerciement reste à envoyer."))
    return redirect(_address("conversation", found))


@require_POST
def keep_learnt(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Turn a line of what was learnt into a signal of the target."""
    found = conversation_at(conversation_id)
    lines = [one.strip() for one in found.learnt.splitlines() if one.strip()]
    place = request.POST.get("line", "")
    wanted = lines[int(place)] if place.isdecimal() and int(place) < len(lines) else ""
    return _signal(request, found, wanted)


@require_POST
def keep_answer(request: HttpRequest, question_id: int) -> HttpResponse:
    """Turn an answer into a signal of the target."""
    question = question_at(question_id)
    return _signal(request, question.conversation, question.answer)


@require_POST
def settle(request: HttpRequest, question_id: int) -> HttpResponse:
    """Write an answer beside the question of the target it verifies."""
    question = question_at(question_id)
    settled = operations.answer_open_question(question, on=timezone.localdate())
    say(request, _("Question vérifiée.") if settled else _("Il manque encore une réponse."))
    return redirect(_address("conversation", question.conversation))


@require_POST
def propose(request: HttpRequest, named_id: int) -> HttpResponse:
    """Add someone who was named to the people of the target."""
    named = named_at(named_id)
    contact = operations.propose_contact(named, on=timezone.localdate())
    if contact is not None:
        said = _("%(person)s est parmi les interlocuteurs de %(target)s.")
        say(request, said % {"person": named.person, "target": contact.target})
    return redirect(_address("conversation", named.conversation))


@require_POST
def forget_name(request: HttpRequest, named_id: int) -> HttpResponse:
    """Take a name out of a conversation."""
    named = named_at(named_id)
    operations.set_name_aside(named, at=timezone.now())
    say(request, _("Nom retiré."), undo=reverse("prospecting:named-restore", args=[named.pk]))
    return redirect(_address("conversation", named.conversation))


@require_POST
def recall_name(request: HttpRequest, named_id: int) -> HttpResponse:
    """Put a name back."""
    named = named_at(named_id, removed=True)
    operations.set_name_aside(named, at=None)
    say(request, _("Nom rétabli."))
    return redirect(_address("conversation", named.conversation))


def _save_notes(request: HtmxRequest, found: Conversation, form: NotesForm) -> HttpResponse:
    typed = form.cleaned_data
    try:
        kept = operations.take_notes(
            found, revision=typed["revision"], notes=typed["notes"], answers=form.answers()
        )
    except StaleRevision as stale:
        now = conversation_at(found.pk)
        back = _address("notes", found)
        return conflict(request, form=form, kept=notes_of(now), revision=stale.revision, back=back)
    if request.htmx:
        context = {"revision": kept.revision, "at": timezone.localtime()}
        return render(request, "prospecting/_notes_state.html", context)
    say(request, _("Notes enregistrées."))
    wanted = "debrief" if "debrief" in request.POST else "notes"
    return redirect(_address(wanted, found))


def _signal(request: HttpRequest, found: Conversation, quote: str) -> HttpResponse:
    kept = operations.keep_as_signal(found, quote=quote, on=timezone.localdate())
    if kept is not None:
        say(request, _("Signal ajouté à %(target)s.") % {"target": kept.target})
    return redirect(_address("conversation", found))


def _thanks(found: Conversation, civility: Civility) -> Thanks:
    today = timezone.localdate()
    answers = (one.answer for one in found.questions.all() if one.answer)
    return thanks(
        name=str(found.person),
        civility=civility,
        talked_on=found.happened_on or likely_day(found.on, today=today),
        on=today,
        learnt=found.learnt or next(answers, ""),
        named=[str(one.person) for one in found.named.all()],
        student=current_student().first_name,
        email=found.person.email,
    )


def _told(found: Conversation) -> dict[str, object]:
    return {
        "revision": found.revision,
        "happened_on": found.happened_on or likely_day(found.on, today=timezone.localdate()),
        "learnt": found.learnt,
        "next_step": found.next_step,
        "next_on": found.next_on,
    }


def _end(started: str) -> datetime | None:
    """Return when the fifteen minutes end; None when they were not started, or long ago."""
    if not started.isdecimal() or not 0 <= time.time() - int(started[:12]) < LATEST.total_seconds():
        return None
    end = datetime.fromtimestamp(int(started[:12]), tz=UTC) + timedelta(minutes=MINUTES)
    return timezone.localtime(end)


def _address(name: str, found: Conversation) -> str:
    full = name if name == "conversation" else f"conversation-{name}"
    return reverse(f"prospecting:{full}", args=[found.pk])
