import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from tests.documents.reading import letters
from tests.documents.report_models import BARE_OUTLINE, OUTLINE
from tremplin.documents.report_docx import report_to_docx
from tremplin.documents.report_outline import ReportOutline


def opened(outline: ReportOutline) -> Any:
    return Document(io.BytesIO(report_to_docx(outline)))


def headings(outline: ReportOutline, level: int) -> list[str]:
    return [one.text for one in opened(outline).paragraphs if one.style.name == f"Heading {level}"]


def test_the_outline_goes_by_mission_then_by_skill() -> None:
    assert headings(OUTLINE, 1)[3:5] == ["Mes missions", "Mes compétences"]
    assert headings(OUTLINE, 2) == [
        "Suivi des pannes", "Inventaire", "Accueil des clients", "Autres travaux",
        "Analyse de données", "Gestion de stock", "Anglais", "Animation", "Cartographie",
    ]  # fmt: skip


def test_work_outside_the_agreed_missions_is_kept_apart() -> None:
    (others,) = [entries for mission, entries in OUTLINE.by_mission() if mission == "Autres travaux"]

    assert [one.action for one in others] == ["J’ai suivi les commandes de pièces."]


def test_an_entry_says_its_figure_and_marks_an_estimate() -> None:
    said = letters("\n".join(one.text for one in opened(OUTLINE).paragraphs))

    assert letters("De 4 h 30 à 50 min par semaine (point du lundi).") in said
    assert letters("64 commandes (estimation).") in said


def test_every_entry_links_to_its_proof_in_the_appendix() -> None:
    document = opened(OUTLINE)
    anchors = {one.get(qn("w:anchor")) for one in document.element.body.iter(qn("w:hyperlink"))}
    marks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}

    assert anchors == marks == {f"preuve_{one.entry}" for one in OUTLINE.entries}


def test_the_appendix_is_a_table_with_repeated_headings_method_and_witness() -> None:
    (table,) = opened(OUTLINE).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows[0] == ["Date", "Action", "Chiffres", "Retours reçus"]
    assert len(rows) == 1 + len(OUTLINE.entries)
    assert "témoin\u00a0: Yann Le Goff" in rows[4][2]
    assert "Je récupère mon lundi matin." in rows[4][3]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_what_only_the_student_can_write_is_asked_for() -> None:
    prompts = [one.text for one in opened(OUTLINE).paragraphs if one.text.startswith("À écrire")]

    assert len(prompts) == 5 + 4 + 5


def test_a_mission_and_a_skill_without_entry_say_so() -> None:
    said = [one.text for one in opened(OUTLINE).paragraphs]

    assert said.count("Aucune entrée du journal ne s’y rattache.") == 1
    assert said.count("Aucune preuve notée dans le journal.") == 1


def test_people_of_the_team_are_listed_to_be_thanked() -> None:
    assert set(OUTLINE.people) <= {one.text for one in opened(OUTLINE).paragraphs}


def test_the_file_is_french_titled_and_on_a4() -> None:
    document = opened(OUTLINE)
    page = document.sections[0]

    assert document.core_properties.title == "Rapport de stage · Stage d’Inès Marchetti chez Cargolière"
    assert document.core_properties.author == "Inès Marchetti"
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "fr-FR"
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)


def test_an_empty_journal_still_gives_an_outline() -> None:
    assert headings(BARE_OUTLINE, 1) == [
        "Remerciements", "Introduction", "L’organisme d’accueil", "Mes missions", "Bilan", "Conclusion",
        "Annexe\u00a0: preuves du journal de bord",
    ]  # fmt: skip
    assert opened(BARE_OUTLINE).tables == []
