"""La Bonne Boîte and API Alternance: asked with the student's own key."""

import json
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.companies.connectors.conftest import TODAY
from tests.companies.stand_in import ALTERNANCE, BOX, PASSES, Reply, StandIn, recorded
from tremplin.companies.company import Query
from tremplin.companies.connectors.api_alternance import ApiAlternance
from tremplin.companies.connectors.failures import KeyRefused, Refused, TooManyCalls, Unavailable
from tremplin.companies.connectors.la_bonne_boite import LaBonneBoite
from tremplin.companies.connectors.services import Doors

NANTES = Query(activities=("62.01Z",), latitude=47.2172, longitude=-1.5539, km=30)


@pytest.fixture
def box(doors: Doors) -> LaBonneBoite:
    return doors.la_bonne_boite(client_id="PAR_me", client_secret="s3cret")


@pytest.fixture
def alternance(doors: Doors) -> ApiAlternance:
    return doors.api_alternance(key="my-key")


def test_the_box_is_asked_with_a_pass_lent_once(box: LaBonneBoite, stand_in: StandIn) -> None:
    box.search(NANTES, on=TODAY)
    box.search(NANTES, on=TODAY)

    asked_pass, first, second = stand_in.asked
    assert asked_pass.host == PASSES
    assert asked_pass.parameters == {"realm": "/partenaire"}
    assert parse_qs(asked_pass.body) == {
        "grant_type": ["client_credentials"],
        "client_id": ["PAR_me"],
        "client_secret": ["s3cret"],
        "scope": ["api_labonneboitev2 search office"],
    }
    assert first.headers["authorization"] == second.headers["authorization"] == "Bearer JETON-FICTIF"
    assert first.parameters == {
        "naf": "6201Z",
        "latitude": "47.2172",
        "longitude": "-1.5539",
        "distance": "30",
        "page": "1",
        "page_size": "100",
    }


def test_a_pass_is_asked_for_once_by_the_whole_process(doors: Doors, stand_in: StandIn) -> None:
    for secret in ("one", "one", "other"):
        doors.la_bonne_boite(client_id="PAR_me", client_secret=secret).search(NANTES, on=TODAY)

    assert [one.host for one in stand_in.asked] == [PASSES, BOX, BOX, PASSES, BOX]


def test_the_box_s_companies_are_read_with_their_oddities(box: LaBonneBoite) -> None:
    answer = box.search(Query("développeur", commune="44109"), on=TODAY)

    vermeil, school, carrier = answer.companies
    assert (vermeil.siret, vermeil.siren) == ("00010101400017", "000101014")
    assert [one.activity for one in answer.companies] == ["62.01Z", "85.42Z", "49.41A"]
    assert [one.headcount for one in answer.companies] == ["12", "", "12"]
    assert (school.name, school.commune) == ("ESML", "Nantes")
    assert carrier.postcode == "01000"
    assert (vermeil.latitude, vermeil.longitude) == (47.2172, -1.5539)
    assert answer.total == 4
    assert answer.notes == ("Une entreprise sans SIRET a été laissée de côté.",)
    assert not {"yes", "no"} & {value for one in answer.companies for value in (one.website, one.address)}


def test_the_box_needs_an_activity_or_a_trade(box: LaBonneBoite, stand_in: StandIn) -> None:
    with pytest.raises(Refused, match="activité ou d’un métier"):
        box.search(Query(commune="44109"), on=TODAY)

    assert stand_in.asked == []


def test_the_box_s_own_refusal_is_repeated(box: LaBonneBoite, stand_in: StandIn) -> None:
    stand_in.next(BOX, recorded("api_emploi_geo/lbb_v2_erreur_422.json", status=422))

    with pytest.raises(Refused, match="Vous devez préciser"):
        box.search(NANTES, on=TODAY)


def test_a_pass_that_ended_early_is_asked_for_again(box: LaBonneBoite, stand_in: StandIn) -> None:
    stand_in.next(BOX, Reply(b"", status=401))

    assert box.search(NANTES, on=TODAY).companies
    assert [one.host for one in stand_in.asked] == [PASSES, BOX, PASSES, BOX]


@pytest.mark.parametrize("lent", [{}, {"access_token": None}, {"access_token": 3}, []])
def test_no_pass_is_a_service_unavailable(box: LaBonneBoite, stand_in: StandIn, lent: Any) -> None:
    stand_in.always(PASSES, Reply(json.dumps(lent).encode()))

    with pytest.raises(Unavailable):
        box.search(NANTES, on=TODAY)


def test_a_refused_key_says_to_check_it(
    box: LaBonneBoite, alternance: ApiAlternance, stand_in: StandIn
) -> None:
    stand_in.always(PASSES, Reply(b'{"error": "invalid_client"}', status=400))
    stand_in.always(ALTERNANCE, Reply(b'{"statusCode": 401}', status=401))

    with pytest.raises(KeyRefused, match="La Bonne Boîte n’accepte pas votre clé"):
        box.search(NANTES, on=TODAY)
    with pytest.raises(KeyRefused, match="API Alternance n’accepte pas votre clé"):
        alternance.search(NANTES, on=TODAY)


def test_a_key_is_never_in_what_is_printed(box: LaBonneBoite, alternance: ApiAlternance) -> None:
    assert "s3cret" not in repr(box)
    assert "my-key" not in repr(alternance)


