"""What the manager has not seen yet, and who saw the rest."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say
from tremplin.law.words import counted
from tremplin.value import queries
from tremplin.value.domain.checkins import update_message
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.results import Result
from tremplin.value.forms import ShowForm
from tremplin.value.operations.showing import forget_showings, show_results
from tremplin.value.views.finding import internship_now, needs_internship, posted, status

IN_TEN_MINUTES = 4


@require_http_methods(["GET", "HEAD", "POST"])
@needs_internship
def unshown(request: HttpRequest) -> HttpResponse:
    """List what is unshown, write the ten-minute update, note what was shown."""
    internship = internship_now()
    every = queries.shown_results(internship)
    waiting = [one.result for one in every if one.waits]
    initial = {"to": internship.tutor, "on": timezone.localdate()}
    form = ShowForm(posted(request), results=[one.result for one in every], initial=initial)
    if form.is_valid():
        return _show(request, form)
    chosen = set(form["entries"].value() or ())
    context = {
        "internship": internship,
        "form": form,
        "rows": [(one, str(one.result.entry) in chosen) for one in every if one.waits],
        "shown": [one for one in every if not one.waits],
        "message": _message(internship, waiting[:IN_TEN_MINUTES]) if waiting else "",
    }
    return render(request, "value/unshown.html", context, status=status(form))


def _message(internship: Followed, waiting: list[Result]) -> str:
    return update_message(waiting, tutor=internship.tutor, student=current_student().first_name)


def _show(request: HttpRequest, form: ShowForm) -> HttpResponse:
    typed = form.cleaned_data
    added = show_results(typed["entries"], to=typed["to"], on=typed["on"], how=typed["how"])
    keys = ",".join(str(row.pk) for row in added)
    text = counted(len(added), "résultat montré", "résultats montrés")
    undo = reverse("value:forget", args=[keys]) if keys else ""
    say(request, f"{text}.", undo=undo)
    return redirect("value:unshown")


@require_POST
def forget(request: HttpRequest, keys: str) -> HttpResponse:
    """Take showings back."""
    forget_showings([int(key) for key in keys.split(",") if key.isdigit()])
    say(request, _("Repris."))
    return redirect("value:unshown")
