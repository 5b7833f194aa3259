"""The board of targets and the page of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tremplin.kit.messages import say
from tremplin.prospecting.forms.targets import NewTargetForm
from tremplin.prospecting.operations.targets import save_target
from tremplin.prospecting.queries.targets import target as find_target
from tremplin.prospecting.queries.targets import targets


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show every target."""
    return render(request, "prospecting/home.html", {"targets": targets()})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Keep a company in view."""
    form = NewTargetForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        kept = save_target(
            form.cleaned_data["name"], on=timezone.localdate(), next_step=form.cleaned_data["next_step"]
        )
        say(request, _("Cible ajoutée."))
        return redirect("prospecting:target", kept.pk)
    return render(request, "prospecting/add.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
def page(request: HttpRequest, target_id: int) -> HttpResponse:
    """Show one target."""
    found = find_target(target_id)
    if found is None:
        raise Http404
    return render(request, "prospecting/target.html", {"target": found})
