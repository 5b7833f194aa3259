"""A résumé made from evidence: what may go on it, what the student chose, and what still lacks a proof."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Literal, TypeVar

from tremplin.documents.characters import unbroken
from tremplin.documents.claims import unproved
from tremplin.documents.curriculum import Proof
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Evidence, unsupported_numbers
from tremplin.evidence.wording import amount
from tremplin.journal.domain.words import folded
from tremplin.stories.cv.resume import (
    BY_HAND,
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Post,
    Project,
    Publication,
    Reference,
    Resume,
    Section,
    Skill,
    Source,
)
from tremplin.stories.cv.targeting import Keyword, coverage
from tremplin.stories.domain.acts import as_nouns
from tremplin.value.domain.briefs import CLAUSE, SENTENCE, about, says_a_figure

Item = (
    Post
    | Education
    | Project
    | Skill
    | Language
    | Certificate
    | Award
    | Publication
    | Interest
    | Reference
    | Section
)
Place = Literal[
    "work",
    "volunteer",
    "education",
    "projects",
    "skills",
    "languages",
    "certificates",
    "awards",
    "publications",
    "interests",
    "references",
    "others",
]
POSTS: Final = ("work", "volunteer", "projects")
MOST_LINES: Final = 4
MOST_SKILLS: Final = 8
MOST_PROOFS: Final = 3
NBSP: Final = "\u00a0"
HEADLINE: Final = "headline"
SUMMARY: Final = "summary"
OWN: Final = {
    "de mon": "du",
    "de ma": "de la",
    "de mes": "des",
    "à mon": "au",
    "à ma": "à la",
    "à mes": "aux",
}
OWNED: Final = re.compile(r"\b(?:de|à) (?:mon|ma|mes)\b(?! [aeéèêiouyh])", re.IGNORECASE)
LONGEST: Final = 150
MINE: Final = re.compile(r"\b(?:mon|ma|mes|je|j[’'])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line comes from, as a page says it: « journal, 19 mars 2026 », and what it leads to."""

    says: str
    entry: int | None = None
    story: int | None = None
    note: int | None = None
    resilience: int | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A line that may stand under a part of the résumé; `given` are the figures it answers to.

    `action` is what the journal says of it, word for word; `is_trouble` when it tells a pain that nothing
    has changed yet, which no first version takes.
    """

    key: str
    says: str
    source: Source
    origin: Origin
    given: tuple[Evidence, ...] = ()
    action: str = ""
    is_trouble: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A post, a diploma, a skill: something that is on the résumé or not, and the lines it offers.

    `given` are figures its own title answers to; `stands_alone` when it says something without a line.
    """

    key: str
    place: Place
    item: Item
    origin: Origin
    options: tuple[Option, ...] = ()
    given: tuple[Evidence, ...] = ()
    stands_alone: bool = True

    @property
    def title(self) -> str:
        """What a page calls it."""
        return _named(self.item)

    @property
    def name(self) -> str:
        """What the student may word otherwise: the post or the project, without who it was for."""
        if isinstance(self.item, Post):
            return self.item.position
        return self.item.name if isinstance(self.item, Project) else ""

    @property
    def is_post(self) -> bool:
        """Whether it stands among experiences, with lines of its own."""
        return self.place in POSTS


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A line chosen, and its text as the student wants it."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A part chosen, its lines in order, and its title when the student words it otherwise."""

    key: str
    lines: tuple[ChosenLine, ...] = ()
    title: str = ""


Ranked = TypeVar("Ranked", ChosenPart, ChosenLine)


@dataclass(frozen=True, slots=True)
class Choice:
    """One version of the résumé: what it says on top, and its parts in order."""

    headline: str = ""
    summary: str = ""
    parts: tuple[ChosenPart, ...] = ()

    def as_json(self) -> list[Any]:
        """Return the parts as plain values, ready to be kept."""
        return [[one.key, [[line.key, line.says] for line in one.lines], one.title] for one in self.parts]

    @property
    def keys(self) -> frozenset[str]:
        """Keys of every line chosen."""
        return frozenset(line.key for one in self.parts for line in one.lines)


