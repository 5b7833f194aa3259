"""ODT as LibreOffice shows it."""

import pytest

from tests.rights.agreement.reading.papers import archive, blocks, lines_of, odt, texts
from tremplin.rights.agreement.pages import UnreadableFile
from tremplin.rights.agreement.reading.files import read_bytes


def test_paragraphs_and_table_cells_come_in_order() -> None:
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row)
        + "</table:table-row>"
        for row in (("Nom", "Enzo DUHAMEL"), ("Tuteur", "Sébastien CUVELIER"))
    )
    body = f"<text:h>Convention</text:h><table:table>{cells}</table:table><text:p>Fait à Lyon</text:p>"

    assert texts(odt(body)) == [
        "Convention",
        "Nom",
        "Enzo DUHAMEL",
        "Tuteur",
        "Sébastien CUVELIER",
        "Fait à Lyon",
    ]


def test_spaces_tabs_and_line_breaks_are_white() -> None:
    body = (
        "<text:p>Nom :<text:tab/>Lefèvre<text:tab/>Prénom : Clément<text:line-break/>"
        "Né  <text:s text:c='3'/>\nici</text:p>"
    )

    assert texts(odt(body)) == ["Nom : Lefèvre", "Prénom : Clément", "Né ici"]


def test_styles_and_soft_breaks_make_pages() -> None:
    broken = "<style:style style:name='P9'><style:paragraph-properties fo:break-before='page'/></style:style>"
    body = (
        "<text:p>Un</text:p><text:p text:style-name='P9'>Deux</text:p>"
        "<text:soft-page-break/><text:p>Trois</text:p>"
    )

    document = read_bytes(odt(body, automatic=broken), "a.odt")

    assert [lines_of(page) for page in document.pages] == [["Un"], ["Deux"], ["Trois"]]


def test_tracked_deletions_are_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>3,90 €</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Gratification : 4,35 €</text:p>"
    )

    assert texts(odt(body)) == ["Gratification : 4,35 €"]


def test_form_controls_show_their_state() -> None:
    forms = (
        "<office:forms><form:form>"
        "<form:checkbox form:id='c1' form:label='public' form:current-state='checked'/>"
        "<form:checkbox form:id='c2' form:label='privé'/><form:text form:id='c3' form:current-value='Alice'/>"
        "</form:form></office:forms>"
    )
    controls = "".join(f"<draw:control draw:control='c{number}'/>" for number in (1, 2, 3))

    assert texts(odt(f"<text:p>{controls}</text:p>", forms=forms)) == ["☒ public ☐ privé Alice"]


def test_frames_are_read_after_their_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>Dans le cadre</text:p></draw:text-box></draw:frame>"

    assert texts(odt(f"<text:p>Avant{box} suite</text:p>")) == ["Avant suite", "Dans le cadre"]


def test_headers_and_footers_are_a_block_apart() -> None:
    footer = "<style:footer><text:p>Formulaire RH-07</text:p></style:footer>"
    master = f"<style:master-page>{footer}</style:master-page>"

    assert blocks(odt("<text:p>Texte.</text:p>", styles=master)) == [["Texte."], ["Formulaire RH-07"]]


def test_a_document_closed_by_a_password_is_refused() -> None:
    manifest = "<m:manifest xmlns:m='u'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"

    with pytest.raises(UnreadableFile, match=r"« a\.odt » est protégé par un mot de passe"):
        read_bytes(archive({"META-INF/manifest.xml": manifest, "content.xml": "x"}), "a.odt")


def test_a_spreadsheet_is_refused() -> None:
    sheet = odt("").replace(b"office:text", b"office:none")

    with pytest.raises(UnreadableFile):
        read_bytes(sheet, "a.odt")
