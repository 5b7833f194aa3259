"""What is typed of an internship that went wrong."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.stories.domain.lacks import lacks
from tremplin.stories.domain.passphrases import is_easy
from tremplin.stories.domain.triage import troubles
from tremplin.stories.models.hardship import LONGEST_RESILIENCE_PART

SHORTEST_PASSPHRASE: Final = 10
LONGEST_FACT: Final = 5000
ANOTHER: Final = "another"


class TriageForm(forms.Form):
    """Ten questions; nothing of the answers is kept."""

    yes = forms.MultipleChoiceField(
        label=_("Cochez ce qui vous arrive"),
        choices=[(one.key, one.question) for one in troubles()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Cochez au moins une question, ou fermez cette page si tout va bien."),
            "invalid_choice": _("Une réponse n’est pas dans la liste. Cochez de nouveau."),
        },
    )


def _passphrase(*, label: Any, hint: Any = "", least: int | None = None) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        min_length=least,
        max_length=1000,
        help_text=hint,
        error_messages={
            "required": _("Écrivez la phrase secrète."),
            "min_length": _("Cette phrase est trop courte\u00a0: 10 caractères au moins."),
        },
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class StartNotesForm(forms.Form):
    """The passphrase of new notes, typed twice, and a deliberate yes."""

    passphrase = _passphrase(
        label=_("Phrase secrète"),
        hint=_("Au moins 10 caractères\u00a0: quatre mots au hasard suffisent."),
        least=SHORTEST_PASSPHRASE,
    )
    again = _passphrase(label=_("La même, une seconde fois"))
    understood = forms.BooleanField(
        label=_("J’ai compris\u00a0: phrase perdue, notes perdues. Personne ne peut les rouvrir."),
        error_messages={"required": _("Cochez la case\u00a0: Tremplin ne peut pas retrouver cette phrase.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the same phrase twice: a slip would lock the notes for ever; refuse one easy to guess."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if "passphrase" in typed and is_easy(typed["passphrase"]):
            self.add_error("passphrase", _("Cette phrase se devine trop vite. Prenez quatre mots au hasard."))
        if typed.get("passphrase") and typed.get("again") and typed["passphrase"] != typed["again"]:
            self.add_error("again", _("Les deux phrases diffèrent. Écrivez la même."))
        return typed


class OpenNotesForm(forms.Form):
    """The passphrase, for one reading."""

    passphrase = _passphrase(label=_("Phrase secrète"))


class FactForm(forms.Form):
    """A fact to seal, and the passphrase that seals it."""

    on = DayField(label=_("Jour"))
    says = forms.CharField(
        label=_("Ce qui s’est passé"),
        max_length=LONGEST_FACT,
        help_text=_("Les mots exacts, les gestes, le lieu, l’heure. Sans commentaire."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen_by = forms.CharField(
        label=_("Qui a vu ou entendu"), max_length=500, required=False, widget=forms.TextInput
    )
    kept = forms.CharField(
        label=_("Ce que vous avez gardé"),
        max_length=500,
        required=False,
        help_text=_("Messages, copies d’écran, certificat. Dites où c’est."),
    )
    passphrase = _passphrase(label=_("Phrase secrète"), hint=_("Demandée à chaque fois, jamais gardée."))


class StartResilienceForm(forms.Form):
    """What was missing, and in which internship."""

    lacks = forms.MultipleChoiceField(
        label=_("Ce qui a manqué"),
        choices=[(one.key, one.names) for one in lacks()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Cochez au moins une chose\u00a0: votre récit part de là."),
            "invalid_choice": _("Une réponse n’est pas dans la liste. Cochez de nouveau."),
        },
    )
    internship = forms.ChoiceField(label=_("Stage"), required=False)
    host = forms.CharField(
        label=_("Employeur"),
        max_length=200,
        required=False,
        help_text=_("Son nom sert à le repérer dans votre récit, pour le retirer."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    starts_on = DayField(label=_("Premier jour"), required=False)
    ends_on = DayField(label=_("Dernier jour"), required=False)

    def __init__(self, *args: Any, internships: Iterable[Any] = (), **options: Any) -> None:
        """Offer the internships already there, or another one."""
        super().__init__(*args, **options)
        known = [(str(one.pk), str(one)) for one in internships]
        field: Any = self.fields["internship"]
        field.choices = [*known, (ANOTHER, _("un autre stage"))]
        field.initial = known[0][0] if known else ANOTHER
        self.has_internships = bool(known)

    @property
    def internship_id(self) -> int | None:
        """The internship chosen; None for another one, told by its employer or its dates."""
        chosen = self.cleaned_data.get("internship") or ANOTHER
        is_told = any(self.cleaned_data.get(name) for name in ("host", "starts_on", "ends_on"))
        return None if chosen == ANOTHER or is_told else int(chosen)

    def clean(self) -> dict[str, Any]:
        """Ask for the dates of an internship that is not there yet."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if self.internship_id is not None:
            return typed
        first, last = typed.get("starts_on"), typed.get("ends_on")
        for name in ("starts_on", "ends_on"):
            if not typed.get(name) and name not in self.errors:
                self.add_error(name, _("Écrivez ce jour\u00a0: il prouve la durée du stage."))
        if first and last and last < first:
            self.add_error("ends_on", _("Le dernier jour vient avant le premier. Corrigez l’un des deux."))
        return typed


