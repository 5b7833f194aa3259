"""The simulations the student kept."""

from tremplin.rights.simulation.models import Simulation


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
