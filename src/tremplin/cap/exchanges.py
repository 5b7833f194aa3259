"""What other rooms know of real exchanges, for Réseau: a tie they wake does not sleep."""

from collections.abc import Iterator

from tremplin.network.domain.exchanged import Exchanged
from tremplin.prospecting.queries import exchanged
from tremplin.value.queries import results_shown


def real_exchanges() -> Iterator[Exchanged]:
    """Give the exchanges of Trouver and of Valeur."""
    yield from exchanged.real_exchanges()
    yield from results_shown()
