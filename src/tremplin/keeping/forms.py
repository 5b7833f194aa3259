"""What the student says to make a backup, to bring one back, or to erase everything."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

SHORTEST_PASSPHRASE = 10
HIDDEN = {"autocomplete": "new-password"}


class BackupForm(forms.Form):
    """A passphrase, if the file must be unreadable to others."""

    passphrase = forms.CharField(
        label=_("Phrase secrète"),
        required=False,
        strip=False,
        min_length=SHORTEST_PASSPHRASE,
        widget=forms.PasswordInput(attrs=HIDDEN),
        help_text=_("Facultative. Au moins 10 caractères\u00a0: quatre mots au hasard suffisent."),
    )
    again = forms.CharField(
        label=_("La même, une seconde fois"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs=HIDDEN),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the same phrase twice: a slip would lock the file for ever."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "passphrase" in cleaned and cleaned["passphrase"] != cleaned.get("again", ""):
            self.add_error("again", _("Les deux phrases diffèrent. Écrivez la même."))
        return cleaned


class BringBackForm(forms.Form):
    """A deliberate yes, and the passphrase of a sealed backup."""

    passphrase = forms.CharField(
        label=_("Phrase secrète"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Seulement si la sauvegarde est chiffrée."),
    )
    sure = forms.BooleanField(
        label=_("Oui, remplacer ce qui est dans Tremplin par cette sauvegarde"),
        error_messages={"required": _("Cochez la case si vous voulez vraiment remplacer vos données.")},
    )


class UploadForm(BringBackForm):
    """The same, with the file."""

    file = forms.FileField(
        label=_("Fichier de sauvegarde"),
        help_text=_("Le fichier .zip ou .tremplin que Tremplin a fait."),
        error_messages={
            "required": _("Choisissez le fichier de sauvegarde."),
            "empty": _("Ce fichier est vide. Choisissez-en un autre."),
        },
        widget=forms.FileInput(attrs={"accept": ".zip,.tremplin"}),
    )
    field_order = ("file", "passphrase", "sure")


class EraseForm(forms.Form):
    """A deliberate yes before everything goes."""

    sure = forms.BooleanField(
        label=_("Oui, effacer tout ce que j’ai mis dans Tremplin"),
        error_messages={"required": _("Cochez la case si vous voulez vraiment tout effacer.")},
    )
