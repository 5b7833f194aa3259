"""Réseau in pages: the map, the path, people by hand, exchanges, hubs, ties that sleep."""

import io
import re
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from tests.people import make_student
from tests.typography import faults
from tremplin.network import queries
from tremplin.network.domain.circles import circles
from tremplin.network.models import Circle, InteractionKind, Person, Tie, TieKind
from tremplin.network.operations import (
    change_person,
    find_or_add_organization,
    find_or_add_person,
    record_exchange,
    record_role,
    record_tie,
    record_tie_between,
)
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db
HOME = "/reseau/"
LINES = """Odile Brossard, enseignante, IAE Nantes > Karim Benyahia (stock, Troquinette), Zoé Roy (banque)
Tante Claire
"""


@pytest.fixture
def example() -> None:
    """Fill the folder with the example."""
    load_demo(on=date(2026, 4, 2))


@pytest.fixture
def ines(client: Client) -> Client:
    """Inès, Odile whom she knows, Karim whom Odile knows, inside Troquinette."""
    make_student(first_name="Inès", last_name="Marchetti")
    client.post("/reseau/ajouter/", {"lines": LINES, "circle": "teachers"})
    return client


def _text(page: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()))


def _person(name: str) -> Person:
    return Person.objects.get(full_name=name)


def _toast_undo(page: bytes) -> str:
    toasts = page.decode().partition('class="toasts"')[2]
    undo: list[str] = re.findall(r'action="(/reseau/[^"]+)"', toasts)
    return undo[-1]


def test_an_empty_network_says_that_five_names_are_enough(client: Client) -> None:
    make_student()

    page = client.get(HOME).content

    assert "Cinq noms suffisent" in _text(page)
    assert faults(page.decode()) == []


def test_one_line_makes_three_people_and_their_ties(ines: Client) -> None:
    network = queries.network()

    names = {one.name: network.degrees[one.key] for one in network.people}
    assert names == {"Odile Brossard": 1, "Tante Claire": 1, "Karim Benyahia": 2, "Zoé Roy": 2}
    assert _person("Odile Brossard").circle == Circle.TEACHERS
    assert _person("Karim Benyahia").circle == ""
    assert _person("Karim Benyahia").roles.get().organization.name == "Troquinette"


def test_lines_that_name_nobody_stay_in_the_field_with_their_reason(client: Client) -> None:
    answer = client.post("/reseau/ajouter/", {"lines": "Lina\n> Karim\n123", "circle": ""})

    assert answer.status_code == 422
    assert [one.full_name for one in Person.objects.all()] == ["Lina"]
    assert "&gt; Karim\n123</textarea>" in answer.content.decode()
    assert "2\u00a0lignes à reprendre" in answer.content.decode()


def test_the_path_is_an_ordered_list_with_a_message_each(ines: Client) -> None:
    page = ines.get(HOME, {"chez": "troquinette"}).content

    text = _text(page.partition(b'class="path"')[2])
    assert "Deux poignées de main jusqu’à Troquinette" in _text(page)
    assert text.index("Vous") < text.index("Odile Brossard") < text.index("Karim Benyahia y travaille")
    assert "Message à Odile Brossard" in text
    assert "Message à Karim Benyahia" in text
    assert "Inès Marchetti" in text


def test_no_path_is_never_a_dead_end(ines: Client) -> None:
    text = _text(ines.get(HOME, {"chez": "Nordelle"}).content)

    assert "Pas encore de chemin jusqu’à Nordelle" in text
    assert "Commencer par Odile Brossard" in text
    assert "Message à Odile Brossard" in text


def test_the_list_says_all_that_the_map_says(example: None, client: Client) -> None:
    page = client.get(HOME).content.decode()

    listed, picture = page.partition('<details class="maplist">')[2].split("<figure data-tremplin-map", 1)
    said = re.findall(r'aria-label="([^"]+)"><rect class="hit"', picture)
    lines = set(re.findall(r"<a href=\"[^\"]+\">([^<]+)</a>", listed))
    people = [one for one in said if one in lines]
    branches = [one.partition("\u00a0:")[0] for one in said if one not in lines]
    assert len(people) == len(queries.network().people)
    assert all(f"<b>{branch}</b>" in listed for branch in branches)


