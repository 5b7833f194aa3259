"""DOCX as Word shows it."""

from io import BytesIO

import docx as python_docx
import pytest
from docx.enum.text import WD_BREAK

from tests.rights.agreement.reading.papers import W, blocks, docx, lines_of, p, texts
from tremplin.rights.agreement.pages import UnreadableFile
from tremplin.rights.agreement.reading.files import read_bytes


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_paragraphs_and_table_cells_come_in_order() -> None:
    paper = python_docx.Document()
    paper.add_paragraph("Convention de stage")
    table = paper.add_table(2, 2)
    for cell, text in zip(table._cells, ["Nom", "Enzo DUHAMEL", "Tuteur", "Sébastien CUVELIER"], strict=True):
        cell.text = text
    paper.add_paragraph("Fait à Béthune")

    assert texts(saved(paper)) == [
        "Convention de stage", "Nom", "Enzo DUHAMEL", "Tuteur", "Sébastien CUVELIER", "Fait à Béthune",
    ]  # fmt: skip


def test_cells_of_one_row_stand_at_one_height_and_side_by_side() -> None:
    paper = python_docx.Document()
    paper.add_paragraph("Convention de stage")
    table = paper.add_table(2, 2)
    for cell, text in zip(table._cells, ["Nom", "Enzo", "Tuteur", "Zoé"], strict=True):
        cell.text = text

    title, name, value, tutor, _ = read_bytes(saved(paper), "a").pages[0].lines

    assert title.top < name.top == value.top < tutor.top
    assert (name.left, name.right, value.left, value.right) == (0.0, 0.5, 0.5, 1.0)


def test_a_table_inside_a_cell_is_read_where_it_stands() -> None:
    paper = python_docx.Document()
    outer = paper.add_table(1, 2)
    outer.cell(0, 0).text = "Avant"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Dedans", "Encore"
    paper.add_paragraph("Après")

    assert texts(saved(paper)) == ["Avant", "Dedans", "Encore", "Après"]


def test_signatures_in_a_table_keep_each_name_under_its_role() -> None:
    paper = python_docx.Document()
    table = paper.add_table(2, 3)
    words = ["Pour l’école", "Pour l’entreprise", "Le stagiaire", "Ana MOREL", "Luc PETIT", "Zoé ROUX"]
    for cell, text in zip(table._cells, words, strict=True):
        cell.text = text

    assert texts(saved(paper)) == [
        "Pour l’école", "Ana MOREL", "Pour l’entreprise", "Luc PETIT", "Le stagiaire", "Zoé ROUX",
    ]  # fmt: skip


def test_a_cell_merged_over_rows_is_read_once() -> None:
    paper = python_docx.Document()
    table = paper.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Horaires"
    table.cell(0, 1).text, table.cell(1, 1).text = "Matin", "Soir"

    assert texts(saved(paper)) == ["Horaires", "Matin", "Soir"]


def test_page_breaks_make_pages() -> None:
    paper = python_docx.Document()
    paper.add_paragraph("Un").add_run().add_break(WD_BREAK.PAGE)
    paper.add_paragraph("Deux")
    rendered = p("Trois").replace("<w:t>", "<w:lastRenderedPageBreak/><w:t>")

    assert [lines_of(page) for page in read_bytes(saved(paper), "a").pages] == [["Un"], ["Deux"]]
    assert [lines_of(page) for page in read_bytes(docx(p("Deux") + rendered), "a").pages] == [
        ["Deux"],
        ["Trois"],
    ]


def test_headers_and_footers_are_a_block_apart() -> None:
    paper = docx(
        p("Le stagiaire respecte le règlement."),
        header1=f"<w:hdr {W}>{p('Université de l’Iroise')}</w:hdr>",
        footer1=f"<w:ftr {W}>{p('Formulaire RH-07')}</w:ftr>",
    )

    assert blocks(paper) == [
        ["Le stagiaire respecte le règlement."],
        ["Formulaire RH-07"],
        ["Université de l’Iroise"],
    ]


def test_tracked_deletions_are_left_out_and_insertions_kept() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Gratification : </w:t></w:r>"
        "<w:del><w:r><w:delText>3,90 €</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>4,35 €</w:t></w:r></w:ins></w:p>"
    )

    assert texts(docx(body)) == ["Gratification : 4,35 €"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('Dans le cadre')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Avant</w:t></w:r><w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert texts(docx(body)) == ["Avant", "Dans le cadre"]


@pytest.mark.parametrize(("state", "shown"), [("1", "☒ public"), ("0", "☐ public")])
def test_a_check_box_control_shows_its_state(state: str, shown: str) -> None:
    control = (
        f"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{state}'/></w14:checkbox></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
    )

    assert texts(docx(f"<w:p>{control}<w:r><w:t> public</w:t></w:r></w:p>")) == [shown]


@pytest.mark.parametrize(("state", "shown"), [("<w:checked/>", "☒ oui"), ("<w:default w:val='0'/>", "☐ oui")])
def test_an_old_form_check_box_shows_its_state(state: str, shown: str) -> None:
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'>"
        f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
        "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )

    assert texts(docx(f"<w:p>{field}<w:r><w:t xml:space='preserve'> oui</w:t></w:r></w:p>")) == [shown]


def test_a_symbol_of_wingdings_is_a_box() -> None:
    body = (
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t xml:space='preserve'> oui</w:t></w:r></w:p>"
    )

    assert texts(docx(body)) == ["☒ oui"]


def test_a_control_still_showing_its_prompt_is_a_blank() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Tuteur : </w:t></w:r>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Cliquez ici pour taper du texte.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )

    assert texts(docx(body)) == ["Tuteur : ………………"]


def test_tabs_separate_fields_but_not_a_label_from_its_value() -> None:
    body = (
        "<w:p><w:r><w:t>Nom :</w:t><w:tab/><w:t>Lefèvre</w:t><w:tab/><w:t>Prénom : Clément</w:t></w:r></w:p>"
    )

    assert texts(docx(body)) == ["Nom : Lefèvre", "Prénom : Clément"]


def test_hidden_text_is_left_out() -> None:
    body = "<w:p><w:r><w:t>Vu</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r></w:p>"

    assert texts(docx(body)) == ["Vu"]


@pytest.mark.parametrize(
    "bad",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document>&b;</w:document>',
        '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><w:document>&c;</w:document>',
        "<w:document",
        "",
    ],
    ids=["outside entity", "entity bomb", "cut short", "empty"],
)
def test_bad_xml_is_refused_with_a_sentence(bad: str) -> None:
    from tests.rights.agreement.reading.papers import archive

    with pytest.raises(UnreadableFile, match=r"« a\.docx » est abîmé"):
        read_bytes(archive({"word/document.xml": bad}), "a.docx")
