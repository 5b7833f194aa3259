"""What surrounds the gratification: cap, contributions, tax, transport, meals, retirement, fines."""

from datetime import date
from decimal import Decimal

import pytest

from tests.law.placements import by_month, make_placement
from tremplin.law.internship.benefits import meal_vouchers, meals, social_activities, transport_refund
from tremplin.law.internship.public_body_cap import public_body_cap, public_pay_cumulation
from tremplin.law.internship.retirement import retirement_deadline, retirement_trimesters
from tremplin.law.internship.sanctions import fine_exposure
from tremplin.law.internship.social_franchise import contributions_on_excess, social_franchise
from tremplin.law.internship.tax_exemption import tax_exemption, tax_exemption_ceiling
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts

ON = date(2026, 1, 1)


@pytest.mark.parametrize(("hourly", "lawful"), [("4.50", True), ("4.51", False)])
def test_a_public_body_pays_the_minimum_and_no_more(hourly: str, lawful: bool) -> None:
    outcome = public_body_cap(public_body=True, hourly_paid=Decimal(hourly), signed_on=ON)

    assert isinstance(outcome, Holds) is lawful


def test_a_private_host_may_pay_more() -> None:
    assert isinstance(public_body_cap(public_body=False, hourly_paid=Decimal(9), signed_on=ON), Holds)


def test_the_cap_below_the_threshold_is_doubtful() -> None:
    outcome = public_body_cap(public_body=True, hourly_paid=Decimal(4), signed_on=ON, gratification_due=False)

    assert [doubt.rule for doubt in outcome.doubts] == ["A11.below_threshold"]


def test_the_cap_names_what_it_misses() -> None:
    assert public_body_cap(public_body=None, hourly_paid=None, signed_on=None) == NeedsFacts(
        ("public_body", "hourly_paid", "signed_on")
    )


@pytest.mark.parametrize(
    ("public", "paid", "answer"),
    [
        (True, True, "does not hold"),
        (True, False, "holds"),
        (False, True, "holds"),
        (None, True, "needs facts"),
        (True, None, "needs facts"),
    ],
)
def test_one_public_host_pays_once(public: bool | None, paid: bool | None, answer: str) -> None:
    assert public_pay_cumulation(public_body=public, paid_by_same_host=paid).answer == answer


def test_what_stays_within_the_franchise_bears_nothing() -> None:
    outcome = social_franchise(paid=Decimal("609.00"), hours_present=Decimal(140), signed_on=date(2024, 2, 1))

    assert isinstance(outcome, Holds)
    assert (outcome.value.exempt, outcome.value.base) == (Decimal("609.00"), Decimal(0))
    assert outcome.value.accident_employer == "school"


def test_benefits_in_kind_count_toward_the_franchise() -> None:
    outcome = social_franchise(
        paid=Decimal("609.00"), hours_present=Decimal(140), signed_on=date(2024, 2, 1), in_kind=Decimal(50)
    )

    assert isinstance(outcome, Holds)
    assert outcome.value.base == 50
    assert outcome.value.accident_employer == "host"


def test_the_ceiling_is_that_of_the_signature() -> None:
    outcome = social_franchise(paid=Decimal(693), hours_present=Decimal(154), signed_on=date(2025, 12, 1))

    assert isinstance(outcome, Holds)
    assert outcome.value.base == Decimal("23.10")


def test_the_excess_bears_pension_and_csg_only_as_an_estimate() -> None:
    outcome = contributions_on_excess(base=Decimal("238.50"), month=date(2026, 3, 1))

    assert isinstance(outcome, Holds)
    assert outcome.value == Decimal("40.14")
    assert outcome.doubts[0].rule == "A12.csg_abatement"


def test_the_franchise_names_what_it_misses() -> None:
    assert social_franchise(paid=None, hours_present=None, signed_on=None).answer == "needs facts"
    assert social_franchise(paid=Decimal(1), hours_present=Decimal(1), signed_on=None) == NeedsFacts(
        ("signed_on",)
    )
    assert contributions_on_excess(base=None, month=ON) == NeedsFacts(("base",))


CEILINGS = {2015: 17490, 2019: 18255, 2022: 19744, 2024: 21273, 2025: 21622, 2026: 22184}


@pytest.mark.parametrize(("year", "euros"), CEILINGS.items())
def test_the_tax_exemption_is_the_printed_one(year: int, euros: int) -> None:
    assert tax_exemption_ceiling(year=year).value == euros


