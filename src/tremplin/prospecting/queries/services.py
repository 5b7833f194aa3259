"""Which public services the student allowed, and with which keys."""

from dataclasses import dataclass

from django.conf import settings

from tremplin.companies.connectors.services import BY_NAME, KNOWN, Known
from tremplin.prospecting.domain.sealing import masked, unseal
from tremplin.prospecting.models import OnlineService

Keys = dict[str, str]


@dataclass(frozen=True, slots=True)
class Offered:
    """A service as the page of services shows it.

    Attributes:
        is_on: the student allowed it.
        masked_key: the end of the key kept; empty when none can be read.
        has_lost_key: a key is kept that this machine cannot open: it came with a backup.
        revision: 0 when the student never touched it.
    """

    known: Known
    is_on: bool = False
    masked_key: str = ""
    has_lost_key: bool = False
    revision: int = 0

    @property
    def can_be_asked(self) -> bool:
        """It is on, and has the key it needs."""
        return self.is_on and not self.needs_key

    @property
    def needs_key(self) -> bool:
        """A key must be pasted first."""
        return bool(self.known.keys) and not self.masked_key


def services() -> tuple[Offered, ...]:
    """Return every service there is, allowed or not."""
    rows = {row.name: row for row in OnlineService.objects.all()}
    return tuple(_offered(known, rows.get(known.name)) for known in KNOWN)


def service(name: str) -> Offered | None:
    """Return one service; None when there is none of that name."""
    known = BY_NAME.get(name)
    return _offered(known, OnlineService.objects.filter(name=name).first()) if known else None


def can_be_asked(name: str) -> bool:
    """Say whether the student allowed a service, with the key it needs."""
    found = service(name)
    return found is not None and found.can_be_asked


def keys_of(name: str) -> Keys:
    """Return the keys of a service in clear, to ask it and for nothing else; empty texts when lost."""
    row = OnlineService.objects.filter(name=name).first()
    return _keys(row) if row else {"key": "", "secret": ""}


def _offered(known: Known, row: OnlineService | None) -> Offered:
    if row is None:
        return Offered(known)
    opened = [value for value in _keys(row).values() if value]
    is_whole = len(opened) == len(known.keys)
    return Offered(
        known=known,
        is_on=row.is_on,
        masked_key=masked(opened[0]) if opened and is_whole else "",
        has_lost_key=bool(row.sealed_key) and not is_whole,
        revision=row.revision,
    )


def _keys(row: OnlineService) -> Keys:
    by = settings.SECRET_KEY
    return {"key": unseal(row.sealed_key, by=by), "secret": unseal(row.sealed_secret, by=by)}
