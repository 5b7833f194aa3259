"""Ten questions on an internship that goes wrong, and what each answer leads to."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.dangerous_tasks import FORBIDDEN as DANGEROUS_TASKS
from tremplin.law.internship.forbidden_uses import FORBIDDEN as FORBIDDEN_ARTICLE
from tremplin.law.internship.forbidden_uses import FORBIDDEN_USES
from tremplin.law.internship.gratification_due import OWED_WHEN
from tremplin.law.internship.protection import harassment_protection
from tremplin.law.internship.requalification import Ground, requalification
from tremplin.law.internship.sanctions import FINE, FINED
from tremplin.law.internship.scope import internship_scope
from tremplin.law.internship.supervision import TUTOR_LIMIT
from tremplin.law.internship.who_to_turn_to import Problem, who_to_turn_to
from tremplin.law.internship.working_time import ADULT_DAY, ADULT_REST, WEEKLY_REST, weekly_hours_limit
from tremplin.law.outcome import Doubt, Holds, Outcome, Step
from tremplin.law.parameters import OFFICIAL, Figure
from tremplin.law.words import cents, euros, hours, percent
from tremplin.stories.domain.bodies import Body, bodies_named

DATA: Final = Path(__file__).with_name("triage.toml")
ADULT: Final = 18


@dataclass(frozen=True, slots=True)
class Trouble:
    """One question of the triage and what it leads to.

    Attributes:
        address: its page, under « stage-difficile ».
        serious: help comes first, no story is offered.
        first: the very first thing to do; empty when nothing is urgent.
        problem: the recourse asked of the law; empty when the law kept here does not cover it.
        law: names of the rules shown.
        answers: quick answers of Droits, by address.
        uncovered: what Tremplin does not know of the law; empty when it knows enough.
        calls: whom to call, in order.
        inside: whom to speak to first at the host's; said only where help need not come first.
        who: whom to speak to then, in order.
        keep: what to keep as proof.
        lack: the lack a story may start from; empty when none.
    """

    key: str
    address: str
    question: str
    title: str
    hint: str
    who: tuple[str, ...]
    keep: tuple[str, ...]
    calls: tuple[Body, ...]
    inside: tuple[str, ...] = ()
    problem: str = ""
    law: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    serious: bool = False
    first: str = ""
    uncovered: str = ""
    lack: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the law says of a trouble: the steps with their articles, figures in force, doubts."""

    steps: tuple[Step, ...] = ()
    figures: tuple[Figure, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@cache
def troubles() -> tuple[Trouble, ...]:
    """Return the ten questions, the gravest first."""
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return tuple(_trouble(key, row) for key, row in told.items())


def trouble_at(address: str) -> Trouble | None:
    """Return the trouble of a page; None when there is none there."""
    return next((one for one in troubles() if one.address == address), None)


def found(keys: Iterable[str]) -> tuple[Trouble, ...]:
    """Return the troubles answered « oui », the gravest first.

    Args:
        keys: names as ticked; unknown ones are left out.

    Returns:
        Troubles in the order of the triage.
    """
    wanted = set(keys)
    return tuple(one for one in troubles() if one.key in wanted)


def numbered(answered: Iterable[Trouble]) -> str:
    """Return troubles as their numbers, so that an address names none: « 2-9 »."""
    order = troubles()
    return "-".join(str(order.index(one) + 1) for one in answered)


def found_by_number(numbers: str) -> tuple[Trouble, ...]:
    """Return the troubles of such numbers, the gravest first; what is no number of theirs is left out."""
    wanted = set(numbers.split("-"))
    return tuple(one for rank, one in enumerate(troubles(), start=1) if str(rank) in wanted)


def stops_at_help(answered: Iterable[Trouble]) -> bool:
    """Say whether help comes before any story."""
    return any(one.serious for one in answered)


def law_on(one: Trouble, *, on: date) -> Said:
    """Return what the law says of a trouble on a day.

    Args:
        one: the trouble.
        on: the day whose figures apply.

    Returns:
        Sentences with their articles, figures in force and doubts; empty when the law kept here does
        not cover it.

    Raises:
        NoValueInForce: the day is earlier than the known figures.
    """
    outcomes: list[Outcome[Any]] = [RULES[name](on) for name in one.law]
    if one.key == "harassment":
        outcomes += [harassment_protection(kind="moral"), harassment_protection(kind="sexual")]
    if one.problem:
        outcomes.append(who_to_turn_to(problem=cast(Problem, one.problem)))
    return Said(
        tuple(dict.fromkeys(step for each in outcomes for step in each.steps)),
        tuple(dict.fromkeys(figure for each in outcomes for figure in each.figures)),
        tuple(dict.fromkeys(doubt for each in outcomes for doubt in each.doubts)),
    )


def _dangerous_tasks(on: date) -> Outcome[Any]:
    says = "Aucune tâche dangereuse pour la santé ou la sécurité ne peut vous être confiée."
    return Holds(True, (Step(says, DANGEROUS_TASKS),))


def _forbidden_uses(on: date) -> Outcome[Any]:
    steps = (Step(f"Un stage ne sert pas à {use}.", FORBIDDEN_ARTICLE) for use in FORBIDDEN_USES.values())
    return Holds(True, tuple(steps))


def _gratification(on: date) -> Outcome[Any]:
    """Say the threshold and the amount an hour of an agreement signed that very day."""
    threshold = OFFICIAL.get("internship", "gratification_threshold", on=on)
    rate = OFFICIAL.get("internship", "gratification_rate", on=on)
    ceiling = OFFICIAL.get("general", "hourly_ceiling", on=on)
    hourly = cents(rate.value * ceiling.value)
    steps = (
        Step(
            f"La gratification est due au-dessus de {hours(threshold.value)} de présence, dès la première.",
            OWED_WHEN,
        ),
        Step(
            f"Pour une convention signée ce jour\u00a0: {percent(rate.value)} de {euros(ceiling.value)}, "
            f"soit {euros(hourly)} par heure de présence.",
            OWED_WHEN,
        ),
    )
    return Holds(hourly, steps, (), (threshold, rate, ceiling))


def _real_job(on: date) -> Outcome[Any]:
    ground: Ground = "real_job"
    return requalification(grounds=(ground,), on=on)


def _hours_and_rest(on: date) -> Outcome[Any]:
    """Say the longest day and the least rest of an adult."""
    daily, rest, weekly = (
        OFFICIAL.get("internship", f"adult_{name}", on=on)
        for name in ("daily_hours", "daily_rest", "weekly_rest")
    )
    steps = (
        Step(f"{hours(daily.value)} par jour au plus, sauf accord collectif.", ADULT_DAY),
        Step(f"{hours(rest.value)} de repos au moins entre deux jours.", ADULT_REST),
        Step(f"{hours(weekly.value + rest.value)} de repos de suite chaque semaine.", WEEKLY_REST),
    )
    return Holds(daily.value, steps, (), (daily, rest, weekly))


def _tutor(on: date) -> Outcome[Any]:
    most = OFFICIAL.get("internship", "tutor_interns", on=on)
    steps = (
        Step("L’organisme d’accueil désigne un tuteur pour vous.", FINED["no_tutor"]),
        Step(f"Une même personne suit au plus {most.value} stagiaires à la fois.", TUTOR_LIMIT),
    )
    return Holds(most.value, steps, figure_doubts(most), (most,))


def _fine(on: date) -> Outcome[Any]:
    fine = OFFICIAL.get("internship", "fine", on=on)
    says = f"Ce manquement peut coûter à l’organisme jusqu’à {euros(fine.value)} d’amende par stagiaire."
    return Holds(fine.value, (Step(says, FINE),), figure_doubts(fine), (fine,))


RULES: Final[dict[str, Callable[[date], Outcome[Any]]]] = {
    "dangerous_tasks": _dangerous_tasks,
    "forbidden_uses": _forbidden_uses,
    "gratification": _gratification,
    "real_job": _real_job,
    "fine": _fine,
    "hours_and_rest": _hours_and_rest,
    "scope": lambda on: internship_scope(in_curriculum=True, approved_missions=False),
    "tutor": _tutor,
    "weekly_hours": lambda on: weekly_hours_limit(age=ADULT, on=on),
}


def _trouble(key: str, row: dict[str, Any]) -> Trouble:
    listed = {name: tuple(row.get(name, ())) for name in ("law", "answers", "inside", "who", "keep")}
    return Trouble(**{**row, **listed, "key": key, "calls": bodies_named(row["calls"])})
