"""PDF: layout, boxes, forms, turned pages, pictures."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.rights.agreement.reading.papers import SHEET, blocks, lines_of, pdf, texts, turned
from tremplin.rights.agreement.reading.files import read_bytes

PROSE = (
    "La présente convention règle les rapports de l’organisme avec l’établissement et le stagiaire. "
    "Le tuteur désigné par l’organisme assure le suivi du stagiaire et optimise les conditions du stage. "
)


def test_a_sentence_keeps_its_page() -> None:
    document = read_bytes(pdf("Première page. #pagebreak() Seconde page."), "a.pdf")

    assert [lines_of(page) for page in document.pages] == [["Première page."], ["Seconde page."]]
    assert document.page_count == 2


def test_two_columns_of_justified_prose_are_read_one_after_the_other() -> None:
    source = f"#set par(justify: true)\n#columns(2)[DÉBUT. {PROSE * 3} #colbreak() SUITE. {PROSE * 3} FIN.]"

    lines = texts(pdf(source))

    suite = next(place for place, line in enumerate(lines) if line.startswith("SUITE."))
    assert lines[0].startswith("DÉBUT.")
    assert lines[-1].endswith("FIN.")
    assert all("SUITE" not in line and "FIN" not in line for line in lines[:suite])


def test_full_width_and_columns_alternate_on_one_page() -> None:
    source = """CONVENTION DE STAGE \\ Entre les soussignés, dont les noms et adresses figurent ci-après :
