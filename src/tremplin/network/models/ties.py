"""What ties people together, and what they said to each other last."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.network.models.people import Closeness, Person


class TieKind(models.TextChoices):
    """How the student knows someone, or how two people know each other."""

    TUTOR = "tutor", _("tuteur ou tutrice")
    TEACHER = "teacher", _("enseignant ou enseignante")
    MANAGER = "manager", _("responsable")
    COLLEAGUE = "colleague", _("collègue")
    CLIENT = "client", _("client ou partenaire")
    CLASSMATE = "classmate", _("camarade")
    FAMILY = "family", _("famille ou ami")
    OTHER = "other", _("autre")
    CONTACT = "contact", _("contact")
    KNOWS = "knows", _("se connaissent")
    INTRODUCED = "introduced", _("a présenté")
    FOLLOWED = "followed", _("suivi de loin")


class Tie(models.Model):
    """How the student knows someone, or who knows whom when `other` is set."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ties")
    other = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="ties_back", null=True, blank=True
    )
    kind = models.CharField(_("lien"), max_length=10, choices=TieKind.choices)
    since = models.DateField(_("depuis"), null=True, blank=True)
    closeness = models.PositiveSmallIntegerField(
        _("proximité"), choices=Closeness.choices, null=True, blank=True
    )
    label = models.CharField(_("en quelques mots"), max_length=120, blank=True)

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


class InteractionKind(models.TextChoices):
    """How two people were in touch; an invitation alone is no exchange."""

    MET = "met", _("vu en personne")
    CALL = "call", _("appel ou visio")
    MESSAGE = "message", _("message")
    MEETING = "meeting", _("réunion du calendrier")
    INTRODUCTION = "introduction", _("mise en relation")
    RECOMMENDATION = "recommendation", _("recommandation")
    INVITATION = "invitation", _("invitation")
    OTHER = "other", _("autre")


class Interaction(models.Model):
    """One exchange with someone, in one line."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="interactions")
    on = models.DateField(_("jour"))
    kind = models.CharField(
        _("comment"), max_length=14, choices=InteractionKind.choices, default=InteractionKind.MESSAGE
    )
    line = models.CharField(_("en une ligne"), max_length=200, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("échange")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        """Say when, and what."""
        return f"{self.on:%d/%m/%Y} {self.line}".strip()
