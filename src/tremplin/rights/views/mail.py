"""The message that asks for corrections: choose the points, then copy it or open it."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from tremplin.kit.requests import HtmxRequest
from tremplin.rights.agreement.values import Finding
from tremplin.rights.domain.correction_mail import correction_mail, points_to_ask, proposed
from tremplin.rights.domain.moment import Moment, moment_of
from tremplin.rights.queries import audit_of
from tremplin.rights.views.dropping import version_address
from tremplin.rights.views.finding import read_at


@require_safe
@vary_on_headers("HX-Request")
def mail(request: HtmxRequest, agreement_id: int, number: int) -> HttpResponse:
    """Write the message for the points chosen; htmx gets the message alone."""
    version = read_at(agreement_id, number)
    today = timezone.localdate()
    result = audit_of(version, on=today)
    moment = moment_of(result.facts, is_signed=bool(version.signed_at), on=today)
    every = points_to_ask(result)
    wanted = _wanted(request, every, moment)
    chosen = [point for rank, point in enumerate(every, 1) if rank in wanted]
    context = {
        "version": version,
        "points": [(rank, point, rank in wanted) for rank, point in enumerate(every, 1)],
        "mail": correction_mail(result, chosen, moment=moment) if chosen else None,
        "is_over": moment is Moment.OVER,
        "back": version_address(version),
    }
    page = "_mail" if request.htmx else "mail"
    return render(request, f"rights/{page}.html", context)


def _wanted(request: HtmxRequest, every: Sequence[Finding], moment: Moment) -> set[int]:
    """Return the ranks of the points ticked, or of those proposed at first."""
    if "choisi" in request.GET:
        ticked = set(request.GET.getlist("point"))
        return {rank for rank in range(1, len(every) + 1) if str(rank) in ticked}
    first = proposed(every, moment=moment)
    return {rank for rank, point in enumerate(every, 1) if point in first}
