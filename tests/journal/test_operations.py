from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytest_django import Settings

from tests.journal.entries import NOW, TODAY, make_entry, make_internship
from tremplin.evidence.proposals import proposals
from tremplin.journal import kept_files, operations, queries
from tremplin.journal.domain.file_kinds import LARGEST, RefusedFile
from tremplin.journal.domain.table import Quote, Row
from tremplin.journal.models import Attachment, Entry, Skill, SkillSource
from tremplin.kit.revisions import StaleRevision

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32
PDF = b"%PDF-1.7\n%%EOF"


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_an_entry_needs_nothing_but_its_action() -> None:
    entry = make_entry("  J’ai trié les pièces \r\n deux fois ")

    assert entry.action == "J’ai trié les pièces \n deux fois"
    assert queries.entry(entry.pk) == entry


def test_a_stale_save_is_refused_and_writes_nothing() -> None:
    entry = make_entry()
    operations.change_entry(entry, revision=1, action="Première fenêtre")

    with pytest.raises(StaleRevision):
        operations.change_entry(entry, revision=1, action="Seconde fenêtre")

    assert Entry.objects.get().action == "Première fenêtre"


def test_a_deleted_entry_is_neither_listed_nor_found_until_it_is_brought_back() -> None:
    entry = make_entry("Inventaire des freins")
    operations.delete_entry(entry, at=NOW)

    assert not queries.entries().exists()
    assert queries.found("freins") == []

    operations.bring_back(entry)

    assert queries.found("freins") == [entry]


def test_erasing_for_good_takes_the_files_no_other_entry_keeps() -> None:
    one, other = make_entry("A"), make_entry("B")
    shared = operations.attach(one, [PNG], name="a.png", at=NOW)
    operations.attach(other, [PNG], name="a.png", at=NOW)
    alone = operations.attach(one, [PDF], name="b.pdf", at=NOW)
    operations.delete_entry(one, at=NOW)

    assert operations.erase_deleted(before=NOW + timedelta(days=1)) == 1

    assert kept_files.digests() == {shared.digest}
    assert alone.digest != shared.digest


def test_a_figure_counts_once_it_is_confirmed() -> None:
    entry = make_entry()
    (found,) = proposals("de 10 h à 2 h par semaine")
    impact = operations.keep_impact(entry, operations.as_values(found), at=None)

    assert queries.figures() == ()

    operations.change_impact(impact, operations.as_values(found), revision=impact.revision, at=NOW)

    (figure,) = queries.figures()
    assert (figure.before, figure.after, figure.unit, figure.entry) == (
        Decimal(10),
        Decimal(2),
        "h",
        entry.pk,
    )
    assert figure.on == entry.date


def test_words_longer_than_a_column_are_cut_and_not_lost_with_an_error() -> None:
    values = operations.ImpactValues(kind=operations.ImpactKind.QUANTITY, unit="x" * 500)

    assert len(operations.keep_impact(make_entry(), values, at=None).unit) == 80


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "vide.png"),
        (b"MZ\x90\0", "outil.exe"),
        (b"\0\1\2", "notes.txt"),
        (b"<svg onload=alert(1)>", "image.svg"),
        (b"plain", "image.png"),
        (b"MZ\x90\0" + b"%PDF-1.4", "outil.exe"),
        (b"%PDF-1.4", "outil.exe"),
        (b"MZ\x90\0" + b"%PDF-1.4", "outil.pdf"),
        (b"PK\x03\x04" + b"\0" * 60, "archive.docx"),
        (b"GIF89a/*<script>", "page.html"),
    ],
)
def test_what_is_no_proof_is_refused_and_not_kept(content: bytes, name: str) -> None:
    with pytest.raises(RefusedFile, match=name):
        operations.attach(make_entry(), [content], name=name, at=NOW)

    assert not Attachment.objects.exists()
    assert kept_files.digests() == frozenset()


def test_a_pdf_after_a_mark_and_a_document_listed_at_its_end_are_proofs() -> None:
    document = BytesIO()
    with ZipFile(document, "w") as archive:
        archive.writestr("word/numbering.xml", "x" * 9000)
        archive.writestr("[Content_Types].xml", "")

    kinds = [
        operations.attach(make_entry(), [content], name=name, at=NOW).kind
        for content, name in ((b"\xef\xbb\xbf\n%PDF-1.4", "a.PDF"), (document.getvalue(), "b.docx"))
    ]

    assert kinds == ["pdf", "office"]


