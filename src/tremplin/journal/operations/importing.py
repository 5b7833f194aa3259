"""A table or a list of skills from a file becomes rows, all or none."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tremplin.evidence.proposals import proposals
from tremplin.journal import search
from tremplin.journal.domain.frameworks import Framework
from tremplin.journal.domain.table import ESTIMATION, Row, bare
from tremplin.journal.domain.words import plain_text
from tremplin.journal.models import Entry, Experience, Impact, ImpactKind, Mission, Skill, SkillSource
from tremplin.journal.operations.experiences import add_mission
from tremplin.journal.operations.impacts import as_values, columns
from tremplin.journal.operations.skills import add_skills, find_or_add_skill

LONGEST_WORDS = 300


@transaction.atomic
def import_framework(framework: Framework) -> int:
    """Add the skills of a list; those already there under the same code are renamed.

    Args:
        framework: what was read.

    Returns:
        How many are new.
    """
    rows = (skill.as_row() for skill in framework.skills)
    return add_skills(rows, source=SkillSource(framework.source))


@transaction.atomic
def import_rows(
    rows: Iterable[Row], *, at: datetime, experience: Experience | None = None, confirmed: bool = False
) -> list[Entry]:
    """Add the lines of a table as entries; a line already there, same day and action, is left alone.

    Args:
        rows: what was read.
        at: now.
        experience: where lines that name no known experience go; None for nothing yet.
        confirmed: whether the student says the figures are right; otherwise they wait to be confirmed.

    Returns:
        The entries added.
    """
    known = {one.title: one for one in Experience.objects.all()}
    there = set(Entry.objects.filter(deleted_at=None).values_list("date", "action"))
    added = []
    for row in rows:
        if (row.on, row.action) in there:
            continue
        there.add((row.on, row.action))
        added.append(_import_row(row, known.get(row.experience, experience), at, confirmed))
    return added


def _import_row(row: Row, experience: Experience | None, at: datetime, confirmed: bool) -> Entry:
    entry = Entry.objects.create(
        date=row.on,
        action=row.action,
        spotted=len(proposals(row.action)),
        visibility=row.visibility,
        created_at=at,
        experience=experience,
        mission=_mission(row.mission, experience),
    )
    entry.skills.set([_skill(name) for name in row.skills])
    for words in row.impacts:
        _import_impact(entry, words, at if confirmed else None)
    for quote in row.quotes:
        entry.feedback.create(
            words=bare(plain_text(quote.words)), author_name=quote.author, quotable=quote.quotable
        )
    search.index(entry)
    return entry


def _mission(title: str, experience: Experience | None) -> Mission | None:
    """Find a mission; one the agreement does not name is added as outside it."""
    return add_mission(experience, title=title, agreed=False) if experience and title else None


def _skill(name: str) -> Skill:
    return find_or_add_skill(name)


def _import_impact(entry: Entry, words: str, confirmed_at: datetime | None) -> None:
    """Keep the figures found in a cell; a cell without any is kept in its words, to be confirmed."""
    words = words.removesuffix(ESTIMATION)  # a figure read again is an estimation until its method is said
    found = proposals(words)
    for proposal in found:
        Impact.objects.create(entry=entry, confirmed_at=confirmed_at, **columns(as_values(proposal)))
    if not found:
        Impact.objects.create(entry=entry, kind=ImpactKind.QUANTITY, words=words[:LONGEST_WORDS])
