"""What is asked of a signal, a hypothesis, a question."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.forms.fields import PastDayField, long_field, short_field
from tremplin.prospecting.models import SignalKind, Standing

VERDICTS = [
    (Standing.OPEN, _("en concurrence")),
    (Standing.KEPT, Standing.KEPT.label),
    (Standing.DROPPED, Standing.DROPPED.label),
]


class SignalForm(RevisedForm):
    """Something seen or read: its words, its source, its day."""

    quote = long_field(
        _("Ce que j’ai lu ou vu"),
        most=1000,
        required=True,
        hint=_("Les mots exacts, avec le chiffre\u00a0: 38 avis sur 140 parlent de rupture."),
    )
    kind = forms.ChoiceField(label=_("Nature"), choices=SignalKind.choices)
    source = short_field(
        _("Source"), most=200, required=True, hint=_("Que quelqu’un d’autre pourrait retrouver.")
    )
    seen_on = PastDayField(label=_("Vu le"))
    suggests = short_field(_("Quel problème cela suggère"), most=300)
    url = forms.URLField(
        label=_("Adresse de la page"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"invalid": _("Cette adresse n’est pas complète. Copiez-la depuis le navigateur.")},
    )


class StepSignalForm(forms.Form):
    """A signal noted during a session: the step tells its nature, today its day."""

    quote = long_field(_("Ce que j’ai lu ou vu"), most=1000, required=True)
    source = short_field(_("Source"), most=200, required=True)
    suggests = short_field(_("Quel problème cela suggère"), most=300)


class HypothesisForm(RevisedForm):
    """A problem, what it costs, and the student's verdict."""

    problem = short_field(
        _("Le problème, en une phrase"),
        most=300,
        required=True,
        hint=_("Vu de l’entreprise\u00a0: des articles affichés disponibles sont introuvables."),
    )
    cost = short_field(
        _("Ce qu’il coûte"), most=300, hint=_("Du temps, de l’argent, des clients, de l’image.")
    )
    standing = forms.ChoiceField(label=_("Verdict"), choices=VERDICTS, initial=Standing.OPEN)


class QuestionForm(RevisedForm):
    """What only a conversation can tell, then what was answered."""

    text = short_field(_("Question"), most=300, required=True)
    hypothesis = forms.TypedChoiceField(
        label=_("Elle trancherait"), coerce=int, empty_value=None, required=False
    )
    answer = long_field(_("Réponse"), most=1000, hint=_("Laissez vide tant que personne n’a répondu."))
    by = short_field(_("Qui a répondu"), most=160, hint=_("Prénom et nom"))
    answered_on = PastDayField(label=_("Répondu le"), required=False)

    def __init__(self, *args: Any, hypotheses: list[tuple[int, str]], **options: Any) -> None:
        """Offer the hypotheses of the target."""
        super().__init__(*args, **options)
        self.fields["hypothesis"].choices = [("", _("aucune en particulier")), *hypotheses]  # type: ignore[attr-defined]

    def clean_by(self) -> str:
        """Refuse a name without a letter."""
        typed: str = self.cleaned_data["by"]
        if typed and not any(letter.isalpha() for letter in typed):
            raise ValidationError(_("Écrivez un prénom et un nom."))
        return typed

    def clean(self) -> dict[str, Any]:
        """Date an answer today unless it says otherwise."""
        cleaned = super().clean() or {}
        if cleaned.get("answer") and "answered_on" in cleaned:
            cleaned["answered_on"] = cleaned["answered_on"] or localdate()
        return cleaned
