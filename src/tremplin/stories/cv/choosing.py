"""What a version starts with, and how its lines change places."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from tremplin.documents.claims import unproved
from tremplin.evidence.figures import Figure
from tremplin.journal.domain.words import folded
from tremplin.stories.cv.parts import Choice, ChosenLine, ChosenPart, Option, Part
from tremplin.stories.cv.resume import Education, Language, Post
from tremplin.stories.cv.targeting import Keyword, coverage

MOST_LINES: Final = 4
MOST_SKILLS: Final = 8
Ranked = TypeVar("Ranked", ChosenPart, ChosenLine)


def first_choice(parts: Sequence[Part], *, asked: Sequence[Keyword] = ()) -> Choice:
    """Return what a new version starts with.

    Args:
        parts: everything that may go on it, in the order it would be printed.
        asked: keywords of the offer it answers, if any.

    Returns:
        Every post with its best lines, the most proved skills, and the rest; never a word of the offer.
    """
    known: set[str] = set()
    chosen: list[ChosenPart] = []
    skills = 0
    for one in sorted(_by_date(parts), key=lambda part: _answers(part, asked)):
        name = folded(one.item.language if isinstance(one.item, Language) else one.title)
        is_skill = one.place == "skills"
        lines = best_lines(one, asked=asked)
        if name in known or (is_skill and skills >= MOST_SKILLS) or not (lines or one.stands_alone):
            continue
        known.add(name)
        skills += is_skill
        chosen.append(ChosenPart(one.key, lines))
    return Choice(parts=tuple(chosen))


def _by_date(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Put posts the latest first wherever they come from, diplomas too; the rest keeps its own order."""
    dated = {kind: _latest_first(parts, kind) for kind in (Post, Education)}
    others = (one for one in parts if not isinstance(one.item, Post | Education))
    return (*dated[Post], *dated[Education], *others)


def _latest_first(parts: Sequence[Part], kind: type[Post] | type[Education]) -> list[Part]:
    found = [(one.item.period.rank, one) for one in parts if isinstance(one.item, kind)]
    return [one for _, one in sorted(found, key=lambda dated: dated[0], reverse=True)]


def _answers(part: Part, asked: Sequence[Keyword]) -> int:
    """Put the skills an offer names before the others, everything else in its own order."""
    named = part.place == "skills" and coverage(asked, lines=[part.title]).covered
    return 0 if named or part.place != "skills" else 1


def best_lines(part: Part, *, asked: Sequence[Keyword] = ()) -> tuple[ChosenLine, ...]:
    """Return the lines of a part that prove the most, those an offer asks for first.

    Args:
        part: the part.
        asked: keywords of the offer.

    Returns:
        Four lines at most, the strongest first; no entry told twice; those that
        prove nothing only where two figures are missing.
    """
    worth = {one.key: _worth(one, asked) for one in part.options}
    told = [one for one in part.options if one.says and not one.is_trouble and _may_stand(one)]
    figured = [one for one in told if one.given or worth[one.key][0]]
    told = figured if len(figured) > 1 else told
    ranked = sorted(told, key=lambda one: worth[one.key], reverse=True)
    kept: list[Option] = []
    for one in ranked:
        if not any(set(one.source.keys) & set(other.source.keys) for other in kept):
            kept.append(one)
    return tuple(ChosenLine(one.key, one.says) for one in kept[:MOST_LINES])


def _may_stand(option: Option) -> bool:
    return option.source.kind == "import" or not unproved(option.says, option.given)


def moved(parts: Sequence[ChosenPart], key: str, *, by: int) -> tuple[ChosenPart, ...]:
    """Return parts with one part, or one line inside its part, a place earlier or later.

    Args:
        parts: in their order.
        key: of a part or of a line.
        by: -1 for earlier, 1 for later.

    Returns:
        The new order; the same one when there is nowhere to go.
    """
    if any(one.key == key for one in parts):
        return _moved(parts, key, by)
    return tuple(replace(one, lines=_moved(one.lines, key, by)) for one in parts)


def _moved(ranked: Sequence[Ranked], key: str, by: int) -> tuple[Ranked, ...]:
    rows = list(ranked)
    at = next((index for index, one in enumerate(rows) if one.key == key), None)
    if at is not None and 0 <= at + by < len(rows):
        rows[at], rows[at + by] = rows[at + by], rows[at]
    return tuple(rows)


def _worth(option: Option, asked: Sequence[Keyword]) -> tuple[int, int, int, int]:
    figures = [one for one in option.given if isinstance(one, Figure)]
    changes = sum(one.kind != "quantity" for one in figures)
    answers = len(coverage(asked, lines=[option.says]).covered) if asked else 0
    return answers, option.key.startswith("story:"), changes, len(figures)
