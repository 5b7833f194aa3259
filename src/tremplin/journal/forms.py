"""What a student types in the journal."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.journal.domain.file_kinds import ACCEPTED_SUFFIXES
from tremplin.journal.models import Confidence, ExperienceKind, ImpactKind, Method, Skill, Visibility
from tremplin.journal.operations import ImpactValues
from tremplin.kit.forms import DayField, NumberField
from tremplin.kit.revisions import RevisedForm

LONGEST_ACTION = 5000
LONGEST_WORDS = 3000
LARGEST_KEY = 2**62
MOST_SKILLS = 12
HOURS = re.compile(r"(\d{1,3})\s*h(?:eures?)?\s*(\d{1,2})?\s*(?:min)?", re.IGNORECASE)
MINUTES = re.compile(r"(\d{1,4})\s*(?:min(?:utes?)?\.?)?", re.IGNORECASE)
MINUTES_IN_HOUR = 60
NOTHING = ("", _("rien pour l’instant"))
METHODS = [("", _("je le dirai plus tard")), *Method.choices]
UP, DOWN = "up", "down"


def _line(label: Any, *, most: int = 200, required: bool = False, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


def _revision() -> forms.IntegerField:
    """Return the revision a form was made from; a form that makes a new row has none."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)


def _text(label: Any, *, most: int, required: bool = True, rows: int = 3, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


class SpentField(forms.Field):
    """A time typed as « 1 h 30 », « 45 min » or « 90 »; kept in minutes."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    default_error_messages: ClassVar = {
        "invalid": _("Écrivez une durée comme 1\u00a0h\u00a030 ou 45\u00a0min.")
    }

    def to_python(self, value: Any) -> int | None:
        """Read a time, in minutes."""
        text = str(value or "").strip()
        if not text:
            return None
        if found := HOURS.fullmatch(text):
            return int(found[1]) * MINUTES_IN_HOUR + int(found[2] or 0)
        if found := MINUTES.fullmatch(text):
            return int(found[1])
        raise ValidationError(self.error_messages["invalid"], code="invalid")

    def prepare_value(self, value: Any) -> Any:
        """Show minutes as they are said."""
        if not isinstance(value, int):
            return value
        hours, rest = divmod(value, MINUTES_IN_HOUR)
        return f"{hours} h {rest:02}" if hours and rest else f"{hours} h" if hours else f"{rest} min"


class EntryForm(RevisedForm):
    """An entry: only what was done is required."""

    action = forms.CharField(
        label=_("Qu’avez-vous fait\u00a0?"),
        max_length=LONGEST_ACTION,
        widget=forms.Textarea(attrs={"rows": 3, "class": "in ruledpaper"}),
        error_messages={"required": _("Écrivez ce que vous avez fait. Une phrase suffit.")},
    )
    on = DayField(label=_("Jour"), required=False)
    skills = forms.MultipleChoiceField(
        label=_("Compétences"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more_skills = _line(_("Autre compétence"), most=600, hint=_("Séparez-en plusieurs par une virgule."))
    experience = forms.TypedChoiceField(
        label=_("Dans quel cadre"), required=False, coerce=int, empty_value=None
    )
    mission = forms.TypedChoiceField(
        label=_("Pour quelle mission"), required=False, coerce=int, empty_value=None
    )
    minutes = SpentField(label=_("Temps passé"), required=False, help_text=_("Comme 1\u00a0h\u00a030."))
    visibility = forms.ChoiceField(
        label=_("Qui peut la lire une fois exportée"),
        choices=Visibility.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    pain_point = forms.BooleanField(label=_("C’est une gêne qui revient"), required=False)

    def __init__(
        self,
        *args: Any,
        today: date,
        skills: Iterable[str] = (),
        experiences: Iterable[Any] = (),
        **options: Any,
    ) -> None:
        """Offer the skills, experiences and missions of the journal."""
        super().__init__(*args, **options)
        self.today, places = today, list(experiences)
        self.missions = {one.pk: place.pk for place in places for one in place.missions.all()}
        typed = self.data.getlist("skills") if hasattr(self.data, "getlist") else []
        names = list(dict.fromkeys([*skills, *(name for name in typed if name.strip())]))
        self.fields["skills"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]
        self.fields["experience"].choices = [NOTHING, *((one.pk, one.title) for one in places)]  # type: ignore[attr-defined]
        self.fields["mission"].choices = [NOTHING, *_missions(places)]  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        """Take today when nothing is typed; refuse a day to come."""
        on: date = self.cleaned_data["on"] or self.today
        if on > self.today:
            raise ValidationError(_("Ce jour n’est pas encore venu. Notez ce qui est fait."), code="future")
        return on

    def clean_visibility(self) -> Visibility:
        """Keep an entry for the company unless said otherwise."""
        return Visibility(self.cleaned_data["visibility"] or Visibility.COMPANY)

    def clean_more_skills(self) -> list[str]:
        """Cut at commas; refuse a list no entry can show."""
        names = [" ".join(name.split()) for name in re.split(r"[,;\n]", self.cleaned_data["more_skills"])]
        if any(len(name) > 200 for name in names) or len(names) > MOST_SKILLS:
            raise ValidationError(
                _("Gardez quelques compétences, en peu de mots, séparées par des virgules.")
            )
        return [name for name in names if name]

    def clean(self) -> dict[str, Any]:
        """Let the mission say the experience it belongs to."""
        cleaned = super().clean() or {}
        if cleaned.get("mission"):
            cleaned["experience"] = self.missions[cleaned["mission"]]
        return cleaned

    def skill_names(self) -> list[str]:
        """Return the skills ticked and typed."""
        return [*self.cleaned_data.get("skills", ()), *self.cleaned_data.get("more_skills", ())]

    def columns(self, *, draft: bool) -> dict[str, Any]:
        """Return the columns of the entry that were typed well."""
        typed = self.cleaned_data
        names = {
            "action": "action",
            "on": "date",
            "experience": "experience_id",
            "mission": "mission_id",
            "minutes": "minutes",
            "visibility": "visibility",
            "pain_point": "pain_point",
        }
        columns = {column: typed[name] for name, column in names.items() if name in typed}
        return {"date": self.today, **columns, "draft": draft}


def _missions(experiences: Sequence[Any]) -> list[tuple[int, str]]:
    several = sum(bool(place.missions.all()) for place in experiences) > 1
    return [
        (one.pk, f"{one.title} ({place.title})" if several else one.title)
        for place in experiences
        for one in place.missions.all()
    ]


class NewEntryForm(EntryForm):
    """An entry noted from the journal: with a figure and someone's words when they are at hand."""

    entry = forms.IntegerField(required=False, max_value=LARGEST_KEY, widget=forms.HiddenInput)
    before = NumberField(label=_("Avant"), required=False, max_digits=18, decimal_places=4)
    after = NumberField(label=_("Après"), required=False, max_digits=18, decimal_places=4)
    unit = _line(_("Unité"), most=80)
    method = forms.ChoiceField(label=_("Comment le savez-vous"), choices=METHODS, required=False)
    words = _text(_("Retour reçu"), most=LONGEST_WORDS, required=False, rows=1, hint=_("Mot pour mot."))
    author_name = _line(_("De qui"), most=160)

    def clean(self) -> dict[str, Any]:
        """Refuse half a figure, and words of nobody."""
        cleaned = super().clean()
        if cleaned.get("before") is not None and cleaned.get("after") is None and "after" not in self.errors:
            self.add_error("after", _("Écrivez aussi la valeur d’après."))
        if cleaned.get("author_name") and not cleaned.get("words"):
            self.add_error("words", _("Recopiez ce que cette personne a dit, même en cinq mots."))
        return cleaned

    def figure(self) -> ImpactValues | None:
        """Return the figure typed; None when there is none."""
        typed = self.cleaned_data
        if typed.get("after") is None:
            return None
        common = {"unit": typed["unit"], "method": typed["method"]}
        if typed["before"] is None:
            return ImpactValues(kind=ImpactKind.QUANTITY, quantity=typed["after"], **common)
        return ImpactValues(
            kind=ImpactKind.BEFORE_AFTER, before=typed["before"], after=typed["after"], **common
        )


class ImpactForm(RevisedForm):
    """A typed figure, as the student confirms it."""

    revision = _revision()
    kind = forms.ChoiceField(label=_("Forme"), choices=ImpactKind.choices, initial=ImpactKind.QUANTITY)
    quantity = NumberField(label=_("Valeur"), required=False, max_digits=18, decimal_places=4)
    direction = forms.ChoiceField(
        label=_("Sens"),
        choices=[(UP, _("en plus, en avance")), (DOWN, _("en moins, en retard"))],
        required=False,
    )
    unit = _line(_("Unité"), most=80, hint=_("h, €, %, abonnés…"))
    before = NumberField(label=_("Avant"), required=False, max_digits=18, decimal_places=4)
    after = NumberField(label=_("Après"), required=False, max_digits=18, decimal_places=4)
    period = _line(_("Par"), most=40, hint=_("semaine, mois, dossier…"))
    subject = _line(_("Ce qui est mesuré"), hint=_("Par exemple\u00a0: taux d’ouverture"))
    against = _line(_("Par rapport à"), hint=_("Une échéance, une moyenne, un objectif"))
    method = forms.ChoiceField(label=_("Comment le savez-vous"), choices=METHODS, required=False)
    confidence = forms.ChoiceField(
        label=_("Confiance"), choices=[("", _("non dite")), *Confidence.choices], required=False
    )
    witness = _line(_("Témoin"), most=160, hint=_("Prénom et nom de qui peut le confirmer"))
    words = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Ask for the values its kind needs, and for the witness who saw it."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") == ImpactKind.BEFORE_AFTER:
            for name in ("before", "after"):
                self._need(cleaned, name, _("Il faut une valeur avant et une valeur après."))
        else:
            self._need(cleaned, "quantity", _("Écrivez la valeur."))
        if cleaned.get("method") == Method.WITNESSED and not cleaned.get("witness"):
            self.add_error(
                "witness", _("Qui l’a constaté\u00a0? Écrivez son nom, ou choisissez une autre réponse.")
            )
        return cleaned

    def _need(self, cleaned: dict[str, Any], name: str, message: Any) -> None:
        if cleaned.get(name) is None and name not in self.errors:
            self.add_error(name, message)

    def values(self, *, witness_id: int | None) -> ImpactValues:
        """Return the figure; only the values its kind needs."""
        typed = dict(self.cleaned_data)
        passage = typed["kind"] == ImpactKind.BEFORE_AFTER
        quantity: Decimal | None = typed.pop("quantity")
        if quantity is not None and typed["direction"] == DOWN:
            quantity = -abs(quantity)
        del typed["direction"], typed["witness"], typed["revision"]
        typed |= {"quantity": None} if passage else {"quantity": quantity, "before": None, "after": None}
        return ImpactValues(**{**typed, "kind": ImpactKind(typed["kind"]), "witness_id": witness_id})