def parts_from_json(kept: Iterable[Any]) -> tuple[ChosenPart, ...]:
    """Return the parts kept by `Choice.as_json`; what has another shape is left out."""
    return tuple(
        ChosenPart(str(key), tuple(ChosenLine(str(one[0]), str(one[1])) for one in lines), str(title))
        for key, lines, title in kept
    )


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at before the résumé leaves; `blocks` keeps it from leaving."""

    key: str
    place: str
    says: str
    blocks: bool = False


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


@dataclass(frozen=True, slots=True)
class _Kept:
    """A part that stays, its chosen lines and the option each one comes from."""

    part: Part
    lines: tuple[tuple[ChosenLine, Option], ...] = ()
    title: str = ""


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
    return Built(Resume(basics=head, **sections), tuple(_remarks(kept, choice, given, tuple(imported))), lost)


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


def proposed(action: str, figures: Iterable[Figure]) -> str:
    """Return a journal entry as a résumé says it: what was done, in nouns, then what it changed.

    Args:
        action: what the student wrote.
        figures: the confirmed figures of the entry.

    Returns:
        One line without full stop; no number that nothing proves; empty when nothing of it is proved.
    """
    given = tuple(figures)
    plain = unbroken(" ".join(action.split()))
    told = [start for one in SENTENCE.split(plain) if (start := _proved_start(one.rstrip(". "), given))]
    if not told:
        return ""
    best = next((at for at, one in enumerate(told) if says_a_figure(one)), 0)
    line = _impersonal(told[best])
    if best and told[best - 1][:1] in "Jj" and told[best][:1] not in "Jj":
        joined = f"{_impersonal(told[best - 1])}{NBSP}: {line[:1].lower()}{line[1:]}"
        line = joined if len(joined) <= LONGEST else line
    return line[:1].upper() + line[1:]


def _proved_start(sentence: str, given: tuple[Figure, ...]) -> str:
    """Keep the clauses of a sentence up to the first number that nothing proves, or the longest line."""
    cuts = [*(match.start() for match in CLAUSE.finditer(sentence)), len(sentence)]
    starts = (sentence[:at] for at in reversed(cuts) if at <= LONGEST)
    return next((one for one in starts if one and not unsupported_numbers(one, given)), "")


def _impersonal(sentence: str) -> str:
    """Write each side of a colon in nouns, and « mon équipe » as « l’équipe » where French allows it."""
    head, mark, rest = sentence.partition(f"{NBSP}: ")
    said = as_nouns(head) + mark + (as_nouns(rest) if rest else "")
    return OWNED.sub(lambda found: OWN[found[0].lower()], said)


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
    for one in sorted(parts, key=lambda part: _answers(part, asked)):
        name = folded(one.item.language if isinstance(one.item, Language) else one.title)
        is_skill = one.place == "skills"
        lines = best_lines(one, asked=asked)
        if name in known or (is_skill and skills >= MOST_SKILLS) or not (lines or one.stands_alone):
            continue
        known.add(name)
        skills += is_skill
        chosen.append(ChosenPart(one.key, lines))
    return Choice(parts=tuple(chosen))


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


def _kept(parts: Sequence[Part], choice: Choice) -> tuple[list[_Kept], int]:
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
        kept.append(_Kept(part, told, chosen.title.strip()))
    return kept, lost


def _item(kept: _Kept) -> Item:
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


def _all_given(kept: _Kept) -> Iterator[Evidence]:
    yield from kept.part.given
    for _, option in kept.lines:
        yield from option.given


def _remarks(
    kept: Sequence[_Kept], choice: Choice, given: tuple[Evidence, ...], imported: tuple[str, ...]
) -> Iterator[Remark]:
    yield from _top_remarks(choice, given, imported)
    for one in kept:
        yield from _title_remarks(one)
        for line, option in one.lines:
            yield from _line_remarks(line, option)


def _top_remarks(choice: Choice, given: tuple[Evidence, ...], imported: tuple[str, ...]) -> Iterator[Remark]:
    tops = ((HEADLINE, "Le titre", choice.headline), (SUMMARY, "La présentation", choice.summary))
    for key, name, text in tops:
        for number in unproved(text, given, same_noun=True):
            stays = number.words in " ".join(imported) and not unproved(text, (*given, *imported))
            says = (
                f"«{NBSP}{number.words}{NBSP}» n’est dans aucune ligne choisie. "
                f"{'Soyez prêt à dire d’où il vient' if stays else 'Choisissez la ligne qui le prouve'}, "
                "ou retirez ce chiffre."
            )
            yield Remark(key, name, says, blocks=not stays)


def _title_remarks(kept: _Kept) -> Iterator[Remark]:
    part = kept.part
    if not kept.title and _source(part.item).kind != "evidence":
        return
    given = part.given if _source(part.item).kind == "evidence" else (part.title,)
    for number in unproved(kept.title or part.title, given):
        says = f"«{NBSP}{number.words}{NBSP}» n’est dans aucune entrée de cette expérience."
        yield Remark(part.key, kept.title or part.title, says, blocks=True)


def _line_remarks(line: ChosenLine, option: Option) -> Iterator[Remark]:
    place = _short(line.says)
    if option.source.kind == "import":
        yield from _import_remarks(line, option, place)
        return
    by_hand = option.source.kind == "hand"
    for number in unproved(line.says, option.given):
        where = "Cette ligne est écrite à la main" if by_hand else "Son entrée ne le prouve pas"
        says = (
            f"«{NBSP}{number.words}{NBSP}» est à prouver. {where}{NBSP}: "
            "notez-le dans le journal, ou retirez-le."
        )
        yield Remark(line.key, place, says, blocks=True)
    if option.source.kind == "evidence" and (mine := MINE.search(line.says)):
        says = f"«{NBSP}{mine[0]}{NBSP}» se dit à l’oral. Sur un CV, commencez par l’action."
        yield Remark(line.key, place, says)


def _import_remarks(line: ChosenLine, option: Option, place: str) -> Iterator[Remark]:
    """A figure a file already said stays, told as such; one added since has no proof at all."""
    added = unproved(line.says, (option.says,))
    for number in added:
        says = f"«{NBSP}{number.words}{NBSP}» n’était pas dans le fichier importé. Retirez ce chiffre."
        yield Remark(line.key, place, says, blocks=True)
    if not added and unsupported_numbers(line.says, ()):
        says = f"Chiffre {option.source}, à prouver{NBSP}: soyez prêt à dire d’où il vient."
        yield Remark(line.key, place, says)


def _short(says: str) -> str:
    return says if len(says) <= 60 else f"{says[:57].rstrip()}…"


def _worth(option: Option, asked: Sequence[Keyword]) -> tuple[int, int, int, int]:
    figures = [one for one in option.given if isinstance(one, Figure)]
    changes = sum(one.kind != "quantity" for one in figures)
    answers = len(coverage(asked, lines=[option.says]).covered) if asked else 0
    return answers, option.key.startswith("story:"), changes, len(figures)


def _source(item: Item) -> Source:
    if isinstance(item, Section):
        return item.lines[0].source if item.lines else BY_HAND
    return item.source


def _named(item: Item) -> str:
    """Return what a page calls something of a résumé."""
    if isinstance(item, Post):
        return ", ".join(filter(None, (item.position, item.organization)))
    if isinstance(item, Education):
        diploma = " ".join(filter(None, (item.study_type, item.area)))
        return ", ".join(filter(None, (diploma, item.institution)))
    if isinstance(item, Language):
        return ", ".join(filter(None, (item.language, item.fluency)))
    if isinstance(item, Award | Section):
        return item.title
    return item.name


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
        said += [_named(post), *(line.text for line in post.highlights)]
    rest: Mapping[str, Iterable[Item]] = {
        "education": resume.education,
        "skills": resume.skills,
        "languages": resume.languages,
        "certificates": resume.certificates,
        "interests": resume.interests,
    }
    said += [_named(one) for items in rest.values() for one in items]
    said += [word for one in resume.skills for word in one.keywords]
    return tuple(said)
