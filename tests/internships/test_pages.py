"""The internship's pages work as plain pages."""

import re
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.internships.made import make_internship
from tests.people import make_student
from tests.typography import faults
from tremplin.internships.models import Goal, Internship, PeriodKind, Project
from tremplin.internships.operations.calendars import add_period
from tremplin.internships.queries import mission_lines
from tremplin.journal.operations import add_entry
from tremplin.rights import demo
from tremplin.rights.models import Outcome, Version
from tremplin.rights.operations import correct_fact

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 4, 2, 8, 0, tzinfo=UTC)
CALENDAR = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//ADE/version 6.0
BEGIN:VEVENT
UID:1
DTSTART:20260417T070000Z
DTEND:20260417T110000Z
SUMMARY:Droit
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(autouse=True)
def alice() -> None:
    """Alice, who has her agreement."""
    make_student()


def text(client: Client, path: str) -> str:
    """Return a page that must be well and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return page


def test_a_name_and_two_dates_make_an_internship_with_milestones(client: Client) -> None:
    typed = {"title": "Stage à la mairie", "starts_on": "02/02/2026", "ends_on": "03/07/2026"}

    answer = client.post("/stage/", typed, follow=True)

    page = answer.content.decode()
    assert "Stage à la mairie" in page
    assert "Point mi-parcours" in page
    assert Internship.objects.get().experience.kind == "internship"


def test_dates_in_the_wrong_order_are_refused_with_what_to_change(client: Client) -> None:
    typed = {"title": "Stage", "starts_on": "03/07/2026", "ends_on": "02/02/2026"}

    answer = client.post("/stage/", typed)

    assert answer.status_code == 422
    assert "ne peut pas précéder" in answer.content.decode()
    assert not Internship.objects.exists()


def test_an_audited_agreement_makes_an_internship_in_one_click(client: Client) -> None:
    keep_the_agreement_of_the_example()
    offer = text(client, "/stage/").split("/stage/convention/")[1].split("/")[0]

    page = client.post(f"/stage/convention/{offer}/", follow=True).content.decode()

    assert "Samia Kaddour" in page
    assert "Odile Brossard" in page
    assert "Mettre en place un inventaire tournant" in page
    assert "/stage/convention/" not in text(client, "/stage/")


def keep_the_agreement_of_the_example() -> None:
    """Keep the agreement of the example."""
    demo.load(on=date(2026, 4, 2))


@pytest.mark.parametrize(
    "path",
    [
        "", "modifier/", "supprimer/", "calendriers/", "missions/ajouter/", "objectifs/ajouter/",
        "hypotheses/ajouter/", "projets/ajouter/?nature=ghost", "projets/ajouter/?nature=indispensable",
    ],
)  # fmt: skip
def test_every_page_of_an_internship_is_well_written(client: Client, path: str) -> None:
    internship = make_internship(missions=("Tenir un inventaire",))

    assert text(client, f"/stage/{internship.pk}/{path}")


def test_changing_the_dates_moves_the_milestones_that_were_not_moved_by_hand(client: Client) -> None:
    internship = make_internship()
    moved = internship.milestones.get(kind="mid_term")
    client.post(f"/stage/jalons/{moved.pk}/deplacer/", {"revision": "1", "on": "14/04/2026", "at": "14:00"})
    form = client.get(f"/stage/{internship.pk}/modifier/").context["form"]

    typed = {**form.initial, "starts_on": "02/02/2026", "ends_on": "31/07/2026", "journal_time": "16:30"}
    typed = {name: value for name, value in typed.items() if value not in (None, False)}
    answer = client.post(f"/stage/{internship.pk}/modifier/", typed)

    assert answer.status_code == 302
    assert internship.milestones.get(kind="mid_term").on == date(2026, 4, 14)
    assert internship.milestones.get(kind="defence").on == date(2026, 7, 16)


def test_a_save_from_an_old_window_is_refused_with_both_texts(client: Client) -> None:
    internship = make_internship()
    goal = Goal.objects.create(internship=internship, kind="skill", text="Excel", how_seen="Un tableau")
    typed = {"revision": "1", "kind": "skill", "text": "SQL", "how_seen": "Une requête"}
    client.post(f"/stage/objectifs/{goal.pk}/", {**typed, "text": "Python"})

    answer = client.post(f"/stage/objectifs/{goal.pk}/", typed)

    assert answer.status_code == 409
    assert {"SQL", "Python"} <= set(answer.content.decode().replace("<", " ").replace(">", " ").split())


def test_a_milestone_in_the_past_asks_to_be_noted_or_moved(client: Client) -> None:
    internship = make_internship()
    stone = internship.milestones.get(kind="expectations")

    page = text(client, f"/stage/jalons/{stone.pk}/")
    answer = client.post(
        f"/stage/jalons/{stone.pk}/", {"revision": "1", "done_on": "05/02/2026", "note": "Objectifs fixés."}
    )

    assert "Ce point est passé. Le noter ou le déplacer\u00a0?" in page
    assert answer.status_code == 302
    stone.refresh_from_db()
    assert stone.done_on == date(2026, 2, 5)
    assert stone.note == "Objectifs fixés."


def test_a_moved_milestone_can_follow_the_dates_again(client: Client) -> None:
    internship = make_internship()
    stone = internship.milestones.get(kind="mid_term")
    before = stone.on
    client.post(f"/stage/jalons/{stone.pk}/deplacer/", {"revision": "1", "on": "14/04/2026", "at": ""})

    client.post(f"/stage/jalons/{stone.pk}/suivre/")

    stone.refresh_from_db()
    assert (stone.on, stone.moved) == (before, False)


def test_a_mission_leaves_an_asset_or_a_reason_never_both(client: Client) -> None:
    internship = make_internship(missions=("Tenir un inventaire",))
    mission = internship.experience.missions.get()
    page = f"/stage/{internship.pk}/missions/{mission.pk}/"

    both = client.post(page, {"revision": "0", "asset": "Une méthode", "reason_why_not": "Trop court"})
    one = client.post(page, {"revision": "0", "asset": "Une méthode", "reason_why_not": ""}, follow=True)

    assert both.status_code == 422
    assert "Une méthode" in one.content.decode()


def test_a_ghost_project_counts_even_when_only_proposed(client: Client) -> None:
    internship = make_internship()
    typed = {
        "revision": "0", "kind": "ghost", "title": "Carte des pannes", "stage": "proposed",
        "objective": "Moins d’arrêts", "ghost_kind": "process_map", "deliverable": "Une page",
        "free_hours": "6", "proposed_on": "20/03/2026",
    }  # fmt: skip

    page = client.post(f"/stage/{internship.pk}/projets/ajouter/", typed, follow=True).content.decode()

    assert "proposé" in page
    assert "cartographie de processus" in page
    assert Project.objects.get().free_hours == 6


@pytest.mark.parametrize("name", ["objectifs", "hypotheses", "projets"])
def test_what_is_taken_away_can_be_brought_back(client: Client, name: str) -> None:
    internship = make_internship()
    typed = {
        "revision": "0", "kind": "skill" if name == "objectifs" else "indispensable", "text": "Le mien",
        "title": "Le mien", "how_seen": "Un fait", "verdict": "open", "stage": "idea",
    }  # fmt: skip
    client.post(f"/stage/{internship.pk}/{name}/ajouter/", typed)

    client.post(f"/stage/{name}/1/supprimer/")
    gone = text(client, f"/stage/{internship.pk}/")
    client.post(f"/stage/{name}/1/retablir/")

    assert "Le mien" not in gone
    assert "Le mien" in text(client, f"/stage/{internship.pk}/")


def test_a_school_calendar_moves_the_milestones_off_its_days(client: Client) -> None:
    internship = make_internship()
    sent = BytesIO(CALENDAR)
    sent.name = "ade.ics"

    client.post(f"/stage/{internship.pk}/calendriers/", {"calendar": sent, "purpose": "lessons"})

    assert "17\u00a0avril 2026" in text(client, f"/stage/{internship.pk}/calendriers/")
    assert internship.milestones.get(kind="mid_term").on == date(2026, 4, 16)


def test_a_login_page_is_refused_with_what_to_do(client: Client) -> None:
    internship = make_internship()
    sent = BytesIO(b"<!doctype html><title>Connexion</title>")
    sent.name = "ade.ics"

    answer = client.post(f"/stage/{internship.pk}/calendriers/", {"calendar": sent, "purpose": "lessons"})

    assert answer.status_code == 422
    assert "page de connexion" in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (CALENDAR[:130], "coupé"),
        (CALENDAR.replace(b"202604", b"201904"), "aucune date du 2\u00a0février 2026"),
        (CALENDAR.replace(b"20260417T07", b"2026avril"), "n’est pas lisible"),
    ],
)
def test_a_calendar_without_any_date_never_replaces_the_good_one(
    client: Client, content: bytes, says: str
) -> None:
    internship = make_internship()
    _read(client, internship.pk, CALENDAR)

    answer = _read(client, internship.pk, content)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Rien n’a été remplacé." in answer.content.decode()
    assert internship.school_periods.count() == 1


def test_the_page_says_what_was_read_and_by_which_rule(client: Client) -> None:
    internship = make_internship()

    _read(client, internship.pk, CALENDAR)
    page = text(client, f"/stage/{internship.pk}/calendriers/")

    assert "Calendrier lu\u00a0: 1\u00a0date, 1\u00a0période hors de l’organisme." in page
    assert "École, Droit" in page
    assert "au moins 3\u00a0h\u00a030" in page


def test_a_forgotten_calendar_is_taken_back_once(client: Client) -> None:
    internship = make_internship()
    _read(client, internship.pk, CALENDAR)
    calendar = internship.calendars.get()

    forgotten = client.post(f"/stage/calendriers/{calendar.pk}/oublier/", follow=True).content.decode()
    assert not internship.school_periods.exists()
    assert internship.milestones.get(kind="mid_term").on == date(2026, 4, 17)
    back = re.search(r'action="(/stage/calendriers/\d+/reprendre/)"', forgotten)
    assert back
    _read(client, internship.pk, CALENDAR)
    client.post(back[1])

    assert internship.calendars.get() == calendar
    assert internship.school_periods.count() == 1
    assert internship.milestones.get(kind="mid_term").on == date(2026, 4, 16)


def test_a_read_period_brought_back_stays_with_its_calendar(client: Client) -> None:
    internship = make_internship()
    _read(client, internship.pk, CALENDAR)
    period = internship.school_periods.get()

    page = client.post(f"/stage/periodes/{period.pk}/retirer/", follow=True).content.decode()
    back = re.search(r'action="(/stage/\d+/periodes/retablir/[^"]*)"', page)
    assert back
    client.post(unescape(back[1]))
    assert internship.school_periods.get().calendar is not None
    _read(client, internship.pk, CALENDAR)

    assert internship.school_periods.count() == 1


def _read(client: Client, key: int, content: bytes) -> Any:
    sent = BytesIO(content)
    sent.name = "ade.ics"
    return client.post(f"/stage/{key}/calendriers/", {"calendar": sent, "purpose": "lessons"})


def test_periods_are_added_and_taken_away_by_hand(client: Client) -> None:
    internship = make_internship()
    typed = {"kind": "school", "starts_on": "13/04/2026", "ends_on": "24/04/2026", "label": "Partiels"}

    client.post(f"/stage/{internship.pk}/periodes/", typed)
    during = internship.milestones.get(kind="mid_term").on
    client.post(f"/stage/periodes/{internship.school_periods.get().pk}/retirer/")

    assert during == date(2026, 4, 10)
    assert internship.milestones.get(kind="mid_term").on == date(2026, 4, 17)


def test_an_internship_that_is_removed_can_be_brought_back(client: Client) -> None:
    internship = make_internship()

    client.post(f"/stage/{internship.pk}/supprimer/")
    gone = client.get(f"/stage/{internship.pk}/").status_code
    client.post(f"/stage/{internship.pk}/retablir/")

    assert gone == 404
    assert text(client, f"/stage/{internship.pk}/")


@pytest.mark.parametrize("path", ["/stage/99/", "/stage/jalons/99/", "/stage/objectifs/99/", "/stage/xyz/1/"])
def test_what_does_not_exist_is_said_so(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_calendar_is_downloaded_as_a_file(client: Client) -> None:
    internship = make_internship()

    answer = client.get(f"/stage/{internship.pk}/calendrier.ics")

    assert answer["Content-Type"].startswith("text/calendar")
    assert 'filename="stage-chez-cargoliere.ics"' in answer["Content-Disposition"]


def test_the_same_agreement_opens_the_internship_it_became(client: Client) -> None:
    keep_the_agreement_of_the_example()
    offer = text(client, "/stage/").split("/stage/convention/")[1].split("/")[0]

    first = client.post(f"/stage/convention/{offer}/")
    again = client.post(f"/stage/convention/{offer}/")

    assert first["Location"] == again["Location"]
    assert Internship.objects.count() == 1


def test_the_result_of_an_agreement_offers_to_follow_the_internship(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: date(2026, 3, 2))
    keep_the_agreement_of_the_example()
    version = Version.objects.latest("pk")

    page = text(client, f"/droits/convention/{version.agreement_id}/")

    assert f'action="/stage/convention/{version.pk}/"' in page
    assert "Suivre ce stage" in page


def test_the_agreement_of_a_past_internship_is_kept_not_followed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_the_agreement_of_the_example()
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: date(2026, 7, 4))

    page = text(client, f"/droits/convention/{Version.objects.latest('pk').agreement_id}/")

    assert "Garder ce stage dans mon parcours" in page


def test_any_version_of_an_agreement_leads_to_its_internship(client: Client) -> None:
    keep_the_agreement_of_the_example()
    oldest = Version.objects.earliest("pk")

    page = client.post(f"/stage/convention/{oldest.pk}/", follow=True).content.decode()

    assert "Samia Kaddour" in page


def test_an_agreement_whose_internship_was_removed_is_offered_again(client: Client) -> None:
    keep_the_agreement_of_the_example()
    version = Version.objects.latest("pk")
    client.post(f"/stage/convention/{version.pk}/")
    client.post(f"/stage/{Internship.objects.get().pk}/supprimer/")

    assert f"/stage/convention/{version.pk}/" in text(client, "/stage/")
    client.post(f"/stage/convention/{version.pk}/")
    assert Internship.objects.get().deleted_at is None


def test_without_dates_the_agreement_leads_to_the_form(client: Client) -> None:
    keep_the_agreement_of_the_example()
    version = Version.objects.latest("pk")
    correct_fact(version, name="end_date", outcome=Outcome.SILENT, value=None, revision=0, at=NOW)

    answer = client.post(f"/stage/convention/{version.pk}/", follow=True)

    assert "Les dates n’ont pas été lues" in answer.content.decode()
    assert not Internship.objects.exists()


def test_a_mission_is_worded_anew_and_taken_away_with_a_way_back(client: Client) -> None:
    internship = make_internship(missions=("Tenir le stand", "Trier"))
    first, second = (f"/stage/{internship.pk}/missions/{line.id}/" for line in mission_lines(internship))

    client.post(f"{first}mots/", {"title": "Tenir un stand", "agreed": "on"})
    client.post(second, {"revision": "0", "asset": "Un tri à montrer", "reason_why_not": ""})
    page = client.post(f"{second}supprimer/", follow=True).content.decode()

    assert [line.title for line in mission_lines(internship)] == ["Tenir un stand"]
    undo = unescape(page.split('action="/stage/')[1].split('"')[0])
    client.post(f"/stage/{undo}")
    assert mission_lines(internship)[1].asset == "Un tri à montrer"


def test_a_mission_with_entries_stays(client: Client) -> None:
    internship = make_internship(missions=("Tenir le stand",))
    mission = internship.experience.missions.get()
    add_entry(action="Monter", on=date(2026, 2, 5), at=NOW, mission_id=mission.pk)
    path = f"/stage/{internship.pk}/missions/{mission.pk}/"

    assert "Supprimer cette mission" not in text(client, path)
    assert client.post(f"{path}supprimer/").status_code == 404


def test_a_milestone_is_prepared_and_not_done_before_its_day(client: Client) -> None:
    stone = make_internship(starts_on=date(2050, 2, 1), ends_on=date(2050, 7, 1)).milestones.get(
        kind="mid_term"
    )
    page = text(client, f"/stage/jalons/{stone.pk}/")

    early = client.post(
        f"/stage/jalons/{stone.pk}/", {"revision": "1", "done_on": "01/03/2050", "note": "Oui"}
    )

    assert "Trois réussites chiffrées" in page
    assert early.status_code == 422
    assert "pas encore venu" in early.content.decode()
    client.post(f"/stage/jalons/{stone.pk}/", {"revision": "1", "done_on": "", "note": "Apporter le tableau"})
    stone.refresh_from_db()
    assert (stone.done_on, stone.note) == (None, "Apporter le tableau")


def test_a_day_of_proposal_makes_a_ghost_project_proposed_and_names_who_saw_it(client: Client) -> None:
    internship = make_internship()
    typed = {
        "revision": "0", "kind": "ghost", "title": "Carte", "stage": "idea", "ghost_kind": "process_map",
        "proposed_on": "24/03/2026", "shown_to": "Mme Samia KADDOUR",
    }  # fmt: skip

    client.post(f"/stage/{internship.pk}/projets/ajouter/", typed)

    project = Project.objects.get()
    assert project.stage == "proposed"
    assert project.shown_to == internship.tutor
    assert "Samia Kaddour" in text(client, f"/stage/projets/{project.pk}/")


def test_a_period_taken_away_can_be_brought_back(client: Client) -> None:
    internship = make_internship()
    period = add_period(
        internship,
        kind=PeriodKind.SCHOOL,
        starts_on=date(2026, 4, 6),
        ends_on=date(2026, 4, 10),
        label="Examens",
    )

    page = client.post(f"/stage/periodes/{period.pk}/retirer/", follow=True).content.decode()
    undo = unescape(page.split("/periodes/retablir/")[1].split('"')[0])
    client.post(f"/stage/{internship.pk}/periodes/retablir/{undo}")

    assert internship.school_periods.get().label == "Examens"


def test_an_internship_is_a_page_of_cap(client: Client) -> None:
    page = text(client, f"/stage/{make_internship().pk}/")

    assert re.search(r'href="/"[^>]*aria-current', page)
    assert 'href="/reglages/sauvegarde/"' in page


def test_an_apprenticeship_is_not_called_an_internship_when_it_is_changed(client: Client) -> None:
    internship = make_internship(apprenticeship=True)

    page = text(client, f"/stage/{internship.pk}/modifier/")

    assert "Modifier l’alternance" in page
    assert "Modifier le stage" not in page


def test_a_mission_of_the_journal_says_why_it_stays(client: Client) -> None:
    internship = make_internship(missions=("Tenir un inventaire",))
    (mission,) = mission_lines(internship)
    add_entry(
        action="Compter",
        on=date(2026, 4, 1),
        at=NOW,
        experience_id=internship.experience_id,
        mission_id=mission.id,
    )

    page = text(client, f"/stage/{internship.pk}/missions/{mission.id}/")

    assert "elle peut être reformulée, pas supprimée." in page
