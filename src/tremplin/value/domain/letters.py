"""How a message opens and closes."""

import re
from typing import Final

TITLED: Final = re.compile(r"(?P<title>M\.|Mme|Monsieur|Madame)\s+(?P<name>.+)", re.IGNORECASE)
TITLES: Final = {"m.": "M.", "monsieur": "M.", "mme": "Mme", "madame": "Mme"}
SHOUTED: Final = re.compile(r"[^\W\d_]{2,}")
NBSP: Final = "\u00a0"


def hello(to: str) -> str:
    """Open a message: « Bonjour Mme Kaddour, » when the title is known, else « Bonjour, ».

    Args:
        to: who reads it, as the student wrote it; may be empty.

    Returns:
        The first line.
    """
    titled = TITLED.fullmatch(to.strip())
    if titled is None:
        return "Bonjour,"
    return f"Bonjour {TITLES[titled['title'].lower()]}{NBSP}{proper(titled['name'])},"


def thanks(student: str) -> str:
    """Close a message, signed when the first name is known."""
    return f"Merci,\n{proper(student.strip())}" if student.strip() else "Merci."


def proper(name: str) -> str:
    """Write a name that an agreement prints in capitals as a name: « KERMARREC » is Kermarrec."""
    return SHOUTED.sub(lambda word: word[0].title() if word[0].isupper() else word[0], name)
