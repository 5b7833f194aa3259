"""What was removed comes back as it was, for a day, once."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import TestCase

from tests.journal.entries import NOW, make_entry
from tremplin.evidence.proposals import proposals
from tremplin.journal import kept_files, operations, queries
from tremplin.journal.domain.table import Row
from tremplin.journal.models import Attachment, Feedback, Impact, Skill, Undo
from tremplin.kit.revisions import StaleRevision
from tremplin.value.models import Frequency

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4"


def test_words_come_back_with_their_key_and_are_found_again() -> None:
    entry = make_entry()
    said = operations.add_feedback(words="Limpide", entry=entry, author_name="Bob")
    key = said.pk

    step = operations.remove(said, at=NOW)
    assert queries.found("limpide") == []
    operations.undo(step, at=NOW)

    assert Feedback.objects.get().pk == key
    assert queries.found("limpide") == [entry]
    assert not Undo.objects.exists()


def test_nothing_comes_back_to_a_deleted_entry() -> None:
    entry = make_entry()
    step = operations.remove(operations.add_feedback(words="Limpide", entry=entry), at=NOW)
    operations.delete_entry(entry, at=NOW)

    with pytest.raises(operations.NothingToUndo):
        operations.undo(step, at=NOW)


def test_a_merge_comes_back_with_its_targets() -> None:
    gone, into = operations.find_or_add_skill("Stock"), operations.find_or_add_skill("Gestion de stock")
    operations.aim_for(gone, target=True)
    gone.refresh_from_db()

    operations.undo(operations.merge(gone, into=into, at=NOW), at=NOW)

    kept = {skill.name: (skill.target, skill.merged_into) for skill in Skill.objects.all()}
    assert kept == {"Stock": (True, None), "Gestion de stock": (False, None)}


def test_an_import_is_taken_out_whole() -> None:
    rows = [Row(on=NOW.date(), action=f"Tri {number}") for number in range(3)]
    mine = make_entry()

    operations.undo(operations.way_back(operations.import_rows(rows, at=NOW), at=NOW), at=NOW)

    assert list(queries.entries()) == [mine]


def test_the_way_back_lasts_a_day() -> None:
    entry = make_entry()
    operations.remove(operations.add_feedback(words="Hier", entry=entry), at=NOW - timedelta(days=2))

    operations.remove(operations.add_feedback(words="Ce jour", entry=entry), at=NOW)

    assert Undo.objects.count() == 1
    assert [said.words for said in Feedback.ever.all()] == ["Ce jour"]


def test_a_figure_is_out_of_sight_while_removed_and_keeps_what_points_to_it() -> None:
    entry = make_entry()
    (found,) = proposals("12 newsletters")
    impact = operations.keep_impact(entry, operations.as_values(found), at=NOW)
    each = Frequency.objects.create(impact=impact, low=Decimal(2), high=Decimal(3))
    skill = operations.find_or_add_skill("Rédaction")
    entry.skills.add(skill)

    step = operations.remove(impact, at=NOW)

    assert queries.figures() == ()
    assert queries.counts().without_figure == 1
    assert [line.figures for line in queries.coverage(targets=False)] == [0]
    assert queries.found("newsletters") == []
    operations.undo(step, at=NOW)
    assert Frequency.objects.get(impact=impact) == each
    assert [figure.value for figure in queries.figures()] == [12]


def test_a_removed_proof_is_erased_from_the_disk_once_its_way_back_is_over() -> None:
    entry = make_entry()
    kept = operations.attach(entry, [PDF], name="a.pdf", at=NOW)
    operations.remove(kept, at=NOW - timedelta(days=2))
    with TestCase.captureOnCommitCallbacks(execute=True):
        operations.remove(operations.attach(entry, [PDF + b"2"], name="b.pdf", at=NOW), at=NOW)

    assert kept.digest not in kept_files.digests()
    assert [proof.name for proof in Attachment.ever.all()] == ["b.pdf"]
    assert {proof.digest for proof in Attachment.ever.all()} <= kept_files.digests()


def test_a_removed_proof_attached_again_is_there_once() -> None:
    entry = make_entry()
    kept = operations.attach(entry, [PDF], name="a.pdf", at=NOW)
    operations.remove(kept, at=NOW)

    assert operations.attach(entry, [PDF], name="a.pdf", at=NOW) == kept
    assert Attachment.objects.count() == 1


def test_a_figure_saved_from_an_old_page_is_refused() -> None:
    (found,) = proposals("12 newsletters")
    impact = operations.keep_impact(make_entry(), operations.as_values(found), at=NOW)
    values = operations.as_values(found)
    operations.change_impact(impact, replace(values, unit="lettres"), revision=1, at=NOW)

    with pytest.raises(StaleRevision):
        operations.change_impact(impact, replace(values, unit="courriels"), revision=1, at=NOW)

    assert Impact.objects.get().unit == "lettres"
