"""Month by month: the law's minimum, birthdays, years of contract, offers, jobs, costs and taxes."""

import json
from csv import DictReader
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tremplin.decision.domain.money import Money, money_of, taxable
from tremplin.decision.domain.options import Job, Kind, Living, Option, Student
from tremplin.law.ages import anniversary
from tremplin.law.outcome import Holds
from tremplin.law.reference_pay import SmicTerritory

CASES = Path(__file__).parents[1] / "law" / "cases" / "oracle_public.csv"
INES = Student(date(2005, 3, 15))
BIRTH_BY_BAND = {"<18": 17, "18-20": 19, "21-25": 23, "26+": 27, "<21": 19}


def option(kind: Kind = Kind.APPRENTICESHIP, **changed: Any) -> Option:
    """Return a year of one kind, changed where a test looks."""
    facts = {"starts_on": date(2025, 9, 1), "ends_on": date(2026, 8, 31)} | changed
    return Option("x", "X", kind, **facts)


def gross(money: Money, month: date) -> Decimal | None:
    """Return the gross of one month."""
    return next(line.gross.value for line in money.months if line.month == month)


def net(money: Money, month: date) -> Decimal | None:
    """Return the net of one month."""
    return next(line.net.value for line in money.months if line.month == month)


def said(money: Money, month: date) -> str:
    """Return the steps of a month's gross, in one text."""
    line = next(line for line in money.months if line.month == month)
    return " ".join(step.says for step in line.gross.steps)


def test_the_minimum_rises_the_month_after_the_birthday() -> None:
    money = money_of(INES, option())

    # LAW.md B3: 43 % in March, 53 % in April, SMIC of 1,823.03.
    assert gross(money, date(2026, 3, 1)) == Decimal("783.90")
    assert gross(money, date(2026, 4, 1)) == Decimal("966.21")


def test_a_contract_before_march_2025_keeps_its_exemption() -> None:
    before = money_of(INES, option(starts_on=date(2024, 9, 1), offered=Decimal(1600)))
    after = money_of(INES, option(starts_on=date(2025, 9, 1), offered=Decimal(1400)))

    # LAW.md B6, July 2026: old, 1600 gross; new, 1400 gross.
    assert net(before, date(2026, 7, 1)) == Decimal("1585.86")
    assert net(after, date(2026, 7, 1)) == Decimal("1302.78")


def test_an_offer_under_the_minimum_is_said_and_the_minimum_counted() -> None:
    money = money_of(INES, option(offered=Decimal(900)))

    assert money.below
    assert gross(money, date(2026, 4, 1)) == Decimal("966.21")
    assert "est sous ce minimum" in said(money, date(2026, 4, 1))
    assert gross(money, date(2026, 3, 1)) == 900


def test_an_incomplete_month_is_paid_by_days() -> None:
    money = money_of(INES, option(starts_on=date(2025, 9, 16)))

    assert gross(money, date(2025, 9, 1)) == Decimal("387.39")  # 774.77 × 15 / 30
    assert "Mois incomplet" in said(money, date(2025, 9, 1))


def test_years_done_before_open_the_rate_of_the_following_year() -> None:
    money = money_of(INES, option(starts_on=date(2026, 7, 1), years_done=1))

    assert gross(money, date(2026, 7, 1)) == Decimal("1138.88")  # 61 %, LAW.md B2
    assert any(doubt.rule == "decision.years_done" for doubt in money.doubts)


def test_a_general_bac_does_not_open_the_higher_rate() -> None:
    july = date(2026, 7, 1)
    general = money_of(INES, option(Kind.PROFESSIONALISATION, diploma="general_bac"))
    professional = money_of(INES, option(Kind.PROFESSIONALISATION, diploma="professional_bac"))

    assert (gross(general, july), gross(professional, july)) == (Decimal("1306.91"), Decimal("1493.61"))
    assert net(professional, july) == Decimal("1182.34")  # LAW.md C4


def test_an_internship_is_paid_for_its_real_hours_and_only_above_the_threshold() -> None:
    long = money_of(INES, option(Kind.INTERNSHIP, starts_on=date(2026, 2, 2), ends_on=date(2026, 6, 30)))
    short = money_of(INES, option(Kind.INTERNSHIP, starts_on=date(2026, 2, 2), ends_on=date(2026, 3, 13)))

    assert gross(long, date(2026, 3, 1)) == 154 * Decimal("4.50")  # 22 weekdays of 7 h
    assert not short.gross
    assert short.net == 0
    assert "dépassent pas" in said(short, date(2026, 2, 1))


