"""Keeping a company found in a search, or never being shown it again."""

from datetime import date

from django.db import transaction

from tremplin.companies.company import Company
from tremplin.prospecting.models import LeftOut, Target
from tremplin.prospecting.operations.targets import copy_company, save_target


@transaction.atomic
def add_company(company: Company, *, on: date) -> Target:
    """Keep a company of a register as a target, with what the register says of it.

    Args:
        company: the establishment chosen.
        on: today.

    Returns:
        The target, in the first column when it is new.

    Raises:
        ValueError: its name holds no letter or digit.
    """
    target = save_target(company.name, on=on)
    copy_company(target, company)
    return target


@transaction.atomic
def leave_out(siren: str, *, name: str, on: date) -> LeftOut:
    """Set a company aside in every search to come.

    Args:
        siren: nine digits.
        name: to show it among those set aside.
        on: today.

    Returns:
        What is remembered, once.
    """
    row, _ = LeftOut.objects.get_or_create(siren=siren, defaults={"name": name[:200], "on": on})
    return row


@transaction.atomic
def take_in(siren: str) -> None:
    """Show a company again in searches."""
    LeftOut.objects.filter(siren=siren).delete()