#grid(columns: (1fr, 1fr), [*1 - École* \\ Nom : Iroise \\ Adresse : 3 rue des Archives, 29238 Brest Cedex 3],
[*2 - Entreprise* \\ #v(5pt) Nom : Neolis \\ Adresse : 12 allée Jean Guéhenno, 35000 Rennes])
#v(8pt)
Nom : Lefèvre #h(2em) Prénom : Clément #h(2em) Né le : 25/12/2001"""

    lines = texts(pdf(source))

    assert lines[-3:] == ["Nom : Lefèvre", "Prénom : Clément", "Né le : 25/12/2001"]
    assert lines.index("1 - École") < lines.index("Nom : Iroise") < lines.index("2 - Entreprise")
    assert lines.index("2 - Entreprise") < lines.index("Nom : Neolis")


@pytest.mark.parametrize("stroke", ["0.5pt", "none"], ids=["ruled", "not ruled"])
def test_a_table_of_labels_and_values_is_read_row_by_row(stroke: str) -> None:
    source = f"""#table(columns: (5cm, 10cm), stroke: {stroke},
[Nom et prénom], [Enzo DUHAMEL],
[Adresse], [9 rue des Fusillés, 62290 Nœux-les-Mines, au fond
de la cour à gauche après le grand portail vert], [Durée hebdomadaire], [35 heures],
[Tuteur], [Sébastien CUVELIER])"""

    text = " ".join(texts(pdf(source)))

    assert text.index("Enzo") < text.index("Adresse") < text.index("portail") < text.index("Durée")
    assert text.index("35 heures") < text.index("Tuteur") < text.index("CUVELIER")


@pytest.mark.parametrize("count", [3, 4, 5])
@pytest.mark.parametrize("stroke", ["0.5pt", "none"], ids=["ruled", "not ruled"])
def test_signatures_keep_each_name_under_its_role(count: int, stroke: str) -> None:
    roles = ["Pour l’école", "Pour l’entreprise", "Le stagiaire", "L’enseignant", "Le tuteur"][:count]
    names = ["Ana MOREL", "Luc PETIT", "Zoé ROUX", "Max BLANC", "Ida NOIR"][:count]
    cells = "".join(f"[{role}]," for role in roles) + "".join(f"[{name}]," for name in names)
    source = f"#table(columns: {count}, column-gutter: 4pt, stroke: {stroke}, {cells})"

    assert texts(pdf(source)) == [line for pair in zip(roles, names, strict=True) for line in pair]


def test_an_underlined_title_does_not_cut_a_ruled_cell() -> None:
    source = """#table(columns: (1fr, 1fr),
[#underline[1 - L’ÉCOLE] \\ Nom : Université de l’Iroise \\ Ville : Brest],
[#underline[2 - L’ENTREPRISE] \\ Nom : Neolis \\ Ville : Rennes])"""

    assert blocks(pdf(source)) == [
        ["1 - L’ÉCOLE", "Nom : Université de l’Iroise", "Ville : Brest"],
        ["2 - L’ENTREPRISE", "Nom : Neolis", "Ville : Rennes"],
    ]


def test_little_squares_drawn_are_boxes_and_a_cross_inside_checks_them() -> None:
    box = "#box(width: 8pt, height: 8pt, stroke: 0.6pt)"
    cross = (
        "#box(width: 8pt, height: 8pt, stroke: 0.6pt)[#place(line(start: (1pt, 1pt), end: (7pt, 7pt)))"
        "#place(line(start: (7pt, 1pt), end: (1pt, 7pt)))]"
    )

    assert texts(pdf(f"Statut : {box} privé {cross} public")) == ["Statut : ☐ privé ☒ public"]


def test_a_word_broken_by_a_hyphen_keeps_its_two_halves_in_place() -> None:
    source = "#set page(width: 7cm)\n#set text(hyphenate: true)\n#set par(justify: true)\n" + PROSE

    lines = texts(pdf(source))
    broken = [place for place, line in enumerate(lines) if line.endswith("-")]

    assert broken
    joined = " ".join(lines).replace("- ", "")
    assert "établissement" in joined
    assert "convention" in joined


def test_ligatures_are_spelled_out() -> None:
    assert texts(pdf("Officiel, affilié, profil, efficace")) == ["Officiel, affilié, profil, efficace"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_marked_as_turned_is_read_upright(angle: int) -> None:
    paper = pdf("#table(columns: 2, [Nom], [Alice], [Ville], [Lyon])\nSigné le 3 mars 2026.")

    assert texts(turned(paper, angle)) == texts(paper)


@pytest.mark.parametrize("angle", ["90deg", "-90deg"])
def test_a_page_whose_letters_are_set_sideways_is_read_upright(angle: str) -> None:
    source = (
        f"#rotate({angle}, reflow: true)[#block(width: 20cm)[Le stagiaire respecte le règlement. \\ {PROSE}]]"
    )

    assert texts(pdf(source))[0] == "Le stagiaire respecte le règlement."


def test_headers_and_footers_leave_the_flow_so_that_sentences_join() -> None:
    sheet = SHEET + (
        "#set page(header: [Université de l’Iroise – convention], "
        'footer: context [page #counter(page).display("1 / 1", both: true)])\n'
    )
    text = " ".join(
        f"La règle {'abcdefg'[rank % 7] * (rank % 11 + 1)} vaut pour tous." for rank in range(900)
    )

    document = read_bytes(pdf(text, sheet=sheet), "a.pdf")

    assert document.page_count >= 3
    for page in document.pages:
        *_, header, footer = page.lines
        assert header.text == "Université de l’Iroise – convention"
        assert footer.text == f"page {page.number} / {document.page_count}"
        assert page.lines[0].top > header.top


def test_a_blank_page_is_read_and_has_no_line() -> None:
    document = read_bytes(pdf("Un. #pagebreak() #pagebreak() Trois."), "a.pdf")

    assert [len(page.lines) for page in document.pages] == [1, 0, 1]
    assert document.unreadable == ()


def test_values_of_form_fields_appear_in_place() -> None:
    paper = _form(pdf("Nom : \\ #v(12pt) Ville : \\ #v(12pt) #h(1em) public \\ #v(12pt) #h(1em) privé"))

    assert texts(paper) == ["Nom : Enzo DUHAMEL", "Ville : Béthune", "☒ public", "☐ privé"]


def test_a_note_typed_on_the_page_is_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Durée :"))))
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/FreeText"),
            NameObject("/Rect"): _rect(95, 772, 190, 786),
            NameObject("/Contents"): TextStringObject("210 heures"),
            NameObject("/DA"): TextStringObject("/Helv 10 Tf"),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    out = BytesIO()
    writer.write(out)

    assert texts(out.getvalue()) == ["Durée : 210 heures"]


def _form(paper: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paper)))
    fields = [
        _field("nom", "/Tx", _rect(90, 770, 250, 786), TextStringObject("Enzo DUHAMEL")),
        _field("ville", "/Tx", _rect(90, 740, 250, 756), TextStringObject("Béthune")),
        _field("public", "/Btn", _rect(56, 712, 66, 722), NameObject("/Yes")),
        _field("prive", "/Btn", _rect(56, 681, 66, 691), NameObject("/Off")),
    ]
    kept = ArrayObject([writer._add_object(field) for field in fields])
    writer.pages[0][NameObject("/Annots")] = kept
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): kept, NameObject("/NeedAppearances"): BooleanObject(True)}
    )
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _field(name: str, kind: str, rect: ArrayObject, value: TextStringObject | NameObject) -> DictionaryObject:
    field = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject(kind),
            NameObject("/T"): TextStringObject(name),
            NameObject("/V"): value,
            NameObject("/Rect"): rect,
            NameObject("/F"): NumberObject(4),
            NameObject("/DA"): TextStringObject("/Helv 10 Tf 0 g"),
        }
    )
    if kind == "/Btn":
        field[NameObject("/AS")] = value
    return field


def _rect(*sides: float) -> ArrayObject:
    return ArrayObject([FloatObject(side) for side in sides])
