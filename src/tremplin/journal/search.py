"""The full-text index: written by the operations, asked by the queries."""

from collections.abc import Iterable

from django.db import connection

from tremplin.journal.domain.words import indexed, stem, words
from tremplin.journal.models import Entry, IndexedEntry


def index(entry: Entry) -> None:
    """Put an entry in the index as it is now; a deleted one leaves it.

    Args:
        entry: the entry; its skills, figures and feedback are read again.
    """
    kept = Entry.objects.filter(pk=entry.pk, deleted_at=None)
    forget(entry.pk)
    for one in kept.prefetch_related("skills", "impacts", "feedback").select_related("mission"):
        IndexedEntry.objects.create(rowid=one.pk, words=words_of(one))


def forget(entry_id: int) -> None:
    """Take an entry out of the index.

    Args:
        entry_id: its key.
    """
    IndexedEntry.objects.filter(rowid=entry_id).delete()


def find(query: str, *, limit: int) -> list[int]:
    """Return the entries whose words belong to the families asked for.

    Args:
        query: words as typed; every one must be there, unfinished or of the same family.
        limit: how many at most.

    Returns:
        Keys, best match first, the latest first among equals; none for a query without words.
    """
    asked = words(query)
    if not asked:
        return []
    match = " AND ".join(f'("{stem(word)}" OR "{word}"*)' for word in asked)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM journal_words WHERE journal_words MATCH %s ORDER BY rank, rowid DESC LIMIT %s",
            [match, limit],
        )
        return [row[0] for row in cursor.fetchall()]


def words_of(entry: Entry) -> str:
    """Return what the index holds of an entry.

    Args:
        entry: with its skills, figures, feedback and mission at hand.

    Returns:
        Stems apart by spaces.
    """
    return " ".join(word for text in _texts(entry) for word in indexed(text))


def _texts(entry: Entry) -> Iterable[str]:
    yield entry.action
    yield from (skill.name for skill in entry.skills.all())
    for impact in entry.impacts.all():
        yield from (impact.words, impact.unit, impact.subject, impact.against)
    for feedback in entry.feedback.all():
        yield from (feedback.words, feedback.author_name, feedback.author_role)
    if entry.mission is not None:
        yield entry.mission.title
