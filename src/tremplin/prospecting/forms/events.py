"""What is typed of an event and of the people met there."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.forms.fields import short_field
from tremplin.prospecting.models import EventKind

LINES_HINT: Final = _(
    "Une personne par ligne, trente au plus\u00a0: "
    "«\u00a0Léa Morin, acheteuse, Nordelle\u00a0: cherche un outil de tri\u00a0». "
    "Ajoutez «\u00a0promis\u00a0: lui envoyer mon relevé\u00a0» si vous avez promis."
)


def _lines(label: Any, *, rows: int, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "autocapitalize": "words"})
    return forms.CharField(label=label, required=False, max_length=12000, widget=widget, help_text=hint)


class EventForm(forms.Form):
    """A name and a day."""

    name = short_field(
        _("Événement"), most=160, hint=_("Par exemple\u00a0: webinaire de la logistique verte"), required=True
    )
    kind = forms.ChoiceField(label=_("Nature"), choices=EventKind.choices)
    on = DayField(label=_("Jour"))
    url = forms.URLField(
        label=_("Adresse"), required=False, max_length=500, assume_scheme="https", widget=forms.TextInput
    )


class NewEventForm(EventForm):
    """An event and its speakers, who are the first one may write to."""

    speakers = _lines(_("Intervenants"), rows=3, hint=_("Un par ligne, comme sur le programme."))


class ChangedEventForm(EventForm, RevisedForm):
    """The same event, corrected."""


class PeopleForm(forms.Form):
    """Everyone at once, as remembered on the way home."""

    lines = _lines(_("Qui avez-vous entendu ou rencontré\u00a0?"), rows=6, hint=LINES_HINT)
    are_speakers = forms.BooleanField(label=_("Ce sont des intervenants"), required=False)


class EncounterForm(RevisedForm):
    """What someone does, what they said, and what was promised."""

    title = short_field(_("Sa fonction"), most=160)
    organization = short_field(_("Où"), most=200, hint=_("L’entreprise ou l’organisation, si vous la savez."))
    said = short_field(
        _("Ce qui a été dit"), most=300, required=False, hint=_("Ses mots. Votre question partira d’eux.")
    )
    promised = short_field(_("Ce que j’ai promis"), most=200, required=False)
    promised_for = DayField(
        label=_("Promis pour le"), required=False, help_text=_("Vide\u00a0: le jour ouvré qui suit.")
    )
    is_speaker = forms.BooleanField(label=_("C’est un intervenant"), required=False)

    def clean_organization(self) -> str:
        """Refuse a name nothing could be found by."""
        typed: str = self.cleaned_data["organization"]
        if typed and not any(letter.isalnum() for letter in typed):
            raise ValidationError(_("Écrivez au moins une lettre ou un chiffre."))
        return typed
