"""What is not sure of a gratification is said, and no public host pays more than its maximum."""

from datetime import date
from decimal import Decimal

import pytest

from tests.decision.test_money import INES, gross, option
from tremplin.decision.domain.blockers import checks_of
from tremplin.decision.domain.money import Money, money_of
from tremplin.decision.domain.options import Kind, Option, Student

NOVEMBER = {"starts_on": date(2026, 11, 2), "ends_on": date(2027, 2, 26)}


def internship(**changed: object) -> Option:
    """Return an internship of February to June 2026, changed where a test looks."""
    facts = {"starts_on": date(2026, 2, 2), "ends_on": date(2026, 6, 30), "signed_on": date(2026, 1, 5)}
    return option(Kind.INTERNSHIP, **(facts | changed))


def doubts(money: Money) -> dict[str, str]:
    """Return the doubts of the gross of the first month, by rule."""
    return {doubt.rule: doubt.says for doubt in money.months[0].gross.doubts}


def test_both_readings_of_the_rate_are_given_when_they_differ() -> None:
    # LAW.md A9: signed 2025-11-10, 1,613.85 or 1,646.40.
    across = money_of(
        INES,
        internship(
            starts_on=date(2025, 12, 1), ends_on=date(2026, 2, 15), signed_on=date(2025, 11, 10)
        ),
    )  # fmt: skip
    within = money_of(INES, internship())

    assert across.gross == Decimal("1613.85")
    assert "1\u00a0646,40" in doubts(across)["A9.rate_date"]
    assert "32,55" in doubts(across)["A9.rate_date"]
    assert "A9.rate_date" not in doubts(within)


def test_an_offer_above_both_readings_leaves_no_doubt_between_them() -> None:
    across = money_of(
        INES,
        internship(
            starts_on=date(2025, 12, 1), ends_on=date(2026, 2, 15), signed_on=date(2025, 11, 10),
            offered=Decimal(8),
        ),
    )  # fmt: skip

    assert across.gross == 371 * 8
    assert "A9.rate_date" not in doubts(across)


def test_a_signature_not_said_is_a_doubt() -> None:
    assert "decision.signature" in doubts(money_of(INES, internship(signed_on=None)))
    assert "decision.signature" not in doubts(money_of(INES, internship()))


def test_a_year_whose_ceiling_is_not_published_is_a_doubt() -> None:
    money = money_of(INES, internship(starts_on=date(2027, 2, 1), ends_on=date(2027, 6, 30), signed_on=None))

    assert "figure.hourly_ceiling.not_published" in doubts(money)


@pytest.mark.parametrize("signed_on", [None, date(2026, 9, 15)])
def test_a_public_host_pays_its_maximum_and_no_more(signed_on: date | None) -> None:
    stage = internship(**NOVEMBER, signed_on=signed_on, public_employer=True, offered=Decimal(6))
    money = money_of(INES, stage)
    check = next(
        each for each in checks_of(INES, stage, today=date(2026, 9, 1)) if each.topic == "Gratification"
    )

    assert gross(money, date(2026, 11, 1)) == 140 * Decimal("4.50")
    assert "maximum" in " ".join(step.says for step in money.months[0].gross.steps)
    assert check.state == "ask"
    assert any("D. 124-8" in str(step.because) for step in check.steps)


def test_a_private_host_may_pay_more_and_an_unknown_one_is_a_doubt() -> None:
    private, unknown = (
        money_of(INES, internship(**NOVEMBER, public_employer=public, offered=Decimal(6)))
        for public in (False, None)
    )

    assert gross(private, date(2026, 11, 1)) == gross(unknown, date(2026, 11, 1)) == 140 * 6
    assert "decision.maybe_public" in doubts(unknown)
    assert "decision.maybe_public" not in doubts(private)


def test_under_the_threshold_the_maximum_of_a_public_host_is_itself_a_doubt() -> None:
    short = internship(ends_on=date(2026, 3, 13), public_employer=True, offered=Decimal(6))

    assert "A11.below_threshold" in doubts(money_of(INES, short))


def test_mayotte_keeps_its_doubts() -> None:
    money = money_of(Student(date(2005, 3, 15), territory="mayotte"), internship())

    assert "A9.mayotte_ceiling" in doubts(money)
    assert "decision.mayotte_net" in {doubt.rule for doubt in money.months[0].net.doubts}
