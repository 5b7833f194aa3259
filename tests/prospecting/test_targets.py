"""A target: added in ten seconds, changed, closed, removed, agreed; nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.filled import filled
from tests.internships.made import make_internship
from tests.prospecting.made import make_signal, make_target
from tests.typography import faults
from tremplin.internships.models import Internship
from tremplin.prospecting.domain.cadence import last_working_day
from tremplin.prospecting.domain.dues import Due, Kind
from tremplin.prospecting.domain.examples import examples
from tremplin.prospecting.domain.gestures import Standing, gesture_of
from tremplin.prospecting.domain.siret import fault_of
from tremplin.prospecting.models import Establishment, PastStage, Proposal, Target
from tremplin.prospecting.queries.research import research_on
from tremplin.prospecting.queries.standing import standing_of
from tremplin.prospecting.views.ways import five_ways

TODAY = date(2026, 4, 2)
TROQUINETTE = "Troquinette"


def page_of(client: Client, name: str, *args: int) -> str:
    page = client.get(reverse(f"prospecting:{name}", args=args)).content.decode()
    assert faults(page) == []
    return page


def undo(client: Client, answer: Any) -> None:
    """Press « Annuler » in the toast of a page."""
    client.post(next(iter(answer.context["messages"])).extra_tags)


def with_key(digits: str) -> str:
    """Return digits with the one that makes them a valid number."""
    return next(digits + key for key in "0123456789" if not fault_of(digits + key))


# Adding


@pytest.mark.django_db
def test_a_name_alone_is_enough_and_undo_takes_it_out(client: Client) -> None:
    answer = client.post(reverse("prospecting:add"), {"name": TROQUINETTE, "next_step": ""}, follow=True)

    target = Target.objects.get()
    assert str(target) == TROQUINETTE
    assert f'id="cible-{target.pk}"' in answer.content.decode()
    undo(client, answer)
    assert not Target.objects.filter(deleted_at=None).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["nordelle", "NORDELLE", " Nordellé "])
def test_a_name_already_there_is_opened_not_doubled(client: Client, typed: str) -> None:
    known = make_target("Nordelle", next_step="Chercher le manager")

    answer = client.post(reverse("prospecting:add"), {"name": typed, "next_step": "Écrire"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nordelle existe déjà." in page
    assert reverse("prospecting:target", args=[known.pk]) in page
    assert filled(page)["next_step"] == ["Écrire"]
    known.refresh_from_db()
    assert known.next_step == "Chercher le manager"
    assert Target.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "   ", "!!!", "x" * 201])
def test_a_name_nothing_can_be_found_by_is_refused(client: Client, name: str) -> None:
    answer = client.post(reverse("prospecting:add"), {"name": name})

    assert answer.status_code == 422
    assert faults(answer.content.decode()) == []
    assert not Target.objects.exists()


@pytest.mark.django_db
def test_the_empty_board_says_how_to_begin(client: Client) -> None:
    page = page_of(client, "home")

    assert "Une entreprise dont vous parlez à vos amis est un bon début" in page
    assert "Un tableau de vos candidatures suffit pour commencer." in page
    for name in ("import", "learning", "register", "services"):
        assert f'href="{reverse(f"prospecting:{name}")}"' in page


# The board, posted without script


@pytest.mark.django_db
def test_a_ticket_moves_by_its_own_form_and_back(client: Client) -> None:
    target = make_target()
    move = {"target": target.pk, "stage": "talking"}

    answer = client.post(reverse("prospecting:move"), move, follow=True)

    assert Target.objects.get().stage == "talking"
    undo(client, answer)
    assert Target.objects.get().stage == "idea"


@pytest.mark.django_db
def test_up_and_down_change_the_order(client: Client) -> None:
    first, second = make_target("Aubrelle"), make_target("Bocage")
    names = [str(one) for one in Target.objects.filter(deleted_at=None)]

    moved = {"Aubrelle": first, "Bocage": second}[names[1]]
    client.post(reverse("prospecting:move"), {"target": moved.pk, "stage": "idea", "step": "haut"})

    assert [str(one) for one in Target.objects.filter(deleted_at=None)] == names[::-1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "posted",
    [{"target": "0", "stage": "idea"}, {"stage": "idea"}, {"target": "x" * 400, "stage": "idea"}],
)
def test_a_move_of_nothing_is_not_found(client: Client, posted: dict[str, str]) -> None:
    assert client.post(reverse("prospecting:move"), posted).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("stage", ["", "closed", "elsewhere"])
def test_a_column_that_is_none_is_not_found(client: Client, stage: str) -> None:
    target = make_target()

    assert client.post(reverse("prospecting:move"), {"target": target.pk, "stage": stage}).status_code == 404
    assert Target.objects.get().stage == "idea"


# Changing, closing, removing


@pytest.mark.django_db
def test_a_stale_save_is_refused_with_both_texts(client: Client) -> None:
    target = make_target(about="Livraison de paniers")
    url = reverse("prospecting:edit", args=[target.pk])
    mine = filled(client.get(url).content.decode()) | {"about": ["Mon texte"]}
    client.post(url, mine | {"about": ["L’autre fenêtre"]})

    answer = client.post(url, mine)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mon texte" in page
    assert "L’autre fenêtre" in page
    assert Target.objects.get().about == "L’autre fenêtre"


@pytest.mark.django_db
def test_a_name_is_written_another_way_but_never_that_of_another(client: Client) -> None:
    target, other = make_target("Ibm France"), make_target("Taravel")
    url = reverse("prospecting:edit", args=[target.pk])
    mine = filled(client.get(url).content.decode())

    refused = client.post(url, mine | {"name": ["taravel"]})
    client.post(url, mine | {"name": ["IBM France"]})

    assert refused.status_code == 422
    assert "Taravel est déjà une autre organisation" in refused.content.decode()
    target.refresh_from_db()
    assert (str(target), str(other)) == ("IBM France", "Taravel")


@pytest.mark.django_db
def test_closing_keeps_everything_with_its_reason(client: Client) -> None:
    target = make_target()
    make_signal(target)

    client.post(
        reverse("prospecting:close", args=[target.pk]), {"reason": "silent", "note": "Deux relances."}
    )

    assert "Sans réponse après deux relances" in page_of(client, "home")
    assert "Deux relances." in page_of(client, "target", target.pk)
    client.post(reverse("prospecting:reopen", args=[target.pk]))
    assert (Target.objects.get().stage, Target.objects.get().signals.count()) == ("idea", 1)


@pytest.mark.django_db
def test_a_removed_target_is_gone_then_back(client: Client) -> None:
    target = make_target()

    answer = client.post(reverse("prospecting:remove", args=[target.pk]), follow=True)

    assert client.get(reverse("prospecting:target", args=[target.pk])).status_code == 404
    undo(client, answer)
    assert client.get(reverse("prospecting:target", args=[target.pk])).status_code == 200


# The establishment


@given(st.text(alphabet="0123456789", min_size=13, max_size=13), st.integers(min_value=0, max_value=13))
def test_one_wrong_digit_is_always_seen(digits: str, place: int) -> None:
    if digits.startswith("35600000"):
        return
    number = with_key(digits)
    wrong = str((int(number[place]) + 1) % 10)

    assert fault_of(number) == ""
    assert "faute de frappe" in fault_of(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize("siret", ["35600000000048", "356 000 000 12345"])
def test_the_post_office_is_exempt(siret: str) -> None:
    assert fault_of(siret) == ""


@pytest.mark.parametrize(("typed", "said"), [("123", "3 chiffres"), ("1234567890123A", "que des chiffres")])
def test_a_wrong_number_says_what_is_wrong(typed: str, said: str) -> None:
    assert said in fault_of(typed)


@pytest.mark.django_db
def test_a_mistyped_siret_is_said_and_kept(client: Client) -> None:
    target = make_target()
    url = reverse("prospecting:establishment", args=[target.pk])

    siret = with_key("0001000080001")
    wrong = siret[:-1] + str((int(siret[-1]) + 1) % 10)

    answer = client.post(url, {"revision": 0, "siret": wrong})

    assert answer.status_code == 422
    assert filled(answer.content.decode())["siret"] == [wrong]
    assert not Establishment.objects.exists()


@pytest.mark.django_db
def test_what_is_typed_of_the_place_is_shown_with_its_day(client: Client) -> None:
    target = make_target()
    url = reverse("prospecting:establishment", args=[target.pk])
    siret = with_key("0001000080001")
    typed = {"siret": f"{siret[:9]} {siret[9:]}", "activity": "6201z", "headcount": "21", "commune": "Nantes"}

    client.post(url, {"revision": 0, **typed})

    page = page_of(client, "target", target.pk)
    assert siret in page
    assert "Programmation informatique" in page
    assert "50 à 99 salariés" in page
    assert Establishment.objects.get().siren == "000100008"
    assert client.post(url, {"revision": 0, "siret": ""}).status_code == 409


# An agreement


@pytest.mark.django_db
@pytest.mark.parametrize(("sought", "is_apprenticeship"), [("internship", False), ("apprenticeship", True)])
def test_an_agreement_creates_the_internship_and_opens_it(
    client: Client, sought: str, is_apprenticeship: bool
) -> None:
    target = make_target(TROQUINETTE, sought=sought)
    typed = {
        "starts_on": "01/09/2026",
        "ends_on": "28/02/2027",
        "agreed_on": "02/04/2026",
        "tutor": "Léa Duhamel",
    }

    answer = client.post(reverse("prospecting:agree", args=[target.pk]), typed)

    created = Internship.objects.get()
    assert answer["Location"] == reverse("internships:internship", args=[created.pk])
    assert (created.is_apprenticeship, str(created.experience.organization)) == (
        is_apprenticeship,
        TROQUINETTE,
    )
    assert str(created.tutor) == "Léa Duhamel"
    target.refresh_from_db()
    assert (target.stage, target.agreed_on, target.internship_id) == ("agreed", TODAY, created.pk)
    assert PastStage.objects.filter(target=target, stage="agreed", on=TODAY).exists()
    assert created.milestones.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "dates",
    [
        {"starts_on": "01/09/2026", "ends_on": "01/08/2026", "agreed_on": "02/04/2026"},
        {"starts_on": "31/02/2026", "ends_on": "01/08/2026", "agreed_on": "02/04/2026"},
        {"starts_on": "01/09/2026", "ends_on": "01/10/2026", "agreed_on": "02/04/2126"},
        {},
    ],
)
def test_dates_that_cannot_be_are_refused_and_kept(client: Client, dates: dict[str, str]) -> None:
    target = make_target()

    answer = client.post(reverse("prospecting:agree", args=[target.pk]), dates)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert faults(page) == []
    assert all(filled(page)[name] == [typed] for name, typed in dates.items())
    assert not Internship.objects.exists()


@pytest.mark.django_db
def test_an_internship_already_there_is_recognised_not_doubled(client: Client) -> None:
    known, target = make_internship(), make_target(TROQUINETTE)

    client.post(reverse("prospecting:recognise", args=[target.pk, known.pk]))

    target.refresh_from_db()
    assert (target.internship_id, target.stage, Internship.objects.count()) == (known.pk, "agreed", 1)


@pytest.mark.django_db
def test_an_agreement_asks_for_its_two_dates_as_the_proposal_gave_them(client: Client) -> None:
    target = make_target(TROQUINETTE)
    Proposal.objects.create(target=target, starts_on=date(2027, 4, 5), weeks=20)

    moved = client.post(reverse("prospecting:move"), {"target": target.pk, "stage": "agreed"})
    form = page_of(client, "agree", target.pk)

    assert moved.headers["Location"] == reverse("prospecting:agree", args=[target.pk])
    assert filled(form)["starts_on"] == ["05/04/2027"]
    assert filled(form)["ends_on"] == ["20/08/2027"]  # the last Friday of the twenty weeks
    assert "viennent de votre proposition" in form
    assert "Noter ses deux dates" in page_of(client, "home")
    assert "Noter les deux dates de l’accord" in page_of(client, "target", target.pk)


def test_a_stay_of_whole_weeks_ends_before_a_holiday() -> None:
    assert last_working_day(date(2026, 12, 21), weeks=2) == date(2026, 12, 31)
    assert last_working_day(date(2026, 12, 14), weeks=2) == date(2026, 12, 24)


# The next gesture


@pytest.mark.parametrize(
    ("standing", "page"),
    [
        (Standing(), "session"),
        (Standing(signals=2), "hypothesis-add"),
        (Standing(signals=1, has_problem=True), "signal-add"),
        (Standing(signals=2, has_problem=True, has_proof=True), "proposal"),
        (Standing(signals=2, has_problem=True, has_proof=True, has_proposal=True), "people"),
    ],
)
def test_without_a_gesture_what_is_missing_is_proposed(standing: Standing, page: str) -> None:
    assert gesture_of(due=None, step="", standing=standing, today=TODAY).page == page


def ready(**known: Any) -> Standing:
    return Standing(signals=2, has_problem=True, has_proof=True, has_proposal=True, has_manager=True, **known)


def test_hypotheses_without_a_choice_are_compared_on_the_page() -> None:
    standing = Standing(signals=2, hypotheses=2)

    assert gesture_of(due=None, step="", standing=standing, today=TODAY).address == "#h-hypotheses"


def test_a_known_manager_is_written_to_until_a_message_left() -> None:
    known = {"manager": "Hélène Quintard", "writing_at": "/trouver/approches/nouvelle/?personne=3"}
    first = gesture_of(due=None, step="", standing=ready(**known), today=TODAY)
    then = gesture_of(due=None, step="", standing=ready(**known, has_sent=True), today=TODAY)

    assert (first.title, first.address) == ("Écrire à Hélène Quintard", known["writing_at"])
    assert then.page == "edit"


def test_the_day_of_a_written_gesture_is_said_whatever_else_waits() -> None:
    talk = Due(kind=Kind.TALK, on=date(2026, 4, 20), who="Hélène Quintard", key=1, address="/c/1/")
    told: dict[str, Any] = {
        "due": talk,
        "step": "Préparer trois questions",
        "standing": Standing(),
        "today": TODAY,
    }

    assert "7 avril" in gesture_of(**told, step_on=date(2026, 4, 7)).why.replace("\u00a0", " ")
    assert gesture_of(**told).why == "Vous n’avez pas fixé de jour."


def test_the_gesture_the_student_wrote_is_theirs() -> None:
    gesture = gesture_of(due=None, step="Lire les avis", standing=Standing(), today=TODAY)

    assert (gesture.title, gesture.page) == ("Lire les avis", "edit")


def test_what_is_due_to_someone_opens_its_message_even_when_the_student_wrote_it_too() -> None:
    due = Due(kind=Kind.FOLLOW_UP, on=TODAY, who="Hélène Quintard", key=1, address="/trouver/approches/1/")

    gesture = gesture_of(due=due, step="Relancer Hélène Quintard", standing=Standing(), today=TODAY)

    assert (gesture.label, gesture.address) == ("Ouvrir la relance", due.address)
    assert gesture.why.startswith("Aujourd’hui")


@pytest.mark.django_db
def test_an_example_left_as_it_is_does_not_count_as_a_proposal(client: Client) -> None:
    target = make_target()
    client.post(reverse("prospecting:proposal-start", args=[target.pk]), {"example": examples()[0].key})

    assert not standing_of(target, research_on(target)).has_proposal


@pytest.mark.django_db
def test_every_way_in_leads_to_a_page(client: Client) -> None:
    for way in five_ways():
        assert client.get(way.url).status_code == 200, way.page
