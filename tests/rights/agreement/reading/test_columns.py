"""Columns of texts drawn with spaces, and tables drawn with characters."""

import pytest

from tests.rights.agreement.reading.papers import blocks, texts

FORM = """\
A. ÉTABLISSEMENT                         B. ORGANISME D'ACCUEIL
Nom : Université de l'Iroise             Nom : Institut du littoral
Adresse : 3 rue des Archives,            Adresse : Centre de Bretagne,
29238 Brest                              29280 Plouzané

C. STAGIAIRE
Nom : Lefèvre     Prénom : Clément       Né(e) le : 25/12/2001
"""


def read(text: str) -> list[str]:
    return texts(text.encode())


def test_a_column_is_read_to_its_end_before_the_next() -> None:
    lines = read(FORM)

    assert lines[:4] == [
        "A. ÉTABLISSEMENT",
        "Nom : Université de l'Iroise",
        "Adresse : 3 rue des Archives,",
        "29238 Brest",
    ]
    assert lines[4:8] == [
        "B. ORGANISME D'ACCUEIL",
        "Nom : Institut du littoral",
        "Adresse : Centre de Bretagne,",
        "29280 Plouzané",
    ]


def test_fields_of_one_row_are_separate_lines() -> None:
    assert read(FORM)[8:] == ["C. STAGIAIRE", "Nom : Lefèvre", "Prénom : Clément", "Né(e) le : 25/12/2001"]


def test_fields_of_one_row_keep_their_place_on_the_page() -> None:
    row = [line for line in blocks(FORM.encode())[-1] if ":" in line]

    assert row == ["Nom : Lefèvre", "Prénom : Clément", "Né(e) le : 25/12/2001"]


def test_columns_whose_rows_alternate_are_told_apart() -> None:
    text = """\
                                             Encadrement par l'organisme d'accueil
Encadrement par l'établissement
                                             Nom du tuteur : Yann KERMARREC
Nom de l'enseignant : Sophie DELALANDE
                                             Tél : 02 23 00 18 60
Tél : 02 99 00 41 37
"""

    assert read(text) == [
        "Encadrement par l'établissement",
        "Nom de l'enseignant : Sophie DELALANDE",
        "Tél : 02 99 00 41 37",
        "Encadrement par l'organisme d'accueil",
        "Nom du tuteur : Yann KERMARREC",
        "Tél : 02 23 00 18 60",
    ]


def test_prose_across_the_page_between_two_forms_stays_whole() -> None:
    text = """\
Nom : Alice Martin                 Nom : Société Durand
Tél : 01 00 00 00 00               Tél : 02 00 00 00 00

Les parties conviennent de ce qui suit, sans réserve et de bonne foi, ce jour.

Ville : Lyon                       Ville : Paris
Code : 69000                       Code : 75000
"""

    assert read(text) == [
        "Nom : Alice Martin",
        "Tél : 01 00 00 00 00",
        "Nom : Société Durand",
        "Tél : 02 00 00 00 00",
        "Les parties conviennent de ce qui suit, sans réserve et de bonne foi, ce jour.",
        "Ville : Lyon",
        "Code : 69000",
        "Ville : Paris",
        "Code : 75000",
    ]


def test_three_columns_are_read_one_after_the_other() -> None:
    text = """\
L'ÉCOLE                  L'ENTREPRISE             LE STAGIAIRE
Nom : Iroise             Nom : Neolis             Nom : Lefèvre
Ville : Brest            Ville : Rennes           Ville : Quimper
"""

    assert read(text) == [
        "L'ÉCOLE", "Nom : Iroise", "Ville : Brest",
        "L'ENTREPRISE", "Nom : Neolis", "Ville : Rennes",
        "LE STAGIAIRE", "Nom : Lefèvre", "Ville : Quimper",
    ]  # fmt: skip


def test_signatures_in_five_columns_keep_each_name_under_its_role() -> None:
    text = """\
Pour l'établissement   Pour l'organisme   Le stagiaire      L'enseignant      Le tuteur
d'enseignement         d'accueil          Clément Lefèvre   Hervé Calvez      Marion Tréguer
"""

    assert read(text) == [
        "Pour l'établissement", "d'enseignement", "Pour l'organisme", "d'accueil", "Le stagiaire",
        "Clément Lefèvre", "L'enseignant", "Hervé Calvez", "Le tuteur", "Marion Tréguer",
    ]  # fmt: skip


