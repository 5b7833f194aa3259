"""A CV as plain text, for the fields of an application form: the same words in the same order."""

from collections.abc import Iterator
from typing import Final

from tremplin.documents.curriculum import Curriculum, Entry, Labelled, Proof, paragraphs
from tremplin.law.words import NBSP

SEPARATOR: Final = f"{NBSP}· "


def to_text(curriculum: Curriculum) -> bytes:
    """Write a CV as plain text.

    Args:
        curriculum: the CV.

    Returns:
        UTF-8, a blank line between the parts.
    """
    parts = ("\n".join(part) for part in map(tuple, _parts(curriculum)) if part)
    return ("\n\n".join(parts) + "\n").encode()


def _parts(curriculum: Curriculum) -> Iterator[Iterator[str]]:
    contacts = SEPARATOR.join(one.says for one in curriculum.contacts)
    yield filter(None, (curriculum.name, curriculum.headline, contacts))
    yield iter(paragraphs(curriculum.summary))
    yield (_proof(one) for one in curriculum.proofs)
    for section in curriculum.sections:
        yield iter((section.name.upper(),))
        yield from (_entry(one) for one in section.entries)
        yield (_labelled(one) for one in section.lines)


def _entry(one: Entry) -> Iterator[str]:
    yield ", ".join(filter(None, (one.title, one.organization)))
    under = SEPARATOR.join(filter(None, (one.period, one.note, one.address.says)))
    yield from filter(None, (under, *paragraphs(one.about)))
    yield from (f"- {line}" for line in one.lines)


def _proof(one: Proof) -> str:
    value = f"{one.before} puis {one.value}" if one.before else one.value
    return f"{value}{NBSP}: {one.says}"


def _labelled(one: Labelled) -> str:
    return f"{one.label}{NBSP}: {one.says}" if one.label and one.says else one.label or one.says
