"""Bringing people in by hand: one line, or a guided session circle by circle."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.network import queries
from tremplin.network.domain.circles import Circle, circle, circles
from tremplin.network.domain.quick import Refused, read_known, read_lines
from tremplin.network.forms import LinesForm
from tremplin.network.operations.quick import add_known, add_named
from tremplin.network.views.finding import of_someone, person_at, posted, status
from tremplin.network.views.people import person_page

MOST_KNOWN = 400


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add people, one line each."""
    form = LinesForm(posted(request), with_circle=True, initial={"circle": request.GET.get("cercle", "")})
    if form.is_valid():
        refused = _keep(request, form, circle_key=form.cleaned_data["circle"])
        if not refused:
            return redirect("network:home")
        return _again(request, "network/add.html", {}, refused, with_circle=True, typed=form)
    return render(request, "network/add.html", {"form": form}, status=status(form))


@require_safe
def guided(request: HttpRequest) -> HttpResponse:
    """Open the guided session at the first circle without anyone."""
    held = {one.circle for one in queries.network().people}
    waiting = next((key for key in circles() if key not in held), next(iter(circles())))
    return redirect("network:guided-circle", waiting)


@require_http_methods(["GET", "HEAD", "POST"])
def guided_circle(request: HttpRequest, key: str) -> HttpResponse:
    """Make names come from one circle."""
    if key not in circles():
        raise Http404
    form = LinesForm(posted(request))
    context = _session(key)
    if form.is_valid():
        refused = _keep(request, form, circle_key=key)
        if not refused:
            after = _after(key)
            return redirect("network:guided-circle", after.key) if after else redirect("network:home")
        return _again(request, "network/guided.html", _session(key), refused, with_circle=False, typed=form)
    return render(request, "network/guided.html", {**context, "form": form}, status=status(form))


@require_POST
@of_someone
def knows(request: HttpRequest, person_id: int) -> HttpResponse:
    """Add whom someone knows, from one line."""
    one = person_at(person_id)
    typed = " ".join(request.POST.get("knows", "").split())[:MOST_KNOWN]
    try:
        known = read_known(typed)
    except ValueError as refusal:
        return person_page(request, one, typed=typed, refused=str(refusal))
    added = add_known(one, known, on=timezone.localdate())
    said = ngettext("%(count)d lien noté.", "%(count)d liens notés.", len(added)) % {"count": len(added)}
    say(request, said)
    return redirect(f"{reverse('network:person', args=[one.pk])}#h-liens")


def _keep(request: HttpRequest, form: LinesForm, *, circle_key: str) -> tuple[Refused, ...]:
    """Keep the lines that name someone; return the others with their reason."""
    people, refused = read_lines(form.cleaned_data["lines"])
    where = circle(circle_key).name if circle_key else ""
    source = _("Écrit par vous, cercle %(circle)s.") % {"circle": where} if where else _("Écrit par vous.")
    before = queries.network().by_key
    added = add_named(people, circle=circle_key, source=source, on=timezone.localdate())
    if added:
        kept = {one.pk for one in added}
        say(request, _said(new=len(kept - before.keys()), there=len(kept & before.keys())))
    return refused


def _said(*, new: int, there: int) -> str:
    """Count people once each, apart from those who were already there."""
    noted = ngettext("%(count)d personne notée", "%(count)d personnes notées", new) % {"count": new}
    already = _("%(count)d déjà là") % {"count": there}
    return f"{noted}, {already}." if there else f"{noted}."


def _again(
    request: HttpRequest,
    template: str,
    context: dict[str, object],
    refused: tuple[Refused, ...],
    *,
    with_circle: bool,
    typed: LinesForm,
) -> HttpResponse:
    """Show the form again with only the lines refused, each with its reason."""
    left = {"lines": "\n".join(one.line for one in refused), "circle": typed.cleaned_data.get("circle", "")}
    form = LinesForm(with_circle=with_circle, initial=left)
    return render(request, template, {**context, "form": form, "refused": refused}, status=422)


def _after(key: str) -> Circle | None:
    order = list(circles())
    following = order[order.index(key) + 1 :]
    return circle(following[0]) if following else None


def _session(key: str) -> dict[str, object]:
    order = list(circles())
    people = [one for one in queries.network().people if one.circle == key]
    return {
        "circle": circle(key),
        "rank": order.index(key) + 1,
        "circles": list(circles().values()),
        "following": _after(key),
        "people": people,
    }
