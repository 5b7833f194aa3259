"""The one row that says who the notebook belongs to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised


class Phase(models.TextChoices):
    """Where the student stands in the journey."""

    SEARCHING = "searching", _("Je cherche")
    AGREEMENT = "agreement", _("J’ai ma convention")
    STARTED = "started", _("J’ai commencé")


class Theme(models.TextChoices):
    """Light is the notebook, dark is the blackboard."""

    AUTO = "auto", _("Comme l’ordinateur")
    LIGHT = "light", _("Clair, le cahier")
    DARK = "dark", _("Sombre, le tableau")


class Language(models.TextChoices):
    """Languages the pages are written in."""

    FRENCH = "fr", "Français"


class Student(Revised):
    """The student on this machine."""

    first_name = models.CharField(_("prénom"), max_length=80, blank=True)
    last_name = models.CharField(_("nom"), max_length=80, blank=True)
    studies = models.CharField(_("formation"), max_length=120, blank=True)
    phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    birth_on = models.DateField(_("date de naissance"), null=True, blank=True)
    phase = models.CharField(_("où j’en suis"), max_length=12, choices=Phase.choices, blank=True)
    school_year_from = models.DateField(_("début de l’année d’enseignement"), null=True, blank=True)
    language = models.CharField(_("langue"), max_length=5, choices=Language.choices, default=Language.FRENCH)
    theme = models.CharField(_("thème"), max_length=5, choices=Theme.choices, default=Theme.AUTO)
    single_key_shortcuts = models.BooleanField(_("raccourcis d’une touche"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One row on a student's own machine."""

        verbose_name = _("étudiant")

    @property
    def full_name(self) -> str:
        """First and last name, as far as they are known."""
        return f"{self.first_name} {self.last_name}".strip()

    def __str__(self) -> str:
        """Show the first name, when there is one."""
        return self.first_name or "étudiant"
