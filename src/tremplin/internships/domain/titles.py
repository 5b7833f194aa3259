"""What the list of internships finds."""

from collections.abc import Collection
from datetime import date

from tremplin.law.words import in_letters, letters


def list_title(spans: Collection[tuple[date, date | None]], *, today: date) -> str:
    """Say how many internships there are and where they stand.

    Args:
        spans: the first and last day of each; None while an end is not known.
        today: the day it is said.

    Returns:
        « Deux stages, un en cours »; empty without any.
    """
    if not spans:
        return ""
    begun = [last for first, last in spans if first <= today]
    going = sum(last is None or last >= today for last in begun)
    counts = ((going, "en cours"), (len(spans) - len(begun), "à venir"))
    found = in_letters(len(spans), "stage", is_masculine=True).capitalize()
    if whole := [where for count, where in counts if count == len(spans)]:
        return f"{found} {whole[0]}"
    parts = [f"{letters(count, is_masculine=True)} {where}" for count, where in counts if count]
    return ", ".join([found, *(parts or ["fini" if len(spans) == 1 else "tous finis"])])
