"""The least one must be paid in a professionalisation contract (*rémunération minimale*)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from tremplin.law.ages import anniversary, first_of_next_month, raises_pay
from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.reference_pay import SmicTerritory
from tremplin.law.share_of_smic import Week, monthly_share
from tremplin.law.sources import Source, labour_code
from tremplin.law.words import day, month

PAY_BY_AGE = labour_code("D. 6325-15")
AGE_CHANGE = labour_code("D. 6325-16")
ADULTS = labour_code("L. 6325-9")
SERVICE_PUBLIC = Source("Service-public.fr, contrat de professionnalisation")


class AgeBand(StrEnum):
    """A line of the pay grid, from the youngest to the oldest."""

    UNDER_21 = "under_21"
    AGE_21_25 = "age_21_25"
    AGE_26_PLUS = "age_26_plus"


FRENCH = {
    AgeBand.UNDER_21: "moins de 21 ans",
    AgeBand.AGE_21_25: "de 21 à 25 ans",
    AgeBand.AGE_26_PLUS: "26 ans et plus",
}

Diploma = Literal[
    "none",
    "general_bac",
    "technological_bac",
    "professional_bac",
    "professional_title",
    "professional_higher",
    "general_higher",
]
OPENS_HIGHER_RATE: tuple[Diploma, ...] = ("professional_bac", "professional_title", "professional_higher")
DISPUTED: tuple[Diploma, ...] = ("technological_bac", "general_higher")


@dataclass(frozen=True, slots=True)
class ProfessionalisationPay:
    """A month's minimum pay, with the band and the percentage it comes from."""

    amount: Decimal
    age_band: AgeBand
    percent: Decimal


def opens_higher_rate(*, diploma: Diploma | None) -> Outcome[bool]:
    """Tell whether a diploma opens the higher percentage.

    A *bac professionnel*, or a professional title or diploma of that level or above,
    opens it. A *bac général* does not.

    Args:
        diploma: the highest one held; None if unknown.

    Returns:
        True; a doubt says when the text is disputed.

    Sources: Code du travail, art. D. 6325-15.
    Limits: general higher education, such as a *licence générale*, is disputed.
    """
    if diploma is None:
        return unknown(diploma=diploma)
    rule = Step(
        "Le taux majoré demande un bac professionnel, ou un titre ou diplôme professionnel de ce niveau "
        "ou au-dessus.",
        PAY_BY_AGE,
    )
    if diploma in OPENS_HIGHER_RATE:
        return Holds(True, (rule,))
    doubts = (_disputed_diploma(),) if diploma in DISPUTED else ()
    if diploma == "general_bac":
        doubts = (_general_bac(),)
    return DoesNotHold((rule, Step("Votre diplôme n’ouvre pas ce taux.", PAY_BY_AGE)), doubts)


