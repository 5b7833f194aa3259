from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.law.apprenticeship.net import net_pay
from tremplin.law.contributions import NetPay
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome
from tremplin.law.parameters import NoValueInForce

JULY_2026 = date(2026, 7, 1)
NEW, OLD = date(2025, 9, 1), date(2024, 9, 1)


def net(gross: str, start: date = NEW, **changes: Any) -> Outcome[NetPay]:
    return net_pay(gross_monthly=Decimal(gross), on=JULY_2026, contract_start=start, **changes)


def value(outcome: Outcome[NetPay]) -> NetPay:
    assert isinstance(outcome, Holds)
    return outcome.value


@pytest.mark.parametrize(
    ("gross", "start", "expected"),
    [
        ("1400", NEW, "1302.78"),
        ("802.82", NEW, "802.82"),
        ("1600", OLD, "1585.86"),
        ("1138.88", OLD, "1138.88"),
    ],
)
def test_the_examples_of_july_2026_come_out_to_the_cent(gross: str, start: date, expected: str) -> None:
    assert value(net(gross, start)).net == Decimal(expected)


def test_a_new_contract_bears_contributions_and_csg_above_half_the_smic() -> None:
    found = value(net("1400"))

    assert found.contribution_base == Decimal("466.49")
    assert found.contributions == Decimal("52.76")
    assert found.csg_crds == Decimal("44.46")


def test_an_older_contract_keeps_its_freedom_from_csg() -> None:
    assert value(net("1800", OLD)).csg_crds == 0


@pytest.mark.parametrize(("start", "expected"), [(date(2025, 2, 28), 0), (date(2025, 3, 1), "44.46")])
def test_the_regime_changes_on_the_first_of_march_2025(start: date, expected: str) -> None:
    assert value(net("1400", start)).csg_crds == Decimal(expected)


def test_a_contract_signed_before_and_started_after_the_reform_is_a_doubt() -> None:
    signed = date(2025, 2, 20)

    by_start = net("1400", date(2025, 3, 3), concluded_on=signed)
    by_signature = net("1400", date(2025, 3, 3), concluded_on=signed, regime_date_basis="conclusion")

    assert value(by_start).net == Decimal("1302.78")
    assert value(by_signature).net == Decimal("1400.00")
    assert [doubt.rule for doubt in by_start.doubts] == ["B6.regime_date"]
    assert [doubt.rule for doubt in by_signature.doubts] == ["B6.regime_date"]


def test_no_doubt_when_signature_and_start_are_on_the_same_side() -> None:
    assert not net("1400", date(2025, 3, 3), concluded_on=date(2025, 3, 2)).doubts


def test_the_day_of_signature_is_needed_when_it_decides() -> None:
    assert net("1400", regime_date_basis="conclusion") == NeedsFacts(("concluded_on",))


def test_gross_and_start_are_needed() -> None:
    outcome = net_pay(gross_monthly=None, on=JULY_2026, contract_start=None)

    assert outcome == NeedsFacts(("gross_monthly", "contract_start"))


def test_alsace_moselle_pays_more_on_the_same_base() -> None:
    assert value(net("1400", alsace_moselle=True)).net == Decimal("1296.72")


def test_the_local_rate_before_april_2022_is_a_doubt() -> None:
    outcome = net_pay(
        gross_monthly=Decimal(1500), on=date(2022, 3, 1), contract_start=date(2021, 9, 1), alsace_moselle=True
    )

    assert [doubt.rule for doubt in outcome.doubts] == ["figure.ee_health_alsace_moselle.confidence"]


@pytest.mark.parametrize(("gross", "expected"), [("1400", "1280.84"), ("800", "780.00")])
def test_health_cover_is_shared_and_its_other_half_bears_csg_above_the_exemption(
    gross: str, expected: str
) -> None:
    assert value(net(gross, health_cover=Decimal(40))).net == Decimal(expected)


def test_a_shorter_week_lowers_the_exempt_part() -> None:
    assert value(net("1000", weekly_hours=Decimal("17.5"))).contribution_base == Decimal("533.25")


def test_pay_above_the_ceiling_is_not_computed() -> None:
    assert isinstance(net("4005.01"), DoesNotHold)
    assert isinstance(net("4005.00"), Holds)


def test_contracts_before_2019_have_no_known_regime() -> None:
    with pytest.raises(NoValueInForce):
        net("1000", date(2018, 12, 31))


@given(cents=st.integers(0, 400_000), more=st.integers(0, 500))
def test_more_gross_never_means_less_net(cents: int, more: int) -> None:
    low, high = (value(net(str(Decimal(each) / 100))).net for each in (cents, cents + more))

    assert low <= high


@given(cents=st.integers(0, 400_000))
def test_the_older_regime_is_never_worse(cents: int) -> None:
    gross = str(Decimal(cents) / 100)

    assert value(net(gross, OLD)).net >= value(net(gross, NEW)).net
