"""What is asked of the people of a target."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.domain.person_lines import PersonLine, RefusedLine, read_line
from tremplin.prospecting.models import Civility, Position


class LineField(forms.CharField):
    """Someone typed in one line; what is given back is the person read in it."""

    def __init__(self, **options: Any) -> None:
        """Show how a line is written."""
        options.setdefault("max_length", 300)
        options.setdefault("help_text", _("Par exemple : Hélène Quintard, responsable e-commerce"))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """Read the line, or say why it names nobody."""
        typed = super().clean(value)
        if not typed:
            return None
        read = read_line(typed)
        if isinstance(read, RefusedLine):
            raise ValidationError(read.reason, code="line")
        return _with_whole_title(read)


class MetForm(forms.Form):
    """A name and a function, on the way."""

    line = LineField(label=_("Prénom et nom, fonction"))


class ContactForm(forms.Form):
    """One line is enough."""

    line = LineField(label=_("Prénom et nom, fonction"))
    found = forms.CharField(
        label=_("Trouvé où"),
        max_length=200,
        required=False,
        help_text=_("Page équipe, intervention, annuaire…"),
    )
    introduced_by = forms.CharField(
        label=_("Qui peut vous introduire"), max_length=160, required=False, help_text=_("Facultatif")
    )


class ContactEditForm(RevisedForm):
    """What is known of someone at a target, corrected by hand."""

    title = forms.CharField(label=_("Fonction"), max_length=160, required=False)
    position = forms.ChoiceField(label=_("Place dans l’organisation"), choices=Position.choices)
    civility = forms.ChoiceField(label=_("Civilité"), choices=Civility.choices, required=False)
    email = forms.EmailField(label=_("Adresse électronique"), required=False)
    found = forms.CharField(label=_("Trouvé où"), max_length=200, required=False)
    introduced_by = forms.CharField(label=_("Qui peut vous introduire"), max_length=160, required=False)


def _with_whole_title(read: PersonLine) -> PersonLine:
    """Keep every part of the title: at a target, what follows the function is no other organization."""
    title = ", ".join(filter(None, (read.title, read.organization)))
    return PersonLine(line=read.line, name=read.name, title=title[:160], email=read.email)
