"""Conversations: the list, an appointment, its questions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.domain.asking import asked_for
from tremplin.prospecting.domain.interviews import (
    MOST_QUESTIONS,
    bank,
    conversations_title,
    offered,
    talk_title,
)
from tremplin.prospecting.forms.conversations import (
    AppointmentForm,
    MyQuestionForm,
    NewConversationForm,
    RewordForm,
)
from tremplin.prospecting.models import Approach, Conversation, ExchangeKind, Target
from tremplin.prospecting.operations import conversations as operations
from tremplin.prospecting.queries import conversations as queries
from tremplin.prospecting.queries.targets import targets
from tremplin.prospecting.views.finding import conversation_at, posted, question_at, status

APPOINTMENT = ("revision", "target", "goal", "on", "at", "where")


@require_safe
def conversations(request: HttpRequest) -> HttpResponse:
    """List the conversations: to come, to debrief, to thank for, past."""
    on = timezone.localdate()
    found = list(queries.conversations())
    to_debrief = list(queries.debriefs_due(on))
    to_come = [one for one in found if one.happened_on is None and one not in to_debrief]
    thanks = list(queries.thanks_due(on))
    context = {
        "title": conversations_title(to_come=len(to_come), to_debrief=len(to_debrief), to_thank=len(thanks)),
        "to_come": to_come,
        "to_debrief": to_debrief,
        "past": [one for one in found if one.debriefed_at],
        "thanks": thanks,
    }
    return render(request, "prospecting/conversations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a conversation with someone, from a target, an approach or nothing."""
    form = NewConversationForm(posted(request), initial=_asked(request), targets=targets())
    if form.is_valid():
        typed = dict(form.cleaned_data)
        typed["target"] = _target(typed["target"])
        kept = operations.prepare_conversation(typed.pop("who"), approach=_approach(request), **typed)
        say(request, _("Conversation ouverte. Choisissez vos questions."))
        return redirect("prospecting:conversation", kept.pk)
    asking = _approach(request)
    replies = asking.exchanges.filter(deleted_at=None, kind=ExchangeKind.REPLY) if asking else None
    context = {"form": form, "has_replied": replies is not None and replies.exists()}
    return render(request, "prospecting/conversation_new.html", context, status=status(form))


