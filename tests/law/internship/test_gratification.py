from datetime import date
from decimal import Decimal

import pytest

from tests.law.placements import by_month, make_placement
from tremplin.law.internship.gratification import (
    Amendment,
    Gratification,
    gratification_for_hours,
    hourly_minimum,
    minimum_gratification,
)
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome
from tremplin.law.parameters import Figures

NOVEMBER_2025 = date(2025, 11, 10)
WINTER = by_month(m2025_12="154", m2026_01="147", m2026_02="70")
ENTERED = Figures({("general", "hourly_ceiling"): ((date(2027, 1, 1), Decimal(31)),)})


def value_of(outcome: Outcome[Gratification]) -> Gratification:
    assert isinstance(outcome, Holds)
    return outcome.value


@pytest.mark.parametrize(
    ("signed_on", "euros"),
    [
        (date(2014, 12, 1), "3.1625"),
        (date(2015, 8, 31), "3.30"),
        (date(2015, 9, 1), "3.60"),
        (date(2026, 1, 1), "4.50"),
    ],
)
def test_the_hourly_minimum_follows_the_day_of_signature(signed_on: date, euros: str) -> None:
    outcome = hourly_minimum(signed_on=signed_on)

    assert isinstance(outcome, Holds)
    assert outcome.value == Decimal(euros)


def test_the_hourly_minimum_needs_the_signature() -> None:
    assert hourly_minimum(signed_on=None) == NeedsFacts(("signed_on",))


@pytest.mark.parametrize(("branch", "hourly"), [("4.00", "4.50"), ("5.00", "5.00")])
def test_a_branch_agreement_only_raises_the_minimum(branch: str, hourly: str) -> None:
    outcome = hourly_minimum(signed_on=date(2026, 1, 1), branch_hourly=Decimal(branch))

    assert isinstance(outcome, Holds)
    assert outcome.value == Decimal(hourly)
    assert len(outcome.steps) == (2 if branch == "5.00" else 1)


def test_both_readings_are_computed_when_the_ceiling_changes() -> None:
    outcome = gratification_for_hours(hours_by_month=WINTER, signed_on=NOVEMBER_2025)

    value = value_of(outcome)
    assert (value.by_signature, value.by_presence) == (Decimal("1613.85"), Decimal("1646.40"))
    assert value.difference == Decimal("32.55")
    assert "32,55\u00a0€" in outcome.doubts[0].says


@pytest.mark.parametrize(
    ("facts", "total"),
    [
        ({}, "1613.85"),
        ({"indexation_clause": True}, "1646.40"),
        ({"rate_basis": "presence"}, "1646.40"),
        ({"rate_basis": "signature", "indexation_clause": True}, "1613.85"),
    ],
)
def test_the_basis_is_the_signature_unless_the_agreement_follows_the_ceiling(
    facts: dict[str, bool], total: str
) -> None:
    outcome = gratification_for_hours(hours_by_month=WINTER, signed_on=NOVEMBER_2025, **facts)  # type: ignore[arg-type]

    assert value_of(outcome).total == Decimal(total)


def test_months_follow_their_own_ceiling_by_presence() -> None:
    value = value_of(
        gratification_for_hours(hours_by_month=WINTER, signed_on=NOVEMBER_2025, rate_basis="presence")
    )

    assert [month.hourly for month in value.months] == [Decimal("4.35"), Decimal("4.50"), Decimal("4.50")]
    assert [month.amount for month in value.months] == [
        Decimal("669.90"),
        Decimal("661.50"),
        Decimal("315.00"),
    ]


def test_no_doubt_when_the_ceiling_does_not_move() -> None:
    outcome = gratification_for_hours(
        hours_by_month=by_month(m2020_12="100", m2021_01="100"), signed_on=date(2020, 11, 2)
    )

    assert outcome.doubts == ()


def test_the_cents_of_rounding_go_to_the_last_month() -> None:
    value = value_of(
        gratification_for_hours(
            hours_by_month=by_month(m2025_02="100.5", m2025_03="100.5", m2025_04="100.5"),
            signed_on=date(2025, 1, 6),
        )
    )

    assert value.total == Decimal("1311.53")
    assert [month.amount for month in value.months] == [
        Decimal("437.18"),
        Decimal("437.18"),
        Decimal("437.17"),
    ]


def test_a_year_without_published_ceiling_is_said_to_be_an_estimate() -> None:
    outcome = gratification_for_hours(
        hours_by_month=by_month(m2027_01="140"), signed_on=date(2026, 12, 1), rate_basis="presence"
    )

    assert value_of(outcome).total == Decimal("630.00")
    assert "estimation" in outcome.steps[0].says
    assert [doubt.rule for doubt in outcome.doubts] == ["A9.rate_date", "figure.hourly_ceiling.not_published"]
    assert "davantage" in outcome.doubts[0].says


