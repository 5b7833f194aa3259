"""Writing to someone, from the target to the reply, as plain pages."""

import re
from collections import Counter
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.filled import filled
from tests.people import make_student
from tests.prospecting.approaching import MONDAY, QUOTE, make_approach, make_contact, make_target
from tests.typography import faults
from tremplin.network.operations import find_or_add_person
from tremplin.prospecting.domain.message_review import review
from tremplin.prospecting.models import (
    Approach,
    Contact,
    Encounter,
    Event,
    Exchange,
    ExchangeKind,
    Outcome,
    PersonalProject,
    Proposal,
    Salutation,
)
from tremplin.prospecting.operations.approaches import mark_sent
from tremplin.prospecting.queries.cadence import due, due_count, next_for
from tremplin.prospecting.queries.messages import facts_of, reader_of
from tremplin.prospecting.views.exchanges import mail_link

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def alice() -> None:
    """Alice, who signs with her telephone."""
    make_student(last_name="Martin", studies="master 1 logistique", phone="06 39 98 20 21")


def page(client: Client, path: str) -> str:
    """Return a page that must be well and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert faults(shown) == []
    return unescape(shown)


def test_one_line_adds_someone_and_places_them_by_their_title(client: Client) -> None:
    target = make_target()
    typed = {"line": "Mme Hélène Quintard, responsable e-commerce", "found": "page équipe"}

    client.post(f"/trouver/{target.pk}/personnes/", typed)

    contact = Contact.objects.get()
    assert (contact.position, contact.found) == ("operational", "page équipe")
    assert "responsable e-commerce" in page(client, f"/trouver/{target.pk}/personnes/").lower()


def test_a_target_without_a_manager_says_who_is_missing_and_where_to_look(client: Client) -> None:
    target = make_target()
    make_contact(target, "Paul Roux, chargé de recrutement")

    shown = page(client, f"/trouver/{target.pk}/personnes/?fonction=acheteur")

    assert "la proposition irait aux RH" in shown
    assert "keywords=acheteur+Troquinette" in shown


def test_a_line_that_names_nobody_is_refused_and_kept(client: Client) -> None:
    target = make_target()

    answer = client.post(f"/trouver/{target.pk}/personnes/", {"line": "Hélène"})

    assert answer.status_code == 422
    assert 'value="Hélène"' in answer.content.decode()


def test_a_person_taken_away_comes_back(client: Client) -> None:
    contact = make_contact(make_target())

    client.post(f"/trouver/personnes/{contact.pk}/retirer/")
    client.post(f"/trouver/personnes/{contact.pk}/retablir/")

    assert Contact.objects.get().deleted_at is None


def test_a_card_saved_from_an_old_window_is_refused_with_both_texts(client: Client) -> None:
    contact = make_contact(make_target())
    url = f"/trouver/personnes/{contact.pk}/"
    typed = filled(page(client, url))
    client.post(url, {**typed, "found": "annuaire"})

    answer = client.post(url, {**typed, "found": "conférence"})

    assert answer.status_code == 409
    assert "annuaire" in answer.content.decode()


def test_the_draft_quotes_the_signal_and_is_signed(client: Client) -> None:
    contact = make_contact(make_target())
    typed = {"channel": "solution", "medium": "email", "civility": "mme"}

    client.post(f"/trouver/approches/nouvelle/?personne={contact.pk}", typed)

    body = Approach.objects.get().body
    assert body.startswith("Bonjour Madame Quintard,")
    assert QUOTE.rstrip(".") in body
    assert body.endswith("Alice Martin\nmaster 1 logistique\n06 39 98 20 21")


def test_an_unknown_civility_is_never_guessed(client: Client) -> None:
    contact = make_contact(make_target())
    typed = {"channel": "solution", "medium": "email", "civility": ""}

    client.post(f"/trouver/approches/nouvelle/?personne={contact.pk}", typed)

    assert Approach.objects.get().body.startswith("Madame, Monsieur,")
    assert not Salutation.objects.exclude(civility="").exists()


def test_human_resources_first_asks_for_a_clear_yes(client: Client) -> None:
    contact = make_contact(make_target(), "Paul Roux, chargé de recrutement")
    url = f"/trouver/approches/nouvelle/?personne={contact.pk}"
    typed = {"channel": "solution", "medium": "email"}

    refused = client.post(url, typed)
    accepted = client.post(url, {**typed, "anyway": "on"})

    assert refused.status_code == 422
    assert "votre message rejoindra les candidatures" in refused.content.decode()
    assert accepted.status_code == 302


def test_a_message_is_read_again_as_it_is_typed_without_being_saved(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), channel="interview", changes={"body": "Bonjour"})
    typed = {"body": "Madame, Monsieur,\n\nJe cherche un stage.", "medium": "email", "channel": "interview"}

    shown = unescape(client.post(f"/trouver/approches/{approach.pk}/relecture/", typed).content.decode())

    assert "<u>Je cherche un stage</u>" in shown
    assert "ne demande jamais de stage" in shown
    assert Approach.objects.get().body == "Bonjour"


def test_the_review_of_the_page_is_the_one_htmx_gets(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), changes={"body": "Je cherche un stage."})
    whole = client.get(f"/trouver/approches/{approach.pk}/").content.decode()
    typed = {"body": approach.body, "medium": "email", "channel": "solution"}

    fragment = client.post(f"/trouver/approches/{approach.pk}/relecture/", typed).content.decode()

    assert fragment.strip() in whole


def test_a_new_draft_replaces_nothing_until_it_is_saved(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), changes={"body": "Mon texte"})
    url = f"/trouver/approches/{approach.pk}/"
    typed = filled(page(client, url))

    answer = client.post(url, {**typed, "channel": "interview", "redraft": "1"})

    assert "quinze minutes" in answer.content.decode()
    assert Approach.objects.get().body == "Mon texte"


def test_a_message_that_should_wait_asks_for_a_tick_before_it_counts_as_sent(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), changes={"body": "J’ai gagné 40 % de temps."})
    url = f"/trouver/approches/{approach.pk}/envoye/"
    typed = {"revision": approach.revision, "on": "02/03/2026"}

    refused = client.post(url, typed)
    client.post(url, {**typed, "anyway": "on"})

    assert refused.status_code == 422
    assert "40" in refused.content.decode()
    assert Approach.objects.get().sent_on == MONDAY


def test_a_message_cannot_have_left_tomorrow(client: Client) -> None:
    approach = make_approach(make_contact(make_target()))
    tomorrow = timezone.localdate() + timedelta(days=1)
    typed = {"revision": approach.revision, "on": f"{tomorrow:%d/%m/%Y}", "anyway": "on"}

    answer = client.post(f"/trouver/approches/{approach.pk}/envoye/", typed)

    assert answer.status_code == 422
    assert Approach.objects.get().sent_on is None


def test_a_sending_taken_back_is_a_draft_again(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)

    client.post(f"/trouver/approches/{approach.pk}/pas-envoye/")

    assert Approach.objects.get().sent_on is None
    assert due(date(2027, 1, 1)) == ()


def test_a_follow_up_needs_something_new(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    typed = {"revision": approach.revision, "new_element": "", "on": "09/03/2026", "sent": "1"}

    answer = client.post(f"/trouver/approches/{approach.pk}/relance/", typed)

    assert answer.status_code == 422
    assert not Exchange.objects.filter(kind=ExchangeKind.FOLLOW_UP).exists()


def test_a_follow_up_is_drafted_around_what_is_new_then_noted(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    url = f"/trouver/approches/{approach.pk}/relance/"
    typed = {"revision": approach.revision, "new_element": "Un relevé à Rezé", "on": "09/03/2026"}

    drafted = unescape(client.post(url, {**typed, "draft": "1"}).content.decode())
    client.post(url, {**typed, "follow_up": "Bonjour", "sent": "1"})

    assert "élément nouveau\u00a0: un relevé à Rezé" in drafted.replace("Un relevé", "un relevé")
    assert Exchange.objects.get(kind=ExchangeKind.FOLLOW_UP).text == "Bonjour"
    assert due_count(date(2026, 3, 15)) == 0
    assert due_count(date(2026, 3, 16)) == 1


def test_a_refusal_closes_the_approach_and_can_be_taken_back(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    typed = {"text": "Pas cette année", "on": "04/03/2026", "follows": "no"}

    client.post(f"/trouver/approches/{approach.pk}/reponse/", typed)
    closed = Approach.objects.get().outcome
    client.post(f"/trouver/echanges/{Exchange.objects.get(kind='reply').pk}/sans-reponse/")

    assert closed == Outcome.NO
    assert Approach.objects.get().outcome == ""
    assert not Exchange.objects.filter(kind="reply", deleted_at=None).exists()


def test_being_sent_to_someone_adds_them_to_the_target(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    typed = {"text": "Voyez Karim", "on": "04/03/2026", "follows": "referred", "referred": ""}

    unnamed = client.post(f"/trouver/approches/{approach.pk}/reponse/", typed)
    client.post(
        f"/trouver/approches/{approach.pk}/reponse/", {**typed, "referred": "Karim Benyahia, chef de stock"}
    )

    assert unnamed.status_code == 422
    added = Contact.objects.get(person__full_name="Karim Benyahia")
    assert str(added.introduced_by) == "Hélène Quintard"


@pytest.mark.parametrize(("follows", "leads"), [("talk", "conversations/preparer"), ("yes", "accord")])
def test_a_reply_opens_what_follows(client: Client, follows: str, leads: str) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    typed = {"text": "D’accord", "on": "04/03/2026", "follows": follows}

    answer = client.post(f"/trouver/approches/{approach.pk}/reponse/", typed)

    assert leads in answer["Location"]


def test_a_follow_up_put_off_waits_for_its_new_day(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    later = timezone.localdate() + timedelta(days=30)

    client.post(f"/trouver/approches/{approach.pk}/reporter/", {"until": f"{later:%d/%m/%Y}"})

    again = Approach.objects.get()
    step = next_for(again)
    assert step is not None
    assert step.on >= later
    client.post(f"/trouver/approches/{approach.pk}/ne-plus-reporter/")
    assert due_count(date(2026, 3, 9)) == 1


def test_rest_is_left_at_the_next_reply(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)

    client.post(f"/trouver/approches/{approach.pk}/sommeil/")
    asleep = Approach.objects.get().outcome
    client.post(f"/trouver/approches/{approach.pk}/reponse/", {"text": "Bonjour", "on": "04/05/2026"})

    assert asleep == Outcome.DORMANT
    assert Approach.objects.get().outcome == ""


def test_after_an_event_the_question_is_written_and_the_search_waits_for_a_reply(client: Client) -> None:
    event = Event.objects.create(name="Forum logistique", on=MONDAY)
    person = find_or_add_person("Karim Benyahia")
    met = Encounter.objects.create(
        event=event,
        person=person,
        line="Karim",
        said="On perd une heure par jour",
        is_speaker=True,
        chosen=True,
    )
    typed = {"channel": "event", "medium": "email", "civility": "m"}

    assert page(client, f"/trouver/approches/nouvelle/?rencontre={met.pk}")
    client.post(f"/trouver/approches/nouvelle/?rencontre={met.pk}", typed)
    approach = Approach.objects.get()
    first = page(client, f"/trouver/approches/{approach.pk}/")
    mark_sent(approach, revision=approach.revision, on=MONDAY)
    client.post(f"/trouver/approches/{approach.pk}/reponse/", {"text": "Merci", "on": "03/03/2026"})
    after = page(client, f"/trouver/approches/{approach.pk}/")

    assert "On perd une heure par jour" in first
    assert "un stage" not in approach.body
    assert "Je cherche un stage" in after


def test_a_talk_noted_in_one_press_is_thanked_for_in_another(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    client.post(f"/trouver/approches/{approach.pk}/reponse/", {"text": "Oui", "on": "03/03/2026"})

    client.post(f"/trouver/approches/{approach.pk}/parle/")
    shown = page(client, f"/trouver/approches/{approach.pk}/")
    client.post(f"/trouver/approches/{approach.pk}/remercie/")

    assert "Merci pour le temps que vous m’avez donné" in shown
    assert "Alice Martin" in shown
    assert next_for(Approach.objects.get()) is None


def test_a_past_application_keeps_its_own_way_in(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), channel="other")
    url = f"/trouver/approches/{approach.pk}/"

    client.post(url, filled(page(client, url)))

    assert Approach.objects.get().channel == "other"


def test_the_mail_link_keeps_the_text_only_when_it_is_not_cut() -> None:
    approach = make_approach(make_contact(make_target()))

    short = mail_link(approach, subject="Stock & rayons", body="Ligne 1\nLigne é")
    long = mail_link(approach, subject="Stock", body="é" * 2000)

    assert short == "mailto:?subject=Stock%20%26%20rayons&body=Ligne%201%0D%0ALigne%20%C3%A9"
    assert "body" not in long


def test_every_page_of_an_approach_is_well_written(client: Client) -> None:
    target = make_target()
    contact = make_contact(target)
    draft = make_approach(contact, changes={"body": "Je cherche un stage dans une entreprise leader."})
    sent = make_approach(contact, sent_on=MONDAY)

    for path in (
        f"{target.pk}/personnes/", f"personnes/{contact.pk}/",
        f"approches/nouvelle/?personne={contact.pk}", f"approches/nouvelle/?cible={target.pk}",
        f"approches/{draft.pk}/", f"approches/{sent.pk}/",
    ):  # fmt: skip
        assert page(client, f"/trouver/{path}")
    assert "Pour quelle cible" in page(client, "/trouver/approches/nouvelle/")
    assert client.get("/trouver/approches/nouvelle/?voie=direct").status_code == 404


def test_a_removed_proposal_and_a_removed_project_feed_no_message() -> None:
    target = make_target()
    proposal = Proposal.objects.create(target=target, promise="Le stock affiché devient vrai")
    project = PersonalProject.objects.create(target=target, title="Carte des avis", kind="analysis")
    changes = {"proposal": proposal, "project": project}
    approach = make_approach(make_contact(target), changes=changes)
    assert (facts_of(approach).idea, facts_of(approach).project) == (proposal.promise, project.title)

    for row in (proposal, project):
        row.deleted_at = timezone.now()
        row.save()
    approach = Approach.objects.get(pk=approach.pk)

    assert (facts_of(approach).idea, facts_of(approach).project) == ("", "")
    assert proposal.promise not in reader_of(approach).plan
    assert project.title not in reader_of(approach).plan


@pytest.mark.django_db
def test_after_a_reply_the_conversation_asks_for_the_agreed_day(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    asked = f"{reverse('prospecting:conversation-new')}?approche={approach.pk}"
    before = page(client, asked)
    typed = {"text": "D’accord pour mardi.", "on": MONDAY, "follows": "talk"}
    client.post(f"/trouver/approches/{approach.pk}/reponse/", typed)

    assert "quand la personne aura répondu" in before
    assert "quand la personne aura répondu" not in page(client, asked)


@pytest.mark.django_db
def test_each_field_of_a_sent_message_has_a_label_of_its_own(client: Client) -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    ids = re.findall(r'\sid="([^"]+)"', page(client, f"/trouver/approches/{approach.pk}/"))

    assert "reponse-on" in ids
    assert [one for one, times in Counter(ids).items() if times > 1] == []


@pytest.mark.django_db
def test_the_greeting_of_a_draft_is_not_called_ready_made() -> None:
    approach = make_approach(make_contact(make_target()))
    read = review("Madame, Monsieur,\n\n38 avis sur 140 le disent.", reader=reader_of(approach))

    assert [one for one in read.remarks if "Madame" in one.words] == []
