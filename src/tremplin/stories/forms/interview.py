"""An interview to come, a prepared answer, a practice, an amount to ask for."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from tremplin.internships.forms import HourField
from tremplin.kit.forms import DayField, NumberField
from tremplin.kit.revisions import RevisedForm
from tremplin.law.apprenticeship.age_band import FRENCH, AgeBand
from tremplin.stories.domain.negotiating import KINDS
from tremplin.stories.domain.practice import GRADES, Grade
from tremplin.stories.models.interview import LONGEST_ASKED, LONGEST_KNOWN, LONGEST_REMARK, LONGEST_WORDS

UNSAID: Final = ("", _("je ne sais pas"))
LONGEST_PRACTICE_SECONDS: Final = 900


def _short(label: Any, *, most: int, required: bool = False, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


def _long(label: Any, *, most: int, hint: Any = "", rows: int = 4) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint, widget=widget)


class InterviewForm(RevisedForm):
    """A day to be ready for: only the employer and the day are asked for."""

    employer = _short(_("Chez qui"), most=120, required=True)
    role = _short(_("Pour quoi"), most=120, hint=_("Par exemple : stage en logistique."))
    on = DayField(label=_("Jour"))
    at = HourField(label=_("Heure"), required=False)
    place = _short(_("Où, ou par quel lien"), most=200)
    known = _long(
        _("Ce que vous savez d’eux"), most=LONGEST_KNOWN, hint=_("Une ligne par fait, avec sa source.")
    )
    asked = _long(_("Vos questions"), most=LONGEST_ASKED, hint=_("Une par ligne. Trois suffisent."))

    @property
    def facts(self) -> list[forms.BoundField]:
        """Who, what, when and where."""
        return [self[name] for name in ("employer", "role", "on", "at", "place")]

    @property
    def notes(self) -> list[forms.BoundField]:
        """What is known of them, and what to ask."""
        return [self["known"], self["asked"]]

    def said(self) -> dict[str, Any]:
        """Return the facts by column, the revision left out."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class AnswerForm(RevisedForm):
    """The story told, and the words to hold on to."""

    story = forms.ChoiceField(label=_("Récit"), required=False)
    words = _long(
        _("Vos mots"),
        most=LONGEST_WORDS,
        hint=_("Quelques mots pour vous lancer, pas un texte à réciter."),
    )

    def __init__(self, *args: Any, stories: Iterable[tuple[str, str]], **options: Any) -> None:
        """Offer the stories, those that fit the question first."""
        super().__init__(*args, **options)
        choices = [("", _("aucun pour l’instant")), *stories]
        self.fields["story"].choices = choices  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return the words, and the story told by its kind."""
        name = self.cleaned_data["story"]
        is_resilience = name.startswith("r")
        return {
            "words": self.cleaned_data["words"],
            "story": int(name) if name and not is_resilience else None,
            "resilience": int(name[1:]) if is_resilience else None,
        }


class PracticeForm(forms.Form):
    """How an answer given aloud went."""

    grade = forms.TypedChoiceField(
        label=_("Comment était-ce ?"),
        coerce=lambda value: Grade(int(value)),
        choices=[(int(grade), f"{name}. {why}") for grade, (name, why) in GRADES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une des quatre réponses.")},
    )
    remark = _short(_("À améliorer"), most=LONGEST_REMARK, hint=_("Une seule chose, pour la prochaine fois."))
    started = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def seconds(self, *, now: float) -> int | None:
        """Return how long the answer took, when the countdown was started and still makes sense."""
        started = self.cleaned_data["started"]
        passed = None if started is None else int(now) - started
        return passed if passed is not None and 0 < passed <= LONGEST_PRACTICE_SECONDS else None


class NegotiationForm(forms.Form):
    """What is negotiated, when it is signed, what is asked for."""

    kind = forms.ChoiceField(label=_("Pour"), choices=list(KINDS.items()))
    on = DayField(label=_("Signature"), help_text=_("JJ/MM/AAAA. Les chiffres de ce jour s’appliquent."))
    age_band = forms.TypedChoiceField(
        label=_("Votre âge"),
        required=False,
        coerce=AgeBand,
        empty_value=None,
        choices=[UNSAID, *((band.value, name) for band, name in FRENCH.items())],
        help_text=_("Pour un apprentissage."),
    )
    contract_year = forms.TypedChoiceField(
        label=_("Année du contrat"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[UNSAID, ("1", _("première")), ("2", _("deuxième")), ("3", _("troisième"))],
        help_text=_("Pour un apprentissage."),
    )
    is_public = forms.BooleanField(label=_("Employeur public"), required=False)
    ask = NumberField(
        label=_("Ce que vous voulez demander"),
        required=False,
        min_value=0,
        max_value=10_000,
        decimal_places=2,
        help_text=_("Euros par heure pour un stage, bruts par mois sinon."),
    )
