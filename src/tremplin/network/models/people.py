"""People, how to reach them, and what they do where."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.network.domain import folded
from tremplin.network.models.organizations import Organization


class Circle(models.TextChoices):
    """Where in the student's life someone comes from."""

    FAMILY = "family", _("famille")
    PARENTS_FRIENDS = "parents_friends", _("amis des parents")
    SCHOOL = "school", _("école")
    FRIENDS = "friends", _("amis")
    LEISURE = "leisure", _("loisirs et sport")
    ASSOCIATION = "association", _("association")
    JOB = "job", _("stages et petits boulots")
    TEACHERS = "teachers", _("enseignants")
    ALUMNI = "alumni", _("anciens élèves")
    FOLLOWED = "followed", _("personnes suivies")
    OTHER = "other", _("autre")


class Closeness(models.IntegerChoices):
    """How well two people know each other."""

    DISTANT = 1, _("de loin")
    FAIR = 2, _("bien")
    CLOSE = 3, _("très bien")


class LivingPeople(models.Manager["Person"]):
    """People, without those who turned out to be someone already there."""

    def get_queryset(self) -> models.QuerySet["Person"]:
        """Leave out who was merged into another."""
        return super().get_queryset().filter(merged_into=None)


class Person(models.Model):
    """Someone the student met or may meet; they are here once."""

    full_name = models.CharField(_("prénom et nom"), max_length=160)
    folded_name = models.CharField(max_length=160, editable=False, db_index=True)
    email = models.EmailField(_("adresse électronique"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    profile_url = models.URLField(_("profil en ligne"), blank=True)
    note = models.TextField(_("note"), blank=True)
    circle = models.CharField(_("cercle"), max_length=16, choices=Circle.choices, blank=True)
    closeness = models.PositiveSmallIntegerField(
        _("proximité"), choices=Closeness.choices, null=True, blank=True
    )
    expertise = models.CharField(_("domaine"), max_length=80, blank=True)
    is_connector = models.BooleanField(_("connaît beaucoup de monde"), null=True, blank=True)
    connected_on = models.DateField(_("en relation depuis"), null=True, blank=True)
    introduced_by = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="introduced",
        verbose_name=_("présenté par"),
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    source_on = models.DateField(_("ajouté le"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="absorbed"
    )

    objects = LivingPeople()
    everyone = models.Manager["Person"]()

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


class PointKind(models.TextChoices):
    """How someone is reached."""

    EMAIL = "email", _("adresse électronique")
    PHONE = "phone", _("téléphone")
    PROFILE = "profile", _("profil en ligne")


class ContactPoint(models.Model):
    """One way to reach someone, as written and as compared."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="points")
    kind = models.CharField(_("nature"), max_length=8, choices=PointKind.choices)
    value = models.CharField(_("valeur"), max_length=300)
    normal = models.CharField(max_length=300, editable=False, db_index=True)

    class Meta:
        """In the order added; once a person."""

        verbose_name = _("coordonnée")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("person", "kind", "normal"), name="one_point_once_a_person"),
        )

    def __str__(self) -> str:
        """Show it as written."""
        return self.value


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
