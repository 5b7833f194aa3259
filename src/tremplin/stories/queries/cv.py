"""Each version of the CV with the résumé it makes, who it is of, and what it answers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tremplin.accounts.queries import current_student
from tremplin.journal.domain.frameworks import builtin_skills
from tremplin.prospecting.queries import targets as prospecting
from tremplin.prospecting.queries.proposals import offered_signals
from tremplin.prospecting.queries.research import hypotheses
from tremplin.stories.cv import resume as model
from tremplin.stories.cv.building import Built, built, texts_of
from tremplin.stories.cv.parts import Choice, parts_from_json
from tremplin.stories.cv.reading.json_resume import resume_of
from tremplin.stories.cv.reading.outcome import Gathering
from tremplin.stories.cv.targeting import Coverage, Keyword, coverage, keywords
from tremplin.stories.models import Cv
from tremplin.stories.queries.cv_offered import Offered, offered
from tremplin.stories.queries.cv_rows import imports


def choice_of(kept: Cv) -> Choice:
    """Return what a version keeps."""
    return Choice(kept.headline, kept.summary, parts_from_json(kept.parts))


def basics_of(values: Mapping[str, Any]) -> model.Basics:
    """Return who the student is: what Réglages says, else the latest import, and the contact of the version.

    Args:
        values: `email`, `place` and `link` as typed.

    Returns:
        Name, telephone, e-mail, town and link; no age, no birth date, no civil status.
    """
    student, said = current_student(), latest_resume().basics
    town = model.Location(city=values["place"]) if values["place"] else None
    return model.Basics(
        name=student.full_name or said.name,
        email=values["email"],
        phone=student.phone or said.phone,
        url=values["link"],
        location=town,
    )


def contact_of(kept: Cv) -> dict[str, str]:
    """Return the contact of a version."""
    return {"email": kept.email, "place": kept.place, "link": kept.link}


def first_contact() -> dict[str, str]:
    """Return the contact the latest import says; empty texts without one."""
    basics = latest_resume().basics
    town = basics.location.city if basics.location else ""
    link = basics.url or next((one.url for one in basics.profiles if one.url), "")
    return {"email": basics.email[:120], "place": town[:80], "link": link[:200]}


def topped(choice: Choice) -> Choice:
    """Return a first choice with what the latest import says on top, else the studies as headline."""
    basics = latest_resume().basics
    diploma = current_student().studies.partition(",")[0]
    said = [str(basics.label or diploma), str(basics.summary or "")]
    return replace(choice, headline=said[0][:120], summary=said[1][:600])


def latest_resume() -> model.Resume:
    """Return the latest import, passing over files that name no one: badges, tables alone."""
    read = (resume_of(row.content, Gathering(row.name)).resume for row in imports())
    return next((one for one in read if one.basics.name or one.basics.email), model.Resume())


def built_cv(kept: Cv, *, choice: Offered | None = None) -> Built:
    """Return the résumé a version makes today.

    Args:
        kept: the version.
        choice: what is offered; None to read it.

    Returns:
        The résumé and what stands in its way.
    """
    pool = choice or offered()
    return built(pool.parts, choice_of(kept), basics_of(contact_of(kept)), imported=pool.imported)


def target_words(key: int | None) -> tuple[str, str]:
    """Return what Trouver holds of a target: what it does, its problems, what was read of it.

    Args:
        key: its key; None without one.

    Returns:
        Its name, and a text to compare the CV with when no offer was pasted; empty without a target.
    """
    target = prospecting.target(key) if key else None
    if target is None:
        return "", ""
    problems = (one.problem for one in hypotheses(target))
    said = (target.about, *problems, *(one.quote for one in offered_signals(target)))
    return str(target), "\n".join(filter(None, said))


def asked_of(offer: str, *, choice: Offered, host: str = "") -> tuple[Keyword, ...]:
    """Return what an offer asks for.

    Args:
        offer: its text.
        choice: what is offered today: its skills are recognized too.
        host: the name of who offers it, which is no keyword.

    Returns:
        Keywords, skills first.
    """
    known = (*choice.skills, *(one.name for one in builtin_skills().skills))
    return keywords(offer, skills=dict.fromkeys(known), aside=host)


def answered(asked: tuple[Keyword, ...], resume: model.Resume, *, pool: Offered, chosen: Choice) -> Coverage:
    """Return what a résumé says of what is asked.

    Args:
        asked: keywords of the offer.
        resume: the résumé.
        pool: what is offered today.
        chosen: what the version keeps.

    Returns:
        Keywords covered and missing, with the lines not chosen that would say them.
    """
    kept = {*chosen.keys, *(one.key for one in chosen.parts)}
    others = [(one.key, one.says) for part in pool.parts for one in part.options if one.key not in kept]
    others += [(part.key, part.title) for part in pool.parts if part.key not in kept]
    return coverage(asked, lines=texts_of(resume), others=others)
