"""A first deck from chosen results: five slides, or three while figures are few."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from tremplin.evidence.derived import Derived
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import unsupported_numbers
from tremplin.evidence.wording import amount, worded
from tremplin.value.domain.briefs import about, brief, says_a_figure
from tremplin.value.domain.results import (
    ENOUGH_FIGURES,
    Proven,
    Result,
    Words,
    confirmed_count,
    ranked,
    without_unproved,
)

Kind = Literal["need", "change", "chart", "skills", "plan"]
Role = Literal["sentence", "figure", "bar", "quote", "skill", "missing"]
NBSP: Final = "\u00a0"
MOST_LARGE: Final = 3
MOST_NEEDS: Final = 2
MOST_SKILLS: Final = 4
MOST_TITLE_WORDS: Final = 7
TITLES: Final[dict[Kind, str]] = {
    "need": "Le besoin de départ",
    "change": "Ce qui a changé, en chiffres",
    "chart": "La preuve",
    "skills": "Ce que je sais faire maintenant",
    "plan": "Mes 90 premiers jours si je reste",
}


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One thing on a slide; `impact`, `feedback` and `entry` lead to what proves it."""

    role: Role
    says: str = ""
    label: str = ""
    impact: int | None = None
    feedback: int | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class DraftSlide:
    """One slide and its lines; `says` is what a chart shows."""

    kind: Kind
    title: str
    lines: tuple[DraftLine, ...] = ()
    says: str = ""


def draft(
    chosen: Iterable[Result], *, need: str = "", sums: Sequence[Derived] = (), unheld: Sequence[str] = ()
) -> tuple[DraftSlide, ...]:
    """Write a deck from chosen results; every sentence of it can be changed afterwards.

    Args:
        chosen: the results the student keeps.
        need: the initial need in the student's words; empty to take it from the results.
        sums: derived figures of these results, such as hours saved in a year.
        unheld: tasks that nobody else holds.

    Returns:
        Five slides at most; the need, the change and the plan alone below three confirmed figures.
    """
    results = ranked(chosen)
    slides = [_need(results, need), _change(results)]
    if confirmed_count(results) >= ENOUGH_FIGURES:
        slides += [*_proof(results, sums), *_skills(results, unheld)]
    return (*slides, DraftSlide("plan", TITLES["plan"]))


def _need(results: Sequence[Result], need: str) -> DraftSlide:
    lines = [DraftLine("sentence", says) for says in need.splitlines() if says.strip()]
    if not lines:
        pains = [one for one in results if one.pain_point]
        told = ((one, without_unproved(one.action, one.figures)) for one in pains)
        lines = [DraftLine("sentence", says, entry=one.entry) for one, says in told if says][:1]
        lines += _starts(results, is_alone=not lines)
    quoted = next((one for one in reversed(results) if one.pain_point and one.quote), None)
    if quoted and quoted.quote:
        lines.append(quote_line(quoted, quoted.quote))
    return DraftSlide("need", TITLES["need"], tuple(lines))


def _starts(results: Sequence[Result], *, is_alone: bool) -> list[DraftLine]:
    """Say what each passage started from; one whose subject is unsaid only when nothing else is."""
    lines = []
    for result in results:
        for proof in result.proofs:
            figure = proof.figure
            if figure.before is not None and (figure.subject or is_alone):
                period = f" par {figure.period}" if figure.period else ""
                start = f"{amount(figure.before, figure.unit)}{period}"
                said = f"{_capital(figure.subject)}{NBSP}: {start} au départ."
                says = said if figure.subject else f"Au départ{NBSP}: {start}."
                lines.append(DraftLine("sentence", says, impact=proof.impact, entry=result.entry))
    return lines[:MOST_NEEDS]


def _change(results: Sequence[Result]) -> DraftSlide:
    changed = [
        one for one in results if not one.pain_point or any(_is_drawn(figure) for figure in one.figures)
    ]
    best = [(one, one.strongest[0]) for one in changed if one.proofs]
    more = [(one, proof) for one in changed for proof in one.strongest[1:]]
    figures = [figure_line(one, proof) for one, proof in [*best, *more][:MOST_LARGE]]
    if figures:
        return DraftSlide("change", TITLES["change"], tuple(figures))
    told = [(one, brief(one.action, ())) for one in results]
    lines = [DraftLine("sentence", f"{says}.", entry=one.entry) for one, says in told if says][:MOST_LARGE]
    return DraftSlide("change", "Ce qui a changé", tuple(lines))


