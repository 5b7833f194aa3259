"""The simulations the student kept."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db.models.functions import Coalesce

from tremplin.kit.forms import NumberField
from tremplin.rights.simulation.models import Simulation

Ceilings = tuple[tuple[date, Decimal], ...]
"""Values with the first day each one is in force."""

CEILING = re.compile(r"ceiling_(\d{4})")
"""The name of the field of a ceiling that was not published yet."""


def kept_simulations() -> list[Simulation]:
    """Return every kept simulation, latest first.

    Returns:
        Rows with their name and what was typed.
    """
    return list(Simulation.objects.all())


def kept_simulation(pk: int) -> Simulation | None:
    """Return one kept simulation.

    Args:
        pk: its number.

    Returns:
        The row; None when it was erased.
    """
    return Simulation.objects.filter(pk=pk).first()


def entered_ceilings() -> Ceilings:
    """Return the hourly ceilings the student typed for years that were not published.

    Returns:
        First days and euros an hour, by year; the simulation saved last wins when two give the
        same year.
    """
    typed: dict[int, Decimal] = {}
    by_save = Simulation.objects.order_by(Coalesce("changed_at", "created_at"), "pk")
    for parameters in by_save.values_list("parameters", flat=True):
        typed.update(_ceilings(parameters))
    return tuple((date(year, 1, 1), value) for year, value in sorted(typed.items()))


def _ceilings(parameters: Mapping[str, Sequence[str]]) -> dict[int, Decimal]:
    """Return the hourly ceilings among typed fields, by year."""
    field, found = NumberField(min_value=0, required=False), dict[int, Decimal]()
    for name, texts in parameters.items():
        year = CEILING.fullmatch(name)
        value = field.clean(texts[-1]) if year and texts else None
        if year and value:
            found[int(year[1])] = value
    return found
