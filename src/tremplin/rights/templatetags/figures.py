"""The figures of the law in templates."""

from collections.abc import Iterable

from django import template

from tremplin.law.outcome import Doubt
from tremplin.law.parameters import Figure
from tremplin.law.sources import Source
from tremplin.law.words import NBSP
from tremplin.rights.figures import figure_words

register = template.Library()


@register.filter
def in_words(figure: Figure) -> str:
    """Write the value of a figure with its unit."""
    return figure_words(figure)


@register.filter
def citation(source: Source) -> str:
    """Write a citation that never breaks inside « art. L. 124-6 »."""
    text = str(source)
    for mark in ("art. ", "L. ", "D. ", "R. ", "n° "):
        text = text.replace(mark, mark.rstrip() + NBSP)
    return text


@register.filter
def of_the_law(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Keep what the texts leave uncertain."""
    return [doubt for doubt in doubts if not _is_of_a_figure(doubt)]


@register.filter
def of_the_figures(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Keep what is uncertain in the figures themselves."""
    return [doubt for doubt in doubts if _is_of_a_figure(doubt)]


def _is_of_a_figure(doubt: Doubt) -> bool:
    return doubt.rule.startswith("figure.")
