"""The assistant plugged in, and the names that must not slip into its replies."""

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from tremplin.accounts.queries import current_student
from tremplin.network.queries.people import organizations, people
from tremplin.prospecting.domain.sealing import masked, unseal
from tremplin.stories.models import Assistant

SHORTEST_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class Plugged:
    """The assistant as its page shows it.

    Attributes:
        masked_key: the end of the key kept; empty without one.
        has_lost_key: a key is kept that this machine cannot open: it came with a backup.
        revision: 0 when nothing was ever plugged in.
    """

    is_on: bool = False
    address: str = ""
    model: str = ""
    masked_key: str = ""
    has_lost_key: bool = False
    revision: int = 0


def plugged() -> Plugged:
    """Return the assistant; off and without address when there is none."""
    row = Assistant.objects.first()
    if row is None:
        return Plugged()
    key = unseal(row.sealed_key, by=settings.SECRET_KEY) if row.sealed_key else ""
    return Plugged(
        is_on=row.is_on and bool(row.address),
        address=row.address,
        model=row.model,
        masked_key=masked(key) if key else "",
        has_lost_key=bool(row.sealed_key) and not key,
        revision=row.revision,
    )


def key_of_assistant() -> str:
    """Return the key in clear, to ask the assistant and for nothing else; empty without one."""
    row = Assistant.objects.first()
    return unseal(row.sealed_key, by=settings.SECRET_KEY) if row and row.sealed_key else ""


def known_names() -> tuple[str, ...]:
    """Return the names of the student, of people met and of organizations, whole and word by word."""
    met = people().values_list("full_name", flat=True)
    whole = [current_student().full_name, *met]
    words = (word for name in whole for word in name.split() if len(word) >= SHORTEST_WORD)
    hosts = organizations().values_list("name", flat=True)
    return tuple(dict.fromkeys(name for name in (*whole, *words, *hosts) if name))
