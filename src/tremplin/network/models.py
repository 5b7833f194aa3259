"""People once, organizations once, and what ties them together."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.network.domain import folded


class OrganizationKind(models.TextChoices):
    """What an organization is to a student."""

    COMPANY = "company", _("entreprise")
    PUBLIC = "public", _("service public")
    ASSOCIATION = "association", _("association")
    SCHOOL = "school", _("établissement d’enseignement")
    OTHER = "other", _("autre")


class Organization(models.Model):
    """A firm, a ministry, a charity, a school."""

    name = models.CharField(_("nom"), max_length=200)
    folded_name = models.CharField(max_length=200, editable=False, db_index=True)
    kind = models.CharField(
        _("type"), max_length=12, choices=OrganizationKind.choices, default=OrganizationKind.COMPANY
    )
    siren = models.CharField(_("SIREN"), max_length=9, blank=True)
    city = models.CharField(_("ville"), max_length=120, blank=True)
    website = models.URLField(_("site"), blank=True)

    class Meta:
        """By name, accents aside."""

        verbose_name = _("organisation")
        ordering = ("folded_name",)

    def __str__(self) -> str:
        """Name it as the student wrote it."""
        return self.name

    def save(self, **options: Any) -> None:
        """Keep the folded name beside the name."""
        self.folded_name = folded(self.name)
        super().save(**options)


class Person(models.Model):
    """Someone the student met or may meet; they are here once."""

    full_name = models.CharField(_("prénom et nom"), max_length=160)
    folded_name = models.CharField(max_length=160, editable=False, db_index=True)
    email = models.EmailField(_("adresse électronique"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    profile_url = models.URLField(_("profil en ligne"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        """By name, accents aside."""

        verbose_name = _("personne")
        ordering = ("folded_name",)

    def __str__(self) -> str:
        """Name them as the student wrote it."""
        return self.full_name

    def save(self, **options: Any) -> None:
        """Keep the folded name beside the name."""
        self.folded_name = folded(self.full_name)
        super().save(**options)


class Role(models.Model):
    """What someone does in an organization, and when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="roles")
    title = models.CharField(_("fonction"), max_length=160, blank=True)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        """Present roles first."""

        verbose_name = _("fonction")
        ordering = (models.F("until").desc(nulls_first=True), "-pk")

    def __str__(self) -> str:
        """Name the function and the place."""
        return f"{self.title}, {self.organization}" if self.title else str(self.organization)


class TieKind(models.TextChoices):
    """How the student knows someone."""

    TUTOR = "tutor", _("tuteur ou tutrice")
    TEACHER = "teacher", _("enseignant ou enseignante")
    MANAGER = "manager", _("responsable")
    COLLEAGUE = "colleague", _("collègue")
    CLIENT = "client", _("client ou partenaire")
    CLASSMATE = "classmate", _("camarade")
    FAMILY = "family", _("famille ou ami")
    OTHER = "other", _("autre")


class Tie(models.Model):
    """How the student knows someone, or who knows whom when `other` is set."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ties")
    other = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="ties_back", null=True, blank=True
    )
    kind = models.CharField(_("lien"), max_length=10, choices=TieKind.choices)
    since = models.DateField(_("depuis"), null=True, blank=True)

    class Meta:
        """One tie of a kind between two people, or between one and the student."""

        verbose_name = _("lien")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "other", "kind"), name="one_tie_of_a_kind", nulls_distinct=False
            ),
            models.CheckConstraint(condition=~models.Q(person=models.F("other")), name="no_tie_to_oneself"),
        )

    def __str__(self) -> str:
        """Say who is tied to whom."""
        return f"{self.person}, {self.get_kind_display()}"
