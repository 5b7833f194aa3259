"""What the messages sent so far say, and whether it is enough to conclude anything."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Final

from tremplin.law.words import NBSP, counted, in_letters

ENOUGH: Final = 10
SURE: Final = 1.96
STEPS: Final = ("sent", "replied", "talked", "agreed")


@dataclass(frozen=True, slots=True)
class Sent:
    """A message sent and how far it went; `channel` and `hook` in words, the hook empty without one."""

    channel: str
    hook: str = ""
    replied: bool = False
    talked: bool = False
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Messages of one kind, counted at each step."""

    name: str
    sent: int
    replied: int
    talked: int
    agreed: int

    @property
    def is_enough(self) -> bool:
        """Whether there are enough of them to say more than counts."""
        return self.sent >= ENOUGH

    @property
    def says(self) -> str:
        """Say what the replies allow to expect; below ten, only that it is too few."""
        if not self.is_enough:
            return f"Trop peu pour conclure{NBSP}: {counted(self.sent, 'envoi')} sur {ENOUGH}"
        low, high = expected(self.replied, self.sent)
        return f"Sur dix envois semblables, attendez entre {low} et {counted(high, 'réponse')}"

    @property
    def share(self) -> str:
        """The share of replies; empty below ten, where a percentage would lie."""
        return f"{round(100 * self.replied / self.sent)}{NBSP}%" if self.is_enough else ""


def funnel(sent: Iterable[Sent]) -> Row:
    """Count every message sent at each step."""
    return _row("Tout", tuple(sent))


def by_channel(sent: Iterable[Sent]) -> tuple[Row, ...]:
    """Count messages by way in, the most used first."""
    return _grouped(sent, lambda one: one.channel)


def by_hook(sent: Iterable[Sent]) -> tuple[Row, ...]:
    """Count messages by what they quote, the most used first."""
    return _grouped(sent, lambda one: one.hook or "sans signal cité")


def expected(successes: int, trials: int) -> tuple[int, int]:
    """Return how many of ten may be expected, at 95 % (*intervalle de Wilson*).

    Args:
        successes: how many there were.
        trials: out of how many, at least one.

    Returns:
        The lowest and the highest whole number of ten.
    """
    low, high = interval(successes, trials)
    return floor(low * 10), ceil(high * 10)


def interval(successes: int, trials: int) -> tuple[float, float]:
    """Return the bounds of a share at 95 % (*intervalle de Wilson*).

    Args:
        successes: how many there were.
        trials: out of how many, at least one.

    Returns:
        Two shares between 0 and 1.
    """
    share, square = successes / trials, SURE**2
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    half = SURE * sqrt(share * (1 - share) / trials + square / (4 * trials**2)) / (1 + square / trials)
    return max(0.0, centre - half), min(1.0, centre + half)


def title(whole: Row) -> str:
    """Say in one line what is known so far."""
    if not whole.sent:
        return "Rien n’est encore parti"
    if not whole.is_enough:
        return whole.says
    replies = in_letters(whole.replied, "réponse") if whole.replied else "Aucune réponse"
    return f"{replies[:1].upper()}{replies[1:]} pour {counted(whole.sent, 'envoi')}"


def comparison(rows: Sequence[Row]) -> str:
    """Say whether one kind of message does better than another, or that nothing tells them apart.

    Args:
        rows: counted by way in, or by what is quoted.

    Returns:
        A French sentence; empty when there is nothing to compare.
    """
    enough = [row for row in rows if row.is_enough]
    if len(rows) < 2:
        return ""
    if len(enough) < 2:
        return f"Comparer demande {ENOUGH} envois de deux sortes au moins. Ce n’est pas encore le cas."
    best = max(enough, key=lambda row: interval(row.replied, row.sent)[0])
    low = interval(best.replied, best.sent)[0]
    beaten = [row.name for row in enough if interval(row.replied, row.sent)[1] < low]
    if not beaten:
        return "Vos chiffres se recouvrent\u00a0: rien ne dit encore qu’une sorte marche mieux qu’une autre."
    return f"{best.name.capitalize()} obtient plus de réponses que {', '.join(beaten)}, au-delà du hasard."


def _grouped(sent: Iterable[Sent], name: Callable[[Sent], str]) -> tuple[Row, ...]:
    groups: dict[str, list[Sent]] = {}
    for one in sent:
        groups.setdefault(name(one), []).append(one)
    rows = [_row(key, members) for key, members in groups.items()]
    return tuple(sorted(rows, key=lambda row: (-row.sent, row.name)))


def _row(name: str, sent: Sequence[Sent]) -> Row:
    return Row(
        name,
        len(sent),
        sum(one.replied for one in sent),
        sum(one.talked for one in sent),
        sum(one.agreed for one in sent),
    )
