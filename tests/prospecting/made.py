"""Targets made plainly, for the tests of Trouver."""

from datetime import date
from typing import Any

from tremplin.prospecting.models import Signal, SignalKind, Target
from tremplin.prospecting.operations.research import add_signal
from tremplin.prospecting.operations.targets import change_target, save_target

TODAY = date(2026, 4, 2)


def make_target(name: str = "Nordelle", **said: Any) -> Target:
    """Keep a target in view, with what is said of it."""
    kept = save_target(name, on=TODAY)
    return change_target(kept, revision=kept.revision, changes=said) if said else kept


def make_signal(target: Target, quote: str = "38 avis sur 140 parlent de rupture.", **said: Any) -> Signal:
    """Keep a signal of a target."""
    told = {"kind": SignalKind.REVIEWS, "source": "Avis publics", "seen_on": date(2026, 3, 18), **said}
    return add_signal(target, quote=quote, **told)
