"""Research on a target: signals, hypotheses on its problem, questions to verify, sessions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised
from tremplin.prospecting.models.targets import Target


class SignalKind(models.TextChoices):
    """Where a signal comes from."""

    NEWS = "news", _("actualité")
    PRODUCT = "product", _("produit ou site")
    REVIEWS = "reviews", _("avis de clients")
    JOB_AD = "job_ad", _("offre d’emploi")
    OBSERVATION = "observation", _("ce que j’ai vu moi-même")
    CONVERSATION = "conversation", _("ce qu’on m’a dit")


class Signal(Revised):
    """Something seen or read of a target, with its source, its date and its words."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="signals")
    kind = models.CharField(_("nature"), max_length=12, choices=SignalKind.choices)
    source = models.CharField(_("source"), max_length=200)
    url = models.URLField(_("adresse"), max_length=500, blank=True)
    seen_on = models.DateField(_("vu le"))
    quote = models.TextField(_("ce que j’ai lu ou vu"), max_length=1000)
    suggests = models.CharField(_("quel problème cela suggère"), max_length=300, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("signal")
        ordering = ("-seen_on", "-pk")

    def __str__(self) -> str:
        """Say its words."""
        return self.quote


class Standing(models.TextChoices):
    """What the evidence says of a hypothesis, as the student judges it."""

    OPEN = "open", _("à vérifier")
    KEPT = "kept", _("retenue")
    DROPPED = "dropped", _("écartée")


class ProblemHypothesis(Revised):
    """A problem the target may have; several compete until evidence tells them apart."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="hypotheses")
    problem = models.CharField(_("le problème, en une phrase"), max_length=300)
    cost = models.CharField(_("ce qu’il coûte"), max_length=300, blank=True)
    standing = models.CharField(_("verdict"), max_length=8, choices=Standing.choices, default=Standing.OPEN)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Kept first, then in the order written."""

        verbose_name = _("hypothèse de problème")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say the problem."""
        return self.problem


class Side(models.TextChoices):
    """Which way a signal weighs."""

    FOR = "for", _("pour")
    AGAINST = "against", _("contre")


class Weighing(models.Model):
    """A signal counts for or against a hypothesis, once."""

    hypothesis = models.ForeignKey(ProblemHypothesis, on_delete=models.CASCADE, related_name="weighings")
    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="weighings")
    side = models.CharField(_("sens"), max_length=8, choices=Side.choices)

    class Meta:
        """One side for each signal."""

        verbose_name = _("indice")
        constraints = (models.UniqueConstraint(fields=("hypothesis", "signal"), name="one_side_a_signal"),)

    def __str__(self) -> str:
        """Say which way."""
        return self.get_side_display()


class OpenQuestion(Revised):
    """What only a conversation can tell, and what was answered."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="questions")
    hypothesis = models.ForeignKey(
        ProblemHypothesis, on_delete=models.SET_NULL, null=True, blank=True, related_name="questions"
    )
    text = models.CharField(_("question"), max_length=300)
    answer = models.TextField(_("réponse"), max_length=1000, blank=True)
    answered_on = models.DateField(_("répondu le"), null=True, blank=True)
    answered_by = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("question à vérifier")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Ask it."""
        return self.text


class ResearchSession(models.Model):
    """Thirty minutes spent reading about a target, step by step."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="sessions")
    started_at = models.DateTimeField(_("commencée à"))
    ended_at = models.DateTimeField(_("finie à"), null=True, blank=True)
    steps_done = models.JSONField(_("étapes faites"), default=list, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("séance de recherche")
        ordering = ("-started_at",)

    def __str__(self) -> str:
        """Say when."""
        return str(self.started_at)
