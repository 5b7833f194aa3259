"""How near a day is, said as one says it aloud."""

from datetime import date, timedelta
from typing import Final

from tremplin.law.words import MONTHS, NBSP
from tremplin.prospecting.domain.dues import Due, Kind

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
    plain = day_and_month(on)
    if on.year != today.year:
        return f"{plain} {on.year}"
    return f"{WEEKDAYS[on.weekday()]}{NBSP}{plain}" if abs(on - today) <= NEAR else plain


def for_day(on: date, *, today: date) -> str:
    """Say for when something is meant: « Pour demain », « Pour le 14 avril »."""
    is_named = abs((on - today).days) <= 1
    return f"Pour {'' if is_named else 'le '}{near_day(on, today=today)}"


def day_and_month(on: date) -> str:
    """Write a day without its year: « 25 mars »."""
    return f"{'1er' if on.day == 1 else on.day}{NBSP}{MONTHS[on.month - 1]}"


def gesture_said(due: Due, *, today: date) -> str:
    """Say in a few words what waits and since when.

    Args:
        due: what waits.
        today: the day it is said.

    Returns:
        « Relance due hier », « Mar. 7 avril, 17 h 30 », « Lire les avis clients, demain ».
    """
    said = near_day(due.on, today=today)
    if due.kind == Kind.FOLLOW_UP and due.on <= today:
        is_recent = due.on >= today - timedelta(days=1)
        return f"Relance due {said}" if is_recent else f"Relance due depuis le {day_and_month(due.on)}"
    if due.kind == Kind.TALK:
        return ", ".join(filter(None, (said[:1].upper() + said[1:], due.detail)))
    return f"{due.title}, {said}"
