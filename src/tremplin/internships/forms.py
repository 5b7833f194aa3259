"""What a student types of an internship."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.internships.models import (
    WEEKDAYS,
    WORKING_WEEK,
    CalendarPurpose,
    GhostKind,
    GoalKind,
    PeriodKind,
    ProjectKind,
    ProjectStage,
    Verdict,
)
from tremplin.kit.forms import DayField, NumberField
from tremplin.kit.revisions import RevisedForm

DAYS = tuple((str(number), name) for number, name in enumerate(WEEKDAYS))
LONGEST_YEARS = 4
MOST_HOURS = 48
INVALID_HOUR = _("Écrivez l’heure comme 16:30.")


def _short(label: Any, *, most: int = 160, required: bool = False, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


def _long(label: Any, *, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, help_text=hint, widget=forms.Textarea(attrs={"rows": 4})
    )


class HourField(forms.TimeField):
    """An hour typed as 16:30 or 16h30; empty is the whole day."""

    widget = forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages: ClassVar = {"invalid": INVALID_HOUR}
    input_formats = ("%H:%M", "%Hh%M", "%Hh", "%H h %M", "%H h", "%H")


class PlainNumberField(NumberField):
    """A number shown without the zeros its column adds: 35, not 35,00."""

    def prepare_value(self, value: Any) -> Any:
        """Leave out the zeros at the end."""
        plain = format(value.normalize(), "f") if isinstance(value, Decimal) else value
        return super().prepare_value(Decimal(plain) if isinstance(value, Decimal) else plain)


class DatesMixin(forms.Form):
    """Two dates in order."""

    starts_on = DayField(label=_("Premier jour"))
    ends_on = DayField(label=_("Dernier jour"))

    def clean(self) -> dict[str, Any]:
        """Refuse dates that cannot be an internship, saying which to change."""
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Le dernier jour ne peut pas précéder le premier."))
        elif starts_on and ends_on and ends_on.year - starts_on.year > LONGEST_YEARS:
            self.add_error("ends_on", _("Ces deux dates sont à plus de quatre ans. Vérifiez les années."))
        return cleaned


class NewInternshipForm(DatesMixin):
    """A name and two dates are enough."""

    title = _short(_("Nom"), most=200, required=True, hint=_("Par exemple\u00a0: stage chez Cargolière"))
    apprenticeship = forms.BooleanField(label=_("C’est une alternance"), required=False)

    field_order = ("title", "starts_on", "ends_on", "apprenticeship")


class InternshipForm(DatesMixin, RevisedForm):
    """Everything about an internship."""

    title = _short(_("Nom"), most=200, required=True)
    apprenticeship = forms.BooleanField(label=_("C’est une alternance"), required=False)
    host = _short(_("Organisme d’accueil"), most=200)
    city = _short(_("Ville"), most=120)
    team = _short(_("Équipe ou service"))
    tutor = _short(_("Tuteur ou tutrice"), hint=_("Prénom et nom"))
    referent = _short(_("Enseignant référent"), hint=_("Prénom et nom"))
    school = _short(_("École"), most=200)
    weekly_hours = PlainNumberField(
        label=_("Heures par semaine"), required=False, min_value=1, max_value=MOST_HOURS, decimal_places=2
    )
    weekdays = forms.MultipleChoiceField(
        label=_("Jours de présence"),
        choices=DAYS,
        initial=list(WORKING_WEEK),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins un jour.")},
    )
    journal_weekday = forms.TypedChoiceField(label=_("Jour du journal"), choices=DAYS, coerce=int)
    journal_time = HourField(label=_("Heure du journal"))

    field_order = ("revision", "title", "starts_on", "ends_on", "apprenticeship")

    def clean_weekdays(self) -> str:
        """Keep the days as the row does."""
        return "".join(sorted(self.cleaned_data["weekdays"]))


class MoveForm(RevisedForm):
    """A new day for a milestone."""

    on = DayField(label=_("Nouveau jour"))
    at = HourField(label=_("Heure"), required=False, help_text=_("Facultatif, comme 14:00."))


class NoteForm(RevisedForm):
    """What a milestone gave."""

    note = _long(_("Ce qui s’est dit, ce qui est décidé"))
    done_on = DayField(
        label=_("Fait le"),
        required=False,
        help_text=_("JJ/MM/AAAA. Laissez vide tant que ce n’est pas fait."),
    )

    def clean_done_on(self) -> date | None:
        """Refuse a day to come: a milestone is not done before it happens."""
        on: date | None = self.cleaned_data["done_on"]
        if on is not None and on > localdate():
            raise ValidationError(_("Ce jour n’est pas encore venu. Laissez vide, ou déplacez le jalon."))
        return on


class GoalForm(RevisedForm):
    """What this internship must bring."""

    kind = forms.ChoiceField(label=_("Je veux en tirer"), choices=GoalKind.choices)
    text = _short(_("Précisément"), most=300, required=True)
    how_seen = _short(
        _("À quoi cela se verra"),
        most=300,
        required=True,
        hint=_("Un fait que quelqu’un d’autre pourrait constater."),
    )
    reached_on = DayField(label=_("Atteint le"), required=False)


class HypothesisForm(RevisedForm):
    """A question on oneself."""

    text = _short(
        _("Hypothèse"),
        most=300,
        required=True,
        hint=_("Par exemple\u00a0: je suis à l’aise avec les données."),
    )
    test = _short(_("Comment le stage la teste"), most=300)
    verdict = forms.ChoiceField(label=_("Verdict"), choices=Verdict.choices, initial=Verdict.OPEN)
    learnt = _long(_("Ce que j’ai appris"))


class ProjectForm(RevisedForm):
    """A line of the register of projects."""

    kind = forms.ChoiceField(label=_("Nature"), choices=ProjectKind.choices, widget=forms.HiddenInput)
    title = _short(_("Projet"), most=200, required=True)
    stage = forms.ChoiceField(label=_("Avancement"), choices=ProjectStage.choices, initial=ProjectStage.IDEA)
    objective = _short(_("Objectif de l’entreprise qu’il sert"), most=300)
    deliverable = _short(_("Livrable"), most=300)
    ghost_kind = forms.ChoiceField(
        label=_("Forme"), choices=[("", _("à choisir")), *GhostKind.choices], required=False
    )
    free_hours = PlainNumberField(
        label=_("Heures libres"),
        required=False,
        min_value=0,
        decimal_places=2,
        help_text=_("Le temps que vous y mettez, hors missions."),
    )
    proposed_on = DayField(label=_("Proposé le"), required=False)
    shown_to = _short(_("Montré à"), hint=_("Prénom et nom"))
    stop_on = DayField(label=_("Date d’arrêt"), required=False)
    measure = _short(_("Ce qui est mesuré"), most=200)
    unit = _short(_("Unité"), most=80)
    before = PlainNumberField(label=_("Avant"), required=False, decimal_places=4)
    after = PlainNumberField(label=_("Après"), required=False, decimal_places=4)
    successor = _short(_("Qui reprend"), most=200)
    documentation = _long(
        _("Documentation"), hint=_("Comment s’en servir sans vous\u00a0: étapes, fichiers, pièges.")
    )

    GHOST_ONLY = ("ghost_kind", "free_hours")
    INDISPENSABLE_ONLY = ("stop_on", "measure", "unit", "before", "after", "successor", "documentation")

    def __init__(self, *args: Any, **options: Any) -> None:
        """Show only the fields of its nature."""
        super().__init__(*args, **options)
        for name in self.INDISPENSABLE_ONLY if self.is_ghost else self.GHOST_ONLY:
            del self.fields[name]

    @property
    def is_ghost(self) -> bool:
        """Whether nobody asked for it."""
        return bool(self["kind"].value() == ProjectKind.GHOST)


class MissionForm(forms.Form):
    """A mission the agreement forgot, or that came later."""

    title = _short(_("Mission"), most=300, required=True)
    agreed = forms.BooleanField(label=_("Prévue par la convention"), required=False)


class AssetForm(RevisedForm):
    """What a mission leaves, or why nothing."""

    asset = _short(
        _("Ce que j’en garde"),
        most=300,
        hint=_("Une compétence prouvée, un livrable à montrer, une personne qui peut en parler."),
    )
    reason_why_not = _short(_("Ou pourquoi elle ne laisse rien"), most=300)

    def clean(self) -> dict[str, Any]:
        """Refuse both at once."""
        cleaned = super().clean() or {}
        if cleaned.get("asset") and cleaned.get("reason_why_not"):
            raise ValidationError(_("Gardez l’un des deux\u00a0: ce qui reste, ou pourquoi rien."))
        return cleaned


class CalendarForm(forms.Form):
    """A calendar file and what it tells of."""

    calendar = forms.FileField(
        label=_("Fichier de calendrier (.ics)"),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
        error_messages={"required": _("Choisissez un fichier."), "empty": _("Ce fichier est vide.")},
    )
    purpose = forms.ChoiceField(
        label=_("Il contient"),
        choices=CalendarPurpose.choices,
        initial=CalendarPurpose.LESSONS,
        widget=forms.RadioSelect,
    )


class PeriodForm(DatesMixin):
    """Days away from the host."""

    kind = forms.ChoiceField(label=_("Nature"), choices=PeriodKind.choices)
    label = _short(_("Intitulé"), most=200)

    field_order = ("kind", "starts_on", "ends_on", "label")
