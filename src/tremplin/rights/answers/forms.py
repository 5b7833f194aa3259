"""The few facts each question asks for; fields bear the names the rules use."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField, NumberField
from tremplin.law.internship.forbidden_uses import FORBIDDEN_USES
from tremplin.law.internship.interruption import REASON_WORDS
from tremplin.law.internship.leave import FAMILY_WORDS
from tremplin.law.internship.requalification import GROUNDS
from tremplin.law.internship.sanctions import BREACH_WORDS
from tremplin.rights.simulation.domain.scenario import LATEST_YEAR

YES_NO = (("", _("Je ne sais pas")), ("yes", _("Oui")), ("no", _("Non")))
PROBLEMS = (
    ("agreement", _("La convention n’est pas conforme ou pas signée")),
    ("gratification", _("La gratification n’est pas versée, ou pas assez")),
    ("working_time", _("Les horaires dépassent ce qui est permis")),
    ("forbidden_use", _("Le stage remplace un emploi")),
    ("duration", _("Le stage dure trop longtemps")),
    ("waiting_period", _("Le délai entre deux stages n’est pas respecté")),
    ("tutor", _("Il n’y a pas de tuteur, ou il n’est jamais là")),
    ("harassment", _("Je subis ou je vois un harcèlement")),
    ("interruption", _("Le stage doit s’arrêter")),
)


class AnswerForm(forms.Form):
    """What every question has: the day whose figures apply."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Put the day last."""
        super().__init__(*args, **options)
        self.fields["on"] = NearDayField(
            label=_("Règles en vigueur le"), required=False, help_text=_("Vide : aujourd’hui")
        )


class NearDayField(DayField):
    """A day whose figures may be known, or guessed, one day."""

    def validate(self, value: date | None) -> None:
        """Refuse other centuries."""
        super().validate(value)
        if value is not None and value.year > LATEST_YEAR:
            raise forms.ValidationError(_("Cette date est trop lointaine. Vérifiez l’année."))


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not known."""

    def __init__(self, **options: Any) -> None:
        """Answer True, False or None."""
        super().__init__(
            choices=YES_NO, coerce=lambda said: said == "yes", empty_value=None, required=False, **options
        )


class CountField(forms.IntegerField):
    """A whole number of people or things."""

    def __init__(self, *, most: int = 1_000_000, **options: Any) -> None:
        """Use a text field: number fields change on scroll."""
        super().__init__(
            required=False,
            min_value=0,
            max_value=most,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={
                "invalid": _("Écrivez un nombre entier."),
                "min_value": _("Écrivez un nombre positif."),
                "max_value": _("Ce nombre est trop grand : vérifiez."),
            },
            **options,
        )


class AmountField(NumberField):
    """Hours, months or euros."""

    def __init__(self, *, most: int = 100_000, **options: Any) -> None:
        """Refuse what cannot be."""
        super().__init__(
            required=False,
            min_value=0,
            max_value=most,
            error_messages={
                "min_value": _("Écrivez un nombre positif."),
                "max_value": _("Ce nombre est trop grand : vérifiez."),
            },
            **options,
        )


class ClockField(forms.TimeField):
    """A time of day: « 9 h 30 », « 9:30 », « 9h »."""

    def __init__(self, **options: Any) -> None:
        """Optional, as text."""
        super().__init__(
            required=False,
            input_formats=["%H:%M", "%Hh%M", "%Hh", "%H"],
            widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "text", "autocomplete": "off"}),
            error_messages={"invalid": _("Écrivez l’heure comme 9 h 30 ou 9:30.")},
            **options,
        )

    def to_python(self, value: Any) -> Any:
        """Leave out spaces."""
        return super().to_python(value.replace(" ", "").replace("\u00a0", "") if value else value)


def day(label: Any) -> NearDayField:
    """Return an optional day."""
    return NearDayField(label=label, required=False)


def tick(label: Any) -> forms.BooleanField:
    """Return an optional box to tick."""
    return forms.BooleanField(label=label, required=False)


def one_of(label: Any, choices: Iterable[tuple[str, Any]]) -> forms.TypedChoiceField:
    """Return an optional choice, None when not made."""
    return forms.TypedChoiceField(
        label=label, choices=(("", _("Choisir")), *choices), empty_value=None, required=False
    )


def several(label: Any, choices: Iterable[tuple[str, Any]]) -> forms.MultipleChoiceField:
    """Return boxes to tick."""
    return forms.MultipleChoiceField(
        label=label, choices=tuple(choices), required=False, widget=forms.CheckboxSelectMultiple
    )


class QuotaForm(AnswerForm):
    """How many people, how many interns."""

    at_month_end = CountField(label=_("Effectif à la fin du mois dernier"))
    yearly_average = AmountField(label=_("Effectif moyen sur douze mois"), most=1_000_000)
    interns = CountField(label=_("Stagiaires présents, vous compris"))
    vocational_placement = tick(_("C’est une PFMP de lycée professionnel ou technologique"))
    academic_order = YesNoField(label=_("Un arrêté de l’académie relève le quota"))


class TutorForm(AnswerForm):
    """Interns of one tutor."""

    interns = CountField(label=_("Stagiaires de ce tuteur, vous compris"))


class TeacherForm(AnswerForm):
    """Interns of one teacher."""

    interns = CountField(label=_("Stagiaires de cet enseignant, vous compris"))
    higher_education = YesNoField(label=_("Établissement d’enseignement supérieur"))


class WaitingForm(AnswerForm):
    """The previous internship and the next."""

    previous_starts_on = day(_("Début du stage précédent"))
    previous_ends_on = day(_("Fin du stage précédent"))
    stated_months = CountField(label=_("Mois entiers écrits dans sa convention"), most=36)
    next_starts_on = day(_("Début du stage suivant"))
    other_post = tick(_("Le stage suivant est sur un autre poste"))
    ended_by_intern = tick(_("Le stagiaire précédent est parti avant la fin"))

    def clean(self) -> dict[str, Any]:
        """Refuse dates in the wrong order."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("previous_starts_on"), cleaned.get("previous_ends_on")
        if first and last and last < first:
            message = _("La fin vient avant le début. Vérifiez l’année des deux dates.")
            self.add_error("previous_ends_on", message)
        return cleaned


