"""What an entry says, in few words: a clause cut where French cuts it, never a number left alone."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tremplin.documents.characters import unbroken
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import unsupported_numbers
from tremplin.evidence.wording import MINUS
from tremplin.value.domain.results import without_unproved

LONGEST: Final = 110
FEW_WORDS: Final = 3
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
CLAUSE: Final = re.compile(r"\s*[:;]\s+|,\s+")
VERBS: Final = (
    r"vont|va|met(?:tent)?|avan(?:ce|cent)|tourn(?:e|ent)|dur(?:e|ent)|coût(?:e|ent)|fait|font|a|ont|"
    r"passent?|tombent?|descend(?:ent)?|montent?|baissent?|grimpent?|est|sont|se prépare|se fait|prend"
)
SMALL: Final = r"en|des?|d’|du|à|aux?|avec|dont|par|pour|pendant|sur|et|soit|environ|les?|la"
POINTING: Final = re.compile(r"(?:cela|ça|ce|c’|ils?|elles?|on|tout)\b", re.IGNORECASE)
ON_A_DAY: Final = re.compile(r"(?:^|,?\s+)le \d{1,2}(?:er)?(?:/\d{1,2}(?:/\d{2,4})?)?$", re.IGNORECASE)
SIGN: Final = re.compile(r"(?<![\w\u2212–-])[–-](?=\d)")
DANGLING: Final = re.compile(rf"\s+(?:{SMALL}|{VERBS})$", re.IGNORECASE)


def brief(action: str, figures: Iterable[Figure]) -> str:
    """Return the most telling sentence of an entry, short enough for a table.

    Args:
        action: what the student wrote.
        figures: the confirmed figures of the entry.

    Returns:
        One sentence without full stop, the one with a figure if any; no number that nothing proves.
    """
    given = tuple(figures)
    kept = without_unproved(action, given)
    if not kept:
        return unbroken(_first_clean(CLAUSE.split(_plain(action)), given))
    sentences = [one.rstrip(".") for one in SENTENCE.split(kept) if one.strip(" .")]
    told = next(filter(says_a_figure, sentences), sentences[0])
    if len(told.split()) <= FEW_WORDS or POINTING.match(told):
        told = kept.rstrip(".")
    return signed(unbroken(told if len(told) <= LONGEST else _shortened(told)))


def says_a_figure(text: str) -> bool:
    """Say whether a text holds a number that is a figure: a date or an hour of the day is none."""
    return bool(unsupported_numbers(text, ()))


def about(action: str, figure: Figure) -> str:
    """Return what a figure of an entry measures, without repeating it.

    Args:
        action: what the student wrote.
        figure: one of its figures.

    Returns:
        A few words; empty when the entry says nothing more.
    """
    return signed(unbroken(next((one for one in _around(_plain(action), figure) if one), "")))


def _around(action: str, figure: Figure) -> Iterator[str]:
    words = _plain(figure.words)
    sentences = SENTENCE.split(action)
    said = next((one for one in sentences if words and words in one), sentences[0]).rstrip(".")
    clauses = CLAUSE.split(said)
    place = next((at for at, one in enumerate(clauses) if words and words in one), None)
    if place is not None:
        before, _, after = clauses[place].partition(words)
        sides = [_trimmed(before), _trimmed(after)]
        if len(sides[0].split()) <= FEW_WORDS:
            sides.reverse()
        yield from (_clean(one, figure) for one in (*sides, *reversed(clauses[:place])))
    yield from (_clean(one.rstrip("."), figure) for one in (said, *clauses, *sentences))


def _clean(says: str, figure: Figure) -> str:
    told = _trimmed(ON_A_DAY.sub("", says.strip(" .,;:")))
    if len(told) > LONGEST:
        told = _shortened(told)
    return "" if unsupported_numbers(told, (figure,)) else told


def _first_clean(clauses: Iterable[str], given: tuple[Figure, ...]) -> str:
    kept = (one.strip(" .") for one in clauses)
    return next((_shortened(one) for one in kept if one and not unsupported_numbers(one, given)), "")


def _trimmed(says: str) -> str:
    told = says.strip(" .,;:")
    while (cut := DANGLING.sub("", told)) != told:
        told = cut
    return told


def _plain(says: str) -> str:
    return " ".join(says.replace("\u00a0", " ").split())


def signed(says: str) -> str:
    """Write the sign of a negative number as a minus sign, whatever dash was typed."""
    return SIGN.sub(MINUS, says)


def _shortened(says: str) -> str:
    """Keep the clauses that fit, else the words that fit, never ending on a number."""
    if len(says) <= LONGEST:
        return says
    head = says[:LONGEST]
    cuts = [match.start() for match in CLAUSE.finditer(head) if match.start() > LONGEST // 3]
    if cuts:
        return head[: cuts[-1]]
    words = head.split()[:-1]
    while words and any(letter.isdigit() for letter in words[-1]):
        words.pop()
    return _trimmed(" ".join(words)) + "…"
