"""What follows a message that left: follow-ups, replies, rest."""

from typing import Any, Literal
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.domain import dues
from tremplin.prospecting.domain.cadence import Move, Next
from tremplin.prospecting.domain.message_review import Review, review
from tremplin.prospecting.domain.messages import draft
from tremplin.prospecting.domain.messages import follow_up as written_follow_up
from tremplin.prospecting.domain.thanks import Thanks, thanks
from tremplin.prospecting.forms.approaches import FollowUpForm, PostponeForm, ReplyForm
from tremplin.prospecting.models import Approach, Channel, ExchangeKind, Medium, Outcome
from tremplin.prospecting.operations import approaches as operations
from tremplin.prospecting.queries.approaches import civility_of
from tremplin.prospecting.queries.cadence import is_past_application, next_for
from tremplin.prospecting.queries.messages import facts_of, reader_of
from tremplin.prospecting.views.finding import approach_at, exchange_at

LONGEST_LINK = 1_900
CIVILITIES: dict[str, Literal["mme", "m"]] = {"mme": "mme", "m": "m"}
OUTCOMES = {"no": Outcome.NO, "referred": Outcome.REFERRED, "yes": Outcome.YES}


def sent_page(request: HttpRequest, approach: Approach) -> HttpResponse:
    """Show what an approach waits for, its thread, and the forms that go on with it."""
    return _page(request, approach)


