"""Simulations the student keeps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised


class Simulation(Revised):
    """One kept simulation: what was typed, never what was computed."""

    name = models.CharField(_("nom"), max_length=120)
    parameters = models.JSONField(_("ce qui a été saisi"))
    created_at = models.DateTimeField(_("créée le"), auto_now_add=True)
    changed_at = models.DateTimeField(_("modifiée le"), null=True, editable=False)

    class Meta:
        """Latest first."""

        verbose_name = _("simulation")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        """Show its name."""
        return self.name
