from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from tremplin.journal.domain.frameworks import builtin_skill, builtin_skills, read_framework
from tremplin.journal.domain.sheets import UnreadableTable

ROME = (
    '"code_ogr","nature","libelle_competence","definition","cat_comp"\n'
    '"910001","SAVOIR_FAIRE","Concevoir une application, un site web","","Savoir-faire"\n'
    '"910003","MACRO_SAVOIR_ETRE","Faire preuve d\'autonomie","","Savoir-être professionnel"\n'
)
KNOWLEDGE = '"code_ogr_savoir","libelle_savoir","categorie_savoir"\n"920001","Langage SQL","Techniques"\n'
ESCO = (
    "conceptType,conceptUri,skillType,preferredLabel,altLabels,status\n"
    'KnowledgeSkillCompetence,http://e/1,knowledge,Python,"Python\nPython 3",released\n'
    'KnowledgeSkillCompetence,http://e/2,skill/competence,"rédiger, « résumer »",,released\n'
    "KnowledgeSkillCompetence,http://e/3,,ancienne,,obsolete\n"
)


def xlsx(*rows: tuple[str | None, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def zipped(**files: str) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"dossier/{name}.csv", content)
    return target.getvalue()


def test_the_builtin_list_is_long_enough_and_names_each_skill_once() -> None:
    names = [skill.name.casefold() for skill in builtin_skills().skills]

    assert len(names) >= 300
    assert len(set(names)) == len(names)


def test_a_builtin_skill_is_found_however_it_is_typed() -> None:
    found = builtin_skill("analyse de DONNEES")

    assert found is not None
    assert (found.name, found.family) == ("Analyse de données", "Analyse de données")


def test_rome_competences_are_read() -> None:
    read = read_framework(ROME.encode(), name="competence.csv")

    assert (read.source, [skill.code for skill in read.skills]) == ("rome", ["910001", "910003"])
    assert read.skills[0].name == "Concevoir une application, un site web"


def test_the_whole_rome_archive_is_read() -> None:
    content = zipped(
        unix_referentiel_competence_v461_utf8=ROME,
        unix_referentiel_savoir_v461_utf8=KNOWLEDGE,
        autre="a,b\n1,2\n",
    )

    read = read_framework(content, name="rome.zip")

    assert {skill.name for skill in read.skills} >= {"Langage SQL", "Faire preuve d'autonomie"}


def test_esco_skills_are_read_without_the_obsolete_ones() -> None:
    read = read_framework(ESCO.encode(), name="skills_fr.csv")

    assert (read.source, len(read.skills)) == ("esco", 2)
    assert read.skills[1].code == "http://e/2"
    assert "1" in read.notes[0]


def test_a_school_s_spreadsheet_is_read() -> None:
    content = xlsx(
        ("BUT MMI", None, None),
        ("Code", "Bloc de compétences", "Compétence"),
        ("AC11.01", "Comprendre", "Présenter une organisation"),
        ("AC11.02", "Comprendre", None),
    )

    read = read_framework(content, name="but.xlsx")

    assert (read.source, len(read.skills)) == ("school", 1)
    assert (read.skills[0].code, read.skills[0].family) == ("AC11.01", "Comprendre")
    assert "Ligne 4" in read.notes[0]


def test_accents_decoded_twice_are_repaired_and_said() -> None:
    read = read_framework(ROME.encode().decode("cp1252").encode(), name="rome.csv")

    assert read.skills[1].family == "Savoir-être professionnel"
    assert "réparés" in read.notes[0]


def test_a_quotation_mark_never_closed_is_refused_with_its_line() -> None:
    content = 'conceptUri,preferredLabel\nhttp://e/1,"libellé jamais refermé,,\nhttp://e/2,autre\n'

    with pytest.raises(UnreadableTable, match="ligne 2"):
        read_framework(content.encode(), name="skills_fr.csv")


@pytest.mark.parametrize(
    "content", [b"", b"x,y\n1,2\n", b"<html></html>", b"PK\x03\x04rien", b"\x00\x01\x02"]
)
def test_what_lists_no_skill_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableTable):
        read_framework(content, name="liste.csv")