@pytest.mark.parametrize(("received", "taxable"), [("22184", "0"), ("22184.01", "0.01"), ("23000", "816")])
def test_only_the_part_above_is_taxable(received: str, taxable: str) -> None:
    outcome = tax_exemption(year=2026, received=Decimal(received))

    assert isinstance(outcome, Holds)
    assert outcome.value.taxable == Decimal(taxable)


def test_sharing_by_months_is_a_doubt_when_it_changes_the_answer() -> None:
    outcome = tax_exemption(year=2015, received=Decimal(9000), months=6)

    assert isinstance(outcome, Holds)
    assert (outcome.value.taxable, outcome.value.prorated_taxable) == (Decimal(0), Decimal(255))
    assert [doubt.rule for doubt in outcome.doubts] == ["A13.prorating"]


def test_the_tax_needs_what_was_received() -> None:
    assert tax_exemption(year=2026, received=None) == NeedsFacts(("received",))


def refund(**facts: object) -> Decimal:
    usual: dict[str, object] = {
        "monthly_price": Decimal("88.80"),
        "public_host": False,
        "weekly_hours": Decimal(35),
        "on": ON,
    }
    outcome = transport_refund(**(usual | facts))  # type: ignore[arg-type]
    assert isinstance(outcome, Holds)
    return outcome.value


@pytest.mark.parametrize(
    ("facts", "euros"),
    [
        ({}, "44.40"),
        ({"weekly_hours": Decimal("17.5")}, "44.40"),
        ({"weekly_hours": Decimal(14)}, "35.52"),
        ({"monthly_price": Decimal(976), "yearly_pass": True}, "40.67"),
        ({"public_host": True, "on": date(2023, 8, 31)}, "44.40"),
        ({"public_host": True, "on": date(2023, 9, 1)}, "66.60"),
        ({"public_host": True, "monthly_price": Decimal(200), "on": date(2025, 6, 1)}, "101.75"),
    ],
)
def test_transport_is_refunded_by_half_or_three_quarters(facts: dict[str, object], euros: str) -> None:
    assert refund(**facts) == Decimal(euros)


@pytest.mark.parametrize(
    ("on", "doubts"),
    [
        (date(2024, 1, 1), ["A16.public_transport", "A16.public_cap"]),
        (date(2025, 1, 1), ["A16.public_transport", "figure.transport_cap_public.confidence"]),
        (
            ON,
            [
                "A16.public_transport",
                "figure.transport_cap_public.not_published",
                "figure.transport_cap_public.confidence",
            ],
        ),
    ],
)
def test_public_transport_refunds_carry_their_doubts(on: date, doubts: list[str]) -> None:
    outcome = transport_refund(
        monthly_price=Decimal("88.80"), public_host=True, weekly_hours=Decimal(35), on=on
    )

    assert [doubt.rule for doubt in outcome.doubts] == doubts


def test_transport_names_what_it_misses() -> None:
    outcome = transport_refund(monthly_price=None, public_host=None, weekly_hours=None, on=ON)

    assert outcome == NeedsFacts(("monthly_price", "public_host", "weekly_hours"))


@pytest.mark.parametrize(
    ("canteen", "vouchers", "value"),
    [(True, None, "canteen"), (False, True, "vouchers"), (None, True, "vouchers"), (False, False, "nothing")],
)
def test_meals_are_those_of_the_employees(canteen: bool | None, vouchers: bool | None, value: str) -> None:
    outcome = meals(canteen=canteen, vouchers=vouchers)

    assert isinstance(outcome, Holds)
    assert outcome.value == value


def test_benefits_name_what_they_miss() -> None:
    assert meals(canteen=None, vouchers=False) == NeedsFacts(("canteen",))
    assert meal_vouchers(meals_in_schedule=None) == NeedsFacts(("meals_in_schedule",))
    assert social_activities(works_council=None) == NeedsFacts(("works_council",))


def test_one_voucher_is_due_for_each_meal_in_the_schedule() -> None:
    outcome = meal_vouchers(meals_in_schedule=18)

    assert isinstance(outcome, Holds)
    assert outcome.value == 18


