"""The agreement of Inès Marchetti, invented: as received, then as signed."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tremplin.rights.agreement.reading import read
from tremplin.rights.models import Agreement, Version
from tremplin.rights.operations import declare_signed, keep_reading, receive

FOLDER = Path(__file__).parent
RECEIVED = FOLDER / "convention-cargoliere.pdf"
SIGNED = FOLDER / "convention-cargoliere-signee.pdf"
PARIS = ZoneInfo("Europe/Paris")
RECEIVED_AT = datetime(2026, 1, 8, 18, 30, tzinfo=PARIS)
SIGNED_AT = datetime(2026, 1, 15, 12, 5, tzinfo=PARIS)


def load(*, on: date) -> None:
    """Keep both versions of the example, the second one signed.

    Args:
        on: the day of loading; unused, the example happens in January 2026.
    """
    first = _kept(RECEIVED, RECEIVED_AT, None)
    second = _kept(SIGNED, SIGNED_AT, first.agreement)
    declare_signed(second, at=SIGNED_AT)


def _kept(path: Path, at: datetime, agreement: Agreement | None) -> Version:
    version = receive([path.read_bytes()], name=path.name, at=at, agreement=agreement).version
    keep_reading(version.pk, read(path), at=at + timedelta(seconds=1), seconds=1)
    return version
