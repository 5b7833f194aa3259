"""Birthdays, completed years, and the day from which an age changes a minimum pay."""

from calendar import isleap
from datetime import date, timedelta


def anniversary(*, of: date, years: int) -> date:
    """Return the same day so many years later.

    Args:
        of: the birth date, or the first day of a contract.
        years: whole years to add, zero or more.

    Returns:
        The calendar day; 28 February for someone born on the 29th, in common years.

    Sources: none, calendar arithmetic.
    Limits: no text read says which day replaces 29 February; the earlier one favours the student.
    """
    year = of.year + years
    leap_day = of.month == 2 and of.day == 29
    return date(year, 2, 28) if leap_day and not isleap(year) else of.replace(year=year)


def completed_years(*, since: date, on: date) -> int:
    """Return how many whole years have passed: an age, when counted from birth.

    Args:
        since: the birth date, or the first day of a contract.
        on: the day on which one counts, included.

    Returns:
        Whole years; negative when `on` comes first.

    Sources: none, calendar arithmetic.
    Limits: see `anniversary` for 29 February.
    """
    years = on.year - since.year
    return years if anniversary(of=since, years=years) <= on else years - 1


def first_of_next_month(on: date) -> date:
    """Return the first day of the month after this one.

    Args:
        on: any day.

    Returns:
        A first of month, always later than `on`.

    Sources: none, calendar arithmetic.
    Limits: none.
    """
    return (on.replace(day=28) + timedelta(days=4)).replace(day=1)


def months_later(*, on: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month.

    Args:
        on: any day.
        months: whole months to add, zero or more.

    Returns:
        The calendar day.

    Sources: none, calendar arithmetic.
    Limits: none.
    """
    years, month = divmod(on.month - 1 + months, 12)
    first = date(on.year + years, month + 1, 1)
    last = first_of_next_month(first) - timedelta(days=1)
    return first.replace(day=min(on.day, last.day))


def raises_pay(*, birth_date: date, age: int, contract_start: date, month: date) -> bool:
    """Tell whether an age already counts in the pay of a month.

    It counts from the first day of the month after the birthday; a birthday on the
    first of a month counts from the next one. An age reached when the contract
    starts counts at once.

    Args:
        birth_date: the student's.
        age: the age that opens the higher band.
        contract_start: first day of the contract.
        month: any day of the month paid.

    Returns:
        True when the band that opens at `age` applies to the month.

    Sources: Code du travail, art. D. 6222-31, D. 6325-16.
    Limits: the day of the month does not matter, only the month.
    """
    birthday = anniversary(of=birth_date, years=age)
    return birthday <= contract_start or first_of_next_month(birthday) <= month
