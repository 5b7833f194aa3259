"""Preparing a conversation, noting it, and what comes of it in three minutes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Q

from tremplin.kit.revisions import save_revision
from tremplin.network.operations import TieKind, record_tie_between
from tremplin.prospecting.domain.interviews import bank
from tremplin.prospecting.domain.person_lines import PersonLine
from tremplin.prospecting.models import (
    Approach,
    Contact,
    Conversation,
    Exchange,
    ExchangeKind,
    NamedPerson,
    OpenQuestion,
    Position,
    PreparedQuestion,
    Signal,
    SignalKind,
    Target,
)
from tremplin.prospecting.operations.introductions import introduce
from tremplin.prospecting.operations.research import add_signal, answer_question

LONGEST_SIGNAL = 1000


@dataclass(frozen=True, slots=True)
class Debrief:
    """What a conversation gave; `next_step` is never empty, `next_on` None when no day is set."""

    happened_on: date
    learnt: str
    next_step: str
    next_on: date | None
    named: Sequence[PersonLine] = ()


@transaction.atomic
def prepare_conversation(
    read: PersonLine,
    *,
    goal: str,
    target: Target | None = None,
    approach: Approach | None = None,
    on: date | None = None,
    at: time | None = None,
    where: str = "",
) -> Conversation:
    """Open a conversation with someone typed in one line.

    Args:
        read: whom, as understood.
        goal: what it is for.
        target: the company it is about; None without one.
        approach: the approach it answers; the open one to the same person is found when None.
        on: its day; None while no appointment is made.
        at: its hour.
        where: a place or a link.

    Returns:
        The conversation, without a question yet.
    """
    place = str(target.organization) if target else ""
    person = introduce(read, organization=place).person
    known = approach or Approach.objects.filter(person=person, target=target, deleted_at=None).first()
    return Conversation.objects.create(
        person=person, target=target, approach=known, goal=goal, on=on, at=at, where=where
    )


@transaction.atomic
def change_conversation(
    conversation: Conversation, *, revision: int, changes: Mapping[str, Any]
) -> Conversation:
    """Save the day, the place, the goal or the company of a conversation.

    Args:
        conversation: the conversation.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The conversation, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(conversation, revision=revision, changes=changes)


@transaction.atomic
def choose_questions(
    conversation: Conversation, *, keys: Iterable[str] = (), verifies: Iterable[OpenQuestion] = ()
) -> int:
    """Add questions of the bank, and questions to verify, to a conversation; each once.

    Args:
        conversation: the conversation.
        keys: keys of the bank; an unknown one is passed over.
        verifies: open questions of the target.

    Returns:
        How many were added.
    """
    chosen = _in_sight(conversation)
    known, asked = {one.key for one in chosen}, {one.verifies_id for one in chosen}
    wanted = [one for one in bank() if one.key in set(keys) - known]
    for question in (one for one in verifies if one.pk not in asked):
        _add(conversation, goal="problem", text=question.text, verifies=question)
    for one in wanted:
        _add(conversation, goal=one.goal, text=one.text, key=one.key)
    return len(_in_sight(conversation)) - len(chosen)


@transaction.atomic
def add_question_of_mine(conversation: Conversation, *, text: str) -> PreparedQuestion:
    """Add a question in the student's own words.

    Args:
        conversation: the conversation.
        text: the question.

    Returns:
        The question, asked last.
    """
    return _add(conversation, goal=conversation.goal, text=text)


@transaction.atomic
def reword_question(question: PreparedQuestion, *, revision: int, text: str) -> PreparedQuestion:
    """Say a prepared question in other words.

    Args:
        question: the question.
        revision: the revision the form was made from.
        text: the new words.

    Returns:
        The question as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(question, revision=revision, changes={"text": text})


@transaction.atomic
def move_question(question: PreparedQuestion, *, up: bool) -> None:
    """Ask a question one place earlier, or later.

    Args:
        question: the question.
        up: earlier; later otherwise.
    """
    rows = _in_sight(question.conversation)
    at = next((place for place, one in enumerate(rows) if one.pk == question.pk), None)
    to = None if at is None else at - 1 if up else at + 1
    if at is None or to is None or not 0 <= to < len(rows):
        return
    rows[at], rows[to] = rows[to], rows[at]
    for place, one in enumerate(rows, 1):
        PreparedQuestion.objects.filter(pk=one.pk).update(position=place)


@transaction.atomic
def set_question_aside(question: PreparedQuestion, *, at: datetime | None) -> None:
    """Take a question out of a conversation, or put it back with its answer.

    Args:
        question: the question.
        at: now; None to put it back.
    """
    PreparedQuestion.objects.filter(pk=question.pk).update(deleted_at=at)


@transaction.atomic
def take_notes(
    conversation: Conversation, *, revision: int, notes: str, answers: Mapping[int, str]
) -> Conversation:
    """Save what is typed during a conversation, all of it at once.

    Args:
        conversation: the conversation.
        revision: the revision the page was made from.
        notes: the free notes.
        answers: by key of prepared question; a key of another conversation is passed over.

    Returns:
        The conversation; its revision grows only when something changed.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    rows = {one.pk: one for one in _in_sight(conversation)}
    changed = {key: text for key, text in answers.items() if key in rows and rows[key].answer != text}
    kept = Conversation.objects.get(pk=conversation.pk)
    if kept.revision == revision and not changed and kept.notes == notes:
        return kept
    kept = save_revision(conversation, revision=revision, changes={"notes": notes})
    for key, text in changed.items():
        save_revision(rows[key], revision=rows[key].revision, changes={"answer": text})
    return kept


