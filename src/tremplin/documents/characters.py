"""Which characters the printed page can show, and what stands in for the others.

The typesetter refuses a tagged PDF that holds a character no font can draw, and some
scripts make it stop altogether. So every string passes here first: nothing a student
pastes, and nothing read in a scan, can keep a document from being printed.
"""

import re
import unicodedata
from functools import lru_cache

NBSP = "\u00a0"
PLACEHOLDER = "\u25a1"

STAND_INS = str.maketrans(
    {
        "\u2007": NBSP,  # figure space
        "\u202f": NBSP,  # narrow no-break space: Radio Canada has none
        "\u00ad": None,  # soft hyphen: the typesetter hyphenates French by itself
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "–",
    }
)

PRINTABLE_RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin with every European accent
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x04FF),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin, Vietnamese
    (0x2012, 0x2027),  # dashes, quotes, bullets
    (0x2030, 0x2040),  # per mille, primes, angle quotes
    (0x20A0, 0x20BF),  # currencies
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical signs
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2610, 0x2612),  # ballot boxes
    (0x2713, 0x2718),  # ticks and crosses
)
PRINTABLE_SIGNS = frozenset("№℗™Ω℮")

_UNITS = r"[%€×]|(?:k€|M€|h|min|s|j|km|m²|Go|ans?|mois|jours?|heures?|minutes?|euros?)\b"
_AFTER = r"(?<=\d) (?=\d{3}\b|" + _UNITS + r")|(?<=\d[ \u00a0]h) (?=\d\d\b)|(?<=\bà) (?=\d)"
_RAISED = re.compile(r"(?<=\d)(?=[\u2070\u2074-\u2079])")
_APART = re.compile(r"(?<=[\d¼½¾])(?=[\u2150-\u2188\u2460-\u249b\u24ea-\u24ff\u2080-\u2089\u2776-\u2793])")
_FRACTION_SLASH = "\u2044"
_GLUED = re.compile(_AFTER + r"|(?<=«) | (?=[:;!?»])")
_SPACES = re.compile(r"[^\S\u00a0]+")
LONGEST_WORD = 200
_ENDLESS = re.compile(rf"([^ ]{{{LONGEST_WORD - 1}}})[^ ]{{2,}}")


@lru_cache(maxsize=4096)
def is_printable(character: str) -> bool:
    """Say whether the bundled fonts can draw this character."""
    if character in PRINTABLE_SIGNS:
        return True
    code = ord(character)
    in_range = any(first <= code <= last for first, last in PRINTABLE_RANGES)
    kind = unicodedata.category(character)
    return in_range and kind != "Cn" and not kind.startswith("M")  # a mark alone is drawn on no other script


def printable(text: str) -> str:
    """Write any text so that it can be printed on one line of characters.

    Breaking white space becomes one space; a character the fonts lack loses its
    ornaments, or becomes an empty square so that its absence shows. A word of several
    lines, over which the typesetter would spend minutes, ends with an ellipsis. A number never
    grows by it: « 12⁶ » becomes « 12^6 », « 2⅓ » becomes « 2 1/3 ».
    """
    apart = _APART.sub(" ", _RAISED.sub("^", unicodedata.normalize("NFC", text)))
    one_line = _SPACES.sub(" ", apart.translate(STAND_INS))
    return _ENDLESS.sub(r"\1…", _SPACES.sub(" ", "".join(map(_drawn, one_line))).strip(" "))


def unbroken(text: str) -> str:
    """Write any text for print, a number kept with its unit and French punctuation with its word."""
    return _GLUED.sub(NBSP, printable(text))


def glued(text: str) -> str:
    """Write a text with the no-break spaces of French, every character staying where it was."""
    return _GLUED.sub(NBSP, text)


def _drawn(character: str) -> str:
    """Return the character, its plainer form, an empty square, or nothing if it is invisible."""
    if is_printable(character):
        return character
    decomposed = unicodedata.normalize("NFKD", character).replace(_FRACTION_SLASH, "/")
    plainer = "".join(filter(is_printable, decomposed))
    if plainer:
        return plainer
    return "" if unicodedata.category(character)[0] in "CM" else PLACEHOLDER