def test_a_job_beside_is_paid_as_an_ordinary_employee_and_added() -> None:
    alone = option(Kind.INTERNSHIP, starts_on=date(2026, 2, 1), ends_on=date(2026, 2, 28))
    money = money_of(INES, option(Kind.INTERNSHIP, starts_on=date(2026, 2, 1), ends_on=date(2026, 2, 28),
                                  job=Job(Decimal(7))))  # fmt: skip
    job = Decimal("364.61")  # 12.02 × 7 × 52 / 12

    assert money.gross == money_of(INES, alone).gross + job
    assert money.net == (job * Decimal("0.7915975")).quantize(Decimal("0.01"))
    assert money.taxed


def test_costs_refund_and_tuition_make_what_is_left() -> None:
    living = Living(transport=Decimal(80), meals=Decimal(60), rent=Decimal(400), tuition=Decimal(1200))
    money = money_of(INES, option(living=living))
    line = money.months[0]

    assert line.refund.value == 40
    assert line.costs.value == 80 + 60 + 400 + 100
    assert line.left == Decimal("774.77") + 40 - 640


def test_a_housing_given_costs_no_rent() -> None:
    living = Living(rent=Decimal(400), housing_given=True)

    assert money_of(INES, option(living=living)).months[0].costs.value == 0


def test_without_a_birth_date_the_pay_is_unknown_and_says_what_to_give() -> None:
    money = money_of(Student(), option())

    assert (money.net, money.monthly_net, money.left) == (None, None, None)
    assert "date de naissance" in said(money, date(2025, 9, 1))


def test_only_what_passes_the_exemption_is_taxable() -> None:
    small = money_of(INES, option())
    big = money_of(
        INES, option(starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), offered=Decimal(2500))
    )

    assert taxable(small.years) == 0
    assert taxable(big.years) == 30_000 - 22_184  # yearly SMIC of 2026, LAW.md A13


def test_a_professionalisation_pay_has_no_exemption() -> None:
    money = money_of(INES, option(Kind.PROFESSIONALISATION, diploma="none"))

    assert money.years == ()
    assert money.taxed


def test_the_months_add_up_to_the_totals() -> None:
    money = money_of(INES, option(living=Living(rent=Decimal("333.33"))))

    assert money.net == sum(line.net.amount for line in money.months)
    assert money.left == sum((line.left or Decimal(0) for line in money.months), Decimal(0))
    assert money.duration == 12


@pytest.mark.parametrize(
    ("years", "done", "last"),
    [(1, 0, "461.78"), (1, 1, "531.48"), (2, 0, "531.48"), (2, 1, "679.59")],
)
def test_the_year_after_the_last_day_never_begins(years: int, done: int, last: str) -> None:
    which = option(starts_on=date(2026, 9, 15), ends_on=date(2026 + years, 9, 14), years_done=done)
    money = money_of(INES, which)

    # 53, 61 then 78 % of 1,867.02, for 14 days of 30.
    assert money.months[-1].gross.value == Decimal(last)
    assert f"Année {years + done + 1} " not in said(money, date(2026 + years, 9, 1))


@given(st.integers(1, 3), st.dates(date(2026, 6, 2), date(2027, 12, 31)))
@settings(max_examples=30, deadline=None)
def test_a_contract_of_whole_years_never_reaches_the_next(years: int, first: date) -> None:
    last = anniversary(of=first, years=years) - timedelta(days=1)
    money = money_of(INES, option(starts_on=first, ends_on=last))

    assert f"Année {years + 1} " not in said(money, money.months[-1].month)
    assert f"Année {years} " in said(money, money.months[-1].month)


@given(
    st.decimals(1, 20_000, places=2),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(20, 900),
)
@settings(max_examples=40, deadline=None)
def test_the_months_share_the_tuition_to_the_cent(tuition: Decimal, first: date, days: int) -> None:
    which = option(
        Kind.INTERNSHIP, starts_on=first, ends_on=first + timedelta(days=days), living=Living(tuition=tuition)
    )

    assert sum(line.costs.amount for line in money_of(INES, which).months) == tuition


