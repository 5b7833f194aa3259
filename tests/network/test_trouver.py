"""A target of Trouver says who the student knows there."""

from datetime import date

import pytest
from django.test import Client

from tests.typography import faults
from tremplin.prospecting.models import Target
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db


def test_a_target_names_who_is_there_and_leads_to_the_path(client: Client) -> None:
    load_demo(on=date(2026, 4, 2))
    target = Target.objects.get(organization__name="Troquinette")

    page = client.get(f"/trouver/{target.pk}/").content.decode()

    assert "Par votre réseau" in page
    assert "Karim Benyahia</a> (par quelqu’un)" in page
    assert "/reseau/?chez=Troquinette" in page
    assert faults(page) == []