@require_POST
def follow_up(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Draft a follow-up, keep it, or write down that it left."""
    approach = approach_at(approach_id)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        return _page(request, approach, follow=form)
    typed = form.cleaned_data
    if "draft" in request.POST:
        drafted = _drafted(approach, typed["new_element"])
        return _page(request, approach, follow=FollowUpForm(initial={**typed, "follow_up": drafted}))
    try:
        words = {"new_element": typed["new_element"], "follow_up": typed["follow_up"]}
        operations.change_approach(approach, revision=typed["revision"], changes=words)
    except StaleRevision as stale:
        back = _address(approach)
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    if "sent" not in request.POST:
        say(request, _("Relance enregistrée. Rien n’est envoyé."))
        return redirect(f"{_address(approach)}#h-geste")
    kept = operations.record_exchange(
        approach, kind=ExchangeKind.FOLLOW_UP, on=typed["on"], text=typed["follow_up"] or typed["new_element"]
    )
    undo = reverse("prospecting:exchange-remove", args=[kept.pk])
    say(request, _("Relance notée."), undo=undo)
    return redirect(_address(approach))


@require_POST
def reply(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Write down a reply in one line, and open what follows."""
    approach = approach_at(approach_id)
    form = ReplyForm(request.POST, auto_id="reponse-%s")
    if not form.is_valid():
        return _page(request, approach, reply=form)
    typed = form.cleaned_data
    kept = operations.record_reply(
        approach,
        on=typed["on"],
        text=typed["text"],
        outcome=OUTCOMES.get(typed["follows"], ""),
        referred=typed["referred"] if typed["follows"] == "referred" else None,
    )
    say(request, _("Réponse notée."), undo=reverse("prospecting:reply-undo", args=[kept.pk]))
    return redirect(_after_reply(approach, typed["follows"]))


@require_POST
def undo_reply(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Take back a reply and what it decided."""
    exchange = exchange_at(exchange_id)
    operations.take_reply_back(exchange, at=timezone.now())
    say(request, _("Réponse retirée."))
    return redirect(_address(exchange.approach))


@require_POST
def note(request: HttpRequest, approach_id: int, kind: str) -> HttpResponse:
    """Write down in one press that the student answered, or gave thanks, today."""
    approach = approach_at(approach_id)
    kinds = {"repondu": ExchangeKind.SENT, "remercie": ExchangeKind.THANKS, "parle": ExchangeKind.TALK}
    kept = operations.record_exchange(approach, kind=kinds[kind], on=timezone.localdate())
    say(request, _("Noté."), undo=reverse("prospecting:exchange-remove", args=[kept.pk]))
    return redirect(_address(approach))


@require_POST
def postpone(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Put what is due off to a day to come."""
    approach = approach_at(approach_id)
    form = PostponeForm(request.POST)
    if not form.is_valid():
        return _page(request, approach, later=form)
    operations.postpone(approach, until=form.cleaned_data["until"])
    say(request, _("Reporté."), undo=reverse("prospecting:unpostpone", args=[approach_id]))
    return redirect(_address(approach))


@require_POST
def unpostpone(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Put what is due back where the cadence places it."""
    approach = approach_at(approach_id)
    operations.postpone(approach, until=None)
    say(request, _("La relance suit de nouveau le rythme prévu."))
    return redirect(_address(approach))


@require_POST
def rest(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Put an approach to rest; a reply wakes it."""
    approach = approach_at(approach_id)
    operations.close_approach(approach, outcome=Outcome.DORMANT, on=timezone.localdate())
    undo = reverse("prospecting:approach-reopen", args=[approach_id])
    say(request, _("En sommeil. Une réponse la réveillera."), undo=undo)
    return redirect(_address(approach))


@require_POST
def reopen(request: HttpRequest, approach_id: int) -> HttpResponse:
    """Open an approach again."""
    approach = approach_at(approach_id)
    operations.reopen_approach(approach)
    say(request, _("Approche rouverte."))
    return redirect(_address(approach))


@require_POST
def remove(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Take an exchange out of the thread, with a way back."""
    exchange = exchange_at(exchange_id)
    operations.set_exchange_aside(exchange, at=timezone.now())
    say(request, _("Échange retiré."), undo=reverse("prospecting:exchange-restore", args=[exchange_id]))
    return redirect(_address(exchange.approach))


@require_POST
def restore(request: HttpRequest, exchange_id: int) -> HttpResponse:
    """Bring an exchange back."""
    exchange = exchange_at(exchange_id, removed=True)
    operations.set_exchange_aside(exchange, at=None)
    say(request, _("Échange repris."))
    return redirect(_address(exchange.approach))


def mail_link(approach: Approach, *, subject: str, body: str) -> str:
    """Return the address that opens the mail program; without its text when it would be cut on the way."""
    to = quote(approach.person.email if approach.person else "", safe="@")
    start = f"mailto:{to}?subject={quote(subject, safe='')}"
    whole = f"{start}&body={quote(body.replace(chr(13), '').replace(chr(10), chr(13) + chr(10)), safe='')}"
    return whole if len(whole) <= LONGEST_LINK else start


def _page(
    request: HttpRequest,
    approach: Approach,
    *,
    follow: FollowUpForm | None = None,
    reply: ReplyForm | None = None,
    later: PostponeForm | None = None,
) -> HttpResponse:
    step, today = next_for(approach), timezone.localdate()
    is_past = step is not None and is_past_application(approach, step, on=today)
    who = str(approach.person or approach.target or "")
    follow = follow or FollowUpForm(initial=_following(approach))
    words = str(follow["follow_up"].value() or "")
    mail = mail_link(approach, subject=_subject(approach), body=words)
    context = {
        "approach": approach,
        "step": step,
        "title": dues.silence(step, on=today)
        if step and is_past
        else dues.approach_title(who, step, on=today),
        "is_past": is_past,
        "why": dues.why(step) if step else "",
        "is_due": step is not None and step.on <= today,
        "is_late": step is not None and step.on < today and not is_past,
        "is_first": step is not None and step.follow_ups == 0,
        "follow": follow,
        "review": _review(approach, words) if words else None,
        "reply": reply or ReplyForm(initial={"on": today}, auto_id="reponse-%s"),
        "later": later or PostponeForm(),
        "answer": _answer(approach, step),
        "thanks": _thanks(approach, step),
        "mail": mail if approach.medium == Medium.EMAIL else "",
        "talk": _talk_address(approach),
    }
    refused = any(form is not None and form.errors for form in (follow, reply, later))
    return render(request, "prospecting/approach_sent.html", context, status=422 if refused else 200)


def _following(approach: Approach) -> dict[str, Any]:
    return {
        "revision": approach.revision,
        "new_element": approach.new_element,
        "follow_up": approach.follow_up,
        "on": timezone.localdate(),
    }


def _drafted(approach: Approach, new_element: str) -> str:
    step = next_for(approach)
    since = step.since if step else approach.sent_on or timezone.localdate()
    number = step.follow_ups + 1 if step else 1
    return written_follow_up(facts_of(approach), sent_on=since, number=number, new_element=new_element)


def _review(approach: Approach, words: str) -> Review:
    return review(words, reader=reader_of(approach, is_follow_up=True))


def _answer(approach: Approach, step: Next | None) -> str:
    """Write the answer that may say one's search, after the reply of someone met at an event."""
    if step is None or step.move != Move.ANSWER or approach.channel != Channel.EVENT:
        return ""
    return draft(facts_of(approach)).body


def _thanks(approach: Approach, step: Next | None) -> Thanks | None:
    """Write the thanks for a talk, with what was noted of it."""
    if step is None or step.move != Move.THANK:
        return None
    talks = [one for one in approach.exchanges.all() if one.kind == ExchangeKind.TALK]
    return thanks(
        name=str(approach.person or ""),
        civility=CIVILITIES.get(civility_of(approach.person_id), ""),
        talked_on=step.since,
        on=timezone.localdate(),
        learnt=talks[-1].text if talks else "",
        student=current_student().full_name,
        email=approach.person.email if approach.person else "",
    )


def _subject(approach: Approach) -> str:
    return f"Re: {approach.subject}" if approach.subject else ""


def _after_reply(approach: Approach, follows: str) -> str:
    if follows == "talk":
        return _talk_address(approach)
    if approach.target is None or approach.target.deleted_at is not None:
        return _address(approach)
    if follows == "yes":
        return reverse("prospecting:agree", args=[approach.target_id])
    if follows == "referred":
        return reverse("prospecting:people", args=[approach.target_id])
    return _address(approach)


def _talk_address(approach: Approach) -> str:
    asked = {"approche": approach.pk, "cible": approach.target_id or "", "qui": str(approach.person or "")}
    return f"{reverse('prospecting:conversation-new')}?{urlencode(asked)}"


def _address(approach: Approach) -> str:
    return reverse("prospecting:approach", args=[approach.pk])
