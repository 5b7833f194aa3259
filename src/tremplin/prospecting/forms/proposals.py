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
from tremplin.prospecting.forms.fields import long_field, short_field
from tremplin.prospecting.models import Sought
from tremplin.prospecting.models.proposals import LONGEST_TEXT

LONGEST_TITLE = 160
MOST_WEEKS = 160
MOST_WEEKLY_HOURS = 48
MOST_YEARS_AHEAD = 5
CHOSEN = ("signals", "proofs")
Choice = tuple[int, str]


def _ticks(label: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label, required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )


class ProposalForm(RevisedForm):
    """Every text of the page, and what proves it."""

    promise = short_field(_("Le titre : ce qui change pour eux"), most=LONGEST_TITLE)
    finding = long_field(
        _("Le problème"),
        hint=_("Deux sources datées. Chaque chiffre vient d’un signal coché."),
        rows=3,
        most=LONGEST_TEXT,
    )
    signals = _ticks(_("Signaux qui le prouvent"))
    cost = long_field(_("Ce qu’il coûte"), most=LONGEST_TEXT, rows=2)
    mission = long_field(_("La mission que vous proposez"), rows=3, most=LONGEST_TEXT)
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
    deliverables = long_field(
        _("Ce que vous livrez"),
        hint=_("Une ligne par livrable, avec sa semaine ou son mois."),
        rows=4,
        most=LONGEST_TEXT,
    )
    indicators = long_field(
        _("À quoi cela se verra"),
        hint=_("Un indicateur que l’entreprise relève elle-même."),
        most=LONGEST_TEXT,
        rows=2,
    )
    why_me = long_field(
        _("Pourquoi vous"), hint=_("Chaque chiffre vient d’une entrée cochée."), rows=3, most=LONGEST_TEXT
    )
    proofs = _ticks(_("Entrées du journal qui le prouvent"))
    needs = long_field(_("Ce qu’il vous faut"), most=LONGEST_TEXT, rows=2)
    ask = long_field(
        _("Ce que vous demandez"),
        hint=_("Vingt minutes d’échange. Une conversation, pas un contrat."),
        most=LONGEST_TEXT,
        rows=2,
    )
    recipient = forms.TypedChoiceField(
        label=_("À qui"), required=False, coerce=int, empty_value=None, choices=()
    )
    sender = long_field(
        _("Vous"), hint=_("Nom, formation, adresse e-mail : une ligne chacun."), rows=3, most=LONGEST_TEXT
    )
    place = short_field(_("Écrit à"), most=80)

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
            message = _("Le %(day)s est trop loin d’aujourd’hui\u00a0: vérifiez l’année.")
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
