"""Targets: companies the student would like to work for, and how far each one is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised


class Stage(models.TextChoices):
    """How far a target is, in order; the last one is reached from any other."""

    IDEA = "idea", _("Repérée")
    RESEARCHED = "researched", _("Problème trouvé")
    PROPOSED = "proposed", _("Proposition envoyée")
    TALKING = "talking", _("En conversation")
    AGREED = "agreed", _("Accord")
    CLOSED = "closed", _("Classée")


class ClosedReason(models.TextChoices):
    """Why a target is set aside."""

    REFUSED = "refused", _("réponse négative")
    SILENT = "silent", _("sans réponse après deux relances")
    NO_PROBLEM = "no_problem", _("pas de problème à résoudre")
    NOT_FOR_ME = "not_for_me", _("ce n’est pas pour moi")
    ELSEWHERE = "elsewhere", _("j’ai trouvé ailleurs")
    OTHER = "other", _("autre raison")


class Sought(models.TextChoices):
    """What the student hopes for there."""

    INTERNSHIP = "internship", _("un stage")
    APPRENTICESHIP = "apprenticeship", _("une alternance")


class HostKind(models.TextChoices):
    """The kind of organization, which tells where its news and its faults are found."""

    SHOP = "shop", _("commerce ou restaurant")
    SOFTWARE = "software", _("logiciel ou service en ligne")
    INDUSTRY = "industry", _("industrie ou logistique")
    CONSULTING = "consulting", _("conseil, agence ou cabinet")
    PUBLIC = "public", _("service public ou santé")
    ASSOCIATION = "association", _("association ou culture")
    OTHER = "other", _("autre")


class Target(Revised):
    """An organization the student aims at; valid with a name alone."""

    organization = models.OneToOneField(
        "network.Organization", on_delete=models.CASCADE, related_name="target"
    )
    stage = models.CharField(_("étape"), max_length=10, choices=Stage.choices, default=Stage.IDEA)
    sought = models.CharField(
        _("ce que je cherche"), max_length=16, choices=Sought.choices, default=Sought.INTERNSHIP
    )
    kind = models.CharField(
        _("type d’organisation"), max_length=12, choices=HostKind.choices, default=HostKind.OTHER
    )
    about = models.CharField(_("en une phrase"), max_length=300, blank=True)
    why = models.CharField(_("pourquoi elle"), max_length=300, blank=True)
    next_step = models.CharField(_("prochain geste"), max_length=200, blank=True)
    next_on = models.DateField(_("pour le"), null=True, blank=True)
    rank = models.PositiveIntegerField(_("rang dans sa colonne"), default=0)
    closed_reason = models.CharField(_("raison"), max_length=12, choices=ClosedReason.choices, blank=True)
    closed_note = models.CharField(_("précision"), max_length=200, blank=True)
    closed_on = models.DateField(_("classée le"), null=True, blank=True)
    agreed_on = models.DateField(_("accord le"), null=True, blank=True)
    internship = models.ForeignKey(
        "internships.Internship", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(_("supprimée le"), null=True, blank=True)

    class Meta:
        """By column order, then latest first."""

        verbose_name = _("cible")
        ordering = ("rank", "-pk")

    def __str__(self) -> str:
        """Name it by its organization."""
        return str(self.organization)


class Establishment(Revised):
    """What a public register says of a target: copied once, dated, never a person's data."""

    target = models.OneToOneField(Target, on_delete=models.CASCADE, related_name="establishment")
    siret = models.CharField(_("SIRET"), max_length=14, blank=True)
    siren = models.CharField(_("SIREN"), max_length=9, blank=True)
    activity = models.CharField(_("code d’activité"), max_length=8, blank=True)
    nomenclature = models.CharField(_("nomenclature"), max_length=10, blank=True)
    headcount = models.CharField(_("tranche d’effectif"), max_length=2, blank=True)
    headcount_year = models.PositiveSmallIntegerField(_("année de l’effectif"), null=True, blank=True)
    created_on = models.DateField(_("créée le"), null=True, blank=True)
    address = models.CharField(_("adresse"), max_length=300, blank=True)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    commune = models.CharField(_("commune"), max_length=120, blank=True)
    commune_code = models.CharField(_("code de la commune"), max_length=5, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=60)
    as_of = models.DateField(_("à jour du"), null=True, blank=True)
    replaced = models.JSONField(_("ce qui était écrit avant"), default=dict, blank=True)

    class Meta:
        """One a target."""

        verbose_name = _("établissement")

    def __str__(self) -> str:
        """Show its number."""
        return self.siret or self.siren


class PastStage(models.Model):
    """A target entered a stage on a day: the story of the search, never rewritten."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="past_stages")
    stage = models.CharField(_("étape"), max_length=10, choices=Stage.choices)
    on = models.DateField(_("le"))

    class Meta:
        """In time."""

        verbose_name = _("étape passée")
        ordering = ("on", "pk")

    def __str__(self) -> str:
        """Say the stage and the day."""
        return f"{self.get_stage_display()}, {self.on}"
