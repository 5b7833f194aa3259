"""Percentages that leave the ordinary grid: diplomas, length of contract, disability, employer."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tremplin.law.apprenticeship.age_band import AgeBand
from tremplin.law.apprenticeship.grid import LONGER_CONTRACT, grid_percentage
from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import Source, labour_code
from tremplin.law.words import counted, number

EXTENSION = labour_code("D. 6222-28")
SHORTER_CONTRACT = labour_code("D. 6222-28-1")
NEW_CONTRACT = labour_code("D. 6222-29")
SAME_LEVEL = labour_code("D. 6222-30")
LICENCE = labour_code("D. 6222-32")
DISABILITY = labour_code("R. 6222-48")
PUBLIC_EMPLOYER = labour_code("D. 6272-2")


def same_level_rate(
    *,
    age_band: AgeBand,
    completed_years: int | None,
    concluded_on: date,
    contract_months: int | None,
    same_level: bool | None,
    direct_link: bool | None,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the percentage for a second diploma of the same level (*diplôme de même niveau*).

    A contract of at most one year, for a diploma of the level already held and in
    direct link with it, adds fifteen points to the rate of the last year completed.

    Args:
        age_band: the band that applies to the month.
        completed_years: length of the cycle already completed, in years; by the school
            route it counts as if done in apprenticeship. None if unknown.
        concluded_on: the day the new contract was signed.
        contract_months: length of the new contract, in months; None if unknown.
        same_level: whether the new diploma has the level of the former one; None if unknown.
        direct_link: whether the two trainings are directly linked; None if unknown.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. D. 6222-30.
    Limits: the rate to start from, for a cycle done by the school route, comes from a secondary source.
    """
    if completed_years is None or contract_months is None or same_level is None or direct_link is None:
        return unknown(
            completed_years=completed_years,
            contract_months=contract_months,
            same_level=same_level,
            direct_link=direct_link,
        )
    longest = figures.get("apprenticeship", "same_level_maximum_months", on=concluded_on)
    reasons = {
        f"Le contrat dure plus de {longest.value} mois.": contract_months > longest.value,
        "Le diplôme préparé n’a pas le niveau du diplôme déjà obtenu.": not same_level,
        "La formation n’est pas en lien direct avec la précédente.": not direct_link,
    }
    refused = tuple(Step(says, SAME_LEVEL) for says, fails in reasons.items() if fails)
    if refused:
        return DoesNotHold(refused, figures=(longest,))
    base = grid_percentage(
        age_band=age_band, contract_year=completed_years, concluded_on=concluded_on, figures=figures
    )
    bonus = figures.get("apprenticeship", "apprentice_bonus_points_same_level", on=concluded_on)
    return raised(base=base, points=bonus, because=SAME_LEVEL, concluded_on=concluded_on, figures=figures)


def disability_extension_rate(
    *, age_band: AgeBand, last_contract_year: int | None, concluded_on: date, figures: Figures = OFFICIAL
) -> Outcome[Decimal]:
    """Return the percentage for the extra year granted for a disability (*prolongation*).

    Args:
        age_band: the band that applies to the month.
        last_contract_year: the year of contract before the extension; None if unknown.
        concluded_on: the day the contract was signed.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC: the last year's, plus fifteen points.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. R. 6222-48.
    Limits: does not check that the extension was granted.
    """
    if last_contract_year is None:
        return unknown(last_contract_year=last_contract_year)
    base = grid_percentage(
        age_band=age_band, contract_year=last_contract_year, concluded_on=concluded_on, figures=figures
    )
    bonus = figures.get("apprenticeship", "apprentice_bonus_points_disability_extension", on=concluded_on)
    return raised(base=base, points=bonus, because=DISABILITY, concluded_on=concluded_on, figures=figures)


def licence_professionnelle_rate(
    *, age_band: AgeBand, concluded_on: date, figures: Figures = OFFICIAL
) -> Holds[Decimal]:
    """Return the percentage for a *licence professionnelle*: the second year's, throughout.

    Args:
        age_band: the band that applies to the month.
        concluded_on: the day the contract was signed.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. D. 6222-32.
    Limits: does not know other one-year diplomas.
    """
    year = figures.get("apprenticeship", "licence_professionnelle_year", on=concluded_on)
    rate = grid_percentage(
        age_band=age_band, contract_year=year.value, concluded_on=concluded_on, figures=figures
    )
    says = f"En licence professionnelle, le taux de l’année {year.value} s’applique du début à la fin."
    return Holds(rate.value, (Step(says, LICENCE), *rate.steps), rate.doubts, (year, *rate.figures))


