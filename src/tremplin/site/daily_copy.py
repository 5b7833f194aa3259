"""While Tremplin is open, one dated backup is kept each day."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime

from tremplin.keeping.operations import copy_of_the_day
from tremplin.keeping.place import Place
from tremplin.keeping.refusals import Refused

PAUSE_SECONDS = 3600
_log = logging.getLogger(__name__)


def keep_daily_copies(
    place: Place, *, kept: int, now: Callable[[], datetime], pause_seconds: float = PAUSE_SECONDS
) -> None:
    """Look every hour, beside the pages, whether today's copy remains to be made.

    Args:
        place: the data.
        kept: how many such copies stay.
        now: reads the clock.
        pause_seconds: how long between two looks.
    """

    def watch() -> None:
        while True:
            make_copy(place, kept=kept, at=now())
            time.sleep(pause_seconds)

    threading.Thread(target=watch, name="daily-copy", daemon=True).start()


def make_copy(place: Place, *, kept: int, at: datetime) -> None:
    """Make today's copy if it remains to be made; a disk that refuses is told in the log."""
    try:
        copy_of_the_day(place=place, at=at, kept=kept)
    except Refused as refused:
        _log.warning("Copie du jour non faite : %s", refused)
