"""What is uncertain in the figures themselves: estimates and values below verified."""

from tremplin.law.outcome import Doubt
from tremplin.law.parameters import Figure
from tremplin.law.words import day, number


def figure_doubts(*figures: Figure) -> tuple[Doubt, ...]:
    """Say, once each, which figures are estimates or come from a weaker source.

    Args:
        figures: those a rule used, in the order it used them.

    Returns:
        One doubt per figure and weakness; empty when all are published and verified.
    """
    doubts = [doubt for figure in figures for doubt in _doubts_of(figure)]
    return tuple(dict.fromkeys(doubts))


def _doubts_of(figure: Figure) -> list[Doubt]:
    doubts = []
    if figure.estimated and figure.known_through:
        doubts.append(Doubt(f"figure.{figure.name}.not_published", _not_published(figure)))
    if figure.entered:
        says = f"{figure.label} : le calcul utilise la valeur que vous avez saisie, {number(figure.value)}."
        doubts.append(Doubt(f"figure.{figure.name}.entered", says))
    if figure.confidence:
        says = f"{figure.label} : {figure.confidence}. À confirmer avant de s’y fier."
        doubts.append(Doubt(f"figure.{figure.name}.confidence", says))
    return doubts


def _not_published(figure: Figure) -> str:
    known = day(figure.known_through) if figure.known_through else ""
    value = f" ({number(figure.value)})" if not isinstance(figure.value, (list, dict, str)) else ""
    return (
        f"{figure.label} : valeur publiée seulement jusqu’au {known}. La dernière connue{value} sert "
        "d’estimation. Saisissez la nouvelle dès sa parution."
    )
