"""Everything the page of a proposal shows, from what is typed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tremplin.documents import proposal as paper
from tremplin.documents.proposal_fit import Fit, measured
from tremplin.law.words import counted
from tremplin.prospecting.domain.marking import Piece, Span, pieces
from tremplin.prospecting.domain.mission_law import LawPoint, law_of
from tremplin.prospecting.domain.origins import Origin, origins
from tremplin.prospecting.domain.remarks import FIELDS, Kind, Remark, forbidden, remarks, texts
from tremplin.prospecting.models import Target
from tremplin.prospecting.queries import proposals as queries

PARTS = {
    "finding": paper.PROBLEM,
    "cost": paper.COST,
    "mission": paper.MISSION,
    "deliverables": paper.DELIVERABLES,
    "indicators": paper.INDICATORS,
    "why_me": paper.WHY_ME,
    "needs": paper.NEEDS,
}
LEVELS = {
    Kind.MISSING: "bad",
    Kind.LAW: "bad",
    Kind.EXAMPLE: "bad",
    Kind.UNPROVED: "bad",
    Kind.EVIDENCE: "warn",
    Kind.GENERIC: "warn",
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A remark, its number on the page, and the name of the part it speaks of."""

    number: int
    remark: Remark
    level: str
    place: str


@dataclass(frozen=True, slots=True)
class Part:
    """A row of the page as the preview shows it."""

    name: str
    lines: tuple[tuple[Piece, ...], ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The page, what it lacks, whether it holds, and what the law says of its mission."""

    page: paper.Proposal
    fit: Fit
    notes: tuple[Numbered, ...]
    title: tuple[Piece, ...]
    parts: tuple[Part, ...]
    ask: tuple[Piece, ...]
    law: tuple[LawPoint, ...]
    is_internship: bool
    reserved: tuple[queries.Provable, ...]
    origins: tuple[Origin, ...]

    @property
    def most_words(self) -> int:
        """How many words a page may have."""
        return paper.MOST_WORDS

    @property
    def blocking(self) -> tuple[Numbered, ...]:
        """The remarks that keep the page from leaving."""
        return tuple(one for one in self.notes if one.remark.blocks)

    @property
    def may_leave(self) -> bool:
        """Whether the page may be printed."""
        return self.fit.holds and not self.blocking

    @property
    def finding(self) -> str:
        """The title of the page: what stands in the way, or that it holds."""
        left = sum(one.remark.kind == Kind.EXAMPLE for one in self.blocking)
        if left:
            said = counted(left, "passage de l’exemple", "passages de l’exemple")
            return _("%s à remplacer") % said
        unproved = sum(one.remark.kind == Kind.UNPROVED for one in self.blocking)
        if unproved:
            return _("%s sans preuve") % counted(unproved, _("chiffre")).capitalize()
        if self.fit.excess:
            return _("%s de trop") % counted(len(self.fit.excess), _("ligne"))
        if self.fit.words_over:
            return _("%s de trop") % counted(self.fit.words_over, _("mot"))
        if self.blocking:
            return _("Votre proposition est à compléter")
        return _("Votre proposition tient sur une page")


def shown(target: Target, values: Mapping[str, Any], *, choice: queries.Offered, on: date) -> Shown:
    """Return everything to show of a proposal, saved or not.

    Args:
        target: the target.
        values: as the form gives them.
        choice: what is offered today.
        on: today.

    Returns:
        The page measured, its remarks and its law points.
    """
    page = queries.page_of(target, values, choice=choice, on=on)
    names = queries.names_of(target, choice.whom(values))
    mission = "\n".join((page.mission, *page.deliverables))
    law = law_of(mission, frame=queries.frame_of(values), on=on)
    found = (*remarks(page, names=names, on=on), *forbidden(page, law))
    notes = tuple(
        Numbered(number, one, LEVELS[one.kind], PARTS.get(one.field, _place(one.field)))
        for number, one in enumerate(found, 1)
    )
    return Shown(
        page=page,
        fit=measured(page),
        notes=notes,
        title=_pieces(page, notes, "promise"),
        parts=tuple(_parts(page, notes)),
        ask=_pieces(page, notes, "ask"),
        law=law,
        is_internship=queries.frame_of(values).is_internship,
        origins=origins(page),
        reserved=tuple(one for one in choice.ticked(values) if one.for_company),
    )


def _place(field: str) -> str:
    names = {
        "promise": _("Le titre"),
        "ask": _("Ce que vous demandez"),
        "sender": _("Vous"),
        "recipient": _("À qui"),
        "place": _("Écrit à"),
    }
    return names.get(field, "")


def _parts(page: paper.Proposal, notes: Iterable[Numbered]) -> Iterator[Part]:
    typed, every = texts(page), tuple(notes)
    for field, name in PARTS.items():
        text = typed[field]
        lines = [_pieces(page, every, field, span) for span in _lines(text)]
        if field == "mission" and page.frame:
            lines[-1:] = [(*lines[-1], Piece(f" {page.frame}"))] if lines else [(Piece(page.frame),)]
        if lines:
            yield Part(name, tuple(lines), listed=field == "deliverables")


def _lines(text: str) -> Iterator[Span]:
    """Give where each line that says something starts and ends."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _pieces(
    page: paper.Proposal, notes: Iterable[Numbered], field: str, span: Span | None = None
) -> tuple[Piece, ...]:
    """Cut one line of a field, or the whole of it, where something is proved or pointed out."""
    text = texts(page)[field]
    start, end = span or (0, len(text))
    line = text[start:end]
    places = {name: place for place, name in FIELDS.items()}
    given = page.support()[places[field]] if field in places else ()
    spans = [
        (one.number, (one.remark.start - start, one.remark.end - start))
        for one in notes
        if one.remark.field == field and one.remark.start < one.remark.end
    ]
    inside = [(number, (max(first, 0), min(last, len(line)))) for number, (first, last) in spans]
    proofs = () if field == "promise" else paper.proof_spans(line, given)
    return pieces(line, proofs=proofs, remarks=[one for one in inside if one[1][0] < one[1][1]])
