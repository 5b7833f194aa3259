"""What Cap reads from the rooms below it."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import NoReverseMatch, reverse

from tremplin.cap.domain import AgreementSummary, Doors


def current_agreement() -> AgreementSummary | None:
    """Return the agreement the student works with.

    Returns:
        Its summary; None before any was read, or while Droits cannot tell.
    """
    if find_spec("tremplin.rights.queries") is None:
        return None
    read = getattr(import_module("tremplin.rights.queries"), "agreement_summary", None)
    summary: AgreementSummary | None = read() if read else None
    return summary


def doors_of_rights() -> Doors:
    """Return the addresses of Droits that exist.

    Returns:
        One address per question; empty while its page is not built.
    """
    return Doors(
        agreements=address("rights:agreements"),
        gratification=address("rights:gratification"),
        answers=address("rights:answers"),
    )


def address(name: str) -> str:
    """Return the address of a named page.

    Args:
        name: « slice:page ».

    Returns:
        The address; empty while the page is not built.
    """
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
