"""Agreements, their versions, and what the student corrected in what was read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.rights.simulation.models import Simulation as Simulation  # registers its table


class Agreement(models.Model):
    """One internship; its agreement may be received several times."""

    created_at = models.DateTimeField(_("créée le"))
    deleted_at = models.DateTimeField(_("supprimée le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("convention")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        """Name it by its number."""
        return f"convention {self.pk}"


class State(models.TextChoices):
    """Where the reading of a version stands."""

    READING = "reading", _("lecture en cours")
    READ = "read", _("lue")
    REFUSED = "refused", _("illisible")


class Version(models.Model):
    """One file of an agreement, as received, and what was read in it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("numéro"))
    name = models.CharField(_("nom du fichier"), max_length=255)
    digest = models.CharField(_("empreinte SHA-256"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("taille en octets"))
    received_at = models.DateTimeField(_("reçue le"))
    state = models.CharField(_("lecture"), max_length=8, choices=State.choices, default=State.READING)
    refusal = models.TextField(_("pourquoi elle n’a pas été lue"), blank=True)
    page = models.PositiveIntegerField(_("pages lues"), default=0)
    pages = models.PositiveIntegerField(_("pages"), default=0)
    alive_at = models.DateTimeField(_("dernier signe du lecteur"), null=True, blank=True)
    read_at = models.DateTimeField(_("lue le"), null=True, blank=True)
    seconds = models.FloatField(_("durée de lecture"), default=0)
    from_image = models.BooleanField(_("lue dans une image"), default=False)
    content = models.JSONField(_("ce qui a été lu"), null=True, blank=True)
    is_example = models.BooleanField(_("convention inventée"), default=False)
    signed_at = models.DateTimeField(_("déclarée signée le"), null=True, blank=True)

    class Meta:
        """Numbered from 1 within an agreement."""

        verbose_name = _("version")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("agreement", "number"), name="one_version_per_number"),
        )

    def __str__(self) -> str:
        """Name it as the student does."""
        return f"{self.name}, version {self.number}"


class Outcome(models.TextChoices):
    """What a correction says of a fact."""

    STATED = "stated", _("la convention dit ceci")
    SILENT = "silent", _("la convention ne le dit pas")
    AS_READ = "as read", _("comme lu")


class Correction(models.Model):
    """One change the student made to one fact; the latest counts, none is ever rewritten."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="corrections")
    name = models.CharField(_("fait"), max_length=40)
    revision = models.PositiveIntegerField(_("révision"))
    outcome = models.CharField(_("effet"), max_length=8, choices=Outcome.choices)
    value = models.JSONField(_("valeur"), null=True, blank=True)
    made_at = models.DateTimeField(_("faite le"))

    class Meta:
        """Two corrections can never be the same revision: a stale save cannot slip in."""

        verbose_name = _("correction")
        ordering = ("name", "revision")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "name", "revision"), name="one_correction_per_revision"
            ),
        )

    def __str__(self) -> str:
        """Name the fact and the revision."""
        return f"{self.name}, révision {self.revision}"
