"""Where people work, study or give their time; each is here once."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.network.domain import folded


class OrganizationKind(models.TextChoices):
    """What an organization is to a student."""

    COMPANY = "company", _("entreprise")
    PUBLIC = "public", _("service public")
    ASSOCIATION = "association", _("association")
    SCHOOL = "school", _("établissement d’enseignement")
    OTHER = "other", _("autre")


class Organization(models.Model):
    """A firm, a ministry, a charity, a school."""

    name = models.CharField(_("nom"), max_length=200)
    folded_name = models.CharField(max_length=200, editable=False, db_index=True)
    kind = models.CharField(
        _("type"), max_length=12, choices=OrganizationKind.choices, default=OrganizationKind.COMPANY
    )
    siren = models.CharField(_("SIREN"), max_length=9, blank=True)
    city = models.CharField(_("ville"), max_length=120, blank=True)
    website = models.URLField(_("site"), blank=True)

    class Meta:
        """By name, accents aside."""

        verbose_name = _("organisation")
        ordering = ("folded_name",)

    def __str__(self) -> str:
        """Name it as the student wrote it."""
        return self.name

    def save(self, **options: Any) -> None:
        """Keep the folded name beside the name."""
        self.folded_name = folded(self.name)
        super().save(**options)
