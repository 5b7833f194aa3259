"""What a student does in the journal: one function, one transaction each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from tremplin.journal import kept_files, search
from tremplin.journal.domain.file_kinds import RefusedFile, kind_of
from tremplin.journal.domain.words import folded
from tremplin.journal.models import (
    Attachment,
    Confidence,
    Entry,
    Experience,
    Feedback,
    Impact,
    ImpactKind,
    Method,
    Mission,
    Skill,
    SkillSource,
    Visibility,
)
from tremplin.journal.models import ExperienceKind as ExperienceKind
from tremplin.kit.revisions import save_revision

LONGEST_NAME = 200


class CannotMerge(ValueError):
    """The two skills are one already, or each would point to the other."""


@dataclass(frozen=True, slots=True)
class ImpactValues:
    """A typed impact, as the student confirms it; `at_most` one of `quantity` or before/after is needed."""

    kind: ImpactKind
    quantity: Decimal | None = None
    unit: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    period: str = ""
    subject: str = ""
    against: str = ""
    method: Method | str = ""
    confidence: Confidence | str = ""
    witness_id: int | None = None
    words: str = ""


# --- experiences and missions


@transaction.atomic
def add_experience(
    *,
    kind: ExperienceKind,
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    organization_id: int | None = None,
) -> Experience:
    """Create an experience to write about.

    Args:
        kind: internship, apprenticeship, job, association, project or other.
        title: as the student calls it.
        starts_on: its first day.
        ends_on: its last day; None while unknown.
        organization_id: key in network; None when there is none.

    Returns:
        The saved experience.
    """
    return Experience.objects.create(
        kind=kind, title=title.strip(), starts_on=starts_on, ends_on=ends_on, organization_id=organization_id
    )


@transaction.atomic
def change_experience(experience: Experience, **changes: Any) -> Experience:
    """Change fields of an experience.

    Args:
        experience: the experience.
        changes: new values by field name.

    Returns:
        The experience as saved.
    """
    Experience.objects.filter(pk=experience.pk).update(**changes)
    experience.refresh_from_db()
    return experience


@transaction.atomic
def add_mission(experience: Experience, *, title: str, agreed: bool = True) -> Mission:
    """Add a mission after the others, or find the one of that very title.

    Args:
        experience: what it belongs to.
        title: as the agreement, or the student, words it.
        agreed: whether the agreement names it.

    Returns:
        The mission.
    """
    known = {folded(mission.title): mission for mission in experience.missions.all()}
    if (same := known.get(folded(title))) is not None:
        return same
    last = experience.missions.aggregate(last=Max("position"))["last"] or 0
    return experience.missions.create(title=title.strip(), agreed=agreed, position=last + 1)


# --- entries


@transaction.atomic
def add_entry(
    *,
    action: str,
    on: date,
    at: datetime,
    experience_id: int | None = None,
    mission_id: int | None = None,
    skills: Collection[int] = (),
    visibility: Visibility = Visibility.COMPANY,
    minutes: int | None = None,
    draft: bool = False,
    pain_point: bool = False,
) -> Entry:
    """Write an entry; nothing but the action is required.

    Args:
        action: what the student did.
        on: the day it happened.
        at: now.
        experience_id: what it belongs to; None for nothing yet.
        mission_id: the mission it served; None when unsaid.
        skills: keys of the skills it shows.
        visibility: who may read it once exported.
        minutes: time it took; None when unsaid.
        draft: whether it waits to be finished.
        pain_point: whether it tells of a trouble that comes back.

    Returns:
        The entry, findable at once.
    """
    entry = Entry.objects.create(
        action=action.strip(),
        date=on,
        created_at=at,
        experience_id=experience_id,
        mission_id=mission_id,
        visibility=visibility,
        minutes=minutes,
        draft=draft,
        pain_point=pain_point,
    )
    if skills:
        entry.skills.set(skills)
    search.index(entry)
    return entry


@transaction.atomic
def change_entry(
    entry: Entry, *, revision: int, skills: Collection[int] | None = None, **changes: Any
) -> Entry:
    """Save a changed entry, if nobody saved it since `revision`.

    Args:
        entry: the entry.
        revision: the revision the form was made from.
        skills: keys of its skills; None leaves them.
        changes: new values by field name.

    Returns:
        The entry as saved, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    kept = save_revision(entry, revision=revision, changes=changes)
    if skills is not None:
        kept.skills.set(skills)
    search.index(kept)
    return kept


@transaction.atomic
def delete_entry(entry: Entry, *, at: datetime) -> None:
    """Take an entry out of sight; it can be brought back until it is erased.

    Args:
        entry: the entry.
        at: now.
    """
    Entry.objects.filter(pk=entry.pk).update(deleted_at=at)
    search.forget(entry.pk)


@transaction.atomic
def bring_back(entry: Entry) -> None:
    """Put a deleted entry back.

    Args:
        entry: the entry.
    """
    Entry.objects.filter(pk=entry.pk).update(deleted_at=None)
    search.index(entry)


