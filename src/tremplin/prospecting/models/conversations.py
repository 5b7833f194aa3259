"""Informational interviews: prepared, noted live, debriefed in three minutes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised
from tremplin.prospecting.models.approaches import Approach
from tremplin.prospecting.models.research import OpenQuestion
from tremplin.prospecting.models.targets import Target


class Goal(models.TextChoices):
    """What a conversation is for; the last three are asked of an insider and serve Choisir."""

    TRADE = "trade", _("comprendre le métier")
    PROBLEM = "problem", _("vérifier un problème")
    CULTURE = "culture", _("la culture de l’équipe")
    RECRUITING = "recruiting", _("comment ils recrutent vraiment")
    JOB = "job", _("ce que le poste attend vraiment")


class Conversation(Revised):
    """Fifteen minutes with someone about their work; an internship is never asked for first."""

    target = models.ForeignKey(
        Target, on_delete=models.CASCADE, null=True, blank=True, related_name="conversations"
    )
    person = models.ForeignKey("network.Person", on_delete=models.CASCADE, related_name="conversations")
    approach = models.ForeignKey(
        Approach, on_delete=models.SET_NULL, null=True, blank=True, related_name="conversations"
    )
    goal = models.CharField(_("but"), max_length=12, choices=Goal.choices, default=Goal.TRADE)
    on = models.DateField(_("jour"), null=True, blank=True)
    at = models.TimeField(_("heure"), null=True, blank=True)
    where = models.CharField(_("lieu ou lien"), max_length=200, blank=True)
    notes = models.TextField(_("notes"), max_length=8000, blank=True)
    learnt = models.TextField(_("ce que j’ai appris"), max_length=1000, blank=True)
    next_step = models.CharField(_("prochain geste"), max_length=200, blank=True)
    next_on = models.DateField(_("pour le"), null=True, blank=True)
    happened_on = models.DateField(_("a eu lieu le"), null=True, blank=True)
    debriefed_at = models.DateTimeField(_("débriefée à"), null=True, blank=True)
    thanked_on = models.DateField(_("remerciement envoyé le"), null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("conversation")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Name whom."""
        return str(self.person)


class PreparedQuestion(Revised):
    """A question chosen for a conversation, and its answer; dated by its conversation."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="questions")
    key = models.CharField(_("question de la banque"), max_length=40, blank=True)
    verifies = models.ForeignKey(
        OpenQuestion, on_delete=models.SET_NULL, null=True, blank=True, related_name="asked"
    )
    goal = models.CharField(_("but"), max_length=12, choices=Goal.choices)
    text = models.CharField(_("question"), max_length=300)
    answer = models.TextField(_("réponse"), max_length=1000, blank=True)
    position = models.PositiveSmallIntegerField(_("ordre"), default=0)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order to ask."""

        verbose_name = _("question préparée")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        """Ask it."""
        return self.text


class NamedPerson(Revised):
    """Someone named during a conversation: the second degree grows."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="named")
    person = models.ForeignKey("network.Person", on_delete=models.CASCADE, related_name="+")
    why = models.CharField(_("pourquoi leur parler"), max_length=200, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order named; once a conversation."""

        verbose_name = _("personne nommée")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("conversation", "person"), name="named_once_a_conversation"),
        )

    def __str__(self) -> str:
        """Name them."""
        return str(self.person)