@pytest.mark.parametrize(
    "address",
    [
        "/reseau/", "/reseau/entreprises/",
        "/reseau/?chez=Troquinette", "/reseau/?chez=Personne", "/reseau/?cercle=job",
        "/reseau/personnes/",
        "/reseau/personnes/?domaine=logistics", "/reseau/portes/", "/reseau/endormis/", "/reseau/ajouter/",
        "/reseau/noms/family/",
    ],
)  # fmt: skip
def test_pages_read_well(example: None, client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    assert "style=" not in answer.content.decode()


def test_a_focus_shows_its_people_only(example: None, client: Client) -> None:
    page = client.get(HOME, {"cercle": "teachers"}).content.decode()

    picture = page.partition('<svg class="map net wide"')[2].partition("</svg>")[0]
    assert "Odile Brossard" in picture
    assert "Coach Rémi" not in picture
    assert 'aria-current="true">Enseignants' in page


def test_what_an_address_makes_up_is_left_out(example: None, client: Client) -> None:
    made_up = {"cercle": "nowhere", "domaine": "<b>", "organisation": "99999999999999999999"}

    assert client.get(HOME, made_up).status_code == 200
    assert client.get("/reseau/personnes/", {**made_up, "page": "zzz"}).status_code == 200


def test_the_map_leaves_as_a_picture_and_as_one_page(example: None, client: Client) -> None:
    svg = client.get("/reseau/carte.svg")
    pdf = client.get("/reseau/carte.pdf")

    assert ElementTree.fromstring(svg.content).tag.endswith("svg")  # noqa: S314 our own text
    assert b"Tante Claire" in svg.content
    pages = PdfReader(io.BytesIO(pdf.content)).pages
    assert len(pages) == 1
    assert "Tante Claire" in pages[0].extract_text()


def test_every_format_offered_leaves(example: None, client: Client) -> None:
    page = client.get(HOME).content.decode()

    addresses = set(re.findall(r'href="(/reseau/export/[^"]+)"', page))
    assert len(addresses) >= 6
    for address in addresses:
        answer = client.get(address)
        assert b"Claire" in answer.content
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="reseau-')
    assert client.get("/reseau/export/exe/").status_code == 404


def test_many_people_still_answer(client: Client) -> None:
    make_student()
    people = Person.objects.bulk_create(
        [
            Person(full_name=f"Personne {n}", folded_name=f"personne {n}", connected_on=date(2024, 1, 1))
            for n in range(900)
        ]
    )
    record_role(people[0], find_or_add_organization("Troquinette"), title="Acheteuse")

    page = client.get(HOME)

    assert page.status_code == 200
    assert len(re.findall(r'<rect class="hit"', page.content.decode())) < 100
    assert client.get("/reseau/personnes/", {"q": "personne 899"}).content.decode().count("Personne 899") == 1


def test_an_exchange_wakes_a_tie_and_can_be_taken_back(ines: Client) -> None:
    one = _person("Tante Claire")
    address = reverse("network:exchange", args=[one.pk])

    ines.post(address, {"on": "01/04/2026", "kind": "call", "line": "Elle connaît Julie."})

    kept = one.interactions.get()
    assert queries.network().by_key[one.pk].last_on == date(2026, 4, 1)
    page = ines.post(reverse("network:exchange-drop", args=[kept.pk]), follow=True).content
    assert not one.interactions.exists()
    ines.post(_toast_undo(page))
    assert one.interactions.get().line == "Elle connaît Julie."


def test_an_exchange_sent_or_restored_twice_is_kept_once(ines: Client) -> None:
    one = _person("Tante Claire")
    typed = {"on": "01/04/2026", "kind": "call", "line": "Elle connaît Julie."}

    for _press in range(2):
        ines.post(reverse("network:exchange", args=[one.pk]), typed)

    kept = one.interactions.get()
    undo = _toast_undo(ines.post(reverse("network:exchange-drop", args=[kept.pk]), follow=True).content)
    for _press in range(3):
        ines.post(undo)
    assert one.interactions.count() == 1


def test_a_forged_exchange_is_not_found(ines: Client) -> None:
    assert ines.post("/reseau/echanges/retablir/forged:token/").status_code == 404


def test_a_refused_exchange_keeps_what_was_typed(ines: Client) -> None:
    one = _person("Tante Claire")

    answer = ines.post(
        reverse("network:exchange", args=[one.pk]),
        {"on": "32/13/2026", "kind": "call", "line": "Elle y est."},
    )

    assert answer.status_code == 422
    assert 'value="Elle y est."' in answer.content.decode()
    assert not one.interactions.exists()


def test_an_invitation_alone_wakes_nobody(ines: Client) -> None:
    one = _person("Tante Claire")

    record_exchange(one, on=date(2026, 4, 1), kind=InteractionKind.INVITATION)

    assert queries.network().by_key[one.pk].last_on is None
    assert queries.written_since(date(2026, 3, 30)) == 0


def test_who_someone_knows_is_typed_on_their_page(ines: Client) -> None:
    one = _person("Tante Claire")

    ines.post(
        reverse("network:knows", args=[one.pk]),
        {"knows": "Julie Rousseau (Troquinette), Denis > Fanny (achats)"},
    )

    network = queries.network()
    assert network.degrees[_person("Julie Rousseau").pk] == 2
    assert network.degrees[_person("Fanny").pk] == 3
    assert _person("Fanny").expertise == "logistics"


def test_a_line_that_names_nobody_is_refused_on_their_page(ines: Client) -> None:
    one = _person("Tante Claire")

    answer = ines.post(reverse("network:knows", args=[one.pk]), {"knows": "Julie, 123"})

    assert answer.status_code == 422
    assert "123" in answer.content.decode()
    assert not Person.objects.filter(full_name="Julie").exists()


def _edit(client: Client, one: Person, typed: dict[str, str], *, revision: str = "") -> Any:
    """Post the form of someone, from the page as it is now or from an earlier one."""
    address = reverse("network:person-edit", args=[one.pk])
    kept = {"full_name": one.full_name, "revision": revision or _revision(client, one)}
    return client.post(address, {**kept, **typed})


def _revision(client: Client, one: Person) -> str:
    page = client.get(reverse("network:person-edit", args=[one.pk])).content.decode()
    found = re.search(r'name="revision" value="(\d+)"', page)
    assert found is not None
    return found[1]


def test_a_form_made_before_another_save_replaces_nothing(ines: Client) -> None:
    one = _person("Tante Claire")
    old = _revision(ines, one)
    _edit(ines, one, {"phone": "0622222222"})

    answer = _edit(ines, one, {"circle": "family", "phone": "0611111111"}, revision=old)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "0611111111" in page
    assert "0622222222" in page
    assert _person("Tante Claire").phone == "0622222222"
    again = re.search(r'name="revision" value="(\d+)"', page)
    assert again is not None
    _edit(ines, one, {"phone": "0611111111"}, revision=again[1])
    assert _person("Tante Claire").phone == "0611111111"


def test_a_role_left_ends_and_does_not_come_back(ines: Client) -> None:
    one = _person("Karim Benyahia")

    _edit(ines, one, {"title": "Acheteur", "organization": "Nordelle"})

    present, former = one.roles.get(until=None), one.roles.exclude(until=None).get()
    assert (present.organization.name, former.organization.name) == ("Nordelle", "Troquinette")
    _edit(ines, one, {"title": "", "organization": ""})
    assert not one.roles.filter(until=None).exists()
    _edit(ines, one, {"phone": "0622222222"})
    assert not one.roles.filter(until=None).exists()


def test_a_domain_is_corrected_by_hand(ines: Client) -> None:
    one = _person("Karim Benyahia")
    typed = {"full_name": "Karim Benyahia", "expertise": "law", "is_connector": "yes", "title": "Juriste"}

    answer = _edit(ines, one, {**typed, "organization": "Troquinette"})

    assert answer.status_code == 302
    member = queries.network().by_key[one.pk]
    assert member.domain == "law"
    assert member.very_connected is True
    assert member.role is not None
    assert member.role.title == "Juriste"


def test_an_edit_refused_keeps_what_was_typed(ines: Client) -> None:
    one = _person("Karim Benyahia")

    answer = ines.post(
        reverse("network:person-edit", args=[one.pk]),
        {"full_name": "…", "email": "karim@", "title": "Juriste"},
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="karim@"' in page
    assert 'value="Juriste"' in page
    assert _person("Karim Benyahia").email == ""


def test_the_student_s_answer_changes_the_hubs_and_comes_back(ines: Client) -> None:
    one = _person("Odile Brossard")

    page = ines.post(reverse("network:connector", args=[one.pk, "non"]), follow=True).content

    assert "Odile Brossard ouvre" not in _text(page)
    ines.post(_toast_undo(page))
    assert _person("Odile Brossard").is_connector is None


def test_three_ties_a_week_and_a_message_that_asks_for_advice(client: Client) -> None:
    make_student(first_name="Inès")
    today = timezone.localdate()
    for rank in range(5):
        person = find_or_add_person(f"Ami {'abcde'[rank]}")
        change_person(person, {"circle": Circle.FRIENDS})
        record_tie(person, TieKind.FAMILY)
        record_exchange(person, on=today - timedelta(400 + rank), kind=InteractionKind.CALL)

    text = _text(client.get("/reseau/endormis/").content)

    assert "Trois\u00a0personnes à qui écrire cette semaine".replace("\u00a0", " ") in text
    record_exchange(Person.objects.all()[0], on=today, kind=InteractionKind.MESSAGE)
    assert "Deux personnes à qui écrire" in _text(client.get("/reseau/endormis/").content)


def test_only_ties_that_slept_count_among_the_three_of_the_week(client: Client) -> None:
    today = timezone.localdate()
    asleep = find_or_add_person("Ami Ancien")
    change_person(asleep, {"circle": Circle.FRIENDS})
    record_exchange(asleep, on=today - timedelta(900), kind=InteractionKind.CALL)
    for name in ("Lina Haddad", "Théo Martin", "Zoé Roy"):
        one = find_or_add_person(name)
        change_person(one, {"circle": Circle.SCHOOL})
        record_exchange(one, on=today - timedelta(10), kind=InteractionKind.MET)
        record_exchange(one, on=today, kind=InteractionKind.MEETING)

    text = _text(client.get("/reseau/endormis/").content)

    assert "Ami Ancien" in text
    assert "Trois personnes jointes" not in text


def test_an_exchange_to_come_is_refused_and_an_imported_one_wakes_nobody(ines: Client) -> None:
    one, tomorrow = _person("Tante Claire"), timezone.localdate() + timedelta(1)

    answer = ines.post(
        reverse("network:exchange", args=[one.pk]),
        {"on": f"{tomorrow:%d/%m/%Y}", "kind": "call", "line": "Elle y est."},
    )

    assert answer.status_code == 422
    assert f"Le {tomorrow:%d/%m/%Y} n’est pas encore venu." in answer.content.decode()
    assert 'value="Elle y est."' in answer.content.decode()
    one.interactions.create(on=date(2037, 1, 1), kind=InteractionKind.MEETING)
    assert queries.network().by_key[one.pk].last_on is None
    assert queries.written_since(timezone.localdate()) == 0


def test_a_favour_is_refused_before_it_is_written(ines: Client) -> None:
    address = reverse("network:wake", args=[_person("Tante Claire").pk])

    refused = ines.get(address, {"hook": "memory", "line": "Le marché.", "question": "avez-vous un stage"})
    written = ines.get(address, {"hook": "memory", "line": "Le marché.", "question": "quel métier regarder"})

    assert refused.status_code == 422
    assert "un stage" in refused.content.decode()
    assert "quel métier regarder" in _text(written.content)


def test_the_guided_session_goes_from_circle_to_circle(client: Client) -> None:
    make_student()
    order = list(circles())

    first = client.get("/reseau/noms/")
    after = client.post(first.headers["Location"], {"lines": "Maman\nPapa"})

    assert first.headers["Location"].endswith(f"/{order[0]}/")
    assert after.headers["Location"].endswith(f"/{order[1]}/")
    assert {one.circle for one in Person.objects.all()} == {order[0]}
    assert client.get("/reseau/noms/nulle-part/").status_code == 404


def test_trouver_is_told_who_is_there_and_through_whom(ines: Client) -> None:
    troquinette = find_or_add_organization("Troquinette")
    left = find_or_add_person("Paul Leroux")
    record_tie(left, TieKind.COLLEAGUE)
    role = record_role(left, troquinette, title="Acheteur")
    role.until = date(2025, 1, 1)
    role.save()

    found = queries.who_do_i_know(troquinette, today=date(2026, 4, 1))

    assert [one.name for one in found.former] == ["Paul Leroux"]
    assert [one.name for one in found.second_degree] == ["Karim Benyahia"]
    assert found.direct == ()
    assert not queries.who_do_i_know(find_or_add_organization("Nordelle"), today=date(2026, 4, 1))


def test_the_way_to_one_of_two_namesakes_leads_to_that_one(ines: Client) -> None:
    first, odile = find_or_add_person("Marie Martin"), _person("Odile Brossard")
    record_tie(first, TieKind.CLASSMATE)
    second = Person.objects.create(full_name="Marie Martin")
    record_tie_between(odile, second, TieKind.KNOWS)

    page = ines.get(reverse("network:person", args=[second.pk])).content.decode()

    assert "Odile Brossard</a>" in page.partition('<p class="bar">')[0]
    address = f"/reseau/?chez=Marie%20Martin&amp;personne={second.pk}"
    assert address in page
    found = ines.get(address.replace("&amp;", "&"))
    assert [path.keys for path in found.context["search"].paths] == [(odile.pk, second.pk)]
    assert f"personne={first.pk}" in found.content.decode()
    assert faults(found.content.decode()) == []


def test_a_circle_does_not_hide_who_leads_there(ines: Client) -> None:
    karim = _person("Karim Benyahia")

    change_person(karim, {"circle": Circle.ALUMNI})

    listed = {one.key: one for one in queries.directory().people}
    assert queries.network().degrees[karim.pk] == 2
    assert not listed[karim.pk].is_known
    record_exchange(karim, on=date(2026, 4, 1), kind=InteractionKind.MET)
    assert queries.network().degrees[karim.pk] == 1
    assert next(one for one in queries.directory().people if one.key == karim.pk).is_known


def test_a_circle_tells_of_someone_nobody_else_leads_to(ines: Client) -> None:
    papa = find_or_add_person("Papa")

    change_person(papa, {"circle": Circle.FAMILY})

    assert queries.network().by_key[papa.pk].known
    assert next(one for one in queries.directory().people if one.key == papa.pk).is_known


def test_a_tie_between_two_people_is_not_a_tie_to_the_student() -> None:
    one, other = find_or_add_person("Ana Diaz"), find_or_add_person("Bao Le")

    record_tie_between(one, other, TieKind.COLLEAGUE)

    assert Tie.objects.count() == 1
    assert dict(queries.network().degrees) == {}


def test_the_count_of_companies_leads_to_them_and_to_who_is_inside(ines: Client) -> None:
    home = ines.get(HOME).content.decode()

    page = _text(ines.get(reverse("network:places")).content)

    assert f'href="{reverse("network:places")}"' in home
    assert "Troquinette Karim Benyahia" in page


def test_a_former_role_is_taken_back_and_put_back(ines: Client) -> None:
    karim = _person("Karim Benyahia")
    role = record_role(karim, find_or_add_organization("Boite Quittée"), title="vendeur")
    role.until = date(2020, 1, 1)
    role.save()

    page = ines.post(reverse("network:role-drop", args=[role.pk]), follow=True).content

    assert "Boite Quittée" not in page.decode()
    ines.post(_toast_undo(page))
    back = karim.roles.get(organization__name="Boite Quittée")
    assert (back.title, back.until) == ("vendeur", date(2020, 1, 1))


def test_what_was_typed_of_someone_forgotten_in_another_tab_is_shown(ines: Client) -> None:
    karim = _person("Karim Benyahia")
    address = reverse("network:exchange", args=[karim.pk])
    ines.post(reverse("network:forget", args=[karim.pk]))

    typed = {"on": "01/04/2026", "kind": "message", "line": "un mot au salon"}
    page = _text(ines.post(address, typed, follow=True).content)

    assert "Cette personne a été oubliée" in page
    assert "un mot au salon" in page


def test_what_was_typed_of_someone_merged_in_another_tab_leads_to_who_stays(ines: Client) -> None:
    karim, zoe = _person("Karim Benyahia"), _person("Zoé Roy")
    ines.post(reverse("network:merge", args=[zoe.pk, karim.pk]))

    answer = ines.post(reverse("network:knows", args=[karim.pk]), {"knows": "Ida Roux"})

    assert answer.headers["Location"] == reverse("network:person", args=[zoe.pk])
    assert not Person.objects.filter(full_name="Ida Roux").exists()


@pytest.mark.parametrize("path", ["/reseau/entreprises/", "/reseau/endormis/", "/reseau/personnes/"])
def test_a_page_with_nobody_on_it_leads_to_a_first_name(client: Client, path: str) -> None:
    page = client.get(path).content.decode()

    assert faults(page) == []
    assert 'href="/reseau/ajouter/"' in page.split("<h1>")[1]
    assert "0\u00a0personne" not in page
