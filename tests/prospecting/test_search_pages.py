"""Searching companies, keeping one, importing the register: what the pages say and do."""

import json
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from tests.companies.sirene.made import LEGAL_UNITS
from tests.filled import filled
from tests.prospecting.made import TODAY, make_target
from tests.typography import faults
from tremplin.companies.company import Company
from tremplin.companies.sirene import apart
from tremplin.companies.sirene.importing import import_stock
from tremplin.prospecting import importing
from tremplin.prospecting.domain.drawing import HEIGHT, WIDTH, Spot, drawing
from tremplin.prospecting.models import Establishment, LeftOut, Target
from tremplin.prospecting.operations.searches import add_company
from tremplin.prospecting.queries import stock
from tremplin.site.home import Home

HEADER = (
    "siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,trancheEffectifsEtablissement,"
    "anneeEffectifsEtablissement,etablissementSiege,codePostalEtablissement,libelleCommuneEtablissement,"
    "codeCommuneEtablissement,etatAdministratifEtablissement,enseigne1Etablissement,"
    "activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement"
)
ROWS = (
    "000100008,00019,00010000800019,O,2015-03-01,21,2023,true,44000,NANTES,44109,A,TROQUINETTE,47.79Z,NAFRev2",
    "000100016,00012,00010001600012,O,2019-03-01,,,true,44000,NANTES,44109,A,LOGICIELS RAY,62.01Z,NAFRev2",
    "000100024,00014,00010002400014,P,2019-03-01,,,true,44000,NANTES,44109,A,[ND],62.01Z,NAFRev2",
)


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = Home(tmp_path)
    return tmp_path


def stock_file(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "StockEtablissement_utf8.csv"
    path.write_text("\n".join((HEADER, *ROWS)) + "\n", "utf-8")
    return path


@pytest.fixture
def imported(tmp_path: Path) -> None:
    import_stock([stock_file(tmp_path / "telecharges")], folder=stock.folder())


def page_of(client: Client, **criteria: str | list[str]) -> str:
    answer = client.get(reverse("prospecting:search"), criteria)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return page


@pytest.mark.django_db
def test_without_a_register_the_page_says_how_to_get_it(client: Client) -> None:
    page = page_of(client)

    assert reverse("prospecting:register") in page
    assert "data.gouv.fr" in client.get(reverse("prospecting:register")).content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("imported")
def test_an_activity_in_words_offers_codes_and_a_code_finds(client: Client) -> None:
    offered = page_of(client, activity="programmation informatique", place="Nantes")
    assert 'value="62.01Z"' in offered
    assert "LOGICIELS RAY" in offered
    assert "TROQUINETTE" not in offered

    page = page_of(client, codes=["62.01Z"])

    assert "LOGICIELS RAY" in page
    assert "TROQUINETTE" not in page
    assert "Effectif non communiqué" in page


@pytest.mark.django_db
@pytest.mark.usefixtures("imported")
def test_partially_diffused_units_are_counted_never_shown(client: Client) -> None:
    page = page_of(client, activity="62.01Z")

    assert "Une unité ne souhaite pas être démarchée" in page
    assert "00010002400014" not in page


@pytest.mark.django_db
@pytest.mark.usefixtures("imported")
def test_one_click_keeps_a_company_with_its_source_and_undo_takes_it_out(client: Client) -> None:
    here = f"{reverse('prospecting:search')}?words=troquinette"

    answer = client.post(
        reverse("prospecting:search-add"), {"siret": "00010000800019", "recherche": here}, follow=True
    )

    target = Target.objects.get()
    assert target.establishment.siret == "00010000800019"
    assert target.establishment.source
    assert answer.redirect_chain[0][0].startswith(here)
    assert "Déjà dans vos cibles" in answer.content.decode()
    client.post(next(iter(answer.context["messages"])).extra_tags)
    assert not Target.objects.filter(deleted_at=None).exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("imported")
def test_a_target_known_by_name_is_marked(client: Client) -> None:
    make_target("Troquinette")

    assert "Déjà dans vos cibles" in page_of(client, words="troquinette")


@pytest.mark.django_db
@pytest.mark.usefixtures("imported")
def test_a_company_set_aside_stays_out_until_taken_back(client: Client) -> None:
    said = {"name": "TROQUINETTE", "recherche": "?words=troquinette", "rang": "1"}
    answer = client.post(reverse("prospecting:search-exclude", args=["000100008"]), said)
    assert answer["Location"].endswith("?words=troquinette#rang-1")
    assert 'id="e-00010000800019"' not in page_of(client, words="troquinette")

    client.post(reverse("prospecting:search-include", args=["000100008"]))

    assert not LeftOut.objects.exists()
    assert 'id="e-00010000800019"' in page_of(client, words="troquinette")


@pytest.mark.django_db
@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        ({"km": "30"}, "Une distance part d’une commune"),
        ({"km": "-2", "place": "Nantes"}, "Écrivez 1 ou plus"),
        ({"youngest": "9", "oldest": "2"}, "Inversez-les"),
        ({"place": "Nulle-Part-sur-Loire"}, "Nulle-Part-sur-Loire"),
        ({"activity": "62.0199"}, "62.0199"),
        ({"activity": "zzz"}, "Aucune activité officielle"),
    ],
)
def test_bad_criteria_get_a_sentence(client: Client, criteria: dict[str, str], said: str) -> None:
    assert said in page_of(client, **criteria)


