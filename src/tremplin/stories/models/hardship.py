"""Internships that went wrong: the story made of one, and the facts kept apart, sealed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised

LONGEST_RESILIENCE_PART = 1000


class ResilienceStory(Revised):
    """A bad internship told in six parts (*récit de résilience*); any part may wait."""

    internship = models.ForeignKey("internships.Internship", on_delete=models.CASCADE, related_name="+")
    project = models.ForeignKey(
        "internships.Project", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lacks = models.JSONField(_("ce qui a manqué"), default=list)
    described = models.CharField(_("l’employeur, sans le nommer"), max_length=120, blank=True)
    also_hidden = models.CharField(_("autres noms à taire"), max_length=300, blank=True)
    fact = models.TextField(_("le fait"), max_length=LONGEST_RESILIENCE_PART, blank=True)
    constraint = models.TextField(_("la contrainte"), max_length=LONGEST_RESILIENCE_PART, blank=True)
    decision = models.TextField(_("ce que j’ai décidé"), max_length=LONGEST_RESILIENCE_PART, blank=True)
    effect = models.TextField(_("l’effet mesurable"), max_length=LONGEST_RESILIENCE_PART, blank=True)
    learnt = models.TextField(_("ce que j’ai appris"), max_length=LONGEST_RESILIENCE_PART, blank=True)
    now = models.TextField(
        _("comment je travaille maintenant"), max_length=LONGEST_RESILIENCE_PART, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(_("retiré le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("récit de résilience")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Name it by its internship."""
        return str(self.internship)


class SealedNotes(Revised):
    """Facts kept apart (*carnet scellé*): without the passphrase, bytes that say nothing."""

    sealed = models.BinaryField(_("contenu scellé"))
    changed_at = models.DateTimeField(_("modifié le"))
    deleted_at = models.DateTimeField(_("retiré le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("carnet scellé")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Say nothing of what it holds."""
        return str(_("carnet scellé"))
