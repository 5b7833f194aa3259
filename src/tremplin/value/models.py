"""The student's case for being kept, what was shown to whom, check-ins, and the deck."""

from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised

MOST_WEEKS = 53


def _amount(label: Any) -> "models.DecimalField[Any, Decimal | None]":
    return models.DecimalField(label, max_digits=12, decimal_places=2, null=True, blank=True)


class Case(Revised):
    """What the student states of one internship: assumptions of the sums, who decides, needs of the plan."""

    internship = models.OneToOneField("internships.Internship", on_delete=models.CASCADE, related_name="+")
    budget_holder = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    weeks_low = models.DecimalField(
        _("semaines par an, au moins"), max_digits=4, decimal_places=1, default=44
    )
    weeks_high = models.DecimalField(
        _("semaines par an, au plus"), max_digits=4, decimal_places=1, default=46
    )
    weeks_from = models.CharField(_("d’où viennent ces semaines"), max_length=200, blank=True)
    cost_low = _amount(_("coût d’une heure, au moins"))
    cost_high = _amount(_("coût d’une heure, au plus"))
    cost_from = models.CharField(_("d’où vient ce coût"), max_length=200, blank=True)
    employing_low = _amount(_("coût annuel de mon emploi, au moins"))
    employing_high = _amount(_("coût annuel de mon emploi, au plus"))
    employing_from = models.CharField(_("d’où vient ce coût annuel"), max_length=200, blank=True)
    plan_needs = models.CharField(_("ce qu’il me faut"), max_length=300, blank=True)

    class Meta:
        """One an internship."""

        verbose_name = _("dossier")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(weeks_low__lte=models.F("weeks_high"))
                & models.Q(weeks_high__lte=MOST_WEEKS),
                name="weeks_of_a_year_in_order",
            ),
        )

    def __str__(self) -> str:
        """Name it by its internship."""
        return str(self.internship)


class Frequency(Revised):
    """How often a time saved comes back in a year, as the student states it."""

    impact = models.OneToOneField("journal.Impact", on_delete=models.CASCADE, related_name="+")
    low = _amount(_("fois par an, au moins"))
    high = _amount(_("fois par an, au plus"))
    counted = models.BooleanField(_("compté dans le total"), default=True)

    class Meta:
        """One a figure."""

        verbose_name = _("fréquence")

    def __str__(self) -> str:
        """Show both bounds."""
        return f"{self.low} à {self.high}"


class Duty(Revised):
    """A task the student holds, and who would take it over; nobody is why a departure leaves a gap."""

    internship = models.ForeignKey("internships.Internship", on_delete=models.CASCADE, related_name="+")
    task = models.CharField(_("tâche"), max_length=200)
    successor = models.CharField(_("qui la reprendrait"), max_length=160, blank=True)
    documented = models.CharField(_("où elle est expliquée"), max_length=200, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("tâche tenue")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say the task."""
        return self.task


class PlanStep(models.Model):
    """What will exist after 30, 60 or 90 days in the post."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    days = models.PositiveSmallIntegerField(_("jours"))
    deliverable = models.CharField(_("livrable"), max_length=200, blank=True)
    indicator = models.CharField(_("indicateur"), max_length=200, blank=True)
    help = models.CharField(_("aide nécessaire"), max_length=200, blank=True)

    class Meta:
        """In time; one for each term."""

        verbose_name = _("étape du plan")
        ordering = ("days",)
        constraints = (models.UniqueConstraint(fields=("case", "days"), name="one_step_a_term"),)

    def __str__(self) -> str:
        """Show the term and the deliverable."""
        return f"{self.days} jours : {self.deliverable}"


class Showing(models.Model):
    """A result was shown to someone on a day."""

    entry = models.ForeignKey("journal.Entry", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("network.Person", on_delete=models.CASCADE, related_name="+")
    on = models.DateField(_("montré le"))
    how = models.CharField(_("comment"), max_length=80, blank=True)

    class Meta:
        """Latest first; one a person and day."""

        verbose_name = _("présentation d’un résultat")
        ordering = ("-on", "-pk")
        constraints = (models.UniqueConstraint(fields=("entry", "person", "on"), name="one_showing_a_day"),)

    def __str__(self) -> str:
        """Say to whom and when."""
        return f"{self.person}, {self.on:%d/%m/%Y}"


class CheckInKind(models.TextChoices):
    """The two talks on what follows."""

    MID_TERM = "mid_term", _("Point mi-parcours")
    THREE_QUARTERS = "three_quarters", _("Point des trois quarts")


class CheckIn(Revised):
    """A talk with the tutor, prepared, then noted."""

    internship = models.ForeignKey("internships.Internship", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("nature"), max_length=16, choices=CheckInKind.choices)
    promised = models.TextField(_("promis"), blank=True)
    done = models.TextField(_("fait"), blank=True)
    proved = models.TextField(_("prouvé"), blank=True)
    blocked = models.TextField(_("bloqué"), blank=True)
    next = models.TextField(_("ensuite"), blank=True)
    wins = models.TextField(_("trois réussites"), blank=True)
    question = models.CharField(_("une question"), max_length=300, blank=True)
    notes = models.TextField(_("notes"), blank=True)
    held_on = models.DateField(_("tenu le"), null=True, blank=True)

    class Meta:
        """One of each kind."""

        verbose_name = _("point carrière")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("internship", "kind"), name="one_check_in_of_a_kind"),)

    def __str__(self) -> str:
        """Name it."""
        return self.get_kind_display()


