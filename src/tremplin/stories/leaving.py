"""A version of the CV, found and made ready to leave as a file."""

from dataclasses import replace

from tremplin.documents.curriculum import Design
from tremplin.stories import kept_files
from tremplin.stories.cv.building import built, proofs
from tremplin.stories.cv.choosing import first_choice
from tremplin.stories.cv.leaving import Ready
from tremplin.stories.cv.proving import HEADLINE, SUMMARY
from tremplin.stories.models import Cv
from tremplin.stories.queries import cv as queries
from tremplin.stories.queries import cv_offered, cv_rows


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
    )


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
    choice, basics = queries.topped(first_choice(pool.parts)), queries.basics_of(queries.first_contact())
    faults = [one for one in built(pool.parts, choice, basics).blocking if one.key in (HEADLINE, SUMMARY)]
    faulty = {one.key for one in faults}
    choice = replace(
        choice,
        headline="" if HEADLINE in faulty else choice.headline,
        summary="" if SUMMARY in faulty else choice.summary,
    )
    made = built(pool.parts, choice, basics)
    told = tuple(replace(one, says=f"{one.says} Ce texte n’est pas repris.", blocks=False) for one in faults)
    return Ready(replace(made, remarks=(*told, *made.remarks)), figures=proofs(pool.parts, choice))