def test_withheld_names_are_counted_never_shown(box: LaBonneBoite, stand_in: StandIn) -> None:
    said = json.loads(recorded("api_emploi_geo/lbb_v2_recherche.json").body)
    said["items"][0]["company_name"] = "[NON-DIFFUSIBLE]"
    stand_in.always(BOX, Reply(json.dumps(said).encode()))

    answer = box.search(Query("développeur"), on=TODAY)

    assert (len(answer.companies), answer.hidden) == (2, 1)


def test_alternance_shows_recruiters_and_counts_offers(alternance: ApiAlternance, stand_in: StandIn) -> None:
    answer = alternance.search(NANTES, on=TODAY)

    only = answer.companies[0]
    assert (only.name, only.siret, only.headcount) == ("MECANIQUE DU GRAND LARGE", "00010103000013", "21")
    assert (only.latitude, only.longitude, only.distance_km) == (47.2172, -1.5539, 0.0)
    assert len(answer.companies) == 1
    assert "2 offres publiées" in answer.notes[0]
    assert "incomplète" in answer.notes[1]
    assert "0261910042" not in str(answer)
    asked = stand_in.asked[0]
    assert asked.headers["authorization"] == "Bearer my-key"
    assert asked.parameters == {"latitude": "47.2172", "longitude": "-1.5539", "radius": "30"}


def test_alternance_needs_a_place(alternance: ApiAlternance, stand_in: StandIn) -> None:
    with pytest.raises(Refused, match="lieu"):
        alternance.search(Query("mécanique"), on=TODAY)

    assert stand_in.asked == []


@pytest.mark.parametrize("said", [{}, [], {"recruiters": None}, {"items": "x"}])
def test_another_shape_is_a_service_unavailable(
    box: LaBonneBoite, alternance: ApiAlternance, stand_in: StandIn, said: Any
) -> None:
    for host in (BOX, ALTERNANCE):
        stand_in.always(host, Reply(json.dumps(said).encode()))

    with pytest.raises(Unavailable):
        box.search(NANTES, on=TODAY)
    with pytest.raises(Unavailable):
        alternance.search(NANTES, on=TODAY)


@pytest.mark.parametrize(
    "odd",
    [
        {"workplace": None},
        {"workplace": {"siret": None, "name": "Sans numéro"}},
        {"workplace": {"siret": "00010103000013", "location": None, "domain": None, "size": None}},
        {"workplace": {"siret": "00010103000013", "location": {"geopoint": {"coordinates": ["a", None]}}}},
    ],
)
def test_recruiters_may_lack_anything(alternance: ApiAlternance, stand_in: StandIn, odd: Any) -> None:
    said = {"recruiters": [odd, None, 3], "jobs": None, "warnings": None}
    stand_in.always(ALTERNANCE, Reply(json.dumps(said).encode()))

    answer = alternance.search(Query(latitude=47.0, longitude=-1.0), on=TODAY)

    assert all(one.siret and one.latitude is None for one in answer.companies)


def test_a_site_is_an_address_a_browser_may_open(alternance: ApiAlternance, stand_in: StandIn) -> None:
    place = {"siret": "00010103000013", "name": "Mécanique", "website": "javascript:alert(1)"}
    also = {"siret": "00010101400017", "name": "Vermeil", "website": "https://vermeil.example"}
    said = {"recruiters": [{"workplace": place}, {"workplace": also}]}
    stand_in.always(ALTERNANCE, Reply(json.dumps(said).encode()))

    answer = alternance.search(Query(latitude=47.0, longitude=-1.0), on=TODAY)

    assert [one.website for one in answer.companies] == ["", "https://vermeil.example"]


def test_a_service_that_asks_to_wait_is_left_alone(box: LaBonneBoite, stand_in: StandIn) -> None:
    stand_in.next(BOX, Reply(b"", status=429, headers={"Retry-After": "40"}))

    for _ in range(3):
        with pytest.raises(TooManyCalls):
            box.search(NANTES, on=date(2026, 11, 24))

    assert [one.host for one in stand_in.asked] == [PASSES, BOX]


@pytest.mark.parametrize(
    ("said", "is_lent"),
    [
        ({"access_token": "a" * 1_000, "expires_in": 1499}, True),
        ({"access_token": "abc", "expires_in": int("9" * 400)}, True),
        ({"access_token": "l’accès", "expires_in": 1499}, False),
        ({"access_token": "a\r\nX: y", "expires_in": 1499}, False),
        ({"access_token": 12, "expires_in": 1499}, False),
    ],
)
def test_a_pass_is_sent_whole_or_not_at_all(
    box: LaBonneBoite, stand_in: StandIn, said: dict[str, Any], is_lent: bool
) -> None:
    stand_in.next(PASSES, Reply(json.dumps(said).encode()))

    if not is_lent:
        with pytest.raises(Unavailable, match="n’a pas donné d’accès"):
            box.search(NANTES, on=TODAY)
        return
    box.search(NANTES, on=TODAY)

    assert stand_in.asked[-1].headers["authorization"] == f"Bearer {said['access_token']}"


@pytest.mark.parametrize("key", ["l’accès", "a\nb", ""])
def test_a_key_no_header_can_hold_is_refused_before_it_leaves(
    doors: Doors, stand_in: StandIn, key: str
) -> None:
    with pytest.raises(KeyRefused):
        doors.api_alternance(key=key).search(NANTES, on=TODAY)

    assert stand_in.asked == []