@pytest.mark.django_db
def test_where_the_search_returns_is_always_the_search(client: Client) -> None:
    answer = client.post(
        reverse("prospecting:search-add"), {"siret": "0", "recherche": "https://ailleurs.example/?a=1"}
    )

    assert answer.headers["Location"].startswith(reverse("prospecting:search"))


@pytest.mark.django_db(transaction=True)
def test_an_import_from_a_folder_runs_apart_and_says_what_it_kept(client: Client, tmp_path: Path) -> None:
    given = stock_file(tmp_path / "telecharges").parent
    (given / "autre.csv").write_text("a,b\n1,2\n", "utf-8")

    client.post(reverse("prospecting:register"), {"path": str(given)})
    end = monotonic() + 60
    while (run := importing.import_run()) and run.state == "running" and monotonic() < end:
        sleep(0.1)

    page = client.get(reverse("prospecting:register")).content.decode()
    assert run is not None
    assert run.state == "done", run
    assert "Import terminé" in page
    assert "2\u00a0établissements à chercher" in page
    assert faults(page) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Donnez le dossier"),
        ("telechargements", "chemin complet"),
        ("/nulle/part", "Rien à cet endroit"),
    ],
)
def test_a_wrong_place_is_said_and_kept(client: Client, typed: str, said: str) -> None:
    answer = client.post(reverse("prospecting:register"), {"path": typed})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert filled(page)["path"] == [typed]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("photo.png", b"\x89PNG\r\n", "photo.png"),
        ("StockEtablissement_utf8.csv", b"", "est vide"),
        ("StockUniteLegale_utf8.csv", b"", "est vide"),
    ],
)
def test_a_wrong_file_is_said_beside_the_files(client: Client, name: str, content: bytes, said: str) -> None:
    answer = client.post(reverse("prospecting:register"), {"path": "", "files": ContentFile(content, name)})

    assert answer.status_code == 422
    drop = answer.content.decode().partition('id="e-fichiers"')[2].partition("</ul>")[0]
    assert said in drop


@pytest.mark.django_db
def test_names_alone_are_not_a_register(client: Client) -> None:
    units = ContentFile(LEGAL_UNITS.read_bytes(), LEGAL_UNITS.name)

    answer = client.post(reverse("prospecting:register"), {"path": "", "files": units})

    assert answer.status_code == 422
    assert "Il manque StockEtablissement" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("imported")
