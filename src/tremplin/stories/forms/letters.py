"""What is typed for a letter."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import RevisedForm
from tremplin.stories.forms.cv import composed
from tremplin.stories.models.letters import LONGEST_BODY, LONGEST_REASON


def _text(label: Any, *, most: int, rows: int, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint, widget=widget)


class LetterForm(RevisedForm):
    """The letter that goes with a CV: them, me, us."""

    company = forms.CharField(label=_("À quelle entreprise"), max_length=120, required=False)
    recipient = forms.TypedChoiceField(
        label=_("À qui"), required=False, coerce=int, empty_value=None, choices=()
    )
    sought = forms.CharField(
        label=_("Ce que vous cherchez"),
        max_length=120,
        required=False,
        help_text=_("Par exemple\u00a0: stage de 16 semaines à partir du 4 mai 2026."),
    )
    why_them = _text(
        _("Pourquoi cette entreprise"),
        most=LONGEST_REASON,
        rows=3,
        hint=_("Deux phrases qui ne vont qu’à elle. Un chiffre vient d’un signal noté dans Trouver."),
    )
    stories = forms.TypedMultipleChoiceField(
        label=_("Vos récits, deux au plus"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    offer = _text(_("Ce que vous y feriez"), most=LONGEST_REASON, rows=2)
    body = _text(
        _("Tout récrire à votre façon"),
        most=LONGEST_BODY,
        rows=4,
        hint=_("Facultatif. Ce texte remplace celui que Tremplin a monté."),
    )

    def __init__(
        self,
        *args: Any,
        people: Iterable[tuple[int, str]],
        stories: Iterable[tuple[int, str]],
        **options: Any,
    ) -> None:
        """Offer the people and the stories of today."""
        super().__init__(*args, **options)
        for name, choices in (("recipient", [("", "…"), *people]), ("stories", list(stories))):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Compose accents."""
        typed = super().clean() or self.cleaned_data
        return {name: composed(value) for name, value in typed.items()}

    def typed(self) -> dict[str, Any]:
        """Return what was typed, for a page shown before it is saved."""
        self.is_valid()
        blank: dict[str, Any] = {"recipient": None, "stories": []}
        raw = {name: blank.get(name, composed(self.data.get(name, ""))) for name in self.fields}
        return {**raw, **self.cleaned_data}


def columns(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what goes in the columns of a letter."""
    kept = {name: typed[name] for name in ("company", "sought", "why_them", "offer", "body", "stories")}
    return {**kept, "recipient_id": typed["recipient"]}
