"""What Cap reads from the rooms below it."""

from datetime import date

from tremplin.cap.addresses import address
from tremplin.cap.domain.agreement import AgreementSummary
from tremplin.cap.domain.gesture import Doors
from tremplin.internships.queries import agreement_offers
from tremplin.rights.queries import agreement_summary


def current_agreement(*, of_version: int | None = None) -> AgreementSummary | None:
    """Return the agreement the student works with.

    Args:
        of_version: the version the internship they follow was created from; None without one.

    Returns:
        The summary of that agreement, else of the latest; None before any was read.
    """
    return agreement_summary(of_version=of_version)


def doors(*, on: date, followed: bool) -> Doors:
    """Return the addresses that exist.

    Args:
        on: the day.
        followed: whether an internship is followed already; otherwise one may be created.

    Returns:
        One address per question; empty while its page is not built or has nothing to offer.
    """
    offer = None if followed else next(iter(agreement_offers(on=on)), None)
    return Doors(
        agreements=address("rights:agreements"),
        gratification=address("rights:gratification"),
        answers=address("rights:answers"),
        internships=address("internships:home"),
        new_internship=address("internships:from-agreement", offer.version_id) if offer else "",
    )
