"""What is typed before, during and after a conversation."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.internships.forms import HourField
from tremplin.kit.forms import DayField
from tremplin.kit.revisions import RevisedForm
from tremplin.prospecting.domain.person_lines import PersonLine, RefusedLine, read_line, read_lines
from tremplin.prospecting.forms.fields import long_field, short_field
from tremplin.prospecting.models import Conversation, Goal, PreparedQuestion, Target

NOBODY_YET: Final = ("", _("aucune cible"))
ANSWER: Final = "answer-"
MOST_NAMED: Final = 10


class _Appointment(forms.Form):
    """What it is for, about which target, when and where."""

    target = forms.TypedChoiceField(label=_("Cible"), required=False, coerce=int, empty_value=None)
    goal = forms.ChoiceField(label=_("But"), choices=Goal.choices)
    on = DayField(label=_("Jour"), required=False)
    at = HourField(label=_("Heure"), required=False)
    where = short_field(_("Lieu ou lien"), most=200, required=False)

    def __init__(self, *args: Any, targets: Iterable[Target], **options: Any) -> None:
        """Offer the targets in view."""
        super().__init__(*args, **options)
        choices = [NOBODY_YET, *((one.pk, str(one)) for one in targets)]
        self.fields["target"].choices = choices  # type: ignore[attr-defined]  # the stubs say Field


class NewConversationForm(_Appointment):
    """Someone in one line, and what the conversation is for."""

    who = short_field(_("Avec qui"), most=300, hint=_("Prénom Nom, fonction"), required=True)
    field_order = ("who", "target", "goal", "on", "at", "where")

    def clean_who(self) -> PersonLine:
        """Read the line, or say what it lacks."""
        read = read_line(self.cleaned_data["who"])
        if isinstance(read, RefusedLine):
            raise ValidationError(read.reason)
        return read


class AppointmentForm(_Appointment, RevisedForm):
    """The day, the place, the goal of a conversation already opened."""


class MyQuestionForm(forms.Form):
    """A question in the student's own words."""

    text = short_field(_("Ma question"), most=300, required=True)


class RewordForm(RevisedForm):
    """The same question, said otherwise."""

    text = short_field(_("La question"), most=300, required=True)


class NotesForm(RevisedForm):
    """One large field for each question, and one for the rest."""

    notes = long_field(_("Autres notes"), most=8000, rows=4)

    def __init__(self, *args: Any, questions: Iterable[PreparedQuestion], **options: Any) -> None:
        """Add a field for each question."""
        super().__init__(*args, **options)
        for one in questions:
            self.fields[f"{ANSWER}{one.pk}"] = long_field(one.text, most=1000, rows=3)
        self.order_fields([*(name for name in self.fields if name != "notes"), "notes"])

    def answers(self) -> dict[int, str]:
        """Return what was typed, by key of question."""
        typed = self.cleaned_data.items()
        return {int(name.removeprefix(ANSWER)): said for name, said in typed if name.startswith(ANSWER)}


def notes_of(conversation: Conversation) -> dict[str, Any]:
    """Return what the notes page shows first."""
    answers = {f"{ANSWER}{one.pk}": one.answer for one in conversation.questions.all()}
    return {"revision": conversation.revision, "notes": conversation.notes, **answers}


class DebriefForm(RevisedForm):
    """Three minutes: what was learnt, who was named, what follows."""

    happened_on = DayField(label=_("A eu lieu le"))
    learnt = long_field(
        _("Ce que j’ai appris"),
        most=1000,
        hint=_("Une idée par ligne. La première phrase ouvrira votre remerciement."),
        rows=4,
    )
    named = long_field(
        _("Les noms donnés"),
        most=2000,
        rows=3,
        hint=_(
            "Un par ligne\u00a0: «\u00a0Karim Benyahia, analyste stock\u00a0: connaît l’inventaire\u00a0»."
        ),
    )
    next_step = short_field(
        _("Mon prochain geste"),
        most=200,
        hint=_("Un verbe et une chose, par exemple\u00a0: relire les avis"),
        required=True,
    )
    next_on = DayField(label=_("Pour le"), required=False)

    def clean_happened_on(self) -> date:
        """Refuse a day to come: nobody can say yet what was learnt."""
        day: date = self.cleaned_data["happened_on"]
        if day > localdate():
            raise ValidationError(_("Ce jour n’est pas encore passé\u00a0: mettez celui de la conversation."))
        return day

    def clean_named(self) -> list[PersonLine]:
        """Read each line; those that name nobody are said, and stay in the field."""
        read = read_lines(self.cleaned_data["named"], room=MOST_NAMED)
        refused = [one for one in read if isinstance(one, RefusedLine)]
        if refused:
            raise ValidationError([f"«\u00a0{one.line}\u00a0». {one.reason}" for one in refused])
        return [one for one in read if isinstance(one, PersonLine)]


class ThanksForm(forms.Form):
    """The message that was sent, and when."""

    body = forms.CharField(label=_("Message"), max_length=8000, widget=forms.Textarea(attrs={"rows": 12}))
    on = DayField(label=_("Envoyé le"))
