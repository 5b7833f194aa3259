"""Markdown taken off a text: what was bold is plain, a link keeps its address."""

import re
from typing import Final

LINK: Final = re.compile(r"!?\[([^\]\[]*)\]\(([^()\s]*)\)")
STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S)
EMPHASIS: Final = re.compile(
    r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"
)
CODE: Final = re.compile(r"`([^`\n]+)`")


def unmarked(text: str) -> str:
    """Return a text without the marks of Markdown: « **M1** » gives « M1 »."""
    bare = STRONG.sub(r"\2", LINK.sub(_linked, text))
    bare = EMPHASIS.sub(lambda match: match[1] or match[2], bare)
    return CODE.sub(r"\1", bare)


def _linked(match: re.Match[str]) -> str:
    words, address = match[1].strip(), match[2].strip()
    if not words or not address or words == address:
        return words or address
    return f"{words} ({address})"
