"""Addresses of pages that may not be built yet."""

from django.urls import NoReverseMatch, reverse


def address(name: str, *args: int | str) -> str:
    """Return the address of a named page.

    Args:
        name: « slice:page ».
        args: what the address holds.

    Returns:
        The address; empty while the page is not built.
    """
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
