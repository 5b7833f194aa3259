"""What is asked to keep a target in view."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NewTargetForm(forms.Form):
    """A name and one next step: ten seconds."""

    name = forms.CharField(label=_("Nom de l’entreprise ou de l’organisation"), max_length=200)
    next_step = forms.CharField(label=_("Prochain geste"), max_length=200, required=False)
