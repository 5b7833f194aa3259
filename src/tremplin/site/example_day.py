"""The example has a day of its own: the internship it tells is in its ninth week, whenever it is opened."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

EXAMPLE_DAY = date(2026, 4, 2)


def live_on(day: date) -> None:
    """Make this process live on another day, at the real time of day.

    Only the process of `--demo` does so: its folder holds nothing of the student's. Every
    part of the product asks Django what time it is, so nothing else has to know.

    Args:
        day: the day that stands for today.
    """
    real = timezone.now
    settings.EXAMPLE_DAY = day

    def now() -> datetime:
        local = timezone.localtime(real())
        return real() + timedelta(days=(day - local.date()).days)

    timezone.now = now
