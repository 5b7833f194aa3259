"""Icons drawn for the house, inlined as SVG: no request, no font."""

from typing import Final

from django import template
from django.utils.html import format_html
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
def severity(level: str, words: str) -> SafeString:
    """Write a legal status: a shape and a word, never colour alone.

    `level` is one of bad, warn, ask, ok, off.
    """
    return format_html('<span class="sev" data-s="{}">{}{}</span>', level, icon(SEVERITY_ICONS[level]), words)
