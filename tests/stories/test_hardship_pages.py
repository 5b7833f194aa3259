"""Pages of the internship that goes wrong: triage, sealed notes, the story mended in place."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.people import make_student
from tests.typography import faults
from tremplin.internships.operations.internships import Details, create_internship
from tremplin.stories.cv.choosing import first_choice
from tremplin.stories.domain.triage import troubles
from tremplin.stories.models import ResilienceStory, SealedNotes
from tremplin.stories.queries.cv_offered import offered, resilience_options

pytestmark = pytest.mark.django_db
PHRASE = "quatre mots au hasard"
DAYS = {"starts_on": "05/01/2026", "ends_on": "27/02/2026"}


@pytest.fixture(autouse=True)
def _student() -> None:
    make_student()


def begun(client: Client, **changes: object) -> ResilienceStory:
    facts = {"lacks": ["no_manager", "chaos"], "host": "Conserverie du Levant SAS", **DAYS, **changes}
    answer = client.post(reverse("stories:resilience-new"), facts)
    assert answer.status_code == 302, answer.content.decode()
    return ResilienceStory.objects.get()


def typed(story: ResilienceStory, **changes: str) -> dict[str, object]:
    names = ("fact", "constraint", "decision", "effect", "learnt", "now", "described", "also_hidden")
    return {"revision": story.revision, **{name: getattr(story, name) for name in names}, **changes}


@pytest.mark.parametrize("serious", ["harassment", "discrimination", "danger"])
def test_a_serious_answer_stops_at_help_whatever_else_is_ticked(client: Client, serious: str) -> None:
    page = client.post(
        reverse("stories:hardship"), {"yes": ["boredom", serious]}, follow=True
    ).content.decode()

    assert "tel:" in page
    assert reverse("stories:resilience-new") not in page
    assert reverse("stories:salvage") not in page
    assert page.index("tel:") < page.index("Ennui")


def test_a_mild_answer_leads_to_the_story_of_its_lack(client: Client) -> None:
    page = client.post(reverse("stories:hardship"), {"yes": ["no_tutor"]}, follow=True).content.decode()

    assert f"{reverse('stories:resilience-new')}?manque=no_manager" in page


def test_nothing_ticked_is_said_and_nothing_is_kept(client: Client) -> None:
    answer = client.post(reverse("stories:hardship"), {})

    assert answer.status_code == 422
    assert "Cochez au moins une question" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["hardship", "salvage", "sealed", "resilience", "resilience-new"])
def test_every_page_opens_in_an_empty_home_in_clean_french(client: Client, name: str) -> None:
    answer = client.get(reverse(f"stories:{name}"))

    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []


def test_every_trouble_has_its_page_in_clean_french(client: Client) -> None:
    for one in troubles():
        page = client.get(reverse("stories:trouble", args=[one.address])).content.decode()

        assert faults(page) == [], one.key
        assert one.title in page


def test_an_unknown_trouble_is_not_there(client: Client) -> None:
    assert client.get(reverse("stories:trouble", args=["rien"])).status_code == 404


def test_the_employer_s_name_is_caught_and_replaced_in_place(client: Client) -> None:
    story = begun(client)
    address = reverse("stories:resilience-page", args=[story.pk])
    said = typed(
        story,
        fact="Stage de huit semaines chez CONSERVERIE DU LEVANT.",
        decision="J’ai cartographié les flux logistiques.",
        learnt="J’ai appris à cadrer mon travail.",
        described="une PME de l’agroalimentaire",
    )

    client.post(address, said)
    shown = client.get(address).content.decode()
    story.refresh_from_db()
    refused = client.get(reverse("stories:resilience-text", args=[story.pk]))
    client.post(address, {**typed(story), "neutral": "all"})
    story.refresh_from_db()
    left = client.get(reverse("stories:resilience-text", args=[story.pk])).content.decode()

    assert "chez CONSERVERIE DU LEVANT" in shown
    assert faults(shown) == []
    assert refused.status_code == 302
    assert story.fact == "Stage de huit semaines dans une PME de l’agroalimentaire."
    assert "huit semaines" in left
    assert "levant" not in left.lower()


def test_one_button_replaces_one_place_and_keeps_what_was_just_typed(client: Client) -> None:
    story = begun(client)
    said = typed(story, constraint="Mon manager était absent et c’était nul.", now="Je fais un point.")

    client.post(
        reverse("stories:resilience-page", args=[story.pk]),
        {**said, "neutral": "constraint|Mon manager était absent"},
    )
    story.refresh_from_db()

    assert story.constraint == "J’ai travaillé sans encadrement direct et c’était nul."
    assert story.now == "Je fais un point."


def test_a_figure_is_proved_by_a_dated_note_written_in_the_same_gesture(client: Client) -> None:
    story = begun(client)
    address = reverse("stories:resilience-page", args=[story.pk])
    client.post(address, typed(story, decision="J’ai cartographié 14 flux.", fact="Un stage."))
    asked = client.get(address).content.decode()
    prove = reverse("stories:resilience-prove", args=[story.pk]) + "?chiffre=14 flux"

    wrong = client.post(prove, {"on": "12/01/2026", "says": "J’ai dessiné.", "method": "measured"})
    client.post(prove, {"on": "12/01/2026", "says": "Carte de 14 flux finie.", "method": "measured"})
    shown = client.get(address).content.decode()

    assert "D’où vient ce chiffre" in asked
    assert wrong.status_code == 422
    assert "Cette note ne dit pas" in wrong.content.decode()
    assert "D’où vient ce chiffre" not in shown
    assert 'class="proof"' in shown


def test_a_ghost_project_joins_the_register_and_can_be_taken_back(client: Client) -> None:
    story = begun(client)
    opened = client.get(reverse("stories:resilience-ghost", args=[story.pk])).content.decode()
    kind = "process_map"

    client.post(
        reverse("stories:resilience-ghost", args=[story.pk]),
        {"title": "Carte des flux", "ghost_kind": kind, "objective": ""},
        follow=True,
    )
    story.refresh_from_db()

    assert "Un point écrit chaque vendredi" in opened
    assert story.project is not None
    assert (story.project.kind, story.project.internship_id) == ("ghost", story.internship_id)


def test_a_story_begins_from_an_internship_already_there(client: Client) -> None:
    known = create_internship(
        Details(title="Stage", starts_on=date(2026, 1, 5), ends_on=date(2026, 2, 27), host="Nordelle")
    )

    story = begun(client, internship=str(known.pk), host="", starts_on="", ends_on="")

    assert story.internship_id == known.pk


def test_dates_are_asked_for_when_the_internship_is_new(client: Client) -> None:
    answer = client.post(reverse("stories:resilience-new"), {"lacks": ["chaos"], "host": "Nordelle"})

    assert answer.status_code == 422
    assert "il prouve la durée" in answer.content.decode()
    assert "Nordelle" in answer.content.decode()


def test_a_stale_save_shows_both_texts(client: Client) -> None:
    story = begun(client)
    address = reverse("stories:resilience-page", args=[story.pk])
    client.post(address, typed(story, fact="Le premier."))

    answer = client.post(address, typed(story, fact="Le second."))

    assert answer.status_code == 409
    assert "Le premier." in answer.content.decode()
    assert "Le second." in answer.content.decode()


def test_a_story_taken_out_comes_back(client: Client) -> None:
    story = begun(client)

    client.post(reverse("stories:resilience-remove", args=[story.pk]))
    gone = client.get(reverse("stories:resilience-page", args=[story.pk]))
    client.post(reverse("stories:resilience-restore", args=[story.pk]))

    assert gone.status_code == 404
    assert client.get(reverse("stories:resilience-page", args=[story.pk])).status_code == 200


def test_notes_open_only_with_their_passphrase_and_keep_what_was_typed(client: Client) -> None:
    said = "Il a dit : « tais-toi »."
    fact = {"on": "12/01/2026", "says": said, "seen_by": "Bob", "kept": ""}
    client.post(reverse("stories:sealed-start"), {"passphrase": PHRASE, "again": PHRASE, "understood": "on"})

    wrong = client.post(reverse("stories:sealed-add"), {**fact, "passphrase": "autre"})
    client.post(reverse("stories:sealed-add"), {**fact, "passphrase": PHRASE})
    closed = client.get(reverse("stories:sealed")).content.decode()
    refused = client.post(reverse("stories:sealed-open"), {"passphrase": "autre chose"})
    opened = client.post(reverse("stories:sealed-open"), {"passphrase": PHRASE})
    sealed = bytes(SealedNotes.objects.get().sealed)

    assert wrong.status_code == 422
    assert "tais-toi" in wrong.content.decode()
    assert "tais-toi" not in closed
    assert refused.status_code == 422
    assert "n’ouvre pas vos notes" in refused.content.decode()
    assert "tais-toi" in opened.content.decode()
    assert "no-store" in opened.headers["Cache-Control"]
    assert b"tais-toi" not in sealed
    assert b"Bob" not in sealed


def test_altered_notes_say_so_and_leak_nothing(client: Client) -> None:
    client.post(reverse("stories:sealed-start"), {"passphrase": PHRASE, "again": PHRASE, "understood": "on"})
    row = SealedNotes.objects.get()
    content = bytes(row.sealed)
    for place in (0, 32, len(content) - 1):
        altered = bytearray(content)
        altered[place] ^= 0xFF
        SealedNotes.objects.update(sealed=bytes(altered))

        answer = client.post(reverse("stories:sealed-open"), {"passphrase": PHRASE})

        assert answer.status_code == 422
        assert "abîmées" in answer.content.decode()


def test_two_different_phrases_are_refused_before_anything_is_sealed(client: Client) -> None:
    answer = client.post(
        reverse("stories:sealed-start"), {"passphrase": PHRASE, "again": PHRASE + "s", "understood": "on"}
    )

    assert answer.status_code == 422
    assert not SealedNotes.objects.exists()


def test_notes_taken_out_come_back_still_sealed(client: Client) -> None:
    client.post(reverse("stories:sealed-start"), {"passphrase": PHRASE, "again": PHRASE, "understood": "on"})
    row = SealedNotes.objects.get()

    client.post(reverse("stories:sealed-remove", args=[row.pk]))
    gone = client.post(reverse("stories:sealed-open"), {"passphrase": PHRASE})
    client.post(reverse("stories:sealed-restore", args=[row.pk]))
    text = client.post(reverse("stories:sealed-text"), {"passphrase": PHRASE})

    assert gone.status_code == 404
    assert text.headers["Content-Disposition"].startswith("attachment")


def test_notes_taken_out_can_still_be_found_and_erased_for_good(client: Client) -> None:
    client.post(reverse("stories:sealed-start"), {"passphrase": PHRASE, "again": PHRASE, "understood": "on"})
    row = SealedNotes.objects.get()
    erase = reverse("stories:sealed-erase", args=[row.pk])

    in_sight = client.post(erase, {"sure": "1"})
    client.post(reverse("stories:sealed-remove", args=[row.pk]))
    client.post(erase)
    shown = client.get(reverse("stories:sealed")).content.decode()
    client.post(erase, {"sure": "1"})

    assert in_sight.status_code == 404
    assert reverse("stories:sealed-restore", args=[row.pk]) in shown
    assert faults(shown) == []
    assert not SealedNotes.objects.exists()


@pytest.mark.parametrize(
    "phrase", ["azertyuiop", "motdepasse123", "Password 1234", "1234567890", "aaaaaaaaaa"]
)
def test_a_phrase_that_anyone_would_try_is_refused(client: Client, phrase: str) -> None:
    typed = {"passphrase": phrase, "again": phrase, "understood": "on"}

    answer = client.post(reverse("stories:sealed-start"), typed)

    assert answer.status_code == 422
    assert "se devine trop vite" in answer.content.decode()
    assert not SealedNotes.objects.exists()


def test_the_weeks_that_remain_are_planned_to_the_day_typed(client: Client) -> None:
    answer = client.get(reverse("stories:salvage"), {"fin": "31/12/2999"})

    assert answer.status_code == 200
    assert answer.content.decode().count("<time") > 20


def test_a_day_that_is_no_day_is_said(client: Client) -> None:
    answer = client.get(reverse("stories:salvage"), {"fin": "demain"})

    assert answer.status_code == 422
    assert "Écrivez la date comme" in answer.content.decode()


def test_the_line_of_a_story_and_the_note_that_proves_it_stand_once_on_the_cv(client: Client) -> None:
    story = begun(client)
    address = reverse("stories:resilience-page", args=[story.pk])
    client.post(address, typed(story, decision="J’ai cartographié 14 flux.", fact="Un stage.", effect=""))
    prove = reverse("stories:resilience-prove", args=[story.pk]) + "?chiffre=14 flux"
    note = "J’ai cartographié 14 flux de l’usine."
    client.post(prove, {"on": "12/01/2026", "says": note, "method": "measured"})
    story.refresh_from_db()
    client.post(address, {**typed(story, decision="J’ai cartographié 14 flux."), "take": "learnt"})

    ((_, option),) = resilience_options()
    offered_keys = [one.key for part in offered().parts for one in part.options]
    chosen = first_choice(offered().parts).keys

    assert len(offered_keys) == 2
    assert {option.key} == chosen


def test_a_story_that_may_leave_offers_its_line_to_the_cv(client: Client) -> None:
    story = begun(client)
    address = reverse("stories:resilience-page", args=[story.pk])
    said = {"fact": "Un stage court.", "decision": "J’ai cartographié les flux.", "effect": ""}

    client.post(address, typed(story, **{**said, "decision": "J’ai cartographié les flux du Levant."}))
    before = list(resilience_options())
    story.refresh_from_db()
    client.post(address, {**typed(story, **said), "take": "learnt"})
    ((experience, option),) = resilience_options()

    assert before == []
    assert experience == story.internship.experience_id
    assert option.says == "Cartographie des flux"
    assert option.origin.resilience == story.pk


def test_dates_typed_win_over_the_internship_selected(client: Client) -> None:
    known = create_internship(Details(title="Stage", starts_on=date(2026, 1, 5), ends_on=date(2026, 2, 27)))

    story = begun(
        client, internship=str(known.pk), host="Nordelle", starts_on="02/03/2026", ends_on="30/04/2026"
    )

    assert story.internship_id != known.pk