def _part(label: Any, hint: Any, *, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_RESILIENCE_PART,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ResilienceForm(RevisedForm):
    """The six parts, and the words that stand for the employer."""

    fact = _part(_("Le fait"), _("Quel stage, combien de temps, quel secteur."))
    constraint = _part(_("La contrainte"), _("Ce qui manquait, sans dire à qui la faute."))
    decision = _part(
        _("Ce que j’ai décidé"), _("Commencez par «\u00a0j’ai\u00a0»\u00a0: c’est vous qui agissez."), rows=3
    )
    effect = _part(_("L’effet mesurable"), _("Un chiffre, un document, quelqu’un qui s’en sert encore."))
    learnt = _part(_("Ce que j’ai appris"), _("Une compétence, dite simplement."))
    now = _part(_("Comment je travaille maintenant"), _("Une habitude que vous avez gardée."))
    described = forms.CharField(
        label=_("L’employeur, sans le nommer"),
        max_length=120,
        required=False,
        help_text=_("Par exemple\u00a0: une PME de l’agroalimentaire."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    also_hidden = forms.CharField(
        label=_("Autres noms à taire"),
        max_length=300,
        required=False,
        help_text=_("Marque, groupe, surnom. Séparez-les par des virgules."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def naming(self) -> list[forms.BoundField]:
        """How the employer is spoken of."""
        return [self["described"], self["also_hidden"]]


class ProveForm(forms.Form):
    """Where a figure comes from: the dated note that proves it."""

    on = DayField(label=_("Quel jour"))
    says = forms.CharField(
        label=_("Ce qui s’est passé, avec le chiffre"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    method = forms.ChoiceField(
        label=_("Comment le savez-vous"),
        choices=(("measured", _("je l’ai mesuré ou compté")), ("estimated", _("je l’estime"))),
    )


class GhostForm(forms.Form):
    """A ghost project, started from a story."""

    title = forms.CharField(
        label=_("Ce que personne n’a demandé"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    ghost_kind = forms.ChoiceField(label=_("Forme"))
    objective = forms.CharField(
        label=_("À quoi cela sert"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, kinds: Iterable[tuple[str, Any]], **options: Any) -> None:
        """Offer the forms a ghost project may take."""
        super().__init__(*args, **options)
        field: Any = self.fields["ghost_kind"]
        field.choices = list(kinds)


class EndForm(forms.Form):
    """The last day of the internship whose weeks are planned."""

    fin = DayField(label=_("Dernier jour du stage"))

    def last_day(self) -> date | None:
        """Return the day; None when it was not read."""
        day: date | None = self.cleaned_data.get("fin") if self.is_valid() else None
        return day
