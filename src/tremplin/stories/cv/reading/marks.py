"""Markdown taken off a text: what was bold is plain, a link keeps its address."""

import re
from typing import Final

LINK: Final = re.compile(r"!?\[([^\]\[]*)\]\(([^()\s]*)\)")
STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S)
EMPHASIS: Final = re.compile(
    r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"
)
CODE: Final = re.compile(r"`([^`\n]+)`")
ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
HIDDEN: Final = re.compile("[\ue000-\ue07f]")
FIRST_HIDDEN: Final = 0xE000


def unmarked(text: str) -> str:
    """Return a text without the marks of Markdown: « **M1** » gives « M1 »; an escaped sign is a sign."""
    hidden = ESCAPED.sub(lambda match: chr(FIRST_HIDDEN + ord(match[1])), text)
    bare = STRONG.sub(r"\2", LINK.sub(_linked, hidden))
    bare = EMPHASIS.sub(lambda match: match[1] or match[2], bare)
    return HIDDEN.sub(lambda match: chr(ord(match[0]) - FIRST_HIDDEN), CODE.sub(r"\1", bare))


def _linked(match: re.Match[str]) -> str:
    words, address = match[1].strip(), match[2].strip()
    if not words or not address or words == address:
        return words or address
    return f"{words} ({address})"
