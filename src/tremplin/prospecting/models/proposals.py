"""Proposals in one page, their kept versions, and the personal project as centrepiece."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised
from tremplin.prospecting.models.research import Signal
from tremplin.prospecting.models.targets import Sought, Target

LONGEST_TEXT = 3000
"""What a text of the page may hold while it is written; the page itself says what is in excess."""


class Proposal(Revised):
    """A page that answers a problem of a target with a mission the student could hold."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="proposals")
    recipient = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sender = models.TextField(_("vous, en haut de la page"), max_length=LONGEST_TEXT, blank=True)
    place = models.CharField(_("écrit à"), max_length=80, blank=True)
    example = models.CharField(_("exemple de départ"), max_length=40, blank=True)
    promise = models.CharField(_("le titre : ce qui change"), max_length=160, blank=True)
    finding = models.TextField(_("le constat"), max_length=LONGEST_TEXT, blank=True)
    cost = models.TextField(_("ce qu’il coûte"), max_length=LONGEST_TEXT, blank=True)
    mission = models.TextField(_("la mission"), max_length=LONGEST_TEXT, blank=True)
    sought = models.CharField(_("cadre"), max_length=16, choices=Sought.choices, default=Sought.INTERNSHIP)
    starts_on = models.DateField(_("à partir du"), null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(_("durée en semaines"), null=True, blank=True)
    weekly_hours = models.DecimalField(_("heures par semaine"), max_digits=4, decimal_places=2, default=35)
    deliverables = models.TextField(_("ce que je livre, un par ligne"), max_length=LONGEST_TEXT, blank=True)
    indicators = models.TextField(_("à quoi cela se verra"), max_length=LONGEST_TEXT, blank=True)
    why_me = models.TextField(_("pourquoi moi"), max_length=LONGEST_TEXT, blank=True)
    needs = models.TextField(_("ce qu’il me faut"), max_length=LONGEST_TEXT, blank=True)
    ask = models.TextField(_("ce que je demande"), max_length=LONGEST_TEXT, blank=True)
    signals = models.ManyToManyField(Signal, related_name="+", blank=True)
    proofs = models.ManyToManyField("journal.Entry", related_name="+", blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("proposition")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Say its title."""
        return self.promise or str(self.target)


class ProposalVersion(models.Model):
    """A proposal as it was printed, sent or put aside; frozen."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    kept_at = models.DateTimeField(_("gardée à"))
    why = models.CharField(_("raison"), max_length=120, blank=True)
    content = models.JSONField(_("contenu"))

    class Meta:
        """Latest first; a number once."""

        verbose_name = _("version de la proposition")
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("proposal", "number"), name="one_number_a_proposal"),)

    def __str__(self) -> str:
        """Say its number."""
        return f"version {self.number}"


class ProjectKind(models.TextChoices):
    """The form a personal project takes."""

    ANALYSIS = "analysis", _("analyse de données ou d’avis")
    REDESIGN = "redesign", _("refonte d’une page ou d’un parcours")
    BLOG = "blog", _("article ou blog sur le secteur")
    PROTOTYPE = "prototype", _("prototype ou maquette")


class ProjectStage(models.TextChoices):
    """How far a personal project is."""

    IDEA = "idea", _("idée")
    UNDER_WAY = "under_way", _("en cours")
    DONE = "done", _("terminé")
    DROPPED = "dropped", _("abandonné")


def _score(label: object) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(label, null=True, blank=True)  # type: ignore[arg-type]


class PersonalProject(Revised):
    """Two weeks of work shown before being asked: the centrepiece of an approach."""

    target = models.ForeignKey(
        Target, on_delete=models.SET_NULL, null=True, blank=True, related_name="personal_projects"
    )
    idea = models.CharField(_("idée de départ"), max_length=60, blank=True)
    title = models.CharField(_("titre"), max_length=160)
    kind = models.CharField(_("forme"), max_length=10, choices=ProjectKind.choices)
    sector = models.CharField(_("secteur"), max_length=80, blank=True)
    stage = models.CharField(
        _("avancement"), max_length=10, choices=ProjectStage.choices, default=ProjectStage.IDEA
    )
    starts_on = models.DateField(_("commence le"), null=True, blank=True)
    question = models.TextField(_("la question"), max_length=300, blank=True)
    method = models.TextField(_("comment j’ai fait"), max_length=500, blank=True)
    finding = models.TextField(_("ce que j’ai trouvé"), max_length=600, blank=True)
    limits = models.TextField(_("ce que cela ne prouve pas"), max_length=300, blank=True)
    offer = models.TextField(_("ce que je propose ensuite"), max_length=300, blank=True)
    link = models.URLField(_("adresse à montrer"), max_length=500, blank=True)
    useful_score = _score(_("utile à l’entreprise"))
    proof_score = _score(_("montre la compétence visée"))
    feasible_score = _score(_("faisable en deux semaines"))
    data_score = _score(_("données publiques disponibles"))
    visible_score = _score(_("se comprend en une minute"))
    drive_score = _score(_("me donne envie"))
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("projet personnel")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Say its title."""
        return self.title


class ProjectStep(Revised):
    """A step of the two-week plan."""

    project = models.ForeignKey(PersonalProject, on_delete=models.CASCADE, related_name="steps")
    day = models.PositiveSmallIntegerField(_("jour"))
    text = models.CharField(_("étape"), max_length=200)
    done_on = models.DateField(_("fait le"), null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In time."""

        verbose_name = _("étape du projet")
        ordering = ("day", "pk")

    def __str__(self) -> str:
        """Say the step."""
        return self.text


class ProjectSource(Revised):
    """Where a figure of a personal project comes from: what was counted or read, where, and when."""

    project = models.ForeignKey(PersonalProject, on_delete=models.CASCADE, related_name="sources")
    says = models.CharField(_("ce que j’ai compté ou lu"), max_length=300)
    where = models.CharField(_("où"), max_length=200)
    url = models.URLField(_("adresse"), max_length=500, blank=True)
    on = models.DateField(_("relevé le"))
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("source du projet")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        """Say what was counted."""
        return self.says