def test_an_offer_above_the_ceiling_is_not_computed_and_nothing_is_missing() -> None:
    above = money_of(INES, option(offered=Decimal(5000), job=Job(Decimal(10))))
    unknown = money_of(Student(), option())

    assert (above.net, above.unknown) == (None, "non calculé")
    assert "3\u00a0925,00" in above.stops  # monthly ceiling of 2025
    assert (unknown.unknown, unknown.stops) == ("à compléter", "")


def test_a_job_under_the_minimum_wage_says_so_and_the_offer_is_not_accused() -> None:
    money = money_of(INES, option(offered=Decimal(1500), job=Job(Decimal(10), Decimal(9))))
    both = money_of(INES, option(offered=Decimal(100), job=Job(Decimal(10), Decimal(9))))

    assert (money.below, money.job_below) == (False, True)
    assert (both.below, both.job_below) == (True, True)
    assert "est sous le SMIC" in said(money, date(2026, 7, 1))
    assert gross(money, date(2026, 7, 1)) == 1500 + Decimal("533.43")  # 12.31 × 10 × 52 / 12


def test_every_net_of_mayotte_is_doubted() -> None:
    ines = Student(date(2005, 3, 15), territory="mayotte")
    money = money_of(ines, option(offered=Decimal(1400), job=Job(Decimal(5))))

    assert all("decision.mayotte_net" in {doubt.rule for doubt in line.net.doubts} for line in money.months)
    assert "decision.mayotte_net" not in {doubt.rule for doubt in money_of(INES, option()).doubts}


def rows(kind: str) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Return the public cases of one kind that this comparison can be asked."""
    with CASES.open(encoding="utf-8", newline="") as table:
        every = [row for row in DictReader(table) if row["kind"] == kind]
    return [
        (row["case_id"], json.loads(row["inputs_json"]), json.loads(row["expected_json"])) for row in every
    ]


@pytest.mark.parametrize(("name", "facts", "expected"), rows("apprenticeship_net"))
def test_the_net_of_the_cases_of_apprenticeship(
    name: str, facts: dict[str, Any], expected: dict[str, Any]
) -> None:
    start, paid = (date.fromisoformat(facts[key]) for key in ("contract_start", "pay_date"))
    student = Student(date(start.year - 17, 1, 2), alsace_moselle=facts.get("alsace_moselle", False))
    money = money_of(
        student,
        option(
            starts_on=start,
            ends_on=date(paid.year + 1, paid.month, 1),
            offered=Decimal(str(facts["gross_monthly"])),
            weekly_hours=Decimal(facts["weekly_hours"]),
            health_cover=Decimal(str(facts.get("health_cover", 0))),
        ),
    )

    assert abs((net(money, paid.replace(day=1)) or 0) - Decimal(str(expected["net_before_tax"]))) <= Decimal(
        "0.01"
    )


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [row for row in rows("apprenticeship_min_gross") if "contract_start" in row[1] and "age_band" in row[1]],
)
def test_the_minimum_of_the_cases_of_apprenticeship(
    name: str, facts: dict[str, Any], expected: dict[str, Any]
) -> None:
    start, paid = (date.fromisoformat(facts[key]) for key in ("contract_start", "pay_date"))
    born = date(paid.year - BIRTH_BY_BAND[facts["age_band"]], 1, 2)
    territory: SmicTerritory = "mayotte" if facts.get("territory") == "mayotte" else "national"
    money = money_of(
        Student(born, territory=territory),
        option(
            starts_on=start,
            ends_on=date(paid.year + 1, paid.month, 1),
            weekly_hours=Decimal(facts["weekly_hours"]),
        ),
    )
    found = next(line for line in money.months if line.month == paid.replace(day=1))

    assert isinstance(found.gross.value, Decimal)
    assert abs(found.gross.value - Decimal(str(expected["min_gross_monthly"]))) <= Decimal("0.01")


def test_tax_years_say_both_ceilings() -> None:
    years = money_of(INES, option()).years

    assert [year.year for year in years] == [2025, 2026]
    assert all(isinstance(year.outcome, Holds) for year in years)