def test_the_search_says_how_many_places_were_imported(client: Client) -> None:
    page = page_of(client)

    assert "2\u00a0établissements à chercher ici" in page
    assert "Toutes les entreprises de France" not in page


@pytest.mark.django_db
def test_a_folder_without_official_files_says_why(client: Client, tmp_path: Path) -> None:
    (tmp_path / "autre.csv").write_text("a,b\n1,2\n", "utf-8")

    page = client.post(reverse("prospecting:register"), {"path": str(tmp_path)}).content.decode()

    assert "Aucun registre à importer à cet endroit" in page
    assert "autre.csv" in page


@pytest.mark.django_db
def test_namesakes_and_nameless_companies_stay_apart() -> None:
    here = Company("00010000800019", "000100008", "GARAGE DU PORT", commune="Nantes", source="Sirene")
    there = Company("00010001600012", "000100016", "Garage du port", commune="Brest", source="Sirene")

    names = [str(add_company(one, on=TODAY)) for one in (here, there, here)]

    assert names == ["Garage du Port", "Garage du port (Brest)", "Garage du Port"]
    assert {str(one.siren) for one in Establishment.objects.all()} == {here.siren, there.siren}


def test_an_import_that_gives_no_sign_can_be_resumed(tmp_path: Path) -> None:
    run = {"files": ["a.csv"], "state": "running", "phase": "Lecture", "at": 0.0}
    (tmp_path / "state.json").write_text(json.dumps(run), "utf-8")

    lost = apart.last_run(tmp_path)

    assert lost is not None
    assert (lost.state, lost.files) == ("stopped", ("a.csv",))
    (tmp_path / "state.json").write_text("{", "utf-8")
    assert apart.last_run(tmp_path) is None


@pytest.mark.django_db
def test_resuming_without_the_files_says_so(client: Client) -> None:
    folder = stock.folder()
    folder.mkdir(parents=True)
    run = {"files": ["/nulle/part.csv"], "state": "stopped", "at": 0.0}
    (folder / "state.json").write_text(json.dumps(run), "utf-8")
    assert "Reprendre" in client.get(reverse("prospecting:register")).content.decode()

    answer = client.post(reverse("prospecting:register-resume"), follow=True)

    assert "ne sont plus à leur place" in answer.content.decode()


def test_the_circle_of_the_distance_fits_and_points_fall_inside() -> None:
    nantes = Spot("", "Nantes", 47.2184, -1.5536)
    near = Spot("1", "Rezé", 47.19, -1.55)

    drawn = drawing([near], centre=nantes, km=30)

    assert drawn is not None
    assert drawn.reach is not None
    x, y, radius = drawn.reach
    assert y > radius
    assert y + radius < HEIGHT
    mark = drawn.marks[0]
    assert (mark.x - x) ** 2 + (mark.y - y) ** 2 < radius**2


def test_what_an_ocean_separates_is_counted_not_drawn() -> None:
    here = [Spot(str(n), "x", 47 + n / 10, 2.0) for n in range(3)]
    drawn = drawing([*here, Spot("loin", "La Réunion", -21.1, 55.5)])

    assert drawn is not None
    assert drawn.out_of_sight == 1
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= HEIGHT for mark in drawn.marks)


def test_the_mainland_is_drawn_when_nothing_else_tells() -> None:
    far, here = Spot("loin", "La Réunion", -21.1, 55.5), Spot("ici", "Clermont", 45.78, 3.08)

    drawn = drawing([far, here])

    assert drawn is not None
    assert [mark.key for mark in drawn.marks] == ["ici"]


def test_nothing_to_place_draws_nothing() -> None:
    assert drawing([]) is None


@pytest.mark.django_db
def test_at_the_end_of_an_import_the_whole_page_is_asked_again(client: Client) -> None:
    assert client.get(reverse("prospecting:register-progress"))["HX-Refresh"] == "true"
