"""What is typed to tell a story, and to say where a figure comes from."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.journal.operations import Method
from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.stories.domain.car import MOST_WORDS, PARTS, Part
from tremplin.stories.models.car import LONGEST_LINE, LONGEST_PART

MONTH_ALONE = re.compile(r"(?:\d{1,2}|[^\W\d_]+\.?)[\s./-]+\d{4}")
LABELS: dict[Part, Any] = {"context": _("Contexte"), "action": _("Action"), "result": _("Résultat")}
Choice = tuple[str, str]


class MonthField(DayField):
    """A day, or a month alone, which is its first day: « 09/2024 », « septembre 2024 »."""

    def __init__(self, **options: Any) -> None:
        """Show that a month is enough."""
        options.setdefault("help_text", _("MM/AAAA suffit"))
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        """Read a month as its first day."""
        typed = str(value or "").strip()
        return super().to_python(f"1/{typed}" if _is_numbered(typed) else _named(typed) or value)


def _is_numbered(typed: str) -> bool:
    return re.fullmatch(r"\d{1,2}[\s./-]+\d{4}", typed) is not None


def _named(typed: str) -> str:
    return f"1 {typed}" if MONTH_ALONE.fullmatch(typed) else ""


def part_field(part: Part, *, label: Any = "", hint: str = "", required: bool = False) -> forms.CharField:
    """Return the field of a part, whose words are counted as they are typed.

    Args:
        part: « context », « action » or « result ».
        label: the question; the name of the part without one.
        hint: what is worth looking for.
        required: whether it may not wait.

    Returns:
        A field of several lines.
    """
    attributes = {
        "rows": 3 if part == "action" else 2,
        "data-tremplin-word-count": f"mots-{part}",
        "data-tremplin-most": MOST_WORDS[part],
    }
    return forms.CharField(
        label=label or LABELS[part],
        help_text=hint,
        max_length=LONGEST_PART,
        required=required,
        widget=forms.Textarea(attrs=attributes),
    )


class NewStoryForm(forms.Form):
    """Three questions, and where the story belongs in the journal."""

    title = forms.CharField(
        label=_("Comment l’appelez-vous\u00a0?"),
        help_text=_("Comme sur un CV\u00a0: Trésorière du BDE, Modérateur d’un serveur de jeu."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    context = part_field("context")
    action = part_field("action", required=True)
    result = part_field("result")
    experience = forms.ChoiceField(label=_("Dans votre journal"), required=False)
    starts_on = MonthField(
        label=_("Depuis"), required=False, help_text=_("MM/AAAA suffit, pour une nouvelle expérience.")
    )
    ends_on = MonthField(label=_("Jusqu’à"), required=False, help_text=_("Vide si cela continue."))
    skills = forms.MultipleChoiceField(
        label=_("Ce que cela montre"), required=False, widget=forms.CheckboxSelectMultiple
    )
    entry = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        experiences: Iterable[Choice],
        skills: Iterable[str],
        asked: dict[Part, tuple[str, str]],
        **options: Any,
    ) -> None:
        """Offer the experiences of the journal and the skills of the activity; ask its questions."""
        super().__init__(*args, **options)
        for part, (question, hint) in asked.items():
            self.fields[part] = part_field(part, label=question, hint=hint, required=part == "action")
        offered: dict[str, list[Choice]] = {
            "experience": [("", str(_("une nouvelle expérience"))), *experiences],
            "skills": [(name, name) for name in skills],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Ask when a new experience began, and refuse one that ends first or has not begun."""
        typed = super().clean() or self.cleaned_data
        first, last = typed.get("starts_on"), typed.get("ends_on")
        if not typed.get("experience") and first is None and "starts_on" not in self.errors:
            self.add_error("starts_on", _("Dites depuis quand, même à peu près\u00a0: 09/2024."))
        if first and first > localdate():
            self.add_error("starts_on", _("Ce jour n’est pas encore venu\u00a0: racontez ce qui est fait."))
        if first and last and last < first:
            self.add_error("ends_on", _("La fin vient avant le début\u00a0: vérifiez les deux dates."))
        return typed


class StoryForm(RevisedForm):
    """The words of a story."""

    title = forms.CharField(
        label=_("Titre"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    context = part_field("context")
    action = part_field("action")
    result = part_field("result")
    line = forms.CharField(
        label=_("Votre ligne de CV"),
        help_text=_("Vide\u00a0: Tremplin la compose avec vos trois parties."),
        max_length=LONGEST_LINE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    skills = forms.CharField(
        label=_("Ce que cela montre"),
        help_text=_("Des compétences, séparées par des virgules."),
        max_length=400,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def words(self) -> dict[str, str]:
        """Return what was typed by column, valid or not: a preview shows it as it is."""
        self.is_valid()
        names = ("title", *PARTS, "line")
        return {name: self.cleaned_data.get(name, str(self.data.get(name, "")).strip()) for name in names}


def skills_of(typed: str) -> tuple[str, ...]:
    """Return the skills of a line, each once."""
    return tuple(dict.fromkeys(one.strip()[:300] for one in typed.split(",") if one.strip()))


class OriginForm(forms.Form):
    """Where a figure comes from (« d’où vient ce chiffre ? »)."""

    says = forms.CharField(
        label=_("La phrase qui porte le chiffre"),
        max_length=LONGEST_PART,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    where = forms.CharField(
        label=_("Où l’avez-vous lu ou compté\u00a0?"),
        help_text=_("La page des membres, le tableur des comptes, la liste des inscrits."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = DayField(label=_("Vrai à quelle date\u00a0?"))
    method = forms.ChoiceField(label=_("Comment le savez-vous\u00a0?"), choices=Method.choices)

    def clean_on(self) -> date:
        """Refuse a day to come."""
        on: date = self.cleaned_data["on"]
        if on > localdate():
            raise ValidationError(_("Ce jour n’est pas encore venu\u00a0: notez celui du chiffre."))
        return on
