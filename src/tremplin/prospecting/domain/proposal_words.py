"""The words of a proposal outside its page: its frame, its e-mail, what two versions change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from tremplin.documents.characters import unbroken
from tremplin.documents.proposal import Proposal
from tremplin.law.words import counted, day, hours
from tremplin.prospecting.domain.mission_law import Frame

FULL_WEEK: Final = 35
TOKENS: Final = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Mail:
    """A message ready to be copied; Tremplin sends nothing."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of a text that one version has and the other has not, or both."""

    says: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that two versions word differently: each side, cut where it differs."""

    field: str
    before: tuple[Change, ...]
    after: tuple[Change, ...]


def frame_said(frame: Frame) -> str:
    """Say the frame of a mission in one sentence.

    Args:
        frame: its kind, its length and its first day.

    Returns:
        « Stage de 16 semaines à partir du 4 mai 2026. »; empty when neither length nor day is known.
    """
    if frame.weeks is None and frame.starts_on is None:
        return ""
    length = f" de {counted(frame.weeks, 'semaine')}" if frame.weeks else ""
    part_time = frame.weekly_hours != FULL_WEEK and frame.is_internship
    weekly = f", {hours(frame.weekly_hours)} par semaine," if part_time else ""
    start = f" à partir du {day(frame.starts_on)}" if frame.starts_on else ""
    kind = "Stage" if frame.is_internship else "Alternance"
    return f"{kind}{length}{weekly}{start}".rstrip(",") + "."


def as_mail(proposal: Proposal, *, greeting: str = "Bonjour,", closing: str = "") -> Mail:
    """Write a proposal as a message.

    Args:
        proposal: the page.
        greeting: its first line, « Bonjour Madame Quintard, » when the civility is known.
        closing: its last line before the signature; may be empty.

    Returns:
        A subject without ready-made words, and the text of the page in its order.
    """
    deliverables = "\n".join(f"- {unbroken(one)}" for one in proposal.deliverables)
    mission = " ".join(filter(None, (proposal.mission.strip(), proposal.frame)))
    parts = (
        greeting,
        *map(unbroken, (proposal.problem, proposal.cost)),
        _led("La mission que je vous propose", unbroken(mission)),
        f"Ce que je livre\u00a0:\n{deliverables}" if deliverables else "",
        _led("À quoi cela se verra", unbroken(proposal.indicators)),
        unbroken(proposal.why_me),
        _led("Ce qu’il me faut", unbroken(proposal.needs)),
        unbroken(proposal.ask),
        closing,
        "\n".join(map(unbroken, proposal.sender)),
        unbroken(proposal.cited),
    )
    subject = unbroken(f"{proposal.company}\u00a0: {proposal.title}" if proposal.title else proposal.company)
    return Mail(subject, "\n\n".join(part for part in parts if part.strip()))


def _led(lead: str, text: str) -> str:
    return f"{lead}\u00a0: {text}" if text else ""


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Compare two versions of a proposal, word by word.

    Args:
        before: text by field of the older one.
        after: text by field of the other; fields are shown in its order.

    Returns:
        Fields that differ.
    """
    names = dict.fromkeys((*after, *before))
    differ = (name for name in names if before.get(name, "") != after.get(name, ""))
    return tuple(FieldChange(name, *_sides(before.get(name, ""), after.get(name, ""))) for name in differ)


def _sides(before: str, after: str) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    old, new = TOKENS.findall(before), TOKENS.findall(after)
    left: list[Change] = []
    right: list[Change] = []
    for kind, start, end, first, last in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        left.append(Change("".join(old[start:end]), changed=kind != "equal"))
        right.append(Change("".join(new[first:last]), changed=kind != "equal"))
    return tuple(one for one in left if one.says), tuple(one for one in right if one.says)
