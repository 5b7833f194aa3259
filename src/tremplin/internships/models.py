"""Internships, what they must bring, their milestones, school periods, projects and imported calendars."""

from datetime import time
from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.internships.domain.planned import Kind
from tremplin.kit.revisions import Revised

FRIDAY = 4
WORKING_WEEK = "01234"
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


class Internship(Revised):
    """An internship or apprenticeship lived as a project; its dates and title are its experience's."""

    experience = models.OneToOneField(
        "journal.Experience", on_delete=models.CASCADE, related_name="internship"
    )
    agreement_version = models.ForeignKey(
        "rights.Version", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    tutor = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    referent = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    team = models.CharField(_("équipe ou service"), max_length=160, blank=True)
    city = models.CharField(_("lieu"), max_length=120, blank=True)
    weekly_hours = models.DecimalField(
        _("heures par semaine"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    weekdays = models.CharField(_("jours de présence"), max_length=7, default=WORKING_WEEK)
    journal_weekday = models.PositiveSmallIntegerField(_("jour du journal"), default=FRIDAY)
    journal_time = models.TimeField(_("heure du journal"), default=time(16, 30))
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(_("supprimé le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("stage ou alternance")
        ordering = ("-experience__starts_on", "-pk")

    def __str__(self) -> str:
        """Name it by its experience."""
        return str(self.experience)

    @property
    def journal_day(self) -> str:
        """Name the day of the weekly slot."""
        return WEEKDAYS[self.journal_weekday]

    @property
    def is_apprenticeship(self) -> bool:
        """Whether it is an *alternance*."""
        return self.experience.kind == "apprenticeship"


class GoalKind(models.TextChoices):
    """What an internship may bring."""

    SKILL = "skill", _("une compétence")
    DELIVERABLE = "deliverable", _("un livrable")
    PERSON = "person", _("une personne")
    DECISION = "decision", _("une décision")


class Goal(Revised):
    """What this internship must bring the student, and how they will see it."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="goals")
    kind = models.CharField(_("nature"), max_length=12, choices=GoalKind.choices)
    text = models.CharField(_("objectif"), max_length=300)
    how_seen = models.CharField(_("à quoi cela se verra"), max_length=300)
    reached_on = models.DateField(_("atteint le"), null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("objectif")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say the goal."""
        return self.text


class Verdict(models.TextChoices):
    """What the internship taught of a hypothesis."""

    OPEN = "open", _("à l’essai")
    TRUE = "true", _("confirmée")
    MIXED = "mixed", _("nuancée")
    FALSE = "false", _("écartée")


class Hypothesis(Revised):
    """A question on oneself that the internship puts to the test: the laboratory."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="hypotheses")
    text = models.CharField(_("hypothèse"), max_length=300)
    test = models.CharField(_("comment la tester"), max_length=300, blank=True)
    learnt = models.TextField(_("ce que j’ai appris"), blank=True)
    verdict = models.CharField(_("verdict"), max_length=6, choices=Verdict.choices, default=Verdict.OPEN)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("hypothèse")
        verbose_name_plural = _("hypothèses")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say the hypothesis."""
        return self.text


class MilestoneKind(models.TextChoices):
    """The days of an internship worth preparing."""

    EXPECTATIONS = Kind.EXPECTATIONS.value, _("Échange sur les attentes")
    MID_TERM = Kind.MID_TERM.value, _("Point mi-parcours")
    THREE_QUARTERS = Kind.THREE_QUARTERS.value, _("Point des trois quarts")
    DEFENCE = Kind.DEFENCE.value, _("Soutenance de Valeur")
    END_PAPERS = Kind.END_PAPERS.value, _("Papiers de fin")
    LEGAL = Kind.LEGAL.value, _("Date de droit")


class Milestone(Revised):
    """One of those days; once moved by hand it no longer follows the internship's dates."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="milestones")
    kind = models.CharField(_("nature"), max_length=16, choices=MilestoneKind.choices)
    code = models.CharField(_("règle ou année"), max_length=40, blank=True)
    name = models.CharField(_("intitulé"), max_length=200)
    why = models.TextField(_("raison"), blank=True)
    on = models.DateField(_("jour"))
    at = models.TimeField(_("heure"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("durée en minutes"), default=30)
    moved = models.BooleanField(_("déplacé à la main"), default=False)
    done_on = models.DateField(_("fait le"), null=True, blank=True)
    note = models.TextField(_("ce qui s’est dit"), blank=True)
    cancelled = models.BooleanField(_("annulé"), default=False)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        """By day; one of a kind and code, kept when cancelled so that calendars hear of it."""

        verbose_name = _("jalon")
        verbose_name_plural = _("jalons")
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("internship", "kind", "code"), name="one_milestone_of_a_kind"),
        )

    @property
    def waits(self) -> bool:
        """Whether it must be noted or moved once past; a date set by law simply comes."""
        return self.done_on is None and self.kind != MilestoneKind.LEGAL

    def __str__(self) -> str:
        """Name the milestone and its day."""
        return f"{self.name}, {self.on:%d/%m/%Y}"


class CalendarPurpose(models.TextChoices):
    """What a calendar tells of."""

    LESSONS = "lessons", _("mes cours ou mes périodes d’école")
    OWN = "own", _("mon agenda personnel ou professionnel")


class KeptCalendars(models.Manager["CalendarFile"]):
    """The calendars the student did not ask to forget."""

    def get_queryset(self) -> models.QuerySet["CalendarFile"]:
        """Leave out those forgotten, which can be taken back for a day."""
        return super().get_queryset().filter(forgotten_at=None)


class KeptPeriods(models.Manager["SchoolPeriod"]):
    """The periods typed, and those of calendars that were not forgotten."""

    def get_queryset(self) -> models.QuerySet["SchoolPeriod"]:
        """Leave out those of a forgotten calendar."""
        return super().get_queryset().filter(calendar__forgotten_at=None)


class CalendarFile(models.Model):
    """A calendar the student dropped: what was read of it, and what was refused and why."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="calendars")
    purpose = models.CharField(_("contenu"), max_length=8, choices=CalendarPurpose.choices)
    name = models.CharField(_("nom"), max_length=200)
    maker = models.CharField(_("logiciel"), max_length=200, blank=True)
    digest = models.CharField(_("empreinte SHA-256"), max_length=64)
    imported_at = models.DateTimeField(_("lu le"))
    problems = models.JSONField(_("ce qui n’a pas pu être lu"), default=list)
    forgotten_at = models.DateTimeField(_("oublié le"), null=True, blank=True)

    objects = KeptCalendars()
    ever = models.Manager["CalendarFile"]()

    class Meta:
        """Latest first."""

        verbose_name = _("calendrier")
        ordering = ("-imported_at", "-pk")

    def __str__(self) -> str:
        """Name it as its maker did."""
        return self.name


class CalendarEvent(models.Model):
    """One occurrence read in a calendar."""

    calendar = models.ForeignKey(CalendarFile, on_delete=models.CASCADE, related_name="events")
    uid = models.CharField(max_length=255, blank=True)
    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"))
    all_day = models.BooleanField(_("jour entier"), default=False)
    summary = models.CharField(_("intitulé"), max_length=300, blank=True)
    location = models.CharField(_("lieu"), max_length=300, blank=True)

    class Meta:
        """In time."""

        verbose_name = _("événement")
        ordering = ("starts_at", "pk")

    def __str__(self) -> str:
        """Show the day and the title."""
        return f"{self.starts_at:%d/%m/%Y} {self.summary}"


class PeriodKind(models.TextChoices):
    """Why a week is not spent at the host's."""

    SCHOOL = "school", _("école")
    HOLIDAY = "holiday", _("congés")


class SchoolPeriod(models.Model):
    """Days at school or on leave: milestones skip them and no entry is expected."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="school_periods")
    kind = models.CharField(_("nature"), max_length=8, choices=PeriodKind.choices, default=PeriodKind.SCHOOL)
    starts_on = models.DateField(_("du"))
    ends_on = models.DateField(_("au"))
    label = models.CharField(_("intitulé"), max_length=200, blank=True)
    calendar = models.ForeignKey(
        CalendarFile, on_delete=models.CASCADE, null=True, blank=True, related_name="periods"
    )

    objects = KeptPeriods()

    class Meta:
        """In time; never ends before it starts."""

        verbose_name = _("période d’école")
        ordering = ("starts_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="period_runs_forward"
            ),
        )

    def __str__(self) -> str:
        """Show both days."""
        return f"{self.starts_on:%d/%m/%Y} – {self.ends_on:%d/%m/%Y}"


class CareerAsset(Revised):
    """What a mission leaves the student with, or the reason why it leaves nothing."""

    mission = models.OneToOneField("journal.Mission", on_delete=models.CASCADE, related_name="career_asset")
    asset = models.CharField(_("ce que j’en garde"), max_length=300, blank=True)
    reason_why_not = models.CharField(_("pourquoi rien"), max_length=300, blank=True)

    class Meta:
        """Either one or the other."""

        verbose_name = _("actif de carrière")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(asset="") ^ models.Q(reason_why_not=""), name="asset_or_reason"
            ),
        )

    def __str__(self) -> str:
        """Say what is kept, or why nothing."""
        return self.asset or self.reason_why_not


class ProjectKind(models.TextChoices):
    """The two projects that change how one is remembered."""

    INDISPENSABLE = "indispensable", _("projet indispensable")
    GHOST = "ghost", _("projet fantôme")


class GhostKind(models.TextChoices):
    """What nobody asked for."""

    PROCESS_PROPOSAL = "process_proposal", _("proposition de processus")
    MOCK_UP = "mock_up", _("maquette")
    DATA_ANALYSIS = "data_analysis", _("analyse de données publiques")
    PROCESS_MAP = "process_map", _("cartographie de processus")


class ProjectStage(models.TextChoices):
    """How far a project went; « proposé » already counts."""

    IDEA = "idea", _("idée")
    UNDER_WAY = "under_way", _("en cours")
    PROPOSED = "proposed", _("proposé")
    IN_USE = "in_use", _("utilisé")
    STOPPED = "stopped", _("arrêté")


def _score() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    bounds = (MinValueValidator(0), MaxValueValidator(5))
    return models.PositiveSmallIntegerField(null=True, blank=True, validators=bounds)


class Project(Revised):
    """A line of the register: an indispensable project, or a ghost project."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="projects")
    kind = models.CharField(_("nature"), max_length=16, choices=ProjectKind.choices)
    title = models.CharField(_("projet"), max_length=200)
    stage = models.CharField(
        _("avancement"), max_length=12, choices=ProjectStage.choices, default=ProjectStage.IDEA
    )
    objective = models.CharField(_("objectif de l’entreprise qu’il sert"), max_length=300, blank=True)
    ghost_kind = models.CharField(_("forme"), max_length=20, choices=GhostKind.choices, blank=True)
    deliverable = models.CharField(_("livrable"), max_length=300, blank=True)
    free_hours = models.DecimalField(
        _("heures libres"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    proposed_on = models.DateField(_("proposé le"), null=True, blank=True)
    shown_to = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    stop_on = models.DateField(_("date d’arrêt"), null=True, blank=True)
    documentation = models.TextField(_("documentation"), blank=True)
    measure = models.CharField(_("ce qui est mesuré"), max_length=200, blank=True)
    unit = models.CharField(_("unité"), max_length=80, blank=True)
    before = models.DecimalField(_("avant"), max_digits=18, decimal_places=4, null=True, blank=True)
    after = models.DecimalField(_("après"), max_digits=18, decimal_places=4, null=True, blank=True)
    successor = models.CharField(_("qui reprend"), max_length=200, blank=True)
    pain_score = _score()
    visibility_score = _score()
    feasible_score = _score()
    data_score = _score()
    successor_score = _score()
    proof_score = _score()
    pain_points = models.ManyToManyField("journal.Entry", blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("projet")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Name it."""
        return self.title
