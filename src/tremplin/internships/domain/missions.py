"""The missions an agreement states, one by one."""

import re
from collections.abc import Iterable

BREAKS = re.compile(r"\s*(?:[;\n•●▪]|(?:^|\s)[–—-]\s)\s*")
INFINITIVE = re.compile(r"^(?:s’|se |d’|l’)?[^\W\d_]+(?:er|ir|re|oir)\b", re.IGNORECASE)
NUMBERING = re.compile(r"^\s*(?:\d{1,2}\s*[.)°-]|[–—•-])\s*")
HEADING = re.compile(r"^[^:]{0,60}\b(?:missions?|tasks|duties)\b[^:]{0,60}:\s*", re.IGNORECASE)
SUBJECT = re.compile(r"^(?:(?:le|la|l’|l')\s*)?(?:stagiaire|étudiante?|élève)\s+", re.IGNORECASE)
CHARGED = re.compile(
    r"^(?:(?:sera|est)\s+(?:chargée?|amenée?)\s+(?:de\s+|d’|d'|à\s+)|(?:devra|pourra|aura à|va)\s+)", re.I
)
IN_THE_FUTURE = re.compile(r"^([^\W\d_]{2,}[ei]r)a\b")
LONGEST = 300
LEAST_LETTERS = 4


def mission_titles(passages: Iterable[str]) -> tuple[str, ...]:
    """Return the missions that the passages of an agreement name.

    Args:
        passages: the words of the agreement, as read.

    Returns:
        One title per mission, without final stop, first letter in capital; a sentence is
        cut at its commas only when each part starts with a verb in the infinitive.
    """
    parts = (part for passage in passages for part in BREAKS.split(HEADING.sub("", passage.strip())))
    titles = [_title(piece) for part in parts for piece in _by_verb(part)]
    return tuple(dict.fromkeys(title for title in titles if len(title) >= LEAST_LETTERS))


def _by_verb(sentence: str) -> list[str]:
    pieces = re.split(r",\s+(?:et\s+)?|\s+et\s+", sentence)
    if len(pieces) > 1 and all(INFINITIVE.match(piece) for piece in pieces):
        return pieces
    commas = re.split(r",\s+(?:et\s+)?", sentence)
    return commas if len(commas) > 1 and all(INFINITIVE.match(piece) for piece in commas) else [sentence]


def _title(piece: str) -> str:
    bare = _infinitive(NUMBERING.sub("", piece).strip().rstrip(".,").strip())
    return (bare[:1].upper() + bare[1:])[:LONGEST]


def _infinitive(piece: str) -> str:
    """Turn « la stagiaire assurera l’accueil » into « assurer l’accueil »; leave the rest as it is."""
    subject = SUBJECT.match(piece)
    said = piece[subject.end() :] if subject else ""
    turned = IN_THE_FUTURE.sub(r"\1", CHARGED.sub("", said))
    return piece if turned == said else turned
