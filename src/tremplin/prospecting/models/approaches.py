"""People of a target, approaches to them, and every exchange that follows."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import Revised
from tremplin.law.words import day
from tremplin.prospecting.models.proposals import PersonalProject, Proposal
from tremplin.prospecting.models.research import Signal
from tremplin.prospecting.models.targets import Target


class Position(models.TextChoices):
    """Where someone stands in the organization: who has the problem comes before who files the requests."""

    OPERATIONAL = "operational", _("manager opérationnel")
    EXECUTIVE = "executive", _("direction")
    INSIDER = "insider", _("membre de l’équipe")
    JUNIOR = "junior", _("stagiaire, alternant ou jeune diplômé")
    HR = "hr", _("ressources humaines")
    OTHER = "other", _("autre")


class Contact(Revised):
    """A person of the network, seen as someone to speak to at a target."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey("network.Person", on_delete=models.CASCADE, related_name="contacts")
    position = models.CharField(_("place dans l’organisation"), max_length=12, choices=Position.choices)
    found = models.CharField(_("trouvé comment"), max_length=200, blank=True)
    introduced_by = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    added_on = models.DateField(_("ajouté le"))
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order added; someone once at a target."""

        verbose_name = _("interlocuteur")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("target", "person"), name="someone_once_at_a_target"),)

    def __str__(self) -> str:
        """Name them."""
        return str(self.person)


class Civility(models.TextChoices):
    """How someone is addressed (*civilité*): asked, never guessed from a first name."""

    UNKNOWN = "", _("je ne sais pas")
    MADAM = "mme", _("Madame")
    SIR = "m", _("Monsieur")


class Salutation(models.Model):
    """How the student addresses someone of the network."""

    person = models.OneToOneField("network.Person", on_delete=models.CASCADE, related_name="salutation")
    civility = models.CharField(_("civilité"), max_length=3, choices=Civility.choices, blank=True)

    class Meta:
        """One a person."""

        verbose_name = _("civilité")

    def __str__(self) -> str:
        """Say it."""
        return self.get_civility_display()


class EventKind(models.TextChoices):
    """What was attended."""

    TALK = "talk", _("conférence")
    WEBINAR = "webinar", _("webinaire")
    FAIR = "fair", _("salon ou forum")
    MEET_UP = "meet_up", _("rencontre ou afterwork")
    VISIT = "visit", _("visite d’entreprise")


class Event(Revised):
    """A talk, a webinar, a fair: where people worth writing to were heard or met."""

    name = models.CharField(_("événement"), max_length=160)
    kind = models.CharField(_("nature"), max_length=8, choices=EventKind.choices, default=EventKind.TALK)
    on = models.DateField(_("jour"))
    url = models.URLField(_("adresse"), max_length=500, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("événement")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        """Say its name."""
        return self.name


class Encounter(Revised):
    """Someone heard or met at an event, typed in one line."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="encounters")
    person = models.ForeignKey("network.Person", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey(
        "network.Organization", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    title = models.CharField(_("fonction"), max_length=160, blank=True)
    is_speaker = models.BooleanField(_("intervenant"), default=False)
    line = models.CharField(_("ligne tapée"), max_length=300)
    said = models.CharField(_("ce qui a été dit"), max_length=300, blank=True)
    promised = models.CharField(_("ce que j’ai promis"), max_length=200, blank=True)
    promised_for = models.DateField(_("promis pour le"), null=True, blank=True)
    promise_kept_on = models.DateField(_("promesse tenue le"), null=True, blank=True)
    chosen = models.BooleanField(_("à qui j’écris"), default=False)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order typed; someone once an event."""

        verbose_name = _("rencontre")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("event", "person"), name="someone_once_an_event"),)

    def __str__(self) -> str:
        """Show the line."""
        return self.line


class Channel(models.TextChoices):
    """The five ways in."""

    SOLUTION = "solution", _("problème → solution")
    INTERVIEW = "interview", _("interview de 15 minutes")
    EVENT = "event", _("après un événement")
    PROJECT = "project", _("projet personnel")
    DIRECT = "direct", _("message direct au manager")
    OTHER = "other", _("candidature ou autre")


class Medium(models.TextChoices):
    """How a message travels, which sets its length."""

    NOTE = "note", _("note d’invitation LinkedIn")
    MESSAGE = "message", _("message LinkedIn")
    INMAIL = "inmail", _("InMail")
    EMAIL = "email", _("courriel")
    PHONE = "phone", _("téléphone")
    IN_PERSON = "in_person", _("de vive voix")


class Outcome(models.TextChoices):
    """How an approach ended."""

    OPEN = "", _("en cours")
    YES = "yes", _("accepté")
    NO = "no", _("refus")
    REFERRED = "referred", _("orienté vers quelqu’un d’autre")
    DORMANT = "dormant", _("sans réponse, en sommeil")


class ApplicationTable(models.Model):
    """A table of past applications that was read, so that it can be taken back."""

    name = models.CharField(_("fichier"), max_length=200)
    read_at = models.DateTimeField(_("lu à"))
    new_targets = models.JSONField(_("cibles ajoutées"), default=list, blank=True)
    last_exchange = models.PositiveBigIntegerField(_("dernier échange ajouté"), null=True, blank=True)
    undone_at = models.DateTimeField(_("annulé à"), null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("tableau de candidatures")
        verbose_name_plural = _("tableaux de candidatures")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Name the file."""
        return self.name


class Approach(Revised):
    """One attempt to open a conversation, from the draft to its outcome."""

    uid = models.UUIDField(default=uuid4, editable=False)
    target = models.ForeignKey(
        Target, on_delete=models.CASCADE, null=True, blank=True, related_name="approaches"
    )
    person = models.ForeignKey(
        "network.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="approaches"
    )
    channel = models.CharField(_("voie"), max_length=10, choices=Channel.choices)
    medium = models.CharField(_("moyen"), max_length=10, choices=Medium.choices, default=Medium.EMAIL)
    premium = models.BooleanField(_("compte LinkedIn payant"), default=False)
    hook = models.ForeignKey(Signal, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    proposal = models.ForeignKey(Proposal, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    project = models.ForeignKey(
        PersonalProject, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    encounter = models.ForeignKey(
        Encounter, on_delete=models.SET_NULL, null=True, blank=True, related_name="approaches"
    )
    subject = models.CharField(_("objet"), max_length=200, blank=True)
    body = models.TextField(_("message"), max_length=8000, blank=True)
    new_element = models.CharField(_("élément nouveau"), max_length=300, blank=True)
    follow_up = models.TextField(_("relance en préparation"), max_length=8000, blank=True)
    sent_on = models.DateField(_("envoyé le"), null=True, blank=True)
    outcome = models.CharField(
        _("issue"), max_length=10, choices=Outcome.choices, blank=True, default=Outcome.OPEN
    )
    closed_on = models.DateField(_("clos le"), null=True, blank=True)
    origin = models.CharField(_("ligne importée"), max_length=64, blank=True, db_index=True)
    table = models.ForeignKey(
        ApplicationTable, on_delete=models.SET_NULL, null=True, blank=True, related_name="approaches"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        verbose_name = _("approche")
        verbose_name_plural = _("approches")
        ordering = ("-pk",)

    def __str__(self) -> str:
        """Say what it is and to whom."""
        return f"{self.title}, {self.person or self.target}"

    @property
    def title(self) -> str:
        """The post of an application, else the way in."""
        is_application = self.channel == Channel.OTHER and self.table_id is not None
        return (self.subject if is_application else "") or self.get_channel_display()


class ExchangeKind(models.TextChoices):
    """What passed between the student and someone."""

    SENT = "sent", _("message envoyé")
    FOLLOW_UP = "follow_up", _("relance")
    REPLY = "reply", _("réponse reçue")
    TALK = "talk", _("conversation")
    THANKS = "thanks", _("remerciement")
    NOTE = "note", _("note")


class Exchange(Revised):
    """One real exchange, dated: what the cadence counts from."""

    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="exchanges")
    kind = models.CharField(_("nature"), max_length=10, choices=ExchangeKind.choices)
    on = models.DateField(_("le"))
    text = models.TextField(_("en quelques mots"), max_length=8000, blank=True)
    before = models.JSONField(_("ce qu’il a changé"), default=dict, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In time."""

        verbose_name = _("échange")
        ordering = ("on", "pk")

    def __str__(self) -> str:
        """Say what and when."""
        return f"{self.get_kind_display()}, {day(self.on)}"


class Postponement(Revised):
    """A follow-up put off by the student to a day of theirs."""

    approach = models.OneToOneField(Approach, on_delete=models.CASCADE, related_name="postponement")
    until = models.DateField(_("reportée au"))

    class Meta:
        """One an approach."""

        verbose_name = _("report")

    def __str__(self) -> str:
        """Say the day."""
        return str(self.until)
