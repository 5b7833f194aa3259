"""A first version that holds on its page: what tells the least is left unticked, nothing is lost."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from tremplin.stories.cv.parts import Choice, ChosenPart, Part

LEAST: Final = ("references", "publications", "others", "interests", "awards")
DEPTHS: Final = (3, 2, 1)
FEWEST_SKILLS: Final = 5
FEWEST_POSTS: Final = 2
MOST_ROUNDS: Final = 8


def fitted(choice: Choice, *, parts: Sequence[Part], excess: Callable[[Choice], int]) -> Choice:
    """Return a choice that holds on one page, as far as what may go lets it.

    Args:
        choice: lines in order, the strongest of each post first.
        parts: everything that may go on the résumé.
        excess: how many printed lines fall off the page.

    Returns:
        The same choice when it holds; else without the references, then without the weakest lines.
    """
    for _ in range(MOST_ROUNDS):
        over = excess(choice)
        shorter = shortened(choice, parts=parts, by=(over + 1) // 2)
        if shorter == choice:
            break
        choice = shorter
    return choice


def shortened(choice: Choice, *, parts: Sequence[Part], by: int) -> Choice:
    """Return a choice without the `by` lines or parts that tell the least."""
    gone = frozenset(islice(_least_first(choice, {one.key: one.place for one in parts}), by))
    left = (one for one in choice.parts if one.key not in gone)
    return replace(
        choice,
        parts=tuple(
            replace(one, lines=tuple(line for line in one.lines if line.key not in gone)) for one in left
        ),
    )


def _least_first(choice: Choice, places: dict[str, str]) -> Iterator[str]:
    """Give keys of parts and lines that may go, the first to go first."""
    rows = [(places.get(one.key, ""), one) for one in choice.parts]
    for place in LEAST:
        yield from (one.key for at, one in reversed(rows) if at == place)
    posts = [one for at, one in rows if at in ("work", "volunteer", "projects")]
    yield from _lines_beyond(posts)
    skills = [one.key for at, one in rows if at == "skills"]
    yield from reversed(skills[FEWEST_SKILLS:])
    yield from (one.key for at, one in reversed(rows) if at == "certificates")
    yield from (one.key for one in reversed(posts[FEWEST_POSTS:]))


def _lines_beyond(posts: Sequence[ChosenPart]) -> Iterator[str]:
    """Give the last lines of each post, the oldest post first, down to one line each."""
    given: set[str] = set()
    for depth in DEPTHS:
        for post in reversed(posts):
            beyond = [line.key for line in reversed(post.lines[depth:]) if line.key not in given]
            given.update(beyond)
            yield from beyond
