"""May an internship count for the pension, at what price and until when?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.gratification_due import gratification_due, gratification_threshold
from tremplin.law.internship.placement import Placement, yearly_counts
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, NeedsFacts, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import social_security_code
from tremplin.law.words import cents, counted, day, euros, percent

PRINCIPLE = social_security_code("L. 351-17")
REQUEST = social_security_code("D. 351-16")
PRICE = social_security_code("D. 351-18")


@dataclass(frozen=True, slots=True)
class Trimesters:
    """Trimesters that may be bought, the price of one and of all, in euros to the cent."""

    count: int
    each: Decimal
    total: Decimal


def retirement_trimesters(
    *,
    placements: Sequence[Placement],
    requested_on: date | None,
    year_starts: tuple[int, int] | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[Trimesters]:
    """Return the trimesters internships give a right to buy (*trimestres de stage*).

    An internship eligible to gratification, of two months in one host in one go or over
    one school year, gives one trimester, two at most in a life. They count for the
    discount rate only. The price follows the ceiling of the year of the request.

    Args:
        placements: every internship of the student.
        requested_on: day of the request; None if unknown.
        year_starts: month and day the school year starts; None for 1 September.
        figures: published figures, completed by the student's.

    Returns:
        Trimesters and their price, payable over one or two years.

    Raises:
        NoValueInForce: a day is earlier than the known figures.

    Sources: Code de la sécurité sociale, art. L. 351-17, D. 351-16, D. 351-18.
    Limits: one trimester by host and school year; whether one long internship gives two is
        left to the pension fund: a doubt says so.
    """
    if not placements or requested_on is None:
        return unknown(placements=placements or None, requested_on=requested_on)
    due = gratification_due(placements=placements, year_starts=year_starts, figures=figures)
    if not isinstance(due, Holds):
        return due if isinstance(due, NeedsFacts) else DoesNotHold(due.steps, due.doubts, due.figures)
    most = figures.get("internship", "retirement_trimesters", on=requested_on)
    threshold = gratification_threshold(placements=due.value.placements, figures=figures)
    counts = yearly_counts(placements=due.value.placements, year_starts=year_starts, figures=figures)
    groups = {(count.host, count.year) for count in counts if count.hours > threshold.value}
    count = min(int(most.value), max(len(groups), 1))
    share = figures.get("internship", "retirement_trimester_share", on=requested_on)
    ceiling = figures.get("general", "monthly_ceiling", on=requested_on)
    each = cents(share.value * ceiling.value)
    value = Trimesters(count, each, each * count)
    silence = figures.get("internship", "retirement_silence_months", on=requested_on)
    steps = (
        Step(f"{counted(count, 'trimestre')} à racheter, {most.value} au plus.", PRINCIPLE),
        Step(f"{percent(share.value)} de {euros(ceiling.value)} font {euros(each)} par trimestre.", PRICE),
        Step("Le prix se paie sur un ou deux ans et ne compte que pour le taux de la pension.", PRINCIPLE),
        Step(
            f"Sans réponse après {counted(silence.value, 'mois', 'mois')}, la demande est refusée.", REQUEST
        ),
    )
    long = count < most.value and any(each.hours > 2 * threshold.value for each in counts)
    doubts = (*due.doubts, *((LONG_INTERNSHIP,) if long else ()), *figure_doubts(ceiling))
    return Holds(value, steps, doubts, (most, share, ceiling, silence))


LONG_INTERNSHIP = Doubt(
    "A26.long_internship",
    "Un stage de plus de quatre mois pourrait donner deux trimestres : demandez à votre caisse de retraite.",
    (PRINCIPLE,),
)


def retirement_deadline(
    *,
    birth_date: date | None,
    internship_ends_on: date | None,
    requested_on: date,
    figures: Figures = OFFICIAL,
) -> Outcome[date]:
    """Return the last day to ask for the trimesters (*date limite de la demande*).

    By 31 December of the year of the thirtieth birthday; under the older rule, within two
    years of the internship.

    Args:
        birth_date: the student's; None if unknown.
        internship_ends_on: last day of the internship; None if unknown.
        requested_on: day of the request, which tells which rule applies.
        figures: published figures.

    Returns:
        The last day, when it is not past; `DoesNotHold` when it is.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de la sécurité sociale, art. D. 351-16 to D. 351-19.
    Limits: the new rule is for pensions from 1 September 2023; the older one comes from
        memory: a doubt says so.
    """
    age = figures.find("internship", "retirement_age", on=requested_on)
    if age is not None:
        if birth_date is None:
            return unknown(birth_date=birth_date)
        figure, last = age, date(birth_date.year + age.value, 12, 31)
        rule = f"La demande se fait avant la fin de l’année de vos {age.value} ans"
    else:
        if internship_ends_on is None:
            return unknown(internship_ends_on=internship_ends_on)
        figure = figures.get("internship", "retirement_years_after_stage", on=requested_on)
        last = _years_after(internship_ends_on, figure.value)
        rule = f"La demande se fait dans les {counted(figure.value, 'an')} qui suivent le stage"
    doubts = figure_doubts(figure)
    if requested_on > last:
        return DoesNotHold((Step(f"{rule} : c’était jusqu’au {day(last)}.", REQUEST),), doubts, (figure,))
    return Holds(last, (Step(f"{rule} : jusqu’au {day(last)}.", REQUEST),), doubts, (figure,))


def _years_after(on: date, years: int) -> date:
    leap_day = (on.month, on.day) == (2, 29)
    return date(on.year + years, 2, 28) if leap_day else on.replace(year=on.year + years)
