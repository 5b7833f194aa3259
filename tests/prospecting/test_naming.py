"""Names in capitals are offered as one would sign them."""

import pytest

from tests.prospecting.made import TODAY
from tremplin.companies.company import Company
from tremplin.network.domain import folded
from tremplin.prospecting.domain.hosts import kind_of_activity
from tremplin.prospecting.domain.naming import offered_name
from tremplin.prospecting.operations.searches import add_company


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("ATELIERS VERMEIL", "Ateliers Vermeil"),
        ("LA COMPAGNIE DES EAUX", "La Compagnie des Eaux"),
        ("BRASSERIE DE L'ERDRE", "Brasserie de l'Erdre"),
        ("L ATELIER D ANJOU", "L’Atelier d’Anjou"),
        ("SAINT-NAZAIRE ET FILS SARL", "Saint-Nazaire et Fils SARL"),
        ("SNCF RESEAU", "SNCF Reseau"),
        ("LVMH", "LVMH"),
        ("S.N.C.F. VOYAGEURS", "S.N.C.F. Voyageurs"),
        ("CHU DE NANTES", "CHU de Nantes"),
        ("H2O NETTOYAGE (ATV)", "H2O Nettoyage (ATV)"),
        ("ÉCOLE ÉLÉMENTAIRE", "École Élémentaire"),
        ("DUPONT & FILS", "Dupont & Fils"),
        ("GARAGE STE ANNE", "Garage Ste Anne"),
        ("Logiciels RAY", "Logiciels RAY"),
        ("[ND]", "[ND]"),
    ],
)
def test_capitals_are_lowered_and_acronyms_stay(written: str, offered: str) -> None:
    assert offered_name(written) == offered


@pytest.mark.parametrize("written", ["L ATELIER D ANJOU", "SAINT-NAZAIRE ET FILS", "S.N.C.F. VOYAGEURS"])
def test_an_offered_name_is_found_by_the_written_one(written: str) -> None:
    assert folded(offered_name(written)) == folded(written)


@pytest.mark.parametrize(
    ("code", "kind"),
    [("62.01Z", "software"), ("47.79Z", "shop"), ("84.11Z", "public"), ("90.01Z", "association"), ("", "")],
)
def test_the_activity_tells_the_kind_of_organization(code: str, kind: str) -> None:
    assert kind_of_activity(code) == kind


@pytest.mark.django_db
def test_a_company_of_the_register_becomes_a_target_with_the_name_one_writes() -> None:
    company = Company("00010000800019", "000100008", "ATELIERS VERMEIL", activity="62.01Z", source="Sirene")

    target = add_company(company, on=TODAY)

    target.refresh_from_db()
    assert (str(target), target.kind) == ("Ateliers Vermeil", "software")
    assert add_company(company, on=TODAY) == target
