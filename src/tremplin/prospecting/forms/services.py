"""The keys a student pastes for a service."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import RevisedForm

PRINTED = re.compile(r"[!-~]{4,500}")


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
