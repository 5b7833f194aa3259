"""Everyone in a table, by domain, and many of them put in a circle or a domain at once."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.kit.messages import say
from tremplin.network import operations, queries
from tremplin.network.domain.circles import UNSAID, circle
from tremplin.network.domain.expertise import domain_name
from tremplin.network.domain.graph import Member, Network
from tremplin.network.domain.layout import Focus, in_focus
from tremplin.network.domain.names import folded
from tremplin.network.forms import FilingForm
from tremplin.network.models import Filing
from tremplin.network.views.finding import posted, status
from tremplin.network.views.looking import focus_from, focused

PER_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Show everyone of a focus in a table, by domain; put those ticked in a circle or a domain."""
    everyone = queries.network()
    focus = focus_from(request.GET, everyone)
    words = folded(request.GET.get("q", ""))
    found = [one for one in in_focus(everyone, focus) if words in (one.plain or folded(one.name))]
    found.sort(key=lambda one: (one.domain == "", domain_name(one.domain), one.plain, one.key))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    form = FilingForm(posted(request), shown=[one.key for one in page.object_list])
    if form.is_valid():
        return _file(request, form, found)
    context = {
        "page": page,
        "rows": [(one, domain_name(one.domain), _row(everyone, one)) for one in page.object_list],
        "count": len(found),
        "words": request.GET.get("q", "").strip(),
        "focus": focus,
        "is_narrowed": focus != Focus() or bool(words),
        "unfiled": focused("network:people", Focus(circle=UNSAID)),
        "query": focused("network:people", focus).partition("?")[2],
        "map": focused("network:home", focus, anchor="#carte"),
        "form": form,
        "ticked": set(request.POST.getlist("people")),
    }
    return render(request, "network/people.html", context, status=status(form))


@require_POST
def unfile(request: HttpRequest, filing_id: int) -> HttpResponse:
    """Put people back where they stood."""
    count = operations.undo_filing(get_object_or_404(Filing, pk=filing_id), at=timezone.now())
    back = ngettext(
        "%(count)d personne remise à sa place.", "%(count)d personnes remises à leur place.", count
    )
    say(request, back % {"count": count})
    return redirect("network:people")


def _file(request: HttpRequest, form: FilingForm, found: list[Member]) -> HttpResponse:
    typed = form.cleaned_data
    keys = [one.key for one in found] if typed["everyone"] else typed["people"]
    filing = operations.file_people(
        keys, at=timezone.now(), circle=typed["circle"], expertise=typed["expertise"]
    )
    count = len(filing.before)
    places = [circle(filing.circle).name] if filing.circle else []
    places += [domain_name(filing.expertise)] if filing.expertise else []
    said = ngettext("%(count)d personne rangée", "%(count)d personnes rangées", count) % {"count": count}
    undo = reverse("network:unfile", args=[filing.pk]) if count else ""
    say(request, _("%(said)s\u00a0: %(places)s.") % {"said": said, "places": ", ".join(places)}, undo=undo)
    return redirect(request.get_full_path())


def _row(everyone: Network, one: Member) -> dict[str, Any]:
    return {
        "says": everyone.says(one),
        "circle": circle(one.circle).name if one.circle else "",
        "through": [near.name for near in everyone.leading_to(one.key)][:2],
        "key": str(one.key),
    }
