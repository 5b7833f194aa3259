"""A story told without blame: what should not be said, and the neutral words proposed in its place."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, cast

from tremplin.documents.claims import unproved
from tremplin.evidence.guard import Evidence
from tremplin.stories.domain.letters import letters
from tremplin.stories.domain.naming import SENTENCE_START, Named, employer_named, people_named

DATA: Final = Path(__file__).with_name("neutral.toml")
Kind = Literal["blame", "insult", "employer", "person", "figure"]
MENDED_FIRST: Final[tuple[Kind, ...]] = ("employer", "person", "blame", "insult", "figure")
EMPLOYER: Final = "l’entreprise"
TUTOR: Final = "la personne qui m’encadrait"
COLLEAGUE: Final = "une personne de l’équipe"
DETERMINER: Final = re.compile(r"\b(?:les|des|mes|ces|nos|leurs|aux)\s$", re.IGNORECASE)
CIVILITY: Final = re.compile(r"(?:\b(?:madame|monsieur|mme|mlle|mr|m\.|m)\s+)$", re.IGNORECASE)
BOSS: Final = re.compile(
    r"\b(?:mon|ma|notre|le|la) (?:manageu?r|manageuse|tuteur|tutrice|ma[iî]tre(?:sse)? de stage|chef(?:fe)?"
    r"|responsable|patron(?:ne)?|sup[eé]rieure?|encadrante?),?\s+$",
    re.IGNORECASE,
)
LEADS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"\b(chez)\s+$", re.IGNORECASE), "dans "),
    (re.compile(r"\b(à la|à l[’']|au|à)\s*$", re.IGNORECASE), "dans "),
    (re.compile(r"\b(de la|de l[’']|d[’']une?|du|de|d[’'])\s*$", re.IGNORECASE), "de "),
    (re.compile(r"\b(la|le|les|une?|l[’'])\s*$", re.IGNORECASE), ""),
)
VAGUE: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"%|pour cent|moiti|tiers|quart|doubl|tripl|divis"), "une part"),
    (re.compile(r"€|euro"), "une somme"),
    (re.compile(r"\b(?:h|heures?)\b"), "plusieurs heures"),
    (re.compile(r"\b(?:min|minutes?)\b"), "plusieurs minutes"),
    (re.compile(r"\b(?:j|jours?)\b"), "plusieurs jours"),
    (re.compile(r"\bsemaines?\b"), "plusieurs semaines"),
    (re.compile(r"\bmois\b"), "plusieurs mois"),
    (re.compile(r"\bfois\b"), "plusieurs fois"),
)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Names a story must not say, and the words that stand for the employer.

    Attributes:
        employers: every name the employer has.
        tutor: who supervised; empty when unknown.
        people: others who work there.
        described: « une PME de l’agroalimentaire »; empty for « l’entreprise ».
    """

    employers: tuple[str, ...] = ()
    tutor: str = ""
    people: tuple[str, ...] = ()
    described: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place of a text that should not be said so; `instead` takes its place."""

    kind: Kind
    start: int
    end: int
    words: str
    says: str
    instead: str


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: Kind
    match: re.Pattern[str]
    instead: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class _Data:
    rules: tuple[_Rule, ...]
    reasons: dict[str, str] = field(default_factory=dict)


def findings(text: str, *, hidden: Hidden, given: Iterable[Evidence] = ()) -> tuple[Finding, ...]:
    """Return what a text should not say, each with neutral words for its place.

    Args:
        text: one part of a story.
        hidden: names it must not say.
        given: confirmed figures it may say.

    Returns:
        Findings in order, none overlapping another; a name wins over blame, blame over a figure.
    """
    every = (
        *_employers(text, hidden),
        *_people(text, hidden),
        *_blamed(text),
        *_unproved(text, tuple(given)),
    )
    kept: list[Finding] = []
    for one in sorted(every, key=lambda each: (MENDED_FIRST.index(each.kind), each.start, -each.end)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def mended(text: str, found: Iterable[Finding]) -> str:
    """Return a text with the neutral words in place.

    Args:
        text: the text the findings were made from.
        found: findings of that text, none overlapping another.

    Returns:
        The text; a capital is kept at the start of a sentence.
    """
    for one in sorted(found, key=lambda each: -each.start):
        text = f"{text[: one.start]}{one.instead}{text[one.end :]}"
    return text


def mended_whole(text: str, *, hidden: Hidden) -> str:
    """Return a text without names nor blame, read again until none is left.

    Args:
        text: one part of a story.
        hidden: names it must not say.

    Returns:
        The text; its figures stay: they are worth proving.
    """
    rounds = 1 + len(text.split())
    while rounds and (found := _of_words(text, hidden)):
        text = mended(text, found)
        rounds -= 1
    return _said_once(text)


def _said_once(text: str) -> str:
    """Say neutral words once where two complaints in a row became the same."""
    for rule in _data().rules:
        said = re.escape(rule.instead)
        text = re.sub(rf"({said})(?:(?:,| et| puis|\.)\s+{said})+", r"\1", text, flags=re.IGNORECASE)
    return text


def _of_words(text: str, hidden: Hidden) -> list[Finding]:
    return [one for one in findings(text, hidden=hidden) if one.kind != "figure"]


def _employers(text: str, hidden: Hidden) -> Iterator[Finding]:
    said = hidden.described or EMPLOYER
    for place in employer_named(text, hidden.employers):
        start, lead = _led(text, place)
        yield _found("employer", text, Named(start, place.end), _joined(lead, said))


def _led(text: str, place: Named) -> tuple[int, str]:
    """Return where the replaced words begin and what leads them: « chez Nordelle » → « dans »."""
    for pattern, lead in LEADS:
        if (match := pattern.search(text[: place.start])) is not None:
            return match.start(), lead
    return place.start, ""


def _joined(lead: str, said: str) -> str:
    return f"d’{said}" if lead == "de " and said.startswith(("un", "une")) else f"{lead}{said}"


def _people(text: str, hidden: Hidden) -> Iterator[Finding]:
    for name, said in ((hidden.tutor, TUTOR), *((one, COLLEAGUE) for one in hidden.people)):
        for place in people_named(text, [name] if name else []):
            civility = CIVILITY.search(text[: place.start])
            start = civility.start() if civility else place.start
            boss = BOSS.search(text[:start])
            start = boss.start() if boss else start
            yield _found("person", text, Named(start, place.end), said)


def _blamed(text: str) -> Iterator[Finding]:
    folded = letters(text)
    taken: list[range] = []
    for rule in _data().rules:
        for match in rule.match.finditer(folded.text):
            start, end = folded.span(match.start(), match.end())
            if match.end() == match.start() or any(
                place.start < end and start < place.stop for place in taken
            ):
                continue
            taken.append(range(start, end))
            yield _found(rule.kind, text, Named(start, end), rule.instead, says=rule.says)


def _unproved(text: str, given: tuple[Evidence, ...]) -> Iterator[Finding]:
    for number in unproved(text, given, same_noun=True):
        words = number.words.rstrip(" .,;:")
        for match in re.finditer(re.escape(words), text):
            place = Named(match.start(), match.end())
            yield _found(
                "figure", text, place, _vague(words, after=text[: match.start()]), says=number.reason
            )


def _vague(number: str, *, after: str) -> str:
    """Say a number without saying it: « 14 flux » → « plusieurs flux »."""
    plain = letters(number).text
    for pattern, instead in VAGUE:
        if pattern.search(plain):
            return instead
    _, _, counted = number.replace("\u00a0", " ").strip().partition(" ")
    noun = re.sub(r"^[\d\s\u00a0\u202f,.]+", "", counted)
    if noun and DETERMINER.search(after):
        return noun
    return f"plusieurs {noun}".strip() if noun else "plusieurs"


def _found(kind: Kind, text: str, place: Named, instead: str, *, says: str = "") -> Finding:
    words = text[place.start : place.end]
    starts = words[:1].isupper() and SENTENCE_START.search(text[: place.start]) is not None
    shown = instead[:1].upper() + instead[1:] if starts else instead
    return Finding(kind, place.start, place.end, words, says or _data().reasons[kind], shown)


@cache
def _data() -> _Data:
    told: dict[str, Any] = tomllib.loads(DATA.read_text(encoding="utf-8"))
    rules = tuple(
        _Rule(
            cast(Kind, row["kind"]),
            _pattern(row["match"], told["shared"]),
            row["instead"],
            row.get("says", ""),
        )
        for row in told["rules"]
    )
    return _Data(rules, told["reasons"])


def _pattern(match: str, shared: dict[str, str]) -> re.Pattern[str]:
    """Write out the words that several rules share, those they are made of last."""
    for name in reversed(shared):
        match = match.replace(f"{{{name}}}", shared[name])
    return re.compile(rf"(?<![a-z0-9])(?:{match})(?![a-z0-9])")
