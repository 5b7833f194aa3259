"""The kinds of field the simulator has, and the rows that repeat."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField, NumberField
from tremplin.law.internship.interruption import REASON_WORDS
from tremplin.law.words import month as month_words

OTHER_STAGES = (2, 3)
CHANGES = (1, 2)
YES_NO = (("", _("Je ne sais pas")), ("yes", _("Oui")), ("no", _("Non")))
UNITS = (
    ("hour", _("€ par heure")),
    ("month", _("€ par mois")),
    ("percent_ceiling", _("% du plafond horaire")),
    ("total", _("€ en tout")),
)
TERRITORIES = (
    ("metropole", _("France métropolitaine")),
    ("alsace_moselle", _("Alsace-Moselle")),
    ("guadeloupe", _("Guadeloupe")),
    ("guyane", _("Guyane")),
    ("martinique", _("Martinique")),
    ("mayotte", _("Mayotte")),
    ("reunion", _("La Réunion")),
    ("saint_barthelemy", _("Saint-Barthélemy")),
    ("saint_martin", _("Saint-Martin")),
)
BASES = (
    ("", _("Comme le dit l’administration")),
    ("signature", _("Le plafond du jour de signature")),
    ("presence", _("Le plafond du jour de chaque heure")),
)
METHODS = (
    ("real", _("Au réel, selon les heures du mois")),
    ("smoothed", _("Lissée, le même montant chaque mois")),
)
MARKS = (("absence", _("Absences")), ("closure", _("Fermetures")))
REASONS = (("", _("Je ne sais pas")), *((key, words) for key, words in REASON_WORDS.items()))
MOST_HOURS = Decimal(24)
MOST_EUROS = Decimal(100_000)


class DaysInput(forms.TextInput):
    """Several days: ticked on the calendar, or typed one after the other."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return each day ticked or typed."""
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [part for value in values for part in re.split(r"[,;\s]+", value) if part]

    def format_value(self, value: Any) -> str:
        """Write the days one after the other."""
        days = sorted(filter(None, map(_day, value or ())))
        return ", ".join(f"{on:%d/%m/%Y}" for on in days)


class DaysField(forms.Field):
    """Days ticked on the calendar."""

    widget = DaysInput
    hidden_widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> frozenset[date]:
        """Return the days; what is not one is said."""
        days = {text: _day(text) for text in value or ()}
        wrong = [text for text, on in days.items() if on is None]
        if wrong:
            message = _("« %(text)s » n’est pas un jour.")
            raise ValidationError(message, params={"text": wrong[0][:20]})
        return frozenset(on for on in days.values() if on)


class ChangeDayField(DayField):
    """A day of an optional row."""

    def __init__(self, **options: Any) -> None:
        """Never required, no hint: the row says it once."""
        super().__init__(required=False, help_text="", **options)


class HoursField(NumberField):
    """Hours of a day, a week or a month."""

    def __init__(self, *, most: int, **options: Any) -> None:
        """Refuse what no calendar holds."""
        super().__init__(
            min_value=0,
            max_value=most,
            error_messages={
                "min_value": _("Un nombre d’heures est positif."),
                "max_value": _("C’est plus d’heures qu’il n’y en a : vérifiez."),
            },
            **options,
        )


class EurosField(NumberField):
    """A sum of money, never negative."""

    def __init__(self, **options: Any) -> None:
        """Refuse what no host would pay."""
        super().__init__(
            required=False,
            min_value=0,
            max_value=MOST_EUROS,
            error_messages={
                "min_value": _("Un montant est positif."),
                "max_value": _("Ce montant est trop grand : vérifiez."),
            },
            **options,
        )


def choice(label: Any, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    """Return an optional choice."""
    return forms.ChoiceField(label=label, choices=tuple(choices), required=False, **options)


def tick(label: Any, **options: Any) -> forms.BooleanField:
    """Return an optional box to tick."""
    return forms.BooleanField(label=label, required=False, **options)


STAGE_NAMES = ("starts_on", "ends_on", "weekly", "signed_on", "school")
CHANGE_NAMES = ("signed_on", "from_on", "ends_on", "weekly")


def month_name(kind: str, month: date) -> str:
    """Name the field of one month: `worked_2026_02`, `received_2026_02`."""
    return f"{kind}_{month:%Y_%m}"


def stage_fields(number: int) -> dict[str, forms.Field]:
    """Return the fields of one more internship in the same host."""
    return {
        f"stage{number}_starts_on": ChangeDayField(label=_("Début")),
        f"stage{number}_ends_on": ChangeDayField(label=_("Fin")),
        f"stage{number}_weekly": HoursField(label=_("Heures par semaine"), most=168, required=False),
        f"stage{number}_signed_on": ChangeDayField(label=_("Signature")),
        f"stage{number}_school": forms.CharField(label=_("École"), max_length=120, required=False),
    }


def change_fields(number: int) -> dict[str, forms.Field]:
    """Return the fields of one amendment."""
    return {
        f"change{number}_signed_on": ChangeDayField(label=_("Signé le")),
        f"change{number}_from_on": ChangeDayField(label=_("S’applique le")),
        f"change{number}_ends_on": ChangeDayField(label=_("Nouvelle fin")),
        f"change{number}_weekly": HoursField(label=_("Heures par semaine"), most=168, required=False),
    }


def month_fields(month: date) -> dict[str, forms.Field]:
    """Return what was really done and received in one month."""
    words = month_words(month)
    return {
        month_name("worked", month): HoursField(
            label=f"{words}, {_('heures faites')}", most=744, required=False
        ),
        month_name("received", month): EurosField(label=f"{words}, {_('reçu')}"),
    }


def _day(text: str | date) -> date | None:
    try:
        found: date | None = DayField(required=False).clean(text)
    except ValidationError:
        return None
    return found