@pytest.mark.parametrize("works_council", [True, False])
def test_activities_are_open_where_there_is_a_works_council(works_council: bool) -> None:
    outcome = social_activities(works_council=works_council)

    assert isinstance(outcome, Holds)
    assert outcome.value is works_council


def test_two_years_above_the_threshold_give_two_trimesters_and_never_three() -> None:
    placements = [
        make_placement(hours="320", starts_on=date(year, 2, 2), ends_on=date(year, 5, 29))
        for year in (2024, 2025, 2026)
    ]

    outcome = retirement_trimesters(placements=placements, requested_on=ON)

    assert isinstance(outcome, Holds)
    assert (outcome.value.count, outcome.value.total) == (2, Decimal("961.20"))


def test_one_long_internship_gives_one_trimester_with_a_doubt() -> None:
    outcome = retirement_trimesters(placements=[make_placement(hours="800")], requested_on=ON)

    assert isinstance(outcome, Holds)
    assert outcome.value.count == 1
    assert [doubt.rule for doubt in outcome.doubts] == ["A26.long_internship"]


def test_an_internship_shared_by_two_years_still_gives_one_trimester() -> None:
    summer = make_placement(
        hours="400",
        starts_on=date(2025, 7, 1),
        ends_on=date(2025, 10, 31),
        hours_by_month=by_month(m2025_08="200", m2025_09="200"),
    )

    outcome = retirement_trimesters(placements=[summer], requested_on=ON)

    assert isinstance(outcome, Holds)
    assert outcome.value.count == 1


def test_a_short_internship_gives_no_trimester() -> None:
    outcome = retirement_trimesters(placements=[make_placement(hours="308")], requested_on=ON)

    assert isinstance(outcome, DoesNotHold)
    assert retirement_trimesters(placements=[], requested_on=None) == NeedsFacts(
        ("placements", "requested_on")
    )


@pytest.mark.parametrize(("requested_on", "open_"), [(date(2035, 12, 31), True), (date(2036, 1, 1), False)])
def test_the_request_closes_after_the_year_of_the_thirtieth_birthday(requested_on: date, open_: bool) -> None:
    outcome = retirement_deadline(
        birth_date=date(2005, 3, 15), internship_ends_on=None, requested_on=requested_on
    )

    assert isinstance(outcome, Holds) is open_


@pytest.mark.parametrize(
    ("ends_on", "last"), [(date(2022, 6, 30), date(2024, 6, 30)), (date(2020, 2, 29), date(2022, 2, 28))]
)
def test_the_older_rule_gave_two_years_and_comes_from_memory(ends_on: date, last: date) -> None:
    outcome = retirement_deadline(birth_date=None, internship_ends_on=ends_on, requested_on=date(2022, 2, 1))

    assert isinstance(outcome, Holds)
    assert outcome.value == last
    assert [doubt.rule for doubt in outcome.doubts] == ["figure.retirement_years_after_stage.confidence"]


def test_the_deadline_names_what_it_misses() -> None:
    newer = retirement_deadline(birth_date=None, internship_ends_on=None, requested_on=ON)
    older = retirement_deadline(birth_date=None, internship_ends_on=None, requested_on=date(2022, 1, 1))

    assert (newer, older) == (NeedsFacts(("birth_date",)), NeedsFacts(("internship_ends_on",)))


@pytest.mark.parametrize(("repeated", "euros"), [(False, 6000), (True, 12000)])
def test_the_fine_is_by_intern_and_doubles_when_repeated(repeated: bool, euros: int) -> None:
    outcome = fine_exposure(breaches=["quota", "no_tutor"], interns=3, on=ON, repeated=repeated)

    assert isinstance(outcome, Holds)
    assert outcome.value == euros
    assert [doubt.rule for doubt in outcome.doubts] == ["figure.fine_limitation_years.confidence"]


def test_the_gratification_is_not_fined_but_claimed() -> None:
    outcome = fine_exposure(breaches=["gratification", "leave"], interns=1, on=ON)

    assert isinstance(outcome, DoesNotHold)
    assert [step.says for step in outcome.steps[1:]] == [
        "L’inspection du travail peut aussi constater ce qui touche\u00a0: les congés et les avantages.",
        "Pas d’amende pour la gratification\u00a0: cela se réclame devant le juge.",
    ]


def test_the_fine_names_what_it_misses() -> None:
    assert fine_exposure(breaches=None, interns=None, on=ON) == NeedsFacts(("breaches", "interns"))
