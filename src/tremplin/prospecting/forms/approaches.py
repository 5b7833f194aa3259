"""What is asked to write to someone, and to say what came of it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.forms.contacts import LineField
from tremplin.prospecting.forms.fields import PastDayField
from tremplin.prospecting.models import Approach, Channel, Civility, Medium
from tremplin.prospecting.queries.messages import projects_of, proposals_of, signals_of

WAYS = [one for one in Channel.choices if one[0] != Channel.OTHER]


class NewApproachForm(forms.Form):
    """The way in and the medium; the rest is written from the target."""

    channel = forms.ChoiceField(label=_("Façon d’entrer"), choices=WAYS, widget=forms.RadioSelect)
    medium = forms.ChoiceField(label=_("Moyen"), choices=Medium.choices)
    civility = forms.ChoiceField(
        label=_("Civilité"),
        choices=Civility.choices,
        required=False,
        help_text=_("Elle ne se devine pas d’un prénom. Sans elle : Madame, Monsieur."),
    )
    anyway = forms.BooleanField(label=_("J’écris quand même aux RH d’abord"), required=False)


class ApproachForm(RevisedForm):
    """A message and what it is built from."""

    channel = forms.ChoiceField(label=_("Façon d’entrer"), choices=WAYS)
    medium = forms.ChoiceField(label=_("Moyen"), choices=Medium.choices)
    premium = forms.BooleanField(label=_("Mon compte LinkedIn est payant"), required=False)
    civility = forms.ChoiceField(label=_("Civilité"), choices=Civility.choices, required=False)
    subject = forms.CharField(label=_("Objet"), max_length=200, required=False)
    body = forms.CharField(
        label=_("Message"),
        max_length=8000,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def __init__(self, *args: Any, approach: Approach, **options: Any) -> None:
        """Offer what belongs to the target of the approach."""
        super().__init__(*args, **options)
        if approach.channel == Channel.OTHER:
            self.fields["channel"] = forms.ChoiceField(label=_("Façon d’entrer"), choices=Channel.choices)
        for name, label, none, rows in (
            ("hook", _("Signal cité"), _("aucun"), signals_of(approach)),
            ("proposal", _("Proposition"), _("aucune"), proposals_of(approach)),
            ("project", _("Projet personnel"), _("aucun"), projects_of(approach)),
        ):
            self.fields[name] = forms.ModelChoiceField(rows, label=label, required=False, empty_label=none)


class SentForm(RevisedForm):
    """The day a message left; what should wait is told apart."""

    on = PastDayField(label=_("Envoyé le"))
    anyway = forms.BooleanField(label=_("Je l’envoie tel quel"), required=False)


class FollowUpForm(RevisedForm):
    """A follow-up around something new."""

    new_element = forms.CharField(
        label=_("L’élément nouveau"),
        max_length=300,
        help_text=_("Un fait, un relevé, un article, un pas de votre projet. Sans lui, une relance insiste."),
    )
    follow_up = forms.CharField(
        label=_("Relance"),
        max_length=8000,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    on = PastDayField(label=_("Envoyée le"))


class ReplyForm(forms.Form):
    """A reply in one line, and what follows."""

    FOLLOWS = (
        ("", _("rien de décidé, la suite est à écrire")),
        ("talk", _("un rendez-vous")),
        ("referred", _("on m’oriente vers quelqu’un d’autre")),
        ("no", _("un refus")),
        ("yes", _("un accord")),
    )
    text = forms.CharField(label=_("Sa réponse, en une ligne"), max_length=1000)
    on = PastDayField(label=_("Reçue le"))
    follows = forms.ChoiceField(label=_("Ce qui suit"), choices=FOLLOWS, required=False)
    referred = LineField(label=_("Vers qui"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a name when someone else is named."""
        typed = super().clean() or {}
        if typed.get("follows") == "referred" and not typed.get("referred") and "referred" not in self.errors:
            self.add_error("referred", _("Écrivez le nom de cette personne, puis sa fonction."))
        return typed


class PostponeForm(forms.Form):
    """A day to come."""

    until = DayField(label=_("Reporter au"))

    def clean_until(self) -> Any:
        """Refuse a day that has passed."""
        until = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise forms.ValidationError(_("Choisissez un jour à venir."), code="past")
        return until
