"""The figures that speak best, each with the entry it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tremplin.evidence.figures import Figure
from tremplin.evidence.wording import amount, worded
from tremplin.law.words import one_line

MOST_PROOFS = 3
LONGEST_SUBJECT = 90


@dataclass(frozen=True)
class Proof:
    """A figure as Cap shows it; `was` is empty when nothing is compared."""

    was: str
    now: str
    what: str
    on: date
    witness: str
    estimated: bool
    url: str


def best_proofs(
    figures: Iterable[Figure], *, actions: Mapping[int, str], urls: Mapping[int, str]
) -> tuple[Proof, ...]:
    """Choose the figures that speak best.

    Args:
        figures: confirmed ones.
        actions: what was done, by entry.
        urls: address of each entry.

    Returns:
        Three at most, one per entry: compared before measured, witnessed before not, latest first.
    """
    ranked = sorted(figures, key=_rank, reverse=True)
    first_of_entry = {figure.entry: figure for figure in reversed(ranked)}
    chosen = [figure for figure in ranked if first_of_entry.get(figure.entry) is figure]
    return tuple(_proof(figure, actions, urls) for figure in chosen[:MOST_PROOFS])


def _rank(figure: Figure) -> tuple[bool, bool, bool, date]:
    compared = figure.before is not None and figure.after is not None
    return (compared, not figure.estimated, bool(figure.witness), figure.on)


def _proof(figure: Figure, actions: Mapping[int, str], urls: Mapping[int, str]) -> Proof:
    was, now = "", worded(figure)
    if figure.before is not None and figure.after is not None:
        was, now = amount(figure.before, figure.unit), amount(figure.after, figure.unit)
    what = figure.subject or _short(actions.get(figure.entry, ""))
    return Proof(was, now, what, figure.on, figure.witness, figure.estimated, urls.get(figure.entry, ""))


def _short(action: str) -> str:
    line = one_line(action)
    return line if len(line) <= LONGEST_SUBJECT else line[:LONGEST_SUBJECT].rsplit(" ", 1)[0] + "…"