def minimum_pay(
    *,
    age_band: AgeBand | None,
    qualifying_diploma: bool | None,
    on: date,
    weekly_hours: Decimal | None = None,
    territory: SmicTerritory = "national",
    branch_minimum: Decimal | None = None,
    concluded_on: date | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[ProfessionalisationPay]:
    """Return the least one must be paid for a month in a professionalisation contract.

    A percentage of the SMIC by age and diploma; from 26, the whole SMIC, or 85 % of the
    branch's minimum (*salaire minimum conventionnel*) when that gives more.

    Args:
        age_band: the band that applies to the month; None if unknown.
        qualifying_diploma: what `opens_higher_rate` answered; None if unknown.
        on: any day of the month worked; its SMIC applies.
        weekly_hours: hours of the contract's week; the legal week when None.
        territory: "mayotte" has its own minimum wage.
        branch_minimum: euros a month, full time, for the job held; None if unknown.
        concluded_on: the day the contract was signed; the month when unknown.
        figures: the figures to use.

    Returns:
        Euros for the month, gross, to the cent, with band and percentage.

    Raises:
        NoValueInForce: no grid or minimum wage is known that day.

    Sources: Code du travail, art. L. 6325-8, L. 6325-9, D. 6325-15, D. 6325-18.
    Limits: the percentages do not rise with the year of contract; a branch may give more.
    """
    if age_band is None or (qualifying_diploma is None and age_band is not AgeBand.AGE_26_PLUS):
        return unknown(age_band=age_band, qualifying_diploma=qualifying_diploma)
    grid = figures.get("professionalisation", "pay_grid", on=concluded_on or on)
    percent = Decimal(grid.value[f"{age_band}_qualified" if qualifying_diploma else age_band])
    diploma = _diploma_words(age_band, qualifying_diploma)
    first = Step(f"{FRENCH[age_band].capitalize()}{diploma}\u00a0: {percent}\u00a0% du SMIC.", PAY_BY_AGE)
    adult = age_band is AgeBand.AGE_26_PLUS
    floor = figures.get("professionalisation", "branch_floor", on=concluded_on or on)
    share = monthly_share(
        percent=percent,
        week=Week(on, weekly_hours, territory, branch_minimum),
        because=ADULTS if adult else PAY_BY_AGE,
        conventional_percent=Decimal(floor.value) if adult else None,
        figures=figures,
    )
    used = (grid, floor, *share.figures) if adult else (grid, *share.figures)
    steps = (first, *share.steps, *_branch_unknown(adult, branch_minimum))
    doubts = (*figure_doubts(grid), *share.doubts)
    return Holds(ProfessionalisationPay(share.amount, age_band, percent), steps, doubts, used)


def age_band(
    *, birth_date: date | None, contract_start: date, on: date, figures: Figures = OFFICIAL
) -> Outcome[AgeBand]:
    """Return the age band that applies to a month.

    Args:
        birth_date: the student's; None if unknown.
        contract_start: first day of the contract.
        on: any day of the month paid.
        figures: the figures to use.

    Returns:
        One band; a doubt covers the days between the 26th birthday and the next month.

    Raises:
        NoValueInForce: the contract is earlier than the first known ages.

    Sources: Code du travail, art. D. 6325-15, D. 6325-16, L. 6325-9.
    Limits: a birthday on the first of a month counts from the next month, by a strict reading.
    """
    if birth_date is None:
        return unknown(birth_date=birth_date)
    starts = figures.get("professionalisation", "age_band_starts", on=contract_start)
    reached = [
        age
        for age in starts.value
        if raises_pay(birth_date=birth_date, age=age, contract_start=contract_start, month=on)
    ]
    band = tuple(AgeBand)[len(reached)]
    step = Step(f"Votre tranche d’âge pour {month(on)}\u00a0: {FRENCH[band]}.", AGE_CHANGE)
    adulthood = anniversary(of=birth_date, years=starts.value[-1])
    waits = band is AgeBand.AGE_21_25 and adulthood < first_of_next_month(on)
    doubts = (_birthday_26(adulthood, starts.value[-1]),) if waits else ()
    return Holds(band, (step,), doubts, (starts,))


def minimum_pay_by_birth_date(
    *,
    birth_date: date | None,
    contract_start: date,
    on: date,
    qualifying_diploma: bool | None,
    weekly_hours: Decimal | None = None,
    territory: SmicTerritory = "national",
    branch_minimum: Decimal | None = None,
    concluded_on: date | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[ProfessionalisationPay]:
    """Return a month's minimum pay, the age band being worked out from dates.

    Args:
        birth_date: the student's; None if unknown.
        contract_start: first day of the contract.
        on: any day of the month paid.
        qualifying_diploma: what `opens_higher_rate` answered; None if unknown.
        weekly_hours: hours of the contract's week; the legal week when None.
        territory: "mayotte" has its own minimum wage.
        branch_minimum: euros a month, full time, for the job held; None if unknown.
        concluded_on: the day the contract was signed; the start when unknown.
        figures: the figures to use.

    Returns:
        Euros for a whole month, gross, to the cent, with band and percentage.

    Raises:
        NoValueInForce: no grid or minimum wage is known that day.

    Sources: Code du travail, art. L. 6325-8, L. 6325-9, D. 6325-15, D. 6325-16, D. 6325-18.
    Limits: a first or last month worked in part is given whole, not by days.
    """
    band = age_band(birth_date=birth_date, contract_start=contract_start, on=on, figures=figures)
    if not isinstance(band, Holds):
        return band
    if first_of_next_month(on) <= contract_start:
        return DoesNotHold((Step(f"Le contrat n’a pas commencé en {month(on)}.", AGE_CHANGE),))
    paid = minimum_pay(
        age_band=band.value,
        qualifying_diploma=qualifying_diploma,
        on=on,
        weekly_hours=weekly_hours,
        territory=territory,
        branch_minimum=branch_minimum,
        concluded_on=concluded_on or contract_start,
        figures=figures,
    )
    if not isinstance(paid, Holds):
        return paid
    return Holds(
        paid.value,
        (*band.steps, *paid.steps),
        (*band.doubts, *paid.doubts),
        (*band.figures, *paid.figures),
    )


def _diploma_words(band: AgeBand, qualifying: bool | None) -> str:
    if band is AgeBand.AGE_26_PLUS:
        return ""
    return ", avec le diplôme demandé" if qualifying else ", sans le diplôme demandé"


def _branch_unknown(adult: bool, branch_minimum: Decimal | None) -> tuple[Step, ...]:
    if not adult or branch_minimum is not None:
        return ()
    says = "Le minimum de votre branche n’est pas indiqué\u00a0: il peut donner plus."
    return (Step(says, ADULTS),)


def _birthday_26(birthday: date, age: int) -> Doubt:
    says = (
        f"Vous avez {age} ans depuis le {day(birthday)}. L’article D. 6325-16 ne vise que 21 ans\u00a0; "
        "service-public.fr attend le mois suivant pour 26 ans aussi, alors que l’article L. 6325-9 "
        f"s’appliquerait dès l’anniversaire. Nous comptons à partir du {day(first_of_next_month(birthday))}."
    )
    return Doubt("C3.birthday_26", says, (AGE_CHANGE, ADULTS, SERVICE_PUBLIC))


def _general_bac() -> Doubt:
    says = (
        "Beaucoup de guides donnent le taux majoré avec un bac général. Le texte demande un bac "
        "professionnel ou un titre professionnel\u00a0: le bac général ne suffit pas."
    )
    return Doubt("C3.general_bac", says, (PAY_BY_AGE, SERVICE_PUBLIC))


def _disputed_diploma() -> Doubt:
    says = (
        "Le texte demande une qualification au moins égale au bac professionnel, ou un titre ou diplôme "
        "professionnel. Il ne nomme pas les diplômes généraux ou technologiques, et la licence générale est "
        "discutée. Faites confirmer ce point."
    )
    return Doubt("C3.general_higher", says, (PAY_BY_AGE,))
