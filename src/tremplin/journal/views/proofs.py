"""Files kept as proof."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tremplin.journal import kept_files
from tremplin.journal.domain.file_kinds import RefusedFile
from tremplin.journal.forms import ProofForm
from tremplin.journal.models import Attachment
from tremplin.journal.operations import attach, remove
from tremplin.journal.views.entries import entry_page
from tremplin.journal.views.finding import entry_at, row_at
from tremplin.kit.messages import say


@require_POST
def add(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Keep a file as proof."""
    entry = entry_at(entry_id)
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        return entry_page(request, entry, proof=form)
    sent = form.cleaned_data["proof"]
    try:
        attach(entry, sent.chunks(), name=sent.name, at=timezone.now())
    except RefusedFile as refusal:
        form.add_error("proof", str(refusal))
        return entry_page(request, entry, proof=form)
    say(request, _("Pièce gardée."))
    return redirect(f"{reverse('journal:entry', args=[entry_id])}#h-pieces")


@require_safe
def download(request: HttpRequest, attachment_id: int) -> HttpResponseBase:
    """Give a proof back as it came."""
    kept = row_at(Attachment, attachment_id)
    path = kept_files.path_of(kept.digest)
    if not path.exists():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=kept.name)


@require_POST
def drop(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """Take a proof off its entry."""
    kept = row_at(Attachment, attachment_id)
    step = remove(kept, at=timezone.now())
    say(request, _("Pièce retirée."), undo=reverse("journal:undo", args=[step.pk]))
    return redirect("journal:entry", kept.entry_id)
