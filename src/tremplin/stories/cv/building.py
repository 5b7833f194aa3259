"""A résumé made from what was chosen of the evidence, and what stands in its way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from tremplin.documents.curriculum import Proof
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Evidence
from tremplin.evidence.wording import amount
from tremplin.law.words import NBSP, counted
from tremplin.stories.cv.parts import Choice, Item, Kept, Part, title_of
from tremplin.stories.cv.proving import Remark, remarks
from tremplin.stories.cv.resume import BY_HAND, Basics, Line, Post, Project, Resume
from tremplin.value.domain.briefs import about

MOST_PROOFS: Final = 3
LEVELS: Final = frozenset({"languages", "certificates"})


@dataclass(frozen=True, slots=True)
class Built:
    """The résumé, and what stands in its way; `lost` counts chosen lines whose source is gone."""

    resume: Resume
    remarks: tuple[Remark, ...] = ()
    lost: int = 0

    @property
    def blocking(self) -> tuple[Remark, ...]:
        """What keeps it from leaving."""
        return tuple(one for one in self.remarks if one.blocks)

    @property
    def lost_says(self) -> str:
        """How many chosen lines are no longer offered, and why; empty when none."""
        one = f"ligne n’y est plus{NBSP}: son entrée a été supprimée, modifiée ou rendue privée."
        many = f"lignes n’y sont plus{NBSP}: leur entrée a été supprimée, modifiée ou rendue privée."
        return counted(self.lost, one, many) if self.lost else ""


def built(parts: Sequence[Part], choice: Choice, basics: Basics, *, imported: Iterable[str] = ()) -> Built:
    """Build a résumé from what was chosen.

    A line whose source was deleted or made private is no longer offered: it is left out and counted.

    Args:
        parts: everything that may go on it today.
        choice: what this version keeps, in order.
        basics: who the student is; its label and summary are replaced.
        imported: headlines and summaries that files said: their figures stay, told as to be proved.

    Returns:
        The résumé, each line with its source, and the figures that nothing proves.
    """
    kept, lost = _kept(parts, choice)
    given = tuple(dict.fromkeys(given for one in kept for given in _all_given(one)))
    head = replace(basics, label=_by_hand(choice.headline), summary=_by_hand(choice.summary))
    by_place: dict[str, list[Any]] = {}
    for one in kept:
        by_place.setdefault(one.part.place, []).append(_item(one))
    sections: dict[str, Any] = {place: tuple(items) for place, items in by_place.items()}
    return Built(Resume(basics=head, **sections), tuple(remarks(kept, choice, given, tuple(imported))), lost)


def proofs(parts: Sequence[Part], choice: Choice) -> tuple[Proof, ...]:
    """Return the figures worth setting large: the first change each chosen line proves.

    Args:
        parts: everything that may go on the résumé today.
        choice: what this version keeps, in order.

    Returns:
        Three figures at most, each with what it measures and where.
    """
    found: dict[str, Proof] = {}
    for kept in _kept(parts, choice)[0]:
        host = kept.part.item.organization if isinstance(kept.part.item, Post) else ""
        for _, option in kept.lines:
            changes = [one for one in option.given if isinstance(one, Figure) and one.after is not None]
            if changes and len(found) < MOST_PROOFS:
                one = _large(changes[0], option.action, host or kept.part.title)
                found.setdefault(one.value, one)
    return tuple(found.values())


def _large(figure: Figure, action: str, where: str) -> Proof:
    before, after = (figure.before or Decimal(0), figure.after or Decimal(0))
    measured = figure.subject or about(action, figure)
    says = ", ".join(filter(None, (measured, where)))
    return Proof(amount(after, figure.unit), says[:1].upper() + says[1:], amount(before, figure.unit))


def _kept(parts: Sequence[Part], choice: Choice) -> tuple[list[Kept], int]:
    by_key = {one.key: one for one in parts}
    kept, lost = [], 0
    for chosen in choice.parts:
        part = by_key.get(chosen.key)
        if part is None:
            lost += max(len(chosen.lines), 1)
            continue
        options = {one.key: one for one in part.options}
        lines = [(line, options[line.key]) for line in chosen.lines if line.key in options]
        lost += len(chosen.lines) - len(lines)
        told = tuple((line, option) for line, option in lines if line.says.strip())
        kept.append(Kept(part, told, chosen.title.strip()))
    return kept, lost


def _item(kept: Kept) -> Item:
    """Put the chosen lines under what they belong to."""
    item = kept.part.item
    told = f"{kept.part.key}:summary"
    lines = [(one.key, Line(one.says.strip(), option.source)) for one, option in kept.lines]
    highlights = tuple(line for key, line in lines if key != told)
    summary = next((line for key, line in lines if key == told), None)
    if isinstance(item, Post):
        named = kept.title or item.position
        return replace(item, position=named, highlights=highlights, summary=summary)
    if isinstance(item, Project):
        return replace(item, name=kept.title or item.name, highlights=highlights, description=summary)
    return item


def _by_hand(text: str) -> Line | None:
    return Line(text.strip(), BY_HAND) if text.strip() else None


def _all_given(kept: Kept) -> Iterator[Evidence]:
    yield from kept.part.given
    if kept.part.place in LEVELS:
        yield kept.part.title
    for _, option in kept.lines:
        yield from option.given


def texts_of(resume: Resume) -> tuple[str, ...]:
    """Return every text of a résumé that answers an offer, one line each.

    Args:
        resume: the résumé.

    Returns:
        Headline, summary, titles, lines, skills and languages.
    """
    head = (resume.basics.label, resume.basics.summary)
    said = [one.text for one in head if one]
    posts: tuple[Post | Project, ...] = (*resume.work, *resume.volunteer, *resume.projects)
    for post in posts:
        said += [title_of(post), *(line.text for line in post.highlights)]
    rest: Mapping[str, Iterable[Item]] = {
        "education": resume.education,
        "skills": resume.skills,
        "languages": resume.languages,
        "certificates": resume.certificates,
        "interests": resume.interests,
    }
    said += [title_of(one) for items in rest.values() for one in items]
    said += [word for one in resume.skills for word in one.keywords]
    return tuple(said)
