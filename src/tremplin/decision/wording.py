"""The sentences of the room: titles that state the finding, legends, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tremplin.decision.domain.answer import Side
from tremplin.decision.domain.criteria import offered_criteria
from tremplin.decision.domain.weighing import (
    Obstacles,
    Weighing,
    against_says,
    flip_says,
    listed,
    obstacle_says,
    quoted,
    rounded,
    title,
)
from tremplin.decision.models import Criterion, Decision, Option
from tremplin.law.words import counted, euros, number

STATES: Final = {"blocks": ("bad", "bloque"), "ask": ("ask", "à demander"), "clear": ("ok", "rien ne bloque")}


@dataclass(frozen=True, slots=True)
class Place:
    """An option in the ranking, as it is shown: whole points out of a hundred."""

    key: str
    name: str
    total: int
    highest: int
    wins: str


@dataclass(frozen=True, slots=True)
class Said:
    """The answer in sentences: title, what blocks, ranking, what tips it, what is against it, what to ask."""

    title: str
    obstacle: str
    places: tuple[Place, ...]
    answer: str
    flip: str
    against: str
    ask: str
    missing: tuple[str, ...]


def said_of(
    weighing: Weighing,
    names: Mapping[str, str],
    criteria: Mapping[str, Criterion],
    *,
    obstacles: Obstacles,
) -> Said:
    """Write what a matrix says.

    Args:
        weighing: what the matrix says.
        names: option names by key.
        criteria: criteria by key.
        obstacles: what blocks options, by key.

    Returns:
        Sentences in French.
    """
    words = {key: row.name for key, row in criteria.items()}
    known = weighing.verdict.answer != "undecidable" and not weighing.verdict.level
    return Said(
        title=title(weighing, names, obstacles=obstacles),
        obstacle=obstacle_says(weighing, names, obstacles),
        places=tuple(
            Place(
                each.option,
                names[each.option],
                rounded(each.total),
                rounded(each.highest),
                _wins(weighing.wins.get(each.option)),
            )
            for each in weighing.verdict.ranking
        ),
        answer=_answer(weighing, names),
        flip=flip_says(weighing.flip, names, words) if known else "",
        against=against_says(weighing.against, names, words) if known else "",
        ask=_ask(weighing, names, criteria),
        missing=tuple(
            f"{names[hole.option]} : {words[hole.criterion]}" for hole in weighing.verdict.decisive
        ),
    )


def _wins(share: float | None) -> str:
    if share is None:
        return ""
    return f"premier dans {round(share * 100)} % des 10 000 tirages de poids"


def _answer(weighing: Weighing, names: Mapping[str, str]) -> str:
    found = weighing.verdict
    if found.answer == "undecidable":
        return "Les notes qui manquent peuvent encore changer le premier."
    if found.level:
        total = counted(rounded(found.ranking[0].total), "point")
        return f"À égalité à {total} sur 100 : le tableau ne les départage pas."
    gap = counted(rounded(found.margin), "point")
    if found.answer == "close":
        return f"{gap} d’écart, moins d’un dixième du total : le tableau ne tranche pas à votre place."
    return f"{gap} d’avance sur {quoted(names[found.second])}."


def _ask(weighing: Weighing, names: Mapping[str, str], criteria: Mapping[str, Criterion]) -> str:
    ask = weighing.ask
    if ask is None:
        return ""
    row = criteria[ask.criterion]
    offered = next((each for each in offered_criteria() if each.key == row.key), None)
    about = listed([quoted(names[option]) for option in ask.options])
    if offered is None:
        return f"Renseignez-vous sur {quoted(row.name)} pour {about} : c’est là que le doute pèse le plus."
    return f"Sur {quoted(row.name)}, pour {about}, demandez {_to(offered.ask)} : {quoted(offered.question)}."


def _to(whom: str) -> str:
    """Write « à » before whom to ask, contracted where French does."""
    for article, contracted in (("le ", "au "), ("les ", "aux ")):
        if whom.startswith(article):
            return f"{contracted}{whom.removeprefix(article)}"
    return f"à {whom}"


def page_title(decision: Decision, options: list[Option], said: Said | None) -> str:
    """State where a decision stands.

    Args:
        decision: the decision.
        options: its options in sight.
        said: what the matrix says; None before it can say anything.

    Returns:
        The finding, or the next thing to do.
    """
    if decision.chosen_id and decision.chosen:
        return f"Vous avez choisi {quoted(decision.chosen.name)}"
    if len(options) < 2:
        return "Ajoutez deux options pour les comparer" if not options else "Il manque une option à comparer"
    if decision.weights_fixed_at is None:
        return "Dites d’abord ce qui compte pour vous"
    return said.title if said else "Donnez du poids à un critère au moins"


def months_said(duration: Decimal) -> str:
    """Write a length in months, to the tenth: « 12 mois », « 5,9 mois »."""
    return f"{number(round(duration, 1))}\u00a0mois"


def money_title(sides: tuple[Side, ...]) -> str:
    """State which option leaves the most each month."""
    known = [
        (side.money.monthly_net, side.option.name) for side in sides if side.money.monthly_net is not None
    ]
    if not known:
        stopped = bool(sides) and all(side.money.stops for side in sides)
        return (
            "Le net n’est pas calculé à ce niveau de paie" if stopped else "Il manque des faits pour compter"
        )
    most, name = max(known)
    if len(known) == 1 < len(sides):
        return f"{quoted(name)} : {euros(most)} net par mois en moyenne"
    if len({net for net, _ in known}) == 1:
        return f"{euros(most)} net par mois en moyenne"
    least = min(net for net, _ in known)
    return f"{quoted(name)} paie le plus : {euros(most - least)} net de plus par mois que le moins payé"
