"""The network as a file for another program."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tremplin.accounts.queries import current_student
from tremplin.network import queries
from tremplin.network.exporting.formats import FORMATS, SUFFIXES


@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Give everyone and their ties as a file."""
    if kind not in FORMATS:
        raise Http404
    found = FORMATS[kind]
    content = found.write(queries.directory(me=current_student().full_name))
    name = f"reseau-{timezone.localdate():%Y-%m-%d}.{SUFFIXES.get(kind, kind)}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=found.media, headers=headers)
