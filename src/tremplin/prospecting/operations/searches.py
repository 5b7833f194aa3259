"""Keeping a company found in a search, or never being shown it again."""

from datetime import date

from django.db import transaction

from tremplin.companies.company import Company
from tremplin.companies.sirene.searching import UNNAMED
from tremplin.network.queries import find_organization
from tremplin.prospecting.domain.naming import offered_name
from tremplin.prospecting.models import Establishment, LeftOut, Target
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
    target = save_target(own_name(company), on=on)
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


def own_name(company: Company) -> str:
    """Return a name fit for a letter that no other target bears: many companies publish none or share theirs.

    Args:
        company: the establishment chosen.

    Returns:
        Its name out of capitals, with its commune when another target has that name.
    """
    if company.name == UNNAMED:
        return f"{UNNAMED} ({company.siren})"
    name = offered_name(company.name)
    organization = find_organization(company.name)
    namesakes = Establishment.objects.filter(target__organization=organization).exclude(siren="")
    if organization and namesakes.exclude(siren=company.siren).exists():
        return f"{name} ({offered_name(company.commune) or company.siren})"
    return name
