"""The kind of an organization, told by its main activity (*code NAF*)."""

from typing import Final

KINDS: Final = (
    ("industry", range(1, 44)),
    ("shop", range(45, 48)),
    ("industry", range(49, 54)),
    ("shop", range(55, 57)),
    ("software", (58, 61, 62, 63)),
    ("association", (59, 60)),
    ("consulting", range(64, 83)),
    ("public", range(84, 89)),
    ("association", range(90, 95)),
    ("shop", range(95, 97)),
)


def kind_of_activity(code: str) -> str:
    """Tell the kind of an organization from its activity; the student can correct it.

    Args:
        code: « 62.01Z », of either nomenclature; may be empty.

    Returns:
        A kind of organization; empty when the code tells none.
    """
    division = code[:2]
    if not (division.isascii() and division.isdecimal()):
        return ""
    return next((kind for kind, divisions in KINDS if int(division) in divisions), "")
