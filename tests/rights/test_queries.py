"""What other rooms learn of the agreement, and what the example holds."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client, override_settings

from tests.rights.kept import RECEIVED, SIGNED, keep, page_of
from tests.typography import faults
from tremplin.internships.queries import agreement_offers
from tremplin.rights.agreement.values import Gratification
from tremplin.rights.demo import load
from tremplin.rights.models import State, Version
from tremplin.rights.queries import agreement_summary, simulator_facts
from tremplin.rights.simulation.operations import keep_simulation, replace_simulation
from tremplin.rights.simulation.queries import entered_ceilings


@pytest.mark.django_db
def test_before_any_agreement_there_is_nothing_to_say() -> None:
    assert agreement_summary() is None
    assert simulator_facts() is None


@pytest.mark.django_db
def test_cap_learns_who_when_and_what_to_ask() -> None:
    version = keep(RECEIVED)

    summary = agreement_summary()

    assert summary is not None
    assert (summary.host, summary.city) == ("Cargolière SAS", "Angers")
    assert (summary.starts_on, summary.ends_on) == (date(2026, 2, 2), date(2026, 7, 3))
    assert (summary.to_correct, summary.to_clarify, summary.to_check) == (2, 2, 1)
    assert summary.at_stake == Decimal("110.25")
    assert summary.points[0] == "La gratification est sous le minimum"
    assert summary.url == f"/droits/convention/{version.agreement_id}/"


@pytest.mark.django_db
def test_the_simulator_opens_on_corrected_facts(client: Client) -> None:
    version = keep(RECEIVED)
    client.post(f"{page_of(version)}fait/weekly_hours/", {"value": "28", "revision": "0"})

    facts = simulator_facts()

    assert facts is not None
    assert facts.weekly_hours == 28
    assert facts.gratification == Gratification(Decimal("4.35"), "hour")
    assert facts.signed_on == date(2026, 1, 8)


@pytest.mark.django_db
def test_a_version_being_read_or_refused_is_not_the_one_others_see() -> None:
    keep(RECEIVED)
    Version.objects.update(state=State.READING)

    assert agreement_summary() is None


@pytest.mark.django_db(transaction=True)
def test_the_invented_agreement_is_not_taken_for_the_student_s_own(client: Client) -> None:
    page = client.post("/droits/convention/exemple/", follow=True).content.decode()
    listed = client.get("/droits/convention/").content.decode()

    assert (agreement_summary(), simulator_facts(), agreement_offers(on=date(2026, 4, 2))) == (None, None, ())
    assert "Ceci est un exemple." in page
    assert "Suivre ce stage" not in page
    assert "<strong>Exemple inventé</strong>, convention-cargoliere.pdf" in listed
    assert faults(page) == faults(listed) == []


@pytest.mark.django_db(transaction=True)
def test_a_file_of_their_own_beside_the_invented_one_counts(client: Client) -> None:
    client.post("/droits/convention/exemple/")
    invented = Version.objects.get()

    keep(SIGNED, agreement=invented.agreement)

    summary = agreement_summary()
    assert summary is not None
    assert [offer.version_id for offer in agreement_offers(on=date(2026, 4, 2))] == [
        Version.objects.get(number=2).pk
    ]


@pytest.mark.django_db(transaction=True)
@override_settings(EXAMPLE_DAY=date(2026, 4, 2))
def test_in_the_example_s_own_home_the_invented_agreement_is_lived(client: Client) -> None:
    client.post("/droits/convention/exemple/")

    assert agreement_summary() is not None


@pytest.mark.django_db
def test_the_example_has_two_versions_the_second_signed(client: Client) -> None:
    load(on=date(2026, 4, 2))

    first, second = Version.objects.all()
    assert (first.signed_at, bool(second.signed_at)) == (None, True)
    assert "La version 2, signée, corrige" in client.get(page_of(first)).content.decode()


@pytest.mark.django_db
def test_a_ceiling_not_published_yet_is_taken_from_what_the_student_kept(client: Client) -> None:
    page = page_of(keep(RECEIVED))
    for name, day in (
        ("signature_date", "08/01/2027"),
        ("start_date", "01/02/2027"),
        ("end_date", "02/07/2027"),
    ):
        client.post(f"{page}fait/{name}/", {"value": day, "revision": "0"})
    estimated = client.get(page).content.decode()

    keep_simulation(name="2027", parameters={"ceiling_2027": ["40"], "ceiling_2028": [""], "name": ["x"]})
    typed = client.get(page).content.decode()

    assert "Saisir le nouveau plafond dans le simulateur" in estimated
    assert "4,50\u00a0€" in estimated
    assert "Saisir le nouveau plafond" not in typed
    assert "6,00\u00a0€" in typed
    assert "Ce chiffre vient d’une simulation enregistrée." in typed
    assert "la valeur que vous avez saisie, 40." in typed


@pytest.mark.django_db
def test_of_two_ceilings_the_one_saved_last_counts() -> None:
    first = keep_simulation(name="one", parameters={"ceiling_2027": ["40"]})
    keep_simulation(name="two", parameters={"ceiling_2027": ["41"]})
    assert entered_ceilings() == ((date(2027, 1, 1), Decimal(41)),)

    replace_simulation(pk=first.pk, revision=1, name="one", parameters={"ceiling_2027": ["42"]})

    assert entered_ceilings() == ((date(2027, 1, 1), Decimal(42)),)
