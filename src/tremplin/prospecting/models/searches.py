"""What the student does not want to see again in searches of companies."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LeftOut(models.Model):
    """A company set aside in searches, remembered from one to the next."""

    siren = models.CharField(_("SIREN"), max_length=9, unique=True)
    name = models.CharField(_("nom"), max_length=200)
    on = models.DateField(_("écartée le"))

    class Meta:
        """Latest first."""

        verbose_name = _("entreprise écartée")
        verbose_name_plural = _("entreprises écartées")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        """Name it."""
        return self.name
