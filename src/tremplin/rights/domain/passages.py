"""Passages of an agreement as a student reads them: no label kept, no sign twice, nothing said twice."""

import re
from collections.abc import Sequence

CAPITALS = re.compile(r"^[^a-zà-öø-ÿ:]{8,70}:\s*")
NAMED = re.compile(
    r"^(?:compétences|activités|missions?|avantages|horaires?|congés)\b[^:.;]{0,60}:\s*", re.IGNORECASE
)
OF_PAY = re.compile(r"\b(?:gratifi|cotisation)", re.IGNORECASE)
ABRIDGED = ("etc.", "...")


def tidy(name: str, passages: Sequence[str]) -> tuple[str, ...]:
    """Clean the passages of a fact for display.

    Args:
        name: the fact; times of work leave out what is said of pay beside them.
        passages: as they were read.

    Returns:
        The passages without their label, their last sign and what another one holds already;
        as they were read when nothing would remain.
    """
    kept = [one for one in passages if not (name == "schedule" and OF_PAY.search(one))]
    bare = list({one.casefold(): one for one in reversed([*map(_bare, kept)]) if one}.values())[::-1]
    said = [one for one in bare if not any(_holds(other, one) for other in bare)]
    return tuple(said) or tuple(passages)


def _bare(passage: str) -> str:
    text = NAMED.sub("", CAPITALS.sub("", passage.strip())).rstrip(" \u00a0;,")
    return text if text.endswith(ABRIDGED) else text.removesuffix(".")


def _holds(longer: str, passage: str) -> bool:
    return len(longer) > len(passage) and passage.casefold() in longer.casefold()
