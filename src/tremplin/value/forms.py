"""What a student types in Valeur."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField, NumberField
from tremplin.kit.revisions import RevisedForm
from tremplin.value.domain.candidates import BEST, CRITERIA
from tremplin.value.domain.results import Result
from tremplin.value.models import MOST_WEEKS, Line, LineRole, Slide, SlideKind

TERMS = (30, 60, 90)
LONGEST_SENTENCE = 600
QUOTABLE = (("", _("pas encore demandé")), ("yes", _("oui")), ("no", _("non")))
HEADINGS = {
    LineRole.SENTENCE: _("Phrase"),
    LineRole.FIGURE: _("Ce que mesure le chiffre"),
    LineRole.SKILL: _("Preuve"),
    LineRole.MISSING: _("Ce qui manquerait sans vous"),
}


def _short(label: Any, *, most: int = 200, required: bool = False, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


def _long(label: Any, *, hint: Any = "", rows: int = 3) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=4000, help_text=hint, widget=widget)


class EntriesForm(forms.Form):
    """Entries to tick."""

    entries = forms.MultipleChoiceField(
        label=_("Entrées"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins une entrée.")},
    )

    def __init__(self, *args: Any, results: Iterable[Result], **options: Any) -> None:
        """Offer these results."""
        super().__init__(*args, **options)
        field = self.fields["entries"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(one.entry), one.action) for one in results]

    def clean_entries(self) -> list[int]:
        """Return keys."""
        return [int(key) for key in self.cleaned_data["entries"]]


class ChooseForm(EntriesForm):
    """The entries of a deck, and the initial need."""

    need = _long(
        _("Le besoin de départ, en deux phrases"),
        hint=_("Facultatif\u00a0: sans elles, il est tiré de vos entrées. Tout se modifie ensuite."),
    )


class ShowForm(EntriesForm):
    """To whom results were shown, and when."""

    to = _short(_("À qui"), most=160, required=True, hint=_("Prénom et nom"))
    on = DayField(label=_("Quel jour"))
    how = _short(_("Comment"), most=80, hint=_("Facultatif\u00a0: en réunion, par message…"))

    def clean_to(self) -> str:
        """Refuse a name without letters."""
        return _with_letters(self.cleaned_data["to"])


class SlideForm(RevisedForm):
    """Every text of a slide."""

    title = _short(_("Titre, une affirmation"), required=True)

    def __init__(self, *args: Any, slide: Slide, lines: Sequence[Line], **options: Any) -> None:
        """Give each line its field."""
        super().__init__(*args, **options)
        if slide.kind == SlideKind.CHART:
            self.fields["says"] = _short(_("Ce que montre le graphique"))
        for line in lines:
            if line.role in HEADINGS:
                self.fields[f"line-{line.pk}"] = self._line(line)
                self.initial.setdefault(f"line-{line.pk}", line.says)
        if slide.kind != SlideKind.PLAN:
            label = (
                _("Ajouter ce qui manquerait") if slide.kind == SlideKind.SKILLS else _("Ajouter une phrase")
            )
            self.fields["added"] = _long(label, rows=2)
        self.fields["source"] = _short(_("Sources"), most=300, hint=_("Écrites au pied de la diapo."))
        self.fields["notes"] = _long(
            _("Ce que vous direz"), hint=_("Dans les notes de l’orateur, avant les preuves."), rows=2
        )

    def _line(self, line: Line) -> forms.CharField:
        label = f"{HEADINGS[LineRole(line.role)]}"
        named = f"{label}\u00a0: {line.label}" if line.label else label
        widget = forms.Textarea(attrs={"rows": 2})
        return forms.CharField(label=named, required=False, max_length=LONGEST_SENTENCE, widget=widget)

    def texts(self) -> dict[int, str]:
        """Return what was typed by key of line."""
        typed = self.cleaned_data.items()
        return {int(name.removeprefix("line-")): text for name, text in typed if name.startswith("line-")}


class CheckInForm(RevisedForm):
    """A check-in as prepared."""

    promised = _long(_("Promis"), hint=_("Une ligne par engagement."))
    done = _long(_("Fait"))
    proved = _long(_("Prouvé"), hint=_("Chaque chiffre vient d’une entrée du journal."))
    blocked = _long(_("Bloqué"), hint=_("Ce qui bloque, et l’aide demandée."))
    next = _long(_("Ensuite"))
    wins = _long(_("Trois réussites"), hint=_("Les trois que vous direz à voix haute."))
    question = _short(_("Une question sur la suite"), most=300)

    def __init__(self, *args: Any, goals: Sequence[tuple[int, str]] = (), **options: Any) -> None:
        """Offer the private goals, none of them ticked."""
        super().__init__(*args, **options)
        self.goals = {str(key): text for key, text in goals}
        if goals:
            self.fields["goals"] = forms.MultipleChoiceField(
                label=_("Vos objectifs privés"),
                help_text=_(
                    "Votre tuteur lira ceux que vous cochez\u00a0: ils rejoignent «\u00a0Promis\u00a0»."
                ),
                choices=list(self.goals.items()),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def columns(self) -> dict[str, Any]:
        """Return the columns, each goal ticked being one more line of what is promised."""
        typed = dict(self.cleaned_data)
        ticked = [self.goals[key] for key in typed.pop("goals", ())]
        typed["promised"] = "\n".join(filter(None, (typed["promised"], *ticked)))
        return typed


class OutcomeForm(RevisedForm):
    """What came of a check-in."""

    held_on = DayField(label=_("Tenu le"))
    notes = _long(_("Ce qui s’est dit"))
    words = _long(
        _("Retour reçu, mot pour mot"), hint=_("Il rejoint votre journal, sans guillemets."), rows=2
    )
    author = _short(_("De qui"), most=160, hint=_("Prénom et nom"))
    quotable = forms.ChoiceField(label=_("Accepte d’être cité"), choices=QUOTABLE, required=False)
    mine = _long(_("Vos engagements"), hint=_("Une ligne par engagement. Le prochain point les reprend."))
    theirs = _long(_("Leurs engagements"))
    showed = forms.BooleanField(
        label=_("J’ai montré mes résultats chiffrés à cette personne"), required=False
    )

    def clean_author(self) -> str:
        """Refuse a name without letters."""
        author: str = self.cleaned_data["author"]
        return _with_letters(author) if author else ""


class ScoreForm(RevisedForm):
    """Six scores, a measure, what is written for whoever follows."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask each criterion."""
        super().__init__(*args, **options)
        for criterion in CRITERIA:
            self.fields[f"{criterion.key}_score"] = forms.TypedChoiceField(
                label=f"{criterion.name} ({criterion.weight})",
                help_text=f"0\u00a0: {criterion.none}. {BEST}\u00a0: {criterion.full}.",
                choices=[("", "–"), *((str(score), str(score)) for score in range(BEST + 1))],
                coerce=int,
                empty_value=None,
                required=False,
            )
        self.fields["measure"] = _short(_("Ce qui est mesuré"))
        self.fields["unit"] = _short(_("Unité"), most=80)
        self.fields["before"] = NumberField(label=_("Avant"), required=False, decimal_places=4)
        self.fields["after"] = NumberField(label=_("Après"), required=False, decimal_places=4)
        self.fields["stop_on"] = DayField(label=_("Date d’arrêt"), required=False)
        self.fields["successor"] = _short(_("Qui reprend"))
        self.fields["documentation"] = _long(
            _("Page de documentation"),
            hint=_("Ce que c’est, comment le faire tourner, à qui demander. Elle reste après vous."),
            rows=8,
        )


