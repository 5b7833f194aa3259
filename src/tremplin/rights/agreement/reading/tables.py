"""Whether a grid of cells is read row by row (labels and values) or column by column."""

import re
from collections.abc import Sequence

_LABEL = re.compile(r"^[^\s:.;,][^:.;]{0,48}?\s?:(?:\s|$)")
_SIGNATURE = re.compile(
    r"\b(?:signatures?|cachet|tampon|lu et approuv|signed|stamp|pour (?:l['’]|le |la )\s?\w+|visa)", re.I
)
_FIELD = re.compile(
    r"\b(?:nom|pr[ée]nom|name|adresse|address|t[ée]l(?:[ée]phone)?|phone|courriel|m[ée]l|e-?mail|fonction|position"
    r"|qualit[ée]|service|dates?|dur[ée]e|duration|d[ée]but|start|fin|end|nombre|number|heures?|hours?|volume"
    r"|intitul[ée]|title|lieu|place|siret|repr[ée]sent\w*|tuteur|tutrice|tutor|enseignant\w*|r[ée]f[ée]rent\w*"
    r"|stagiaire|intern|[ée]tudiant\w*|student|organisme|entreprise|company|[ée]tablissement|school|montant|amount"
    r"|gratification|modalit[ée]s?|jours?|days?|horaires?|n[ée]e?(?:\(e\))?|born|naissance|birth|statut|effectif"
    r"|formation|dipl[ôo]me|dur[ée]e|activit[ée]s?|missions?|comp[ée]tences?|avantages?|assurance|p[ée]riodes?)\b",
    re.I,
)


def starts_with_label(text: str) -> bool:
    """Whether a text begins with a field's name and a colon, such as `Nom :`."""
    return bool(_LABEL.match(text))


def reads_by_rows(grid: Sequence[Sequence[str]]) -> bool:
    """Whether aligned cells of a zone without drawn lines are a table of rows.

    Args:
        grid: the text of each cell, row after row; an empty cell is "".

    Returns:
        True for labels facing values and for time-tables; False for columns of prose, forms
        side by side and signatures.
    """
    full = [row for row in grid if sum(1 for cell in row if cell) >= 2]
    if not full or any(_SIGNATURE.search(cell) for row in grid for cell in row if len(cell) < 60):
        return False
    if len(grid[0]) == 2:
        return _labels_face_values(grid, full)
    return len(full) >= 3 and len(full) >= 0.7 * len(grid) and not _has_forms(full) and _is_short(full, 34)


def _labels_face_values(grid: Sequence[Sequence[str]], full: Sequence[Sequence[str]]) -> bool:
    facing = [row for row in full if row[0].rstrip().endswith(":") and not starts_with_label(row[1])]
    if len(facing) >= 0.5 * len(full):
        return True
    if _has_forms(full) or not _is_short([[row[0]] for row in full], 42):
        return False
    named = sum(1 for row in full if _FIELD.search(row[0]) and not _FIELD.search(row[1]))
    return len(full) >= 0.7 * len(grid) and (named >= 0.4 * len(full) if len(full) > 1 else False)


def _has_forms(rows: Sequence[Sequence[str]]) -> bool:
    labelled = sum(
        1 for row in rows if any(starts_with_label(cell) and not cell.endswith(":") for cell in row)
    )
    return labelled >= 0.34 * len(rows)


def _is_short(rows: Sequence[Sequence[str]], most: int) -> bool:
    cells = [cell for row in rows for cell in row if cell]
    return sum(map(len, cells)) <= most * len(cells)


def reads_by_columns(grid: Sequence[Sequence[str]]) -> bool:
    """Whether a drawn table is read column by column: signatures, or names above values.

    Args:
        grid: the text of each cell, row after row, as many cells in each row.

    Returns:
        True when each column makes sense alone and rows do not.
    """
    if len(grid) < 2 or len(grid[0]) < 2 or not all(grid[0]):
        return False
    if any(starts_with_label(cell) or len(cell) > 60 for cell in grid[0]):
        return False
    if len(grid) <= 4 and any(_SIGNATURE.search(cell) for row in grid for cell in row if len(cell) < 60):
        return True
    if len(grid) > 2:
        return False
    below = [cell for cell in grid[1] if cell]
    heads = sum(1 for cell in grid[0] if _FIELD.search(cell))
    return heads >= 0.6 * len(grid[0]) and not (
        _FIELD.search(grid[1][0]) and len(below) > 1 and _bare(grid[1][0])
    )


def _bare(cell: str) -> bool:
    return len(cell) < 40 and not starts_with_label(cell)
