"""Cap follows the internship week by week."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.internships.made import details, make_internship
from tests.people import make_student
from tests.typography import faults
from tremplin.cap.following import coming, following
from tremplin.cap.operations import catch_up, let_go
from tremplin.internships.models import Internship
from tremplin.journal.models import Entry
from tremplin.journal.operations import add_entry
from tremplin.value.models import CheckIn

pytestmark = pytest.mark.django_db
APRIL = date(2026, 4, 2)
NOW = datetime(2026, 4, 2, 18, 0, tzinfo=ZoneInfo("Europe/Paris"))


def write(internship: Internship, on: date, action: str = "Trier les pièces") -> Entry:
    """Write an entry of the internship."""
    return add_entry(action=action, on=on, at=NOW, experience_id=internship.experience_id)


def test_there_is_nothing_to_follow_before_an_internship() -> None:
    assert following(on=APRIL) is None


def test_weeks_take_their_height_from_the_journal() -> None:
    internship = make_internship()
    for day in (2, 3, 4):
        write(internship, date(2026, 2, day))

    found = following(on=APRIL)

    assert found
    assert found.path.weeks[0].height == 3
    assert (found.path.held, found.path.begun) == (1, 9)
    assert found.place == "Cargolière, Angers"


def test_the_latest_missed_week_is_offered_with_three_one_line_questions() -> None:
    internship = make_internship()
    write(internship, date(2026, 3, 24))

    found = following(on=APRIL)

    assert found
    assert found.catch_up
    assert found.catch_up.monday == date(2026, 3, 16)
    assert len(found.catch_up.questions) == 3


def test_a_week_is_caught_up_with_what_was_answered_and_no_more() -> None:
    internship = make_internship()

    written = catch_up(internship.pk, monday=date(2026, 3, 16), answers=["Tri fini", " ", ""], at=NOW)

    entry = Entry.objects.get()
    assert written == 1
    assert (entry.action, entry.date) == ("Tri fini", date(2026, 3, 20))
    assert entry.experience_id == internship.experience_id


def test_a_week_that_was_free_is_no_longer_offered_nor_counted() -> None:
    internship = make_internship()
    before = following(on=APRIL)

    let_go(internship.pk, monday=date(2026, 3, 23))

    after = following(on=APRIL)
    assert before
    assert after
    assert before.catch_up
    assert after.catch_up
    assert before.catch_up.monday == date(2026, 3, 23)
    assert after.catch_up.monday == date(2026, 3, 16)
    assert after.path.begun == before.path.begun - 1


def test_old_weeks_are_let_go_without_a_word() -> None:
    internship = make_internship()
    for day in (date(2026, 3, 4), date(2026, 3, 10), date(2026, 3, 17), date(2026, 3, 24)):
        write(internship, day)

    found = following(on=APRIL)

    assert found
    assert found.catch_up is None


def test_home_shows_the_internship_the_week_and_the_missed_week(client: Client) -> None:
    make_student()
    today = timezone.localdate()
    start = date(today.year - 1, today.month, 1)
    make_internship(starts_on=start, ends_on=date(today.year + 2, today.month, 28))

    page = client.get("/").content.decode()

    assert faults(page) == []
    assert "Vous êtes ici" in page
    assert "Une phrase suffit pour la reprendre." in page
    assert "Le noter ou le déplacer" in page


@pytest.mark.parametrize("monday", ["2026-03-17", "hier", "2026-02-30"])
def test_only_a_monday_can_be_caught_up(client: Client, monday: str) -> None:
    internship = make_internship()

    assert client.post(f"/semaine/{internship.pk}/{monday}/").status_code == 404


def test_catching_up_from_the_page_comes_back_to_cap(client: Client) -> None:
    make_student()
    internship = make_internship()

    done = client.post(f"/semaine/{internship.pk}/2026-03-16/", {"reponse-1": "Tri fini"})
    free = client.post(f"/semaine/{internship.pk}/2026-03-09/libre/")

    assert done["Location"] == free["Location"] == "/"
    assert Entry.objects.get().action == "Tri fini"
    assert internship.school_periods.get().label == "Semaine libre"


def test_an_apprenticeship_at_school_this_week_asks_for_nothing() -> None:
    internship = make_internship(starts_on=date(2025, 9, 1), ends_on=date(2027, 8, 31), apprenticeship=True)
    let_go(internship.pk, monday=date(2026, 3, 30))

    found = following(on=APRIL)

    assert found
    assert found.noun == "alternance"
    assert next(week for week in found.path.weeks if week.is_current).is_away
    assert details().apprenticeship is False


def test_talks_and_the_defence_are_prepared_in_valeur() -> None:
    make_internship()

    found = following(on=APRIL)

    assert found
    ways = {stone.kind: stone.prepare_url for stone in found.project.stones if stone.prepare_url}
    assert ways == {
        "mid_term": reverse("value:talk", args=["mi-parcours"]),
        "three_quarters": reverse("value:talk", args=["trois-quarts"]),
        "defence": reverse("value:deck"),
    }
    assert found.project.case.url == reverse("value:home")


def test_the_question_of_a_talk_is_ticked_once_it_is_written() -> None:
    internship = make_internship()
    CheckIn.objects.create(internship=internship, kind="mid_term", question="Et après ?")

    found = following(on=APRIL)

    assert found
    assert [stone.kind for stone in found.project.stones if stone.has_question] == ["mid_term"]


def test_what_lacks_words_leads_to_asking_for_them() -> None:
    internship = make_internship()
    entry = write(internship, date(2026, 3, 5))

    found = following(on=APRIL)

    assert found
    assert found.project.notebook.without_feedback[0].url == reverse("journal:ask", args=[entry.pk])
    assert found.project.notebook.outside_url == reverse("journal:time", args=[internship.experience_id])


def test_what_comes_after_the_present_internship_is_named_with_its_day() -> None:
    present = make_internship()
    make_internship(title="Stage chez Troquinette", starts_on=date(2027, 2, 1), ends_on=date(2027, 6, 30))

    ((on, place),) = coming(after=APRIL, but=present.pk)

    assert (on, place.title) == (date(2027, 2, 1), "Stage chez Troquinette")


def test_what_slips_is_never_a_long_list(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_student()
    monkeypatch.setattr("tremplin.cap.views.localdate", lambda: date(2020, 6, 30))
    internship = make_internship(starts_on=date(2020, 2, 3), ends_on=date(2020, 7, 3))
    for number in range(6):
        internship.goals.create(kind="skill", text=f"Objectif {number}", how_seen="Un fait")

    answer = client.get("/")

    assert len(answer.context["slipping"]) == 4
    assert "Le reste est sur la page du stage" in answer.content.decode()