def test_an_agreement_of_an_unpublished_year_has_one_reading() -> None:
    outcome = gratification_for_hours(hours_by_month=by_month(m2027_02="140"), signed_on=date(2027, 1, 4))

    assert [doubt.rule for doubt in outcome.doubts] == ["figure.hourly_ceiling.not_published"]


def test_the_student_s_ceiling_replaces_the_estimate() -> None:
    outcome = gratification_for_hours(
        hours_by_month=by_month(m2027_01="140"), signed_on=date(2027, 1, 4), figures=ENTERED
    )

    assert value_of(outcome).total == Decimal("651.00")
    assert [doubt.rule for doubt in outcome.doubts] == ["figure.hourly_ceiling.entered"]
    assert "que vous avez saisie, 31." in outcome.doubts[0].says


def test_the_national_ceiling_is_kept_in_mayotte_with_a_doubt() -> None:
    outcome = minimum_gratification(placement=make_placement(), signed_on=date(2026, 1, 5), in_mayotte=True)

    assert value_of(outcome).total == Decimal("1984.50")
    assert [doubt.rule for doubt in outcome.doubts] == ["A9.mayotte_ceiling"]


def test_an_amendment_of_the_new_year_has_its_own_rate() -> None:
    amendment = Amendment(date(2026, 1, 5), by_month(m2026_02="70"))

    outcome = gratification_for_hours(
        hours_by_month=by_month(m2025_12="154", m2026_02="70"),
        signed_on=NOVEMBER_2025,
        amendments=[amendment],
    )

    value = value_of(outcome)
    assert value.total == Decimal("1289.40")
    assert value.months[-1].hourly == Decimal("4.50")
    assert value.hours == 294


@pytest.mark.parametrize(
    ("hours", "signed_on", "missing"),
    [
        (None, NOVEMBER_2025, ("hours_by_month",)),
        ({}, NOVEMBER_2025, ("hours_by_month",)),
        (WINTER, None, ("signed_on",)),
        (None, None, ("hours_by_month", "signed_on")),
    ],
)
def test_every_missing_fact_is_named(
    hours: dict[date, Decimal] | None, signed_on: date | None, missing: tuple[str, ...]
) -> None:
    assert gratification_for_hours(hours_by_month=hours, signed_on=signed_on) == NeedsFacts(missing)


def test_nothing_is_owed_at_the_threshold() -> None:
    outcome = minimum_gratification(placement=make_placement(hours="308"), signed_on=date(2026, 1, 5))

    assert isinstance(outcome, DoesNotHold)


def test_all_hours_are_owed_past_the_threshold() -> None:
    outcome = minimum_gratification(placement=make_placement(hours="309"), signed_on=date(2026, 1, 5))

    assert value_of(outcome).total == Decimal("1390.50")
    assert [step.says for step in outcome.steps][:2] == [
        "309\u00a0h de présence dépassent 308\u00a0h.",
        "La gratification est due dès la première heure, pas seulement au-delà du seuil.",
    ]


def test_another_internship_of_the_year_makes_a_short_one_owed() -> None:
    autumn = make_placement(hours="160", starts_on=date(2025, 10, 1), ends_on=date(2025, 10, 31))

    outcome = minimum_gratification(
        placement=make_placement(hours="160"), others=[autumn], signed_on=date(2026, 1, 5)
    )

    assert value_of(outcome).total == Decimal("720.00")


def test_a_short_internship_is_not_owed_because_another_host_owes() -> None:
    outcome = minimum_gratification(
        placement=make_placement(hours="160", host="A"),
        others=[make_placement(hours="400", host="B")],
        signed_on=date(2026, 1, 5),
    )

    assert isinstance(outcome, DoesNotHold)


def test_the_hours_of_an_amendment_are_taken_out_of_the_first_agreement() -> None:
    placement = make_placement(
        hours="400", hours_by_month=by_month(m2025_12="154", m2026_01="147", m2026_02="99")
    )
    amendment = Amendment(date(2026, 1, 20), by_month(m2026_02="99"))

    outcome = minimum_gratification(placement=placement, signed_on=NOVEMBER_2025, amendments=[amendment])

    assert value_of(outcome).total == Decimal("301") * Decimal("4.35") + Decimal("99") * Decimal("4.50")


def test_the_signature_is_asked_once_the_threshold_is_passed() -> None:
    outcome = minimum_gratification(placement=make_placement(), signed_on=None)

    assert isinstance(outcome, NeedsFacts)
    assert outcome.facts == ("signed_on",)
