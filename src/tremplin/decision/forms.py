"""What is typed of a decision."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tremplin.decision.domain.file import dates_fault, rhythm_fault
from tremplin.decision.domain.matrix import POINTS
from tremplin.decision.domain.weighing import told_apart
from tremplin.decision.models import (
    Alternation,
    Confidence,
    Criterion,
    Diploma,
    Kind,
    Nationality,
    Option,
    Territory,
)
from tremplin.kit.forms import DayField, NumberField
from tremplin.kit.revisions import RevisedForm

MARKS: Final = ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5"))
UNSAID: Final = ("", _("je ne sais pas"))
UNCHOSEN: Final = ("", _("choisissez"))
ANSWERS: Final = (UNSAID, ("True", _("oui")), ("False", _("non")))


def _short(label: Any, *, most: int, required: bool = True, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


def _long(label: Any, *, most: int, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint, widget=widget)


def _amount(label: Any, *, hint: Any = "", most: int = 100_000) -> NumberField:
    return NumberField(
        label=label, required=False, min_value=0, max_value=most, decimal_places=2, help_text=hint
    )


def _whole(label: Any, *, most: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        help_text=hint,
        error_messages={
            "invalid": _("Écrivez un nombre entier."),
            "min_value": _("Écrivez un nombre positif."),
            "max_value": _("C’est plus que %(limit_value)s : vérifiez ce nombre."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


def _said(label: Any, *, hint: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=ANSWERS,
        coerce=lambda value: value == "True",
        empty_value=None,
        help_text=hint,
    )


class DecisionForm(RevisedForm):
    """What is decided, and what the law asks of the student."""

    title = _short(_("Ce que vous décidez"), most=120, hint=_("Par exemple : mon M2, 2026-2027."))
    birth_on = DayField(
        label=_("Date de naissance"),
        required=False,
        help_text=_("JJ/MM/AAAA. L’âge change la paie minimale."),
    )
    nationality = forms.ChoiceField(
        label=_("Nationalité"),
        required=False,
        choices=(UNSAID, *Nationality.choices),
        help_text=_("Pour savoir s’il faut demander un droit au travail. Rien d’autre."),
    )
    territory = forms.ChoiceField(label=_("SMIC qui s’applique"), choices=Territory.choices)
    alsace_moselle = forms.BooleanField(label=_("J’habite ou je travaille en Alsace-Moselle"), required=False)

    def clean_birth_on(self) -> date | None:
        """Refuse a day to come."""
        born: date | None = self.cleaned_data["birth_on"]
        if born is not None and born > localdate():
            raise forms.ValidationError(_("Ce jour est à venir. Vérifiez l’année."))
        return born


class OptionForm(RevisedForm):
    """One option, as far as it is known: only its name, form and dates are asked for."""

    name = _short(_("Nom de l’option"), most=120, hint=_("Par exemple : apprentissage chez Nordelle."))
    kind = forms.ChoiceField(label=_("Forme"), choices=Kind.choices)
    employer = _short(_("Employeur"), most=200, required=False)
    starts_on = DayField(label=_("Premier jour"))
    ends_on = DayField(label=_("Dernier jour"))
    signed_on = DayField(label=_("Signature"), required=False, help_text=_("JJ/MM/AAAA. Elle fixe les taux."))
    weekly_hours = NumberField(
        label=_("Heures par semaine"),
        required=False,
        min_value=1,
        max_value=60,
        decimal_places=2,
        help_text=_("35 si vous laissez vide."),
    )
    offered = _amount(
        _("Rémunération proposée"),
        hint=_("Brut : par mois pour un contrat, par heure pour un stage. Vide : le minimum légal."),
    )
    conventional_minimum = _amount(
        _("Minimum de la branche"), hint=_("Euros par mois, pour le poste, si vous le connaissez.")
    )
    health_cover = _amount(_("Prix de la mutuelle"), hint=_("Euros par mois, part de l’employeur comprise."))
    diploma = forms.ChoiceField(
        label=_("Diplôme le plus élevé"),
        required=False,
        choices=(UNSAID, *Diploma.choices),
        help_text=_("Pour une professionnalisation."),
    )
    years_done = _whole(
        _("Années du cycle déjà faites"),
        most=3,
        hint=_("Pour un apprentissage qui commence en 2e ou 3e année du cycle."),
    )
    public_employer = _said(_("Employeur public"))
    validated = _said(_("L’école a dit oui"))
    teaching_hours = NumberField(
        label=_("Heures d’enseignement de l’année"),
        required=False,
        min_value=0,
        max_value=3000,
        decimal_places=1,
        help_text=_("Pour un stage, hors stage."),
    )
    job_weekly_hours = NumberField(
        label=_("Petit emploi à côté"),
        required=False,
        min_value=0,
        max_value=60,
        decimal_places=2,
        help_text=_("Heures par semaine."),
    )
    job_hourly = _amount(_("Sa paie"), hint=_("Euros bruts par heure. Vide : le SMIC."), most=1000)
    transport = _amount(_("Abonnement de transport"), hint=_("Euros par mois."))
    meals = _amount(_("Repas"), hint=_("Euros par mois."))
    rent = _amount(_("Loyer"), hint=_("Euros par mois."))
    housing_given = forms.BooleanField(label=_("Logement fourni : pas de loyer"), required=False)
    tuition = _amount(_("Frais de scolarité à votre charge"), hint=_("Euros, pour toute la période."))
    alternation = forms.ChoiceField(label=_("Rythme"), choices=Alternation.choices)
    company_part = _whole(_("En entreprise"), most=26, hint=_("Jours ou semaines, selon le rythme."))
    school_part = _whole(_("À l’école"), most=26, hint=_("Jours ou semaines, selon le rythme."))
    school_hours = NumberField(
        label=_("Cours d’une semaine à l’école"),
        required=False,
        min_value=0,
        max_value=60,
        decimal_places=1,
        help_text=_("Heures."),
    )
    commute_minutes = _whole(_("Trajet, aller"), most=300, hint=_("Minutes jusqu’à l’entreprise."))

    ESSENTIAL: Final = ("name", "kind", "employer", "starts_on", "ends_on", "signed_on", "offered")
    LAW: Final = (
        "weekly_hours", "public_employer", "validated", "diploma", "years_done", "teaching_hours",
        "conventional_minimum", "health_cover",
    )  # fmt: skip
    LIVING: Final = (
        "transport",
        "meals",
        "rent",
        "housing_given",
        "tuition",
        "job_weekly_hours",
        "job_hourly",
    )
    RHYTHM: Final = ("alternation", "company_part", "school_part", "school_hours", "commute_minutes")

    def clean(self) -> dict[str, Any]:
        """Refuse dates that bound nothing, and a rhythm that says neither days nor weeks."""
        typed = super().clean() or {}
        first, last = typed.get("starts_on"), typed.get("ends_on")
        if first and last and (fault := dates_fault(first, last)):
            self.add_error("ends_on", fault[:1].upper() + fault[1:])
        rhythm = (typed.get(name) for name in ("company_part", "school_part"))
        if fault := rhythm_fault(typed.get("alternation") or Alternation.FULL, *rhythm):
            self.add_error("company_part", fault[:1].upper() + fault[1:])
        return typed

    def group(self, names: Iterable[str]) -> list[forms.BoundField]:
        """Return the fields of one part of the page."""
        return [self[name] for name in names]

    @property
    def essential(self) -> list[forms.BoundField]:
        """Name, form, employer, dates and pay."""
        return self.group(self.ESSENTIAL)

    @property
    def law(self) -> list[forms.BoundField]:
        """What the law needs to be exact."""
        return self.group(self.LAW)

    @property
    def living(self) -> list[forms.BoundField]:
        """What it costs, and the job beside."""
        return self.group(self.LIVING)

    @property
    def rhythm(self) -> list[forms.BoundField]:
        """How work and school alternate."""
        return self.group(self.RHYTHM)

    def said(self) -> dict[str, Any]:
        """Return the facts by column of the option, the employer and the revision left out."""
        facts = dict(self.cleaned_data)
        for name in ("revision", "employer"):
            facts.pop(name)
        return {**facts, "years_done": facts["years_done"] or 0}


def facts_of(row: Option) -> dict[str, Any]:
    """Return what the form of an option shows first."""
    names = set(OptionForm.base_fields) - {"employer"}
    shown = {name: getattr(row, name) for name in names}
    for name in ("public_employer", "validated"):
        shown[name] = "" if shown[name] is None else str(shown[name])
    return {**shown, "employer": str(row.organization or "")}


class WeightsForm(RevisedForm):
    """A hundred points shared among the criteria."""

    def __init__(self, *args: Any, rows: Iterable[Criterion], **options: Any) -> None:
        """Add a number of points for each criterion."""
        super().__init__(*args, **options)
        self.rows = tuple(rows)
        for row in self.rows:
            field = _whole(row.name, most=POINTS)
            field.initial = row.weight
            self.fields[f"weight-{row.pk}"] = field

    @property
    def lines(self) -> list[tuple[Criterion, forms.BoundField]]:
        """Each criterion with its field."""
        return [(row, self[f"weight-{row.pk}"]) for row in self.rows]

    def clean(self) -> dict[str, Any]:
        """Refuse anything but a hundred points, unless they are asked to be scaled."""
        typed = super().clean() or {}
        total = sum(self.weights().values())
        if self.errors or (total == POINTS) or (total and "scale" in self.data):
            return typed
        raise forms.ValidationError(_points_left(total))

    def weights(self) -> dict[int, int]:
        """Return the points by key of criterion, scaled to a hundred when that was asked."""
        typed = {row.pk: self.cleaned_data.get(f"weight-{row.pk}") or 0 for row in self.rows}
        return scaled(typed) if "scale" in self.data and any(typed.values()) else typed


def _points_left(total: int) -> str:
    left = POINTS - total
    if not total:
        return str(_("Aucun point n’est donné. Partagez 100 points entre les critères."))
    if left > 0:
        return ngettext(
            "Il reste %(left)s point à donner : le total fait %(total)s, il doit faire 100.",
            "Il reste %(left)s points à donner : le total fait %(total)s, il doit faire 100.",
            left,
        ) % {"left": left, "total": total}
    return ngettext(
        "Il y a %(left)s point de trop : le total fait %(total)s, il doit faire 100.",
        "Il y a %(left)s points de trop : le total fait %(total)s, il doit faire 100.",
        -left,
    ) % {"left": -left, "total": total}


def scaled(weights: dict[int, int]) -> dict[int, int]:
    """Share a hundred points in the proportions given, whole, the largest remainders first.

    Args:
        weights: points of any total above zero.

    Returns:
        Points that add up to a hundred.
    """
    total = sum(weights.values())
    exact = {key: Decimal(weight * POINTS) / total for key, weight in weights.items()}
    shared = {key: int(value) for key, value in exact.items()}
    rest = POINTS - sum(shared.values())
    for key in sorted(exact, key=lambda one: (shared[one] - exact[one], one))[:rest]:
        shared[key] += 1
    return shared


class TriedWeightsForm(WeightsForm):
    """Weights tried on the page, whatever their total: only proportions count."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask for every weight: one left empty is a mistake here, not a zero."""
        super().__init__(*args, **options)
        for row in self.rows:
            self.fields[f"weight-{row.pk}"].required = True
            self.fields[f"weight-{row.pk}"].error_messages["required"] = _("Écrivez un nombre, 0 au besoin.")

    def clean(self) -> dict[str, Any]:
        """Accept any total above zero."""
        if not self.errors and not any(self.weights().values()):
            raise forms.ValidationError(
                _("Tous les poids sont à 0 : donnez des points à un critère au moins.")
            )
        return self.cleaned_data

    @property
    def refusals(self) -> list[str]:
        """What is wrong with the weights tried, criterion by criterion."""
        named = [f"{row.name} : {error}" for row, field in self.lines for error in field.errors]
        return [*map(str, self.non_field_errors()), *named]


