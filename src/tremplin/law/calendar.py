"""Public holidays (*jours fériés*) of France, day by day and territory by territory."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Literal

from tremplin.law.outcome import Doubt, Holds, Step
from tremplin.law.parameters import OFFICIAL
from tremplin.law.sources import labour_code
from tremplin.law.words import counted

Territory = Literal[
    "metropole", "alsace_moselle", "mayotte", "martinique", "guadeloupe", "guyane", "reunion",
    "saint_martin", "saint_barthelemy",
]  # fmt: skip

NATIONAL_DAYS = labour_code("L. 3133-1")
ALSACE_MOSELLE_DAYS = labour_code("L. 3134-13")
OVERSEAS_DAYS = labour_code("L. 3422-2")


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (*Pâques*).

    Args:
        year: from 1583.

    Returns:
        The Sunday, from 22 March to 25 April.

    Sources: Gregorian reckoning (Meeus, Jones and Butcher).
    Limits: none.
    """
    golden = year % 19
    century, in_century = divmod(year, 100)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    correction = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays_in(
    year: int, territory: Territory = "metropole", good_friday: bool = False
) -> Mapping[date, str]:
    """Return the public holidays of a year with their French names, in order.

    Args:
        year: calendar year.
        territory: where the work is done.
        good_friday: the commune has a Protestant or mixed church; counts only in
            Alsace-Moselle.

    Returns:
        Day to French name, sorted by day.

    Raises:
        NoValueInForce: the year is earlier than the known lists.

    Sources: Code du travail, art. L. 3133-1, L. 3134-13, L. 3422-2.
    Limits: local customs and bridges chosen by an employer.
    """
    on = date(year, 1, 1)
    sunday = easter(year)

    def value(name: str) -> list[list[int | str]]:
        found: list[list[int | str]] = OFFICIAL.get("calendar", name, on=on).value
        return found

    days = {date(year, int(month), int(day)): str(name) for month, day, name in value("fixed_days")}
    days |= {sunday + timedelta(int(after)): str(name) for after, name in value("days_after_easter")}
    local = OFFICIAL.get("calendar", "local_days", on=on).value.get(territory)
    if local:
        days[date(year, local[0], local[1])] = local[2]
    if territory == "alsace_moselle" and good_friday:
        after, name = OFFICIAL.get("calendar", "good_friday", on=on).value
        days[sunday + timedelta(after)] = name
    return dict(sorted(days.items()))


def public_holidays(
    *, year: int, territory: Territory = "metropole", good_friday: bool | None = None
) -> Holds[Mapping[date, str]]:
    """Return the public holidays (*jours fériés*) of a year in a territory.

    Eleven days are national; Alsace-Moselle and the overseas territories add theirs.
    Only 1 May is always a day off.

    Args:
        year: calendar year.
        territory: where the work is done.
        good_friday: the commune has a Protestant church or a mixed church, which makes
            Good Friday a holiday in Alsace-Moselle; None if unknown.

    Returns:
        Day to French name, sorted by day; Good Friday left out when unknown.

    Raises:
        NoValueInForce: the year is earlier than the known lists.

    Sources: Code du travail, art. L. 3133-1, L. 3134-13, L. 3422-2.
    Limits: bridges and local customs; whether a holiday is worked is the host's rule.
    """
    days = holidays_in(year, territory, bool(good_friday))
    steps = [Step(f"{counted(len(days), 'jour férié', 'jours fériés')} en {year}.", NATIONAL_DAYS)]
    if territory == "alsace_moselle":
        steps.append(Step("Le 26 décembre est férié en Alsace et en Moselle.", ALSACE_MOSELLE_DAYS))
    elif territory != "metropole":
        steps.append(Step("Le jour de l’abolition de l’esclavage est férié outre-mer.", OVERSEAS_DAYS))
    return Holds(days, tuple(steps), good_friday_doubt(territory, good_friday))


def good_friday_doubt(territory: Territory, good_friday: bool | None) -> tuple[Doubt, ...]:
    """Return the doubt on Good Friday (*Vendredi saint*) when the commune is not known."""
    if territory != "alsace_moselle" or good_friday is not None:
        return ()
    says = (
        "Le Vendredi saint n’est férié que dans les communes qui ont un temple protestant ou une église "
        "mixte. Il n’est pas compté comme férié ici."
    )
    return (Doubt("D.good_friday", says, (ALSACE_MOSELLE_DAYS,)),)
