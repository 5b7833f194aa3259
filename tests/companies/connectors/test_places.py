"""Communes and addresses."""

import json
from typing import Any

import pytest

from tests.companies.stand_in import ADDRESSES, COMMUNES, Reply, StandIn, recorded
from tremplin.companies.connectors.failures import Refused, Unavailable
from tremplin.companies.connectors.places import Place, Places
from tremplin.companies.connectors.services import Doors


@pytest.fixture
def places(doors: Doors) -> Places:
    return doors.places()


def test_communes_are_found_by_name(places: Places, stand_in: StandIn) -> None:
    nantes, ajaccio = places.communes("nantes")

    assert (nantes.commune, nantes.commune_code, nantes.postcode) == ("Nantes", "44109", "44000")
    assert (nantes.latitude, nantes.longitude) == (None, None)
    assert ajaccio == Place("Ajaccio", "Ajaccio", "2A004", "20000", 41.93, 8.7)
    assert stand_in.asked[0].parameters["nom"] == "nantes"
    assert stand_in.asked[0].parameters["boost"] == "population"


def test_an_address_is_found_with_latitude_first(places: Places, stand_in: StandIn) -> None:
    first, second = places.addresses("3 bis avenue de l'Europe Nantes")

    assert (first.latitude, first.longitude) == (47.2172, -1.5539)
    assert (first.commune, first.commune_code, first.is_to_confirm) == ("Nantes", "44109", False)
    assert second.label == "Avenue de l'Europe 44000 Nantes"
    assert stand_in.asked[0].path == "/geocodage/search"


def test_a_poor_score_is_to_confirm(places: Places, stand_in: StandIn) -> None:
    said = json.loads(recorded("api_emploi_geo/geopf_search.json").body)
    scores = (0.49, 0.5)
    for feature, score in zip(said["features"], scores, strict=True):
        feature["properties"]["score"] = score
    stand_in.always(ADDRESSES, Reply(json.dumps(said).encode()))

    assert [one.is_to_confirm for one in places.addresses("avenue")] == [True, False]


def test_a_commune_of_corsica_keeps_its_letter(places: Places, stand_in: StandIn) -> None:
    stand_in.always(ADDRESSES, recorded("api_emploi_geo/geopf_search_municipality.json"))

    assert places.addresses("Ajaccio")[0].commune_code == "2A004"


def test_a_point_gives_the_address_beside(places: Places, stand_in: StandIn) -> None:
    assert places.around(49.11, 6.17)[0].label == "3 Rue Inventée 57000 Metz"
    assert (stand_in.asked[0].parameters["lat"], stand_in.asked[0].parameters["lon"]) == ("49.11", "6.17")


def test_nothing_found_is_no_failure(places: Places, stand_in: StandIn) -> None:
    stand_in.always(ADDRESSES, recorded("api_emploi_geo/geopf_search_vide.json"))

    assert places.addresses("zzzz") == ()


def test_too_few_letters_are_refused_before_any_call(places: Places, stand_in: StandIn) -> None:
    with pytest.raises(Refused, match="trois lettres"):
        places.communes("na")

    assert stand_in.asked == []


@pytest.mark.parametrize("said", [{}, None, {"features": None}, {"features": "x"}, 3])
def test_another_shape_is_a_service_unavailable(places: Places, stand_in: StandIn, said: Any) -> None:
    for host in (ADDRESSES, COMMUNES):
        stand_in.always(host, Reply(json.dumps(said).encode()))

    with pytest.raises(Unavailable):
        places.communes("nantes")
    with pytest.raises(Unavailable):
        places.addresses("nantes")


def test_features_may_lack_anything(places: Places, stand_in: StandIn) -> None:
    said = {"features": [None, {}, {"properties": {"label": None}, "geometry": None}]}
    stand_in.always(ADDRESSES, Reply(json.dumps(said).encode()))

    assert places.addresses("nantes") == (Place("", "", "", is_to_confirm=True),)