def shorter_contract_rate(
    *,
    age_band: AgeBand,
    contract_year: int | None,
    years_spared: int | None,
    concluded_on: date,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the percentage when the contract is shorter than the cycle (*durée réduite*).

    The years spared count as done: entering the second year directly opens its rate.

    Args:
        age_band: the band that applies to the month.
        contract_year: 1 for the first year of the contract; None if unknown.
        years_spared: years of the cycle that the contract leaves out; None if unknown.
        concluded_on: the day the contract was signed.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. D. 6222-28-1.
    Limits: a part of a year spared is not treated.
    """
    if contract_year is None or years_spared is None:
        return unknown(contract_year=contract_year, years_spared=years_spared)
    rate = grid_percentage(
        age_band=age_band, contract_year=contract_year + years_spared, concluded_on=concluded_on,
        figures=figures,
    )  # fmt: skip
    spared = counted(years_spared, "année du cycle compte", "années du cycle comptent")
    says = f"Durée réduite\u00a0: {spared} comme {'déjà faite' if years_spared < 2 else 'déjà faites'}."
    return Holds(rate.value, (Step(says, SHORTER_CONTRACT), *rate.steps), rate.doubts, rate.figures)


def extension_rate(
    *,
    age_band: AgeBand,
    last_contract_year: int | None,
    concluded_on: date,
    after_failure: bool = True,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the percentage for a year beyond the cycle: the last year's rate.

    Args:
        age_band: the band that applies to the month.
        last_contract_year: the last year of the cycle; None if unknown.
        concluded_on: the day the contract was signed.
        after_failure: True for an extension after a failed exam (*échec à l'examen*),
            False for a contract planned longer than the cycle.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. D. 6222-28, D. 6222-28-2.
    Limits: none known.
    """
    if last_contract_year is None:
        return unknown(last_contract_year=last_contract_year)
    rate = grid_percentage(
        age_band=age_band, contract_year=last_contract_year, concluded_on=concluded_on, figures=figures
    )
    why, source = (
        ("Prolongation après un échec", EXTENSION)
        if after_failure
        else ("Contrat plus long que le cycle", LONGER_CONTRACT)
    )
    step = Step(f"{why}\u00a0: le taux de la dernière année s’applique.", source)
    return Holds(rate.value, (step, *rate.steps), rate.doubts, rate.figures)


def new_contract_rate(
    *,
    age_band: AgeBand,
    contract_year: int | None,
    previous_rate: Decimal | None,
    concluded_on: date,
    same_employer: bool | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the percentage of a new contract after a diploma (*succession de contrats*).

    At least the last year's pay of the former contract: what was really paid with the
    same employer, the legal minimum of that year with another; the grid by age when
    it gives more.

    Args:
        age_band: the band that applies to the month.
        contract_year: year of the new contract; None if unknown.
        previous_rate: percentage of the SMIC of the last year of the former contract: paid
            with the same employer, minimum with another; None if unknown.
        concluded_on: the day the new contract was signed.
        same_employer: whether the employer is the same; None if unknown.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. D. 6222-29.
    Limits: does not check that the diploma was obtained.
    """
    if contract_year is None or previous_rate is None:
        return unknown(contract_year=contract_year, previous_rate=previous_rate)
    grid = grid_percentage(
        age_band=age_band, contract_year=contract_year, concluded_on=concluded_on, figures=figures
    )
    kept = {True: "Même employeur\u00a0: au moins la rémunération réellement perçue",
            False: "Autre employeur\u00a0: au moins le minimum auquel vous aviez droit"}.get(
        bool(same_employer)
    )  # fmt: skip
    says = f"{kept} la dernière année, soit {number(previous_rate)}\u00a0% du SMIC."
    better = Step("La grille par âge s’applique si elle donne plus.", NEW_CONTRACT)
    steps = (Step(says, NEW_CONTRACT), *grid.steps, better)
    doubts = grid.doubts if same_employer is not None else (*grid.doubts, _employer_unknown())
    return Holds(max(previous_rate, grid.value), steps, doubts, grid.figures)


def public_employer_rates(
    *, base: Holds[Decimal], concluded_on: date, figures: Figures = OFFICIAL
) -> Holds[Mapping[int, Decimal]]:
    """Return what a public employer may choose to pay: the rate, or ten or twenty points more.

    Args:
        base: the ordinary or special rate.
        concluded_on: the day the contract was signed.
        figures: the figures to use.

    Returns:
        The percentage of the SMIC by points added, zero for the legal minimum.

    Raises:
        NoValueInForce: the contract is earlier than this choice, when the bonus
            depended on the level of the diploma.

    Sources: Code du travail, art. D. 6272-2.
    Limits: a choice, not a right; the earlier bonus by level of diploma is not given.
    """
    bonus = figures.get("apprenticeship", "public_bonus_points", on=concluded_on)
    ceiling = _ceiling(concluded_on, figures)
    rates = {points: _capped(base.value, points, ceiling) for points in (0, *bonus.value)}
    listed = " ou ".join(number(points) for points in bonus.value)
    says = f"Un employeur public peut ajouter {listed} points\u00a0: c’est son choix, pas un droit."
    return Holds(rates, (*base.steps, Step(says, PUBLIC_EMPLOYER)), base.doubts, (*base.figures, bonus))


def raised(
    *, base: Holds[Decimal], points: Figure, because: Source, concluded_on: date, figures: Figures = OFFICIAL
) -> Holds[Decimal]:
    """Add points to a rate, without passing the whole SMIC.

    Args:
        base: the rate before the increase.
        points: the points to add.
        because: the article that grants them.
        concluded_on: the day the contract was signed.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC.

    Raises:
        NoValueInForce: the contract is earlier than the first known ceiling.

    Sources: Code du travail, art. D. 6222-30, D. 6222-31, R. 6222-48.
    Limits: an agreement may allow more than the whole SMIC.
    """
    ceiling = _ceiling(concluded_on, figures)
    total = _capped(base.value, points.value, ceiling)
    says = f"{number(base.value)} + {points.value} points, sans dépasser {ceiling.value}\u00a0% du SMIC"
    step = Step(f"{says}\u00a0: {number(total)}\u00a0%.", because)
    used = (*base.figures, points, ceiling)
    return Holds(total, (*base.steps, step), (*base.doubts, *figure_doubts(points)), used)


def _ceiling(concluded_on: date, figures: Figures) -> Figure:
    return figures.get("apprenticeship", "increase_ceiling", on=concluded_on)


def _capped(rate: Decimal, points: int, ceiling: Figure) -> Decimal:
    return max(rate, min(rate + points, Decimal(ceiling.value)))


def _employer_unknown() -> Doubt:
    says = (
        "Indiquez si l’employeur est le même\u00a0: avec lui, c’est le salaire réellement perçu qui compte."
    )
    return Doubt("B4.same_employer", says, (NEW_CONTRACT,))
