"""What is typed of a personal project."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.domain.personal_projects import DAYS, criteria
from tremplin.prospecting.forms.fields import long_field, short_field
from tremplin.prospecting.models import PersonalProject, ProjectKind, ProjectStage, Target

NOBODY_YET: Final = ("", _("aucune cible"))
MARKS: Final = ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5"))
ADDRESS: Final = {
    "invalid": _("Cette adresse ne s’ouvre pas\u00a0: copiez-la depuis le navigateur, avec https.")
}


def _link(label: Any, *, hint: Any = "") -> forms.URLField:
    return forms.URLField(
        label=label,
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=hint,
        error_messages=ADDRESS,
        validators=[URLValidator(schemes=("https", "http"), message=ADDRESS["invalid"])],
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )


class NewProjectForm(forms.Form):
    """A title and a form; from an idea of the bank, already filled."""

    title = short_field(_("Titre"), most=160, required=True)
    kind = forms.ChoiceField(label=_("Forme"), choices=ProjectKind.choices)
    sector = short_field(_("Secteur"), most=80, required=False)
    target = forms.TypedChoiceField(label=_("Pour"), required=False, coerce=int, empty_value=None)
    question = long_field(_("La question"), most=300, hint=_("Une phrase, avec un point d’interrogation."))

    def __init__(self, *args: Any, targets: Iterable[Target], **options: Any) -> None:
        """Offer the targets in view."""
        super().__init__(*args, **options)
        choices = [NOBODY_YET, *((one.pk, str(one)) for one in targets)]
        self.fields["target"].choices = choices  # type: ignore[attr-defined]  # the stubs say Field


class ProjectForm(NewProjectForm, RevisedForm):
    """The words of the page, and how far the project is."""

    stage = forms.ChoiceField(label=_("Avancement"), choices=ProjectStage.choices)
    method = long_field(_("Comment j’ai fait"), most=500, hint=_("Combien, où, quand, classé comment."))
    finding = long_field(
        _("Ce que j’ai trouvé"), most=600, hint=_("Un seul résultat. Chaque chiffre aura sa source.")
    )
    limits = long_field(
        _("Ce que cela ne prouve pas"), most=300, hint=_("Le dire vous-même vaut mieux que l’entendre.")
    )
    offer = long_field(
        _("Ce que je propose ensuite"), most=300, hint=_("La mission qui prolongerait ce travail.")
    )
    link = _link(
        _("Adresse à montrer"), hint=_("L’article, la maquette ou le fichier. Elle ira dans vos messages.")
    )
    field_order = (
        "title", "kind", "sector", "target", "stage", "question", "method", "finding", "limits", "offer",
        "link",
    )  # fmt: skip


WORDS: Final = ("revision", *(name for name in ProjectForm.field_order if name != "target"))


def words_of(project: PersonalProject) -> dict[str, Any]:
    """Return what the form of a project shows first."""
    return {**{name: getattr(project, name) for name in WORDS}, "target": project.target_id}


class MarksForm(RevisedForm):
    """Six marks from 1 to 5; none is asked for."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Add a mark for each criterion."""
        super().__init__(*args, **options)
        for one in criteria():
            self.fields[one.name] = forms.TypedChoiceField(
                label=one.label,
                choices=MARKS,
                coerce=int,
                required=False,
                empty_value=None,
                widget=forms.RadioSelect,
                help_text=_("1\u00a0: %(one)s. 5\u00a0: %(five)s.") % {"one": one.one, "five": one.five},
            )


class StartForm(forms.Form):
    """The first of the fourteen days."""

    on = DayField(label=_("Premier jour"))


class StepForm(forms.Form):
    """A day of the plan and what is done then."""

    day = forms.IntegerField(
        label=_("Jour"),
        min_value=1,
        max_value=DAYS,
        error_messages={
            "min_value": _("Le premier jour est le jour 1."),
            "max_value": _("Le plan tient en 14 jours\u00a0: écrivez 14 ou moins."),
            "invalid": _("Écrivez un nombre de 1 à 14."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    text = short_field(_("Étape"), most=200, required=True)


class ChangedStepForm(StepForm, RevisedForm):
    """The same step, moved or said otherwise."""


class SourceForm(forms.Form):
    """Where a figure comes from."""

    says = short_field(
        _("Ce que j’ai compté ou lu"),
        most=300,
        hint=_("Avec ses chiffres\u00a0: 38 avis sur 140 parlent du délai."),
        required=True,
    )
    where = short_field(_("Où"), most=200, hint=_("Assez précis pour qu’un lecteur retrouve."), required=True)
    url = _link(_("Adresse"))
    on = DayField(label=_("Relevé le"))


class ChangedSourceForm(SourceForm, RevisedForm):
    """The same source, corrected."""
