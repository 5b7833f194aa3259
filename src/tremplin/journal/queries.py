"""What the journal knows, for its own pages and for other rooms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, cast

from django.db.models import Count, Exists, Func, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from tremplin.evidence.figures import Figure, Kind, Method
from tremplin.evidence.wording import worded
from tremplin.journal import search
from tremplin.journal.domain.frameworks import builtin_skills
from tremplin.journal.domain.prompts import Happening, Prompt, Unfinished, session_prompts
from tremplin.journal.domain.table import ESTIMATION, Quote, Reader, Row, rows_for
from tremplin.journal.domain.weeks import Week, monday_of, weeks
from tremplin.journal.domain.words import folded
from tremplin.journal.models import (
    Entry,
    Experience,
    ExperienceKind,
    Feedback,
    Impact,
    Mission,
    Skill,
    Visibility,
)

MOST_FOUND = 200
COMPLETED_AT_ONCE = 3
FOLLOWED = (ExperienceKind.INTERNSHIP, ExperienceKind.APPRENTICESHIP, ExperienceKind.JOB)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which entries a page lists; everything at its default lists them all."""

    without_figure: bool = False
    without_feedback: bool = False
    to_confirm: bool = False
    unspotted: bool = False
    drafts: bool = False
    pain_points: bool = False
    skill: int | None = None
    experience: int | None = None
    mission: int | None = None
    since: date | None = None
    until: date | None = None
    readers: tuple[Visibility, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries each filter would list."""

    all: int
    without_figure: int
    without_feedback: int
    to_confirm: int
    unspotted: int
    drafts: int
    pain_points: int
    by_skill: tuple[tuple[Skill, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What proves one skill."""

    skill: Skill
    entries: int
    figures: int
    feedback: int

    @property
    def proved(self) -> bool:
        """Whether at least one finished entry shows it."""
        return self.entries > 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A skill to offer; `pk` is None while it is only in Tremplin's list."""

    name: str
    family: str = ""
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class TimeShare:
    """How time splits between agreed missions and the rest; in minutes, or in entries when none says."""

    agreed: int
    outside: int
    unsaid: int
    in_minutes: bool

    @property
    def outside_percent(self) -> int | None:
        """Share outside agreed missions among entries that name one; None when none does."""
        known = self.agreed + self.outside
        return round(100 * self.outside / known) if known else None


def entries(filters: Filters | None = None) -> QuerySet[Entry]:
    """Return the entries of the journal, latest first.

    Args:
        filters: which ones; None for all.

    Returns:
        Entries not deleted, with skills, figures, feedback and attachments at hand.
    """
    kept = _filtered(filters or Filters())
    return kept.select_related("experience", "mission").prefetch_related(
        "skills", "impacts__witness", "feedback", "attachments"
    )


def entry(entry_id: int, *, deleted: bool = False) -> Entry | None:
    """Return one entry.

    Args:
        entry_id: its key.
        deleted: whether a deleted one is wanted, to bring it back.

    Returns:
        The entry; None when there is none.
    """
    return Entry.objects.filter(pk=entry_id, deleted_at__isnull=not deleted).first()


def found(text: str, *, limit: int = MOST_FOUND) -> list[Entry]:
    """Return the entries that speak of something, accents and word endings aside.

    Args:
        text: words as typed; the last may be unfinished.
        limit: how many at most.

    Returns:
        Entries, best match first.
    """
    keys = search.find(text, limit=limit)
    by_key = {one.pk: one for one in entries().filter(pk__in=keys)}
    return [by_key[key] for key in keys if key in by_key]


def counts(filters: Filters | None = None) -> Counts:
    """Return how many entries each filter would list.

    Args:
        filters: what is already filtered; None for nothing.

    Returns:
        Counts; skills from the most used.
    """
    kept = _filtered(filters or Filters())
    numbers = kept.aggregate(
        all=Count("pk"),
        without_figure=Count("pk", filter=~_has(Impact)),
        without_feedback=Count("pk", filter=~_has(Feedback)),
        to_confirm=Count("pk", filter=_to_confirm()),
        unspotted=Count("pk", filter=_unspotted()),
        drafts=Count("pk", filter=Q(draft=True)),
        pain_points=Count("pk", filter=Q(pain_point=True)),
    )
    used = Skill.objects.filter(entries__in=kept).annotate(used=Count("entries", filter=Q(entries__in=kept)))
    by_skill = tuple((skill, skill.used) for skill in used.order_by("-used", "folded"))
    return Counts(**numbers, by_skill=by_skill)


def experiences() -> QuerySet[Experience]:
    """Return the experiences, latest first.

    Returns:
        Experiences with their missions at hand.
    """
    return Experience.objects.prefetch_related("missions")


def current_experience(*, on: date) -> Experience | None:
    """Return the experience an entry of that day most likely belongs to.

    Args:
        on: the day.

    Returns:
        The latest begun and not over, an internship before an association; else the latest begun;
        None without any.
    """
    begun = Experience.objects.filter(starts_on__lte=on)
    lasting = begun.filter(_lasts(on))
    return lasting.filter(kind__in=FOLLOWED).first() or lasting.first() or begun.first()


def followed_experience(*, on: date) -> Experience | None:
    """Return the experience whose weeks the journal shows.

    Args:
        on: the day.

    Returns:
        The internship, apprenticeship or job under way, else the last one; None without any.
    """
    begun = Experience.objects.filter(starts_on__lte=on, kind__in=FOLLOWED)
    return begun.filter(_lasts(on)).first() or begun.first()


def _lasts(on: date) -> Q:
    return Q(ends_on__isnull=True) | Q(ends_on__gte=on)


def missions(experience: Experience) -> QuerySet[Mission]:
    """Return the missions of an experience in the order of the agreement.

    Args:
        experience: the experience.

    Returns:
        Missions, agreed or not.
    """
    return experience.missions.all()


# --- figures


def figures_of(one: Entry) -> tuple[Figure, ...]:
    """Return the confirmed figures of an entry.

    Args:
        one: the entry.

    Returns:
        Figures in the order they were kept.
    """
    return tuple(figure(impact, one) for impact in one.impacts.all() if impact.confirmed_at)


def figures(filters: Filters | None = None) -> tuple[Figure, ...]:
    """Return the confirmed figures of entries: the evidence of documents.

    Args:
        filters: which entries; None for all.

    Returns:
        Figures, latest entry first.
    """
    return tuple(found for one in entries(filters) for found in figures_of(one))


def figure(impact: Impact, one: Entry) -> Figure:
    """Return an impact as documents show it.

    Args:
        impact: the impact.
        one: its entry.

    Returns:
        The figure, with the entry and day it leads to.
    """
    return Figure(
        kind=cast(Kind, impact.kind),
        entry=one.pk,
        on=one.date,
        value=_plain(impact.quantity),
        unit=impact.unit,
        before=_plain(impact.before),
        after=_plain(impact.after),
        period=impact.period,
        subject=impact.subject,
        against=impact.against,
        method=cast(Method, impact.method),
        witness=impact.witness.full_name if impact.witness else "",
        words=impact.words,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """Take off the zeros a column adds."""
    return None if value is None else Decimal(f"{value.normalize():f}")


# --- skills


def skills(*, text: str = "", limit: int | None = 20) -> QuerySet[Skill]:
    """Return skills to choose from: targets and used ones first.

    Args:
        text: words of the name, accents aside; empty for all.
        limit: how many at most; None for all.

    Returns:
        Skills that were not merged away.
    """
    kept = Skill.objects.filter(merged_into=None)
    for word in folded(text).split():
        kept = kept.filter(folded__contains=word)
    shown: Any = Entry.skills.through.objects.filter(skill=OuterRef("pk")).order_by()
    used = Subquery(shown.annotate(total=Func("pk", function="COUNT")).values("total"))
    ordered = kept.annotate(used=Coalesce(used, 0)).order_by("-target", "-used", "folded")
    return ordered[:limit] if limit else ordered


def suggestions(text: str = "", *, limit: int = 12) -> list[Suggestion]:
    """Return skills to offer while the student types.

    Args:
        text: words of the name, accents aside; empty for those already used.
        limit: how many at most.

    Returns:
        Skills of the journal first, then Tremplin's own list.
    """
    kept = [Suggestion(skill.name, skill.family, skill.pk) for skill in skills(text=text, limit=limit)]
    there = {folded(one.name) for one in kept}
    asked = folded(text).split()
    listed = (
        Suggestion(skill.name, skill.family)
        for skill in builtin_skills().skills
        if folded(skill.name) not in there and all(word in folded(skill.name) for word in asked)
    )
    return [*kept, *islice(listed, limit - len(kept))]


def coverage(*, targets: bool = True) -> list[Coverage]:
    """Return what proves each skill, the least proved first.

    Args:
        targets: whether only target skills are wanted; False adds every skill that entries show.

    Returns:
        One line per skill; only finished entries count.
    """
    finished = Q(entries__deleted_at=None, entries__draft=False)
    confirmed = Q(entries__impacts__confirmed_at__isnull=False, entries__impacts__removed_at=None)
    wanted = Skill.objects.filter(merged_into=None).annotate(
        proofs=Count("entries", filter=finished, distinct=True),
        numbers=Count("entries__impacts", filter=finished & confirmed, distinct=True),
        words=Count(
            "entries__feedback", filter=finished & Q(entries__feedback__removed_at=None), distinct=True
        ),
    )
    wanted = wanted.filter(target=True) if targets else wanted.filter(Q(target=True) | Q(proofs__gt=0))
    return [
        Coverage(skill, skill.proofs, skill.numbers, skill.words)
        for skill in wanted.order_by("proofs", "folded")
    ]


# --- weeks


def heat_map(
    experience: Experience, *, today: date, days_off: Mapping[date, str] | None = None
) -> tuple[Week, ...]:
    """Return the weeks of an experience with what was written each day.

    Args:
        experience: the experience.
        today: the present day.
        days_off: names of days without work: public holidays, school weeks.

    Returns:
        Weeks up to its end, or up to today when it has none.
    """
    written = Entry.objects.filter(experience=experience, deleted_at=None)
    per_day = dict(written.values_list("date").annotate(Count("pk")).order_by("date"))
    return weeks(
        per_day,
        starts_on=experience.starts_on,
        ends_on=experience.ends_on or max(today, experience.starts_on),
        today=today,
        days_off=days_off,
    )


def week_prompts(
    *, today: date, experience: Experience | None = None, happenings: Iterable[Happening] = ()
) -> tuple[Prompt, ...]:
    """Return the questions of this week's session.

    Args:
        today: the day of the session.
        experience: whose entries; None for all.
        happenings: what the calendar and the approaches say of the week.

    Returns:
        A few prompts, each about an entry to complete or a new one.
    """
    kept = entries(Filters(experience=experience.pk if experience else None, since=monday_of(today)))
    unfinished = [lack for one in kept if (lack := _lack(one))][:COMPLETED_AT_ONCE]
    return session_prompts(happenings=list(happenings), unfinished=unfinished, today=today)


def _lack(one: Entry) -> Unfinished | None:
    """Return the first thing an entry lacks."""
    checks = (
        ("finish", one.draft),
        ("skill", not one.skills.all()),
        ("figure", not one.impacts.all()),
        ("feedback", not one.feedback.all()),
    )
    lacks = next((name for name, lacking in checks if lacking), None)
    return Unfinished(one.pk, one.date, one.action, lacks) if lacks else None


# --- missions and pain points


def time_share(experience: Experience, *, since: date | None = None) -> TimeShare:
    """Return how time splits between the missions agreed and the rest.

    Args:
        experience: the experience.
        since: count entries from this day; None from the start.

    Returns:
        Minutes when entries state some, else numbers of entries.
    """
    kept = _filtered(Filters(experience=experience.pk, since=since))
    in_minutes = kept.filter(minutes__gt=0).exists()
    weight = Coalesce(Sum("minutes"), 0) if in_minutes else Count("pk")
    parts = dict(kept.values_list("mission__agreed").annotate(weight=weight).order_by())
    return TimeShare(parts.get(True, 0), parts.get(False, 0), parts.get(None, 0), in_minutes)


def pain_points(experience: Experience | None = None) -> list[Entry]:
    """Return the entries flagged as troubles that come back.

    Args:
        experience: whose; None for all.

    Returns:
        Entries, latest first: candidates for the indispensable project.
    """
    return list(entries(Filters(pain_points=True, experience=experience.pk if experience else None)))


# --- table


def table(
    filters: Filters | None = None, *, reader: Reader = "self", limit: int | None = None
) -> tuple[Row, ...]:
    """Return the table of the journal: skill, actions, impact, feedback.

    Args:
        filters: which entries; None for all.
        reader: who will read it; what is not for them is generalised or left out.
        limit: how many finished entries to read at most; None for all.

    Returns:
        One row per finished entry, latest first.
    """
    finished = entries(filters).filter(draft=False)
    if reader != "self":
        finished = finished.exclude(visibility=Visibility.PRIVATE)
    return rows_for((row(one) for one in finished[:limit]), reader=reader)


def row(one: Entry) -> Row:
    """Return an entry as a line of the table.

    Args:
        one: the entry.

    Returns:
        The line, as the student sees it.
    """
    return Row(
        on=one.date,
        action=one.action,
        skills=tuple(skill.name for skill in one.skills.all()),
        impacts=tuple(_impact_words(shown) for shown in figures_of(one)),
        quotes=tuple(quote(feedback) for feedback in one.feedback.all()),
        experience=one.experience.title if one.experience else "",
        mission=one.mission.title if one.mission else "",
        visibility=one.visibility,
        entry=one.pk,
    )


def _impact_words(shown: Figure) -> str:
    """Write a figure; one without method or witness is marked as an estimation wherever it goes."""
    return worded(shown) + (ESTIMATION if shown.estimated else "")


def quote(feedback: Feedback) -> Quote:
    """Return a feedback as a cell of the table writes it.

    Args:
        feedback: the feedback.

    Returns:
        Its words and its author.
    """
    author = ", ".join(part for part in (feedback.author_name, feedback.author_role) if part)
    return Quote(feedback.words, author, feedback.quotable)


def _filtered(filters: Filters) -> QuerySet[Entry]:
    kept = Entry.objects.filter(deleted_at=None)
    exact = {
        "draft": filters.drafts or None,
        "pain_point": filters.pain_points or None,
        "skills": filters.skill,
        "experience": filters.experience,
        "mission": filters.mission,
        "date__gte": filters.since,
        "date__lte": filters.until,
        "visibility__in": filters.readers or None,
    }
    kept = kept.filter(**{name: value for name, value in exact.items() if value is not None})
    if filters.without_figure:
        kept = kept.filter(~_has(Impact))
    if filters.to_confirm:
        kept = kept.filter(_to_confirm())
    if filters.unspotted:
        kept = kept.filter(_unspotted())
    if filters.without_feedback:
        kept = kept.filter(~_has(Feedback))
    return kept


def _to_confirm() -> Q:
    """Say which entries hold a figure the student did not confirm: kept as such, or only in the text."""
    waits = Exists(Impact.objects.filter(entry=OuterRef("pk"), confirmed_at=None))
    return Q(waits) | (Q(spotted__gt=0) & ~Q(_has(Impact)))


def _unspotted() -> Q:
    """Say which entries hold no figure at all, kept or in the text."""
    return Q(spotted=0) & ~Q(_has(Impact))


def _has(model: type[Impact] | type[Feedback]) -> Exists:
    return Exists(model.objects.filter(entry=OuterRef("pk")))
