"""A sum promised by month, on months the internship does not cover whole."""

from decimal import Decimal

from tests.rights.agreement.builder import audited, reported


def test_a_monthly_sum_counts_part_months_in_proportion() -> None:
    facts = {
        "dates": "Le stage se déroule du 15 janvier 2026 au 14 avril 2026.",
        "total": "Durée totale : 441 heures de présence effective.",
        "signed": "Fait à Dijon, le 8 janvier 2026",
    }

    short = audited(**facts, pay="Gratification mensuelle : 600,00 €").findings
    enough = reported(**facts, pay="Gratification mensuelle : 690,00 €")

    finding = next(one for one in short if one.id == "gratification_below_minimum")
    assert finding.stake == Decimal("184.50")
    assert "gratification_below_minimum" not in enough
