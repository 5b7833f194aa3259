"""How long a message may be, as the strictest of its readers counts."""

import re
from dataclasses import dataclass
from typing import Final

from tremplin.law.words import NBSP, counted, number

EMOJI: Final = re.compile(r"[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d\U00010000-\U0010ffff]")
KEPT_BACK_PERCENT: Final = 5
SHORTEST_SUBJECT: Final = 15
SHOWN_ON_A_PHONE: Final = 40
LONGEST_ON_A_PHONE: Final = 60
ADVISED_EMAIL: Final = 1_000


@dataclass(frozen=True, slots=True)
class Limit:
    """What a medium takes, in characters: `most` is refused beyond, `advised` is what gets read."""

    most: int
    advised: int


NOTE: Final = Limit(200, 200)
PREMIUM_NOTE: Final = Limit(300, 300)
INMAIL: Final = Limit(1_900, 400)
MESSAGE: Final = Limit(3_000, 600)
EMAIL: Final = Limit(8_000, ADVISED_EMAIL)
SPOKEN: Final = Limit(8_000, 700)
SUBJECT: Final = Limit(200, LONGEST_ON_A_PHONE)


@dataclass(frozen=True, slots=True)
class Length:
    """A text measured: its characters, what it may hold, and whether emojis keep a margin back."""

    used: int
    limit: Limit
    has_emoji: bool

    @property
    def most(self) -> int:
        """What may be used: a twentieth less with emojis, which are not counted alike everywhere."""
        return self.limit.most * (100 - KEPT_BACK_PERCENT) // 100 if self.has_emoji else self.limit.most

    @property
    def excess(self) -> int:
        """How many characters must go; 0 when it fits."""
        return max(self.used - self.most, 0)

    @property
    def level(self) -> str:
        """« bad » when it does not fit, « warn » when it is longer than what gets read, else « ok »."""
        if self.excess:
            return "bad"
        return "warn" if self.used > self.limit.advised else "ok"

    @property
    def says(self) -> str:
        """Say the length in words."""
        room = f"{number(self.used)} sur {number(self.most)}{NBSP}caractères"
        if self.excess:
            return f"{room}{NBSP}: {counted(self.excess, 'caractère')} de trop"
        if self.level == "warn":
            return f"{room}{NBSP}: au-delà de {number(self.limit.advised)}, on lit moins jusqu’au bout"
        return room


def limit_of(medium: str, *, premium: bool = False) -> Limit:
    """Return what a medium takes.

    Args:
        medium: as rows name it.
        premium: the student pays for LinkedIn.

    Returns:
        The limit of its body.
    """
    if medium == "note":
        return PREMIUM_NOTE if premium else NOTE
    return {"inmail": INMAIL, "message": MESSAGE, "email": EMAIL}.get(medium, SPOKEN)


def measured(text: str, limit: Limit) -> Length:
    """Measure a text so that it passes both where UTF-16 units and where characters are counted.

    Args:
        text: as typed; a line break counts once.
        limit: what it may hold.

    Returns:
        The length, the larger of both counts.
    """
    plain = text.replace("\r\n", "\n").strip()
    return Length(len(plain.encode("utf-16-le")) // 2, limit, bool(EMOJI.search(plain)))


def subject_says(subject: str) -> str:
    """Say what of a subject is seen on a phone; empty for a subject that is all seen.

    Args:
        subject: the subject of an e-mail.

    Returns:
        A French sentence.
    """
    plain = subject.strip()
    if len(plain) < SHORTEST_SUBJECT:
        return "Objet trop court pour dire de quoi il s’agit. Nommez l’entreprise et le problème."
    if len(plain) > LONGEST_ON_A_PHONE:
        seen = plain[:SHOWN_ON_A_PHONE].rstrip()
        return f"Un téléphone montre 40 à 60{NBSP}caractères. On lirait «{NBSP}{seen}…{NBSP}»."
    return ""
