"""Interviews to come, what was prepared for a question, and each time it was practised aloud."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised
from tremplin.stories.domain.practice import GRADES, Memory

LONGEST_KEY = 40
LONGEST_WORDS = 600
LONGEST_REMARK = 300
LONGEST_KNOWN = 600
LONGEST_ASKED = 600


class Interview(Revised):
    """A day to be ready for."""

    employer = models.CharField(_("chez qui"), max_length=120)
    role = models.CharField(_("pour quoi"), max_length=120, blank=True)
    on = models.DateField(_("le"), db_index=True)
    at = models.TimeField(_("à"), null=True, blank=True)
    place = models.CharField(_("où"), max_length=200, blank=True)
    known = models.TextField(_("ce que vous savez d’eux"), max_length=LONGEST_KNOWN, blank=True)
    asked = models.TextField(_("vos questions"), max_length=LONGEST_ASKED, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(_("retiré le"), null=True, blank=True)

    class Meta:
        """The next first."""

        verbose_name = _("entretien")
        ordering = ("on", "at", "pk")

    def __str__(self) -> str:
        """Say with whom."""
        return self.employer


class Answer(Revised):
    """What the student prepared for a question of the bank: a story, and a few words to hold on to."""

    question = models.SlugField(_("question"), max_length=LONGEST_KEY, unique=True)
    story = models.ForeignKey(
        "stories.Story",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("récit"),
    )
    resilience = models.ForeignKey(
        "stories.ResilienceStory",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("récit de résilience"),
    )
    words = models.TextField(_("vos mots"), max_length=LONGEST_WORDS, blank=True)

    class Meta:
        """In the order first prepared."""

        verbose_name = _("réponse préparée")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Name it by its question."""
        return self.question

    @property
    def told(self) -> str:
        """The story told, by its name among stories of both kinds; empty without one."""
        return f"r{self.resilience_id}" if self.resilience_id else str(self.story_id or "")


class Practice(models.Model):
    """A question answered aloud once, judged by the student, and what is known of it since."""

    question = models.SlugField(_("question"), max_length=LONGEST_KEY)
    at = models.DateTimeField(_("le"))
    grade = models.PositiveSmallIntegerField(
        _("jugée"), choices=[(int(grade), name) for grade, (name, _why) in GRADES.items()]
    )
    seconds = models.PositiveSmallIntegerField(_("durée, en secondes"), null=True, blank=True)
    remark = models.CharField(_("à améliorer"), max_length=LONGEST_REMARK, blank=True)
    state = models.PositiveSmallIntegerField(editable=False)
    step = models.PositiveSmallIntegerField(null=True, editable=False)
    stability = models.FloatField(null=True, editable=False)
    difficulty = models.FloatField(null=True, editable=False)
    due_at = models.DateTimeField(_("à revoir le"), editable=False)
    deleted_at = models.DateTimeField(_("retirée le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("passage")
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("question", "-at"), name="practices_of_a_question"),)

    def __str__(self) -> str:
        """Name it by its question and its day."""
        return f"{self.question}, {self.at:%d/%m/%Y}"

    @property
    def memory(self) -> Memory:
        """How well the question was known after it."""
        return Memory(self.state, self.step, self.stability, self.difficulty, self.due_at, self.at)
