"""Plain text files: encodings, pages, refusals."""

import pytest

from tests.rights.agreement.reading.papers import blocks, texts
from tremplin.rights.agreement.reading.files import read_bytes

SENTENCE = "Élève de première : gratification de 4,35 €, payée à Nœux."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_usual_encoding_gives_the_same_letters(encoding: str) -> None:
    assert texts(SENTENCE.encode(encoding)) == [SENTENCE]


def test_latin_1_is_read_as_written() -> None:
    assert texts("Élève à Orléans".encode("latin-1")) == ["Élève à Orléans"]


def test_accents_written_apart_are_put_together() -> None:
    assert texts("E\u0301le\u0300ve".encode()) == ["Élève"]


def test_form_feeds_separate_pages() -> None:
    document = read_bytes(b"Premiere page\n\fSeconde page\n\f", "a.txt")

    assert [page.number for page in document.pages] == [1, 2]
    assert document.page_count == 2
    assert document.pages[1].lines[0].text == "Seconde page"


def test_a_footer_on_each_page_leaves_the_flow() -> None:
    page = "\n".join(f"Ligne {{0}} {number} du texte de la page." for number in range(30))
    text = "\f".join(page.format(sheet) + f"\n\n    Formulaire RH-07 – page {sheet} / 3" for sheet in "123")

    document = read_bytes(text.encode(), "a.txt")

    for sheet in document.pages:
        assert sheet.lines[-1].text == f"Formulaire RH-07 – page {sheet.number} / 3"
        assert sheet.lines[-1].block != sheet.lines[-2].block


def test_windows_line_ends_and_tabs_are_white() -> None:
    assert texts(b"Nom :\tAlice\r\nVille :\tLyon\r\n") == ["Nom : Alice", "Ville : Lyon"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[x] oui [ ] non", "☒ oui ☐ non"),
        ("[X] oui [_] non", "☒ oui ☐ non"),
        ("( X ) oui ( ) non", "☒ oui ☐ non"),
        ("☑ oui □ non", "☒ oui ☐ non"),
        ("■ oui □ non", "☒ oui ☐ non"),
        ("● oui ○ non", "☒ oui ☐ non"),
        ("\uf0fe oui \uf0a8 non", "☒ oui ☐ non"),
        ("\uf078 oui \uf06f non", "☒ oui ☐ non"),
        ("✓ oui ☐ non", "☒ oui ☐ non"),
        ("__X__ oui", "☒ oui"),
        ("☒oui ☐non", "☒ oui ☐ non"),
        ("le(s) stagiaire(s) (x) f(x)", "le(s) stagiaire(s) ☒ f(x)"),
        ("● premier point", "● premier point"),
        ("article 5 (voir page 1)", "article 5 (voir page 1)"),
    ],
)
def test_every_way_to_write_a_box_is_one_of_two(written: str, shown: str) -> None:
    assert texts(written.encode()) == [shown]


def test_blocks_number_paragraphs() -> None:
    assert blocks(b"Un.\n\nDeux.\n\nTrois.\n") == [["Un."], ["Deux."], ["Trois."]]
