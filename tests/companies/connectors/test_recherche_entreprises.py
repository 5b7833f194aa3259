"""API Recherche d’entreprises: what is asked, what is read, what is never shown."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.companies.connectors.conftest import HURRIED, TODAY
from tests.companies.stand_in import SEARCH, Reply, StandIn, recorded, standing_in
from tremplin.companies.company import Company, Query
from tremplin.companies.connectors.failures import Refused, ServiceFailed, Unavailable
from tremplin.companies.connectors.recherche_entreprises import RechercheEntreprises
from tremplin.companies.connectors.services import Doors

VERMEIL = "000101014"
HEAD_OFFICE = "00010101400017"


@pytest.fixture
def service(doors: Doors) -> RechercheEntreprises:
    return doors.recherche_entreprises()


def played(name: str, **changes: Any) -> dict[str, Any]:
    """Return a recorded answer whose first result has these fields changed."""
    said: dict[str, Any] = json.loads(recorded(f"recherche_entreprises/{name}.json").body)
    said["results"][0].update(changes)
    return said


def says(content: Any) -> Reply:
    return Reply(json.dumps(content).encode())


def test_words_find_every_establishment_that_matches(
    service: RechercheEntreprises, stand_in: StandIn
) -> None:
    answer = service.search(Query("  ateliers   vermeil "), on=TODAY)

    head_office, agency, group = answer.companies
    assert head_office == Company(
        siret=HEAD_OFFICE,
        siren=VERMEIL,
        name="ATELIERS VERMEIL",
        activity="62.01Z",
        nomenclature="NAFRev2",
        headcount="12",
        headcount_year=2024,
        created_on=date(1992, 6, 12),
        is_head_office=True,
        address="3 B AVENUE DE L'EUROPE 44000 NANTES",
        postcode="44000",
        commune_code="44109",
        commune="NANTES",
        latitude=47.217222,
        longitude=-1.553889,
        source="API Recherche d’entreprises",
        as_of=TODAY,
    )
    assert (agency.name, agency.is_head_office, agency.siren) == ("AGENCE RENNES", False, VERMEIL)
    assert group.siren == "000101048"
    assert answer.total == 2
    assert not answer.is_capped
    assert stand_in.asked[0].parameters == {
        "q": "ateliers vermeil", "etat_administratif": "A", "page": "1", "per_page": "25",
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["000101014", "000 101 014", "000.101.014"])
def test_a_siren_is_looked_up_directly_and_found_at_its_head_office(
    service: RechercheEntreprises, stand_in: StandIn, typed: str
) -> None:
    answer = service.search(Query(typed, activities=("99.99Z",), headcounts=("53",)), on=TODAY)

    assert [one.siret for one in answer.companies] == [HEAD_OFFICE]
    assert stand_in.asked[0].parameters == {"q": VERMEIL, "page": "1", "per_page": "25"}
    assert "filtres n’ont pas servi" in answer.notes[0]


def test_a_siret_gives_that_establishment_alone(service: RechercheEntreprises, stand_in: StandIn) -> None:
    stand_in.always(SEARCH, recorded("recherche_entreprises/search_texte.json"))

    answer = service.search(Query("000 101 014 00108"), on=TODAY)

    assert [one.name for one in answer.companies] == ["AGENCE RENNES"]


def test_a_number_with_a_slip_is_refused_before_any_call(
    service: RechercheEntreprises, stand_in: StandIn
) -> None:
    with pytest.raises(Refused, match="000101015"):
        service.search(Query("000101015"), on=TODAY)

    assert stand_in.asked == []


def test_la_poste_s_own_numbers_are_accepted(service: RechercheEntreprises, stand_in: StandIn) -> None:
    service.search(Query("35600000000049"), on=TODAY)

    assert stand_in.asked[0].parameters["q"] == "35600000000049"


@pytest.mark.parametrize("words", ["", "ab", " a "])
def test_too_few_letters_are_refused_before_any_call(
    service: RechercheEntreprises, stand_in: StandIn, words: str
) -> None:
    with pytest.raises(Refused, match="trois lettres"):
        service.search(Query(words), on=TODAY)

    assert stand_in.asked == []


def test_a_filter_stands_for_words(service: RechercheEntreprises, stand_in: StandIn) -> None:
    service.search(Query(activities=("6201z", "62.02A"), headcounts=("11", "12"), commune="2A004"), on=TODAY)

    assert stand_in.asked[0].parameters == {
        "activite_principale": "62.01Z,62.02A",
        "tranche_effectif_salarie": "11,12",
        "code_commune": "2A004",
        "etat_administratif": "A",
        "page": "1",
        "per_page": "25",
    }


def test_partially_diffused_companies_are_counted_and_never_shown(
    service: RechercheEntreprises, stand_in: StandIn
) -> None:
    stand_in.always(SEARCH, recorded("recherche_entreprises/search_diffusion_partielle.json"))

    answer = service.search(Query("restaurant"), on=TODAY)

    assert answer.companies == ()
    assert answer.hidden == 1
    assert "NON-DIFFUSIBLE" not in str(answer)


def test_a_partially_diffused_establishment_of_a_known_company_is_hidden(
    service: RechercheEntreprises, stand_in: StandIn
) -> None:
    said = played("search_texte")
    said["results"][0]["matching_etablissements"][0]["statut_diffusion_etablissement"] = "P"
    stand_in.always(SEARCH, says(said))

    answer = service.search(Query("vermeil"), on=TODAY)

    assert HEAD_OFFICE not in [one.siret for one in answer.companies]
    assert answer.hidden == 1


def test_closed_ones_are_left_out_and_said(service: RechercheEntreprises, stand_in: StandIn) -> None:
    said = played("search_texte", etat_administratif="C")
    said["results"][1]["siege"]["etat_administratif"] = "F"
    stand_in.always(SEARCH, says(said))

    answer = service.search(Query("vermeil"), on=TODAY)

    assert answer.companies == ()
    assert answer.notes == ("2 établissements fermés ont été laissés de côté.",)


def test_directors_are_never_read(service: RechercheEntreprises) -> None:
    answer = service.search(Query("vermeil"), on=TODAY)

    said = json.dumps([asdict(one) for one in answer.companies], default=str)
    assert "QUENTREC" in recorded("recherche_entreprises/search_texte.json").body.decode()
    assert not [one for one in ("QUENTREC", "ANAEL", "1979", "HOLDING SOLSTICE") if one in said]


def test_a_count_that_stops_is_said(service: RechercheEntreprises, stand_in: StandIn) -> None:
    stand_in.always(SEARCH, recorded("recherche_entreprises/search_plafond_10000.json"))

    answer = service.search(Query("conseil"), on=TODAY)

    assert (answer.total, answer.is_capped) == (10_000, True)
    assert "précisez" in answer.notes[0]
    assert 1 < len(stand_in.asked) <= 4
    assert len({one.siret for one in answer.companies}) == len(answer.companies)


def test_an_empty_answer_is_no_failure(service: RechercheEntreprises, stand_in: StandIn) -> None:
    stand_in.always(SEARCH, recorded("recherche_entreprises/search_vide.json"))

    answer = service.search(Query("zzzz"), on=TODAY)

    assert (answer.companies, answer.total, answer.notes) == ((), 0, ())


def test_a_company_known_without_an_establishment_keeps_its_siren(
    service: RechercheEntreprises, stand_in: StandIn
) -> None:
    stand_in.always(SEARCH, recorded("recherche_entreprises/search_minimal.json"))

    only = service.search(Query("vermeil"), on=TODAY).companies[0]

    assert (only.siren, only.siret, only.activity, only.headcount) == (VERMEIL, "", "62.01Z", "12")


@pytest.mark.parametrize("name", ["erreur_400", "erreur_400_aucun_parametre"])
def test_the_service_s_own_refusal_is_repeated(
    service: RechercheEntreprises, stand_in: StandIn, name: str
) -> None:
    reply = recorded(f"recherche_entreprises/{name}.json", status=400)
    stand_in.always(SEARCH, reply)

    with pytest.raises(Refused) as refused:
        service.search(Query("vermeil"), on=TODAY)

    assert json.loads(reply.body)["erreur"].rstrip(".") in str(refused.value)


def test_near_a_point_gives_distances_nearest_first(service: RechercheEntreprises, stand_in: StandIn) -> None:
    answer = service.search(Query(latitude=48.11, longitude=-1.68, km=200), on=TODAY)

    assert [one.name for one in answer.companies] == ["AGENCE RENNES", "ATELIERS VERMEIL"]
    near, far = (one.distance_km for one in answer.companies)
    assert near is not None
    assert far is not None
    assert near < 1
    assert 99 < far < 101
    assert stand_in.asked[0].path == "/near_point"
    assert stand_in.asked[0].parameters["radius"] == "50"
    assert "50 km au plus" in answer.notes[0]


def test_what_lies_beyond_the_radius_is_left_out(service: RechercheEntreprises) -> None:
    answer = service.search(Query(latitude=48.11, longitude=-1.68, km=10), on=TODAY)

    assert [one.name for one in answer.companies] == ["AGENCE RENNES"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (Query("vermeil", without_sirens=("000101014",)), 1),
        (Query("vermeil", without_words=("rennes",)), 2),
        (Query("vermeil", without_activities=("70",)), 2),
        (Query("vermeil", activities=("70",)), 1),
        (Query("vermeil", youngest=34, oldest=34), 3),
        (Query("vermeil", oldest=33), 0),
        (Query("vermeil", limit=1), 1),
    ],
)
def test_what_the_service_cannot_filter_is_filtered_here(
    service: RechercheEntreprises, query: Query, names: int
) -> None:
    assert len(service.search(query, on=TODAY).companies) == names


def test_a_commune_by_name_is_said_not_to_serve(service: RechercheEntreprises) -> None:
    answer = service.search(Query("vermeil", commune="Nantes"), on=TODAY)

    assert "«\u00a0Nantes\u00a0»" in answer.notes[0]


@pytest.mark.parametrize("said", [[], {}, {"results": {}}, {"results": None}, None, 3, "a", {"erreur": "x"}])
def test_another_shape_is_a_service_unavailable(
    service: RechercheEntreprises, stand_in: StandIn, said: Any
) -> None:
    stand_in.always(SEARCH, says(said))

    with pytest.raises(Unavailable, match="Service indisponible"):
        service.search(Query("vermeil"), on=TODAY)


def test_what_is_no_number_or_no_name_is_not_taken_for_one(
    service: RechercheEntreprises, stand_in: StandIn
) -> None:
    said = played("search_texte", nom_raison_sociale="---", nom_complet="n" * 5000)
    said["results"][0]["matching_etablissements"][0]["siret"] = "0001/../x"
    stand_in.always(SEARCH, says(said))

    first = service.search(Query("vermeil"), on=TODAY).companies[0]

    assert first.siret == ""
    assert first.siren == VERMEIL
    assert first.name == "n" * 300


def test_pages_that_stop_coming_leave_those_read(service: RechercheEntreprises, stand_in: StandIn) -> None:
    stand_in.next(SEARCH, recorded("recherche_entreprises/search_plafond_10000.json"))
    stand_in.always(SEARCH, Reply(status=503))

    answer = service.search(Query("conseil"), on=TODAY)

    assert answer.companies
    assert "la suite manque" in answer.notes[0]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
RESULT = json.loads(recorded("recherche_entreprises/near_point.json").body)["results"][0]
FIELDS = [(name, "") for name in RESULT] + [("siege", name) for name in RESULT["siege"]]
FIELDS += [("matching_etablissements", name) for name in RESULT["matching_etablissements"][0]]


@given(st.lists(st.tuples(st.sampled_from(FIELDS), ANYTHING), min_size=1, max_size=6))
def test_any_field_may_be_anything(changes: list[tuple[tuple[str, str], Any]]) -> None:
    said = json.loads(recorded("recherche_entreprises/near_point.json").body)
    for (outer, inner), value in changes:
        holder = said["results"][0]
        if inner:
            held = holder[outer]
            holder = held[0] if isinstance(held, list) and held else held
        if isinstance(holder, dict):
            holder[inner or outer] = value
    with standing_in() as stand_in:
        stand_in.always(SEARCH, says(said))
        service = Doors(stand_in.address, HURRIED).recherche_entreprises()

        try:
            answer = service.search(Query("vermeil"), on=TODAY)
        except ServiceFailed:
            return

    for one in answer.companies:
        assert isinstance(one.name, str)
        assert one.latitude is None or -90 <= one.latitude <= 90


@pytest.mark.parametrize(
    ("commune", "km", "name", "asked"),
    [
        ("44109", None, "code_commune", "44109"),
        ("69123", None, "code_commune", ",".join(f"6938{rank}" for rank in range(1, 10))),
        ("44109", 30, "departement", "44"),
        ("75056", 30, "departement", "75"),
        ("97411", 30, "departement", "974"),
        ("2A004", 30, "departement", "2A"),
    ],
)
def test_words_are_sought_as_far_as_asked(
    service: RechercheEntreprises, stand_in: StandIn, commune: str, km: float | None, name: str, asked: str
) -> None:
    north, east = (47.2, -1.55) if km else (None, None)

    answer = service.search(
        Query("vermeil", commune=commune, km=km, latitude=north, longitude=east), on=TODAY
    )

    parameters = stand_in.asked[0].parameters
    assert parameters[name] == asked
    assert ("departement" in parameters) != ("code_commune" in parameters)
    assert any("département" in note for note in answer.notes) == bool(km)


def test_a_sign_withheld_is_never_the_name(service: RechercheEntreprises, stand_in: StandIn) -> None:
    said = played("search_texte")
    said["results"][0]["matching_etablissements"][0]["liste_enseignes"] = ["[NON-DIFFUSIBLE]", "x" * 9_999]
    stand_in.always(SEARCH, says(said))

    names = [one.name for one in service.search(Query("vermeil"), on=TODAY).companies]

    assert "[NON-DIFFUSIBLE]" not in names
    assert max(map(len, names)) <= 300
