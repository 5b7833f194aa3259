"""The letter or e-mail that goes with a version of the CV."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised
from tremplin.stories.models.cv import Cv

LONGEST_REASON = 800
LONGEST_BODY = 3000


class Letter(Revised):
    """A letter (*lettre de motivation*): what it says of them, of me, and what I propose."""

    cv = models.OneToOneField(Cv, on_delete=models.CASCADE, related_name="letter")
    company = models.CharField(_("à quelle entreprise"), max_length=120, blank=True)
    recipient = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sought = models.CharField(_("ce que je cherche"), max_length=120, blank=True)
    why_them = models.TextField(_("pourquoi cette entreprise"), max_length=LONGEST_REASON, blank=True)
    offer = models.TextField(_("ce que j’y ferais"), max_length=LONGEST_REASON, blank=True)
    stories = models.JSONField(_("récits choisis"), default=list)
    body = models.TextField(_("texte à ma façon"), max_length=LONGEST_BODY, blank=True)

    class Meta:
        """One for each version."""

        verbose_name = _("lettre")

    def __str__(self) -> str:
        """Say whom it is for."""
        return self.company or str(self.cv)
