"""Kinds of cases on apprenticeship and professionalisation."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tremplin.law.apprenticeship import net as apprentice_net
from tremplin.law.apprenticeship import pay as apprentice_pay
from tremplin.law.apprenticeship import special_rates
from tremplin.law.apprenticeship.age_band import AgeBand
from tremplin.law.apprenticeship.contract_year import MidMonth, contract_year
from tremplin.law.apprenticeship.grid import grid_percentage
from tremplin.law.cases.answers import Answer, Kind, answer
from tremplin.law.cases.compare import Names
from tremplin.law.cases.inputs import Inputs, amount, day, decimal, rank, refuse, text, whole
from tremplin.law.contributions import NetPay
from tremplin.law.outcome import Holds, Outcome
from tremplin.law.professionalisation import net as professionalisation_net
from tremplin.law.professionalisation import pay as professionalisation_pay
from tremplin.law.reference_pay import SmicTerritory
from tremplin.law.share_of_smic import Week

ProBand = professionalisation_pay.AgeBand

APPRENTICE_BANDS = {
    AgeBand.UNDER_18: Names(("<18", "<16", "15-17", "16-17", "under_18")),
    AgeBand.AGE_18_20: Names(("18-20", "age_18_20")),
    AgeBand.AGE_21_25: Names(("21-25", "21+", "age_21_25")),
    AgeBand.AGE_26_PLUS: Names(("26+", ">=26", "26-29", ">25", "age_26_plus")),
}
PROFESSIONALISATION_BANDS = {
    ProBand.UNDER_21: Names(("<21", "16-20", "under_21")),
    ProBand.AGE_21_25: Names(("21-25", "age_21_25")),
    ProBand.AGE_26_PLUS: Names(("26+", ">=26", ">25", "26-44", "45+", ">=45", ">44", "age_26_plus")),
}
MID_MONTH: dict[str, MidMonth] = {"days": "days", "month_start": "month_start", "month_end": "month_end"}
BASES: dict[str, apprentice_net.RegimeDateBasis] = {
    "execution_start": "execution_start",
    "conclusion": "conclusion",
}

CONCLUDED = ("contract_concluded", "contract_signed", "concluded_on", "signed_on", "conclusion_date")
CONVENTIONAL = ("conventional_minimum", "conventional_minimum_monthly", "smc_monthly", "smc")
BRANCH = ("branch_minimum", "branch_minimum_monthly", *CONVENTIONAL)
LAST_YEAR = ("last_contract_year", "completed_years", "previous_contract_year", "cycle_years")
PAY_DAY = ("pay_date", "pay_month", "month", "date")


def territory(name: str, value: object) -> SmicTerritory:
    """Read whose minimum wage applies."""
    return "mayotte" if text(name, value) == "mayotte" else "national"


def apprentice_band(name: str, value: object) -> AgeBand:
    """Read an apprentice's age band."""
    written = text(name, value).replace(" ", "")
    found = next((band for band, names in APPRENTICE_BANDS.items() if written in names), None)
    return found or refuse(name, value, "cette tranche d’âge n’existe pas")


def professionalisation_band(name: str, value: object) -> ProBand:
    """Read the age band of a professionalisation contract."""
    written = text(name, value).replace(" ", "")
    found = next((band for band, names in PROFESSIONALISATION_BANDS.items() if written in names), None)
    return found or refuse(name, value, "cette tranche d’âge n’existe pas")


def mid_month(name: str, value: object) -> MidMonth:
    """Read how the month of an anniversary is paid."""
    return MID_MONTH.get(text(name, value)) or refuse(name, value, "cette façon de compter n’existe pas")


def regime_basis(name: str, value: object) -> apprentice_net.RegimeDateBasis:
    """Read which day of the contract chooses the regime."""
    return BASES.get(text(name, value)) or refuse(name, value, "ce choix n’existe pas")


def apprenticeship_min_gross(inputs: Inputs, _today: date) -> Answer:
    """Minimum pay of an apprentice, age band and year given."""
    on = inputs.need(day, *PAY_DAY)
    start = inputs.find(day, "contract_start")
    concluded = inputs.find(day, *CONCLUDED) or start
    year = inputs.find(rank, "contract_year")
    if year is None and start is not None:
        year = contract_year(contract_start=start, on=on)
    band = inputs.need(apprentice_band, "age_band")
    outcome = apprentice_pay.minimum_pay(
        age_band=band,
        contract_year=year,
        on=on,
        concluded_on=concluded,
        weekly_hours=inputs.find(amount, "weekly_hours"),
        territory=inputs.find(territory, "territory", "region") or "national",
        conventional_minimum=inputs.find(amount, *CONVENTIONAL),
    )
    return answer(outcome, _apprentice_pay)


