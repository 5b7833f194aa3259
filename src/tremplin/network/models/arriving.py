"""Files brought in, people filed many at once, people found to be one, people told to be two."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.network.models.people import Person


class ImportBatch(models.Model):
    """A file brought in: what came of it, and what undoing it takes back.

    `report` holds counts, lines and reasons, never a name; `created` holds, by table, the first key added
    and the one after the last; `filled` holds, by person, the empty fields that were completed.
    """

    file_name = models.CharField(_("fichier"), max_length=200)
    digest = models.CharField(max_length=64, editable=False, db_index=True)
    kind = models.CharField(_("format"), max_length=20)
    at = models.DateTimeField(_("importé le"))
    report = models.JSONField(default=dict)
    created = models.JSONField(default=dict, editable=False)
    filled = models.JSONField(default=dict, editable=False)
    undone_at = models.DateTimeField(_("annulé le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("import")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Name the file."""
        return self.file_name


class Filing(models.Model):
    """People put in a circle or a domain at once; `before` holds, by person, what undoing it puts back."""

    circle = models.CharField(_("cercle"), max_length=16, blank=True)
    expertise = models.CharField(_("domaine"), max_length=80, blank=True)
    before = models.JSONField(default=dict, editable=False)
    at = models.DateTimeField(_("rangé le"))
    undone_at = models.DateTimeField(_("annulé le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("rangement")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Name where they were put."""
        return self.circle or self.expertise


class Merge(models.Model):
    """Two rows that were one person; `snapshot` is what undoing it puts back."""

    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    absorbed = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(_("raison"), max_length=200, blank=True)
    snapshot = models.JSONField(default=dict, editable=False)
    at = models.DateTimeField(_("fusionné le"))
    undone_at = models.DateTimeField(_("annulé le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("fusion")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Name who stayed."""
        return str(self.kept)

    @property
    def said_twice(self) -> int:
        """How many rows of other rooms both had: the one of who stayed is shown, with the words of both."""
        return len(self.snapshot.get("joined", ()))


class DistinctPair(models.Model):
    """Two people alike whom the student said to be two; the lower key comes first."""

    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    told_at = models.DateTimeField(_("dit le"))

    class Meta:
        """Once a pair."""

        verbose_name = _("paire distincte")
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="told_once_a_pair"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="pair_in_order"),
        )

    def __str__(self) -> str:
        """Name both."""
        return f"{self.first}, {self.second}"
