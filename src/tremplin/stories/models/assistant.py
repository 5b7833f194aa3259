"""The assistant the student may plug in: their own address, model and key."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised

LONGEST_ADDRESS = 200
LONGEST_MODEL = 100


class Assistant(Revised):
    """Where it is reached, off until the student turns it on; its key is sealed."""

    is_on = models.BooleanField(_("allumé"), default=False)
    address = models.CharField(_("adresse"), max_length=LONGEST_ADDRESS, blank=True)
    model = models.CharField(_("modèle"), max_length=LONGEST_MODEL, blank=True)
    sealed_key = models.TextField(_("clé scellée"), blank=True)

    class Meta:
        """One row at most."""

        verbose_name = _("assistant")

    def __str__(self) -> str:
        """Say where it is."""
        return self.address
