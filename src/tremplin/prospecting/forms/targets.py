"""What is asked of a target: a name first, the rest when it is known."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.companies.company import HEADCOUNTS, NOT_TOLD, dotted
from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.domain.siret import SIREN_DIGITS, SIRET_DIGITS, bare, fault_of
from tremplin.prospecting.forms.fields import short_field
from tremplin.prospecting.models import ClosedReason, HostKind, Sought

BANDS = [("", NOT_TOLD), *HEADCOUNTS.items()]


class NewTargetForm(forms.Form):
    """A name and one next step: ten seconds."""

    name = short_field(_("Nom de l’entreprise ou de l’organisation"), most=200, required=True)
    next_step = short_field(
        _("Prochain geste"), most=200, hint=_("Par exemple\u00a0: lire les avis clients.")
    )

    def clean_name(self) -> str:
        """Refuse a name nothing could be found by."""
        return _findable(self.cleaned_data["name"])


class TargetForm(RevisedForm):
    """What the student knows and wants of a target."""

    name = short_field(
        _("Son nom"), most=200, required=True, hint=_("Tel qu’il doit se lire dans vos lettres.")
    )
    about = short_field(_("En une phrase"), most=300, hint=_("Ce qu’elle fait, où, à combien."))
    why = short_field(_("Pourquoi elle"), most=300, hint=_("Ce qui vous y attire, pour de vrai."))
    kind = forms.ChoiceField(
        label=_("Type d’organisation"),
        choices=HostKind.choices,
        help_text=_("Il choisit les sources à ouvrir pendant vos recherches."),
    )
    sought = forms.ChoiceField(label=_("Ce que je cherche"), choices=Sought.choices)
    next_step = short_field(_("Prochain geste"), most=200)
    next_on = DayField(label=_("Pour le"), required=False)

    def clean_name(self) -> str:
        """Refuse a name nothing could be found by."""
        return _findable(self.cleaned_data["name"])


class CloseForm(forms.Form):
    """Why a target is set aside."""

    reason = forms.ChoiceField(label=_("Raison"), choices=ClosedReason.choices)
    note = short_field(_("Précision"), most=200)


class EstablishmentForm(RevisedForm):
    """What is known of the place, typed by hand."""

    siret = short_field(
        _("SIRET ou SIREN"), most=40, hint=_("14 ou 9 chiffres, au bas du site ou sur une facture.")
    )
    activity = short_field(_("Code d’activité (NAF)"), most=8, hint=_("Par exemple\u00a0: 62.01Z."))
    headcount = forms.ChoiceField(label=_("Effectif"), choices=BANDS, required=False)
    address = short_field(_("Adresse"), most=300)
    postcode = short_field(_("Code postal"), most=5)
    commune = short_field(_("Commune"), most=120)

    def clean_siret(self) -> str:
        """Refuse a number that was mistyped, saying why."""
        typed = self.cleaned_data["siret"]
        if typed and (fault := fault_of(typed)):
            raise ValidationError(fault)
        return bare(typed)

    def clean_activity(self) -> str:
        """Keep the code as registers write it."""
        return dotted(self.cleaned_data["activity"])

    def clean_postcode(self) -> str:
        """Refuse what is not five digits."""
        typed: str = self.cleaned_data["postcode"]
        if typed and not (len(typed) == 5 and typed.isascii() and typed.isdecimal()):
            raise ValidationError(_("Un code postal a cinq chiffres, comme 44000."))
        return typed

    def changes(self) -> dict[str, Any]:
        """Return the values of the row, the number told apart from its beginning."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "revision"}
        number = typed["siret"]
        typed["siret"] = number if len(number) == SIRET_DIGITS else ""
        typed["siren"] = number[:SIREN_DIGITS]
        return {**typed, "source": "à la main", "as_of": localdate()}


class AgreedForm(forms.Form):
    """When an agreed internship starts and ends."""

    starts_on = DayField(label=_("Premier jour"))
    ends_on = DayField(label=_("Dernier jour"))
    tutor = short_field(_("Tuteur ou tutrice"), most=160, hint=_("Prénom et nom, si vous le savez déjà."))
    agreed_on = DayField(label=_("Accord donné le"))

    def clean(self) -> dict[str, Any]:
        """Refuse dates in the wrong order, or an agreement to come."""
        cleaned = super().clean() or {}
        first, last, agreed = (cleaned.get(name) for name in ("starts_on", "ends_on", "agreed_on"))
        if first and last and last < first:
            self.add_error("ends_on", _("Le dernier jour ne peut pas précéder le premier."))
        if agreed and _is_to_come(agreed):
            self.add_error("agreed_on", _("Ce jour n’est pas encore venu. Écrivez le jour de l’accord."))
        return cleaned


def _is_to_come(on: date) -> bool:
    return on > localdate()


def _findable(name: str) -> str:
    if not any(letter.isalnum() for letter in name):
        raise ValidationError(_("Écrivez au moins une lettre ou un chiffre."))
    return name