@require_safe
def page(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Show a conversation: its questions before, what it gave after."""
    return _page(request, conversation_at(conversation_id), MyQuestionForm())


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Change the day, the place, the goal or the company."""
    found = conversation_at(conversation_id)
    form = AppointmentForm(posted(request), initial=_appointment(found), targets=targets())
    if form.is_valid():
        typed = dict(form.cleaned_data)
        typed["target"] = _target(typed["target"])
        try:
            operations.change_conversation(found, revision=typed.pop("revision"), changes=typed)
        except StaleRevision as stale:
            back = reverse("prospecting:conversation", args=[found.pk])
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Enregistré."))
        return redirect("prospecting:conversation", found.pk)
    context = {"form": form, "conversation": found}
    return render(request, "prospecting/conversation_edit.html", context, status=status(form))


@require_POST
def remove(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Take a conversation out of sight."""
    found = conversation_at(conversation_id)
    operations.set_conversation_aside(found, at=timezone.now())
    say(
        request, _("Conversation retirée."), undo=reverse("prospecting:conversation-restore", args=[found.pk])
    )
    return redirect("prospecting:conversations")


@require_POST
def restore(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Bring a conversation back."""
    found = conversation_at(conversation_id, removed=True)
    operations.set_conversation_aside(found, at=None)
    say(request, _("Conversation rétablie."))
    return redirect("prospecting:conversation", found.pk)


@require_POST
def choose(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Add the questions ticked, of the bank or of the target."""
    found = conversation_at(conversation_id)
    ticked = set(request.POST.getlist("verifies"))
    verifies = [one for one in queries.questions_to_verify(found) if str(one.pk) in ticked]
    added = operations.choose_questions(found, keys=request.POST.getlist("keys"), verifies=verifies)
    said = ngettext("Une question ajoutée.", "%(count)s questions ajoutées.", added) % {"count": added}
    say(request, said if added else _("Aucune question cochée."))
    return redirect(_questions(found))


@require_POST
def add_mine(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Add a question of the student's; one that asks for a place is pointed out before it is kept."""
    found = conversation_at(conversation_id)
    form = MyQuestionForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    text = form.cleaned_data["text"]
    request_made = asked_for(text)
    if request_made is not None and "anyway" not in request.POST:
        return _page(request, found, form, pointed_out=request_made)
    operations.add_question_of_mine(found, text=text)
    say(request, _("Question ajoutée."))
    return redirect(_questions(found))


@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: HttpRequest, question_id: int) -> HttpResponse:
    """Say a question in other words."""
    question = question_at(question_id)
    initial = {"revision": question.revision, "text": question.text}
    form = RewordForm(posted(request), initial=initial)
    made = asked_for(form.cleaned_data["text"]) if form.is_valid() else None
    if form.is_valid() and (made is None or "anyway" in request.POST):
        try:
            operations.reword_question(question, **form.cleaned_data)
        except StaleRevision as stale:
            back = _questions(question.conversation)
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Question reformulée."))
        return redirect(_questions(question.conversation))
    context = {"form": form, "question": question, "pointed_out": made}
    code = 422 if made else status(form)
    return render(request, "prospecting/prepared_question.html", context, status=code)


@require_POST
def move(request: HttpRequest, question_id: int, way: str) -> HttpResponse:
    """Ask a question earlier or later."""
    question = question_at(question_id)
    operations.move_question(question, up=way == "monter")
    return redirect(_questions(question.conversation))


@require_POST
def drop(request: HttpRequest, question_id: int) -> HttpResponse:
    """Take a question out."""
    question = question_at(question_id)
    operations.set_question_aside(question, at=timezone.now())
    say(request, _("Question retirée."), undo=reverse("prospecting:asked-restore", args=[question.pk]))
    return redirect(_questions(question.conversation))


@require_POST
def put_back(request: HttpRequest, question_id: int) -> HttpResponse:
    """Put a question back."""
    question = question_at(question_id, removed=True)
    operations.set_question_aside(question, at=None)
    say(request, _("Question rétablie."))
    return redirect(_questions(question.conversation))


def _page(
    request: HttpRequest, found: Conversation, form: MyQuestionForm, *, pointed_out: Any = None
) -> HttpResponse:
    questions = list(found.questions.all())
    used = {one.key for one in questions}
    left = [one for one in offered(found.goal) if one.key not in used]
    kept = queries.kept_quotes(found)
    learnt = [one.strip() for one in found.learnt.splitlines() if one.strip()]
    reasons = {one.key: one.why for one in bank()}
    context = {
        "conversation": found,
        "title": talk_title(
            str(found.person), questions=len(questions), is_debriefed=found.debriefed_at is not None
        ),
        "questions": [(one, reasons.get(one.key, ""), one.answer in kept) for one in questions],
        "is_full": len(questions) >= MOST_QUESTIONS,
        "too_many": len(questions) > MOST_QUESTIONS,
        "most": MOST_QUESTIONS,
        "to_verify": queries.questions_to_verify(found),
        "bank": [one for one in left if one.goal == found.goal],
        "beside": [one for one in left if one.goal != found.goal],
        "form": form,
        "pointed_out": pointed_out,
        "learnt": [(place, one, one in kept) for place, one in enumerate(learnt)],
        "contacts": queries.contact_people(found.target),
        "is_past": found.happened_on is None and found.on is not None and found.on < timezone.localdate(),
    }
    code = 422 if pointed_out else status(form)
    return render(request, "prospecting/conversation.html", context, status=code)


def _asked(request: HttpRequest) -> dict[str, Any]:
    approach = _approach(request)
    if approach is not None:
        return {"who": str(approach.person or ""), "target": approach.target_id}
    target = request.GET.get("cible", "")
    goal = request.GET.get("but", "")
    said = {"target": target, "goal": goal, "who": request.GET.get("qui", "")}
    return {name: value for name, value in said.items() if value}


def _approach(request: HttpRequest) -> Approach | None:
    key = request.GET.get("approche", "")
    return Approach.objects.filter(pk=key, deleted_at=None).first() if key.isdecimal() else None


def _target(key: int | None) -> Target | None:
    return targets().filter(pk=key).first() if key else None


def _appointment(found: Conversation) -> dict[str, Any]:
    return {**{name: getattr(found, name) for name in APPOINTMENT}, "target": found.target_id}


def _questions(found: Conversation) -> str:
    return f"{reverse('prospecting:conversation', args=[found.pk])}#h-questions"
