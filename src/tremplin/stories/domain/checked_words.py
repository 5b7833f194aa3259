"""The words by which what an assistant is sent and answers is read: months, openers of a sentence, counts."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("assistant.toml")
WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
REACHED: Final = re.compile(
    r"\S*@\S+|https?://\S+|www\.\S+|\b[\w-]+\.(?:fr|com|org|net|io|eu|info|dev|gg|tv)\b", re.IGNORECASE
)
SENTENCE_START: Final = re.compile(r"(?:^|[.!?…:;«\n(]\s*)$")
TIMES: Final = ("months", "days", "moments")


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of words, without accents or capitals."""
    told: dict[str, list[str]] = tomllib.loads(DATA.read_text(encoding="utf-8"))["check"]
    return frozenset(told[name])


def says_a_time(word: str) -> bool:
    """Say whether a folded word is a month, a day or a moment."""
    return any(word in listed(name) for name in TIMES)
