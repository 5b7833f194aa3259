"""The five ways in, and where each begins."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Way:
    """A way to open a conversation."""

    name: str | Promise
    says: str | Promise
    page: str
    url: str = ""


WAYS = (
    Way(_("Problème, solution"), _("Une page qui répond à un besoin précis."), "proposal-choose"),
    Way(_("Interview de 15\u00a0min"), _("Parler du métier, jamais du stage."), "conversations"),
    Way(_("Après un événement"), _("Une vraie question à l’intervenant, sous 48\u00a0h."), "events"),
    Way(_("Mini-projet"), _("Une analyse courte, jointe à votre approche."), "projects"),
    Way(_("Manager ciblé"), _("L’équipe visée, pas les ressources humaines."), "approach-new"),
)


def five_ways() -> list[Way]:
    """Return the ways in, with their address."""
    return [Way(way.name, way.says, way.page, reverse(f"prospecting:{way.page}")) for way in WAYS]