def apprenticeship_min_gross_by_birthdate(inputs: Inputs, _today: date) -> Answer:
    """Minimum pay of an apprentice, age band and year worked out from dates."""
    outcome = apprentice_pay.minimum_pay_by_birth_date(
        birth_date=inputs.need(day, "birth_date"),
        contract_start=inputs.need(day, "contract_start"),
        on=inputs.need(day, *PAY_DAY),
        concluded_on=inputs.find(day, *CONCLUDED),
        weekly_hours=inputs.find(amount, "weekly_hours"),
        territory=inputs.find(territory, "territory", "region") or "national",
        conventional_minimum=inputs.find(amount, *CONVENTIONAL),
        mid_month=inputs.find(mid_month, "mid_month") or "days",
    )
    return answer(outcome, _apprentice_pay)


def professionalisation_min_gross(inputs: Inputs, _today: date) -> Answer:
    """Minimum pay in a professionalisation contract, age band given."""
    outcome = professionalisation_pay.minimum_pay(
        age_band=inputs.need(professionalisation_band, "age_band"),
        qualifying_diploma=inputs.flag("qualifying_diploma"),
        on=inputs.need(day, *PAY_DAY),
        weekly_hours=inputs.find(amount, "weekly_hours"),
        territory=inputs.find(territory, "territory", "region") or "national",
        branch_minimum=inputs.find(amount, *BRANCH),
        concluded_on=inputs.find(day, *CONCLUDED, "contract_start"),
    )
    return answer(outcome, _professionalisation_pay)


def professionalisation_min_gross_by_birthdate(inputs: Inputs, _today: date) -> Answer:
    """Minimum pay in a professionalisation contract, age band worked out from dates."""
    outcome = professionalisation_pay.minimum_pay_by_birth_date(
        birth_date=inputs.need(day, "birth_date"),
        contract_start=inputs.need(day, "contract_start"),
        on=inputs.need(day, *PAY_DAY),
        qualifying_diploma=inputs.flag("qualifying_diploma"),
        weekly_hours=inputs.find(amount, "weekly_hours"),
        territory=inputs.find(territory, "territory", "region") or "national",
        branch_minimum=inputs.find(amount, *BRANCH),
        concluded_on=inputs.find(day, *CONCLUDED),
    )
    return answer(outcome, _professionalisation_pay)


def apprenticeship_net(inputs: Inputs, _today: date) -> Answer:
    """What an apprentice receives, and the bases it comes from."""
    outcome = apprentice_net.net_pay(
        gross_monthly=inputs.need(amount, "gross_monthly"),
        on=inputs.need(day, *PAY_DAY),
        contract_start=inputs.need(day, "contract_start", "execution_start"),
        concluded_on=inputs.find(day, *CONCLUDED),
        regime_date_basis=inputs.find(regime_basis, "regime_date_basis") or "execution_start",
        weekly_hours=inputs.find(amount, "weekly_hours"),
        alsace_moselle=inputs.flag("alsace_moselle"),
        health_cover=inputs.find(amount, "health_cover") or Decimal(0),
    )
    return answer(outcome, _net)


def professionalisation_net_pay(inputs: Inputs, _today: date) -> Answer:
    """What one receives in a professionalisation contract; the week plays no part."""
    inputs.find(amount, "weekly_hours")
    outcome = professionalisation_net.net_pay(
        gross_monthly=inputs.need(amount, "gross_monthly"),
        on=inputs.need(day, *PAY_DAY),
        alsace_moselle=inputs.flag("alsace_moselle"),
        health_cover=inputs.find(amount, "health_cover") or Decimal(0),
    )
    return answer(outcome, _net)


def apprenticeship_pct_special(inputs: Inputs, today: date) -> Answer:
    """Percentage of an apprentice outside the ordinary grid, found by what the case is about."""
    case = inputs.need(text, "case")
    band = inputs.need(apprentice_band, "age_band")
    concluded = inputs.find(day, *CONCLUDED, "contract_start", *PAY_DAY) or today
    found = next((rule for words, rule in SPECIAL.items() if any(word in case for word in words)), None)
    rule = found or refuse("case", case, "ce cas n’est pas connu")
    percent = rule(inputs, band, concluded)
    on = inputs.find(day, *PAY_DAY)
    if on is None or not isinstance(percent, Holds):
        return answer(percent, lambda value: {"pct_smic": value})
    week = Week(
        on,
        inputs.find(amount, "weekly_hours"),
        inputs.find(territory, "territory", "region") or "national",
        inputs.find(amount, *CONVENTIONAL),
    )
    paid = apprentice_pay.pay_at(percent=percent, age_band=band, week=week)
    return Answer({"pct_smic": percent.value, "min_gross_monthly": paid.value}, paid.steps)


def _disability(inputs: Inputs, band: AgeBand, concluded: date) -> Outcome[Decimal]:
    return special_rates.disability_extension_rate(
        age_band=band,
        last_contract_year=inputs.find(rank, *LAST_YEAR, "contract_year"),
        concluded_on=concluded,
    )


