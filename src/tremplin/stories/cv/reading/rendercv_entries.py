"""The entries of RenderCV: their fields tell their kind, the title of their section where they go."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, Literal

from tremplin.stories.cv.reading.bounds import MOST_ENTRIES
from tremplin.stories.cv.reading.drafting import Draft
from tremplin.stories.cv.reading.marks import unmarked
from tremplin.stories.cv.reading.outcome import quoted
from tremplin.stories.cv.reading.values import BLANK, Record, is_before
from tremplin.stories.cv.reading.words import says_present, section_like
from tremplin.stories.cv.resume import (
    Award,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Period,
    Post,
    Project,
    Publication,
    Reference,
    Skill,
    Source,
    When,
)

DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")

Entry = Literal["text", "education", "experience", "normal", "one-line", "bullet", "number", "publication"]
ENTRIES: Final[Mapping[Entry, str]] = {
    "text": "texte",
    "education": "formation",
    "experience": "expérience",
    "normal": "entrée à nom",
    "one-line": "étiquette et détails",
    "bullet": "puce",
    "number": "numéro",
    "publication": "publication",
}


def read_sections(value: Any, draft: Draft) -> None:
    """Read the sections of a CV, each under the title its author chose."""
    if value in BLANK:
        return
    if not isinstance(value, Mapping):
        draft.gathering.refuse(
            "les rubriques devraient porter chacune un titre\u00a0: laissées de côté.", "cv.sections"
        )
        return
    for title, inner in value.items():
        _read_section(title, inner, f"cv.sections.{title}", draft)


def _read_section(title: str, value: Any, place: str, draft: Draft) -> None:
    entries = value if isinstance(value, list) else [value]
    if len(entries) > MOST_ENTRIES:
        why = f"{len(entries)} entrées\u00a0: seules les {MOST_ENTRIES} premières sont lues."
        draft.gathering.refuse(why, place)
        entries = entries[:MOST_ENTRIES]
    kinds = {kind for one in entries if (kind := _kind(one))}
    if len(kinds) > 1:
        named = ", ".join(sorted(ENTRIES[kind] for kind in kinds))
        why = f"cette rubrique mêle plusieurs sortes d’entrées ({named})\u00a0: RenderCV la refuserait."
        draft.gathering.warn(f"{why} Tremplin les lit toutes.", place)
    for at, one in enumerate(entries):
        where = f"{place}[{at}]" if isinstance(value, list) else place
        if (kind := _kind(one)) is not None:
            READERS[kind](title, one if isinstance(one, Mapping) else {"text": one}, where, draft)
        elif one not in BLANK:
            draft.gathering.refuse(
                f"{quoted(one)} n’est pas une entrée de RenderCV\u00a0: laissé de côté.", where
            )


def _kind(one: Any) -> Entry | None:
    """Return the kind of an entry, told from its fields as RenderCV does."""
    if isinstance(one, str):
        return "text" if one.strip() else None
    if not isinstance(one, Mapping):
        return None
    return next((kind for key, kind in TOLD_BY.items() if one.get(key) not in BLANK), None)


TOLD_BY: Final[Mapping[str, Entry]] = {
    "institution": "education",
    "area": "education",
    "degree": "education",
    "company": "experience",
    "position": "experience",
    "label": "one-line",
    "details": "one-line",
    "bullet": "bullet",
    "number": "number",
    "reversed_number": "number",
    "authors": "publication",
    "title": "publication",
    "name": "normal",
}


class _Entry(Record):
    """One entry, its texts without the marks of Markdown."""

    def plain(self, key: str) -> str:
        """Return a text without its marks."""
        return self._bare(self.text(key)).strip()

    def said(self, key: str) -> Line | None:
        """Return a text without its marks, with its source."""
        return self.gathering.line(self.plain(key))

    def points(self, key: str) -> tuple[Line, ...]:
        """Return texts without their marks, with their source."""
        return self.gathering.lines_of(map(self._bare, self.words(key)))

    def _bare(self, text: str) -> str:
        bare = unmarked(text)
        if bare != text:
            self.gathering.warn("Le gras, l’italique et les liens sont lus comme du texte simple.")
        return bare

    def dated(self, key: str) -> When | None:
        """Return a date; words are as good for RenderCV when they stand alone in `date`."""
        words = self.text(key).strip()
        when = When(words) if words else None
        if when and when.parts is None and (key != "date" or DATE.fullmatch(words)):
            why = f"{quoted(words)} n’est pas une date AAAA, AAAA-MM ou AAAA-MM-JJ\u00a0: gardé tel quel."
            self.gathering.warn(why, self.place(key))
        return when

    def span(self) -> Period:
        """Return from when to when; a beginning without an end goes on, as RenderCV has it."""
        if only := self.dated("date"):
            return Period(only, only)
        start = self.dated("start_date")
        if says_present(self.text("end_date")):
            self.take("end_date")
            return Period(start, None, True)
        end = self.dated("end_date")
        if start and end and is_before(end, start):
            why = f"la fin ({end}) est avant le début ({start})\u00a0: vérifiez ces dates."
            self.gathering.warn(why, self.place("end_date"))
        return Period(start, end, start is not None and end is None)


def _experience(title: str, values: Mapping[str, Any], where: str, draft: Draft) -> None:
    one = _Entry(values, where, draft.gathering)
    post = Post(
        source=draft.gathering.source,
        organization=one.plain("company"),
        position=one.plain("position"),
        location=one.plain("location"),
        url=one.text("url"),
        period=one.span(),
        summary=one.said("summary"),
        highlights=one.points("highlights"),
        extra=one.aside(),
    )
    (draft.volunteer if section_like(title) == "volunteer" else draft.work).append(post)


def _education(title: str, values: Mapping[str, Any], where: str, draft: Draft) -> None:
    one = _Entry(values, where, draft.gathering)
    draft.education.append(
        Education(
            source=draft.gathering.source,
            institution=one.plain("institution"),
            area=one.plain("area"),
            study_type=one.plain("degree"),
            location=one.plain("location"),
            url=one.text("url"),
            period=one.span(),
            score=one.plain("grade") or one.plain("gpa"),
            summary=one.said("summary"),
            highlights=one.points("highlights"),
            extra=one.aside(),
        )
    )


def _publication(title: str, values: Mapping[str, Any], where: str, draft: Draft) -> None:
    one = _Entry(values, where, draft.gathering)
    draft.publications.append(
        Publication(
            source=draft.gathering.source,
            name=one.plain("title"),
            publisher=one.plain("journal"),
            on=one.dated("date"),
            url=one.text("url"),
            summary=one.said("summary"),
            extra=one.aside(),
        )
    )


def _normal(title: str, values: Mapping[str, Any], where: str, draft: Draft) -> None:
    one = _Entry(values, where, draft.gathering)
    project = Project(
        source=draft.gathering.source,
        name=one.plain("name"),
        description=one.said("summary"),
        location=one.plain("location"),
        url=one.text("url"),
        period=one.span(),
        highlights=one.points("highlights"),
        extra=one.aside(),
    )
    PLACES.get(section_like(title), _as_project)(title, project, draft)


def _as_project(title: str, one: Project, draft: Draft) -> None:
    kind = "" if section_like(title) == "projects" else title
    draft.projects.append(replace(one, kind=kind))


def _as_education(title: str, one: Project, draft: Draft) -> None:
    course = Education(
        one.source,
        study_type=one.name,
        location=one.location,
        url=one.url,
        period=one.period,
        summary=one.description,
        highlights=one.highlights,
        extra=one.extra,
    )
    draft.education.append(course)


def _as_post(title: str, one: Project, draft: Draft) -> None:
    post = Post(
        one.source,
        one.name,
        "",
        one.location,
        "",
        one.url,
        one.period,
        one.description,
        one.highlights,
        one.extra,
    )
    (draft.volunteer if section_like(title) == "volunteer" else draft.work).append(post)


def _as_certificate(title: str, one: Project, draft: Draft) -> None:
    draft.certificates.append(
        Certificate(one.source, one.name, one.period.start, _joined(one), one.url, one.extra)
    )


def _as_award(title: str, one: Project, draft: Draft) -> None:
    said = draft.gathering.line(_joined(one))
    draft.awards.append(Award(one.source, one.name, one.period.start, "", said, one.extra))


def _as_interest(title: str, one: Project, draft: Draft) -> None:
    draft.interests.append(Interest(one.source, one.name, tuple(filter(None, [_joined(one)])), one.extra))


def _joined(one: Project) -> str:
    return " ".join(line.text for line in (one.description, *one.highlights) if line)


PLACES: Final[Mapping[str, Callable[[str, Project, Draft], None]]] = {
    "education": _as_education,
    "work": _as_post,
    "volunteer": _as_post,
    "certificates": _as_certificate,
    "awards": _as_award,
    "interests": _as_interest,
}


def _one_line(title: str, values: Mapping[str, Any], where: str, draft: Draft) -> None:
    one = _Entry(values, where, draft.gathering)
    label, details = one.plain("label"), one.plain("details")
    section, source = section_like(title), draft.gathering.source
    if section == "languages":
        draft.languages.append(Language(source, label, details, one.aside()))
    elif section == "skills":
        draft.skills.append(Skill(source, label, keywords=listed(details), extra=one.aside()))
    elif section == "interests":
        draft.interests.append(Interest(source, label, listed(details), one.aside()))
    elif section == "references":
        draft.references.append(Reference(source, label, details, one.aside()))
    else:
        draft.also(title, "\u00a0: ".join(filter(None, [label, details])))
        one.aside()


def listed(text: str) -> tuple[str, ...]:
    """Return the members of a list written in one line, its brackets kept whole."""
    pieces = re.split(r"[,;](?![^(]*\))", text)
    return tuple(piece.strip(" .") for piece in pieces if piece.strip(" ."))


def _bullet(title: str, values: Mapping[str, Any], where: str, draft: Draft) -> None:
    one = _Entry(values, where, draft.gathering)
    keys = ("text", "bullet", "number", "reversed_number")
    words = next((said for key in keys if (said := one.plain(key))), "")
    section, source = section_like(title), draft.gathering.source
    if section == "summary":
        draft.summary.append(words)
    elif section == "skills":
        draft.skills.append(_grouped(words, source))
    elif section == "languages":
        draft.languages += [Language(source, *language_and_level(piece)) for piece in listed(words)]
    elif section == "interests":
        draft.interests += [Interest(source, piece) for piece in listed(words)]
    elif section == "certificates":
        draft.certificates.append(Certificate(source, words))
    elif section == "awards":
        draft.awards.append(Award(source, words))
    else:
        draft.also(title, words)


def _grouped(words: str, source: Source) -> Skill:
    """Read « Outils : Excel, Python » as a family of skills."""
    name, colon, members = words.partition(":")
    if colon and len(name) <= 40:
        return Skill(source, name.strip(), keywords=listed(members))
    return Skill(source, words)


def language_and_level(words: str) -> tuple[str, str]:
    """Return a language and its level: « Anglais (B2) » or « Anglais : B2 »."""
    match = re.fullmatch(r"(.+?)\s*(?:\((.*)\)|[:–—]\s*(.*))", words.strip())
    if match is None:
        return words.strip(), ""
    return match[1].strip(), (match[2] or match[3] or "").strip()


READERS: Final[Mapping[Entry, Callable[[str, Mapping[str, Any], str, Draft], None]]] = {
    "text": _bullet,
    "bullet": _bullet,
    "number": _bullet,
    "education": _education,
    "experience": _experience,
    "publication": _publication,
    "normal": _normal,
    "one-line": _one_line,
}
