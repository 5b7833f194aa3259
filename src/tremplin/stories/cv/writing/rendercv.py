"""RenderCV YAML: one kind of entry in each section, dates it can count with, nothing it would refuse."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from ruamel.yaml import YAML

from tremplin.law.words import NBSP
from tremplin.stories.cv.reading.rendercv import EXTRA
from tremplin.stories.cv.resume import (
    Award,
    Basics,
    Certificate,
    Education,
    Line,
    Period,
    Post,
    Profile,
    Project,
    Publication,
    Resume,
    When,
)
from tremplin.stories.cv.writing.printing import (
    AWARDS,
    CERTIFICATES,
    EDUCATION,
    EXPERIENCE,
    INTERESTS,
    LANGUAGES,
    PROJECTS,
    PUBLICATIONS,
    REFERENCES,
    SKILLS,
    diploma,
    with_commas,
)
from tremplin.stories.cv.writing.wording import international_phone, period_words, web_link

Of = TypeVar("Of")
Fields = dict[str, Any]
PROFILE: Final = "Profil"
VOLUNTEERING: Final = "Bénévolat"
OTHER_SKILLS: Final = "Autres"
NETWORKS: Final = {
    name.casefold(): name
    for name in ("LinkedIn", "GitHub", "GitLab", "Instagram", "ResearchGate", "Telegram", "X")
}
"""Accounts RenderCV takes by any bare name; it checks the shape of the others."""

MARKDOWN: Final = re.compile(r"(?<!\w)[*_]+(?=\S)|(?<=\S)[*_]+(?!\w)|[`\\]|\[(?=[^\]]*\]\()")
COMMAND: Final = re.compile(r"#(?=[^\W\d])")
MAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


def to_rendercv(resume: Resume) -> bytes:
    """Write a résumé as RenderCV reads it.

    Args:
        resume: what to write, in its order.

    Returns:
        YAML in UTF-8, with the design read from RenderCV; a telephone without a known country and an
        account without a name are left out, for RenderCV would refuse the whole file.
    """
    cv = {**_head(resume.basics), "sections": _sections(resume)}
    beside = resume.extra.get(EXTRA, {})
    return _dumped({"cv": _filled(cv), "locale": {"language": "french"}, **beside})


def _dumped(document: Fields) -> bytes:
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.allow_unicode, yaml.sort_base_mapping_type_on_output = False, True, False
    yaml.width = 100
    file = io.BytesIO()
    yaml.dump(document, file)
    return file.getvalue()


def _head(basics: Basics) -> Fields:
    email = basics.email.strip()
    return {
        "name": basics.name,
        "headline": _plain(_said(basics.label)),
        "location": basics.location.city if basics.location else "",
        "email": email if MAIL.fullmatch(email) else "",
        "phone": international_phone(basics.phone),
        "website": web_link(basics.url),
        "social_networks": [found for one in basics.profiles if (found := _account(one))],
    }


def _account(one: Profile) -> Fields:
    network = NETWORKS.get(one.network.strip().casefold())
    username = one.username.strip() or one.url.strip().rstrip("/").rpartition("/")[2]
    if not network or not username or re.search(r"\s", username):
        return {}
    return {"network": network, "username": username}


def _sections(resume: Resume) -> dict[str, list[Any]]:
    """Return the sections that hold something, in the order of the CV."""
    given: list[tuple[str, list[Any]]] = [
        (PROFILE, [_plain(text) for text in _paragraphs(resume.basics.summary)]),
        *_in_two(EXPERIENCE, resume.work, _experience, _named_post, _is_whole_post),
        *_in_two(VOLUNTEERING, resume.volunteer, _experience, _named_post, _is_whole_post),
        (PROJECTS, [_project(one) for one in resume.projects]),
        *_in_two(EDUCATION, resume.education, _study, _named_study, _is_whole_study),
        (SKILLS, _pairs([(_level(one.name, one.level), ", ".join(one.keywords)) for one in resume.skills])),
        (LANGUAGES, _pairs([(one.language, one.fluency) for one in resume.languages])),
        (CERTIFICATES, [_certificate(one) for one in resume.certificates]),
        (AWARDS, [_award(one) for one in resume.awards]),
        (PUBLICATIONS, [_publication(one, resume.basics.name) for one in resume.publications]),
        *(
            (one.title, [_plain(line.text) for line in one.lines if line.text.strip()])
            for one in resume.others
        ),
        (INTERESTS, _pairs([(one.name, ", ".join(one.keywords)) for one in resume.interests])),
        (REFERENCES, _pairs([(one.name, one.reference) for one in resume.references])),
    ]
    sections: dict[str, list[Any]] = {}
    for title, entries in given:
        if entries:
            sections[_free(title, sections)] = entries
    return sections


def _free(title: str, taken: Mapping[str, object]) -> str:
    """Return a title no section has yet: two kinds of entries never share one."""
    title = title.strip() or "Divers"
    return title if title not in taken else _free(f"{title} (suite)", taken)


def _in_two(
    title: str,
    given: Sequence[Of],
    whole: Callable[[Of], Fields],
    named: Callable[[Of], Fields],
    is_whole: Callable[[Of], bool],
) -> Iterator[tuple[str, list[Any]]]:
    """Give entries that hold all RenderCV asks, then apart those it takes under a name only."""
    yield title, [_filled(whole(one)) for one in given if is_whole(one)]
    yield title, [_filled(named(one)) for one in given if not is_whole(one)]


def _is_whole_post(one: Post) -> bool:
    return bool(one.organization and one.position)


def _is_whole_study(one: Education) -> bool:
    return bool(one.institution and (one.area or one.study_type))


def _experience(one: Post) -> Fields:
    return {"company": _plain(one.organization), "position": _plain(one.position), **_told_post(one)}


def _named_post(one: Post) -> Fields:
    return {"name": _plain(with_commas(one.position, one.organization)) or EXPERIENCE, **_told_post(one)}


def _told_post(one: Post) -> Fields:
    summary = "\n".join(filter(None, (one.description.strip(), _said(one.summary))))
    return {
        **_when(one.period),
        "location": one.location,
        "summary": _plain(summary),
        **_points(one.highlights),
    }


def _study(one: Education) -> Fields:
    area = one.area.strip() or one.study_type.strip()
    return {
        "institution": _plain(one.institution),
        "area": _plain(area),
        "degree": _plain(one.study_type) if one.area.strip() else "",
        **_told_study(one),
    }


def _named_study(one: Education) -> Fields:
    return {"name": _plain(with_commas(diploma(one), one.institution)) or EDUCATION, **_told_study(one)}


def _told_study(one: Education) -> Fields:
    courses = ", ".join(line.text for line in one.courses)
    summary = (_said(one.summary), one.score, f"Cours{NBSP}: {courses}" if courses else "")
    return {
        **_when(one.period),
        "location": one.location,
        "summary": _plain("\n".join(filter(None, summary))),
        **_points(one.highlights),
    }


def _project(one: Project) -> Fields:
    about = with_commas(one.entity, *one.roles, *one.keywords)
    return _filled(
        {
            "name": _plain(one.name) or PROJECTS,
            **_when(one.period),
            "location": one.location,
            "summary": _plain("\n".join(filter(None, (_said(one.description), about, one.url.strip())))),
            **_points(one.highlights),
        }
    )


def _certificate(one: Certificate) -> Fields:
    return _filled({"name": _plain(one.name) or CERTIFICATES, **_on(one.on), "summary": _plain(one.issuer)})


def _award(one: Award) -> Fields:
    summary = "\n".join(filter(None, (one.awarder, _said(one.summary))))
    return _filled({"name": _plain(one.title) or AWARDS, **_on(one.on), "summary": _plain(summary)})


def _publication(one: Publication, author: str) -> Fields:
    return _filled(
        {
            "title": _plain(one.name) or PUBLICATIONS,
            "authors": [_plain(author) or "Auteur"],
            **_on(one.on),
            "journal": _plain(one.publisher),
            "url": web_link(one.url),
            "summary": _plain(_said(one.summary)),
        }
    )


def _pairs(given: Iterable[tuple[str, str]]) -> list[Any]:
    """Write labels with their details; labels alone share a line, or stand as texts when all are."""
    pairs = [(label.strip(), details.strip()) for label, details in given if label.strip() or details.strip()]
    alone = [_plain(label or details) for label, details in pairs if not label or not details]
    if len(alone) == len(pairs):
        return alone
    named = [
        {"label": _plain(label), "details": _plain(details)} for label, details in pairs if label and details
    ]
    return [*named, {"label": OTHER_SKILLS, "details": ", ".join(alone)}] if alone else named


def _level(name: str, level: str) -> str:
    return f"{name} ({level})" if name.strip() and level.strip() else name or level


def _when(period: Period) -> Fields:
    """Write a period with dates RenderCV can count with, or in words."""
    start, end = period.start, period.end
    if period.is_current and start and start.parts:
        return {"start_date": start.text, "end_date": "present"}
    if start and end and start.parts and end.parts and _first_day(start) <= _first_day(end):
        return {"start_date": start.text, "end_date": end.text}
    only = start or end
    if only and only.parts and not (start and end):
        return _on(only)
    return {"date": period_words(period)}


def _first_day(when: When) -> tuple[int, ...]:
    return (*(when.parts or ()), 1, 1)[:3]


def _on(when: When | None) -> Fields:
    return {"date": when.text.strip()} if when else {}


def _points(lines: Iterable[Line]) -> Fields:
    return {"highlights": [_plain(line.text) for line in lines if line.text.strip()]}


def _paragraphs(line: Line | None) -> list[str]:
    return [one.strip() for one in _said(line).splitlines() if one.strip()]


def _said(line: Line | None) -> str:
    return line.text.strip() if line else ""


def _plain(text: str) -> str:
    """Write a text so that its stars and brackets stay what they are, where Markdown would read them.

    A word that begins with a hash would be run as a command of its typesetter: an empty joint parts them.
    """
    return COMMAND.sub("#\u2060", MARKDOWN.sub(_escaped, text.strip()))


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in found[0])


def _filled(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value}