def test_a_file_too_large_is_refused_before_it_is_whole() -> None:
    read = 0

    def chunks() -> object:
        nonlocal read
        while True:
            read += 1
            yield b"x" * 1_000_000

    with pytest.raises(RefusedFile, match="Mo"):
        operations.attach(make_entry(), chunks(), name="film.txt", at=NOW)  # type: ignore[arg-type]

    assert read == LARGEST // 1_000_000 + 1


def test_a_file_is_attached_once() -> None:
    entry = make_entry()
    first = operations.attach(entry, [PNG], name="photo.png", at=NOW)

    assert operations.attach(entry, [PNG], name="autre.png", at=NOW) == first


def test_a_skill_is_found_however_it_is_typed() -> None:
    one = operations.find_or_add_skill("Analyse de données")
    same = operations.find_or_add_skill("analyse  de DONNEES")
    own = operations.find_or_add_skill("Fraisage de couronnes")

    assert same == one
    assert (one.source, own.source) == (SkillSource.BUILTIN, SkillSource.OWN)


def test_importing_a_list_twice_adds_nothing_and_renames() -> None:
    operations.add_skills([{"name": "Ancien nom", "code": "AC1"}], source=SkillSource.SCHOOL)

    added = operations.add_skills(
        [{"name": "Nouveau nom", "code": "AC1"}, {"name": "Sans code"}, {"name": "sans CODE"}],
        source=SkillSource.SCHOOL,
    )

    assert added == 1
    assert {skill.name for skill in Skill.objects.all()} == {"Nouveau nom", "sans CODE"}


def test_merging_moves_entries_and_can_be_undone() -> None:
    gone, kept = operations.find_or_add_skill("Excel"), operations.find_or_add_skill("Tableur avancé")
    operations.aim_for(gone, target=True)
    entry = make_entry(skills=[gone.pk])

    moved = operations.merge_skills(gone, into=kept)

    assert list(entry.skills.all()) == [kept]
    assert Skill.objects.get(pk=kept.pk).target
    assert operations.find_or_add_skill("excel") == kept

    gone.refresh_from_db()
    operations.unmerge_skill(gone, entries=moved)

    assert list(entry.skills.all()) == [gone]


def test_a_skill_is_not_merged_into_itself_nor_into_one_merged_away() -> None:
    one, other = operations.find_or_add_skill("Excel"), operations.find_or_add_skill("Tableur")
    operations.merge_skills(one, into=other)
    one.refresh_from_db()

    for gone, into in ((other, other), (other, one)):
        with pytest.raises(operations.CannotMerge):
            operations.merge_skills(gone, into=into)


def test_a_mission_of_the_same_title_is_the_same_mission() -> None:
    internship = make_internship()

    first = operations.add_mission(internship, title="Réparer les vélos")
    second = operations.add_mission(internship, title="REPARER les vélos")
    third = operations.add_mission(internship, title="Accueil", agreed=False)

    assert first == second
    assert [mission.position for mission in (first, third)] == [1, 2]


def test_imported_lines_wait_for_their_figures_to_be_confirmed() -> None:
    row = Row(
        on=date(2026, 3, 2),
        action="Rédaction 12 newsletters clients",
        skills=("Communication",),
        impacts=("Augmentation taux d’ouverture de 25%", "Mieux qu’avant"),
        quotes=(Quote("Ton parfait", "Resp. Marketing"),),
    )

    (entry,) = operations.import_rows([row, row], at=NOW, experience=make_internship())

    assert queries.figures() == ()
    assert [impact.words for impact in entry.impacts.all()] == ["25%", "Mieux qu’avant"]
    assert entry.feedback.get().author_name == "Resp. Marketing"
    assert operations.import_rows([row], at=NOW) == []


def test_the_exported_table_comes_back_as_it_was() -> None:
    internship = make_internship()
    entry = make_entry(
        experience_id=internship.pk, skills=[operations.find_or_add_skill("Accueil du public").pk]
    )
    (found,) = proposals("passé de 18 % à 6 %")
    operations.keep_impact(entry, operations.as_values(found), at=NOW)
    operations.add_feedback(words="On garde", entry=entry, author_name="Bob")
    before = queries.table()
    operations.delete_entry(entry, at=NOW)
    operations.erase_deleted(before=NOW + timedelta(days=1))

    operations.import_rows(before, at=NOW, confirmed=True)

    (row,) = queries.table()
    assert (row.cells(), row.on, row.experience) == (before[0].cells(), before[0].on, before[0].experience)
    assert row.on <= TODAY
