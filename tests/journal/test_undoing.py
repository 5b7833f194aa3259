"""What was removed comes back as it was, for a day, once."""

from datetime import timedelta

import pytest

from tests.journal.entries import NOW, make_entry
from tremplin.journal import operations, queries
from tremplin.journal.models import Feedback, Skill, Undo

pytestmark = pytest.mark.django_db


def test_words_come_back_with_their_key_and_are_found_again() -> None:
    entry = make_entry()
    said = operations.add_feedback(words="Limpide", entry=entry, author_name="Bob")
    key = said.pk

    step = operations.remove(said, at=NOW)
    assert queries.found("limpide") == []
    operations.undo(step)

    assert Feedback.objects.get().pk == key
    assert queries.found("limpide") == [entry]
    assert not Undo.objects.exists()


def test_nothing_comes_back_to_a_deleted_entry() -> None:
    entry = make_entry()
    step = operations.remove(operations.add_feedback(words="Limpide", entry=entry), at=NOW)
    operations.delete_entry(entry, at=NOW)

    with pytest.raises(operations.NothingToUndo):
        operations.undo(step)


def test_a_merge_comes_back_with_its_targets() -> None:
    gone, into = operations.find_or_add_skill("Stock"), operations.find_or_add_skill("Gestion de stock")
    operations.aim_for(gone, target=True)
    gone.refresh_from_db()

    operations.undo(operations.merge(gone, into=into, at=NOW))

    kept = {skill.name: (skill.target, skill.merged_into) for skill in Skill.objects.all()}
    assert kept == {"Stock": (True, None), "Gestion de stock": (False, None)}


def test_the_way_back_lasts_a_day() -> None:
    entry = make_entry()
    operations.remove(operations.add_feedback(words="Hier", entry=entry), at=NOW - timedelta(days=2))

    operations.remove(operations.add_feedback(words="Ce jour", entry=entry), at=NOW)

    assert [step.kept[0]["fields"]["words"] for step in Undo.objects.all()] == ["Ce jour"]
