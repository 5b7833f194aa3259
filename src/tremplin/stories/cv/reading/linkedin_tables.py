"""LinkedIn's export: the tables that speak of the student, in the archive or one by one."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.importing.archives import bare_name, unpacked
from tremplin.network.importing.headings import find_header, records, text_at
from tremplin.network.importing.incoming import Gathering as Contacts
from tremplin.network.importing.incoming import UnreadableContacts
from tremplin.network.importing.sheets import Sheet, read_csv
from tremplin.stories.cv.reading.dates import read_when
from tremplin.stories.cv.reading.decoding import decoded
from tremplin.stories.cv.reading.drafting import Draft
from tremplin.stories.cv.reading.long_texts import read_plain
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.telephones import in_pairs
from tremplin.stories.cv.reading.values import is_before
from tremplin.stories.cv.reading.words import proficiency_called
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
    Project,
    Publication,
    Reference,
    Skill,
    When,
)

KIND: Final = "Archive LinkedIn"
EXTRA: Final = "x-linkedin"
SITE: Final = re.compile(r"(?:([^\s:,\[\]]+):)?(https?://[^,\]\s]+|www\.[^,\]\s]+)")
OFFICE: Final = (b"word/document.xml", b"xl/workbook.xml", b"ppt/presentation.xml", b"opendocument")
NO_TABLE: Final = (
    "Cette archive ne dit rien de votre parcours\u00a0: ni Profile.csv, ni Positions.csv, ni Education.csv. "
    "Redemandez-la à LinkedIn en cochant «\u00a0Profil\u00a0»."
)
SHIFTED: Final = "une virgule sans guillemets a décalé ses colonnes. Corrigez cette ligne, puis recommencez."
HIDDEN: Final = frozenset({"hidden", "pending", "deleted"})


@dataclass(slots=True)
class _Row:
    """One row of a table, by folded heading."""

    cells: Mapping[str, str]
    table: str
    line: int
    gathering: Gathering

    def text(self, *names: str) -> str:
        """Return the first of these cells that says something."""
        return next((words for name in names if (words := self.cells.get(name, "").strip())), "")

    def when(self, *names: str) -> When | None:
        """Return the date of a cell; words that are none are kept, and told."""
        words = self.text(*names)
        if not words or (found := read_when(words)):
            return found if words else None
        why = f"{quoted(words)} n’est pas une date\u00a0: gardé tel quel."
        self.gathering.warn(why, self.table, self.line)
        return When(words)

    def period(self, *, goes_on: bool = False) -> Period:
        """Return from when to when; without an end a post goes on, as LinkedIn has it."""
        start = self.when("started on", "start date", "date de debut", "debut")
        end = self.when("finished on", "end date", "date de fin", "fin")
        if start and end and is_before(end, start):
            why = f"la fin ({end}) est avant le début ({start})\u00a0: vérifiez ces dates."
            self.gathering.warn(why, self.table, self.line)
        return Period(start, end, goes_on and start is not None and end is None)


@dataclass(slots=True)
class _Draft(Draft):
    """The sections being filled, and what the tables say of the person."""

    name: str = ""
    label: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    sites: list[Profile] = field(default_factory=list)
    location: Location | None = None


def read_linkedin_archive(content: bytes, gathering: Gathering) -> Reading:
    """Return what LinkedIn's archive says of the student.

    Args:
        content: the ZIP as LinkedIn sends it; any of its tables may be absent.
        gathering: where sentences go.

    Returns:
        The résumé; birth date, industry and licence numbers are in `extra`.

    Raises:
        UnreadableResume: cut, protected, endless, or without any table on the student.
    """
    if any(mark in content for mark in OFFICE):
        raise UnreadableResume(
            "Ce document de bureau ne se lit pas comme un CV. Donnez un export\u00a0: "
            "JSON Resume, Europass, LinkedIn ou RenderCV."
        )
    try:
        members = unpacked(content)
    except UnreadableContacts as refusal:
        raise UnreadableResume(str(refusal)) from refusal
    tables = {name: members[name] for name in READERS if name in members}
    if not tables:
        raise UnreadableResume(NO_TABLE)
    return _read(tables, gathering)


def table_of(text: str, name: str) -> str:
    """Return which table of LinkedIn's archive a file is, by its name or its headings; empty for none."""
    sheet = read_csv(text[:4096])
    headings = frozenset(map(folded, sheet.rows[0][1])) if sheet.rows else frozenset()
    bare = bare_name(name)
    if bare in READERS and headings & NEEDED[bare]:
        return bare
    return next((table for table, marks in SIGNATURES.items() if marks <= headings), "")