@transaction.atomic
def debrief(conversation: Conversation, told: Debrief, *, revision: int, at: datetime) -> Conversation:
    """Write what a conversation gave: what was learnt, who was named, and what follows.

    The next step becomes the target's, the approach counts a real exchange, and each new name is tied to
    the person who gave it.

    Args:
        conversation: the conversation.
        told: what the student says of it.
        revision: the revision the form was made from.
        at: now.

    Returns:
        The conversation as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    changes = {
        "happened_on": told.happened_on,
        "learnt": told.learnt,
        "next_step": told.next_step,
        "next_on": told.next_on,
        "debriefed_at": at,
    }
    before = conversation.happened_on
    kept = save_revision(conversation, revision=revision, changes=changes)
    _count_exchange(kept, before=before)
    for read in told.named:
        name_person(kept, read)
    if kept.target is not None and not kept.target.internship_id:
        Target.objects.filter(pk=kept.target.pk).update(next_step=told.next_step, next_on=told.next_on)
    return kept


@transaction.atomic
def name_person(conversation: Conversation, read: PersonLine) -> NamedPerson | None:
    """Keep someone who was named, tied to the person who named them.

    Args:
        conversation: the conversation.
        read: who was named; what follows the colon says why to speak to them.

    Returns:
        The name, brought back when it was taken out; None when they named themself.
    """
    place = str(conversation.target.organization) if conversation.target else ""
    person = introduce(read, organization=place).person
    if person.pk == conversation.person_id:
        return None
    record_tie_between(
        conversation.person, person, TieKind.INTRODUCED, since=conversation.happened_on or conversation.on
    )
    named, _ = NamedPerson.objects.get_or_create(conversation=conversation, person=person)
    return save_revision(
        named, revision=named.revision, changes={"why": read.said or named.why, "deleted_at": None}
    )


@transaction.atomic
def propose_contact(named: NamedPerson, *, position: str = Position.INSIDER, on: date) -> Contact | None:
    """Add someone who was named to the people of the target, with who introduced them.

    Args:
        named: the name.
        position: where they stand there.
        on: today.

    Returns:
        The contact, known or new; None when the conversation is about no target.
    """
    target = named.conversation.target
    if target is None:
        return None
    told = {"position": position, "added_on": on, "introduced_by": named.conversation.person}
    found = f"Nommé par {named.conversation.person}"[:200]
    contact, _ = Contact.objects.get_or_create(
        target=target, person=named.person, defaults={**told, "found": found}
    )
    return save_revision(contact, revision=contact.revision, changes={"deleted_at": None})


@transaction.atomic
def set_name_aside(named: NamedPerson, *, at: datetime | None) -> None:
    """Take a name out of a conversation, or put it back; the person stays in the network.

    Args:
        named: the name.
        at: now; None to put it back.
    """
    NamedPerson.objects.filter(pk=named.pk).update(deleted_at=at)


@transaction.atomic
def keep_as_signal(conversation: Conversation, *, quote: str, on: date) -> Signal | None:
    """Turn what was said into a dated signal of the target, once.

    Args:
        conversation: the conversation.
        quote: its words.
        on: today, when the conversation has no day.

    Returns:
        The signal; None without a target or without words.
    """
    words = quote.strip()[:LONGEST_SIGNAL]
    if conversation.target is None or not words:
        return None
    rows = Signal.objects.filter(target=conversation.target, kind=SignalKind.CONVERSATION, quote=words)
    if (kept := rows.filter(deleted_at=None).first()) is not None:
        return kept
    return add_signal(
        conversation.target,
        kind=SignalKind.CONVERSATION,
        source=f"Conversation avec {conversation.person}"[:200],
        seen_on=conversation.happened_on or conversation.on or on,
        quote=words,
    )


@transaction.atomic
def answer_open_question(question: PreparedQuestion, *, on: date) -> OpenQuestion | None:
    """Write an answer received beside the question of the target it verifies.

    Args:
        question: the prepared question, answered.
        on: today, when the conversation has no day.

    Returns:
        The question of the target; None when it verifies none or has no answer.
    """
    if question.verifies is None or not question.answer.strip():
        return None
    talk = question.conversation
    return answer_question(
        question.verifies,
        answer=question.answer.strip()[:LONGEST_SIGNAL],
        by=str(talk.person),
        on=talk.happened_on or talk.on or on,
    )


@transaction.atomic
def mark_thanked(conversation: Conversation, *, on: date | None, text: str = "") -> Conversation:
    """Say that the thanks were sent, or take that back.

    Args:
        conversation: the conversation.
        on: the day they were sent; None to take it back.
        text: the message; kept with the approach.

    Returns:
        The conversation as saved.
    """
    if conversation.approach is not None:
        _write_thanks(conversation.approach, on=on, before=conversation.thanked_on, text=text)
    return save_revision(conversation, revision=conversation.revision, changes={"thanked_on": on})


@transaction.atomic
def set_conversation_aside(conversation: Conversation, *, at: datetime | None) -> None:
    """Take a conversation out of sight, or bring it back.

    Args:
        conversation: the conversation.
        at: now; None to bring it back.
    """
    before = conversation.deleted_at
    Conversation.objects.filter(pk=conversation.pk).update(deleted_at=at, revision=F("revision") + 1)
    _set_talk_aside(conversation, before=before, at=at)
    _set_step_aside(conversation, at=at)


def _set_talk_aside(conversation: Conversation, *, before: datetime | None, at: datetime | None) -> None:
    """Take along, or bring back, what a conversation wrote among the exchanges of its approach."""
    if conversation.approach is None:
        return
    talk = Q(kind=ExchangeKind.TALK, on=conversation.happened_on)
    thanks = Q(kind=ExchangeKind.THANKS, on=conversation.thanked_on)
    rows = conversation.approach.exchanges.filter(talk | thanks, deleted_at=before)
    if rows.update(deleted_at=at):
        Approach.objects.filter(pk=conversation.approach.pk).update(revision=F("revision") + 1)


def _set_step_aside(conversation: Conversation, *, at: datetime | None) -> None:
    """Take away the next step a conversation gave its target, if nothing changed it, or bring it back."""
    step = {"next_step": conversation.next_step, "next_on": conversation.next_on}
    none = {"next_step": "", "next_on": None}
    if conversation.target_id and conversation.next_step:
        there, then = (none, step) if at is None else (step, none)
        Target.objects.filter(pk=conversation.target_id, **there).update(**then)


def _in_sight(conversation: Conversation) -> list[PreparedQuestion]:
    return list(PreparedQuestion.objects.filter(conversation=conversation, deleted_at=None))


def _add(
    conversation: Conversation,
    *,
    goal: str,
    text: str,
    key: str = "",
    verifies: OpenQuestion | None = None,
) -> PreparedQuestion:
    last = PreparedQuestion.objects.filter(conversation=conversation).aggregate(at=Max("position"))["at"]
    return PreparedQuestion.objects.create(
        conversation=conversation,
        goal=goal,
        text=text,
        key=key,
        verifies=verifies,
        position=(last or 0) + 1,
    )


def _write_thanks(approach: Approach, *, on: date | None, before: date | None, text: str) -> None:
    """Write the thanks among the exchanges of an approach, or take them away when they did not leave."""
    sent = approach.exchanges.filter(kind=ExchangeKind.THANKS, deleted_at=None)
    if on is None and before is not None:
        sent.filter(on=before).delete()
    elif on is not None and not sent.filter(on=on).exists():
        Exchange.objects.create(approach=approach, kind=ExchangeKind.THANKS, on=on, text=text)


def _count_exchange(conversation: Conversation, *, before: date | None) -> None:
    """Write the talk among the exchanges of its approach; a debrief read again moves it, never doubles it."""
    if conversation.approach is None or conversation.happened_on is None:
        return
    talks = conversation.approach.exchanges.filter(kind=ExchangeKind.TALK, deleted_at=None)
    days = filter(None, (before, conversation.happened_on))
    known = talks.filter(on__in=tuple(days)).first()
    told = {"on": conversation.happened_on, "text": conversation.learnt}
    if known is None:
        Exchange.objects.create(approach=conversation.approach, kind=ExchangeKind.TALK, **told)
    else:
        save_revision(known, revision=known.revision, changes=told)
