"""How often a service may be asked from this machine, and until when it asked to be left alone."""

import time
from functools import cache
from math import ceil
from threading import Lock
from typing import Final

LONGEST_HOLD_SECONDS: Final = 3600


class Pace:
    """Spaces the calls to one service, whatever thread makes them."""

    def __init__(self, per_second: float) -> None:
        """Allow so many calls a second."""
        self._apart = 1 / per_second
        self._lock = Lock()
        self._next = 0.0
        self._held_until = 0.0

    def take(self) -> float:
        """Reserve the next call.

        Returns:
            Seconds to wait before making it.
        """
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next)
            self._next = at + self._apart
            return at - now

    def hold(self, seconds: float) -> None:
        """Leave the service alone for so many seconds, an hour at most."""
        with self._lock:
            until = time.monotonic() + min(seconds, LONGEST_HOLD_SECONDS)
            self._held_until = max(self._held_until, until)

    def held(self) -> int:
        """Return how many whole seconds the service still asks for; 0 when it may be asked."""
        with self._lock:
            return max(0, ceil(self._held_until - time.monotonic()))


@cache
def pace_of(base: str, *, per_second: float) -> Pace:
    """Return the one pace of an address, shared by the whole process."""
    return Pace(per_second)
