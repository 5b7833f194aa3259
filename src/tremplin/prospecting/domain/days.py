"""How near a day is, said as one says it aloud."""

from datetime import date, timedelta
from typing import Final

from tremplin.law.words import MONTHS, NBSP

WEEKDAYS: Final = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
NEAR: Final = timedelta(days=6)


def near_day(on: date, *, today: date) -> str:
    """Say a day seen from today.

    Args:
        on: the day.
        today: the day it is said.

    Returns:
        « aujourd’hui », « hier », « demain », « mar. 7 avril »; with the year when it is another one.
    """
    named = {0: "aujourd’hui", -1: "hier", 1: "demain"}.get((on - today).days)
    if named:
        return named
    ordinal = "1er" if on.day == 1 else str(on.day)
    plain = f"{ordinal}{NBSP}{MONTHS[on.month - 1]}"
    if on.year != today.year:
        return f"{plain} {on.year}"
    return f"{WEEKDAYS[on.weekday()]}{NBSP}{plain}" if abs(on - today) <= NEAR else plain
