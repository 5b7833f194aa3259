"""What is typed in a proposal."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField, NumberField
from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.models import Sought

LONGEST = 3000
LONGEST_TITLE = 160
MOST_WEEKS = 160
MOST_WEEKLY_HOURS = 48
MOST_YEARS_AHEAD = 5
CHOSEN = ("signals", "proofs")
Choice = tuple[int, str]


def _long(label: Any, *, hint: Any = "", rows: int = 2) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=LONGEST, help_text=hint, widget=widget)


def _short(label: Any, *, most: int, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, required=False, max_length=most, help_text=hint, widget=widget)


def _ticks(label: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label, required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )


class ProposalForm(RevisedForm):
    """Every text of the page, and what proves it."""

    promise = _short(_("Le titre : ce qui change pour eux"), most=LONGEST_TITLE)
    finding = _long(
        _("Le problème"), hint=_("Deux sources datées. Chaque chiffre vient d’un signal coché."), rows=3
    )
    signals = _ticks(_("Signaux qui le prouvent"))
    cost = _long(_("Ce qu’il coûte"))
    mission = _long(_("La mission que vous proposez"), rows=3)
    sought = forms.ChoiceField(label=_("Cadre"), choices=Sought.choices)
    starts_on = DayField(label=_("À partir du"), required=False)
    weeks = forms.IntegerField(
        label=_("Durée en semaines"),
        required=False,
        min_value=1,
        max_value=MOST_WEEKS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Écrivez un nombre entier de semaines, par exemple 16."),
            "min_value": _("Écrivez 1 ou plus."),
            "max_value": _("C’est plus de trois ans : vérifiez ce nombre."),
        },
    )
    weekly_hours = NumberField(
        label=_("Heures par semaine"), min_value=1, max_value=MOST_WEEKLY_HOURS, decimal_places=2
    )
    deliverables = _long(
        _("Ce que vous livrez"), hint=_("Une ligne par livrable, avec sa semaine ou son mois."), rows=4
    )
    indicators = _long(_("À quoi cela se verra"), hint=_("Un indicateur que l’entreprise relève elle-même."))
    why_me = _long(_("Pourquoi vous"), hint=_("Chaque chiffre vient d’une entrée cochée."), rows=3)
    proofs = _ticks(_("Entrées du journal qui le prouvent"))
    needs = _long(_("Ce qu’il vous faut"))
    ask = _long(
        _("Ce que vous demandez"), hint=_("Vingt minutes d’échange. Une conversation, pas un contrat.")
    )
    recipient = forms.TypedChoiceField(
        label=_("À qui"), required=False, coerce=int, empty_value=None, choices=()
    )
    sender = _long(_("Vous"), hint=_("Nom, formation, adresse e-mail : une ligne chacun."), rows=3)
    place = _short(_("Écrit à"), most=80)

    def __init__(
        self,
        *args: Any,
        recipients: Iterable[Choice],
        signals: Iterable[Choice],
        proofs: Iterable[Choice],
        **options: Any,
    ) -> None:
        """Offer the people, the signals and the entries of today."""
        super().__init__(*args, **options)
        offered: dict[str, list[tuple[int | str, Any]]] = {
            "recipient": [("", _("personne pour l’instant")), *recipients],
            "signals": list(signals),
            "proofs": list(proofs),
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Compose accents: « e » and its accent apart are one letter, as a page shows it."""
        typed = super().clean() or self.cleaned_data
        return {name: _composed(value) for name, value in typed.items()}

    def clean_starts_on(self) -> date | None:
        """Refuse a first day no mission can have: a year typed wrong."""
        first: date | None = self.cleaned_data["starts_on"]
        if first is not None and not -1 <= first.year - localdate().year <= MOST_YEARS_AHEAD:
            message = _("Le %(day)s est trop loin d’aujourd’hui : vérifiez l’année.")
            raise forms.ValidationError(message, code="far", params={"day": f"{first:%d/%m/%Y}"})
        return first

    def typed(self) -> dict[str, Any]:
        """Return what was typed, for a page shown before it is saved: what is wrong is shown as typed."""
        self.is_valid()
        found: dict[str, Any] = {}
        for name, field in self.fields.items():
            if name in self.cleaned_data:
                found[name] = self.cleaned_data[name]
            else:
                is_text = type(field) is forms.CharField
                found[name] = _composed(self.data.get(name, "")) if is_text else field.initial
        return found


def columns(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what goes in the columns of a proposal: no revision, no ticks, the key of the person."""
    kept = {name: value for name, value in typed.items() if name not in {*CHOSEN, "revision", "recipient"}}
    return {**kept, "recipient_id": typed["recipient"]}


def _composed(value: Any) -> Any:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value
