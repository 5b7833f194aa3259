"""From a résumé to the page: which section comes where, and what each entry says first.

What was done outside work is set among the experiences, by date, with the same rank.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from tremplin.documents.curriculum import (
    MOST_PROOFS,
    UNNAMED,
    Contact,
    Curriculum,
    Design,
    Entry,
    Labelled,
    Proof,
)
from tremplin.documents.curriculum import Section as Shown
from tremplin.law.words import NBSP
from tremplin.stories.cv.resume import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Post,
    Profile,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
)
from tremplin.stories.cv.writing.wording import (
    address_words,
    lowered,
    mail_link,
    period_words,
    phone_link,
    phone_words,
    web_link,
    when_words,
)

EXPERIENCE: Final = "Expérience"
PROJECTS: Final = "Projets"
EDUCATION: Final = "Formation"
SKILLS: Final = "Compétences"
LANGUAGES: Final = "Langues"
CERTIFICATES: Final = "Certifications"
AWARDS: Final = "Distinctions"
PUBLICATIONS: Final = "Publications"
INTERESTS: Final = "Centres d’intérêt"
REFERENCES: Final = "Références"
ADDRESSES: Final = {"linkedin": "linkedin.com/in/", "github": "github.com/", "gitlab": "gitlab.com/"}


def curriculum_of(
    resume: Resume,
    *,
    on: date,
    design: Design = Design.CLASSIC,
    photo: bytes = b"",
    proofs: Sequence[Proof] = (),
) -> Curriculum:
    """Lay a résumé out as a CV.

    Args:
        resume: what to print, in its order.
        on: the day written in the file.
        design: how it looks.
        photo: a JPEG or PNG file; empty for none.
        proofs: figures set large, three at most.

    Returns:
        The page; neither the address nor the age of the student is on it.
    """
    basics = resume.basics
    return Curriculum(
        name=basics.name,
        produced_on=on,
        headline=_text(basics.label),
        contacts=contacts(basics),
        summary=_text(basics.summary),
        proofs=tuple(proofs[:MOST_PROOFS]),
        sections=tuple(_sections(resume)),
        photo=photo,
        design=design,
    )


def contacts(basics: Basics) -> tuple[Contact, ...]:
    """Return how to reach the student: town, telephone, e-mail, addresses."""
    city = basics.location.city if basics.location else ""
    given = (
        Contact(city.strip()),
        Contact(phone_words(basics.phone), phone_link(basics.phone)),
        Contact(basics.email.strip(), mail_link(basics.email)),
        Contact(address_words(basics.url), web_link(basics.url)),
        *(_account(one) for one in basics.profiles),
    )
    return tuple({one.says: one for one in given if one.says}.values())


def _account(one: Profile) -> Contact:
    address = one.url or account_address(one)
    if address.strip():
        return Contact(address_words(address), web_link(address))
    return Contact(" ".join(filter(None, (one.network.strip(), one.username.strip()))))


def account_address(one: Profile) -> str:
    """Return where an account without an address is found, on the networks known; else nothing."""
    start, name = ADDRESSES.get(one.network.strip().casefold(), ""), one.username.strip()
    return f"{start}{name}" if start and name else ""


def _sections(resume: Resume) -> Iterator[Shown]:
    """Give the sections that hold something, in the order a French recruiter reads."""
    posts = by_date(resume.work, resume.volunteer)
    shown = (
        Shown(EXPERIENCE, tuple(_post(one) for one in posts)),
        Shown(PROJECTS, tuple(_project(one) for one in resume.projects)),
        Shown(EDUCATION, tuple(_education(one) for one in resume.education)),
        Shown(SKILLS, lines=tuple(_skills(resume.skills))),
        Shown(LANGUAGES, lines=_joined(map(_language, resume.languages), separator=f"{NBSP}· ")),
        Shown(CERTIFICATES, lines=_each(map(_certificate, resume.certificates))),
        Shown(AWARDS, lines=_each(map(_award, resume.awards))),
        Shown(PUBLICATIONS, lines=_each(map(_publication, resume.publications))),
        *(
            Shown(one.title.strip() or UNNAMED, lines=_each(line.text for line in one.lines))
            for one in resume.others
        ),
        Shown(INTERESTS, lines=_joined(map(_interest, resume.interests), separator=", ")),
        Shown(REFERENCES, lines=tuple(_reference(one) for one in resume.references)),
    )
    yield from (
        one for one in shown if any(entry.title or entry.organization for entry in one.entries) or one.lines
    )


def by_date(first: Sequence[Post], second: Sequence[Post]) -> tuple[Post, ...]:
    """Merge two lists of posts, the latest first, each keeping its own order.

    Args:
        first: wins over the second when both end together.
        second: the other list.

    Returns:
        All of them.
    """
    merged: list[Post] = []
    left, right = list(first), list(second)
    while left and right:
        merged.append((left if left[0].period.rank >= right[0].period.rank else right).pop(0))
    return (*merged, *left, *right)


def _post(one: Post) -> Entry:
    return Entry(
        title=one.position.strip(),
        organization=one.organization.strip(),
        period=period_words(one.period),
        note=with_commas(one.description, one.location),
        address=Contact(address_words(one.url), web_link(one.url)) if not one.highlights else Contact(""),
        about=_text(one.summary),
        lines=_texts(one.highlights),
    )


def _project(one: Project) -> Entry:
    return Entry(
        title=one.name.strip(),
        organization=one.entity.strip(),
        period=period_words(one.period),
        note=with_commas(*one.roles, one.location, *one.keywords),
        address=Contact(address_words(one.url), web_link(one.url)),
        about=_text(one.description),
        lines=_texts(one.highlights),
    )


def _education(one: Education) -> Entry:
    courses = ", ".join(_texts(one.courses))
    return Entry(
        title=diploma(one),
        organization=one.institution.strip(),
        period=period_words(one.period),
        note=with_commas(one.location, one.score),
        about="\n".join(filter(None, (_text(one.summary), f"Cours{NBSP}: {courses}" if courses else ""))),
        lines=_texts(one.highlights),
    )


def diploma(one: Education) -> str:
    """« M1 Management des opérations »; the field is not said twice."""
    diploma, area = one.study_type.strip(), one.area.strip()
    if area.casefold() in diploma.casefold():
        return diploma
    return f"{diploma} {area}".strip()


def _skills(skills: Iterable[Skill]) -> Iterator[Labelled]:
    """Give a line for each family, then one for the skills that have none."""
    alone = []
    for one in skills:
        name, members = one.name.strip(), ", ".join(filter(None, map(str.strip, one.keywords)))
        named = f"{name} ({lowered(one.level.strip())})" if name and one.level.strip() else name
        if members:
            yield Labelled(members, named)
        elif named:
            alone.append(named)
    yield from _joined(alone, separator=", ")


def _language(one: Language) -> str:
    return with_commas(one.language, lowered(one.fluency.strip()))


def _certificate(one: Certificate) -> str:
    return with_commas(one.name, one.issuer, when_words(one.on))


def _award(one: Award) -> str:
    return with_commas(one.title, one.awarder, when_words(one.on), _text(one.summary))


def _publication(one: Publication) -> str:
    said = (one.name, one.publisher, when_words(one.on), address_words(one.url), _text(one.summary))
    return with_commas(*said)


def _interest(one: Interest) -> str:
    members = ", ".join(filter(None, map(str.strip, one.keywords)))
    return (
        f"{one.name.strip()} ({lowered(members)})"
        if members and one.name.strip()
        else one.name.strip() or members
    )


def _reference(one: Reference) -> Labelled:
    says, name = one.reference.strip(), one.name.strip()
    return Labelled(says, name) if says else Labelled(name)


def _joined(texts: Iterable[str], *, separator: str) -> tuple[Labelled, ...]:
    said = separator.join(filter(None, texts))
    return (Labelled(said),) if said else ()


def _each(texts: Iterable[str]) -> tuple[Labelled, ...]:
    return tuple(Labelled(one.strip()) for one in texts if one.strip())


def _text(line: Line | None) -> str:
    return line.text.strip() if line else ""


def _texts(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.text.strip() for line in lines if line.text.strip())


def with_commas(*texts: str) -> str:
    """Return the texts that say something, joined by commas."""
    return ", ".join(filter(None, (text.strip() for text in texts)))