class CriterionForm(forms.Form):
    """A criterion of the student's own."""

    name = _short(_("Critère"), most=80, hint=_("Par exemple : handball trois soirs par semaine."))
    one = _short(_("Ce que vaut un 1"), most=160, required=False)
    five = _short(_("Ce que vaut un 5"), most=160, required=False)


class ScoresForm(RevisedForm):
    """Scores from 1 to 5 for each option on each criterion; none is asked for, none is proposed."""

    def __init__(self, *args: Any, lines: Iterable[Any], **options: Any) -> None:
        """Add a score, how sure it is, and why."""
        super().__init__(*args, **options)
        self.matrix = tuple(lines)
        for line in self.matrix:
            for option, score in line.scores:
                self._add(f"{option.pk}-{line.row.pk}", option.name, score)

    def _add(self, key: str, label: str, score: Any) -> None:
        self.fields[f"value-{key}"] = forms.TypedChoiceField(
            label=label,
            choices=MARKS,
            coerce=int,
            required=False,
            empty_value=None,
            initial=score.value if score else None,
            widget=forms.RadioSelect,
        )
        self.fields[f"confidence-{key}"] = forms.ChoiceField(
            label=_("Sûreté"),
            choices=Confidence.choices,
            required=False,
            initial=score.confidence if score else Confidence.MEDIUM,
        )
        self.fields[f"note-{key}"] = _short(_("Pourquoi"), most=500, required=False)
        self.fields[f"note-{key}"].initial = score.note if score else ""

    @property
    def lines(
        self,
    ) -> list[tuple[Any, list[tuple[Any, forms.BoundField, forms.BoundField, forms.BoundField]]]]:
        """Each criterion with, for each option, the fields of its score."""
        return [
            (line, [(option, *self._fields(f"{option.pk}-{line.row.pk}")) for option, _score in line.scores])
            for line in self.matrix
        ]

    @property
    def weighing(self) -> list[tuple[Any, Any]]:
        """The lines whose criterion has points."""
        return [each for each in self.lines if each[0].row.weight]

    @property
    def weightless(self) -> list[tuple[Any, Any]]:
        """The lines whose criterion has none."""
        return [each for each in self.lines if not each[0].row.weight]

    def name_in_full(self) -> None:
        """Name each field with its criterion and option, where the page does not set them in a table."""
        for line, cells in self.lines:
            for option, *fields in cells:
                for field, what in zip(fields, (_("note"), _("sûreté"), _("pourquoi")), strict=True):
                    field.label = field.field.label = f"{line.row.name}, {option.name}, {what}"

    def _fields(self, key: str) -> tuple[forms.BoundField, forms.BoundField, forms.BoundField]:
        return self[f"value-{key}"], self[f"confidence-{key}"], self[f"note-{key}"]