def figure_line(result: Result, proof: Proven) -> DraftLine:
    """Draft a large figure and what it measures."""
    return DraftLine("figure", _measures(result, proof), impact=proof.impact, entry=result.entry)


def quote_line(result: Result, words: Words) -> DraftLine:
    """Draft someone's words about a result."""
    return DraftLine("quote", feedback=words.feedback, entry=result.entry)


def _measures(result: Result, proof: Proven) -> str:
    """Say in a few words what a large figure measures."""
    figure = proof.figure
    period = f"par {figure.period}" if figure.period else ""
    if figure.kind == "deadline":
        said = worded(figure).replace(amount(abs(figure.value or Decimal(0)), figure.unit), "").strip()
    else:
        said = figure.subject or _capital(about(result.action, figure))
    return ", ".join(filter(None, (said, period)))


def _proof(results: Sequence[Result], sums: Sequence[Derived]) -> list[DraftSlide]:
    passages = [(one, proof) for one in results for proof in one.proofs if _is_drawn(proof.figure)]
    if not passages:
        return _quoted_proof(results)
    result, proof = passages[0]
    lines = [
        DraftLine("bar", label=label, impact=proof.impact, entry=result.entry) for label in ("Avant", "Après")
    ]
    year = next((one for one in sums if result.entry in one.entries and one.unit == "h"), None)
    if year is not None:
        lines.append(DraftLine("sentence", f"Sur une année{NBSP}: {year} gagnées.", entry=result.entry))
    if result.quote:
        lines.append(quote_line(result, result.quote))
    what = proof.figure.subject or about(result.action, proof.figure)
    title = _passage(what, proof.figure)
    measured = _capital(_measures(result, proof))
    says = measured if measured and what.lower() not in title.lower() else "Avant et après"
    return [DraftSlide("chart", title, tuple(lines), says=says)]


def _is_drawn(figure: Figure) -> bool:
    bounds = (figure.before, figure.after)
    return all(value is not None and value >= 0 for value in bounds)


def _passage(says: str, figure: Figure) -> str:
    """Title a proof by what moved, when that is a few words, and by how much."""
    is_short = 0 < len(says.split()) <= MOST_TITLE_WORDS and not says.startswith("J’ai")
    return _capital(f"{says}, {_fromto(figure)}" if is_short else _fromto(figure))


def _fromto(figure: Figure) -> str:
    period = f" par {figure.period}" if figure.period else ""
    before, after = (amount(value or Decimal(0), figure.unit) for value in (figure.before, figure.after))
    return f"de {before} à {after}{period}"


def _quoted_proof(results: Sequence[Result]) -> list[DraftSlide]:
    """Without a passage to draw, the proof is what was said of a result."""
    found = next((one for one in results if one.quote and one.proofs), None)
    if found is None or found.quote is None:
        return []
    lines = (
        DraftLine("sentence", f"{_capital(found.in_words[0])}.", entry=found.entry),
        quote_line(found, found.quote),
    )
    return [DraftSlide("need", TITLES["chart"], lines)]


def _skills(results: Sequence[Result], unheld: Sequence[str]) -> list[DraftSlide]:
    """Give each skill its best result, one skill a result before a second one."""
    rows: dict[str, DraftLine] = {}
    most = max((len(one.skills) for one in results), default=0)
    for rank in range(most):
        for result in results:
            skill = result.skills[rank] if rank < len(result.skills) else ""
            if skill and skill not in rows and len(rows) < MOST_SKILLS and is_printable(skill):
                rows[skill] = skill_line(skill, result)
    missing = [DraftLine("missing", f"{task.rstrip('.')}.") for task in unheld]
    lines = (*rows.values(), *missing)
    return [DraftSlide("skills", TITLES["skills"], lines)] if lines else []


def is_printable(skill: str) -> bool:
    """Say whether a skill can stand on a slide: a level in digits would be a figure without proof."""
    return not unsupported_numbers(skill, ())


def skill_line(skill: str, result: Result) -> DraftLine:
    """Draft a line of the table of skills."""
    says = brief(result.action, result.figures)
    if result.figures and not says_a_figure(says):
        figure = worded(result.strongest[0].figure)
        says = f"{says}{NBSP}: {figure}" if says else _capital(figure)
    quote = result.quote.feedback if result.quote else None
    return DraftLine("skill", says, label=skill, feedback=quote, entry=result.entry)


def _capital(says: str) -> str:
    return says[:1].upper() + says[1:]
