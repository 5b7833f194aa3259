"""Public services: off until allowed, told truly, their keys never in clear."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.companies.connectors.conftest import NOW
from tests.companies.stand_in import (
    ADDRESSES,
    ALTERNANCE,
    BOX,
    PASSES,
    SEARCH,
    Reply,
    StandIn,
    recorded,
    standing_in,
)
from tests.prospecting.made import make_target
from tests.typography import faults
from tremplin.companies.company import Query
from tremplin.companies.connectors.services import KNOWN
from tremplin.prospecting.domain.sealing import masked, seal, unseal
from tremplin.prospecting.lookup_cli import lookup as command
from tremplin.prospecting.models import OnlineService, Target
from tremplin.prospecting.queries.lookup import ServiceOff, company_of, finders, look_up, search_with
from tremplin.prospecting.queries.services import can_be_asked, keys_of
from tremplin.prospecting.reaching import kept_answers
from tremplin.site.home import Home

pytestmark = pytest.mark.django_db
PAGE = "/trouver/services/"
CLIENT_ID, SECRET = "PAR_alice_0123456789", "a1b2c3d4e5f6a7b8c9d0"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def stand_in(settings: LazySettings, tmp_path: Path) -> Iterator[StandIn]:
    settings.HOME = Home(tmp_path)
    with standing_in() as served:
        settings.SERVICES_AT = served.address
        yield served


def post(client: Client, view: str, name: str, **typed: Any) -> Any:
    return client.post(reverse(f"prospecting:{view}", args=[name]), typed, follow=True)


def paste(client: Client, name: str = "la_bonne_boite", **changes: Any) -> Any:
    typed = {"revision": 0, "key-0": CLIENT_ID, "key-1": SECRET, **changes}
    return post(client, "service-on", name, **typed)


def test_everything_is_off_and_the_page_says_it(client: Client, stand_in: StandIn) -> None:
    page = client.get(PAGE).content.decode()

    assert "rien ne quitte cet ordinateur" in page
    assert not finders()
    assert faults(page) == []
    for one in KNOWN:
        assert one.sends in page.replace("&#x27;", "'")
        assert all(host in page for host in one.hosts)
    assert stand_in.asked == []


@pytest.mark.parametrize("name", [one.name for one in KNOWN if one.name != "places"])
def test_a_service_that_is_off_is_never_asked(stand_in: StandIn, name: str) -> None:
    with pytest.raises(ServiceOff, match="rien n’a quitté cet ordinateur"):
        search_with(name, Query("vermeil", latitude=47.0, longitude=-1.0), now=NOW)

    assert look_up("vermeil", now=NOW).companies == ()
    assert stand_in.asked == []


def test_turning_on_then_off_then_on_again_by_undoing(client: Client) -> None:
    on = post(client, "service-on", "recherche_entreprises").content.decode()
    assert "API Recherche d’entreprises est allumé." in on
    assert "Un\u00a0service allumé, le reste" in on
    assert faults(on) == []

    off = post(client, "service-off", "recherche_entreprises").content.decode()
    assert not can_be_asked("recherche_entreprises")
    undo = reverse("prospecting:service-on", args=["recherche_entreprises"])
    assert undo in off

    client.post(undo)
    assert can_be_asked("recherche_entreprises")


def test_turning_off_drops_the_answers_kept(client: Client) -> None:
    post(client, "service-on", "recherche_entreprises")
    look_up("vermeil", now=NOW)
    assert kept_answers().find("recherche_entreprises", Query("vermeil", limit=10), now=NOW)

    post(client, "service-off", "recherche_entreprises")

    assert not kept_answers().find("recherche_entreprises", Query("vermeil", limit=10), now=NOW)


def test_a_key_is_kept_sealed_and_shown_by_its_end_alone(client: Client) -> None:
    page = paste(client).content.decode()

    assert can_be_asked("la_bonne_boite")
    assert keys_of("la_bonne_boite") == {"key": CLIENT_ID, "secret": SECRET}
    assert CLIENT_ID[-4:] in page
    assert CLIENT_ID not in page
    assert SECRET not in page
    row = OnlineService.objects.get(name="la_bonne_boite")
    assert CLIENT_ID not in row.sealed_key
    assert SECRET not in row.sealed_secret


def test_no_key_is_read_in_a_backup_nor_in_the_answers(client: Client, tmp_path: Path) -> None:
    paste(client)
    search_with("la_bonne_boite", Query("vendeur"), now=NOW)

    with connection.cursor() as cursor:
        rows = cursor.execute("SELECT * FROM prospecting_onlineservice").fetchall()

    assert CLIENT_ID not in str(rows)
    assert SECRET not in str(rows)
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert CLIENT_ID.encode() not in kept
    assert SECRET.encode() not in kept


def test_a_key_restored_elsewhere_is_asked_for_again(client: Client, settings: LazySettings) -> None:
    paste(client)
    settings.SECRET_KEY = settings.SECRET_KEY[::-1]

    page = client.get(PAGE).content.decode()

    assert "elle ne s’ouvre pas ici" in page
    assert not can_be_asked("la_bonne_boite")
    paste(client, revision=OnlineService.objects.get().revision)
    assert can_be_asked("la_bonne_boite")


def test_a_service_with_a_key_is_not_turned_on_without_it(client: Client) -> None:
    answer = client.post(reverse("prospecting:service-on", args=["api_alternance"]), {})

    assert answer.status_code == 422
    assert not can_be_asked("api_alternance")


@pytest.mark.parametrize("typed", ["deux mots", "clé", "abc", "a\r\nX-Injected: 1", "x" * 501])
def test_a_key_badly_copied_is_refused_and_stays_typed(client: Client, typed: str) -> None:
    answer = client.post(
        reverse("prospecting:service-on", args=["la_bonne_boite"]),
        {"revision": 0, "key-0": CLIENT_ID, "key-1": typed},
    )

    assert answer.status_code == 422
    page = answer.content.decode()
    assert CLIENT_ID in page
    assert faults(page) == []
    assert not OnlineService.objects.exists()


def test_a_stale_tab_replaces_nothing_unasked(client: Client) -> None:
    paste(client)
    fresh = OnlineService.objects.get().revision

    typed: dict[str, Any] = {"revision": fresh - 1, "key-0": "PAR_other_0123456789"}
    stale = paste(client, **typed)

    assert stale.status_code == 409
    assert keys_of("la_bonne_boite")["key"] == CLIENT_ID


def test_erasing_a_key_erases_it_and_turns_the_service_off(client: Client) -> None:
    paste(client)

    page = post(client, "service-forget", "la_bonne_boite").content.decode()

    row = OnlineService.objects.get()
    assert (row.sealed_key, row.sealed_secret, row.is_on) == ("", "", False)
    assert "est effacée" in page


def test_an_unknown_service_is_not_found(client: Client) -> None:
    for view in ("service-on", "service-off", "service-forget"):
        assert client.post(reverse(f"prospecting:{view}", args=["minitel"])).status_code == 404


def test_each_service_is_asked_with_its_own_key(client: Client, stand_in: StandIn) -> None:
    paste(client)
    post(client, "service-on", "api_alternance", **{"revision": 0, "key-0": "alternance-key"})
    near = Query("développeur", latitude=47.2, longitude=-1.5)

    assert finders() == ("la_bonne_boite", "api_alternance")
    for name in finders():
        search_with(name, near, now=NOW)

    said = {one.host: one for one in stand_in.asked}
    assert SECRET in said[PASSES].body
    assert said[BOX].headers["authorization"] == "Bearer JETON-FICTIF"
    assert said[ALTERNANCE].headers["authorization"] == "Bearer alternance-key"


@pytest.mark.django_db(transaction=True)
def test_erasing_everything_erases_keys_and_answers(client: Client, settings: LazySettings) -> None:
    settings.MEDIA_ROOT = settings.HOME.files
    paste(client)
    search_with("la_bonne_boite", Query("vendeur"), now=NOW)
    assert [*settings.HOME.answers.iterdir()]

    client.post(reverse("keeping:erase"), {"sure": "on"})

    assert not OnlineService.objects.exists()
    assert not [*settings.HOME.answers.iterdir()]


# --- looking a target up


def test_a_target_is_looked_up_only_when_asked(client: Client, stand_in: StandIn) -> None:
    target = make_target("Ateliers Vermeil")
    address = reverse("prospecting:lookup", args=[target.pk])
    assert "rien n’a quitté cet ordinateur" in client.get(address, {"q": "vermeil"}).content.decode()
    post(client, "service-on", "recherche_entreprises")
    client.get(address)
    assert stand_in.asked == []

    page = client.get(address, {"q": "vermeil"}).content.decode()

    assert [one.parameters["q"] for one in stand_in.asked] == ["vermeil"]
    assert "ATELIERS VERMEIL" in page
    assert "20 à 49 salariés" in page
    assert "00010101400017" in page
    assert "QUENTREC" not in page
    assert [one for one in faults(page) if "DE L'EUROPE" not in one] == []  # as the register writes it


def test_the_fragment_is_the_page_s_own_node(client: Client) -> None:
    post(client, "service-on", "recherche_entreprises")
    address = reverse("prospecting:lookup", args=[make_target("Ateliers Vermeil").pk])
    client.get(address, {"q": "vermeil"})

    page = client.get(address, {"q": "vermeil"}).content.decode()
    fragment = client.get(address, {"q": "vermeil"}, headers=HTMX).content.decode()

    assert "<html" not in fragment
    assert "ATELIERS VERMEIL" in fragment
    assert without_tokens(fragment) in without_tokens(page)


def without_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).strip()


def test_a_partially_diffused_company_is_only_counted(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")
    stand_in.always(SEARCH, recorded("recherche_entreprises/search_diffusion_partielle.json"))
    address = reverse("prospecting:lookup", args=[make_target("Le restaurant").pk])

    page = client.get(address, {"q": "restaurant"}).content.decode()

    assert "Une entreprise a demandé à ne pas être montrée." in page
    assert "DIFFUSIBLE" not in page
    assert faults(page) == []


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (recorded("broken/search_tronque.json"), "Service indisponible"),
        (recorded("broken/reponse_html_au_lieu_de_json.json"), "Service indisponible"),
        (Reply(status=429, headers={"Retry-After": "90"}), "réessayez dans 90"),
        (recorded("recherche_entreprises/erreur_400.json", status=400), "3 caractères minimum"),
    ],
)
def test_a_failure_is_a_sentence_on_the_page(
    client: Client, stand_in: StandIn, reply: Reply, says: str
) -> None:
    post(client, "service-on", "recherche_entreprises")
    stand_in.always(SEARCH, reply)
    address = reverse("prospecting:lookup", args=[make_target("Ateliers Vermeil").pk])

    answer = client.get(address, {"q": "vermeil"})

    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert faults(answer.content.decode()) == []


def test_an_establishment_is_found_by_its_number(client: Client) -> None:
    post(client, "service-on", "recherche_entreprises")

    found = company_of("000101014", now=NOW)

    assert found is not None
    assert found.siret == "00010101400017"
    assert company_of("123456789", now=NOW) is None


def test_what_was_just_found_is_not_asked_for_again(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")
    agency = look_up("vermeil", now=NOW).companies[1]
    stand_in.always(SEARCH, Reply(status=500))

    assert company_of(agency.siret, now=NOW) == agency
    assert len(stand_in.asked) == 1


# --- searching many at once


def search_online(client: Client, **typed: Any) -> str:
    return client.get(reverse("prospecting:online"), typed).content.decode()


def test_nothing_is_asked_while_all_is_off(client: Client, stand_in: StandIn) -> None:
    page = search_online(client, words="menuiserie")

    assert "Tout est éteint" in page
    assert faults(page) == []
    assert stand_in.asked == []


def test_nothing_is_asked_before_something_is_typed(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")

    search_online(client)
    refused = client.get(reverse("prospecting:online"), {"words": "", "km": "10"})

    assert refused.status_code == 422
    assert "Écrivez un métier" in refused.content.decode()
    assert stand_in.asked == []


def test_every_service_that_is_on_answers_or_says_why(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")
    post(client, "service-on", "places")
    paste(client)
    stand_in.always(BOX, Reply(status=503))

    page = search_online(client, activity="62.01Z", commune="ajaccio", km="100")

    asked = {one.host: one.parameters for one in stand_in.asked}
    assert (asked[BOX]["latitude"], asked[BOX]["longitude"], asked[BOX]["distance"]) == (
        "41.93",
        "8.7",
        "100",
    )
    assert (asked[SEARCH]["lat"], asked[SEARCH]["long"]) == ("41.93", "8.7")
    assert "ATELIERS VERMEIL" not in page  # known to be far from there
    assert "Service indisponible\u00a0: La Bonne Boîte" in page
    assert faults(page) == []


def test_a_service_that_does_not_answer_is_not_said_to_have_found_nothing(
    client: Client, stand_in: StandIn
) -> None:
    post(client, "service-on", "recherche_entreprises")
    stand_in.always(SEARCH, Reply(status=503))

    page = client.get(reverse("prospecting:online"), {"words": "vermeil"}).content.decode()

    assert "Le service n’a pas répondu" in page
    assert "Aucune entreprise trouvée" not in page


def test_a_commune_nothing_knows_is_said_and_nothing_is_asked(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")

    page = search_online(client, words="menuiserie", commune="Trifouilly", km="30")

    assert "«\u00a0Trifouilly\u00a0» n’a pas été trouvé" in page
    assert faults(page) == []
    assert stand_in.asked == []


def test_an_address_is_located_and_an_unsure_one_is_asked_back(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")
    post(client, "service-on", "places")

    sure = search_online(client, commune="3 bis avenue de l’Europe, Nantes", km="10")
    said = json.loads(recorded("api_emploi_geo/geopf_search.json").body)
    said["features"][0]["properties"]["score"] = 0.3
    stand_in.always(ADDRESSES, Reply(json.dumps(said).encode()))
    unsure = search_online(client, commune="3 avenue Europe", km="10")

    assert [one.host for one in stand_in.asked] == [ADDRESSES, SEARCH, ADDRESSES]
    assert stand_in.asked[1].parameters["lat"] == "47.2172"
    assert "ATELIERS VERMEIL" in sure
    assert "est peut-être" in unsure
    assert "ATELIERS VERMEIL" not in unsure


def test_an_activity_badly_written_is_refused(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")

    assert client.get(reverse("prospecting:online"), {"activity": "menuisier"}).status_code == 422
    assert stand_in.asked == []


def test_a_company_found_becomes_a_target_once(client: Client, stand_in: StandIn) -> None:
    post(client, "service-on", "recherche_entreprises")
    page = search_online(client, words="vermeil")
    assert "Deux\u00a0entreprises trouvées" in page
    keep = reverse("prospecting:online-keep", args=["recherche_entreprises", "00010101400017"])
    assert keep in page
    stand_in.always(SEARCH, Reply(status=500))

    for _ in range(2):
        client.post(keep)

    target = Target.objects.get()
    assert target.establishment.siret == "00010101400017"
    assert target.establishment.source == "API Recherche d’entreprises"
    assert client.post(keep.replace("00010101400017", "12345678900011")).status_code == 404


# --- the terminal


def test_the_terminal_refuses_politely_when_off(stand_in: StandIn) -> None:
    answer = CliRunner().invoke(command, ["vermeil", "--json"], obj=lambda: None)

    assert answer.exit_code == 2
    assert "rien n’a quitté cet ordinateur" in answer.output
    assert stand_in.asked == []


def test_the_terminal_answers_in_json_and_in_french(client: Client) -> None:
    post(client, "service-on", "recherche_entreprises")

    as_json = CliRunner().invoke(command, ["ateliers", "vermeil", "--json"], obj=lambda: None)
    in_words = CliRunner().invoke(command, ["ateliers", "vermeil"], obj=lambda: None)

    said = json.loads(as_json.stdout)
    assert said["total"] == 2
    assert said["results"][0]["siret"] == "00010101400017"
    assert "00010101400017  ATELIERS VERMEIL" in in_words.stdout


# --- sealing


def test_a_seal_opens_by_its_own_secret_alone() -> None:
    sealed = seal("clé-très-secrète", by="one")

    assert unseal(sealed, by="one") == "clé-très-secrète"
    assert unseal(sealed, by="other") == ""
    assert unseal(sealed[:-4], by="one") == ""
    assert unseal("", by="one") == ""


def test_a_short_key_shows_none_of_its_letters() -> None:
    assert masked("abcdefgh") == "••••"
    assert masked("abcdefghijkl") == "••••\u00a0ijkl"
