"""This week: three tasks at most, less than twenty-five minutes, across all rooms."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_TASKS = 3
UNDER_MINUTES = 25


@dataclass(frozen=True)
class Task:
    """Something short that is worth doing this week; `weight` says how much, the most first."""

    title: str
    why: str
    minutes: int
    url: str
    weight: int = 0


def this_week(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Choose what fits in a week.

    Args:
        tasks: everything the rooms propose.

    Returns:
        The weightiest that fit, three at most, less than 25 minutes in all.
    """
    chosen: list[Task] = []
    for task in sorted(tasks, key=lambda task: -task.weight):
        if len(chosen) < MOST_TASKS and minutes(chosen) + task.minutes < UNDER_MINUTES:
            chosen.append(task)
    return tuple(chosen)


def minutes(tasks: Iterable[Task]) -> int:
    """Add up how long tasks take.

    Args:
        tasks: the tasks.

    Returns:
        Minutes.
    """
    return sum(task.minutes for task in tasks)
