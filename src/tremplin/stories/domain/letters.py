"""A text as it is compared: letters without accents or capitals, each with its place in what was typed."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
LOOKALIKES: Final = str.maketrans("αβεικμνορτυχавеікмнорстухѕј", "abeikmvoptuxabeikmhopctyxsj")
WORD: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """A text folded; `at` gives for each of its letters its place in the text as typed."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the folded text stands in what was typed."""
        return self.at[start], self.at[end - 1] + 1


def letters(text: str) -> Letters:
    """Fold a text, letter by letter.

    Args:
        text: as typed; accents composed or not.

    Returns:
        Plain letters, those of other alphabets that look like ours too; marks and invisible signs are gone,
        every space is the plain one.
    """
    folded: list[str] = []
    at: list[int] = []
    for place, letter in enumerate(text):
        for one in _plain(letter):
            folded.append(one)
            at.append(place)
    return Letters("".join(folded), tuple(at))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, without accents, capitals or punctuation."""
    return tuple(WORD.findall(letters(text).text))


def _plain(letter: str) -> str:
    lower = letter.translate(APOSTROPHES).translate(DASHES).casefold().translate(LIGATURES)
    shown = unicodedata.normalize("NFKD", lower)
    return "".join(" " if one.isspace() else one for one in shown if not _is_unseen(one)).translate(
        LOOKALIKES
    )


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Me", "Cf"}