def read_linkedin_table(content: bytes, table: str, gathering: Gathering) -> Reading:
    """Return what one table of the archive says, given alone.

    Raises:
        UnreadableResume: no row in it.
    """
    return _read({table: content}, gathering)


def _read(tables: Mapping[str, bytes], gathering: Gathering) -> Reading:
    draft = _Draft(gathering)
    for name, content in tables.items():
        for row in _rows(content, name, gathering):
            READERS[name](row, draft)
    reading = gathering.done(KIND, draft.resume(_basics(draft), aside=EXTRA))
    if reading.is_empty:
        why = str(gathering.refused[0]) if gathering.refused else "ils sont vides, il n’y a rien à reprendre."
        raise UnreadableResume(f"Ces tableaux de LinkedIn ne donnent rien. {why[:1].upper()}{why[1:]}")
    return reading


def _rows(content: bytes, table: str, gathering: Gathering) -> Iterator[_Row]:
    sheet = _sheet(content, gathering)
    header = find_header(sheet, NEEDED[table])
    if header is None:
        gathering.refuse("les noms de ses colonnes ne sont pas ceux de LinkedIn\u00a0: pas lu.", table)
        return
    problems = Contacts()
    for line, cells in records(sheet, header, problems):
        if len(cells) != len(header.names):
            problems.refuse(line, SHIFTED)
            continue
        named = {name: text_at(cells, at) for at, name in enumerate(header.names)}
        if any(named.values()):
            yield _Row(named, table, line, gathering)
    for problem in problems.refused:
        gathering.refuse(problem.why, table, problem.line)


def _sheet(content: bytes, gathering: Gathering) -> Sheet:
    try:
        return read_csv(decoded(content, gathering))
    except UnreadableContacts as refusal:
        raise UnreadableResume(str(refusal)) from refusal


def _basics(draft: _Draft) -> Basics:
    gathering = draft.gathering
    if not draft.name:
        gathering.warn("Aucun nom dans ces tableaux\u00a0: il sera celui de vos réglages.", "Profile.csv")
    return Basics(
        name=draft.name,
        label=gathering.line(draft.label),
        email=draft.emails[0] if draft.emails else "",
        phone=draft.phones[0] if draft.phones else "",
        url=draft.sites[0].url if draft.sites else "",
        summary=gathering.line("\n".join(draft.summary)),
        location=draft.location,
        profiles=tuple(draft.sites[1:]),
    )


def _profile(row: _Row, draft: _Draft) -> None:
    draft.name = " ".join(filter(None, [row.text("first name", "prenom"), row.text("last name", "nom")]))
    draft.label = row.text("headline", "titre", "titre du profil")
    draft.summary = [row.text("summary", "resume")]
    draft.location = _location(row)
    sites = SITE.findall(row.text("websites", "sites web"))
    draft.sites = [Profile(network=_site_name(name), url=url) for name, url in sites]
    draft.sites += [Profile("Twitter", one) for one in _bracketed(row.text("twitter handles"))]
    draft.keep_aside("birth date", row.text("birth date"), "date de naissance")
    draft.keep_aside("industry", row.text("industry"), "secteur")
    draft.keep_aside("maiden name", row.text("maiden name"), "nom de naissance")


