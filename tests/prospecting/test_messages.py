"""Messages: written from what is known, within their length, read again as their reader would."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.prospecting.approaching import make_approach, make_contact, make_target
from tests.typography import WRONG
from tremplin.prospecting.domain.addressing import (
    Signature,
    civility_in,
    closing,
    greeting,
    last_name,
    signature_in,
)
from tremplin.prospecting.domain.asking import asked_for
from tremplin.prospecting.domain.lengths import NOTE, limit_of, measured, subject_says
from tremplin.prospecting.domain.message_review import Reader, Review, review
from tremplin.prospecting.domain.messages import Facts, Hook, draft, follow_up, typeset
from tremplin.prospecting.domain.positions import (
    guess_position,
    hr_before_manager,
    ways_to_find,
    what_is_missing,
)
from tremplin.prospecting.models import Proposal
from tremplin.prospecting.queries.messages import facts_of

QUOTE = "38 avis sur 140 citent un article introuvable, soit 27\u00a0%."
HOOK = Hook("reviews", "avis en ligne", date(2026, 3, 18), QUOTE)
INES = Signature("Inès Cordier", "master 1 logistique", "06 39 98 20 21")
KNOWN = Facts(
    channel="solution",
    medium="email",
    position="operational",
    civility="mme",
    full_name="Hélène Quintard",
    function="responsable e-commerce",
    company="Troquinette",
    hook=HOOK,
    problem="Des articles affichés disponibles sont introuvables en boutique.",
    idea="Le stock affiché devient vrai en 8 semaines",
    search="un stage de 16\u00a0semaines",
    project="Relevé de 12 articles dans trois boutiques",
    link="https://ines.example/releve",
    proof="Inventaire tournant monté au dépôt",
    event="le Forum logistique",
    met_on=date(2026, 3, 30),
    said="On perd une heure par jour à chercher",
    student=INES,
)
CHANNELS = ("solution", "interview", "event", "project", "direct")
MEDIA = ("note", "message", "inmail", "email", "phone", "in_person")
POSITIONS = ("operational", "executive", "insider", "junior", "hr", "other", "")
READER = Reader(
    channel="solution",
    medium="email",
    full_name="Hélène Quintard",
    names=("Troquinette",),
    quotes=(QUOTE, KNOWN.said),
    plan=("16 semaines", "8 semaines", KNOWN.project),
)


def reasons(read: Review) -> str:
    """Return all that a review says."""
    return " ".join(f"{one.words} {one.reason} {one.instead}" for one in read.remarks)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("position", POSITIONS)
def test_every_draft_from_a_known_target_can_leave_as_it_is(channel: str, medium: str, position: str) -> None:
    facts = replace(KNOWN, channel=channel, medium=medium, position=position)

    text = draft(facts)
    read = review(text.body, subject=text.subject, reader=replace(READER, channel=channel, medium=medium))

    assert read.remarks == ()
    assert read.length.level == "ok"
    assert len(text.subject) <= 60
    assert not any(pattern.search(f"{text.subject}\n{text.body}") for pattern, _ in WRONG)


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("channel", ["interview", "event"])
def test_an_interview_and_a_word_after_an_event_never_speak_of_the_search(
    channel: str, medium: str, position: str
) -> None:
    text = draft(replace(KNOWN, channel=channel, medium=medium, position=position))

    assert asked_for(text.body) is None
    assert asked_for(text.subject) is None


def test_after_their_reply_the_search_may_be_said() -> None:
    text = draft(replace(KNOWN, channel="event", replied=True))

    assert "un stage de 16" in text.body
    assert review(text.body, reader=replace(READER, channel="event", replied=True)).remarks == ()


def test_what_is_unknown_stays_to_be_filled_in_and_is_pointed_out() -> None:
    text = draft(Facts(channel="solution", medium="email"))

    read = review(text.body, reader=Reader(channel="solution", medium="email"))

    assert text.body.startswith("Madame, Monsieur,")
    assert "[le problème que vous avez trouvé]" in text.body
    assert read.must_wait


@given(st.text(st.sampled_from("abc defé,.«»’ 😀"), min_size=1, max_size=900))
def test_a_note_of_invitation_always_fits_or_says_what_is_in_excess(quote: str) -> None:
    facts = replace(KNOWN, medium="note", hook=replace(HOOK, quote=quote))

    length = measured(draft(facts).body, NOTE)

    assert length.excess == 0 or length.level == "bad"
    assert len(quote) > 30 or length.excess == 0


def test_a_follow_up_is_built_around_something_new_and_the_second_is_the_last() -> None:
    new = "À Rezé, 5 articles sur 12 étaient absents."

    first = follow_up(KNOWN, sent_on=date(2026, 3, 25), number=1, new_element=new)
    second = follow_up(KNOWN, sent_on=date(2026, 3, 25), number=2, new_element=new)

    assert "à Rezé, 5 articles sur 12 étaient absents." in first
    assert "dernière relance" in second
    assert "dernière relance" not in first


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Hélène Quintard", "Quintard"), ("Hélène LE GOFF", "Le Goff"), ("LE GOFF Hélène", "Le Goff"),
        ("Mme Anne de La Tour", "de La Tour"), ("Quintard", "Quintard"), ("Jean-Marc Petit", "Petit"),
    ],
)  # fmt: skip
def test_a_last_name_is_found_however_it_is_written(name: str, last: str) -> None:
    assert last_name(name) == last


@pytest.mark.parametrize(
    ("civility", "position", "medium", "line"),
    [
        ("mme", "operational", "email", "Bonjour Madame Quintard,"),
        ("m", "hr", "email", "Monsieur Quintard,"),
        ("mme", "hr", "message", "Bonjour Madame Quintard,"),
        ("", "hr", "email", "Madame, Monsieur,"),
        ("", "junior", "note", "Madame, Monsieur,"),
    ],
)
def test_a_greeting_never_guesses_a_civility(civility: str, position: str, medium: str, line: str) -> None:
    assert greeting("Hélène Quintard", civility=civility, position=position, medium=medium) == line


def test_a_formal_closing_agrees_to_a_consideration() -> None:
    formal = closing(civility="mme", position="executive", medium="email")

    assert formal == "Je vous prie d’agréer, Madame, l’expression de ma considération distinguée."
    assert closing(civility="mme", position="operational", medium="email") == "Bien cordialement,"
    assert closing(civility="mme", position="operational", medium="note") == ""


@pytest.mark.parametrize(("typed", "civility"), [("Mme Quintard", "mme"), ("Mr Roux", "m"), ("Camille", "")])
def test_a_civility_typed_is_read_never_deduced(typed: str, civility: str) -> None:
    assert civility_in(typed) == civility


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Je suis dynamique et motivé.", "rien ne la prouve"),
        ("J’ai réduit les délais de 40\u00a0%.", "aucun signal de la cible ni dans votre journal"),
        ("Bonjour Hélène,\n\nTroquinette", "prénom seul"),
        ("Mr Roux m’a parlé de Troquinette.", "«\u00a0M.\u00a0»"),
        ("Troquinette m’intéresse.\n\nCDT", "négligence"),
        ("Recevez l’expression de mes salutations distinguées, Troquinette.", "considération"),
        ("Est-ce que tu connais Troquinette\u00a0?", "tutoyez"),
        ("Madame Quintard,\nJe cherche un stage chez Troquinette.", "avant d’avoir dit"),
        ("Madame Quintard, votre entreprise est belle. Cordialement", "n’importe quelle entreprise"),
        ("Madame Quintard, Troquinette est belle. Cordialement", "Aucun de vos signaux"),
        ("Madame Quintard, [votre idée]", "reste à remplir"),
        ("Madame Quintard, 38 avis sur 140", "formule de fin"),
        ("Bonjour, 38 avis sur 140. Cordialement", "Le nom de la personne"),
        ("Madame Quintard, 38 avis sur 140.\n\nBien cordialement,", "pas signé"),
        ("", "vide"),
    ],
)
def test_a_fault_is_pointed_out_with_its_reason(text: str, says: str) -> None:
    assert says in reasons(review(text, reader=READER))


def test_a_message_without_who_writes_leads_to_where_it_is_said_once() -> None:
    unsigned = draft(replace(KNOWN, channel="direct", medium="message", student=Signature()))
    signed = draft(replace(KNOWN, channel="direct", medium="message"))

    assert review(unsigned.body, reader=replace(READER, channel="direct", medium="message")).lacks_who_writes
    assert not review(
        signed.body, reader=replace(READER, channel="direct", medium="message")
    ).lacks_who_writes


@pytest.mark.parametrize(
    ("sender", "read"),
    [
        ("Inès Cordier\nines@exemple.fr\nmaster 1 logistique\n06 39 98 20 21", INES),
        ("Inès Cordier", Signature("Inès Cordier")),
        ("", Signature()),
    ],
)
def test_who_signs_is_read_at_the_top_of_a_proposal(sender: str, read: Signature) -> None:
    assert signature_in(sender) == read


def test_a_figure_of_the_journal_or_of_the_plan_is_not_refused() -> None:
    reader = replace(READER, journal=("Délai réduit de 40\u00a0% au dépôt.",))
    text = "J’ai réduit un délai de 40\u00a0% et je propose un stage de 6\u00a0mois en 8 semaines de plan."

    assert "aucun signal" not in reasons(review(text, reader=reader))


def test_the_tone_of_a_brand_is_no_familiarity() -> None:
    assert "tutoyez" not in reasons(review("Le ton de Troquinette a changé.", reader=READER))


@given(st.text(st.sampled_from("stage tu [ab] 40 % Mr CDT leader,.\n"), max_size=200))
def test_the_pieces_of_a_text_joined_are_the_text(text: str) -> None:
    read = review(text, reader=READER)

    assert "".join(piece.text for piece in read.pieces) == text.strip()


def test_emojis_keep_a_margin_and_count_for_two() -> None:
    length = measured("😀" * 95, NOTE)

    assert (length.used, length.most, length.excess) == (190, 190, 0)
    assert measured("😀" * 96, NOTE).excess == 2


def test_a_paid_account_has_longer_notes_and_a_line_break_counts_once() -> None:
    assert limit_of("note", premium=True).most == 300
    assert limit_of("inmail").most == 1900
    assert measured("a\r\nb", NOTE).used == 3


@pytest.mark.parametrize(
    ("subject", "is_said"), [("Bonjour", True), ("Troquinette\u00a0: le stock", False), ("x" * 61, True)]
)
def test_a_subject_says_what_a_phone_shows(subject: str, is_said: bool) -> None:
    assert bool(subject_says(subject)) is is_said


def test_high_signs_get_their_no_break_space() -> None:
    assert typeset("Voici : « oui » ?") == "Voici\u00a0: «\u00a0oui\u00a0»\u00a0?"


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("Responsable e-commerce", "operational"), ("Directrice marketing", "operational"),
        ("chargée de recrutement", "hr"), ("Responsable RH", "hr"), ("Assistante de direction", "insider"),
        ("PDG", "executive"), ("Co-fondatrice", "executive"), ("Stagiaire achats", "junior"),
        ("Analyste stock", "insider"), ("", "other"),
    ],
)  # fmt: skip
def test_a_title_places_someone(title: str, position: str) -> None:
    assert guess_position(title).position == position


def test_the_word_that_decided_is_shown() -> None:
    assert guess_position("Grande Cheffe de quai").word == "Cheffe"


@pytest.mark.parametrize(
    ("positions", "says"),
    [
        ([], "Aucune personne"),
        (["hr"], "irait aux RH"),
        (["junior"], "Demandez-leur"),
        (["hr", "executive"], ""),
    ],
)
def test_who_is_missing_is_said(positions: list[str], says: str) -> None:
    assert says in what_is_missing(positions)
    assert bool(what_is_missing(positions)) is bool(says)


def test_human_resources_first_is_allowed_after_a_clear_sentence() -> None:
    assert "C’est permis" in hr_before_manager("hr", ["junior"])
    assert hr_before_manager("hr", ["operational"]) == ""
    assert hr_before_manager("operational", []) == ""


def test_ways_to_find_are_links_built_from_the_company_and_the_function() -> None:
    links = [way.link for way in ways_to_find("Bocage & Bois", functions=["acheteur"]) if way.link]

    assert links[0].endswith("keywords=acheteur+Bocage+%26+Bois")
    assert all(link.startswith("https://") for link in links)


# --- the subject, and what is asked for


@pytest.mark.parametrize(("channel", "subject"), [
    ("interview", "Demande de stage chez Troquinette"), ("event", "Candidature stage"),
    ("solution", "Vos retours : moins 45 %"), ("solution", "Une idée pour [l’entreprise]"),
])  # fmt: skip
def test_a_subject_is_read_as_the_message_is(channel: str, subject: str) -> None:
    text = draft(replace(KNOWN, channel=channel))
    reader = replace(READER, channel=channel)

    read = review(text.body, subject=subject, reader=reader)

    (said,) = read.on_subject
    assert said.words in subject
    assert subject[said.start : said.end] == said.words
    assert read.must_wait
    assert read.remarks == ()
    assert review(text.body, subject=subject, reader=replace(reader, medium="message")).on_subject == ()


def test_a_request_hidden_by_an_invisible_sign_is_underlined_as_typed() -> None:
    body = "Bonjour,\n\nJe cherche un s\u200btage chez vous.\n\nBien cordialement,"

    read = review(body, reader=replace(READER, channel="interview"))

    (said,) = [one for one in read.remarks if "jamais de stage" in one.reason]
    assert said.words in body
    assert "s\u200btage" in said.words


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("https://nordelle.example/equipe", "https://nordelle.example/equipe"),
        ("www.nordelle.example", "https://www.nordelle.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_only_pages_become_links(kept: str, shown: str) -> None:
    found = ways_to_find("Nordelle", website=kept)

    assert shown in {one.link for one in found}
    assert not any(one.link.startswith(("javascript", "data")) for one in found)


@pytest.mark.parametrize(
    ("event", "said", "words"),
    [
        ("Forum des métiers", "", "J’étais au Forum des métiers"),
        ("Conférence sur les stocks", "", "J’étais à la Conférence sur les stocks"),
        ("Supply Day", "", "J’étais à « Supply Day »"),
        ("Salon Pollutec", "a parlé de tri", "Vous avez parlé de tri."),
        ("Salon Pollutec", "cherche un outil de tri", "Vous cherchez un outil de tri."),
    ],
)
def test_after_an_event_the_words_make_french_sentences(event: str, said: str, words: str) -> None:
    facts = replace(KNOWN, channel="event", event=event, said=said or KNOWN.said)

    assert words in draft(facts).body.replace("\u00a0", " ")


def test_a_count_of_ones_own_is_not_put_in_the_mouth_of_customers() -> None:
    assert "« 38 avis" not in draft(KNOWN).body.replace("\u00a0", " ")
    spoken = replace(KNOWN, hook=replace(HOOK, quote="Introuvable en boutique, encore."))
    assert "« Introuvable en boutique, encore »" in draft(spoken).body.replace("\u00a0", " ")


@pytest.mark.django_db
def test_a_draft_is_signed_as_the_proposal_is_until_the_settings_say_who_writes() -> None:
    target = make_target()
    approach = make_approach(make_contact(target))
    Proposal.objects.create(target=target, sender="Inès Cordier\nmaster 1 logistique")

    assert facts_of(approach).student == Signature("Inès Cordier", "master 1 logistique")
