"""Allowing a public service, taking it back, and the keys pasted for it."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import F

from tremplin.companies.company import Company
from tremplin.kit.revisions import save_revision
from tremplin.prospecting.domain.naming import offered_name
from tremplin.prospecting.domain.sealing import seal
from tremplin.prospecting.models import OnlineService, Target
from tremplin.prospecting.operations.targets import copy_company, save_target
from tremplin.prospecting.reaching import kept_answers


@transaction.atomic
def turn_on(name: str) -> None:
    """Let Tremplin ask a service."""
    OnlineService.objects.update_or_create(name=name, defaults={"is_on": True})


def turn_off(name: str) -> None:
    """Ask a service no more, and drop the answers kept of it; its keys stay."""
    OnlineService.objects.filter(name=name).update(is_on=False)
    kept_answers().forget(name)


@transaction.atomic
def keep_keys(name: str, *, revision: int, keys: Sequence[str]) -> OnlineService:
    """Keep the student's own keys, sealed, and let Tremplin ask the service.

    Args:
        name: of the service.
        revision: the revision the form was made from; 0 when there was nothing yet.
        keys: as pasted: a key, or an identifier and a secret.

    Returns:
        The row, one revision further.

    Raises:
        StaleRevision: another window saved keys meanwhile; nothing is written.
    """
    row, _ = OnlineService.objects.get_or_create(name=name, defaults={"revision": revision})
    sealed = [seal(key, by=settings.SECRET_KEY) for key in keys]
    columns = dict(zip(("sealed_key", "sealed_secret"), [*sealed, ""], strict=False))
    return save_revision(row, revision=revision, changes={**columns, "is_on": True})


def forget_keys(name: str) -> None:
    """Erase the keys of a service, which can be asked no more without them."""
    erased = {"sealed_key": "", "sealed_secret": "", "is_on": False}
    OnlineService.objects.filter(name=name).update(**erased, revision=F("revision") + 1)
    kept_answers().forget(name)


@transaction.atomic
def keep_found(company: Company, *, on: date) -> Target:
    """Keep a company that a service found in view, with what the service says of it.

    Args:
        company: as the service gave it.
        on: today.

    Returns:
        The target, new or known.
    """
    target = save_target(offered_name(company.name), on=on)
    copy_company(target, company)
    return target
