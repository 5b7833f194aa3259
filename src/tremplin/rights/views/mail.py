"""The message that asks for corrections: choose the points, then copy it or open it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.kit.requests import HtmxRequest
from tremplin.rights.domain.correction_mail import correction_mail, points_to_ask
from tremplin.rights.queries import audit_of
from tremplin.rights.views.dropping import version_address
from tremplin.rights.views.finding import read_at


@require_safe
@vary_on_headers("HX-Request")
def mail(request: HtmxRequest, agreement_id: int, number: int) -> HttpResponse:
    """Write the message for the points chosen; htmx gets the message alone."""
    version = read_at(agreement_id, number)
    result = audit_of(version, on=timezone.localdate())
    every = points_to_ask(result)
    numbers = range(1, len(every) + 1)
    wanted = set(request.GET.getlist("point")) if "choisi" in request.GET else {str(rank) for rank in numbers}
    chosen = [point for rank, point in enumerate(every, 1) if str(rank) in wanted]
    context = {
        "version": version,
        "points": [(rank, point, str(rank) in wanted) for rank, point in enumerate(every, 1)],
        "mail": correction_mail(result, chosen, is_signed=bool(version.signed_at)) if chosen else None,
        "back": version_address(version),
    }
    page = "_mail" if request.htmx else "mail"
    return render(request, f"rights/{page}.html", context)
