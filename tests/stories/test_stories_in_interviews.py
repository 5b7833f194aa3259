"""Which stories go with an interview: the bad internship's too, the nearest first, home life by choice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.people import make_student
from tests.stories.made import GUILD, make_story, prove
from tests.typography import faults
from tremplin.journal.operations import Method
from tremplin.stories.models import Answer, ResilienceStory, Story
from tremplin.stories.operations.interview import add_interview, prepare_answer
from tremplin.stories.operations.resilience import save_resilience, start_resilience
from tremplin.stories.operations.stories import say_where_from, start_story
from tremplin.stories.sheets import prepared

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 2, 17, 0, tzinfo=UTC)
TODAY = date(2026, 4, 3)
CARE = {
    "context": "Ma grand-mère dépendante, à domicile.",
    "action": "J’ai organisé les soins et négocié avec trois services.",
    "result": "Retour à domicile tenu pendant deux mois.",
}
TURNED = {
    "fact": "Stage court dans une PME.",
    "decision": "J’ai cartographié les flux logistiques.",
    "effect": "J’ai repéré les goulets.",
    "learnt": "J’ai appris à cadrer mon travail.",
}


def made_care() -> Story:
    story = start_story(title="Aidante familiale", activity="aidant", words=CARE, skills=["Organisation"])
    for says in (CARE["action"], CARE["result"]):
        say_where_from(story, says=says, where="le carnet de soins", on=TODAY, method=Method.MEASURED, at=AT)
    return story


def made_guild() -> Story:
    story = make_story()
    prove(story, *GUILD)
    return story


def made_turned() -> ResilienceStory:
    story = start_resilience(
        internship_id=None, lacks=["no_manager"], host="Nordelle", starts_on=TODAY, ends_on=TODAY
    )
    return save_resilience(story, revision=story.revision, changes=TURNED)


def test_the_story_of_a_bad_internship_answers_its_question_and_can_be_chosen(client: Client) -> None:
    make_student()
    story = made_turned()
    address = "/recits/entretien/question/tuteur-absent/"

    shown = client.get(address).content.decode()
    client.post(f"{address}mots/", {"revision": "0", "story": f"r{story.pk}", "words": "Mon point."})
    chosen = client.get(address).content.decode()
    home = client.get("/recits/entretien/").content.decode()

    assert "J’ai cartographié les flux logistiques." in shown
    assert "Aucun récit ne répond encore" not in shown
    assert "choisi par vous" in chosen
    assert Answer.objects.get().told == f"r{story.pk}"
    assert str(story) in home
    assert faults(chosen) == []


def test_the_sheet_tells_the_nearest_story_and_the_bad_internship(client: Client) -> None:
    make_student(first_name="Alice")
    made_guild()
    made_turned()
    near = add_interview(facts={"employer": "Brelan", "role": "stage logistique, flux", "on": TODAY})
    far = add_interview(facts={"employer": "Brelan", "role": "modération de communauté", "on": TODAY})

    first = [prepared(one, on=TODAY).sheet.stories[0].line for one in (near, far)]

    assert "flux logistiques" in first[0]
    assert "5\u00a0000 membres" in first[1]


def test_the_first_minute_says_who_and_what_for_before_the_story() -> None:
    make_student(first_name="Alice", studies="Licence de gestion")
    made_guild()
    found = add_interview(facts={"employer": "Brelan", "role": "stage de modération", "on": TODAY})

    opening = prepared(found, on=TODAY).sheet.opening

    assert opening.startswith("Je m’appelle Alice")
    assert (
        opening.index("Licence de gestion")
        < opening.index("stage de modération")
        < opening.index("5\u00a0000")
    )


def test_home_life_opens_an_interview_only_when_it_was_chosen() -> None:
    make_student()
    care = made_care()
    found = add_interview(facts={"employer": "Brelan", "role": "organisation de soins", "on": TODAY})

    alone = prepared(found, on=TODAY).sheet
    prepare_answer("desaccord", revision=0, story=care.pk, words="Le retour.")
    chosen = prepared(found, on=TODAY).sheet

    assert alone.opening == ""
    assert "grand-mère" in chosen.opening


def test_words_that_move_a_figure_to_another_noun_stay_off_the_sheet() -> None:
    made_guild()
    prepare_answer("desaccord", revision=0, words="J’ai managé 5\u00a0000 salariés.")
    found = add_interview(facts={"employer": "Brelan", "on": timezone.localdate() + timedelta(days=3)})

    assert [one.question.key for one in prepared(found, on=TODAY).left_out] == ["desaccord"]


def test_what_is_said_to_negotiate_is_in_the_first_person(client: Client) -> None:
    made_guild()

    shown = client.get(
        "/recits/entretien/negocier/", {"kind": "internship", "on": "15/03/2026", "ask": "5,50"}
    )
    said = shown.content.decode().split('id="a-dire">')[1].split("</blockquote>")[0]

    assert "J’ai modéré les conflits" in said
    assert "modération" not in said
    assert faults(shown.content.decode()) == []
