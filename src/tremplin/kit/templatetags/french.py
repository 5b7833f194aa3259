"""Amounts, hours and dates the French way."""

from datetime import date, time
from decimal import Decimal

from django import template

from tremplin.law import words

register = template.Library()


@register.filter
def euros(amount: Decimal | int | None) -> str:
    """Write euros with cents: « 1 613,85 € »."""
    return "" if amount is None else words.euros(amount)


@register.filter
def hours(amount: Decimal | int | None) -> str:
    """Write hours: « 308,5 h »."""
    return "" if amount is None else words.hours(amount)


@register.filter
def number(amount: Decimal | int | None) -> str:
    """Write a number with a comma and no-break spaces."""
    return "" if amount is None else words.number(amount)


@register.filter
def percent(share: Decimal | None) -> str:
    """Write a share (0.15) as « 15 % »."""
    return "" if share is None else words.percent(share)


@register.filter
def day(on: date | None) -> str:
    """Write a date: « 1er janvier 2026 »."""
    return "" if on is None else words.day(on)


@register.filter
def hour(at: time | None) -> str:
    """Write an hour of the day: « 16 h 30 »."""
    return "" if at is None else words.hour(at)


@register.filter
def month(on: date | None) -> str:
    """Write a month: « janvier 2026 »."""
    return "" if on is None else words.month(on)


@register.filter
def counted(count: int, nouns: str) -> str:
    """Write a count with its noun: `3|counted:"point"` or `3|counted:"travail,travaux"`."""
    singular, _, plural = nouns.partition(",")
    return words.counted(count, singular, plural)


@register.filter
def in_letters(count: int, nouns: str) -> str:
    """Open a title with a count: `2|in_letters:"une ligne"` is « Deux lignes », 0 « Aucune ligne ».

    The article gives the gender; the plural may follow a comma, as for `counted`.
    """
    singular, _, plural = nouns.partition(",")
    article, _, noun = singular.partition(" ")
    if not count:
        return f"{'Aucun' if article == 'un' else 'Aucune'} {noun}"
    written = words.in_letters(count, noun, plural, is_masculine=article == "un")
    return written[0].upper() + written[1:]


@register.filter
def nbsp(text: str) -> str:
    """Keep a short text on one line."""
    return str(text).replace(" ", words.NBSP)
