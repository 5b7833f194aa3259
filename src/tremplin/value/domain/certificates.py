"""What the text of a certificate (*attestation de stage*) says beside what is known of the internship."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tremplin.law.words import MONTHS, NBSP, day, euros, hours
from tremplin.rights.domain.attestation import read_attestation

IN_DIGITS: Final = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
IN_WORDS: Final = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
BETWEEN: Final = r"\s*(?:inclus\s*)?(?:au|à|jusqu[’']au)\s+"


def gaps(
    text: str, *, hours_present: Decimal, gratification_paid: Decimal, dates: tuple[date, date]
) -> tuple[str, ...]:
    """Say where a text differs from what is known, both values side by side.

    Args:
        text: of the certificate.
        hours_present: hours really done.
        gratification_paid: euros received in all.
        dates: first and last day of the internship.

    Returns:
        One sentence a difference; what the text does not state is left to the audit.
    """
    stated = read_attestation(text)
    found = []
    if stated.gratification is not None and stated.gratification != gratification_paid:
        said, known = euros(stated.gratification), euros(gratification_paid)
        found.append(f"Votre texte dit {said}, vous avez reçu {known}.")
    if stated.hours is not None and stated.hours != hours_present:
        found.append(f"Votre texte dit {hours(stated.hours)}, vous en avez fait {hours(hours_present)}.")
    return (*found, *_wrong_dates(text, dates))


def _wrong_dates(text: str, dates: tuple[date, date]) -> Iterator[str]:
    read = _period(text)
    for name, said, known in zip(("début", "fin"), read or (), dates, strict=False):
        if said != known:
            yield f"Date de {name}{NBSP}: votre texte dit {day(said)}, votre stage dit {day(known)}."


def _period(text: str) -> tuple[date, date] | None:
    """Return the first two dates that a text joins with « au »."""
    found = sorted(_dates(text), key=lambda one: one[0])
    pairs = pairwise(found)
    return next(
        ((first[2], last[2]) for first, last in pairs if re.fullmatch(BETWEEN, text[first[1] : last[0]])),
        None,
    )


def _dates(text: str) -> Iterator[tuple[int, int, date]]:
    for match in IN_DIGITS.finditer(text):
        yield from _dated(match, int(match[2]))
    for match in IN_WORDS.finditer(text):
        yield from _dated(match, MONTHS.index(match[2].lower()) + 1)


def _dated(match: re.Match[str], month: int) -> Iterator[tuple[int, int, date]]:
    try:
        found = date(int(match[3]), month, int(match[1]))
    except ValueError:
        return
    yield match.start(), match.end(), found