def test_a_label_and_its_value_far_away_stay_on_one_line() -> None:
    text = """\
Nom :                    DUHAMEL
Prénom :                 Enzo
Adresse :                9 rue des Fusillés
                         62290 Nœux-les-Mines
"""

    assert read(text) == [
        "Nom : DUHAMEL",
        "Prénom : Enzo",
        "Adresse : 9 rue des Fusillés",
        "62290 Nœux-les-Mines",
    ]


def test_labels_without_colon_facing_values_are_read_row_by_row() -> None:
    text = """\
Nom du stagiaire                   DUHAMEL Enzo
Durée hebdomadaire                 35 heures, du lundi
                                   au vendredi
Nom du tuteur                      Sébastien CUVELIER
Adresse                            12 rue Ampère
"""

    assert read(text) == [
        "Nom du stagiaire", "DUHAMEL Enzo", "Durée hebdomadaire", "35 heures, du lundi", "au vendredi",
        "Nom du tuteur", "Sébastien CUVELIER", "Adresse", "12 rue Ampère",
    ]  # fmt: skip


def test_a_time_table_is_read_row_by_row() -> None:
    text = """\
Jour        Matin            Après-midi
Lundi       9h-12h           14h-17h
Mardi       9h-12h           14h-17h
Mercredi    9h-12h           13h-16h
"""

    assert read(text)[3:6] == ["Lundi", "9h-12h", "14h-17h"]


def test_options_after_a_label_stay_with_it() -> None:
    text = (
        "Statut :   [ ] privé   [x] public   ( ) association\nType :     ( X ) obligatoire   ( ) facultatif\n"
    )

    assert read(text) == ["Statut : ☐ privé ☒ public ☐ association", "Type : ☒ obligatoire ☐ facultatif"]


@pytest.mark.parametrize(
    "text",
    [
        """\
+----------------+---------------+
| Nom            | DUHAMEL Enzo  |
+----------------+---------------+
| Durée totale   | 210 heures,   |
|                | soit 30 jours |
+----------------+---------------+
| Tuteur         | S. CUVELIER   |
+----------------+---------------+
""",
        """\
┌────────────────┬───────────────┐
│ Nom            │ DUHAMEL Enzo  │
├────────────────┼───────────────┤
│ Durée totale   │ 210 heures,   │
│                │ soit 30 jours │
├────────────────┼───────────────┤
│ Tuteur         │ S. CUVELIER   │
└────────────────┴───────────────┘
""",
    ],
    ids=["plus and minus", "box characters"],
)
def test_a_drawn_table_gives_its_cells_row_by_row(text: str) -> None:
    assert blocks(text.encode()) == [
        ["Nom"], ["DUHAMEL Enzo"], ["Durée totale"], ["210 heures,", "soit 30 jours"],
        ["Tuteur"], ["S. CUVELIER"],
    ]  # fmt: skip


def test_a_markdown_table_gives_its_cells_without_its_marks() -> None:
    text = "## Parties\n\n| Champ | Valeur |\n|---|---|\n| **Nom** | Alice |\n| Durée | 210 h |\n"

    assert read(text) == ["Parties", "Champ", "Valeur", "Nom", "Alice", "Durée", "210 h"]


def test_a_drawn_table_of_names_above_values_is_read_by_columns() -> None:
    text = "| Nom | Prénom | Né le |\n|---|---|---|\n| Lefèvre | Clément | 25/12/2001 |\n"

    assert read(text) == ["Nom", "Lefèvre", "Prénom", "Clément", "Né le", "25/12/2001"]


def test_dotted_leaders_stay_between_label_and_value() -> None:
    lines = read(
        "Nom et prénom .................... DUHAMEL Enzo\nDurée ............................ 210 heures\n"
    )

    assert [line.replace(".", "") for line in lines] == ["Nom et prénom  DUHAMEL Enzo", "Durée  210 heures"]


def test_a_blank_line_starts_another_block_and_a_running_sentence_does_not() -> None:
    text = "Le stagiaire respecte le règlement.\n\nLe tuteur le suit et\n\nle conseille.\n"

    assert blocks(text.encode()) == [
        ["Le stagiaire respecte le règlement."],
        ["Le tuteur le suit et", "le conseille."],
    ]


def test_a_right_column_pushed_against_the_left_one_is_still_cut_off() -> None:
    text = """\
La gratification est due au stagiaire     L'organisme verse chaque mois
dès la première heure de présence.        la somme convenue au stagiaire.
Elle ne constitue pas un salaire au sens du Le stagiaire conserve son régime
code du travail et reste exonérée.        de sécurité sociale antérieur.
Son montant figure à la première page.    Il justifie d'une assurance.
"""

    lines = read(text)

    assert lines[2] == "Elle ne constitue pas un salaire au sens du"
    assert lines[7] == "Le stagiaire conserve son régime"
