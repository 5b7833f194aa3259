"""What still lacks a proof on a résumé: no figure leaves alone, each line answers to its own source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tremplin.documents.claims import unproved
from tremplin.evidence.guard import Evidence, unsupported_numbers
from tremplin.law.words import NBSP
from tremplin.stories.cv.parts import Choice, ChosenLine, Kept, Option, source_of
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
