"""Icons drawn for the house, inlined as SVG: no request, no font."""

from collections.abc import Iterable
from typing import Any, Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tremplin.kit.drawings import DRAWINGS

register = template.Library()

SEVERITY_ICONS: Final = {"bad": "stop", "warn": "alert", "ask": "ask", "ok": "check", "off": "circle"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon that carries no meaning of its own: the word beside it does."""
    drawing = mark_safe(DRAWINGS[name])  # noqa: S308 our own constant
    return format_html('<svg class="i" viewBox="0 0 20 20" aria-hidden="true">{}</svg>', drawing)


@register.simple_tag
def drawings(*groups: Iterable[Any]) -> SafeString:
    """Define once the icons of a long list, which `drawn` then shows as often as needed.

    Args:
        groups: things that have an `icon`.
    """
    names = dict.fromkeys(str(one.icon) for group in groups for one in group)
    symbols = ((name, mark_safe(DRAWINGS[name])) for name in names)  # noqa: S308 our own constant
    symbol = '<symbol id="i-{}" viewBox="0 0 20 20">{}</symbol>'
    return format_html("<svg hidden>{}</svg>", format_html_join("", symbol, symbols))


@register.simple_tag
def drawn(name: str) -> SafeString:
    """Show an icon that `drawings` defined on the page."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def severity(level: str, words: str) -> SafeString:
    """Write a legal status: a shape and a word, never colour alone.

    `level` is one of bad, warn, ask, ok, off.
    """
    return format_html('<span class="sev" data-s="{}">{}{}</span>', level, icon(SEVERITY_ICONS[level]), words)
