"""How a form is drawn, and fields that read what a French student types."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tremplin.law.words import MONTHS, number

NUMBERED_DAY = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NAMED_DAY = re.compile(r"(\d{1,2})(?:er)?[\s-]+([^\W\d]+)\.?[\s-]+(\d{4}|\d{2})", re.IGNORECASE)
PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
SPACES = re.compile(r"\s+")
UNITS = re.compile(r"\s*(€|euros?|h|heures?|%)\s*$", re.IGNORECASE)


class HouseRenderer(TemplatesSetting):
    """Draws every form and field with the house's templates."""

    form_template_name = "kit/form.html"
    field_template_name = "kit/field.html"


class DayField(forms.DateField):
    """A date typed as JJ/MM/AAAA; dots, dashes, two-digit years and month names are read too."""

    widget = forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages: ClassVar = {
        "invalid": _("Écrivez la date comme 03/02/2026 : jour, mois, année."),
    }

    def __init__(self, **options: Any) -> None:
        """Show the expected form unless another hint is given."""
        options.setdefault("help_text", _("JJ/MM/AAAA"))
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        """Read a day, or say precisely what is wrong with it."""
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        parts = _day_month_year(str(value).strip())
        if parts is None or parts[-1] < 1000:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return _existing_day(*parts)


class NumberField(forms.DecimalField):
    """A number typed the French way: « 1 200,50 », « 4,35 € », « 35 h »."""

    default_error_messages: ClassVar = {
        "invalid": _("Écrivez un nombre, par exemple 4,50."),
        "max_digits": _("Ce nombre est trop long : vérifiez."),
        "max_whole_digits": _("Ce nombre est trop long : vérifiez."),
        "max_decimal_places": _("Trop de chiffres après la virgule : %(max)s au plus."),
    }

    def __init__(self, **options: Any) -> None:
        """Use a text field: number fields refuse the comma in some browsers."""
        options["error_messages"] = {**bounds_said(**options), **(options.get("error_messages") or {})}
        options.setdefault("max_digits", 14)
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**options)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs say int
        """Read a number, leaving out spaces and the unit."""
        if isinstance(value, str):
            value = SPACES.sub("", UNITS.sub("", value)).replace(",", ".").replace("\u2212", "-")
            if value and not PLAIN_NUMBER.fullmatch(value):
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """Show a number with its comma."""
        if isinstance(value, Decimal | int | float):
            return str(value).replace(".", ",")
        return value


def bounds_said(*, min_value: Any = None, max_value: Any = None, **_others: Any) -> dict[str, Any]:
    """Return what a number field says of a value beyond its bounds, from the options of the field."""
    said: dict[str, Any] = {}
    if min_value is not None:
        least = format_lazy(_("Écrivez {least} ou plus."), least=number(min_value))
        said["min_value"] = least if min_value else _("Écrivez un nombre positif.")
    if max_value is not None:
        most = number(max_value)
        said["max_value"] = format_lazy(_("C’est plus que {most} : vérifiez ce nombre."), most=most)
    return said


def _day_month_year(text: str) -> tuple[int, int, int] | None:
    if found := ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return day, month, year
    if found := NUMBERED_DAY.fullmatch(text):
        return int(found[1]), int(found[2]), _full_year(found[3])
    if (found := NAMED_DAY.fullmatch(text)) and (month := _month_number(found[2])):
        return int(found[1]), month, _full_year(found[3])
    return None


def _full_year(typed: str) -> int:
    """Read two digits as a year near ours: 26 is 2026, 98 is 1998."""
    year = int(typed)
    if len(typed) == 4:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _month_number(name: str) -> int:
    """Return 1 to 12, or 0 when no month or several begin so."""
    plain = _plain(name)
    if len(plain) < 3:
        return 0
    named = [number for number, full in enumerate(MONTHS, 1) if _plain(full).startswith(plain)]
    return named[0] if len(named) == 1 else 0


def _plain(text: str) -> str:
    return text.lower().translate(str.maketrans("éèûôà", "eeuoa"))


def _existing_day(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise ValidationError(_("Il n’y a que douze mois : écrivez JJ/MM/AAAA."), code="month")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1].capitalize()
        message = _("%(month)s %(year)s s’arrête au %(last)s.")
        raise ValidationError(message, code="day", params={"month": name, "year": year, "last": last})
    return date(year, month, day)
