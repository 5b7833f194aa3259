import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tremplin.journal.domain.sheets import UnreadableTable
from tremplin.journal.domain.table import KEPT_BACK, Quote, Row, bare, rows_for
from tremplin.journal.domain.table_files import FORMATS, Format, read_rows, write_rows

TODAY = date(2026, 4, 3)
REPORTING = Row(
    on=date(2026, 3, 31),
    action="Création dashboard KPIs commerciaux",
    skills=("Analyse de données",),
    impacts=("de 10 h à 2 h par semaine (temps reporting)",),
    quotes=(Quote("Outil adopté par toute l’équipe", "Directeur"),),
    experience="Stage",
)
ARTICLE = """Compétence;Actions réalisées;Impact mesurable;Feedback reçu
Gestion de projet;Coordination équipe 5 personnes sur projet web;Livraison 2 semaines avant deadline, économie 15% budget;« Excellente anticipation des risques » – Manager
Communication;Rédaction 12 newsletters clients;Augmentation taux d’ouverture de 25%;« Ton parfait avec notre audience » – Resp. Marketing
"""  # noqa: E501 the article's own lines

words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="«»;–—"),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(text.split()))
filled = words.filter(bool)
actions = st.lists(filled, min_size=1, max_size=3).map("\n".join)
rows = st.builds(
    Row,
    on=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    action=actions,
    skills=st.lists(filled, max_size=3).map(tuple),
    impacts=st.lists(filled, max_size=3).map(tuple),
    quotes=st.lists(st.builds(Quote, filled, words), max_size=2).map(tuple),
    experience=words,
    mission=words,
    visibility=st.sampled_from(["public", "company", "private"]),
)


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=60, deadline=None)
@given(lines=st.lists(rows, min_size=1, max_size=4))
def test_every_format_gives_back_what_was_written(kind: Format, lines: list[Row]) -> None:
    back = read_rows(write_rows(lines, to=kind), name=f"journal.{kind}", today=TODAY)

    assert list(back.rows) == lines
    assert back.notes == ()


def test_the_article_s_own_table_is_imported() -> None:
    project, writing = read_rows(ARTICLE.encode(), name="tableau.csv", today=TODAY).rows

    assert project.skills == ("Gestion de projet",)
    assert project.impacts == ("Livraison 2 semaines avant deadline, économie 15% budget",)
    assert project.quotes == (Quote("Excellente anticipation des risques", "Manager"),)
    assert writing.quotes[0].author == "Resp. Marketing"
    assert project.on == TODAY


def test_a_plain_table_saved_by_excel_in_france_is_imported() -> None:
    content = "Date;Action;Feedback\n12/03/2026;Inventaire des freins;Bien\n".encode("cp1252")

    (row,) = read_rows(content, name="plain.csv", today=TODAY).rows

    assert (row.on, row.action, row.quotes) == (
        date(2026, 3, 12),
        "Inventaire des freins",
        (Quote("Bien"),),
    )


def test_a_line_without_action_or_date_is_said() -> None:
    content = b"Action;Date\n;2026-03-12\nTri;hier\n"

    imported = read_rows(content, name="x.csv", today=TODAY)

    assert imported.rows == ()
    assert len(imported.notes) == 2


@pytest.mark.parametrize(
    ("day", "says"),
    [("31/02/2026", "n’existe pas"), ("hier", "n’est pas lisible"), ("2026-13-01", "n’existe pas")],
)
def test_an_impossible_date_is_refused_and_never_dated_today(day: str, says: str) -> None:
    imported = read_rows(f"Action;Date\nTri;{day}\nRangement;\n".encode(), name="x.csv", today=TODAY)

    assert [(row.action, row.on) for row in imported.rows] == [("Rangement", TODAY)]
    assert f"la date «\u00a0{day}\u00a0» {says}" in imported.notes[0]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "vide.csv"),
        (b"a;b\n1;2\n", "autre.csv"),
        (b"{}", "journal.json"),
        (b"[1", "journal.json"),
        (b"%PDF-1.7", "journal.csv"),
        (b"PK\x03\x04abc", "journal.xlsx"),
        (b"Rien", "journal.md"),
        (b'{"format": "tremplin-journal", "version": 2}', "journal.json"),
        (b'{"format": "tremplin-journal", "version": 1, "rows": [{"on": "x"}]}', "journal.json"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableTable, match=name):
        read_rows(content, name=name, today=TODAY)


def workbook(*rows: tuple[str, ...]) -> bytes:
    """Return a workbook of these rows."""
    book, target = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(target)
    return target.getvalue()


