"""Keeping, replacing and erasing simulations."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.timezone import now

from tremplin.kit.revisions import save_revision
from tremplin.rights.simulation.models import Simulation

Parameters = Mapping[str, list[str]]


@transaction.atomic
def keep_simulation(*, name: str, parameters: Parameters) -> Simulation:
    """Keep a new simulation.

    Args:
        name: how the student calls it.
        parameters: what was typed, as `SimulationForm.parameters` writes it.

    Returns:
        The row, at revision 1.
    """
    return Simulation.objects.create(name=name, parameters=dict(parameters))


@transaction.atomic
def replace_simulation(*, pk: int, revision: int, name: str, parameters: Parameters) -> Simulation:
    """Replace a kept simulation, unless another window did meanwhile.

    Args:
        pk: its number.
        revision: the revision the page was made from.
        name: how the student calls it.
        parameters: what was typed.

    Returns:
        The row, one revision further.

    Raises:
        StaleRevision: it was saved or erased since.
    """
    return save_revision(
        Simulation(pk=pk),
        revision=revision,
        changes={"name": name, "parameters": dict(parameters), "changed_at": now()},
    )


@transaction.atomic
def erase_simulation(pk: int) -> bool:
    """Erase a kept simulation.

    Args:
        pk: its number.

    Returns:
        False when it was already gone.
    """
    erased, _rows = Simulation.objects.filter(pk=pk).delete()
    return bool(erased)
