"""Public services the student allowed Tremplin to ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised


class OnlineService(Revised):
    """A service turned on once, and the student's own keys for it, sealed."""

    name = models.SlugField(_("nom"), max_length=40, unique=True)
    is_on = models.BooleanField(_("allumé"), default=False)
    sealed_key = models.TextField(_("clé scellée"), blank=True)
    sealed_secret = models.TextField(_("secret scellé"), blank=True)

    class Meta:
        """In the order they were first allowed."""

        verbose_name = _("service en ligne")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Name it."""
        return self.name
