"""What keeps a proposal from convincing, pointed out where it stands: no proof, ready-made, or an example."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from tremplin.documents.proposal import (
    ASK,
    COST,
    DELIVERABLES,
    END,
    INDICATORS,
    MISSION,
    NEEDS,
    PROBLEM,
    RECIPIENT,
    SENDER,
    TITLE,
    WHY_ME,
    WRITTEN_AT,
    Proposal,
)
from tremplin.evidence.guard import unsupported_numbers
from tremplin.law.words import NBSP, day
from tremplin.prospecting.domain.examples import TO_REPLACE
from tremplin.prospecting.domain.generic import fits_any_company, generic_phrases, plain_letters
from tremplin.prospecting.domain.mission_law import LawPoint

FIELDS: Final = {TITLE: "promise", PROBLEM: "finding", COST: "cost", WHY_ME: "why_me"}
"""Places of a proposal that must be proved, and the fields they are typed in."""
PLANNED: Final = {
    MISSION: "mission",
    DELIVERABLES: "deliverables",
    INDICATORS: "indicators",
    NEEDS: "needs",
    ASK: "ask",
    SENDER: "sender",
    RECIPIENT: "recipient",
    WRITTEN_AT: "place",
}
"""Places where the student's own numbers are free, those said of the company are not."""
NEEDED: Final = {
    "promise": "Écrivez le titre\u00a0: ce qui change pour eux, en une ligne.",
    "finding": "Écrivez le constat\u00a0: le problème que vous avez vu, avec son chiffre.",
    "mission": "Écrivez la mission\u00a0: ce que vous proposez de faire.",
    "deliverables": "Écrivez ce que vous livrez, un livrable par ligne.",
    "ask": "Écrivez ce que vous demandez\u00a0: vingt minutes d’échange, et quand.",
}
ENOUGH_SOURCES: Final = 2
FRESH: Final = timedelta(days=180)
SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]?")
LONG_WORD: Final = re.compile(r"[^\W\d_]{5,}")
SHARED_WORDS: Final = 2
STEM: Final = 5
DATED: Final = re.compile(
    r"\d|semaine|mois|jour|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
)
ASKED: Final = re.compile(r"minute|\bmin\b|echange|appel|rendez-vous|cafe|visio")


class Kind(StrEnum):
    """Why words are underlined; the first three keep the page from leaving."""

    UNPROVED = "unproved"
    EXAMPLE = "example"
    MISSING = "missing"
    LAW = "law"
    EVIDENCE = "evidence"
    GENERIC = "generic"


BLOCKING: Final = frozenset({Kind.UNPROVED, Kind.EXAMPLE, Kind.MISSING})


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of one field to underline, why, and what to do; `start` equals `end` for the whole field."""

    field: str
    kind: Kind
    reason: str
    instead: str = ""
    start: int = 0
    end: int = 0
    words: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the page cannot leave as it is."""
        return self.kind in BLOCKING


def remarks(proposal: Proposal, *, names: Iterable[str], on: date) -> tuple[Remark, ...]:
    """Return everything to point out in a proposal, what blocks it first.

    Args:
        proposal: the page as typed.
        names: names of the company, its products and its people.
        on: today, for the age of signals.

    Returns:
        Remarks by gravity, then in the order of the page.
    """
    known, left = tuple(names), tuple(_left_from_example(proposal))
    found = [
        *_missing(proposal),
        *left,
        *(one for one in _unproved(proposal) if not any(_is_within(one, other) for other in left)),
        *_weak_evidence(proposal, on),
        *_weak_plan(proposal),
        *_generic(proposal, known),
    ]
    return tuple(sorted(found, key=lambda one: list(Kind).index(one.kind)))


def _is_within(one: Remark, other: Remark) -> bool:
    return one.field == other.field and other.start <= one.start < one.end <= other.end


def texts(proposal: Proposal) -> dict[str, str]:
    """Return the text of each field, by its name in the form."""
    return {
        "promise": proposal.title,
        "finding": proposal.problem,
        "cost": proposal.cost,
        "mission": proposal.mission,
        "deliverables": "\n".join(proposal.deliverables),
        "indicators": proposal.indicators,
        "why_me": proposal.why_me,
        "needs": proposal.needs,
        "ask": proposal.ask,
    }


def _missing(proposal: Proposal) -> Iterator[Remark]:
    typed = texts(proposal)
    yield from (Remark(name, Kind.MISSING, why) for name, why in NEEDED.items() if not typed[name].strip())
    if not proposal.author:
        yield Remark("sender", Kind.MISSING, "Écrivez votre nom\u00a0: la page est signée.")


def _left_from_example(proposal: Proposal) -> Iterator[Remark]:
    for name, text in texts(proposal).items():
        for found in TO_REPLACE.finditer(text):
            reason = "Ce passage vient de l’exemple. Il ne parle pas de votre cible."
            instead = "Remplacez-le par ce que vous avez lu, vu ou fait."
            yield Remark(name, Kind.EXAMPLE, reason, instead, *found.span(), found.group())


def _unproved(proposal: Proposal) -> Iterator[Remark]:
    """Say each number that nothing supports, in the words of its place."""
    typed = texts(proposal)
    for refusal in proposal.refusals():
        name, words = {**FIELDS, **PLANNED}[refusal.place], refusal.number.words.rstrip(END)
        at = typed.get(name, "").find(words)
        span = (at, at + len(words)) if at >= 0 else (0, 0)
        yield Remark(name, Kind.UNPROVED, *_reason(refusal.place, words), *span, words)


