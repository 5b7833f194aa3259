"""The letter of a version of the CV: what it rests on, and the page and the e-mail it makes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tremplin.documents.cover_letter import CoverLetter
from tremplin.documents.curriculum import Design
from tremplin.prospecting.queries.approaches import civility_of
from tremplin.prospecting.queries.proposals import Recipient, offered_signals, recipients
from tremplin.stories.cv.building import Built
from tremplin.stories.cv.proving import HEADLINE
from tremplin.stories.cv.resume import Line, Resume, proved_by
from tremplin.stories.cv.writing.cover_letters import (
    Addressee,
    Application,
    Email,
    Told,
    draft_email,
    draft_letter,
    rewritten,
)
from tremplin.stories.domain.activities import families
from tremplin.stories.models import Cv, Letter
from tremplin.stories.queries import cv as cvs
from tremplin.stories.queries.stories import Told as Story
from tremplin.stories.queries.stories import proved_stories

TITLE_LEFT_OUT = "Le titre de votre CV porte un chiffre sans preuve. Il n’est pas repris ici."
FAMILY_LIFE = "life"
TEXTS = ("company", "sought", "why_them", "offer", "body")


@dataclass(frozen=True, slots=True)
class Material:
    """What a letter may rest on today, read once."""

    cv: Cv
    stories: tuple[Story, ...]
    people: tuple[Recipient, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A letter and its e-mail, and what the student should still write."""

    letter: CoverLetter
    email: Email
    missing: tuple[str, ...]


def material(cv: Cv) -> Material:
    """Return what the letter of a version may rest on.

    Args:
        cv: the version.

    Returns:
        Proved stories, the strongest first; people and dated quotes of its target.
    """
    if cv.target is None:
        return Material(cv, proved_stories(), (), ())
    quotes = tuple(one.quote for one in offered_signals(cv.target))
    return Material(cv, proved_stories(), recipients(cv.target), quotes)


def told_on(cv: Cv, told: Iterable[Story]) -> tuple[Story, ...]:
    """Return the stories a text may tell unasked: those the version keeps, and none of family life.

    Args:
        cv: the version.
        told: stories, in order.

    Returns:
        Those it keeps, in the same order.
    """
    kept = cvs.choice_of(cv).keys
    private = {each.key for one in families() if one.key == FAMILY_LIFE for each in one.activities}
    return tuple(one for one in told if f"story:{one.key}" in kept and one.activity not in private)


def letter_values(cv: Cv) -> dict[str, Any]:
    """Return the texts of a letter as the form takes them; before one, those of a first draft.

    Args:
        cv: the version.

    Returns:
        Values by field; `revision` is 0 before the first save.
    """
    kept = Letter.objects.filter(cv=cv).first()
    if kept is None:
        first = [one.key for one in told_on(cv, proved_stories())][:1]
        blank = dict.fromkeys(TEXTS, "")
        return {**blank, "company": str(cv.target or ""), "recipient": None, "stories": first, "revision": 0}
    said = {name: getattr(kept, name) for name in TEXTS}
    return {**said, "recipient": kept.recipient_id, "stories": kept.stories, "revision": kept.revision}


def written(values: Mapping[str, Any], *, held: Material, on: date) -> Written:
    """Return the letter and the e-mail that values make.

    Args:
        values: as `letter_values` or the form give them.
        held: what it may rest on.
        on: the day written on it.

    Returns:
        Both texts; the student's own body replaces the draft.
    """
    made = cvs.built_cv(held.cv)
    application = _application(values, held, made)
    letter = draft_letter(application, on=on, design=Design(held.cv.design))
    if values["body"].strip():
        letter = rewritten(letter, values["body"])
    missing = (*application.missing, *((TITLE_LEFT_OUT,) if _is_title_unproved(made) else ()))
    return Written(letter, draft_email(application), missing)


def _application(values: Mapping[str, Any], held: Material, made: Built) -> Application:
    chosen = set(values["stories"] or ())
    told = tuple(
        Told(Line(one.outputs.form.text, proved_by(f"story:{one.key}")), one.figures)
        for one in held.stories
        if one.key in chosen
    )
    return Application(
        resume=_untitled(made) if _is_title_unproved(made) else made.resume,
        addressee=_addressee(values, held),
        sought=values["sought"],
        why_them=values["why_them"],
        offer=values["offer"],
        stories=told,
        given=held.quotes,
    )


def _is_title_unproved(made: Built) -> bool:
    return any(one.key == HEADLINE for one in made.blocking)


def _untitled(made: Built) -> Resume:
    return replace(made.resume, basics=replace(made.resume.basics, label=None))


def _addressee(values: Mapping[str, Any], held: Material) -> Addressee:
    whom = next((one for one in held.people if one.key == values["recipient"]), None)
    if whom is None:
        return Addressee(values["company"])
    return Addressee(values["company"], whom.name, whom.title, _called(civility_of(whom.key)))


def _called(civility: str) -> str:
    return {"mme": "Madame", "m": "Monsieur"}.get(civility, "")
