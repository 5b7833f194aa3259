"""What a student types about people."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.network.domain.circles import circles
from tremplin.network.domain.expertise import domains
from tremplin.network.domain.letters import HOOKS
from tremplin.network.models import Closeness, InteractionKind

UNSAID = ("", _("Je ne l’ai pas dit"))
UNCHANGED = ("", _("Ne pas changer"))
YES_OR_NO = (("", _("Je ne sais pas")), ("yes", _("Oui")), ("no", _("Non")))
ANSWERS = {"yes": True, "no": False, "": None}
TOO_LONG: Any = {
    "max_length": _("C’est trop long\u00a0: %(limit_value)d signes au plus, vous en avez %(show_value)d.")
}


def circle_choices() -> list[tuple[str, Any]]:
    """Return the circles, the unsaid one first."""
    return [UNSAID, *((one.key, one.name) for one in circles().values())]


def domain_choices() -> list[tuple[str, Any]]:
    """Return the domains, what the words say first."""
    return [("", _("Ce que disent les mots")), *domains().items()]


def filing_circles() -> list[tuple[str, Any]]:
    """Return the circles people are put in, none first."""
    return [UNCHANGED, *circle_choices()[1:]]


def filing_domains() -> list[tuple[str, Any]]:
    """Return the domains people are put in, none first."""
    return [UNCHANGED, *domains().items()]


class PersonForm(forms.Form):
    """What is kept of someone, corrected by hand."""

    full_name = forms.CharField(label=_("Prénom et nom"), max_length=160, error_messages=TOO_LONG)
    circle = forms.ChoiceField(label=_("Cercle"), choices=circle_choices, required=False)
    closeness = forms.TypedChoiceField(
        label=_("Vous vous connaissez"),
        choices=[UNSAID, *Closeness.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    expertise = forms.ChoiceField(label=_("Domaine"), choices=domain_choices, required=False)
    is_connector = forms.ChoiceField(
        label=_("Connaît beaucoup de monde\u00a0?"), choices=YES_OR_NO, required=False
    )
    email = forms.EmailField(
        label=_("Adresse électronique"),
        required=False,
        error_messages={"invalid": _("Écrivez une adresse complète, comme prenom.nom@exemple.fr.")},
    )
    phone = forms.CharField(label=_("Téléphone"), max_length=40, required=False, error_messages=TOO_LONG)
    profile_url = forms.URLField(
        label=_("Profil en ligne"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Écrivez l’adresse de la page, comme https://exemple.fr/profil.")},
    )

    def clean_full_name(self) -> str:
        """Ask for a name made of letters."""
        name = " ".join(self.cleaned_data["full_name"].split())
        if not any(letter.isalpha() for letter in name):
            raise forms.ValidationError(_("Écrivez au moins un prénom ou un nom."))
        return name

    def changes(self) -> dict[str, Any]:
        """Return what was typed, as it is kept."""
        typed = {name: self.cleaned_data[name] for name in PersonForm.base_fields}
        return {**typed, "is_connector": ANSWERS[typed["is_connector"]]}


class RoleForm(forms.Form):
    """What someone does, and where."""

    title = forms.CharField(label=_("Fonction"), max_length=160, required=False, error_messages=TOO_LONG)
    organization = forms.CharField(label=_("Chez"), max_length=200, required=False, error_messages=TOO_LONG)

    def clean_organization(self) -> str:
        """Ask for a name that can be told from another."""
        name = " ".join(self.cleaned_data["organization"].split())
        if name and not any(letter.isalnum() for letter in name):
            raise forms.ValidationError(_("Écrivez le nom de l’organisation."))
        return name

    def clean(self) -> dict[str, Any]:
        """Ask where when a position is given alone."""
        typed = super().clean() or {}
        if typed.get("title") and not typed.get("organization") and "organization" not in self.errors:
            self.add_error("organization", _("Écrivez aussi où : une entreprise, une école, un club."))
        return typed


class EditForm(RevisedForm, PersonForm, RoleForm):
    """All that is kept of someone, what they do now last."""

    field_order = (*PersonForm.base_fields, *RoleForm.base_fields)


class ExchangeForm(forms.Form):
    """An exchange in one line."""

    on = DayField(label=_("Jour"))
    kind = forms.ChoiceField(label=_("Comment"), choices=InteractionKind.choices, initial="message")
    line = forms.CharField(label=_("En une ligne"), max_length=200, required=False, error_messages=TOO_LONG)

    def clean_on(self) -> date:
        """Refuse a day to come: nothing passed yet."""
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            said = _("Le %(day)s n’est pas encore venu. Notez l’échange le jour où il a lieu.")
            raise forms.ValidationError(said, code="later", params={"day": f"{day:%d/%m/%Y}"})
        return day


class WakeForm(forms.Form):
    """Why now, and what advice is asked."""

    hook = forms.ChoiceField(
        label=_("Pourquoi maintenant"),
        choices=list(HOOKS.items()),
        widget=forms.RadioSelect,
        initial="memory",
    )
    line = forms.CharField(
        label=_("En une phrase"),
        max_length=240,
        required=False,
        help_text=_("Le souvenir, la nouvelle, ou ce que vous envoyez."),
        error_messages=TOO_LONG,
    )
    question = forms.CharField(
        label=_("Votre question"),
        max_length=200,
        required=False,
        help_text=_("Un conseil sur ce que cette personne connaît. Pas un service."),
        error_messages=TOO_LONG,
    )

    SERVICES: ClassVar = (
        "un stage",
        "une alternance",
        "un emploi",
        "un job",
        "mon cv",
        "embauch",
        "recommander",
    )

    def clean_question(self) -> str:
        """Refuse a favour: the message asks for advice."""
        asked = " ".join(self.cleaned_data["question"].split())
        found = next((word for word in self.SERVICES if word in asked.lower()), "")
        if found:
            said = _("«\u00a0%(word)s\u00a0» demande un service. Demandez plutôt un avis.")
            raise forms.ValidationError(said, params={"word": found})
        return asked


class LinesForm(forms.Form):
    """People, one line each."""

    lines = forms.CharField(
        label=_("Une personne par ligne"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        help_text=_(
            "Le nom, puis la fonction et l’entreprise. Après «\u00a0>\u00a0» ou «\u00a0connaît\u00a0», "
            "qui cette personne connaît, et dans quel secteur\u00a0: Odile Brossard, enseignante, "
            "Université de Nantes > "
            "Karim Benyahia (logistique), Julie Rousseau"
        ),
        error_messages={**TOO_LONG, "required": _("Écrivez au moins un nom.")},
    )
    circle = forms.ChoiceField(label=_("Cercle"), choices=circle_choices, required=False)

    def __init__(self, *arguments: Any, with_circle: bool = False, **options: Any) -> None:
        """Leave the circle out where the page already says it."""
        super().__init__(*arguments, **options)
        if not with_circle:
            del self.fields["circle"]


class FilingForm(forms.Form):
    """Where to put the people ticked in the table."""

    people = forms.TypedMultipleChoiceField(coerce=int, required=False)
    everyone = forms.BooleanField(required=False)
    circle = forms.ChoiceField(label=_("Cercle"), choices=filing_circles, required=False)
    expertise = forms.ChoiceField(label=_("Domaine"), choices=filing_domains, required=False)

    def __init__(self, *arguments: Any, shown: Iterable[int], **options: Any) -> None:
        """Take the keys of the people the table shows."""
        super().__init__(*arguments, **options)
        people: Any = self.fields["people"]
        people.choices = [(key, key) for key in shown]

    def clean(self) -> dict[str, Any]:
        """Ask whom, and where."""
        typed = super().clean() or {}
        if not typed.get("people") and not typed.get("everyone"):
            self.add_error("people", _("Cochez au moins une personne."))
        if not typed.get("circle") and not typed.get("expertise"):
            self.add_error("circle", _("Choisissez un cercle ou un domaine."))
        return typed


class ContactsForm(forms.Form):
    """A file of contacts."""

    contacts = forms.FileField(
        label=_("Fichier de contacts"),
        help_text=_(
            "Archive LinkedIn, vCard, contacts Google ou Outlook, calendrier, tableau, carte mentale."
        ),
        error_messages={
            "required": _("Choisissez un fichier."),
            "empty": _("Ce fichier est vide. Exportez de nouveau vos contacts."),
        },
    )
