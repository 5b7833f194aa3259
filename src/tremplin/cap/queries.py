"""What Cap reads from the rooms below it."""

from django.urls import NoReverseMatch, reverse

from tremplin.cap.domain import AgreementSummary, Doors
from tremplin.rights.queries import agreement_summary


def current_agreement() -> AgreementSummary | None:
    """Return the agreement the student works with.

    Returns:
        Its summary; None before any was read.
    """
    return agreement_summary()


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