def _same_level(inputs: Inputs, band: AgeBand, concluded: date) -> Outcome[Decimal]:
    months = inputs.find(whole, "contract_months", "contract_duration_months", "duration_months")
    return special_rates.same_level_rate(
        age_band=band,
        completed_years=inputs.find(rank, *LAST_YEAR, "contract_year"),
        concluded_on=concluded,
        contract_months=12 if months is None else months,
        same_level=inputs.flag("same_level", default=True),
        direct_link=inputs.flag("direct_link", "related", default=True),
    )


def _licence(inputs: Inputs, band: AgeBand, concluded: date) -> Outcome[Decimal]:
    inputs.find(whole, "contract_year", *LAST_YEAR)
    return special_rates.licence_professionnelle_rate(age_band=band, concluded_on=concluded)


def _shorter(inputs: Inputs, band: AgeBand, concluded: date) -> Outcome[Decimal]:
    entry = inputs.find(rank, "entry_year", "direct_entry_year")
    spared = inputs.find(rank, "years_spared", "reduction_years", "reduced_years")
    return special_rates.shorter_contract_rate(
        age_band=band,
        contract_year=inputs.find(rank, "contract_year") or 1,
        years_spared=entry - 1 if entry is not None else 1 if spared is None else spared,
        concluded_on=concluded,
    )


def _extension(inputs: Inputs, band: AgeBand, concluded: date) -> Outcome[Decimal]:
    return special_rates.extension_rate(
        age_band=band,
        last_contract_year=inputs.find(rank, *LAST_YEAR, "contract_year"),
        concluded_on=concluded,
        after_failure="long" not in inputs.need(text, "case"),
    )


def _new_contract(inputs: Inputs, band: AgeBand, concluded: date) -> Outcome[Decimal]:
    previous = inputs.find(decimal, "previous_pct", "previous_pct_smic", "paid_pct")
    if previous is None:
        previous_band = inputs.find(apprentice_band, "previous_age_band") or band
        last = inputs.need(rank, *LAST_YEAR)
        previous = grid_percentage(age_band=previous_band, contract_year=last, concluded_on=concluded).value
    return special_rates.new_contract_rate(
        age_band=band,
        contract_year=inputs.find(rank, "contract_year", "new_contract_year") or 1,
        previous_rate=previous,
        concluded_on=concluded,
        same_employer=inputs.flag("same_employer"),
    )


def _public(inputs: Inputs, band: AgeBand, concluded: date) -> Outcome[Decimal]:
    points = inputs.find(whole, "points", "bonus_points")
    base = grid_percentage(
        age_band=band, contract_year=inputs.find(rank, "contract_year") or 1, concluded_on=concluded
    )
    rates = special_rates.public_employer_rates(base=base, concluded_on=concluded)
    if points is None:
        case = inputs.need(text, "case")
        points = next((each for each in rates.value if each and str(each) in case), 0)
    if points not in rates.value:
        refuse("points", points, "un employeur public ajoute 10 ou 20 points")
    return Holds(rates.value[points], rates.steps, rates.doubts, rates.figures)


SPECIAL = {
    ("disab", "handicap"): _disability,
    ("licence",): _licence,
    ("public",): _public,
    ("same_level", "plus_15", "plus15", "15_points", "bonus", "related", "second_cap"): _same_level,
    ("short", "reduced", "entry"): _shorter,
    ("fail", "repeat", "extension", "long"): _extension,
    ("new_contract", "after_diploma", "success"): _new_contract,
}
"""Words that tell the special case, the most telling first, and the rule that answers it."""


def _apprentice_pay(pay: apprentice_pay.ApprenticePay) -> Mapping[str, object]:
    return {
        "min_gross_monthly": pay.amount,
        "age_band": APPRENTICE_BANDS[pay.age_band],
        "contract_year": pay.contract_year,
        "pct_smic": pay.percent,
    }


def _professionalisation_pay(pay: professionalisation_pay.ProfessionalisationPay) -> Mapping[str, object]:
    return {
        "min_gross_monthly": pay.amount,
        "age_band": PROFESSIONALISATION_BANDS[pay.age_band],
        "pct_smic": pay.percent,
    }


def _net(pay: NetPay) -> Mapping[str, object]:
    return {
        "net_before_tax": pay.net,
        "contribution_base": pay.contribution_base,
        "contributions": pay.contributions,
        "employee_contributions": pay.contributions,
        "csg_base": pay.csg_base,
        "csg_crds": pay.csg_crds,
        "health_cover": pay.health_cover,
    }


KINDS: dict[str, Kind] = {
    "apprenticeship_min_gross": apprenticeship_min_gross,
    "apprenticeship_min_gross_by_birthdate": apprenticeship_min_gross_by_birthdate,
    "apprenticeship_pct_special": apprenticeship_pct_special,
    "apprenticeship_net": apprenticeship_net,
    "apprenticeship_contribution_base": apprenticeship_net,
    "professionalisation_min_gross": professionalisation_min_gross,
    "professionalisation_min_gross_by_birthdate": professionalisation_min_gross_by_birthdate,
    "professionalisation_net": professionalisation_net_pay,
}
