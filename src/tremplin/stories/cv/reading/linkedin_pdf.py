"""LinkedIn's profile in PDF: two columns of plain text, told apart by place and size of letters."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from tremplin.stories.cv.reading.addresses import looks_like_an_email
from tremplin.stories.cv.reading.dates import read_span
from tremplin.stories.cv.reading.drafting import Draft
from tremplin.stories.cv.reading.long_texts import BULLET, read_plain
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.pdf_lines import PrintedLine, printed_lines
from tremplin.stories.cv.reading.telephones import in_pairs
from tremplin.stories.cv.reading.words import is_duration, proficiency_called, section_called
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
    Profile,
    Publication,
    Resume,
    Skill,
    When,
)

KIND: Final = "Profil LinkedIn (PDF)"
EXTRA: Final = "x-linkedin"
FOOTER: Final = re.compile(r"(?:page|seite|pagina|página)\s+\d+\s+\S+\s+\d+", re.I)
ASIDE: Final = re.compile(r"(.*?)\s*\(([^()]*)\)$")
TELEPHONE: Final = re.compile(r"\+?[\d\s().-]{8,}")
SITE: Final = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
STUDIED: Final = re.compile(r"(.*?)\s*(?:·\s*)?\(([^()]*\d{4}[^()]*)\)$")
LOOKS_DATED: Final = re.compile(r"\b(?:19|20)\d{2}\b.*[-–—].*")
PLACE: Final = re.compile(r"[^\W\d_][^\d|@•:;!?]*")
PLACE_WORDS: Final = re.compile(
    r"\b(?:région|area|region|périphérie|metropolitan|metropolregion|alrededores|dintorni|região|france)\b",
    re.I,
)
BIGGER: Final = 0.3  # points above the usual letters
WIDE: Final = 0.85  # of the page, at least, is where the main column ends
APART: Final = 1.15  # times the least distance between lines: the next one is something else
HEADING: Final = 1.2  # times the usual letters
MOST_PLACE_WORDS: Final = 9
NO_HEADLINE: Final = "--"
ENDS: Final = ".;:!?"
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
    page = _columns(lines)
    if page is None or not _is_linkedin(page, printed, lines):
        return None
    gathering.warn(FRAGILE)
    return gathering.done(KIND, _resume(page, gathering))


def _is_linkedin(page: "_Profile", printed: Sequence[PrintedLine], lines: Sequence[PrintedLine]) -> bool:
    has_footer = len(printed) > len(lines)
    has_link = any("linkedin.com/in/" in line.text.casefold() for line in lines)
    has_contact = any(part.section == "contact" for part in page.side)
    return bool(page.main) and (has_link or (has_footer and has_contact))


@dataclass(slots=True)
class _Part:
    """A section: its heading as printed, what it is, where its column ends, and its lines."""

    heading: str
    section: str
    limit: float
    lines: list[PrintedLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Profile:
    """A profile: the head of the main column, then the sections of both."""

    head: Sequence[PrintedLine]
    main: Sequence[_Part]
    side: Sequence[_Part]
    usual: float


def _columns(lines: Sequence[PrintedLine]) -> _Profile | None:
    """Tell the two columns apart: the main one begins where the name does, in the largest letters."""
    first = [line for line in lines if line.page == 1]
    if not first:
        return None
    name = max(first, key=lambda line: line.size)
    usual = _usual_size(lines)
    main = [line for line in lines if line.left >= name.left - 2]
    side = [line for line in lines if line.left < name.left - 2]
    head, parts = _parts(main, usual, _right(main, WIDE * name.width))
    margin = min((line.left for line in side), default=0.0)
    _, beside = _parts(side, _usual_size(side) if side else usual, _right(side, name.left - margin))
    return _Profile(head, parts, beside, usual)


def _right(lines: Sequence[PrintedLine], least: float) -> float:
    """Return where a column ends on the right: its longest line, and no less than its room."""
    return max([least, *(line.right for line in lines)])


def _usual_size(lines: Sequence[PrintedLine]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0]


def _parts(lines: Sequence[PrintedLine], usual: float, limit: float) -> tuple[list[PrintedLine], list[_Part]]:
    """Cut a column at its headings: larger letters, and words that name a section."""
    head: list[PrintedLine] = []
    parts: list[_Part] = []
    heading_size = _heading_size(lines, usual)
    for line in lines:
        section = section_called(line.text)
        is_large = line.size >= usual * HEADING
        known = (
            section
            and line.size > usual + BIGGER
            and (not heading_size or line.size >= heading_size - BIGGER)
        )
        unknown = parts and is_large and heading_size and abs(line.size - heading_size) <= BIGGER
        if known or unknown:
            parts.append(_Part(line.text, section, limit))
        elif parts:
            parts[-1].lines.append(line)
        else:
            head.append(line)
    return head, parts


def _heading_size(lines: Sequence[PrintedLine], usual: float) -> float:
    """Return the size most headings of known sections are printed in; 0 without any."""
    sizes = Counter(
        round(line.size, 1) for line in lines if section_called(line.text) and line.size > usual + BIGGER
    )
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def _resume(page: _Profile, gathering: Gathering) -> Resume:
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


def joined(texts: Sequence[str]) -> str:
    """Return lines as one text; a word cut by a hyphen at the end of a line keeps it."""
    whole = ""
    for text in texts:
        glue = "" if not whole or (whole.endswith("-") and not whole.endswith(" -")) else " "
        whole += glue + text
    return whole


def unwrapped(lines: Sequence[PrintedLine], limit: float, *, is_list: bool = False) -> list[str]:
    """Return the paragraphs of lines: one goes on when the next word had no room at its end.

    Args:
        lines: of one section, in order.
        limit: where their column ends.
        is_list: whether they are short entries, each on its own, rather than sentences.

    Returns:
        Paragraphs; a line that begins with a bullet, or after a blank, begins one.
    """
    paragraphs: list[list[str]] = []
    pitch = _pitch(lines)
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and paragraphs and _goes_on(before, line, limit, pitch, is_list):
            paragraphs[-1].append(line.text)
        else:
            paragraphs.append([line.text])
    return [joined(one) for one in paragraphs]


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """Return the least distance from a line to the next."""
    gaps = [after.top - before.top for before, after in pairwise(lines) if after.page == before.page]
    return min((gap for gap in gaps if gap > 0), default=0.0)


def _goes_on(before: PrintedLine, line: PrintedLine, limit: float, pitch: float, is_list: bool) -> bool:
    if BULLET.match(line.text):
        return False
    if line.page == before.page and line.top - before.top > APART * pitch:
        return False
    if not is_list and line.text[:1].islower() and before.text[-1:] not in ENDS:
        return True
    had_room = before.right + 0.3 * before.size + line.first <= limit - 0.5
    return not had_room and not before.text.endswith(")")


@dataclass(slots=True)
class _Contact:
    """What the first section of the narrow column says."""

    email: str = ""
    phone: str = ""
    url: str = ""
    profiles: list[Profile] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Draft(Draft):
    """The sections being filled; `usual` is the size of plain letters."""

    usual: float = 0.0
    contact: _Contact = field(default_factory=_Contact)

    def read(self, part: _Part) -> None:
        """Read one section."""
        source, lines = self.source, part.lines
        listed = unwrapped(lines, part.limit, is_list=True)
        match part.section:
            case "contact":
                _read_contact(lines, self.contact)
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

    def _read_other(self, part: _Part) -> None:
        if said := unwrapped(part.lines, part.limit):
            self.also(part.heading, *said)
            self.gathering.warn(
                "cette rubrique n’est pas reconnue\u00a0: gardée sous son titre.", part.heading
            )


def _read_contact(lines: Sequence[PrintedLine], contact: _Contact) -> None:
    for entry in _contact_entries([line.text for line in lines]):
        match = ASIDE.fullmatch(entry)
        bare, label = (match[1], match[2]) if match else (entry, "")
        if looks_like_an_email(bare.replace(" ", "")):
            contact.email = contact.email or bare.replace(" ", "")
        elif "linkedin.com/" in bare.casefold():
            url = bare.replace(" ", "")
            username = url.rstrip("/").rpartition("/")[2] if "/in/" in url else ""
            contact.profiles.append(Profile("LinkedIn", username, url))
        elif TELEPHONE.fullmatch(bare):
            contact.phone = contact.phone or in_pairs(bare.strip())
        elif SITE.fullmatch(bare.replace(" ", "")):
            _add_site(bare.replace(" ", ""), label, contact)
        else:
            contact.rest.append(entry)


def _add_site(url: str, label: str, contact: _Contact) -> None:
    if contact.url:
        contact.profiles.append(Profile(label, "", url))
    else:
        contact.url = url


def _contact_entries(texts: Sequence[str]) -> Iterator[str]:
    """Give the entries of the contact: an address cut at the edge goes on until its label or its end."""
    waiting = ""
    for text in texts:
        whole = waiting + text if _is_cut(waiting, text) else text
        if waiting and whole == text:
            yield waiting
        waiting = whole
    if waiting:
        yield waiting


def _is_cut(waiting: str, text: str) -> bool:
    """Say whether an address waits for the rest: no blank, no label, no address next."""
    if not waiting or " " in waiting or waiting.endswith(")") or "@" in text:
        return False
    if text.casefold().startswith(("www.", "http", "+")):
        return False
    if "@" in waiting:
        is_whole = looks_like_an_email(waiting) and not waiting.endswith(("-", "."))
        return not is_whole and " " not in text
    rest = ASIDE.fullmatch(text)
    return "/" in waiting and " " not in (rest[1] if rest else text)


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


def _posts(part: _Part, draft: _Draft) -> list[Post]:
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