class AssumptionsForm(RevisedForm):
    """The assumptions of the sums, each with where it comes from."""

    weeks_low = NumberField(label=_("Au moins"), min_value=1, max_value=MOST_WEEKS, decimal_places=1)
    weeks_high = NumberField(label=_("Au plus"), min_value=1, max_value=MOST_WEEKS, decimal_places=1)
    weeks_from = _short(_("D’où vient ce chiffre"))
    cost_low = NumberField(label=_("Au moins, en euros"), required=False, min_value=0, decimal_places=2)
    cost_high = NumberField(label=_("Au plus, en euros"), required=False, min_value=0, decimal_places=2)
    cost_from = _short(_("D’où vient ce chiffre"))
    employing_low = NumberField(label=_("Au moins, en euros"), required=False, min_value=0, decimal_places=2)
    employing_high = NumberField(label=_("Au plus, en euros"), required=False, min_value=0, decimal_places=2)
    employing_from = _short(_("D’où vient ce chiffre"))

    def clean(self) -> dict[str, Any]:
        """Refuse ranges whose ends are swapped."""
        cleaned = super().clean() or {}
        for name in ("weeks", "cost", "employing"):
            _in_order(self, cleaned, f"{name}_low", f"{name}_high")
        return cleaned


class FrequencyForm(RevisedForm):
    """How often a time saved comes back in a year."""

    low = NumberField(label=_("Fois par an, au moins"), required=False, min_value=0, decimal_places=2)
    high = NumberField(label=_("Fois par an, au plus"), required=False, min_value=0, decimal_places=2)
    counted = forms.BooleanField(label=_("Compter dans le total"), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a range whose ends are swapped."""
        cleaned = super().clean() or {}
        _in_order(self, cleaned, "low", "high")
        return cleaned


class AttestationForm(forms.Form):
    """What an attestation says, and what really happened."""

    text = forms.CharField(
        label=_("Texte de l’attestation"),
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Copiez-le tel quel, ou seulement la durée et le montant."),
        error_messages={"required": _("Copiez ici ce que dit l’attestation.")},
    )
    hours = NumberField(
        label=_("Heures vraiment faites"),
        min_value=0,
        decimal_places=2,
        error_messages={"required": _("Écrivez vos heures de présence.")},
    )
    paid = NumberField(
        label=_("Gratification reçue en tout, en euros"),
        min_value=0,
        decimal_places=2,
        help_text=_("0 s’il n’y en a pas eu."),
        error_messages={"required": _("Écrivez ce que vous avez reçu, ou 0.")},
    )


class DutyForm(RevisedForm):
    """A task held, and who would take it over."""

    task = _short(_("Tâche que vous tenez"), required=True)
    successor = _short(_("Qui la reprendrait"), most=160, hint=_("Vide si personne."))
    documented = _short(_("Où elle est expliquée"), hint=_("Vide si nulle part."))


class BudgetForm(RevisedForm):
    """Who decides of a budget."""

    name = _short(_("Prénom et nom"), most=160)

    def clean_name(self) -> str:
        """Refuse a name without letters."""
        name: str = self.cleaned_data["name"]
        return _with_letters(name) if name else ""


class PlanForm(RevisedForm):
    """Three terms, and what all of it needs."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask the three terms."""
        super().__init__(*args, **options)
        for days in TERMS:
            self.fields[f"deliverable_{days}"] = _short(_("Livrable"), hint=_("Ce qui existera."))
            self.fields[f"indicator_{days}"] = _short(_("Indicateur"), hint=_("À quoi cela se verra."))
            self.fields[f"help_{days}"] = _short(_("Aide nécessaire"))
        self.fields["needs"] = _short(_("Ce qu’il me faut pour tout le plan"), most=300)

    def terms(self) -> list[tuple[int, list[forms.BoundField]]]:
        """Return the fields of each term."""
        names = ("deliverable", "indicator", "help")
        return [(days, [self[f"{name}_{days}"] for name in names]) for days in TERMS]

    def steps(self) -> dict[int, dict[str, str]]:
        """Return what was typed by number of days."""
        names = ("deliverable", "indicator", "help")
        return {days: {name: self.cleaned_data[f"{name}_{days}"] for name in names} for days in TERMS}


def _in_order(form: forms.Form, cleaned: dict[str, Any], low: str, high: str) -> None:
    first, last = cleaned.get(low), cleaned.get(high)
    if first is not None and last is not None and last < first:
        form.add_error(high, _("Le plus grand des deux va ici. Échangez-les."))


def _with_letters(name: str) -> str:
    if not any(letter.isalpha() for letter in name):
        raise ValidationError(_("Écrivez un prénom et un nom."))
    return name
