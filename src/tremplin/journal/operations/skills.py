"""The skills entries prove: added, aimed for, merged."""

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction

from tremplin.journal import search
from tremplin.journal.domain.frameworks import builtin_skill
from tremplin.journal.domain.words import folded
from tremplin.journal.models import (
    Entry,
    Skill,
    SkillSource,
)
from tremplin.journal.models import ExperienceKind as ExperienceKind


class CannotMerge(ValueError):
    """The two skills are one already, or each would point to the other."""


@transaction.atomic
def find_or_add_skill(name: str) -> Skill:
    """Return the skill of that name, accents and capitals aside, or add it.

    Args:
        name: as typed.

    Returns:
        The skill, from Tremplin's list when it is there, else the student's own; the one it was
        merged into when there is one.
    """
    known = Skill.objects.filter(folded=folded(name)).select_related("merged_into").order_by("merged_into_id")
    if (skill := known.first()) is not None:
        return skill.merged_into or skill
    listed = builtin_skill(name)
    if listed is None:
        return Skill.objects.create(name=name.strip(), folded=folded(name), source=SkillSource.OWN)
    return Skill.objects.create(
        name=listed.name,
        folded=folded(listed.name),
        family=listed.family,
        source=SkillSource.BUILTIN,
        code=listed.code,
    )


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
    gone.refresh_from_db()
    into.refresh_from_db()
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
