"""From an address to an answer: the one call every page of the simulator makes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from tremplin.law.parameters import NoValueInForce
from tremplin.rights.simulation.domain.simulate import Simulation, simulate
from tremplin.rights.simulation.forms import SimulationForm


@dataclass(frozen=True, slots=True)
class Answered:
    """The form as typed, and the answer when everything it needs is there.

    Attributes:
        simulation: None when something is wrong; the form or `refusal` says what.
        refusal: why the law has no answer for these dates; usually empty.
    """

    form: SimulationForm
    simulation: Simulation | None = None
    refusal: str = ""

    @property
    def query(self) -> str:
        """The shortest address that says the same; empty without an answer."""
        if self.simulation is None:
            return ""
        address = QueryDict(mutable=True)
        for name, values in self.form.parameters().items():
            address.setlist(name, values)
        return address.urlencode()


def answer(data: QueryDict | Mapping[str, list[str]], *, today: date) -> Answered:
    """Read what was typed and compute.

    Args:
        data: fields of the page, an address or a file.
        today: the student's day.

    Returns:
        The answer, or what is missing.
    """
    form = SimulationForm(data)
    if not form.is_valid():
        return Answered(form)
    try:
        return Answered(form, simulate(form.scenario(), today=today))
    except NoValueInForce as unknown:
        return Answered(form, refusal=str(unknown))
