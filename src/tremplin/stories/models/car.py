"""Stories in three parts, and the dated notes that prove them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised

LONGEST_PART = 1000
LONGEST_LINE = 300


class Story(Revised):
    """Something lived, told in three parts (*contexte, action, résultat*); any part may wait."""

    title = models.CharField(_("titre"), max_length=120)
    activity = models.CharField(_("activité de départ"), max_length=40, blank=True)
    experience = models.ForeignKey(
        "journal.Experience", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    context = models.TextField(_("contexte"), max_length=LONGEST_PART, blank=True)
    action = models.TextField(_("action"), max_length=LONGEST_PART, blank=True)
    result = models.TextField(_("résultat"), max_length=LONGEST_PART, blank=True)
    line = models.CharField(_("ligne de CV, avec vos mots"), max_length=LONGEST_LINE, blank=True)
    skills = models.ManyToManyField("journal.Skill", blank=True, related_name="+")
    entries = models.ManyToManyField("journal.Entry", blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(_("retiré le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("récit")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Name it by its title."""
        return self.title
