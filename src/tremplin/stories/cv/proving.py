"""What still lacks a proof on a résumé: no figure leaves alone, each line answers to its own source."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tremplin.documents.claims import unproved
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Evidence, unsupported_numbers
from tremplin.law.words import NBSP, one_line
from tremplin.stories.cv.levels import without_levels
from tremplin.stories.cv.parts import Choice, ChosenLine, Item, Kept, Option, source_of, texts_in
from tremplin.stories.cv.reading.outcome import SECTIONS
from tremplin.stories.cv.resume import Post, Project, Resume, Source
from tremplin.stories.cv.sought import without_wishes

HEADLINE: Final = "headline"
SUMMARY: Final = "summary"
MINE: Final = re.compile(r"\b(?:mon|ma|mes|je|j[’'])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at before the résumé leaves; `blocks` keeps it from leaving."""

    key: str
    place: str
    says: str
    blocks: bool = False


def remarks(
    kept: Sequence[Kept], choice: Choice, given: tuple[Evidence, ...], imported: tuple[str, ...]
) -> Iterator[Remark]:
    """Give what to look at before a résumé leaves, in the order printed.

    Args:
        kept: its parts with their chosen lines.
        choice: the version, for its texts on top.
        given: everything the texts on top answer to.
        imported: headlines and summaries that files said.
    """
    yield from _top_remarks(choice, given, imported)
    for one in kept:
        yield from _title_remarks(one)
        yield from _item_remarks(one.part.key, one.part.item)
        for line, option in one.lines:
            yield from _line_remarks(line, option)


def _top_remarks(choice: Choice, given: tuple[Evidence, ...], imported: tuple[str, ...]) -> Iterator[Remark]:
    tops = ((HEADLINE, "Le titre", choice.headline), (SUMMARY, "La présentation", choice.summary))
    for key, name, text in tops:
        claims = without_wishes(text, is_title=key == HEADLINE)
        for number in unproved(claims, given, same_noun=True):
            stays = number.words in " ".join(imported) and not unproved(claims, (*given, *imported))
            says = (
                f"«{NBSP}{number.words}{NBSP}» n’est dans aucune ligne choisie. "
                f"{'Soyez prêt à dire d’où il vient' if stays else 'Choisissez la ligne qui le prouve'}, "
                "ou retirez ce chiffre."
            )
            yield Remark(key, name, says, blocks=not stays)


def _title_remarks(kept: Kept) -> Iterator[Remark]:
    part = kept.part
    if not kept.title and source_of(part.item).kind != "evidence":
        return
    given = part.given if source_of(part.item).kind == "evidence" else (part.title,)
    for number in unproved(without_wishes(kept.title or part.title), given):
        says = f"«{NBSP}{number.words}{NBSP}» n’est dans aucune entrée de cette expérience."
        yield Remark(part.key, kept.title or part.title, says, blocks=True)


def _item_remarks(key: str, item: Item) -> Iterator[Remark]:
    """Hold what the student or a file says of a diploma, a skill, a post: a figure there proves nothing."""
    source = source_of(item)
    if source.kind == "evidence":
        return
    for text in texts_in(item):
        for number in unproved(without_levels(text), ()):
            yield (
                _hand_remark(key, text, number.words)
                if source.kind == "hand"
                else _file_remark(key, text, source)
            )


def file_remarks(resume: Resume) -> tuple[Remark, ...]:
    """Return the figures of a résumé that goes from one format to another, none of them proved here.

    Args:
        resume: as read from a file.

    Returns:
        One remark for each text with a figure; none blocks, the file already said it.
    """
    found = [one for place in SECTIONS for item in getattr(resume, place) for one in _item_remarks("", item)]
    posts: tuple[Post | Project, ...] = (*resume.work, *resume.volunteer, *resume.projects)
    told = [line for one in posts for line in one.highlights]
    about = (one.description if isinstance(one, Project) else one.summary for one in posts)
    told += [line for line in about if line]
    for line, is_title in ((resume.basics.label, True), (resume.basics.summary, False)):
        if line and unproved(without_wishes(line.text, is_title=is_title), ()):
            told.append(line)
    found += [_file_remark("", line.text, line.source) for line in told if unproved(line.text, ())]
    return tuple(dict.fromkeys(found))


def proving_entries(text: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the keys of the entries a text takes its figures from.

    Args:
        text: a line whose figures are all given.
        figures: confirmed figures, each with its entry.

    Returns:
        « entry:12 »…, in order; an entry that gives none of its numbers is not among them.
    """
    by_entry: dict[int, list[Figure]] = {}
    for one in figures:
        by_entry.setdefault(one.entry, []).append(one)
    alone = len(unproved(text, ()))
    return tuple(f"entry:{key}" for key, held in by_entry.items() if len(unproved(text, held)) < alone)


def _hand_remark(key: str, text: str, number: str) -> Remark:
    says = (
        f"«{NBSP}{number}{NBSP}» est à prouver. Cette ligne est écrite à la main{NBSP}: "
        "notez-le dans le journal, ou retirez-le."
    )
    return Remark(key, _short(text), says, blocks=True)


def _file_remark(key: str, text: str, source: Source) -> Remark:
    says = f"Chiffre {source}, à prouver{NBSP}: soyez prêt à dire d’où il vient."
    return Remark(key, _short(text), says)


def _line_remarks(line: ChosenLine, option: Option) -> Iterator[Remark]:
    place = _short(line.says)
    if option.source.kind == "import":
        yield from _import_remarks(line, option, place)
        return
    for number in unproved(line.says, option.given, same_noun=line.says != option.says):
        if option.source.kind == "hand":
            yield _hand_remark(line.key, line.says, number.words)
            continue
        says = (
            f"«{NBSP}{number.words}{NBSP}» est à prouver. Son entrée ne le prouve pas{NBSP}: "
            "notez-le dans le journal, ou retirez-le."
        )
        yield Remark(line.key, place, says, blocks=True)
    if option.source.kind == "evidence" and (mine := MINE.search(line.says)):
        says = f"«{NBSP}{mine[0]}{NBSP}» se dit à l’oral. Sur un CV, commencez par l’action."
        yield Remark(line.key, place, says)


def _import_remarks(line: ChosenLine, option: Option, place: str) -> Iterator[Remark]:
    """A figure a file already said stays, told as such; one added since has no proof at all."""
    added = unproved(line.says, (option.says,), same_noun=True)
    for number in added:
        says = f"«{NBSP}{number.words}{NBSP}» n’était pas dans le fichier importé. Retirez ce chiffre."
        yield Remark(line.key, place, says, blocks=True)
    if not added and unsupported_numbers(line.says, ()):
        yield _file_remark(line.key, line.says, option.source)


def _short(says: str) -> str:
    line = one_line(says)
    return line if len(line) <= 60 else f"{line[:57].rstrip()}…"
