"""The whole answer for one question: checks, money, rhythm and matrix, and the same as plain data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.decision.domain.blockers import Check, blocking, checks_of
from tremplin.decision.domain.cells import Cell
from tremplin.decision.domain.file import Question
from tremplin.decision.domain.money import POINTERS, Money, Month, money_of, taxable
from tremplin.decision.domain.options import Option, Student
from tremplin.decision.domain.rhythm import Period, Week, exams_at_work, heaviest, usual_load, weeks_of
from tremplin.decision.domain.weighing import Obstacles, Weighing, obstacle_says, title, told_apart, weigh
from tremplin.law.outcome import Doubt, Step


@dataclass(frozen=True, slots=True)
class Side:
    """One option with what may forbid it, its money and its weeks."""

    option: Option
    checks: tuple[Check, ...]
    money: Money
    weeks: tuple[Week, ...]

    @property
    def obstacles(self) -> tuple[str, ...]:
        """The topics that forbid it as it was described."""
        return blocking(self.checks)


def sides_of(
    student: Student, options: Sequence[Option], *, exams: Sequence[Period], today: date
) -> tuple[Side, ...]:
    """Return each option with its checks, money and weeks.

    Args:
        student: age, nationality, territory.
        options: what is compared.
        exams: periods of exams, whatever the option.
        today: a start before it is a date to correct.

    Returns:
        One side for each option, in the order given.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    return tuple(
        Side(
            option,
            checks_of(student, option, today=today),
            money_of(student, option),
            weeks_of(option, exams=exams),
        )
        for option in options
    )


def answer(question: Question) -> dict[str, Any]:
    """Answer a file, as plain data for a program.

    Args:
        question: what `read_question` read.

    Returns:
        Options with their checks, money and rhythm, then the matrix; amounts are text, exact.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
        CannotCompare: criteria are given for fewer than two options.
    """
    sides = sides_of(question.student, question.options, exams=question.exams, today=question.today)
    names = told_apart({option.key: option.name for option in question.options})
    obstacles = {side.option.key: side.obstacles for side in sides if side.obstacles}
    return {
        "today": question.today.isoformat(),
        "options": [_side(side) for side in sides],
        "pointers": [{"title": each.title, "says": each.says, "ask": each.ask} for each in POINTERS],
        "matrix": _weighing(weigh(question.matrix), names, obstacles) if question.matrix else None,
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "key": side.option.key,
        "name": side.option.name,
        "kind": str(side.option.kind),
        "blocked": bool(side.obstacles),
        "checks": [_check(check) for check in side.checks],
        "money": _money(side.money),
        "rhythm": _rhythm(side.weeks),
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        "topic": check.topic,
        "state": check.state,
        "steps": _steps(check.steps),
        "doubts": _doubts(check.doubts),
        "ask": check.ask,
    }


def _money(money: Money) -> dict[str, Any]:
    return {
        "monthly_net": _amount(money.monthly_net),
        "monthly_left": _amount(money.monthly_left),
        "gross": _amount(money.gross),
        "net": _amount(money.net),
        "left": _amount(money.left),
        "unknown": {"reason": money.unknown_because, "says": money.stops} if money.unknown else None,
        "offer_below_minimum": money.below,
        "job_below_minimum": money.job_below,
        "taxable_above_exemption": _amount(taxable(money.years)),
        "fully_taxable_part": money.taxed,
        "months": [_month(month) for month in money.months],
        "doubts": _doubts(money.doubts),
        "figures": [
            {"label": each.label, "since": each.since.isoformat(), "source": each.source}
            for each in money.figures
        ],
    }


def _month(month: Month) -> dict[str, Any]:
    cells: Mapping[str, Cell] = {
        "gross": month.gross,
        "net": month.net,
        "refund": month.refund,
        "costs": month.costs,
    }
    return {
        "month": month.month.strftime("%Y-%m"),
        **{name: _amount(cell.value) for name, cell in cells.items()},
        "left": _amount(month.left),
        "steps": {name: _steps(cell.steps) for name, cell in cells.items()},
    }


def _rhythm(weeks: Sequence[Week]) -> dict[str, Any]:
    most = heaviest(weeks)
    return {
        "weeks": len(weeks),
        "usual_hours": str(round(usual_load(weeks), 1)),
        "heaviest": {"monday": most.monday.isoformat(), "hours": str(round(most.load, 1))},
        "exams_at_work": [week.monday.isoformat() for week in exams_at_work(weeks)],
    }


def _weighing(weighing: Weighing, names: Mapping[str, str], obstacles: Obstacles) -> dict[str, Any]:
    found, flip, against, ask = weighing.verdict, weighing.flip, weighing.against, weighing.ask
    return {
        "answer": found.answer,
        "title": title(weighing, names, obstacles=obstacles),
        "obstacle": obstacle_says(weighing, names, obstacles) or None,
        "leader": None if found.answer == "undecidable" or found.level else found.leader,
        "margin": float(found.margin),
        "ranking": [
            {"option": each.option, "total": float(each.total), "highest": float(each.highest)}
            for each in found.ranking
        ],
        "missing": [{"option": hole.option, "criterion": hole.criterion} for hole in found.decisive],
        "flip": flip
        and {
            "criterion": flip.criterion,
            "rival": flip.rival,
            "from": float(flip.now * 100),
            "to": float(flip.level * 100),
        },
        "wins": dict(weighing.wins),
        "against": against and {"criterion": against.criterion, "rival": against.rival},
        "ask": ask and {"criterion": ask.criterion, "options": list(ask.options)},
    }


def _steps(steps: Iterable[Step]) -> list[dict[str, str | None]]:
    return [{"says": step.says, "because": str(step.because) if step.because else None} for step in steps]


def _doubts(doubts: Iterable[Doubt]) -> list[dict[str, str]]:
    return [{"rule": doubt.rule, "says": doubt.says} for doubt in doubts]


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"
