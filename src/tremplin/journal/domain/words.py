"""Words as the search sees them: without accents, reduced to the family they belong to."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

WORD: Final = re.compile(r"[a-z0-9]+")
ELIDED: Final = frozenset({"l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu"})
SHORTEST_STEM: Final = 3
LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})
DATA: Final = Path(__file__).with_name("word_families.toml")


def folded(text: str) -> str:
    """Return a text without accents, capitals, ligatures or odd spaces.

    Args:
        text: any French text.

    Returns:
        ASCII letters where there is an equivalent, words apart by one space.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.translate(LIGATURES).split())


def plain_text(text: str) -> str:
    """Return a text as it is kept: composed letters, one kind of line end, nothing around.

    Args:
        text: as typed or pasted.

    Returns:
        The same words.
    """
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()


def stems(text: str) -> list[str]:
    """Return the families of the words of a text, in order.

    Args:
        text: any French text.

    Returns:
        One stem per word; elided articles and words of one letter are left out.
    """
    return [stem(word) for word in words(text)]


def words(text: str) -> list[str]:
    """Return the words of a text as they are compared, in order.

    Args:
        text: any French text.

    Returns:
        Folded words; elided articles and words of one letter are left out.
    """
    found = WORD.findall(folded(text))
    return [word for word in found if word not in ELIDED and (len(word) > 1 or word.isdigit())]


def indexed(text: str) -> list[str]:
    """Return what the index keeps of a text: families, and words their family does not begin.

    Args:
        text: any French text.

    Returns:
        « rédaction » gives its family and itself, so that « rédac » finds it while it is typed.
    """
    kept: list[str] = []
    for word in words(text):
        family = stem(word)
        kept += [family] if word.startswith(family) else [family, word]
    return kept


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the family of one folded word.

    « analyser », « analysé », « analyses » share one; so do « rédiger » and « rédaction », which a
    table says since no suffix does.

    Args:
        word: lower case, without accents.

    Returns:
        A prefix of the word, or the name of its family.
    """
    if not word.isalpha():
        return word
    irregular, suffixes = _rules()
    if (family := irregular.get(word)) is not None:
        return family
    short = next((cut for suffix in suffixes if (cut := _without(word, suffix))), word)
    short = re.sub(r"qu$", "c", re.sub(r"(.)\1$", r"\1", short))
    return irregular.get(short, short)


def _without(word: str, suffix: str) -> str:
    if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
        return word[: -len(suffix)]
    return ""


@cache
def _rules() -> tuple[dict[str, str], tuple[str, ...]]:
    """Read the irregular words by family, and the suffixes from the longest."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    irregular = {word: name for name, words in data["families"].items() for word in words}
    return irregular, tuple(sorted(data["suffixes"], key=lambda suffix: (-len(suffix), suffix)))