class UsesForm(AnswerForm):
    """What the internship is for."""

    uses = several(_("Ce stage sert à"), FORBIDDEN_USES.items())


class DurationForm(AnswerForm):
    """Hours in one host and year."""

    hours_present = AmountField(label=_("Heures de présence du stage"))
    other_hours = AmountField(label=_("Autres stages, même organisme, même année"))
    starts_on = day(_("Début du stage"))


class TimetableForm(AnswerForm):
    """A usual day."""

    starts = ClockField(label=_("Arrivée"))
    ends = ClockField(label=_("Départ"))
    break_starts = ClockField(label=_("Début de la pause"))
    break_ends = ClockField(label=_("Fin de la pause"))
    days = CountField(label=_("Jours par semaine"), most=7)
    age = CountField(label=_("Votre âge"), most=99)
    sunday = tick(_("Le dimanche est l’un de ces jours"))
    on_holidays = tick(_("Je viens les jours fériés"))
    declared = tick(_("Nuit, dimanche et jours fériés sont écrits dans la convention"))


class LeaveForm(AnswerForm):
    """Hours, clause, reason."""

    hours_present = AmountField(label=_("Heures de présence prévues"))
    clause_present = YesNoField(label=_("La convention parle de congés"))
    reason = one_of(_("Motif familial"), FAMILY_WORDS.items())
    kept_by_agreement = YesNoField(label=_("La convention maintient la gratification pendant l’absence"))


class StopForm(AnswerForm):
    """Why it stops."""

    reason = one_of(_("Motif de l’arrêt"), REASON_WORDS.items())
    school_agrees = YesNoField(label=_("L’école est d’accord"))


class GratificationForm(AnswerForm):
    """Hours and signature."""

    hours_present = AmountField(label=_("Heures de présence"))
    signed_on = day(_("Signature de la convention"))
    rural_family_school = tick(_("Lycéen en maison familiale rurale"))


class AboveForm(AnswerForm):
    """Kind of host and rate."""

    public_body = YesNoField(label=_("Organisme de droit public"))
    hourly_paid = AmountField(label=_("Euros par heure"))
    paid_by_same_host = YesNoField(label=_("Il vous verse déjà un salaire pour cette période"))


class TransportForm(AnswerForm):
    """Price, host, hours."""

    monthly_price = AmountField(label=_("Prix de l’abonnement"))
    weekly_hours = AmountField(label=_("Heures par semaine"), most=168)
    public_host = YesNoField(label=_("Organisme public"))
    yearly_pass = tick(_("Ce prix est pour un an"))


class BenefitsForm(AnswerForm):
    """What employees have."""

    canteen = YesNoField(label=_("Les salariés ont une cantine"))
    vouchers = YesNoField(label=_("Les salariés ont des titres-restaurant"))
    meals_in_schedule = CountField(label=_("Repas pris pendant vos horaires, par mois"), most=31)
    works_council = YesNoField(label=_("Il y a un comité social et économique"))


class TrialForm(AnswerForm):
    """The contract and the internship before it."""

    trial_months = AmountField(label=_("Période d’essai du contrat, en mois"), most=24)
    internship_months = AmountField(label=_("Durée du stage, en mois"), most=36)
    hired_within_months = AmountField(label=_("Mois entre le stage et l’embauche"), most=120)
    final_year = YesNoField(label=_("Stage de la dernière année d’études"))
    same_activities = YesNoField(label=_("Le poste correspond aux activités du stage"))


class SeniorityForm(AnswerForm):
    """Hours and hire."""

    hours_present = AmountField(label=_("Heures de présence du stage"))
    hired_at_the_end = YesNoField(label=_("Embauche dès la fin du stage"))


class PensionForm(AnswerForm):
    """One internship and a birth date."""

    starts_on = day(_("Début du stage"))
    ends_on = day(_("Fin du stage"))
    hours_present = AmountField(label=_("Heures de présence"))
    birth_date = day(_("Date de naissance"))


class SanctionsForm(AnswerForm):
    """What the host did not respect."""

    breaches = several(_("Ce qui n’est pas respecté"), BREACH_WORDS.items())
    interns = CountField(label=_("Stagiaires concernés"))
    repeated = tick(_("Une amende a déjà été notifiée dans l’année"))


class RealJobForm(AnswerForm):
    """What was found."""

    grounds = several(_("Ce que vous constatez"), ((key, words) for key, (words, _source) in GROUNDS.items()))


class RecourseForm(AnswerForm):
    """What goes wrong."""

    problem = one_of(_("Le problème"), PROBLEMS)


class AbroadForm(AnswerForm):
    """Where the host and the school are."""

    host_in_france = YesNoField(label=_("Le stage se passe en France"))
    school_in_france = YesNoField(label=_("L’école est en France"))
    sheet_annexed = YesNoField(label=_("Une fiche sur le pays est jointe"))


class GapYearForm(AnswerForm):
    """A gap year or not."""

    is_gap_year = YesNoField(label=_("Ce stage est une césure"))
