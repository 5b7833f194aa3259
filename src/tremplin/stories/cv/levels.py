"""Numbers that name a thing and measure nothing: « TOEIC 845 », « Université Paris 8 », « CACES R489 »."""

import re
from typing import Final

NAMING: Final = tuple(
    re.compile(one)
    for one in (
        r"\bCACES\b(?:\s+R\s?\d{3})?(?:,?\s+cat[a-zé.]*)?(?:\s*\d[AB]?(?:\s*(?:,|et)\s*\d[AB]?\b)*)?",
        r"\b(?:TOEIC|TOEFL(?: iBT)?|IELTS|GMAT|Tage Mage|TAGE MAGE|Pix|Voltaire|Linguaskill|BULATS)"
        r"\s*:?\s*\d{1,4}(?:[.,]\d)?(?:\s*/\s*\d{1,4})?\b",
        r"\b\d{1,2}(?:[.,]\d{1,2})?\s*/\s*20\b",
        r"\b\d{1,3}\s?(?:h|heures)\b(?=\s*(?:$|[,;)]|de (?:cours|formation)))",
        r"\b(?:option|niveau|semestre|année|catégorie|tome)\s+\d{1,2}\b",
        r"(?<!\w)[A-ZÀ-Ý][\w’'+-]*\s+\d{1,5}(?=\s*(?:$|[,;:().·|–-])|\s+[A-ZÀ-Ý])",
        r"(?<!\w)[A-ZÀ-Ý][A-Za-z]*(?:\+\+|#)\d{2}\b",
    )
)


def without_levels(text: str) -> str:
    """Return the name of a diploma, a skill or a language without the numbers that are part of it.

    Args:
        text: as written by hand or in a file.

    Returns:
        The text to hold against evidence; never what is printed.
    """
    for one in NAMING:
        text = one.sub(" ", text)
    return text
