"""Addresses of other rooms, empty while they are not built."""

from django.urls import NoReverseMatch, reverse


def entry_address(entry: int) -> str:
    """Return where an entry of the journal is read; empty while the journal has no page."""
    try:
        return reverse("journal:entry", args=[entry])
    except NoReverseMatch:
        return ""


def session_address() -> str:
    """Return where one writes in the journal; empty while it has no page."""
    try:
        return reverse("journal:home")
    except NoReverseMatch:
        return ""
