"""The words typed in the search, looked for in every room."""

from collections.abc import Iterator
from dataclasses import astuple
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from tremplin.cap.addresses import address
from tremplin.cap.domain.shelves import Hit, Shelf, shortened, speaking_of
from tremplin.decision.queries import decisions, options
from tremplin.internships.queries import internships, last_day
from tremplin.journal import queries as journal
from tremplin.law.parameters import NoValueInForce
from tremplin.law.words import day
from tremplin.network.queries import people
from tremplin.prospecting.queries.targets import target_lines
from tremplin.rights.answers.questions import QUESTIONS, Question, answer
from tremplin.rights.queries import Card, agreement_cards, versions
from tremplin.stories.queries.cv_rows import cvs
from tremplin.stories.queries.interview import interviews
from tremplin.stories.queries.resilience import parts_of, resilience_stories
from tremplin.stories.queries.stories import stories

MOST_ENTRIES = 40
READ_IN_AGREEMENTS = (
    "company", "city", "student_name", "school", "tutor", "referent", "training_title", "missions",
)  # fmt: skip


def everywhere(query: str, *, on: date) -> tuple[Shelf, ...]:
    """Look for some words in every room.

    Args:
        query: as typed; accents, capitals and word endings are set aside.
        on: the day, for the figures of the quick answers.

    Returns:
        One shelf per room that speaks of it.
    """
    shelves = (
        _entries(query),
        Shelf(
            "conventions",
            _("Conventions"),
            "file",
            "convention,conventions",
            tuple(_agreements(query, on)),
        ),
        Shelf("reponses", _("Réponses rapides"), "ask", "question,questions", tuple(_questions(query, on))),
        Shelf("stages", _("Stages"), "cap", "stage,stages", tuple(_internships(query))),
        Shelf("missions", _("Missions"), "circle", "mission,missions", tuple(_missions(query))),
        Shelf("cibles", _("Cibles"), "trouver", "cible,cibles", tuple(_targets(query))),
        Shelf("choix", _("Choix"), "choisir", "option,options", tuple(_options(query))),
        Shelf("recits", _("Récits"), "recits", "récit,récits", tuple(_stories(query))),
        Shelf("cv", _("CV"), "file", "version,versions", tuple(_cvs(query))),
        Shelf("entretiens", _("Entretiens"), "clock", "entretien,entretiens", tuple(_interviews(query))),
        Shelf("personnes", _("Personnes"), "reseau", "personne,personnes", tuple(_people(query))),
    )
    return tuple(shelf for shelf in shelves if shelf.hits)


def _entries(query: str) -> Shelf:
    found = journal.found(query, limit=MOST_ENTRIES)
    hits = tuple(
        Hit(shortened(one.action), address("journal:entry", one.pk), f"{_('Entrée du')} {day(one.date)}.")
        for one in found
    )
    url = f"{address('journal:home')}?{urlencode({'q': query})}"
    return Shelf("journal", _("Journal"), "journal", "entrée,entrées", hits, url, len(hits) == MOST_ENTRIES)


def _agreements(query: str, on: date) -> Iterator[Hit]:
    speaks = speaking_of(query)
    for card in agreement_cards(on=on):
        names = [version.name for version in versions(card.version.agreement)]
        if speaks([*names, *_read_in(card)]):
            url = address("rights:agreement", card.version.agreement_id)
            yield Hit(card.host, url, ", ".join(filter(None, (_student(card), card.version.name))))


def _student(card: Card) -> str:
    return (card.audit and card.audit.facts.value("student_name")) or ""


def _read_in(card: Card) -> Iterator[str]:
    for name in READ_IN_AGREEMENTS if card.audit else ():
        value = card.audit.facts.value(name) if card.audit else None
        yield " ".join(value) if isinstance(value, tuple) else str(value or "")


def _questions(query: str, on: date) -> Iterator[Hit]:
    """Yield the questions named by the words first, then those whose answer speaks of them."""
    speaks = speaking_of(query)
    named = [each for each in QUESTIONS if speaks((each.title, each.theme, each.words))]
    within = [each for each in QUESTIONS if each not in named and speaks(_said_in(each, on))]
    for each in (*named, *within):
        yield Hit(str(each.title), address("rights:answer", each.slug), str(each.theme))