class Side(models.TextChoices):
    """Who committed."""

    STUDENT = "student", _("moi")
    HOST = "host", _("l’entreprise")


class Commitment(models.Model):
    """Something promised at a check-in."""

    check_in = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="commitments")
    side = models.CharField(_("qui"), max_length=8, choices=Side.choices, default=Side.STUDENT)
    text = models.CharField(_("engagement"), max_length=300)
    done_on = models.DateField(_("tenu le"), null=True, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("engagement")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say it."""
        return self.text


class Deck(Revised):
    """The *Soutenance de Valeur* of an internship, made from chosen entries."""

    internship = models.ForeignKey("internships.Internship", on_delete=models.CASCADE, related_name="+")
    entries = models.ManyToManyField("journal.Entry", related_name="+")
    created_at = models.DateTimeField(_("préparée le"))
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first; one in sight for each internship."""

        verbose_name = _("soutenance")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("internship",), condition=models.Q(deleted_at=None), name="one_deck_in_sight"
            ),
        )

    def __str__(self) -> str:
        """Name it by its internship."""
        return str(self.internship)


class SlideKind(models.TextChoices):
    """How a slide is drawn."""

    NEED = "need", _("Le besoin")
    CHANGE = "change", _("Ce qui a changé")
    CHART = "chart", _("La preuve")
    SKILLS = "skills", _("Mes compétences")
    PLAN = "plan", _("Mes 90 jours")


class Slide(Revised):
    """One slide; dropped ones can come back."""

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="slides")
    kind = models.CharField(_("nature"), max_length=8, choices=SlideKind.choices)
    title = models.CharField(_("titre"), max_length=200)
    says = models.CharField(_("légende"), max_length=200, blank=True)
    source = models.CharField(_("sources"), max_length=300, blank=True)
    notes = models.TextField(_("notes de l’orateur"), blank=True)
    position = models.PositiveSmallIntegerField(_("rang"), validators=[MaxValueValidator(99)])
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order shown."""

        verbose_name = _("diapo")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        """Say its title."""
        return self.title


class LineRole(models.TextChoices):
    """What a line is on its slide."""

    SENTENCE = "sentence", _("phrase")
    FIGURE = "figure", _("grand chiffre")
    BAR = "bar", _("barre")
    QUOTE = "quote", _("citation")
    SKILL = "skill", _("compétence")
    MISSING = "missing", _("ce qui manquerait")


class Line(models.Model):
    """One thing on a slide; it keeps the figure, the words or the entry it comes from.

    Erasing an entry erases the lines made from it; one without entry is the student's own sentence, or
    words said of the whole internship.
    """

    slide = models.ForeignKey(Slide, on_delete=models.CASCADE, related_name="lines")
    role = models.CharField(_("rôle"), max_length=8, choices=LineRole.choices)
    says = models.TextField(_("texte"), blank=True)
    label = models.CharField(_("libellé"), max_length=300, blank=True)
    impact = models.ForeignKey("journal.Impact", on_delete=models.SET_NULL, null=True, related_name="+")
    feedback = models.ForeignKey("journal.Feedback", on_delete=models.SET_NULL, null=True, related_name="+")
    entry = models.ForeignKey("journal.Entry", on_delete=models.CASCADE, null=True, related_name="+")
    position = models.PositiveSmallIntegerField(_("rang"), default=0)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order shown."""

        verbose_name = _("ligne")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        """Show its text."""
        return self.says or self.label
