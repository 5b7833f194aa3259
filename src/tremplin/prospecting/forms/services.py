"""The keys a student pastes for a service."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.companies.company import dotted
from tremplin.kit.revisions import RevisedForm

ACTIVITY = re.compile(r"\d\d(\.\d(\d[A-Z]?)?)?", re.ASCII)
RADII = (10, 30, 50, 100)
PRINTED = re.compile(r"[!-~]{4,500}")


class OnlineSearchForm(forms.Form):
    """What to ask every service that is on."""

    words = forms.CharField(
        label=_("Métier, ou mots du nom"),
        max_length=200,
        required=False,
        help_text=_("Par exemple\u00a0: développeur, ou menuiserie."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    activity = forms.CharField(
        label=_("Code d’activité (NAF)"),
        max_length=8,
        required=False,
        help_text=_("Par exemple\u00a0: 62.01Z."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    commune = forms.CharField(
        label=_("Commune ou adresse"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    km = forms.TypedChoiceField(
        label=_("Jusqu’à"),
        choices=[(str(km), f"{km}\u00a0km") for km in RADII],
        coerce=int,
        empty_value=str(RADII[1]),
        initial=str(RADII[1]),
        required=False,
    )

    def clean_activity(self) -> str:
        """Refuse what no activity code looks like."""
        code = dotted(self.cleaned_data["activity"])
        if code and not ACTIVITY.fullmatch(code):
            raise ValidationError(_("Un code d’activité s’écrit comme 62.01Z, ou 62 pour tout un secteur."))
        return code

    def clean(self) -> dict[str, Any]:
        """Ask for something to search."""
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.get(name) for name in ("words", "activity", "commune")):
            raise ValidationError(_("Écrivez un métier, un code d’activité ou une commune."))
        return cleaned


class KeysForm(RevisedForm):
    """One field for each key of the service."""

    def __init__(self, *args: Any, labels: Sequence[str], **options: Any) -> None:
        """Ask for these keys; what was typed stays when it is refused."""
        super().__init__(*args, **options)
        for rank, label in enumerate(labels):
            widget = forms.PasswordInput(
                render_value=True, attrs={"autocomplete": "off", "spellcheck": "false"}
            )
            self.fields[f"key-{rank}"] = forms.CharField(label=label, max_length=500, widget=widget)

    def clean(self) -> dict[str, Any]:
        """Refuse what was copied with something around it."""
        cleaned = super().clean() or {}
        for name in [name for name in cleaned if name.startswith("key-")]:
            if not PRINTED.fullmatch(cleaned[name]):
                message = _("Une clé ne contient ni espace ni accent. Recopiez-la en entier.")
                self.add_error(name, ValidationError(message))
        return cleaned

    @property
    def keys(self) -> list[str]:
        """The keys typed, in order."""
        return [value for name, value in self.cleaned_data.items() if name.startswith("key-")]
