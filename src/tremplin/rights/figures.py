"""The figures in force, written as a student reads them."""

from decimal import Decimal

from tremplin.law.parameters import Figure
from tremplin.law.words import counted, euros, hours, number, percent

NOUNS = {
    "days": ("jour", "jours"),
    "months": ("mois", "mois"),
    "years": ("an", "ans"),
    "weeks": ("semaine", "semaines"),
    "interns": ("stagiaire", "stagiaires"),
    "trimesters": ("trimestre", "trimestres"),
    "minutes": ("minute", "minutes"),
}


def figure_words(figure: Figure) -> str:
    """Write the value of a figure with its unit.

    Args:
        figure: a number, a window of hours or a table.

    Returns:
        « 15 % », « 308 h », « 30,00 € »; the bare number when the unit has no French word;
        empty for a table.
    """
    if not isinstance(figure.value, int | Decimal):
        return ""
    value, unit = figure.value, figure.unit
    if unit.startswith("EUR"):
        return euros(value)
    if unit.startswith("share"):
        return percent(Decimal(value))
    if unit.startswith("hours"):
        return hours(value)
    nouns = NOUNS.get(unit.split("/")[0].split(",")[0])
    return counted(value, *nouns) if nouns else number(value)
