"""How far a story convinces, and why: reasons to read, never a mark alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from tremplin.evidence.guard import Unsupported, unsupported_numbers
from tremplin.law.words import NBSP
from tremplin.stories.domain.acts import acts_of
from tremplin.stories.domain.car import PARTS, Car, Part, counts
from tremplin.stories.domain.telling import SUBJECT

Check = Literal["parts", "figure", "verb", "first_person", "proof", "length"]
CHECKS: Final[tuple[Check, ...]] = ("parts", "figure", "verb", "first_person", "proof", "length")
LEVELS: Final = ((6, "fort"), (5, "solide"), (3, "à renforcer"), (0, "fragile"))
MOST_UNPROVED: Final = 3
OTHERS: Final = re.compile(r"\b(?:on|nous|notre|nos)\b(?![’'])", re.IGNORECASE)
PART_NAMES: Final[dict[Part, str]] = {"context": "le contexte", "action": "l’action", "result": "le résultat"}


@dataclass(frozen=True, slots=True)
class Reason:
    """What weakens a story: the check it fails, where, and what to do."""

    check: Check
    says: str
    part: Part | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Strength:
    """How many of the six checks hold, and the reasons of those that do not."""

    reasons: tuple[Reason, ...] = ()

    @property
    def points(self) -> int:
        """Checks that hold, out of six; no more than three while a proof is missing."""
        held = len(CHECKS) - len(self.fails)
        return min(held, MOST_UNPROVED) if "proof" in self.fails else held

    @property
    def fails(self) -> frozenset[Check]:
        """The checks that do not hold."""
        return frozenset(one.check for one in self.reasons)

    @property
    def level(self) -> str:
        """« fort », « solide », « à renforcer », « fragile »; « à prouver » when only the proof lacks."""
        if self.fails == {"proof"}:
            return "à prouver"
        return next(name for least, name in LEVELS if self.points >= least)

    @property
    def state(self) -> str:
        """The colour of the level: « ok », « warn » or « bad »."""
        if self.points >= LEVELS[1][0] and "proof" not in self.fails:
            return "ok"
        return "warn" if self.points >= LEVELS[2][0] else "bad"


def strength_of(
    car: Car,
    *,
    notes: int,
    missing: Iterable[Unsupported] = (),
    estimates: Iterable[str] = (),
    line: str = "",
) -> Strength:
    """Judge a story.

    Args:
        car: the story.
        notes: how many dated notes it leads to.
        missing: numbers of its words that no note gives.
        estimates: numbers said as exact that are only estimated.
        line: its line of a résumé.

    Returns:
        The strength, with every reason at once.
    """
    return Strength((
        *_parts(car), *_figure(car, estimates), *_verb(car), *_first_person(car, line),
        *_proof(notes, missing), *_length(car),
    ))  # fmt: skip


def _parts(car: Car) -> Iterator[Reason]:
    for part in car.missing:
        yield Reason("parts", f"Il manque {PART_NAMES[part]}.", part)


def _figure(car: Car, estimates: Iterable[str]) -> Iterator[Reason]:
    for words in estimates:
        said = f"«{NBSP}{words}{NBSP}» est une estimation{NBSP}: écrivez «{NBSP}environ{NBSP}»."
        yield Reason("figure", said)
    if not unsupported_numbers(car.whole, ()):
        asked = f"Aucun chiffre. Combien, combien de temps, combien de personnes{NBSP}?"
        yield Reason("figure", asked, "result")


def _verb(car: Car) -> Iterator[Reason]:
    acts = acts_of(car.action)
    if car.action.strip() and not acts.strong:
        weak = acts.weak[0] if acts.weak else ""
        said = f"«{NBSP}{weak}{NBSP}» ne dit pas votre geste." if weak else "Aucun verbe d’action."
        advice = f"Commencez par «{NBSP}J’ai organisé{NBSP}», «{NBSP}J’ai réparé{NBSP}»…"
        yield Reason("verb", f"{said} {advice}", "action")


def _first_person(car: Car, line: str) -> Iterator[Reason]:
    if found := SUBJECT.search(line):
        asked = f"commencez chaque phrase par «{NBSP}J’ai{NBSP}»."
        yield Reason("first_person", f"La ligne de CV dit «{NBSP}{found[0]}{NBSP}»{NBSP}: {asked}", "action")
    for part in PARTS[1:]:
        found = OTHERS.search(car.part(part))
        if found:
            yield Reason(
                "first_person",
                f"«{NBSP}{found[0]}{NBSP}»{NBSP}: dites votre part, avec «{NBSP}je{NBSP}».",
                part,
            )


def _proof(notes: int, missing: Iterable[Unsupported]) -> Iterator[Reason]:
    for one in missing:
        yield Reason("proof", f"«{NBSP}{one.words}{NBSP}» n’a pas encore de preuve datée.")
    if not notes:
        yield Reason("proof", "Aucune note datée ne le prouve.")


def _length(car: Car) -> Iterator[Reason]:
    for part, count in counts(car).items():
        if count.excess:
            yield Reason("length", f"{PART_NAMES[part].capitalize()}{NBSP}: {count.says}.", part)
