"""What the student drops, corrects and chooses."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField, NumberField, bounds_said
from tremplin.kit.revisions import RevisedForm
from tremplin.rights.agreement.values import FACT_LABELS, Gratification
from tremplin.rights.domain.passages import tidy
from tremplin.rights.domain.typed_facts import KINDS, PAY_UNITS, Kind

MOST_PEOPLE = 9_999_999
ACCEPTED = ".pdf,.docx,.odt,.txt,.text,.md,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg,text/plain"


class DropForm(forms.Form):
    """The file of an agreement."""

    file = forms.FileField(
        label=_("Fichier de la convention"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": _("Choisissez d’abord un fichier."),
            "missing": _("Choisissez d’abord un fichier."),
            "invalid": _("Le fichier n’est pas arrivé. Choisissez-le de nouveau."),
        },
    )


class FactForm(RevisedForm):
    """One fact of the agreement; each kind of value adds its own fields."""

    nothing: ClassVar = _("Écrivez la valeur, ou cochez que la convention n’en dit rien.")
    silent = forms.BooleanField(label=_("La convention n’en dit rien"), required=False)

    field_order = ("value", "amount", "unit", "first", "last", "silent", "revision")

    def clean(self) -> dict[str, Any]:
        """Ask for a value, or for the statement that there is none."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned["silent"] and self.stated is None:
            raise ValidationError(self.nothing)
        return cleaned

    @property
    def stated(self) -> Any:
        """The value typed, as an audit takes it; None when nothing was typed."""
        return self.cleaned_data.get("value") or None

    @staticmethod
    def initial_of(value: Any) -> dict[str, Any]:
        """Return what the fields hold for a value as an audit gives it."""
        return {"value": value}


class TextFact(FactForm):
    """A name, a place, a title."""

    value = forms.CharField(
        max_length=400,
        required=False,
        error_messages={"max_length": _("Écrivez 400 caractères au plus.")},
    )


class PassagesFact(FactForm):
    """Several passages, one a line."""

    value = forms.CharField(
        max_length=8000,
        required=False,
        help_text=_("Une ligne par point."),
        error_messages={"max_length": _("Écrivez 8 000 caractères au plus.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @property
    def stated(self) -> Any:
        """The lines that hold something."""
        lines = (line.strip() for line in self.cleaned_data.get("value", "").splitlines())
        return tuple(line for line in lines if line) or None

    @staticmethod
    def initial_of(value: Any) -> dict[str, Any]:
        """Put each passage on its line."""
        return {"value": "\n".join(value or ())}


class DayFact(FactForm):
    """A day."""

    value = DayField(required=False)


class HoursFact(FactForm):
    """A number of hours."""

    value = NumberField(
        required=False, min_value=0, max_value=10000, decimal_places=2, help_text=_("En heures.")
    )

    @property
    def stated(self) -> Any:
        """Zero hours is a value."""
        return self.cleaned_data.get("value")


class CountFact(FactForm):
    """A number of people."""

    value = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            **bounds_said(min_value=0, max_value=MOST_PEOPLE),
            "invalid": _("Écrivez un nombre entier, par exemple 34."),
        },
    )

    @property
    def stated(self) -> Any:
        """Nobody is a value."""
        return self.cleaned_data.get("value")


class YesNoFact(FactForm):
    """Yes or no."""

    value = forms.TypedChoiceField(
        choices=(("oui", _("oui")), ("non", _("non"))),
        coerce=lambda word: word == "oui",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    @property
    def stated(self) -> Any:
        """No is a value."""
        return self.cleaned_data.get("value")

    @staticmethod
    def initial_of(value: Any) -> dict[str, Any]:
        """Tick the word."""
        return {"value": None if value is None else "oui" if value else "non"}


class PayFact(FactForm):
    """An amount and what it is counted by."""

    amount = NumberField(label=_("Montant"), required=False, min_value=0, max_value=100000)
    unit = forms.ChoiceField(
        label=_("Compté"), choices=tuple((unit, words) for unit, words in PAY_UNITS.items()), required=False
    )

    @property
    def stated(self) -> Any:
        """An amount with its unit; no gratification needs no amount."""
        amount, unit = self.cleaned_data.get("amount"), self.cleaned_data.get("unit")
        if unit == "none":
            return Gratification(NumberField().clean("0"), "none")
        return None if amount is None or not unit else Gratification(amount, unit)

    @staticmethod
    def initial_of(value: Any) -> dict[str, Any]:
        """Show amount and unit apart."""
        return {} if value is None else {"amount": value.amount, "unit": value.unit}


class PeriodFact(FactForm):
    """An earlier internship: its last day, and its first when known."""

    first = DayField(label=_("Premier jour"), required=False)
    last = DayField(label=_("Dernier jour"), required=False)

    @property
    def stated(self) -> Any:
        """The last day is what matters."""
        last = self.cleaned_data.get("last")
        return None if last is None else (self.cleaned_data.get("first"), last)

    @staticmethod
    def initial_of(value: Any) -> dict[str, Any]:
        """Show both days."""
        return {} if value is None else {"first": value[0], "last": value[1]}


FORMS: dict[Kind, type[FactForm]] = {
    Kind.TEXT: TextFact,
    Kind.PASSAGES: PassagesFact,
    Kind.DAY: DayFact,
    Kind.HOURS: HoursFact,
    Kind.COUNT: CountFact,
    Kind.YES_NO: YesNoFact,
    Kind.PAY: PayFact,
    Kind.PERIOD: PeriodFact,
}


def fact_form(name: str, *, value: Any, revision: int, data: Any = None) -> FactForm:
    """Return the form that corrects a fact, filled with what stands now."""
    kind = FORMS[KINDS[name]]
    if kind is PassagesFact:
        value = tidy(name, value or ())
    initial = {**kind.initial_of(value), "revision": revision, "silent": False}
    form = kind(data, initial=initial, auto_id=f"fait-{name}-%s")
    if "value" in form.fields:
        form.fields["value"].label = FACT_LABELS[name]
    next(iter(form.fields.values())).widget.attrs["autofocus"] = True
    return form