def erase_deleted(*, before: datetime) -> int:
    """Erase for good the entries deleted before an instant, and files that no entry keeps.

    Args:
        before: entries deleted earlier go.

    Returns:
        How many went.
    """
    with transaction.atomic():
        gone = Entry.objects.filter(deleted_at__lt=before)
        digests = set(Attachment.objects.filter(entry__in=gone).values_list("digest", flat=True))
        count = gone.count()
        gone.delete()
    _forget_unused(digests)
    return count


# --- impacts


@transaction.atomic
def keep_impact(entry: Entry, values: ImpactValues, *, at: datetime | None) -> Impact:
    """Keep a figure of an entry.

    Args:
        entry: the entry.
        values: its typed values.
        at: when the student confirmed it; None keeps it as still to confirm.

    Returns:
        The impact.
    """
    impact = entry.impacts.create(**_columns(values), confirmed_at=at)
    search.index(entry)
    return impact


@transaction.atomic
def change_impact(impact: Impact, values: ImpactValues, *, at: datetime | None) -> Impact:
    """Replace the values of a figure.

    Args:
        impact: the impact.
        values: its new typed values.
        at: when the student confirmed them; None when still to confirm.

    Returns:
        The impact as saved.
    """
    Impact.objects.filter(pk=impact.pk).update(**_columns(values), confirmed_at=at)
    impact.refresh_from_db()
    search.index(impact.entry)
    return impact


@transaction.atomic
def drop_impact(impact: Impact) -> ImpactValues:
    """Remove a figure.

    Args:
        impact: the impact.

    Returns:
        Its values, so that undoing can keep it again.
    """
    values = ImpactValues(
        kind=ImpactKind(impact.kind),
        quantity=impact.quantity,
        unit=impact.unit,
        before=impact.before,
        after=impact.after,
        period=impact.period,
        subject=impact.subject,
        against=impact.against,
        method=impact.method,
        confidence=impact.confidence,
        witness_id=impact.witness_id,
        words=impact.words,
    )
    entry = impact.entry
    impact.delete()
    search.index(entry)
    return values


def _columns(values: ImpactValues) -> dict[str, Any]:
    return {name: getattr(values, name) for name in values.__slots__}


# --- feedback


@transaction.atomic
def add_feedback(
    *,
    words: str,
    entry: Entry | None = None,
    experience: Experience | None = None,
    person_id: int | None = None,
    author_name: str = "",
    author_role: str = "",
    given_on: date | None = None,
    how: str = "",
    quotable: bool | None = None,
) -> Feedback:
    """Keep someone's exact words.

    Args:
        words: word for word.
        entry: the entry they are about; None for a whole experience.
        experience: the experience; None when the entry says it.
        person_id: key in network; None for someone who is not there.
        author_name: who, as the student writes it.
        author_role: their role that day.
        given_on: the day; None if unknown.
        how: aloud, by message, in a meeting…
        quotable: whether they agreed to be quoted; None when not asked.

    Returns:
        The feedback.
    """
    feedback = Feedback.objects.create(
        words=words.strip(),
        entry=entry,
        experience=experience,
        person_id=person_id,
        author_name=author_name.strip(),
        author_role=author_role.strip(),
        given_on=given_on,
        how=how,
        quotable=quotable,
    )
    if entry is not None:
        search.index(entry)
    return feedback


@transaction.atomic
def change_feedback(feedback: Feedback, **changes: Any) -> Feedback:
    """Change fields of a feedback.

    Args:
        feedback: the feedback.
        changes: new values by field name.

    Returns:
        The feedback as saved.
    """
    Feedback.objects.filter(pk=feedback.pk).update(**changes)
    feedback.refresh_from_db()
    if feedback.entry is not None:
        search.index(feedback.entry)
    return feedback


@transaction.atomic
def drop_feedback(feedback: Feedback) -> None:
    """Remove someone's words.

    Args:
        feedback: the feedback.
    """
    entry = feedback.entry
    feedback.delete()
    if entry is not None:
        search.index(entry)


# --- attachments


def attach(entry: Entry, chunks: Iterable[bytes], *, name: str, at: datetime) -> Attachment:
    """Keep a file as proof of an entry, once.

    Args:
        entry: the entry.
        chunks: the bytes of the file.
        name: as the student's computer calls it.
        at: now.

    Returns:
        The attachment; the one already there when it is the same file.

    Raises:
        RefusedFile: empty, too large, or of a type that is not a proof.
    """
    name = name[-LONGEST_NAME:] or "fichier"
    digest, size = kept_files.keep(chunks, name=name)
    try:
        kind = kind_of(kept_files.first_bytes(digest), name=name, size=size)
    except RefusedFile:
        _forget_unused({digest})
        raise
    attachment, _made = Attachment.objects.get_or_create(
        entry=entry, digest=digest, defaults={"name": name, "size": size, "kind": kind, "added_at": at}
    )
    return attachment


@transaction.atomic
def detach(attachment: Attachment) -> None:
    """Remove a file from an entry; its bytes stay until `erase_unused_files`, so that it can be undone.

    Args:
        attachment: the attachment.
    """
    attachment.delete()


