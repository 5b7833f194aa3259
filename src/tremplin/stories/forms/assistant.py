"""Plugging an assistant in, and the sentence it may be sent."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import RevisedForm
from tremplin.stories.domain.assistant import LONGEST_SENTENCE, address_fault
from tremplin.stories.models.assistant import LONGEST_ADDRESS, LONGEST_MODEL

PRINTED = re.compile(r"[!-~]{1,500}")


class AssistantForm(RevisedForm):
    """Where the assistant is, and the key it may need."""

    address = forms.CharField(
        label=_("Adresse"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Jusqu’à /v1. Par exemple\u00a0: http://127.0.0.1:11434/v1, sur cet ordinateur."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "url", "spellcheck": "false"}),
    )
    model = forms.CharField(
        label=_("Modèle"),
        max_length=LONGEST_MODEL,
        help_text=_("Son nom exact, tel que votre service l’écrit."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    key = forms.CharField(
        label=_("Clé"),
        max_length=500,
        required=False,
        help_text=_("La vôtre, si le service en demande une. Vide\u00a0: la clé gardée reste."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_address(self) -> str:
        """Refuse what cannot be reached, or only in clear beyond this machine."""
        address: str = self.cleaned_data["address"].strip().rstrip("/")
        if fault := address_fault(address):
            raise ValidationError(fault)
        return address

    def clean_key(self) -> str:
        """Refuse what was copied with something around it."""
        key: str = self.cleaned_data["key"]
        if key and not PRINTED.fullmatch(key):
            raise ValidationError(_("Une clé ne contient ni espace ni accent. Recopiez-la en entier."))
        return key


class SentenceForm(forms.Form):
    """A sentence to say otherwise, and what of it must not leave."""

    sentence = forms.CharField(
        label=_("Votre phrase"),
        max_length=LONGEST_SENTENCE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Écrivez la phrase à reformuler.")},
    )
    hide_names = forms.BooleanField(label=_("Masquer les noms"), required=False)
    hide_figures = forms.BooleanField(label=_("Masquer les chiffres"), required=False)

    @property
    def hidden(self) -> list[tuple[str, Any]]:
        """What was typed, to be posted again with what was shown."""
        typed = self.cleaned_data
        marks = [(name, "on") for name in ("hide_names", "hide_figures") if typed[name]]
        return [("sentence", typed["sentence"]), *marks]
