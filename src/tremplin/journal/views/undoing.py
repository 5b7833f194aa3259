"""Taking back what was just removed or merged."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tremplin.journal.models import Undo
from tremplin.journal.operations import NothingToUndo, undo
from tremplin.journal.operations.undoing import IMPORT
from tremplin.kit.messages import say


@require_POST
def take_back(request: HttpRequest, step_id: int) -> HttpResponse:
    """Put back what was removed, part what was merged, or take out what was imported."""
    step = Undo.objects.filter(pk=step_id).first()
    if step is None:
        raise Http404
    try:
        entry = undo(step, at=timezone.now())
    except NothingToUndo as gone:
        raise Http404 from gone
    if step.kind == IMPORT:
        say(request, _("Import annulé : ses entrées sont retirées du journal."))
        return redirect("journal:home")
    say(request, _("Entrée rétablie.") if entry else _("Compétences rétablies."))
    return redirect("journal:entry", entry.pk) if entry else redirect("journal:skills")