class ExamForm(forms.Form):
    """A period of exams."""

    name = _short(_("Examens"), most=80, hint=_("Par exemple : partiels de janvier."))
    first_on = DayField(label=_("Premier jour"))
    last_on = DayField(label=_("Dernier jour"))

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the start."""
        typed = super().clean() or {}
        first, last = typed.get("first_on"), typed.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("La fin vient avant le début."))
        return typed


class ChoiceForm(RevisedForm):
    """What is chosen, and why."""

    option = forms.TypedChoiceField(
        label=_("Je choisis"),
        coerce=int,
        error_messages={"required": _("Dites quelle option vous choisissez.")},
    )
    why = _long(_("Pourquoi"), most=1000, hint=_("Ce que vous voudrez relire dans un an."))
    review_on = DayField(
        label=_("À revoir le"),
        required=False,
        help_text=_("JJ/MM/AAAA. Pour comparer avec ce qui s’est passé."),
    )

    def __init__(self, *args: Any, rows: Iterable[Option], **options: Any) -> None:
        """Offer the options in sight."""
        super().__init__(*args, **options)
        names = told_apart({str(row.pk): row.name for row in rows})
        self.fields["option"].choices = [UNCHOSEN, *names.items()]  # type: ignore[attr-defined]

    def clean_review_on(self) -> date | None:
        """Refuse a day gone by, unless it was written before."""
        day: date | None = self.cleaned_data["review_on"]
        if day is not None and day < localdate() and day != self.initial.get("review_on"):
            raise forms.ValidationError(_("Ce jour est passé. Choisissez-en un à venir."))
        return day


class ReviewForm(RevisedForm):
    """What happened, held against the scores given before."""

    on = DayField(label=_("Revu le"))
    happened = _long(_("Ce qui s’est passé"), most=2000)
    same_again = _said(_("Je referais ce choix"))

    def __init__(self, *args: Any, lines: Iterable[tuple[Criterion, Any]], **options: Any) -> None:
        """Add the score that the chosen option turned out to deserve."""
        super().__init__(*args, **options)
        self.rows = tuple(lines)
        for row, score in self.rows:
            self.fields[f"lived-{row.pk}"] = forms.TypedChoiceField(
                label=row.name,
                choices=(("", "–"), *MARKS),
                coerce=int,
                required=False,
                empty_value=None,
                initial=score.lived if score else None,
            )

    @property
    def lines(self) -> list[tuple[Criterion, Any, forms.BoundField]]:
        """Each criterion with the score given before and the field of the one lived."""
        return [(row, score, self[f"lived-{row.pk}"]) for row, score in self.rows]

    def lived(self) -> dict[int, int | None]:
        """Return the scores lived by key of criterion."""
        return {row.pk: self.cleaned_data[f"lived-{row.pk}"] for row, _score in self.rows}
