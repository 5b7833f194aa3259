"""What the student fills in about themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tremplin.accounts.models import Phase, Theme
from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm


class DoorForm(forms.Form):
    """Which of the three doors."""

    phase = forms.ChoiceField(label=_("Où en êtes-vous ?"), choices=Phase.choices)


class SettingsForm(RevisedForm):
    """Everything the settings page holds."""

    first_name = forms.CharField(
        label=_("Prénom"),
        max_length=80,
        required=False,
        help_text=_("Facultatif. Il figure sur vos lettres."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=_("Nom"),
        max_length=80,
        required=False,
        help_text=_("Facultatif. Il signe vos messages."),
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    studies = forms.CharField(
        label=_("Formation"),
        max_length=120,
        required=False,
        help_text=_("Facultatif. Par exemple : master 1 logistique, université d’Angers."),
    )
    phone = forms.CharField(
        label=_("Téléphone"),
        max_length=40,
        required=False,
        help_text=_("Facultatif. Il signe vos messages : un manager pressé appelle."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    birth_on = DayField(
        label=_("Date de naissance"),
        required=False,
        help_text=_("Facultatif, JJ/MM/AAAA. Sert aux règles qui dépendent de l’âge."),
    )
    school_year_from = DayField(
        label=_("Début de l’année d’enseignement"),
        required=False,
        help_text=_("Facultatif, JJ/MM/AAAA. Les heures se comptent sur cette année."),
    )
    theme = forms.ChoiceField(label=_("Thème"), choices=Theme.choices, widget=forms.RadioSelect)
    single_key_shortcuts = forms.BooleanField(
        label=_("Une seule touche suffit hors des champs"), required=False
    )
