"""The pages of an agreement that could not be read, and how to say so."""

from dataclasses import dataclass

from tremplin.law.words import NBSP
from tremplin.rights.agreement.values import Audit

TOO_LONG = "trop longue à reconnaître"
NOT_READ = "n’a pas été lue"


@dataclass(frozen=True, slots=True)
class Unread:
    """Some unread pages: what happened in one sentence, then what to do."""

    title: str
    says: str


def unread_pages(audit: Audit) -> str:
    """Name the pages that were not read: « page 2 », « pages 2 et 3 »; empty when all were."""
    return _named([number for number, _ in audit.unreadable])


def unread_notes(audit: Audit) -> tuple[Unread, ...]:
    """Say why pages were not read; those that took too long together, the others one by one.

    Args:
        audit: gives each unread page with its sentence.

    Returns:
        Notes in the order of the pages; a page is called illegible only when its letters were.
    """
    too_long = [number for number, why in audit.unreadable if TOO_LONG in why]
    others = tuple(
        Unread(_title(number, why), why) for number, why in audit.unreadable if TOO_LONG not in why
    )
    if not too_long:
        return others
    are_read = "n’a pas été lue" if len(too_long) == 1 else "n’ont pas été lues"
    the = "La" if len(too_long) == 1 else "Les"
    title = f"{the} {_named(too_long)} {are_read}{NBSP}: reconnaissance trop longue."
    return (Unread(title, "Relancez la lecture, ou demandez la convention en PDF texte."), *others)


def _title(number: int, why: str) -> str:
    return f"La page {number} {NOT_READ}." if NOT_READ in why else f"Page {number} illisible."


def _named(numbers: list[int]) -> str:
    if len(numbers) < 2:
        return f"page {numbers[0]}" if numbers else ""
    most = ", ".join(str(number) for number in numbers[:-1])
    return f"pages {most} et {numbers[-1]}"
