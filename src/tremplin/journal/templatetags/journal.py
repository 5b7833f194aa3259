"""Days as the margin writes them, and time spent."""

from datetime import date

from django import template

from tremplin.journal.domain.heat import DAYS, short_day
from tremplin.law.words import MONTHS, NBSP

register = template.Library()


@register.filter
def weekday(on: date) -> str:
    """Write a day with its weekday: « mar. 31 mars »."""
    day = "1er" if on.day == 1 else str(on.day)
    return f"{DAYS[on.weekday()][:3]}. {day}{NBSP}{MONTHS[on.month - 1]}"


def dated(on: date, *, today: date) -> str:
    """Write a day with its weekday, and its year when it is another one: « ven. 23 mai 2025 »."""
    return weekday(on) if on.year == today.year else f"{weekday(on)} {on.year}"


@register.filter
def short(on: date) -> str:
    """Write a day shortly: « 31 mars », « 3 févr. »."""
    return short_day(on)


@register.filter
def spent(minutes: int | None) -> str:
    """Write minutes as they are said: « 1 h 30 »."""
    hours, rest = divmod(minutes or 0, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h" + (f"{NBSP}{rest:02}" if rest else "")
