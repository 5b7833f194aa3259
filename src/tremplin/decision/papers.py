"""From a decision to its sheet, one page for others to read."""

from datetime import date
from decimal import Decimal
from typing import Final

from tremplin.accounts.queries import current_student
from tremplin.decision import queries
from tremplin.decision.domain import options as domain
from tremplin.decision.domain.answer import Side
from tremplin.decision.domain.drawing import chart_of, letter
from tremplin.decision.domain.money import HYPOTHESES
from tremplin.decision.domain.weighing import listed
from tremplin.decision.models import Decision, Option
from tremplin.decision.wording import Place, Said, months_said, page_title, said_of
from tremplin.documents.decision_sheet import (
    DecisionSheet,
    SheetChart,
    SheetCriterion,
    SheetCurve,
    SheetMark,
    SheetOption,
)
from tremplin.documents.paper import Fact
from tremplin.law.parameters import NoValueInForce
from tremplin.law.words import counted, day, euros, hours, number

NOTHING: Final = Decimal(0)
UNKNOWN: Final = "à compléter"
NO_SCORE: Final = "–"
NAMED: Final = 5
UNSURE: Final = 4
NOTE: Final = (
    f"{HYPOTHESES[1]} Minimums légaux, sauf offre plus haute. Ni bourse ni aide au logement comptées."
)


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
    sides = _sides(decision, on)
    return DecisionSheet(
        title=page_title(decision, rows, said),
        produced_on=on,
        about=decision.title,
        summary=" ".join(filter(None, (said.answer, said.obstacle))) if said else "",
        options=tuple(_option(letter(at), side) for at, side in enumerate(sides)) or _undated(rows),
        chart=_chart(sides),
        criteria=_criteria(decision) if decision.weights_fixed_at else (),
        totals=_totals(said, [str(row.pk) for row in rows]),
        points=(*_points(said), *_to_ask(sides), *_doubts(sides)),
        why=decision.why,
        note=NOTE,
        author=current_student().full_name,
    )


def _sides(decision: Decision, on: date) -> tuple[Side, ...]:
    """Return the options counted; none of them when a day is earlier than the known figures."""
    try:
        return queries.sides(decision, on=on)
    except NoValueInForce:
        return ()


def _undated(rows: list[Option]) -> tuple[SheetOption, ...]:
    return tuple(
        SheetOption(
            letter(at), row.name, _when(row.starts_on, row.ends_on), "", UNKNOWN, UNKNOWN, UNKNOWN, ""
        )
        for at, row in enumerate(rows)
    )


def _option(sign: str, side: Side) -> SheetOption:
    money, option = side.money, side.option
    return SheetOption(
        letter=sign,
        name=option.name,
        when=f"{months_said(money.duration)}, {_when(option.starts_on, option.ends_on)}",
        rhythm=_rhythm(option),
        gross=euros(money.gross / money.duration) if money.is_known else money.unknown,
        net=money.unknown if money.monthly_net is None else euros(money.monthly_net),
        left=money.unknown if money.monthly_left is None else euros(money.monthly_left),
        costs=_costs(option.living),
        obstacle=f"Bloque : {', '.join(side.obstacles).lower()}" if side.obstacles else "",
    )


def _when(first: date, last: date) -> str:
    return f"du {day(first)} au {day(last)}"


def _rhythm(option: domain.Option) -> str:
    rhythm, week = option.rhythm, f"{hours(option.week)} par semaine"
    job = f", et {hours(option.job.weekly_hours)} de petit emploi" if option.job else ""
    if rhythm.alternation == "full":
        return f"{week} à plein temps{job}"
    unit = "jour" if rhythm.alternation == "days" else "semaine"
    company = counted(rhythm.company, unit)
    return f"{week} pleine, {company} en entreprise pour {rhythm.school} à l’école{job}"


def _costs(living: domain.Living) -> str:
    rent = NOTHING if living.housing_given else living.rent
    monthly = (("loyer", rent), ("repas", living.meals), ("transports", living.transport))
    spent = [f"{name} {number(amount)}\u00a0€" for name, amount in monthly if amount]
    parts = [f"{listed(spent)} par mois"] if spent else []
    if living.tuition:
        parts.append(f"{number(living.tuition)}\u00a0€ de scolarité en tout")
    return f"Reste après : {', '.join(parts)}" if parts else "Aucune dépense écrite"


def _chart(sides: tuple[Side, ...]) -> SheetChart | None:
    drawn = chart_of([side.money for side in sides])
    if drawn is None:
        return None
    named = ", ".join(f"{curve.letter} : {curve.name}" for curve in drawn.curves)
    return SheetChart(
        f"Net de chaque mois, en euros. {named}.",
        tuple(SheetCurve(curve.letter, curve.position, curve.dots) for curve in drawn.curves),
        tuple(SheetMark(mark.at, mark.says) for mark in drawn.amounts),
        tuple(SheetMark(mark.at, mark.says) for mark in drawn.months),
        drawn.width,
        drawn.height,
        drawn.left,
    )


def _to_ask(sides: tuple[Side, ...]) -> tuple[Fact, ...]:
    """Name, option by option, what the law leaves to ask, and whom."""
    found = []
    for at, side in enumerate(sides):
        checks = [check for check in side.checks if check.state == "ask"]
        asked = [
            f"{check.topic.lower()} ({check.ask})" if check.ask else check.topic.lower() for check in checks
        ]
        if asked:
            found.append(Fact(f"À vérifier pour {letter(at)}.", f"{' ; '.join(asked)}."))
    return tuple(found)


def _doubts(sides: tuple[Side, ...]) -> tuple[Fact, ...]:
    """Say the first sentence of each doubt on what is paid: the page of the room has them whole, and tax."""
    taxed = {doubt for side in sides for year in side.money.years for doubt in year.outcome.doubts}
    paid = (doubt for side in sides for doubt in side.money.doubts if doubt not in taxed)
    every = list(dict.fromkeys(doubt.says.split(". ")[0].rstrip(".") for doubt in paid))
    rest = len(every) - UNSURE
    more = f" Et {counted(rest, 'autre')}, dans Tremplin." if rest > 0 else ""
    return (Fact("Pas sûr.", f"{'. '.join(every[:UNSURE])}.{more}"),) if every else ()


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
