"""The figures of the law in templates."""

from django import template

from tremplin.law.parameters import Figure
from tremplin.rights.figures import figure_words

register = template.Library()


@register.filter
def in_words(figure: Figure) -> str:
    """Write the value of a figure with its unit."""
    return figure_words(figure)