def test_a_workbook_cut_inside_its_sheet_is_refused_with_a_sentence() -> None:
    whole = workbook(("Action", "Date"), *((f"Tri {number}", "2026-03-12") for number in range(400)))
    with ZipFile(BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    cut = BytesIO()
    with ZipFile(cut, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content[:-900] if name.endswith("sheet1.xml") else content)

    with pytest.raises(UnreadableTable, match="abîmé"):
        read_rows(cut.getvalue(), name="coupe.xlsx", today=TODAY)


def test_a_cell_at_the_bottom_of_an_empty_sheet_is_not_waited_for() -> None:
    book, target = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(("Action", "Date"))
    sheet.append(("Tri", "2026-03-12"))
    sheet["A1048576"] = "loin"
    book.save(target)

    imported = read_rows(target.getvalue(), name="grand.xlsx", today=TODAY)

    assert [row.action for row in imported.rows] == ["Tri"]


def journal_json(**changes: object) -> bytes:
    line: dict[str, object] = {
        "on": "2026-03-31", "action": "Tri", "skills": [], "impacts": [], "quotes": [],
        "experience": "", "mission": "", "visibility": "company", "entry": None,
    }  # fmt: skip
    content = {"format": "tremplin-journal", "version": 1, "rows": [{**line, **changes}]}
    return json.dumps(content).encode()


def test_json_made_by_hand_is_refused_or_read_and_never_fails_later() -> None:
    for content in (b"[" * 200_000, journal_json(quotes=["net"]), journal_json(quotes=[{"words": None}])):
        with pytest.raises(UnreadableTable):
            read_rows(content, name="journal.json", today=TODAY)

    nobody = read_rows(
        journal_json(quotes=[{"words": "Net.", "author": None}], action="Tri \ud800"),
        name="journal.json", today=TODAY,
    ).rows[0]  # fmt: skip
    assert (nobody.quotes, nobody.action) == ((Quote("Net."),), "Tri ?")


@pytest.mark.parametrize("kind", FORMATS)
def test_lines_inside_a_quote_and_signs_inside_a_skill_come_back_whole(kind: Format) -> None:
    quotes = (Quote("Clair.\nEt rapide.\n\nMerci.", "Bob"), Quote("« Bravo » et « merci »", "Léa"))
    row = replace(REPORTING, skills=("Vente ; relance", "Excel"), quotes=quotes)

    assert read_rows(write_rows([row], to=kind), name=f"journal.{kind}", today=TODAY).rows == (row,)


@pytest.mark.parametrize("cell", ["\r=1+1", "\n=1+1", "  =1+1", "＝1+1", "\u00a0@SOMME(A1)", "\t-1"])
def test_blanks_before_a_formula_do_not_hide_it(cell: str) -> None:
    assert f"'{cell}".encode() in write_rows([replace(REPORTING, mission=cell)], to="csv")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("« Bravo »", "Bravo"),
        ("“Bravo”", "Bravo"),
        ('"Bravo"', "Bravo"),
        ("« Bravo » et « merci »", "« Bravo » et « merci »"),
        ('"Bravo" et "merci"', '"Bravo" et "merci"'),
        ("Il a dit « bravo »", "Il a dit « bravo »"),
        ("«", "«"),
    ],
)
def test_only_the_marks_around_the_whole_are_taken_off(typed: str, kept: str) -> None:
    assert bare(typed) == kept
    (row,) = read_rows(f"Action,Feedback\nTri,{_quoted(typed)}\n".encode(), name="x.csv", today=TODAY).rows
    assert row.quotes[0].words == (kept if typed.startswith("«") else typed)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def test_no_cell_becomes_a_formula() -> None:
    row = replace(REPORTING, action="=1+1", impacts=("+15 %",))

    assert b"'=1+1" in write_rows([row], to="csv")
    sheet = load_workbook(BytesIO(write_rows([row], to="xlsx"))).active
    assert sheet is not None
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value == "=1+1"


def test_a_stranger_sees_no_private_line_and_only_the_skill_of_the_company_s() -> None:
    lines = [
        replace(REPORTING, visibility="private"),
        REPORTING,
        replace(
            REPORTING, visibility="public", quotes=(Quote("Oui", "Bob", True), Quote("Non", "Bob", False))
        ),
    ]

    kept, shown = rows_for(lines, reader="public")

    assert (kept.action, kept.skills, kept.impacts, kept.quotes) == (KEPT_BACK, REPORTING.skills, (), ())
    assert shown.quotes == (Quote("Oui", "Bob", True),)


def test_the_company_reads_what_is_meant_for_it_and_the_student_everything() -> None:
    lines = [replace(REPORTING, visibility="private"), REPORTING]

    assert len(rows_for(lines, reader="company")) == 1
    assert rows_for(lines, reader="self") == tuple(lines)
