"""LinkedIn's profile in PDF: two columns of plain text, told apart by place and size of letters."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tremplin.stories.cv.reading.dates import read_span
from tremplin.stories.cv.reading.drafting import Draft
from tremplin.stories.cv.reading.linkedin_columns import BIGGER, Page, Part, columns_of, joined, unwrapped
from tremplin.stories.cv.reading.linkedin_contact import ASIDE, Contact, read_contact
from tremplin.stories.cv.reading.long_texts import BULLET, read_plain
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.pdf_lines import PrintedLine, printed_lines
from tremplin.stories.cv.reading.words import is_duration, proficiency_called
from tremplin.stories.cv.resume import (
    Award,
    Basics,
    Certificate,
    Education,
    Extra,
    Language,
    Location,
    Period,
    Post,
    Publication,
    Resume,
    Skill,
    When,
)

KIND: Final = "Profil LinkedIn (PDF)"
EXTRA: Final = "x-linkedin"
FOOTER: Final = re.compile(r"(?:page|seite|pagina|página)\s+\d+\s+\S+\s+\d+", re.I)
STUDIED: Final = re.compile(r"(.*?)\s*(?:·\s*)?\(([^()]*\d{4}[^()]*)\)$")
LOOKS_DATED: Final = re.compile(r"\b(?:19|20)\d{2}\b.*[-–—].*")
PLACE: Final = re.compile(r"[^\W\d_][^\d|@•:;!?]*")
PLACE_WORDS: Final = re.compile(
    r"\b(?:région|area|region|périphérie|metropolitan|metropolregion|alrededores|dintorni|região|france)\b",
    re.I,
)
MOST_PLACE_WORDS: Final = 9
NO_HEADLINE: Final = "--"
FRAGILE: Final = (
    "Un profil LinkedIn en PDF ne dit pas où commence chaque ligne\u00a0: relisez tout avant de le garder. "
    "L’archive LinkedIn (.zip) est plus sûre."
)
NO_TEXT: Final = (
    "Ce PDF ne contient pas de texte\u00a0: c’est une image. "
    "Téléchargez votre profil depuis LinkedIn («\u00a0Enregistrer au format PDF\u00a0»), sans l’imprimer."
)


def read_linkedin_pdf(pdf: Any, gathering: Gathering) -> Reading | None:
    """Return what a profile saved from LinkedIn says.

    Args:
        pdf: an open document.
        gathering: where sentences go.

    Returns:
        The résumé; None when the pages are not a profile of LinkedIn.

    Raises:
        UnreadableResume: the pages hold no text.
    """
    printed = printed_lines(pdf, gathering)
    if not printed:
        raise UnreadableResume(NO_TEXT)
    lines = [line for line in printed if not FOOTER.fullmatch(line.text)]
    page = columns_of(lines)
    if page is None or not _is_linkedin(page, printed, lines):
        return None
    gathering.warn(FRAGILE)
    return gathering.done(KIND, _resume(page, gathering))


def _is_linkedin(page: "Page", printed: Sequence[PrintedLine], lines: Sequence[PrintedLine]) -> bool:
    has_footer = len(printed) > len(lines)
    has_link = any("linkedin.com/in/" in line.text.casefold() for line in lines)
    has_contact = any(part.section == "contact" for part in page.side)
    return bool(page.main) and (has_link or (has_footer and has_contact))


def _resume(page: Page, gathering: Gathering) -> Resume:
    draft = _Draft(gathering, usual=page.usual)
    name, label, place = _head(page.head)
    for part in (*page.main, *page.side):
        draft.read(part)
    basics = Basics(
        name=name,
        label=gathering.line(label),
        email=draft.contact.email,
        phone=draft.contact.phone,
        url=draft.contact.url,
        summary=gathering.line("\n".join(draft.summary)),
        location=_location(place) if place else None,
        profiles=tuple(draft.contact.profiles),
        extra={EXTRA: {"contact": draft.contact.rest}} if draft.contact.rest else {},
    )
    return draft.resume(basics, aside=EXTRA)


def _head(lines: Sequence[PrintedLine]) -> tuple[str, str, str]:
    """Return the name, the headline and the place printed above the first section."""
    largest = max((line.size for line in lines), default=0.0)
    names = [line.text for line in lines if line.size >= largest - BIGGER]
    rest = [line.text for line in lines if line.size < largest - BIGGER]
    place = rest.pop() if rest and looks_like_a_place(rest[-1], alone=len(rest) > 1) else ""
    headline = joined(rest)
    return " ".join(names), headline if headline != NO_HEADLINE else "", place


def looks_like_a_place(text: str, *, alone: bool = True) -> bool:
    """Say whether a line may be a place.

    Args:
        text: « Grenoble, Isère, France », « Lyon et périphérie », « Lille ».
        alone: whether a few words that begin with capitals are enough.
    """
    words = text.split()
    if not PLACE.fullmatch(text) or len(words) > MOST_PLACE_WORDS or text.endswith("."):
        return False
    parts = [part.strip() for part in text.split(",")]
    if 2 <= len(parts) <= 4:
        return all(part[:1].isupper() for part in parts)
    if PLACE_WORDS.search(text):
        return True
    return alone and len(words) <= 3 and all(word[:1].isupper() for word in words)


def _location(place: str) -> Location:
    parts = [part.strip() for part in place.split(",") if part.strip()]
    is_french = parts[-1].casefold() == "france"
    region = parts[1:-1] if is_french else parts[1:]
    city = "" if is_french and len(parts) == 1 else parts[0]
    return Location(city=city, country_code="FR" if is_french else "", region=", ".join(region))


@dataclass(slots=True)
class _Draft(Draft):
    """The sections being filled; `usual` is the size of plain letters."""

    usual: float = 0.0
    contact: Contact = field(default_factory=Contact)

    def read(self, part: Part) -> None:
        """Read one section."""
        source, lines = self.source, part.lines
        listed = unwrapped(lines, part.limit, is_list=True)
        match part.section:
            case "contact":
                read_contact(lines, self.contact)
            case "summary":
                self.summary += unwrapped(lines, part.limit)
            case "work":
                self.work += _posts(part, self)
            case "volunteer":
                self.volunteer += _posts(part, self)
            case "education":
                self.education += _studies(lines, self)
            case "skills":
                self.skills += [Skill(source, one) for one in listed]
            case "languages":
                self.languages += [_language(one, self.gathering) for one in listed]
            case "certificates":
                self.certificates += [Certificate(source, one) for one in listed]
            case "awards":
                self.awards += [Award(source, one) for one in listed]
            case "publications":
                self.publications += [Publication(source, one) for one in listed]
            case _:
                self._read_other(part)

    def _read_other(self, part: Part) -> None:
        if said := unwrapped(part.lines, part.limit):
            self.also(part.heading, *said)
            self.gathering.warn(
                "cette rubrique n’est pas reconnue\u00a0: gardée sous son titre.", part.heading
            )


def _language(text: str, gathering: Gathering) -> Language:
    match = ASIDE.fullmatch(text)
    if match is None:
        return Language(gathering.source, text)
    extra: Extra = {EXTRA: {"proficiency": match[2]}}
    return Language(gathering.source, match[1], proficiency_called(match[2]), extra)


@dataclass(slots=True)
class _Job:
    """One post while its lines come."""

    organization: str
    position: str
    period: Period
    place: str = ""
    lines: list[PrintedLine] = field(default_factory=list)


def _posts(part: Part, draft: _Draft) -> list[Post]:
    lines = part.lines
    jobs: list[_Job] = []
    pending: list[PrintedLine] = []
    organization = ""
    levels = _levels(lines, draft.usual)
    for line in lines:
        period = _period(line, draft) if line.size <= draft.usual + BIGGER else None
        if line.size > draft.usual + BIGGER:
            pending.append(line)
        elif pending and is_duration(line.text):
            organization, pending = joined([one.text for one in pending]), []
        elif period is not None and pending:
            above, position = _titles(pending, levels)
            organization, pending = above or organization, []
            jobs.append(_Job(organization, position, period))
        elif pending:
            above, position = _titles(pending, levels)
            organization, pending = above or organization, []
            jobs.append(_Job(organization, position, Period(), lines=[line]))
        elif jobs:
            _add(line, jobs[-1])
    if pending:
        above, position = _titles(pending, levels)
        jobs.append(_Job(above or organization, position, Period()))
    return [_post(job, part.limit, draft) for job in jobs]


def _add(line: PrintedLine, job: _Job) -> None:
    if not job.lines and not job.place and job.period.start and looks_like_a_place(line.text):
        job.place = line.text
    else:
        job.lines.append(line)


def _levels(lines: Sequence[PrintedLine], usual: float) -> Mapping[float, int]:
    """Return the rank of each size of large letters: 0 for employers, 1 for posts."""
    sizes = sorted({round(line.size, 1) for line in lines if line.size > usual + BIGGER}, reverse=True)
    return {size: rank for rank, size in enumerate(sizes)}


def _titles(lines: Sequence[PrintedLine], levels: Mapping[float, int]) -> tuple[str, str]:
    """Return the employer, empty when it is the one before, and the post."""
    if len(levels) > 1:
        above = [line.text for line in lines if levels[round(line.size, 1)] == 0]
        below = [line.text for line in lines if levels[round(line.size, 1)] > 0]
        return joined(above), joined(below)
    if len(lines) == 1:
        return "", lines[0].text
    return lines[0].text, joined([line.text for line in lines[1:]])


def _period(line: PrintedLine, draft: _Draft) -> Period | None:
    """Return the period a line of plain letters tells; words that look dated are kept, and told."""
    match = ASIDE.fullmatch(line.text)
    bare = match[1] if match and is_duration(match[2]) else line.text
    if found := read_span(bare):
        return found
    if match is None or not LOOKS_DATED.search(bare) or BULLET.match(line.text):
        return None
    dates = match[1]
    why = f"{quoted(dates)} n’est pas une date connue\u00a0: gardé tel quel."
    draft.gathering.warn(why, f"page {line.page}")
    return Period(When(dates), When(dates))


def _post(job: _Job, limit: float, draft: _Draft) -> Post:
    told = read_plain("\n".join(unwrapped(job.lines, limit)))
    if job.period.start is None:
        why = "aucune date n’a été trouvée\u00a0: ajoutez-la."
        draft.gathering.warn(why, " · ".join(filter(None, [job.organization, job.position])))
    return Post(
        source=draft.source,
        organization=job.organization,
        position=job.position,
        location=job.place,
        period=job.period,
        summary=draft.gathering.line(told.summary),
        highlights=draft.gathering.lines_of(told.points),
    )


def _studies(lines: Sequence[PrintedLine], draft: _Draft) -> list[Education]:
    found = []
    for school, said in _schools(lines, draft.usual):
        match = STUDIED.fullmatch(said)
        words, dates = (match[1], match[2]) if match else (said, "")
        period = read_span(dates) if dates else None
        if dates and period is None:
            draft.gathering.warn(f"{quoted(dates)} n’est pas une date connue\u00a0: gardé tel quel.", school)
            period = Period(When(dates), When(dates))
        diploma, _, area = words.strip(" ·").partition(", ")
        found.append(
            Education(
                source=draft.source,
                institution=school,
                study_type=diploma,
                area=area,
                period=period or Period(),
            )
        )
    return found


def _schools(lines: Sequence[PrintedLine], usual: float) -> Iterator[tuple[str, str]]:
    """Give each school, in large letters, with what is said under it."""
    school: list[str] = []
    said: list[str] = []
    for line in lines:
        is_large = line.size > usual + BIGGER
        if is_large and said:
            yield joined(school), joined(said)
            school, said = [], []
        (school if is_large else said).append(line.text)
    if school or said:
        yield joined(school), joined(said)
