"""What an activity code means, in the words of the national statistics office (*NAF*)."""

from functools import cache
from pathlib import Path
from typing import Final

from tremplin.companies.company import dotted

DATA: Final = Path(__file__).with_name("data")
FILES: Final = {"NAFRev2": "naf_rev2.tsv"}


def activity_label(code: str, *, nomenclature: str = "NAFRev2") -> str:
    """Return the official wording of a code or of its beginning.

    Args:
        code: « 62.01Z », « 6201Z » or « 62 ».
        nomenclature: "NAFRev2", "NAF2025", or "" when the source did not say.

    Returns:
        The wording; "" when no official one is known here, and the code is then shown alone.
    """
    return _labels(nomenclature or "NAFRev2").get(dotted(code), "")


def activities_named(words: str, *, limit: int | None = 20) -> tuple[tuple[str, str], ...]:
    """Find the codes whose wording holds every word, the widest first; no word asks for all of them.

    Returns:
        Pairs of code and wording.
    """
    wanted = words.lower().split()
    found = [
        (code, label)
        for code, label in _labels("NAFRev2").items()
        if all(word in label.lower() for word in wanted)
    ]
    return tuple(sorted(found, key=lambda pair: (len(pair[0]), pair[0]))[:limit])


@cache
def _labels(nomenclature: str) -> dict[str, str]:
    name = FILES.get(nomenclature)
    if name is None:
        return {}
    lines = (DATA / name).read_text("utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if not line.startswith("#"))
    return dict(pairs)