@lru_cache(maxsize=len(QUESTIONS))
def _said_in(question: Question, on: date) -> tuple[str, ...]:
    """Return what the page of a question says before any fact is given."""
    form = question.form({})
    asked = [str(text) for field in form for text in (field.label, field.help_text)]
    choices = [str(label) for field in form.fields.values() for _key, label in getattr(field, "choices", ())]
    return (*asked, *choices, *_answered(question, form, on))


def _answered(question: Question, form: Any, on: date) -> tuple[str, ...]:
    if not form.is_valid():
        return ()
    try:
        found = answer(question, {**form.cleaned_data, "on": on})
    except NoValueInForce:
        return ()
    said = (*(step.says for step in found.steps), *(doubt.says for doubt in found.doubts))
    return (found.title, *said)


def _internships(query: str) -> Iterator[Hit]:
    speaks = speaking_of(query)
    for one in internships():
        experience = one.experience
        if speaks((experience.title, experience.organization, one.city, one.team, one.tutor, one.referent)):
            yield Hit(
                experience.title,
                address("internships:internship", one.pk),
                f"{_('Du')} {day(experience.starts_on)} {_('au')} {day(last_day(one))}.",
            )


def _missions(query: str) -> Iterator[Hit]:
    speaks, lived = speaking_of(query), dict(internships().values_list("experience_id", "pk"))
    for experience in journal.experiences():
        followed = lived.get(experience.pk)
        for one in experience.missions.all():
            if speaks((one.title,)):
                url = address("internships:asset", followed, one.pk) if followed else ""
                yield Hit(one.title, url or address("journal:experience", experience.pk), experience.title)


def _targets(query: str) -> Iterator[Hit]:
    speaks = speaking_of(query)
    for one in target_lines():
        if speaks((one.name, one.said)):
            yield Hit(one.name, address("prospecting:target", one.key), shortened(one.said))


def _options(query: str) -> Iterator[Hit]:
    """Yield what is compared; an option is found by the decision it belongs to."""
    speaks = speaking_of(query)
    for choice in decisions():
        for one in options(choice):
            if speaks((choice.title, one.name, one.organization or "")):
                yield Hit(one.name, address("decision:page", choice.pk), choice.title)


def _stories(query: str) -> Iterator[Hit]:
    speaks = speaking_of(query)
    for one in stories():
        if speaks((one.title, one.car.whole, one.experience_title, *one.skills)):
            yield Hit(one.title, address("stories:story", one.key), shortened(one.car.action))

    for told in resilience_stories():
        parts = parts_of(told)
        if speaks((str(told), *astuple(parts))):
            yield Hit(str(told), address("stories:resilience-page", told.pk), shortened(parts.decision))


def _cvs(query: str) -> Iterator[Hit]:
    speaks = speaking_of(query)
    for one in cvs():
        if speaks((one.name, one.headline, one.summary, one.offer)):
            yield Hit(one.name, address("stories:cv-edit", one.pk), one.headline)


def _interviews(query: str) -> Iterator[Hit]:
    speaks = speaking_of(query)
    for one in interviews():
        if speaks((one.employer, one.role, one.place, one.known, one.asked)):
            yield Hit(f"{one.employer}, {day(one.on)}", address("stories:interview-day", one.pk), one.role)


def _people(query: str) -> Iterator[Hit]:
    """Yield people; each opens the internship they follow, else their page in Réseau."""
    speaks, followed = speaking_of(query), _followed_by()
    for one in people():
        roles = [str(role) for role in one.roles.all()]
        if speaks((one.full_name, one.email, *roles)):
            page = followed.get(one.pk) or address("network:person", one.pk)
            yield Hit(one.full_name, page, "; ".join(roles))


def _followed_by() -> dict[int, str]:
    return {
        key: address("internships:internship", one.pk)
        for one in internships()
        for key in (one.referent_id, one.tutor_id)
        if key
    }
