"""From a decision to its sheet, one page for others to read."""

from datetime import date
from typing import Final

from tremplin.accounts.queries import current_student
from tremplin.decision import queries
from tremplin.decision.domain.answer import Side
from tremplin.decision.domain.drawing import letter
from tremplin.decision.domain.money import HYPOTHESES
from tremplin.decision.models import Decision
from tremplin.decision.wording import Place, Said, page_title, said_of
from tremplin.documents.decision_sheet import DecisionSheet, SheetCriterion, SheetOption
from tremplin.documents.paper import Fact
from tremplin.law.parameters import NoValueInForce
from tremplin.law.words import counted, day, euros

UNKNOWN: Final = "à compléter"
NO_SCORE: Final = "–"
NAMED: Final = 5


def sheet_of(decision: Decision, *, on: date) -> DecisionSheet:
    """Return the sheet of a decision as it stands.

    Args:
        decision: the decision; its weights may still be open.
        on: the day written on it.

    Returns:
        A frozen document.
    """
    weighing = queries.weighing_of(decision)
    names, _words = queries.with_names(decision)
    said = (
        said_of(
            weighing,
            names,
            {str(row.pk): row for row in queries.criteria(decision)},
            obstacles=queries.obstacles(decision, on=on),
        )
        if weighing
        else None
    )
    rows = list(queries.options(decision))
    return DecisionSheet(
        title=page_title(decision, rows, said),
        produced_on=on,
        about=decision.title,
        summary=" ".join(filter(None, (said.answer, said.obstacle))) if said else "",
        options=_options(decision, on),
        criteria=_criteria(decision) if decision.weights_fixed_at else (),
        totals=_totals(said, [str(row.pk) for row in rows]),
        points=_points(said),
        why=decision.why,
        note=f"{HYPOTHESES[0]} {HYPOTHESES[1]} Minimums légaux, sauf offre plus haute.",
        author=current_student().full_name,
    )


def _options(decision: Decision, on: date) -> tuple[SheetOption, ...]:
    try:
        return tuple(_option(letter(at), side) for at, side in enumerate(queries.sides(decision, on=on)))
    except NoValueInForce:
        return tuple(
            SheetOption(letter(at), row.name, _when(row.starts_on, row.ends_on), UNKNOWN, UNKNOWN)
            for at, row in enumerate(queries.options(decision))
        )


def _option(sign: str, side: Side) -> SheetOption:
    money, option = side.money, side.option
    blocking = [check.topic for check in side.checks if check.state == "blocks"]
    return SheetOption(
        sign,
        option.name,
        _when(option.starts_on, option.ends_on),
        money.unknown if money.monthly_net is None else euros(money.monthly_net),
        money.unknown if money.monthly_left is None else euros(money.monthly_left),
        f"Bloque : {', '.join(blocking).lower()}" if blocking else "",
    )


def _when(first: date, last: date) -> str:
    return f"du {day(first)} au {day(last)}"


def _criteria(decision: Decision) -> tuple[SheetCriterion, ...]:
    return tuple(
        SheetCriterion(
            line.row.name,
            str(line.row.weight),
            tuple(str(score.value) if score and score.value else NO_SCORE for _option, score in line.scores),
        )
        for line in queries.lines(decision)
        if line.row.weight
    )


def _totals(said: Said | None, keys: list[str]) -> tuple[str, ...]:
    if said is None:
        return ()
    places = {place.key: place for place in said.places}
    return tuple(_total(places[key]) for key in keys)


def _total(place: Place) -> str:
    """Write a total; from the least to the most while scores are missing."""
    return f"{place.total}" if place.total == place.highest else f"{place.total} à {place.highest}"


def _points(said: Said | None) -> tuple[Fact, ...]:
    if said is None:
        return ()
    every = (
        Fact("Ce qui ferait basculer.", said.flip),
        Fact("Contre.", said.against),
        Fact("À demander avant.", said.ask),
        Fact("Notes qui manquent.", _listed(said.missing)),
    )
    return tuple(point for point in every if point.value)


def _listed(missing: tuple[str, ...]) -> str:
    """Name the first scores that are missing, and count the others: the sheet has one page."""
    rest = len(missing) - NAMED
    named = ", ".join(missing[:NAMED])
    return f"{named}, et {counted(rest, 'autre')}" if rest > 0 else named
