"""What may go on the CV today: experiences and their lines, skills, lines by hand, imported files."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, cast

from tremplin.accounts.queries import current_student
from tremplin.evidence.figures import Figure
from tremplin.internships import queries as internships
from tremplin.journal import queries as journal
from tremplin.law.words import day
from tremplin.stories.cv import resume as model
from tremplin.stories.cv.parts import POSTS, Item, Option, Origin, Part, Place
from tremplin.stories.cv.phrasing import proposed
from tremplin.stories.cv.proving import proving_entries
from tremplin.stories.cv.reading.json_resume import resume_of
from tremplin.stories.cv.reading.outcome import SECTIONS, Gathering
from tremplin.stories.models import CvNote
from tremplin.stories.queries.cv_rows import imports, notes
from tremplin.stories.queries.resilience import surroundings_of, tellings
from tremplin.stories.queries.stories import Told, proved_stories

ALONE: Final = frozenset({"internship", "apprenticeship", "job"})
LOOSE: Final = "loose"


@dataclass(frozen=True, slots=True)
class Offered:
    """Everything that may go on a CV today, read once."""

    parts: tuple[Part, ...]
    skills: tuple[str, ...]
    reserved: frozenset[str]
    imported: tuple[str, ...] = ()

    def option(self, key: str) -> Option | None:
        """Return a line by its key; None when it is no longer offered."""
        return next((one for part in self.parts for one in part.options if one.key == key), None)

    def origins(self) -> dict[str, Origin]:
        """Return where each part and each line comes from, by key."""
        lines = {one.key: one.origin for part in self.parts for one in part.options}
        return {**{part.key: part.origin for part in self.parts}, **lines}


@dataclass(frozen=True, slots=True)
class Lived:
    """An entry that may go on a CV: finished, in view, not private."""

    key: int
    experience: int | None
    skills: tuple[str, ...]
    figures: tuple[Figure, ...]
    option: Option
    reserved: bool = False


def offered() -> Offered:
    """Return everything that may go on a CV today.

    Returns:
        Experiences latest first with their lines, then studies, skills, languages and the rest; imported
        parts after those of the journal.
    """
    lived = tuple(_lived())
    told = proved_stories()
    by_hand = notes()
    parts = (
        *_experiences(lived, told, by_hand),
        *_studies(),
        *_skills(lived),
        *_noted(by_hand),
        *_brought_in(),
    )
    known = tuple(dict.fromkeys(name for one in lived for name in one.skills))
    reserved = frozenset(one.option.key for one in lived if one.reserved)
    return Offered(parts, known, reserved, tuple(_imported_tops()))


def _lived() -> Iterator[Lived]:
    for one in journal.entries().filter(draft=False).exclude(visibility="private"):
        figures = journal.figures_of(one)
        option = Option(
            f"entry:{one.pk}",
            proposed(one.action, figures),
            model.proved_by(f"entry:{one.pk}"),
            Origin(f"journal, {day(one.date)}", entry=one.pk),
            figures,
            one.action,
            is_trouble=one.pain_point and all(figure.kind == "quantity" for figure in figures),
        )
        skills = tuple(skill.name for skill in one.skills.all())
        yield Lived(one.pk, one.experience_id, skills, figures, option, one.visibility == "company")


def _experiences(
    lived: tuple[Lived, ...], told: tuple[Told, ...], by_hand: tuple[CvNote, ...]
) -> Iterator[Part]:
    """Give the experiences latest first, paid or not, then what belongs to none of them."""
    options: dict[int | None, list[Option]] = defaultdict(list)
    for experience, option in _told_of(lived, told, by_hand):
        options[experience].append(option)
    cities = {one.experience_id: one.city for one in internships.internships()}
    for row in journal.experiences().select_related("organization"):
        given = tuple(figure for one in lived if one.experience == row.pk for figure in one.figures)
        yield _experience(row, cities.get(row.pk, ""), tuple(options[row.pk]), given)
    if loose := tuple(options[None]):
        project = model.Project(model.proved_by(LOOSE), name="Réalisations")
        yield Part(LOOSE, "projects", project, Origin("journal, sans expérience"), loose)


def _told_of(
    lived: tuple[Lived, ...], told: tuple[Told, ...], by_hand: tuple[CvNote, ...]
) -> Iterator[tuple[int | None, Option]]:
    """Give each line with the experience it belongs to: stories, then entries, then lines by hand."""
    yield from ((story.experience, _story_option(story)) for story in told)
    yield from resilience_options()
    yield from ((one.experience, one.option) for one in lived if one.option.says)
    for written in by_hand:
        if written.place == "line" and written.experience_id:
            yield written.experience_id, _note_option(written)


def _experience(row: Any, city: str, options: tuple[Option, ...], given: tuple[Figure, ...]) -> Part:
    key, host = f"experience:{row.pk}", str(row.organization or "")
    post = model.Post(
        model.proved_by(key),
        organization=host,
        position=_position(row.title, host),
        location=city or (row.organization.city if row.organization else ""),
        period=_period(row.starts_on, row.ends_on),
    )
    lasted = (
        f"du {day(row.starts_on)} au {day(row.ends_on)}" if row.ends_on else f"depuis le {day(row.starts_on)}"
    )
    origin = Origin(f"{row.get_kind_display()}, {lasted}")
    return Part(key, "work", post, origin, options, given, stands_alone=row.kind in ALONE)


def _position(title: str, host: str) -> str:
    """« Stage chez Cargolière » is, on a CV that names Cargolière beside, « Stagiaire »."""
    bare = title.removesuffix(f" chez {host}") if host else title
    return "Stagiaire" if bare == "Stage" else bare


def _period(starts: Any, ends: Any) -> model.Period:
    return model.Period(
        start=model.When(f"{starts:%Y-%m}"),
        end=model.When(f"{ends:%Y-%m}") if ends else None,
        is_current=ends is None,
    )


def _story_option(story: Told) -> Option:
    says = story.outputs.line.text.rstrip(". ")
    entries = tuple(f"entry:{key}" for key in story.evidence)
    origin = Origin(f"récit, {story.title}", story=story.key)
    source = model.proved_by(f"story:{story.key}", *entries)
    return Option(f"story:{story.key}", says, source, origin, story.figures, story.car.whole)


def resilience_options() -> Iterator[tuple[int, Option]]:
    """Give the line of each resilience story that may leave, with the experience it stands under."""
    for story, told in tellings():
        if told.can_leave and told.line:
            around = surroundings_of(story)
            experience = story.internship.experience_id
            entries = proving_entries(told.line, around.figures)
            keys = (f"resilience:{story.pk}", f"experience:{experience}", *entries)
            origin = Origin("récit de résilience", resilience=story.pk)
            key = f"resilience:{story.pk}"
            yield (
                experience,
                Option(key, told.line.rstrip(". "), model.proved_by(*keys), origin, around.given),
            )


def _note_option(row: CvNote) -> Option:
    return Option(f"note:{row.pk}", row.says, model.BY_HAND, _note_origin(row))


def _note_origin(row: CvNote) -> Origin:
    return Origin(f"écrit à la main, {row.source}", note=row.pk)


def _studies() -> Iterator[Part]:
    student = current_student()
    if not student.studies:
        return
    diploma, _, school = student.studies.partition(",")
    year = student.school_year_from
    period = model.Period(start=model.When(f"{year:%Y}"), is_current=True) if year else model.Period()
    item = model.Education(
        model.BY_HAND, institution=school.strip(), study_type=_capital(diploma.strip()), period=period
    )
    yield Part("studies", "education", item, Origin("Réglages"))


def _capital(text: str) -> str:
    """Begin a title with a capital, whatever was typed in Réglages."""
    return text[:1].upper() + text[1:]


def _skills(lived: tuple[Lived, ...]) -> Iterator[Part]:
    """Give each skill the entries that show it, the most shown first."""
    shown: dict[str, list[int]] = defaultdict(list)
    for one in lived:
        for name in one.skills:
            shown[name].append(one.key)
    for name, keys in sorted(shown.items(), key=lambda one: -len(one[1])):
        source = model.proved_by(*(f"entry:{key}" for key in keys))
        origin = Origin(f"journal, {len(keys)} {'entrée' if len(keys) == 1 else 'entrées'}", entry=keys[0])
        yield Part(f"skill:{name}", "skills", model.Skill(source, name=name), origin)


def _noted(rows: tuple[CvNote, ...]) -> Iterator[Part]:
    for row in rows:
        if row.place != "line":
            yield Part(f"note:{row.pk}", cast(Place, row.place), _note_item(row), _note_origin(row))


def _note_item(row: CvNote) -> Item:
    period = model.Period(
        start=model.When(row.since) if row.since else None,
        end=model.When(row.until) if row.until else None,
        is_current=bool(row.since) and not row.until,
    )
    if row.place == "education":
        return model.Education(model.BY_HAND, study_type=row.says, institution=row.detail, period=period)
    if row.place == "languages":
        return model.Language(model.BY_HAND, language=row.says, fluency=row.detail)
    if row.place == "certificates":
        return model.Certificate(model.BY_HAND, name=row.says, issuer=row.detail, on=period.start)
    if row.place == "interests":
        return model.Interest(model.BY_HAND, name=row.says)
    return model.Skill(model.BY_HAND, name=row.says, level=row.detail)


def _imported_tops() -> Iterator[str]:
    """Give the headline and the summary of each import: what their figures answer to."""
    for row in imports():
        said = row.content.get("basics") or {}
        yield from (said[name] for name in ("label", "summary") if said.get(name))


def _brought_in() -> Iterator[Part]:
    for row in imports():
        resume = resume_of(row.content, Gathering(row.name)).resume
        origin = Origin(f"importé de {row.name}, {day(row.imported_at)}")
        for place in SECTIONS:
            for rank, item in enumerate(getattr(resume, place)):
                key = f"import:{row.pk}:{place}:{rank}"
                yield _imported_part(key, cast(Place, place), item, origin)


def _imported_part(key: str, place: Place, item: Item, origin: Origin) -> Part:
    """Offer each line of an imported post; the post itself is kept whole, what is not shown included."""
    if place not in POSTS or not isinstance(item, model.Post | model.Project):
        return Part(key, place, item, origin)
    told = item.summary if isinstance(item, model.Post) else item.description
    lines = {f"{key}:summary": told, **{f"{key}:{rank}": one for rank, one in enumerate(item.highlights)}}
    options = tuple(Option(name, one.text, one.source, origin) for name, one in lines.items() if one)
    return Part(key, place, item, origin, options)
