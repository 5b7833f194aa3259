import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.models import BARE_REPORT
from tremplin.documents.characters import (
    LONGEST_WORD,
    PRINTABLE_RANGES,
    PRINTABLE_SIGNS,
    is_printable,
    printable,
)
from tremplin.documents.pdf import to_pdf


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("L’Haÿ-les-Roses, œuvre", "L’Haÿ-les-Roses, œuvre"),
        ("ligne\r\n  suivante\t.", "ligne suivante ."),
        ("4,50\u202f€", "4,50\u00a0€"),
        ("e\u0301te\u0301", "été"),
        ("trait\u2011d’union", "trait-d’union"),
        ("cou\u00adpure", "coupure"),
        ("ﬁche", "fiche"),
        ("Ｌｅｔｔｒｅ", "Lettre"),
        ("\u202eà l’envers\u202c", "à l’envers"),
        ("\x00\x07net", "net"),
        ("漢 😀", "□ □"),
        ("☐ oui ☒ non ✓", "☐ oui ☒ non ✓"),
    ],
)
def test_text_is_brought_to_what_the_page_can_show(read: str, printed: str) -> None:
    assert printable(read) == printed


@given(st.text())
def test_nothing_unprintable_remains(text: str) -> None:
    assert all(is_printable(character) for character in printable(text))


@given(st.text())
def test_printing_twice_changes_nothing(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize("length", [LONGEST_WORD, LONGEST_WORD + 1, 12_000])
def test_a_word_of_several_lines_ends_with_an_ellipsis(length: int) -> None:
    first, last = printable(f"avant {'a' * length} après").split(" ")[1:]

    assert (len(first), last) == (LONGEST_WORD, "après")
    assert first.endswith("…") is (length > LONGEST_WORD)
    assert printable(first) == first


def test_every_character_said_printable_is_in_a_font() -> None:
    known = [chr(code) for first, last in PRINTABLE_RANGES for code in range(first, last + 1)]
    sentence = " ".join(filter(is_printable, [*known, *PRINTABLE_SIGNS]))
    report = type(BARE_REPORT)(
        subject="", verdict="Tous les signes", disclaimer=sentence, produced_on=BARE_REPORT.produced_on
    )

    assert to_pdf(report).startswith(b"%PDF")
