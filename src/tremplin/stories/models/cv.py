"""Versions of the CV, lines written by hand, files imported, and the photo."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised

LONGEST_OFFER = 20_000
LONGEST_LINE = 300


class CvDesign(models.TextChoices):
    """How the page looks; the words are the same."""

    CLASSIC = "classic", _("Classique")
    MARGIN = "margin", _("Marge")


class Cv(Revised):
    """A version of the CV: what it says on top, what it keeps and in which order, and for whom."""

    name = models.CharField(_("nom de cette version"), max_length=80)
    target = models.ForeignKey(
        "prospecting.Target", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    offer = models.TextField(_("texte de l’offre"), max_length=LONGEST_OFFER, blank=True)
    headline = models.CharField(_("titre"), max_length=120, blank=True)
    summary = models.TextField(_("présentation"), max_length=600, blank=True)
    email = models.CharField(_("adresse e-mail"), max_length=120, blank=True)
    place = models.CharField(_("ville"), max_length=80, blank=True)
    link = models.CharField(_("lien"), max_length=200, blank=True)
    design = models.CharField(
        _("présentation de la page"), max_length=8, choices=CvDesign.choices, default=CvDesign.CLASSIC
    )
    with_photo = models.BooleanField(_("avec photo"), default=False)
    with_figures = models.BooleanField(_("chiffres en grand, en haut"), default=True)
    parts = models.JSONField(_("ce qu’elle garde, dans l’ordre"), default=list)
    made_at = models.DateTimeField(_("faite le"))
    removed_at = models.DateTimeField(_("retirée le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("version du CV")
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        """Name it."""
        return self.name


class NotePlace(models.TextChoices):
    """Where a line written by hand stands."""

    LINE = "line", _("une ligne sous une expérience")
    EDUCATION = "education", _("une formation")
    LANGUAGES = "languages", _("une langue")
    SKILLS = "skills", _("une compétence")
    CERTIFICATES = "certificates", _("un certificat ou un permis")
    INTERESTS = "interests", _("un centre d’intérêt")


class CvNote(Revised):
    """A line written by hand, and where it comes from as the student says it."""

    place = models.CharField(_("c’est"), max_length=12, choices=NotePlace.choices)
    experience = models.ForeignKey(
        "journal.Experience", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    says = models.CharField(_("texte"), max_length=LONGEST_LINE)
    detail = models.CharField(_("précision"), max_length=160, blank=True)
    since = models.CharField(_("de"), max_length=10, blank=True)
    until = models.CharField(_("à"), max_length=10, blank=True)
    source = models.CharField(_("d’où cela vient"), max_length=160)
    written_on = models.DateField(_("écrite le"))
    removed_at = models.DateTimeField(_("retirée le"), null=True, blank=True)

    class Meta:
        """In the order written."""

        verbose_name = _("ligne écrite à la main")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Say it."""
        return self.says


class CvImport(models.Model):
    """A CV brought in from a file: all that could be read, as JSON Resume."""

    name = models.CharField(_("fichier"), max_length=255)
    kind = models.CharField(_("format"), max_length=40)
    content = models.JSONField(_("contenu"))
    imported_at = models.DateTimeField(_("importé le"))
    removed_at = models.DateTimeField(_("retiré le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("CV importé")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Name its file."""
        return self.name


class CvPhoto(models.Model):
    """The photo of the student, written again without what the camera said, kept on this machine."""

    digest = models.CharField(_("empreinte SHA-256"), max_length=64)
    added_at = models.DateTimeField(_("ajoutée le"))
    removed_at = models.DateTimeField(_("retirée le"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("photo du CV")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Say when it was added."""
        return f"{self.added_at:%d/%m/%Y}"
