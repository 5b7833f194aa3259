"""Fields that the forms of the room share: a line, a text, a day that has come."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField


class PastDayField(DayField):
    """A day that has come."""

    def validate(self, value: date | None) -> None:
        """Refuse a day to come."""
        super().validate(value)
        if value is not None and value > localdate():
            raise ValidationError(
                _("Ce jour n’est pas encore venu\u00a0: notez le jour où c’est arrivé."), code="future"
            )


def short_field(label: Any, *, most: int, required: bool = False, hint: Any = "") -> forms.CharField:
    """Return a field of one line."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


def long_field(
    label: Any, *, most: int, required: bool = False, hint: Any = "", rows: int = 3
) -> forms.CharField:
    """Return a field of several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)