def _site_name(name: str) -> str:
    return "" if name.casefold() in {"", "other", "personal", "company"} else name.capitalize()


def _bracketed(text: str) -> list[str]:
    return [piece.strip() for piece in text.strip("[]").split(",") if piece.strip()]


def _location(row: _Row) -> Location | None:
    parts = [part.strip() for part in row.text("geo location", "lieu").split(",") if part.strip()]
    address, postal_code = row.text("address", "adresse"), row.text("zip code", "code postal")
    if not (parts or address or postal_code):
        return None
    is_french = bool(parts) and folded(parts[-1]) == "france"
    region = parts[1:-1] if is_french else parts[1:]
    return Location(
        address, postal_code, parts[0] if parts else "", "FR" if is_french else "", ", ".join(region)
    )


def _position(row: _Row, draft: _Draft) -> None:
    told = read_plain(row.text("description"))
    draft.work.append(
        Post(
            source=draft.source,
            organization=row.text("company name", "nom de l entreprise", "entreprise"),
            position=row.text("title", "intitule du poste", "poste", "titre"),
            location=row.text("location", "lieu"),
            period=row.period(goes_on=True),
            summary=draft.gathering.line(told.summary),
            highlights=draft.gathering.lines_of(told.points),
        )
    )


def _volunteering(row: _Row, draft: _Draft) -> None:
    told = read_plain(row.text("description"))
    cause = row.text("cause")
    draft.volunteer.append(
        Post(
            source=draft.source,
            organization=row.text("company name", "organization", "name"),
            position=row.text("role", "position", "title"),
            period=row.period(goes_on=True),
            summary=draft.gathering.line(told.summary),
            highlights=draft.gathering.lines_of(told.points),
            extra={EXTRA: {"cause": cause}} if cause else {},
        )
    )


def _study(row: _Row, draft: _Draft) -> None:
    told = read_plain(row.text("notes", "description"))
    activities = row.text("activities", "activites")
    points = (*told.points, f"Activités\u00a0: {activities}") if activities else told.points
    draft.education.append(
        Education(
            source=draft.source,
            institution=row.text("school name", "etablissement", "nom de l ecole"),
            area=row.text("field of study", "fields of study", "domaine d etude"),
            study_type=row.text("degree name", "diplome"),
            period=row.period(goes_on=True),
            summary=draft.gathering.line(told.summary),
            highlights=draft.gathering.lines_of(points),
        )
    )


def _skill(row: _Row, draft: _Draft) -> None:
    if name := row.text("name", "nom"):
        draft.skills.append(Skill(draft.source, name))


def _language(row: _Row, draft: _Draft) -> None:
    if name := row.text("name", "nom"):
        level = row.text("proficiency", "niveau")
        extra: Extra = {EXTRA: {"proficiency": level}} if level else {}
        draft.languages.append(Language(draft.source, name, proficiency_called(level), extra))


def _certification(row: _Row, draft: _Draft) -> None:
    number = row.text("license number", "numero de licence")
    draft.certificates.append(
        Certificate(
            draft.source,
            row.text("name", "nom"),
            row.when("started on"),
            row.text("authority", "organisme"),
            row.text("url"),
            {EXTRA: {"license number": number}} if number else {},
        )
    )


def _project(row: _Row, draft: _Draft) -> None:
    told = read_plain(row.text("description"))
    draft.projects.append(
        Project(
            source=draft.source,
            name=row.text("title", "name"),
            description=draft.gathering.line(told.summary),
            url=row.text("url"),
            period=row.period(),
            highlights=draft.gathering.lines_of(told.points),
        )
    )


def _honor(row: _Row, draft: _Draft) -> None:
    said = draft.gathering.line(row.text("description"))
    when = row.when("issued on", "date")
    draft.awards.append(Award(draft.source, row.text("title", "name"), when, row.text("issuer"), said))


