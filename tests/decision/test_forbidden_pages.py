"""What no text allows, or no rule computes, is said on the page and on the sheet."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from tests.decision.made import TODAY, make_decision, make_option, scored, weighed
from tests.decision.test_pages import ROOT, read, text
from tests.people import make_student

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alice, on 2 April 2026."""
    make_student(birth_on=date(2005, 3, 15))
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: TODAY)


def test_an_option_in_front_that_is_blocked_never_just_wins(client: Client) -> None:
    decision = make_decision()
    first, second = make_option(decision, "Nordelle", validated=False), make_option(decision, "Atelier")
    decision = weighed(decision, pay=100)
    decision = scored(decision, {first: {"pay": 5}, second: {"pay": 2}})

    page = text(client, f"{ROOT}{decision.pk}/")
    words = re.sub(r"\s+", " ", read(client, decision).pages[0].extract_text())

    for shown in (re.sub(r"\s+", " ", page), words):
        assert "l’emporte, mais cette option est bloquée" in shown
        assert "Sans cette option, « Atelier » est devant" in shown


def test_a_pay_above_the_ceiling_asks_for_nothing(client: Client) -> None:
    decision = make_decision()
    option = make_option(decision, offered=Decimal(5000))
    make_option(decision, "Atelier")

    months = text(client, f"{ROOT}option/{option.pk}/mois/")
    page = text(client, f"{ROOT}{decision.pk}/")

    assert "non calculé" in months
    assert "4\u00a0005,00" in months
    assert "non calculé" in page
    assert re.search("«\u00a0Atelier\u00a0»\u00a0: [^<]+ net par mois", page)
    assert all("Il manque des faits" not in each and "à compléter" not in each for each in (months, page))


def test_a_job_under_the_minimum_wage_is_not_laid_on_the_offer(client: Client) -> None:
    decision = make_decision()
    option = make_option(decision, offered=Decimal(1500), job_weekly_hours=Decimal(5), job_hourly=Decimal(9))

    months = text(client, f"{ROOT}option/{option.pk}/mois/")
    page = text(client, f"{ROOT}{decision.pk}/")

    assert "petit emploi est payé sous le SMIC" in months
    assert "petit emploi payé sous le SMIC" in page
    assert all("sous le minimum légal" not in each for each in (months, page))
