"""Agreements as the student would have them: kept and read for real, without a browser."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from tremplin.rights.agreement.reading import read
from tremplin.rights.demo import RECEIVED, SIGNED
from tremplin.rights.models import Agreement, Version
from tremplin.rights.operations import keep_reading, receive

CORPUS = Path(__file__).parent / "agreement" / "corpus" / "documents"
RECEIVED_AT = datetime(2026, 1, 8, 12, tzinfo=UTC)
HTMX = {"HX-Request": "true"}


def keep(path: Path, *, agreement: Agreement | None = None, at: datetime = RECEIVED_AT) -> Version:
    """Keep a file as a version and read it here."""
    settings.HOME.files.mkdir(parents=True, exist_ok=True)
    version = receive([path.read_bytes()], name=path.name, at=at, agreement=agreement).version
    keep_reading(version.pk, read(path), at=at, seconds=0.4)
    version.refresh_from_db()
    return version


def live_in_january(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make today the day after the example was received: nothing is signed, nothing has begun."""
    monkeypatch.setattr(timezone, "now", lambda: RECEIVED_AT + timedelta(days=1))


def page_of(version: Version) -> str:
    """Return the address of a version's page."""
    return f"/droits/convention/{version.agreement_id}/{version.number}/"


__all__ = ["CORPUS", "HTMX", "RECEIVED", "RECEIVED_AT", "SIGNED", "keep", "live_in_january", "page_of"]