def _publication(row: _Row, draft: _Draft) -> None:
    draft.publications.append(
        Publication(
            draft.source,
            row.text("name", "title"),
            row.text("publisher"),
            row.when("published on", "date"),
            row.text("url"),
            draft.gathering.line(row.text("description")),
        )
    )


def _recommendation(row: _Row, draft: _Draft) -> None:
    if folded(row.text("status")) in HIDDEN:
        return
    who = " ".join(filter(None, [row.text("first name"), row.text("last name")]))
    role = ", ".join(filter(None, [row.text("job title"), row.text("company")]))
    extra: Extra = {EXTRA: {"role": role}} if role else {}
    draft.references.append(Reference(draft.source, who, row.text("text"), extra))


def _course(row: _Row, draft: _Draft) -> None:
    draft.also("Cours", row.text("name"))


def _test(row: _Row, draft: _Draft) -> None:
    words = "\u00a0: ".join(filter(None, [row.text("name"), row.text("score")]))
    draft.also("Tests", words)


def _patent(row: _Row, draft: _Draft) -> None:
    draft.also("Brevets", row.text("title", "name"))


def _email(row: _Row, draft: _Draft) -> None:
    address = row.text("email address", "adresse e mail")
    if not address:
        return
    place = 0 if folded(row.text("primary", "principale")) in {"yes", "oui"} else len(draft.emails)
    draft.emails.insert(place, address)


def _phone(row: _Row, draft: _Draft) -> None:
    if number := row.text("number", "phone number", "numero"):
        draft.phones.append(in_pairs(number))


def _own_summary(row: _Row, draft: _Draft) -> None:
    draft.summary = list(filter(None, draft.summary)) or [row.text("profile summary", "summary")]


READERS: Final[Mapping[str, Callable[[_Row, _Draft], None]]] = {
    "profile.csv": _profile,
    "profilesummary.csv": _own_summary,
    "emailaddresses.csv": _email,
    "phonenumbers.csv": _phone,
    "positions.csv": _position,
    "volunteering.csv": _volunteering,
    "volunteeringexperiences.csv": _volunteering,
    "organizations.csv": _volunteering,
    "education.csv": _study,
    "skills.csv": _skill,
    "languages.csv": _language,
    "certifications.csv": _certification,
    "projects.csv": _project,
    "honors.csv": _honor,
    "publications.csv": _publication,
    "courses.csv": _course,
    "testscores.csv": _test,
    "patents.csv": _patent,
    "recommendationsreceived.csv": _recommendation,
}
NAMES: Final = frozenset({"name", "nom", "title", "titre"})
NEEDED: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(READERS, NAMES),
    "profile.csv": frozenset({"first name", "prenom", "headline"}),
    "profilesummary.csv": frozenset({"profile summary", "summary"}),
    "emailaddresses.csv": frozenset({"email address", "adresse e mail"}),
    "phonenumbers.csv": frozenset({"number", "phone number", "numero"}),
    "positions.csv": frozenset({"company name", "nom de l entreprise", "entreprise"}),
    "volunteering.csv": frozenset({"company name", "organization", "role"}),
    "volunteeringexperiences.csv": frozenset({"company name", "organization", "role"}),
    "education.csv": frozenset({"school name", "etablissement", "nom de l ecole"}),
    "recommendationsreceived.csv": frozenset({"text"}),
}
SIGNATURES: Final[Mapping[str, frozenset[str]]] = {
    "profile.csv": frozenset({"first name", "last name", "headline"}),
    "positions.csv": frozenset({"company name", "title", "started on"}),
    "volunteering.csv": frozenset({"company name", "role", "started on"}),
    "education.csv": frozenset({"school name", "degree name"}),
    "languages.csv": frozenset({"name", "proficiency"}),
    "certifications.csv": frozenset({"name", "authority"}),
    "projects.csv": frozenset({"title", "description", "url", "started on"}),
    "recommendationsreceived.csv": frozenset({"first name", "last name", "text", "job title"}),
}
