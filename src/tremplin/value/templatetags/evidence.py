"""The evidence chip: a figure that opens its entry."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tremplin.documents.characters import unbroken
from tremplin.kit.templatetags.icons import icon
from tremplin.value.addresses import entry_address
from tremplin.value.domain.briefs import signed

register = template.Library()


@register.simple_tag
def proof(entry: int | None, says: str) -> SafeString:
    """Draw a chip that opens an entry of the journal; plain while the journal has no page."""
    address = entry_address(entry) if entry else ""
    hidden = format_html('<span class="vh">{}</span>', _("Preuve\u00a0: "))
    if not address:
        return format_html('<span class="proof">{}{}{}</span>', icon("journal"), hidden, printed(says))
    return format_html(
        '<a class="proof" href="{}">{}{}{}</a>', address, icon("journal"), hidden, printed(says)
    )


@register.filter
def entry_url(entry: int) -> str:
    """Return where an entry is read; empty while the journal has no page."""
    return entry_address(entry)


@register.filter
def printed(says: str) -> str:
    """Write the student's words with the no-break spaces French wants."""
    return signed(unbroken(says or ""))