def _reason(place: str, words: str) -> tuple[str, str]:
    if place == WHY_ME:
        return (
            f"«{NBSP}{words}{NBSP}» n’est dans aucune entrée de journal cochée.",
            "Cochez l’entrée qui le prouve, ou retirez ce chiffre.",
        )
    if place == SENDER:
        return (
            f"«{NBSP}{words}{NBSP}» est un résultat que rien ne prouve ici.",
            "Un résultat se dit dans «\u00a0Pourquoi vous\u00a0», avec son entrée de journal.",
        )
    if place in PLANNED:
        return (
            f"«{NBSP}{words}{NBSP}» n’a pas de source.",
            "Un objectif se met dans les indicateurs, un fait vient d’un signal coché.",
        )
    return (
        f"«{NBSP}{words}{NBSP}» n’est dans aucun signal coché.",
        "Cochez le signal qui le donne, avec sa source et sa date, ou retirez ce chiffre.",
    )


def _weak_evidence(proposal: Proposal, on: date) -> Iterator[Remark]:
    if len({(one.label, one.on) for one in proposal.sources}) < ENOUGH_SOURCES and proposal.problem.strip():
        reason = "Le constat repose sur moins de deux sources datées."
        yield Remark(
            "finding", Kind.EVIDENCE, reason, "Ajoutez un signal d’une autre source, puis cochez-le."
        )
    for source in proposal.sources:
        if on - source.on > FRESH:
            reason = f"«{NBSP}{source.label}{NBSP}» date du {day(source.on)}\u00a0: plus de six mois."
            yield Remark("finding", Kind.EVIDENCE, reason, "Vérifiez que c’est toujours vrai.")
    yield from _floating(proposal)
    if proposal.why_me.strip() and not unsupported_numbers(proposal.why_me, ()):
        reason = "«\u00a0Pourquoi moi\u00a0» ne donne aucun chiffre."
        yield Remark("why_me", Kind.EVIDENCE, reason, "Prenez un résultat daté dans votre journal.")


def _floating(proposal: Proposal) -> Iterator[Remark]:
    """Point out each sentence of the finding that no signal speaks of."""
    said = [_stems(one.quote) | _stems(one.label) for one in proposal.sources]
    for found in SENTENCE.finditer(proposal.problem):
        words = found.group().strip()
        if len(_stems(words)) <= SHARED_WORDS or unsupported_numbers(words, ()):
            continue
        if not any(len(_stems(words) & quote) >= SHARED_WORDS for quote in said):
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            reason = "Aucun signal coché ne parle de cela."
            instead = "Notez où et quand vous l’avez vu, ou retirez la phrase."
            yield Remark("finding", Kind.EVIDENCE, reason, instead, start, start + len(words), words)


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in LONG_WORD.findall(plain_letters(text))}


def _weak_plan(proposal: Proposal) -> Iterator[Remark]:
    undated = [line for line in proposal.deliverables if not DATED.search(plain_letters(line))]
    whole = "\n".join(proposal.deliverables)
    for line in undated:
        at = whole.find(line)
        reason = "Ce livrable n’a pas de date."
        yield Remark(
            "deliverables",
            Kind.EVIDENCE,
            reason,
            "Dites à quelle semaine il sera là.",
            at,
            at + len(line),
            line,
        )
    if proposal.deliverables and not proposal.indicators.strip():
        reason = "Rien ne dit à quoi on verra que cela a marché."
        yield Remark(
            "indicators", Kind.EVIDENCE, reason, "Donnez un indicateur que l’entreprise peut relever."
        )
    if proposal.ask.strip() and not ASKED.search(plain_letters(proposal.ask)):
        reason = "La demande ne dit pas combien de temps vous prenez."
        yield Remark("ask", Kind.EVIDENCE, reason, "Demandez vingt minutes d’échange, une semaine précise.")


def forbidden(proposal: Proposal, points: Iterable[LawPoint]) -> tuple[Remark, ...]:
    """Return the words of the mission that the law forbids, to be underlined.

    Args:
        proposal: the page.
        points: what the law says of its mission.

    Returns:
        One for each point with a quote, in the field that says it.
    """
    typed = texts(proposal)
    found = []
    for point in points:
        for name in ("mission", "deliverables"):
            at = typed[name].find(point.quote) if point.quote and point.tone == "bad" else -1
            if at >= 0:
                span = (at, at + len(point.quote), point.quote)
                found.append(Remark(name, Kind.LAW, f"{point.title}.", point.why, *span))
                break
    return tuple(found)


def _generic(proposal: Proposal, names: tuple[str, ...]) -> Iterator[Remark]:
    quotes = [one.quote for one in proposal.sources]
    for name, text in texts(proposal).items():
        for found in generic_phrases(text, names=names, quotes=quotes):
            yield Remark(name, Kind.GENERIC, found.reason, found.instead, found.start, found.end, found.words)
    whole = "\n".join(texts(proposal).values())
    if whole.strip() and fits_any_company(whole, names=names, quotes=quotes):
        reason = "Ce texte marcherait tel quel pour une autre entreprise."
        yield Remark(
            "finding", Kind.GENERIC, reason, "Nommez-la, ou reprenez un chiffre ou des mots d’un signal."
        )
