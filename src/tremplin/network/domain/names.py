"""How names are compared: the same person is written in several ways."""

import re
import unicodedata

CIVILITY = re.compile(r"^(m|mr|monsieur|mme|madame|mlle|mademoiselle|dr|docteur|pr|professeur)\.?\s+", re.I)
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})
NOT_A_WORD = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """Return a name fit to be compared: no civility, accents, capitals or punctuation.

    Args:
        name: a person's or an organization's name, as typed.

    Returns:
        Lower-case words separated by one space; « Mme Hélène LE GOFF » and
        « hélène le-goff » give the same. Empty when nothing of it can be compared.
    """
    plain = CIVILITY.sub("", name.strip()).translate(LIGATURES)
    letters = unicodedata.normalize("NFKD", plain)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    return NOT_A_WORD.sub(" ", bare).strip()
