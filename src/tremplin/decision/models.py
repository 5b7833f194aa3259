"""A decision, its options, criteria, scores, exams, and what happened afterwards."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised


class Nationality(models.TextChoices):
    """What tells whether the right to work must be asked about."""

    FRENCH = "french", _("française")
    EUROPEAN = "european", _("d’un autre pays européen")
    OTHER = "other", _("d’un autre pays")


class Territory(models.TextChoices):
    """Whose minimum wage applies."""

    NATIONAL = "national", _("France, hors Mayotte")
    MAYOTTE = "mayotte", _("Mayotte")


class Kind(models.TextChoices):
    """The legal form of an option."""

    INTERNSHIP = "internship", _("Stage")
    APPRENTICESHIP = "apprenticeship", _("Apprentissage")
    PROFESSIONALISATION = "professionalisation", _("Professionnalisation")
    GAP_YEAR = "gap_year", _("Césure en stage")


class Diploma(models.TextChoices):
    """The highest diploma held, which sets the rate of a professionalisation contract."""

    NONE = "none", _("aucun")
    GENERAL_BAC = "general_bac", _("bac général")
    TECHNOLOGICAL_BAC = "technological_bac", _("bac technologique")
    PROFESSIONAL_BAC = "professional_bac", _("bac professionnel")
    PROFESSIONAL_TITLE = "professional_title", _("titre professionnel")
    PROFESSIONAL_HIGHER = "professional_higher", _("diplôme professionnel du supérieur (BTS, licence pro…)")
    GENERAL_HIGHER = "general_higher", _("diplôme général du supérieur (licence, master…)")


class Alternation(models.TextChoices):
    """How work and school alternate."""

    FULL = "full", _("plein temps en entreprise")
    DAYS = "days", _("des jours dans la semaine")
    WEEKS = "weeks", _("des semaines à tour de rôle")


class Confidence(models.TextChoices):
    """How sure the student is of a score."""

    HIGH = "high", _("sûr")
    MEDIUM = "medium", _("plutôt sûr")
    LOW = "low", _("pas sûr")


class Decision(Revised):
    """A choice to make between options, its weights fixed before any score."""

    title = models.CharField(_("titre"), max_length=120)
    nationality = models.CharField(_("nationalité"), max_length=10, choices=Nationality.choices, blank=True)
    territory = models.CharField(
        _("SMIC qui s’applique"), max_length=10, choices=Territory.choices, default=Territory.NATIONAL
    )
    alsace_moselle = models.BooleanField(_("Alsace-Moselle, régime local"), default=False)
    weights_fixed_at = models.DateTimeField(_("poids fixés le"), null=True, blank=True)
    chosen = models.ForeignKey("Option", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_on = models.DateField(_("décidé le"), null=True, blank=True)
    why = models.TextField(_("pourquoi"), max_length=1000, blank=True)
    review_on = models.DateField(_("à revoir le"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("décision")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Say its title."""
        return self.title


def _money(label: object) -> "models.DecimalField[Decimal | None, Decimal | None]":
    return models.DecimalField(label, max_digits=9, decimal_places=2, null=True, blank=True)  # type: ignore[arg-type]


class Option(Revised):
    """One way to spend the period, described as far as it is known."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="options")
    organization = models.ForeignKey(
        "network.Organization", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    internship = models.ForeignKey(
        "internships.Internship", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    agreement_version = models.ForeignKey(
        "rights.Version", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("nom"), max_length=120)
    kind = models.CharField(_("forme"), max_length=20, choices=Kind.choices)
    starts_on = models.DateField(_("premier jour"))
    ends_on = models.DateField(_("dernier jour"))
    signed_on = models.DateField(_("signature"), null=True, blank=True)
    weekly_hours = models.DecimalField(
        _("heures par semaine"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    offered = _money(_("rémunération proposée"))
    conventional_minimum = _money(_("minimum conventionnel"))
    diploma = models.CharField(_("diplôme le plus élevé"), max_length=20, choices=Diploma.choices, blank=True)
    years_done = models.PositiveSmallIntegerField(_("années du cycle déjà faites"), default=0)
    public_employer = models.BooleanField(_("employeur public"), null=True, blank=True)
    health_cover = _money(_("prix de la mutuelle"))
    validated = models.BooleanField(_("réponse de l’école"), null=True, blank=True)
    teaching_hours = models.DecimalField(
        _("heures d’enseignement de l’année"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    job_weekly_hours = models.DecimalField(
        _("heures du petit emploi"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    job_hourly = _money(_("paie du petit emploi"))
    transport = _money(_("abonnement de transport"))
    meals = _money(_("repas"))
    rent = _money(_("loyer"))
    tuition = _money(_("frais de scolarité"))
    housing_given = models.BooleanField(_("logement fourni"), default=False)
    alternation = models.CharField(
        _("rythme"), max_length=6, choices=Alternation.choices, default=Alternation.FULL
    )
    company_part = models.PositiveSmallIntegerField(_("en entreprise"), null=True, blank=True)
    school_part = models.PositiveSmallIntegerField(_("à l’école"), null=True, blank=True)
    school_hours = models.DecimalField(
        _("heures de cours"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    commute_minutes = models.PositiveSmallIntegerField(_("trajet"), null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order added."""

        verbose_name = _("option")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say its name."""
        return self.name


class Criterion(Revised):
    """What options are judged on: offered, or the student's own; its weight is out of 100 points."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="criteria")
    key = models.CharField(_("critère proposé"), max_length=40, blank=True)
    name = models.CharField(_("nom"), max_length=80)
    one = models.CharField(_("ce que vaut un 1"), max_length=160, blank=True)
    five = models.CharField(_("ce que vaut un 5"), max_length=160, blank=True)
    weight = models.PositiveSmallIntegerField(_("poids"), default=0, validators=[MaxValueValidator(100)])
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order offered, then added."""

        verbose_name = _("critère")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say its name."""
        return self.name


class Score(models.Model):
    """What an option is worth on a criterion, and later what it turned out to be worth."""

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="scores")
    value = models.PositiveSmallIntegerField(
        _("note"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    confidence = models.CharField(
        _("sûreté"), max_length=6, choices=Confidence.choices, default=Confidence.MEDIUM
    )
    note = models.CharField(_("pourquoi"), max_length=500, blank=True)
    lived = models.PositiveSmallIntegerField(
        _("note après coup"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )

    class Meta:
        """One score for each option on each criterion."""

        verbose_name = _("note")
        constraints = (
            models.UniqueConstraint(fields=("option", "criterion"), name="one_score_an_option_a_criterion"),
        )

    def __str__(self) -> str:
        """Say the value, or that there is none."""
        return str(self.value) if self.value else "sans note"


class Exam(Revised):
    """A period of exams (*partiels*), whatever the option."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="exams")
    name = models.CharField(_("nom"), max_length=80)
    first_on = models.DateField(_("premier jour"))
    last_on = models.DateField(_("dernier jour"))
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In time."""

        verbose_name = _("période d’examens")
        ordering = ("first_on", "pk")

    def __str__(self) -> str:
        """Say its name."""
        return self.name


class Review(Revised):
    """The decision looked at again, against what happened."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="review")
    on = models.DateField(_("revue le"))
    happened = models.TextField(_("ce qui s’est passé"), max_length=2000, blank=True)
    same_again = models.BooleanField(_("je referais ce choix"), null=True, blank=True)

    class Meta:
        """One for each decision."""

        verbose_name = _("bilan de la décision")

    def __str__(self) -> str:
        """Say when."""
        return str(self.on)