class FeedbackForm(RevisedForm):
    """Someone's exact words."""

    revision = _revision()
    words = _text(
        _("Ses mots exacts"),
        most=LONGEST_WORDS,
        hint=_("Recopiez, n’arrangez pas\u00a0: c’est ce qui convainc."),
    )
    author_name = _line(_("De qui"), most=160, hint=_("Prénom et nom"))
    author_role = _line(_("Sa fonction"))
    given_on = DayField(label=_("Reçu le"), required=False)
    how = _line(_("Comment"), most=80, hint=_("À l’oral, par message, en réunion…"))
    quotable = forms.TypedChoiceField(
        label=_("Accepte d’être cité"),
        choices=[("", _("pas encore demandé")), ("yes", _("oui")), ("no", _("non"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class ProofForm(forms.Form):
    """A file that proves."""

    proof = forms.FileField(
        label=_("Fichier"),
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED_SUFFIXES)}),
        error_messages={
            "required": _("Choisissez un fichier."),
            "empty": _("Ce fichier est vide. Vérifiez le fichier d’origine."),
        },
    )


class ExperienceForm(forms.Form):
    """Something the student lives and writes about."""

    kind = forms.ChoiceField(label=_("Nature"), choices=ExperienceKind.choices)
    title = _line(
        _("Nom"),
        required=True,
        hint=_("Par exemple\u00a0: trésorier du BDE, job d’été, ma chaîne vidéo"),
    )
    starts_on = DayField(label=_("Depuis le"))
    ends_on = DayField(label=_("Jusqu’au"), required=False, help_text=_("Vide si cela dure encore."))

    def clean(self) -> dict[str, Any]:
        """Refuse dates in the wrong order."""
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Cette date précède la première. Vérifiez l’année."))
        return cleaned


class SheetForm(forms.Form):
    """A table to import."""

    sheet = forms.FileField(
        label=_("Fichier CSV, XLSX, Markdown ou JSON"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.md,.json"}),
        error_messages={"required": _("Choisissez un fichier."), "empty": _("Ce fichier est vide.")},
    )


class FrameworkForm(forms.Form):
    """A list of skills to import."""

    framework = forms.FileField(
        label=_("Fichier CSV, XLSX ou ZIP"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.zip"}),
        error_messages={"required": _("Choisissez un fichier."), "empty": _("Ce fichier est vide.")},
    )


class TargetForm(forms.Form):
    """A skill to aim for."""

    name = _line(_("Compétence visée"), required=True)


class MergeForm(forms.Form):
    """Two skills that are one."""

    gone = forms.ModelChoiceField(
        label=_("Celle-ci"), queryset=Skill.objects.none(), empty_label=_("à choisir")
    )
    into = forms.ModelChoiceField(
        label=_("devient celle-là"), queryset=Skill.objects.none(), empty_label=_("à choisir")
    )

    def __init__(self, *args: Any, skills: Any, **options: Any) -> None:
        """Offer the skills of the journal."""
        super().__init__(*args, **options)
        for name in ("gone", "into"):
            self.fields[name].queryset = skills  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse one skill twice."""
        cleaned = super().clean() or {}
        if cleaned.get("gone") and cleaned.get("gone") == cleaned.get("into"):
            raise ValidationError(_("Choisissez deux compétences différentes."))
        return cleaned
