"""Experiences and their missions, skills, entries, and what makes each entry believable."""

from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised


class ExperienceKind(models.TextChoices):
    """What an experience is."""

    INTERNSHIP = "internship", _("stage")
    APPRENTICESHIP = "apprenticeship", _("alternance")
    JOB = "job", _("emploi")
    ASSOCIATION = "association", _("association")
    PROJECT = "project", _("projet personnel")
    OTHER = "other", _("autre")


class Experience(models.Model):
    """Something the student lives for a while and writes about."""

    kind = models.CharField(_("nature"), max_length=16, choices=ExperienceKind.choices)
    title = models.CharField(_("intitulé"), max_length=200)
    organization = models.ForeignKey(
        "network.Organization",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    starts_on = models.DateField(_("début"))
    ends_on = models.DateField(_("fin"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("expérience")
        ordering = ("-starts_on", "-pk")

    def __str__(self) -> str:
        """Name it by its title."""
        return self.title


class Mission(models.Model):
    """A task of an experience; `agreed` when the agreement names it."""

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="missions")
    title = models.CharField(_("mission"), max_length=300)
    agreed = models.BooleanField(_("prévue par la convention"), default=True)
    position = models.PositiveSmallIntegerField(_("rang"), default=0)

    class Meta:
        """In the order of the agreement."""

        verbose_name = _("mission")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        """Name it by its title."""
        return self.title


class SkillSource(models.TextChoices):
    """Which list a skill comes from."""

    BUILTIN = "builtin", _("liste de Tremplin")
    ROME = "rome", _("ROME 4.0")
    ESCO = "esco", _("ESCO")
    SCHOOL = "school", _("référentiel de l’école")
    OWN = "own", _("ajoutée par vous")


class Skill(models.Model):
    """A skill that entries prove; a merged one points to the one that stays."""

    name = models.CharField(_("compétence"), max_length=300)
    folded = models.CharField(max_length=300, editable=False, db_index=True)
    family = models.CharField(_("famille"), max_length=200, blank=True)
    source = models.CharField(_("origine"), max_length=8, choices=SkillSource.choices)
    code = models.CharField(_("code"), max_length=200, blank=True)
    target = models.BooleanField(_("visée"), default=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged"
    )

    class Meta:
        """By name; one skill per code in each list."""

        verbose_name = _("compétence")
        ordering = ("folded", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("source", "code"), condition=~models.Q(code=""), name="one_skill_per_code"
            ),
        )

    def __str__(self) -> str:
        """Name it."""
        return self.name


class Visibility(models.TextChoices):
    """Who may read an entry once it leaves this machine."""

    PUBLIC = "public", _("publique")
    COMPANY = "company", _("pour l’entreprise")
    PRIVATE = "private", _("privée")


class Entry(Revised):
    """What the student did one day."""

    date = models.DateField(_("date"), db_index=True)
    action = models.TextField(_("action"))
    experience = models.ForeignKey(
        Experience, on_delete=models.SET_NULL, null=True, blank=True, related_name="entries"
    )
    mission = models.ForeignKey(
        Mission, on_delete=models.SET_NULL, null=True, blank=True, related_name="entries"
    )
    skills = models.ManyToManyField(Skill, blank=True, related_name="entries", verbose_name=_("compétences"))
    visibility = models.CharField(
        _("visibilité"), max_length=8, choices=Visibility.choices, default=Visibility.COMPANY
    )
    minutes = models.PositiveIntegerField(_("temps passé, en minutes"), null=True, blank=True)
    draft = models.BooleanField(_("brouillon"), default=False)
    pain_point = models.BooleanField(_("irritant récurrent"), default=False)
    spotted = models.PositiveSmallIntegerField(_("chiffres repérés dans le texte"), default=0, editable=False)
    created_at = models.DateTimeField(_("notée le"))
    deleted_at = models.DateTimeField(_("supprimée le"), null=True, blank=True, db_index=True)

    class Meta:
        """Latest first."""

        verbose_name = _("entrée")
        ordering = ("-date", "-pk")

    def __str__(self) -> str:
        """Show the day and the first words."""
        return f"{self.date:%d/%m/%Y} : {self.action[:60]}"


RemovableRow = TypeVar("RemovableRow", bound="Removable", covariant=True)


class Present(models.Manager[RemovableRow]):
    """The rows that were not removed."""

    def get_queryset(self) -> models.QuerySet[RemovableRow]:
        """Leave out what was removed and can still be taken back."""
        return super().get_queryset().filter(removed_at=None)


class Removable(models.Model):
    """A row that goes out of sight with everything that points to it, and is erased a day later."""

    removed_at = models.DateTimeField(_("retirée le"), null=True, blank=True, db_index=True)

    objects = Present["Removable"]()
    ever = models.Manager["Removable"]()

    class Meta:
        """Only its children have tables."""

        abstract = True


class ImpactKind(models.TextChoices):
    """The shape of a figure."""

    QUANTITY = "quantity", _("quantité")
    BEFORE_AFTER = "before_after", _("avant et après")
    PERCENT = "percent", _("pourcentage")
    GAINED = "gained", _("gagné")
    DEADLINE = "deadline", _("par rapport à l’échéance")
    BENCHMARK = "benchmark", _("par rapport à un repère")


class Method(models.TextChoices):
    """How a figure is known."""

    MEASURED = "measured", _("mesuré")
    ESTIMATED = "estimated", _("estimé")
    WITNESSED = "witnessed", _("constaté par un témoin")


class Confidence(models.TextChoices):
    """How sure the student is."""

    HIGH = "high", _("sûr")
    MEDIUM = "medium", _("assez sûr")
    LOW = "low", _("à vérifier")


class Impact(Revised, Removable):
    """A figure of an entry; it counts once `confirmed_at` is set."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="impacts")
    kind = models.CharField(_("forme"), max_length=12, choices=ImpactKind.choices)
    quantity = models.DecimalField(_("quantité"), max_digits=18, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("unité"), max_length=80, blank=True)
    before = models.DecimalField(_("avant"), max_digits=18, decimal_places=4, null=True, blank=True)
    after = models.DecimalField(_("après"), max_digits=18, decimal_places=4, null=True, blank=True)
    period = models.CharField(_("période"), max_length=40, blank=True)
    subject = models.CharField(_("ce qui est mesuré"), max_length=200, blank=True)
    against = models.CharField(_("par rapport à"), max_length=200, blank=True)
    method = models.CharField(_("méthode"), max_length=9, choices=Method.choices, blank=True)
    confidence = models.CharField(_("confiance"), max_length=6, choices=Confidence.choices, blank=True)
    witness = models.ForeignKey(
        "network.Person",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("témoin"),
    )
    words = models.CharField(_("tel qu’écrit"), max_length=300, blank=True)
    confirmed_at = models.DateTimeField(_("confirmé le"), null=True, blank=True)

    class Meta:
        """In the order they were kept."""

        verbose_name = _("impact")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Show the words it came from, else its value."""
        return self.words or f"{self.quantity or self.after} {self.unit}"


class Feedback(Revised, Removable):
    """Someone's exact words about an entry, or about a whole experience."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, blank=True, related_name="feedback")
    experience = models.ForeignKey(
        Experience, on_delete=models.CASCADE, null=True, blank=True, related_name="feedback"
    )
    words = models.TextField(_("mot pour mot"))
    person = models.ForeignKey(
        "network.Person",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("personne"),
    )
    author_name = models.CharField(_("nom"), max_length=200, blank=True)
    author_role = models.CharField(_("fonction"), max_length=200, blank=True)
    given_on = models.DateField(_("reçu le"), null=True, blank=True)
    how = models.CharField(_("comment"), max_length=80, blank=True)
    quotable = models.BooleanField(_("accepte d’être cité"), null=True, blank=True)

    class Meta:
        """In the order received."""

        verbose_name = _("retour")
        ordering = ("given_on", "pk")

    def __str__(self) -> str:
        """Show who said it."""
        return f"« {self.words[:60]} » {self.author_name}".strip()


class AttachmentKind(models.TextChoices):
    """What a proof is, as its content shows."""

    IMAGE = "image", _("image")
    PDF = "pdf", _("PDF")
    OFFICE = "office", _("document bureautique")
    TEXT = "text", _("texte")


class Attachment(Removable):
    """A file kept as proof, under the digest of its content."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    digest = models.CharField(_("empreinte SHA-256"), max_length=64, db_index=True)
    name = models.CharField(_("nom du fichier"), max_length=255)
    size = models.PositiveBigIntegerField(_("taille en octets"))
    kind = models.CharField(_("type"), max_length=8, choices=AttachmentKind.choices)
    added_at = models.DateTimeField(_("ajoutée le"))

    class Meta:
        """In the order added; one file once per entry."""

        verbose_name = _("pièce jointe")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("entry", "digest"), name="one_file_once_per_entry"),)

    def __str__(self) -> str:
        """Name it as the student's computer did."""
        return self.name


class Undo(models.Model):
    """What was just removed or merged, kept a day so that it can be taken back."""

    kind = models.CharField(max_length=12)
    kept = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        """In the order made."""

        verbose_name = _("retour en arrière")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Name what it takes back."""
        return f"{self.kind} {self.pk}"


class IndexedEntry(models.Model):
    """The words of an entry in the full-text index; made again from the entries at any time."""

    rowid = models.BigIntegerField(primary_key=True)
    words = models.TextField()

    class Meta:
        """An SQLite FTS5 table, created by the first migration."""

        managed = False
        db_table = "journal_words"

    def __str__(self) -> str:
        """Show the key of the entry."""
        return str(self.rowid)
