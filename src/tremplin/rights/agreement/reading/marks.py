"""Letters as a reader sees them: ligatures, spaces, hyphens, and every way to draw a check-box."""

import re
import unicodedata

EMPTY, CHECKED = "☐", "☒"

_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij",
}  # fmt: skip
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u200e\u200f\x00"
# Always a box, whatever stands around it.
_EMPTY_GLYPHS = "❏❑❐❒□▢◻◽⬜🗆🔲"
_CHECKED_GLYPHS = "☑🗹🗷🗵🗸⊠⮽⬛◼✅❎"
# Symbol fonts (Wingdings, Webdings) put their glyphs in the private area, F000 + byte.
_PRIVATE_EMPTY = (0x6F, 0x70, 0x71, 0x72, 0x72, 0xA8, 0xA3, 0x63)
_PRIVATE_CHECKED = (0x78, 0x52, 0x51, 0x53, 0x54, 0x6E, 0xFC, 0xFD, 0xFE, 0xFB)

_TABLE = str.maketrans(
    {
        **_LIGATURES,
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_NOTHING, ""),
        **dict.fromkeys(_EMPTY_GLYPHS, EMPTY),
        **dict.fromkeys(_CHECKED_GLYPHS, CHECKED),
        **{chr(0xF000 + byte): EMPTY for byte in _PRIVATE_EMPTY},
        **{chr(0xF000 + byte): CHECKED for byte in _PRIVATE_CHECKED},
        "\x02": "-",  # how PDFium writes a hyphen that breaks a word
        "\ufffe": "-",
        "\uf0b7": "•",
        "\uf0a7": "•",
        "\uf0d8": "•",
    }
)

_BRACKET_CHECKED = re.compile(r"(?:\[\s?[xX✓✔✗✘]\s?\]|(?<!\S)\(\s?[xX✓✔✗✘]\s?\)|(?<![\w|])\|[xX]\|)(?![\w|])")
_BRACKET_EMPTY = re.compile(r"(?:\[[ _]{0,3}\]|(?<!\S)\(\s{1,3}\)|(?<![\w|])\|_\|)(?![\w|(])")
_UNDERLINED_CROSS = re.compile(r"(?<![\w_])_{1,3}[xX✓✔]_{1,3}(?![\w_])")
_LONE_TICK = re.compile(r"(?<!\S)[✓✔✗✘🗴🗶](?!\S)")
_FILLED = re.compile(r"(?<!\S)(?:[■▪](?=\s)|[■])(?!\S)|(?<!\S)■(?=\w)")
_ROUND_FILLED = re.compile(r"(?<!\S)[●◉⦿⬤🔘](?=\s|\w|$)")
_ROUND_EMPTY = re.compile(r"(?<!\S)[○◯⚪❍](?=\s|\w|$)")
_GLUED = re.compile(f"([{EMPTY}{CHECKED}])(?=[^\\W_])")
_SPACE_RUN = re.compile(r"[ \r\n\v\f]+")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")

SYMBOL_FONT = {
    **{chr(byte): EMPTY for byte in (0x6F, 0x70, 0x71, 0x72, 0xA8, 0xA3)},
    **{chr(byte): CHECKED for byte in (0x78, 0x52, 0x53, 0x54, 0xFC, 0xFD, 0xFE, 0xFB)},
}
"""What a byte of Wingdings draws, for the files that keep the byte and lose the drawing."""


def clean(text: str) -> str:
    """Return text with one kind of space, no ligature, composed accents and boxes as ☐ or ☒.

    Args:
        text: letters as the file holds them; spaces are kept, one for one.

    Returns:
        The same text as a reader sees it. A soft hyphen at the very end becomes a hyphen,
        elsewhere it vanishes. The length may change.
    """
    if text.isascii() and "[" not in text and "(" not in text and "|" not in text and "_" not in text:
        return _CONTROL.sub("", text.translate(_TABLE))
    text = text.translate(_TABLE)
    text = _CONTROL.sub("", text)
    if text.endswith("\u00ad"):
        text = text[:-1] + "-"
    return unicodedata.normalize("NFC", text.replace("\u00ad", ""))


def boxes(text: str) -> str:
    """Return a line with every written check-box, such as [x] or ( ), as ☐ or ☒.

    Args:
        text: one cleaned line.

    Returns:
        The line, single-spaced and trimmed.
    """
    text = _BRACKET_CHECKED.sub(CHECKED, text)
    text = _BRACKET_EMPTY.sub(EMPTY, text)
    text = _UNDERLINED_CROSS.sub(CHECKED, text)
    text = _LONE_TICK.sub(CHECKED, text)
    if EMPTY in text or CHECKED in text:
        text = _FILLED.sub(CHECKED, text)
        text = _GLUED.sub(r"\1 ", text)
    if _ROUND_FILLED.search(text) and _ROUND_EMPTY.search(text):
        text = _ROUND_EMPTY.sub(EMPTY, _ROUND_FILLED.sub(CHECKED, text))
    return _SPACE_RUN.sub(" ", text).strip()
