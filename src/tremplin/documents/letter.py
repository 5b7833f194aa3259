"""A letter, laid out as French post expects it: the claim of arrears, the correction request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from tremplin.law.words import euros


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of an account: what was owed, what was paid, what remains."""

    label: str
    owed: Decimal
    paid: Decimal
    due: Decimal


@dataclass(frozen=True, slots=True)
class Account:
    """The account a claim rests on; the total is computed by the rules, not here."""

    lines: tuple[AccountLine, ...]
    total: AccountLine


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered list inside a letter, such as the points to correct."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything the letter prints.

    Attributes:
        sender: name first, then address lines, e-mail, telephone.
        recipient: name or service, organisation, address lines.
        subject: what the letter is about, no full stop.
        salutation: « Madame, Monsieur, ».
        body: paragraphs, account and list, in reading order.
        closing: the polite last sentence.
        produced_on: date of the letter.
        place: where it is written; empty leaves the date alone.
        delivery: « Lettre recommandée avec avis de réception »; usually empty.
        signature: name under the signature; the first line of `sender` when empty.
        enclosures: what is attached.
    """

    template: ClassVar[str] = "letter"
    kind: ClassVar[str] = "Lettre"

    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    subject: str
    salutation: str
    body: tuple[str | Account | Listing, ...]
    closing: str
    produced_on: date
    place: str = ""
    delivery: str = ""
    signature: str = ""
    enclosures: tuple[str, ...] = ()

    @property
    def author(self) -> str:
        """Name of the sender."""
        return self.sender[0] if self.sender else ""

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {
            "letter": {
                "sender": self.sender,
                "recipient": self.recipient,
                "subject": self.subject,
                "salutation": self.salutation,
                "body": [_part(part) for part in self.body],
                "closing": self.closing,
                "place": self.place,
                "delivery": self.delivery,
                "signature": self.signature or self.author,
                "enclosures": self.enclosures,
            }
        }


def _part(part: str | Account | Listing) -> Mapping[str, object]:
    match part:
        case Account():
            return {"lines": [_line(line) for line in part.lines], "total": _line(part.total)}
        case Listing():
            return {"items": part.items}
    return {"text": part}


def _line(line: AccountLine) -> Mapping[str, object]:
    return {"label": line.label, "cells": [euros(line.owed), euros(line.paid), euros(line.due)]}
