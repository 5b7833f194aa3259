"""Everything the page of a version of the CV shows, from what is typed and ticked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tremplin.documents.curriculum import Curriculum, Design
from tremplin.documents.proposal import proof_spans
from tremplin.evidence.guard import Evidence
from tremplin.law.words import NBSP, counted
from tremplin.prospecting.domain.marking import Piece, pieces
from tremplin.stories import kept_files
from tremplin.stories.cv.building import Built, built, proofs
from tremplin.stories.cv.leaving import excess_of
from tremplin.stories.cv.parts import Choice, ChosenPart, Origin, Part
from tremplin.stories.cv.proving import Remark
from tremplin.stories.cv.resume import Education, Post, Project
from tremplin.stories.cv.targeting import Coverage
from tremplin.stories.cv.writing.printing import curriculum_of
from tremplin.stories.cv.writing.wording import period_words
from tremplin.stories.models import Cv
from tremplin.stories.queries import cv as queries
from tremplin.stories.queries import cv_offered, cv_rows

LISTS = (
    ("education", _("Formation")),
    ("skills", _("Compétences")),
    ("languages", _("Langues")),
    ("certificates", _("Certificats")),
    ("awards", _("Prix")),
    ("publications", _("Publications")),
    ("interests", _("Centres d’intérêt")),
    ("references", _("Références")),
    ("others", _("Autres rubriques")),
)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the form: chosen with its words, or only offered."""

    key: str
    says: str
    origin: Origin
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class PartRow:
    """An experience of the form, `name` as this version words it; `others` are its lines not chosen."""

    key: str
    title: str
    name: str
    period: str
    origin: Origin
    lines: tuple[LineRow, ...] = ()
    others: tuple[LineRow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    is_chosen: bool = True

    @property
    def needs_a_look(self) -> bool:
        """Whether something of it keeps the CV here: the form shows it unfolded."""
        said = (*self.remarks, *(one for line in self.lines for one in line.remarks))
        return any(one.blocks for one in said)


@dataclass(frozen=True, slots=True)
class Listed:
    """Studies, skills, languages…: each is on the CV or not."""

    place: str
    name: str
    rows: tuple[PartRow, ...]


@dataclass(frozen=True, slots=True)
class EntryShown:
    """An entry of the preview; its lines are cut where a figure is proved."""

    title: str
    organization: str
    period: str
    note: str
    about: str
    lines: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section of the preview."""

    name: str
    entries: tuple[EntryShown, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lacking:
    """A word of the offer the CV does not say; `said` is a line not chosen that would."""

    says: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """The CV built, whether it holds on its page, and what the form offers."""

    built: Built
    page: Curriculum
    sections: tuple[SectionShown, ...]
    excess: tuple[str, ...]
    posts: tuple[PartRow, ...]
    left: tuple[PartRow, ...]
    lists: tuple[Listed, ...]
    answer: Coverage | None
    lacking: tuple[Lacking, ...]
    has_photo: bool
    reserved: int

    @property
    def within_reach(self) -> tuple[Lacking, ...]:
        """Words of the offer that a line not chosen says."""
        return tuple(one for one in self.lacking if one.said)

    @property
    def unsaid(self) -> tuple[Lacking, ...]:
        """Words of the offer that nothing says yet."""
        return tuple(one for one in self.lacking if not one.said)

    @property
    def lines(self) -> int:
        """How many lines stand under its experiences."""
        return sum(len(one.lines) for one in self.posts)

    @property
    def unproved(self) -> int:
        """How many figures keep it here."""
        return len(self.built.blocking)

    @property
    def may_leave(self) -> bool:
        """Whether it may be printed."""
        return bool(self.page.name) and not self.built.blocking and not self.excess

    @property
    def finding(self) -> str:
        """The title of the page: what stands in the way, or that it holds."""
        if not self.page.sections:
            return _("Votre CV attend sa première ligne")
        if self.unproved:
            return _("%s sans preuve") % counted(self.unproved, _("chiffre")).capitalize()
        if self.excess:
            return _("%s de trop") % counted(len(self.excess), _("ligne"))
        if not self.page.name:
            return _("Votre nom manque en haut du CV")
        return _("Votre CV tient sur une page")


def shown(values: Mapping[str, Any], choice: Choice, *, pool: cv_offered.Offered, on: date) -> Shown:
    """Return everything to show of a version, saved or not.

    Args:
        values: the texts, as the form gives them.
        choice: what is ticked, in order.
        pool: what is offered today.
        on: today.

    Returns:
        The page measured, its remarks, the rows of the form and what the offer asks.
    """
    made = built(pool.parts, choice, queries.basics_of(values), imported=pool.imported)
    page = page_of(made, values, choice, pool=pool, on=on)
    answer = None
    host, known = queries.target_words(values["target"])
    if asking := values["offer"].strip() or known:
        asked = queries.asked_of(asking, choice=pool, host=host)
        answer = queries.answered(asked, made.resume, pool=pool, chosen=choice)
    rows = tuple(_rows(pool.parts, choice, made))
    return Shown(
        built=made,
        page=page,
        sections=tuple(_sections(page, pool, choice)),
        excess=excess_of(page),
        posts=tuple(row for row, part in rows if part.is_post and row.is_chosen),
        left=tuple(row for row, part in rows if part.is_post and not row.is_chosen),
        lists=tuple(_lists(rows)),
        answer=answer,
        lacking=tuple(_lacking(answer, pool)),
        has_photo=cv_rows.photo() is not None,
        reserved=len(choice.keys & pool.reserved),
    )


def page_of(
    made: Built, values: Mapping[str, Any], choice: Choice, *, pool: cv_offered.Offered, on: date
) -> Curriculum:
    """Return the page a version prints."""
    large = proofs(pool.parts, choice) if values["with_figures"] else ()
    photo = photo_of(values)
    return curriculum_of(made.resume, on=on, design=Design(values["design"]), photo=photo, proofs=large)


def photo_of(values: Mapping[str, Any]) -> bytes:
    """Return the photo a version shows; empty without one."""
    kept = cv_rows.photo() if values["with_photo"] else None
    return kept_files.photo(kept.digest) if kept else b""


def values_of(kept: Cv) -> dict[str, Any]:
    """Return the texts of a version, as the form takes them."""
    names = ("name", "headline", "summary", "offer", "email", "place", "link", "design")
    said = {name: getattr(kept, name) for name in names}
    flags = {"with_photo": kept.with_photo, "with_figures": kept.with_figures}
    return {**said, **flags, "target": kept.target_id, "revision": kept.revision}


def _rows(parts: Iterable[Part], choice: Choice, made: Built) -> Iterator[tuple[PartRow, Part]]:
    """Give the chosen parts in their order, then the others."""
    by_key = {one.key: one for one in parts}
    chosen = {one.key: one for one in choice.parts if one.key in by_key}
    remarks: dict[str, list[Remark]] = {}
    for remark in made.remarks:
        remarks.setdefault(remark.key, []).append(remark)
    for key, kept in chosen.items():
        yield _row(by_key[key], kept, remarks), by_key[key]
    for key, part in by_key.items():
        if key not in chosen:
            yield _row(part, None, remarks), part


def _row(part: Part, kept: ChosenPart | None, remarks: Mapping[str, list[Remark]]) -> PartRow:
    options = {one.key: one for one in part.options}
    lines = tuple(
        LineRow(one.key, one.says, options[one.key].origin, tuple(remarks.get(one.key, ())))
        for one in (kept.lines if kept else ())
        if one.key in options
    )
    taken = {one.key for one in lines}
    others = tuple(
        LineRow(one.key, one.says, one.origin) for one in part.options if one.key not in taken and one.says
    )
    item = part.item
    period = period_words(item.period) if isinstance(item, Post | Project | Education) else ""
    return PartRow(
        part.key,
        part.title,
        (kept.title if kept else "") or part.name,
        period,
        part.origin,
        lines,
        others,
        tuple(remarks.get(part.key, ())),
        is_chosen=kept is not None,
    )


def _lists(rows: Iterable[tuple[PartRow, Part]]) -> Iterator[Listed]:
    every = tuple(rows)
    for place, name in LISTS:
        found = tuple(row for row, part in every if part.place == place)
        if found:
            yield Listed(place, name, found)


def _lacking(answer: Coverage | None, pool: cv_offered.Offered) -> Iterator[Lacking]:
    words = {one.key: one.says for part in pool.parts for one in part.options}
    words |= {part.key: part.title for part in pool.parts}
    for one in answer.missing if answer else ():
        yield Lacking(one.keyword.says, words[one.offered[0]] if one.offered else "")


def _sections(page: Curriculum, pool: cv_offered.Offered, choice: Choice) -> Iterator[SectionShown]:
    given = _given(pool, choice)
    for section in page.sections:
        entries = tuple(
            EntryShown(
                one.title,
                one.organization,
                one.period,
                one.note,
                one.about,
                tuple(_pieces(line, given.get(line, ())) for line in one.lines),
            )
            for one in section.entries
        )
        lines = tuple(f"{NBSP}: ".join(filter(None, (one.label, one.says))) for one in section.lines)
        yield SectionShown(section.name, entries, lines)


def _given(pool: cv_offered.Offered, choice: Choice) -> dict[str, tuple[Evidence, ...]]:
    """Return what proves each chosen line, by its words."""
    options = {one.key: one for part in pool.parts for one in part.options}
    chosen = (line for part in choice.parts for line in part.lines if line.key in options)
    return {line.says.strip(): options[line.key].given for line in chosen}


def _pieces(line: str, given: Iterable[Evidence]) -> tuple[Piece, ...]:
    return pieces(line, proofs=proof_spans(line, given), remarks=())
