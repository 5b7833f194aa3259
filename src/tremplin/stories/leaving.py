"""A version of the CV, found and made ready to leave as a file."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils import timezone

from tremplin.documents.curriculum import Design
from tremplin.stories import kept_files
from tremplin.stories.cv.building import built, proofs
from tremplin.stories.cv.choosing import first_choice
from tremplin.stories.cv.leaving import Ready, excess_of
from tremplin.stories.cv.parts import Choice
from tremplin.stories.cv.proving import HEADLINE, SUMMARY
from tremplin.stories.cv.shortening import fitted
from tremplin.stories.cv.targeting import Keyword
from tremplin.stories.models import Cv
from tremplin.stories.operations.cv import CONTACT
from tremplin.stories.queries import cv as queries
from tremplin.stories.queries import cv_offered, cv_rows

LEFT_OUT = "Ce texte porte un chiffre que rien ne prouve. Il n’est pas repris."


def ready(kept: Cv, *, pool: cv_offered.Offered) -> Ready:
    """Return a saved version, ready to leave.

    Args:
        kept: the version.
        pool: what is offered today.

    Returns:
        The CV with its photo and its figures set large, when the version wants them.
    """
    photo = cv_rows.photo() if kept.with_photo else None
    return Ready(
        queries.built_cv(kept, choice=pool),
        Design(kept.design),
        kept_files.photo(photo.digest) if photo else b"",
        proofs(pool.parts, queries.choice_of(kept)) if kept.with_figures else (),
        queries.latest_resume(),
    )


def first_version(pool: cv_offered.Offered, *, asked: Sequence[Keyword] = ()) -> Choice:
    """Return what a new version starts with: its best lines, as many as its page holds.

    Args:
        pool: what is offered today.
        asked: keywords of the offer it answers.

    Returns:
        The choice; it looks like the latest version, whose page it is measured on.
    """
    look = next(iter(cv_rows.cvs()), None) or Cv(**queries.first_contact())

    def excess(choice: Choice) -> int:
        page = ready(_dressed(look, choice), pool=pool).page(on=timezone.localdate())
        return len(excess_of(page))

    return fitted(queries.topped(first_choice(pool.parts, asked=asked)), parts=pool.parts, excess=excess)


def _dressed(look: Cv, choice: Choice) -> Cv:
    """Return a version that is not saved, with the look of another."""
    columns = {name: getattr(look, name) for name in CONTACT}
    parts = choice.as_json()
    return Cv(headline=choice.headline, summary=choice.summary, parts=parts, **columns)


def ready_called(version: str | None) -> Ready | None:
    """Return the version of a name, or the latest.

    Args:
        version: its name or its number; None for the latest, or for what a first one would hold.

    Returns:
        The CV; None without such a version, or with nothing yet to say.
    """
    pool, rows = cv_offered.offered(), cv_rows.cvs()
    if version is not None:
        found = [one for one in rows if version in (one.name, str(one.pk))]
        return ready(found[0], pool=pool) if found else None
    if rows:
        return ready(rows[0], pool=pool)
    return _first(pool) if pool.parts else None


def _first(pool: cv_offered.Offered) -> Ready:
    """Return what a first version would hold, without the texts on top that say an unproved figure."""
    choice, basics = first_version(pool), queries.basics_of(queries.first_contact())
    made = built(pool.parts, choice, basics, imported=pool.imported)
    faults = [one for one in made.blocking if one.key in (HEADLINE, SUMMARY)]
    faulty = {one.key for one in faults}
    choice = replace(
        choice,
        headline="" if HEADLINE in faulty else choice.headline,
        summary="" if SUMMARY in faulty else choice.summary,
    )
    made = built(pool.parts, choice, basics, imported=pool.imported)
    told = tuple(replace(one, says=LEFT_OUT, blocks=False) for one in faults)
    remarked = replace(made, remarks=(*told, *made.remarks))
    return Ready(remarked, figures=proofs(pool.parts, choice), beside=queries.latest_resume())