@transaction.atomic
def attach_again(entry: Entry, *, digest: str, name: str, size: int, kind: str, at: datetime) -> Attachment:
    """Undo `detach`.

    Args:
        entry: the entry it was on.
        digest: the digest of its content.
        name: its name.
        size: bytes.
        kind: its kind.
        at: now.

    Returns:
        The attachment.
    """
    attachment, _made = Attachment.objects.get_or_create(
        entry=entry, digest=digest, defaults={"name": name, "size": size, "kind": kind, "added_at": at}
    )
    return attachment


def erase_unused_files() -> int:
    """Erase the kept files that no entry holds.

    Returns:
        How many went.
    """
    return _forget_unused(kept_files.digests())


def _forget_unused(digests: Collection[str]) -> int:
    still = set(Attachment.objects.filter(digest__in=digests).values_list("digest", flat=True))
    unused = set(digests) - still
    for digest in unused:
        kept_files.forget(digest)
    return len(unused)


# --- skills


@transaction.atomic
def find_or_add_skill(name: str) -> Skill:
    """Return the skill of that name, accents and capitals aside, or add it as the student's own.

    Args:
        name: as typed.

    Returns:
        The skill; the one it was merged into when there is one.
    """
    known = Skill.objects.filter(folded=folded(name)).select_related("merged_into").order_by("merged_into_id")
    if (skill := known.first()) is not None:
        return skill.merged_into or skill
    return Skill.objects.create(name=name.strip(), folded=folded(name), source=SkillSource.OWN)


@transaction.atomic
def add_skills(rows: Iterable[Mapping[str, str]], *, source: SkillSource) -> int:
    """Add the skills of a list, or update those already there under the same code.

    Args:
        rows: name, code and family of each; the code may be empty.
        source: which list they come from.

    Returns:
        How many are new.
    """
    before = Skill.objects.filter(source=source).count()
    known = set(Skill.objects.filter(source=source, code="").values_list("folded", flat=True))
    coded, bare = {}, {}
    for row in rows:
        skill = Skill(
            name=row["name"],
            folded=folded(row["name"]),
            family=row.get("family", ""),
            source=source,
            code=row.get("code", ""),
        )
        if skill.code:
            coded[skill.code] = skill
        elif skill.folded not in known:
            bare[skill.folded] = skill
    _write_coded(coded, source)
    Skill.objects.bulk_create(bare.values(), batch_size=500)
    return Skill.objects.filter(source=source).count() - before


def _write_coded(coded: Mapping[str, Skill], source: SkillSource) -> None:
    """Rename the skills already there under their code, create the others."""
    kept = {skill.code: skill for skill in Skill.objects.filter(source=source).exclude(code="")}
    fresh = [skill for code, skill in coded.items() if code not in kept]
    renamed = []
    for code in coded.keys() & kept.keys():
        kept[code].name, kept[code].folded = coded[code].name, coded[code].folded
        kept[code].family = coded[code].family
        renamed.append(kept[code])
    Skill.objects.bulk_create(fresh, batch_size=500)
    Skill.objects.bulk_update(renamed, ["name", "folded", "family"], batch_size=500)


@transaction.atomic
def aim_for(skill: Skill, *, target: bool) -> None:
    """Mark a skill as one the student wants to show, or not.

    Args:
        skill: the skill.
        target: whether it is aimed for.
    """
    Skill.objects.filter(pk=skill.pk).update(target=target)


@transaction.atomic
def merge_skills(gone: Skill, *, into: Skill) -> tuple[int, ...]:
    """Make two skills one: the entries of the first now show the second.

    Args:
        gone: the skill that is no longer offered.
        into: the skill that stays.

    Returns:
        Keys of the entries that moved, so that `unmerge_skill` can bring them back.

    Raises:
        CannotMerge: they are the same, or one of them is merged already.
    """
    if gone.pk == into.pk or gone.merged_into_id or into.merged_into_id:
        raise CannotMerge(f"{gone} et {into} ne peuvent pas être réunies.")
    entries = list(gone.entries.all())
    moved = tuple(entry.pk for entry in entries if not entry.skills.filter(pk=into.pk).exists())
    for entry in entries:
        entry.skills.remove(gone)
        entry.skills.add(into)
        search.index(entry)
    Skill.objects.filter(merged_into=gone).update(merged_into=into)
    Skill.objects.filter(pk=into.pk).update(target=into.target or gone.target)
    Skill.objects.filter(pk=gone.pk).update(merged_into=into, target=False)
    return moved


@transaction.atomic
def unmerge_skill(skill: Skill, *, entries: Collection[int]) -> None:
    """Undo `merge_skills`.

    Args:
        skill: the skill that was merged away.
        entries: what `merge_skills` returned.
    """
    kept = skill.merged_into
    Skill.objects.filter(pk=skill.pk).update(merged_into=None)
    for entry in Entry.objects.filter(pk__in=entries):
        if kept is not None:
            entry.skills.remove(kept)
        entry.skills.add(skill)
        search.index(entry)
