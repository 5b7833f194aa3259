"""The statement of a *gratification*: hours, amounts and payments, month by month."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from tremplin.documents.paper import Cited, Fact, Figure
from tremplin.documents.table import Table
from tremplin.law.words import euros, number


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """One month, or the total of them all; None where there is nothing to say.

    Attributes:
        label: « Février 2026 », « Total ».
        days: whole days of presence.
        hours: hours of presence.
        real: euros owed when the hours of the month are paid.
        smoothed: euros owed when the total is spread evenly.
        paid: euros received.
        due: euros still owed.
        state: « versé », « en cours »; empty otherwise.
    """

    label: str
    days: int | None = None
    hours: Decimal | None = None
    real: Decimal | None = None
    smoothed: Decimal | None = None
    paid: Decimal | None = None
    due: Decimal | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the law where it leaves a choice, and what it gives.

    Attributes:
        name: « Taux du jour de signature ».
        says: what is computed, in one sentence.
        total: euros under this reading.
        citations: the texts it rests on.
        kept: this is the reading used in the table.
    """

    name: str
    says: str
    total: Decimal
    citations: tuple[str, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class GratificationStatement:
    """Everything the statement prints.

    Attributes:
        subject: the internship in one line.
        title: the result in one sentence, no full stop.
        summary: hours, rate, and from when it is owed.
        assumptions: dates, hours a week, rate, absences; where each comes from.
        months: one line a month, in order.
        total: the totals, given by the rules; None prints no total.
        table_note: what the columns mean.
        figures: at most three large figures: gap, arrears, threshold.
        milestones: when the 309th hour falls, the 924 h, in sentences, in order.
        readings: both readings when 1 January falls inside; empty otherwise.
        difference: the sentence that compares them.
        doubts: what the law leaves uncertain.
        sources: the texts and figures in force.
        disclaimer: what this statement is not.
        produced_on: day written at the top.
        author: name of the student, for the file's properties.
    """

    template: ClassVar[str] = "gratification_statement"
    kind: ClassVar[str] = "Relevé de gratification"

    subject: str
    title: str
    produced_on: date
    summary: str = ""
    assumptions: tuple[Fact, ...] = ()
    months: tuple[PaidMonth, ...] = ()
    total: PaidMonth | None = None
    table_note: str = ""
    figures: tuple[Figure, ...] = ()
    milestones: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()
    difference: str = ""
    doubts: tuple[Cited, ...] = ()
    sources: tuple[str, ...] = ()
    disclaimer: str = ""
    author: str = ""

    def data(self) -> Mapping[str, object]:
        """Return what the template prints: amounts in words, empty columns left out."""
        columns = self._columns()
        highest = max((month.real or Decimal(0) for month in self.months), default=Decimal(0))
        return {
            "statement": {
                **{name: getattr(self, name) for name in _AS_THEY_ARE},
                "columns": [column.title for column in columns],
                "months": [
                    {**_printed(month, columns), "share": _share(month.real, highest)}
                    for month in self.months
                ],
                "total": _printed(self.total, columns) if self.total else None,
                "readings": [_reading(reading) for reading in self.readings],
            }
        }

    def table(self) -> Table:
        """Return the months as a table for a spreadsheet, totals last."""
        columns = self._columns()
        lines = (*self.months, self.total) if self.total else self.months
        return Table(
            columns=("Mois", *(column.title for column in columns)),
            rows=tuple((line.label, *(column.of(line) for column in columns)) for line in lines),
        )

    def _columns(self) -> tuple["_Column", ...]:
        return tuple(
            column for column in _COLUMNS if any(column.of(month) is not None for month in self.months)
        )


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the month table: its title, its value, its French wording."""

    title: str
    of: Callable[[PaidMonth], Decimal | int | None]
    words: Callable[[Decimal | int], str]


_COLUMNS = (
    _Column("Jours", lambda month: month.days, number),
    _Column("Heures", lambda month: month.hours, number),
    _Column("Au réel", lambda month: month.real, euros),
    _Column("Lissé", lambda month: month.smoothed, euros),
    _Column("Versé", lambda month: month.paid, euros),
    _Column("Reste dû", lambda month: month.due, euros),
)
_AS_THEY_ARE = (
    "subject", "title", "summary", "assumptions", "table_note", "figures", "milestones", "difference",
    "doubts", "sources", "disclaimer",
)  # fmt: skip


def _printed(month: PaidMonth, columns: tuple[_Column, ...]) -> Mapping[str, object]:
    values = (column.of(month) for column in columns)
    words = [
        "" if value is None else column.words(value) for column, value in zip(columns, values, strict=True)
    ]
    return {"label": month.label, "state": month.state, "cells": words}


def _share(amount: Decimal | None, highest: Decimal) -> float:
    return float(amount / highest) if amount and amount > 0 else 0.0


def _reading(reading: Reading) -> Mapping[str, object]:
    return {
        "name": reading.name,
        "says": reading.says,
        "total": euros(reading.total),
        "citations": reading.citations,
        "kept": reading.kept,
    }
