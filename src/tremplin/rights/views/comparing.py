"""Two versions of one agreement, side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tremplin.rights.domain.comparison import compare
from tremplin.rights.domain.result_page import points_of
from tremplin.rights.models import State, Version
from tremplin.rights.queries import audit_of, versions
from tremplin.rights.views.finding import agreement_at


@require_safe
def comparison(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Say what the newer version corrects, what it adds, which facts changed."""
    read = [one for one in versions(agreement_at(agreement_id)) if one.state == State.READ]
    if len(read) < 2:
        raise Http404
    before, after = _chosen(request, read)
    today = timezone.localdate()
    found = compare(audit_of(before, on=today), audit_of(after, on=today))
    context = {
        "before": before,
        "after": after,
        "versions": read,
        "comparison": found,
        "groups": (
            ("corrected", points_of(found.corrected)),
            ("remaining", points_of(found.remaining)),
            ("appeared", points_of(found.appeared)),
            ("moot", points_of(found.moot)),
        ),
    }
    return render(request, "rights/comparison.html", context)


def _chosen(request: HttpRequest, read: list[Version]) -> tuple[Version, Version]:
    """Return the two versions asked for, the last two by default, older first."""
    by_number = {str(one.number): one for one in read}
    before = by_number.get(request.GET.get("avant", ""), read[-2])
    after = by_number.get(request.GET.get("apres", ""), read[-1])
    return (before, after) if before.number <= after.number else (after, before)
