"""The list of internships, one internship, and its details."""

from dataclasses import fields

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.internships import queries
from tremplin.internships.domain.titles import list_title
from tremplin.internships.forms import InternshipForm, NewInternshipForm
from tremplin.internships.models import Internship
from tremplin.internships.operations.internships import (
    Details,
    bring_back_internship,
    change_internship,
    create_internship,
    remove_internship,
)
from tremplin.internships.queries import AgreementOffer
from tremplin.internships.views.finding import internship_at, posted
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """List the internships; create one from an agreement or by hand."""
    form = NewInternshipForm(posted(request))
    if form.is_valid():
        created = create_internship(Details(**form.cleaned_data))
        say(request, _("C’est créé. Les jalons sont calculés."))
        return redirect("internships:internship", created.pk)
    rows = queries.internships()
    spans = [(row.experience.starts_on, row.experience.ends_on) for row in rows]
    context = {
        "form": form,
        "title": list_title(spans, today=timezone.localdate()),
        "internships": rows,
        "offers": queries.agreement_offers(on=timezone.localdate()),
    }
    return render(request, "internships/home.html", context, status=422 if form.is_bound else 200)


@require_POST
def from_agreement(request: HttpRequest, version_id: int) -> HttpResponse:
    """Create an internship from what was read of an agreement, in one click; open it the next time."""
    try:
        became, offer = queries.agreement_holds(version_id, on=timezone.localdate())
    except LookupError:
        raise Http404 from None
    if became is not None:
        return _opened(request, became)
    if offer is None:
        say(request, _("Les dates n’ont pas été lues dans la convention. Écrivez-les ici."))
        return redirect("internships:home")
    created = create_internship(
        _details_of(offer), missions=offer.missions, agreement_version_id=offer.version_id
    )
    say(request, _("Stage créé depuis la convention. Ses jalons sont calculés."))
    return redirect("internships:internship", created.pk)


@require_safe
def page(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Show an internship whole: milestones, missions, goals, laboratory, projects, calendars."""
    internship = internship_at(internship_id)
    context = {
        "internship": internship,
        "today": timezone.localdate(),
        "milestones": queries.milestones(internship),
        "missions": queries.mission_lines(internship),
        "goals": queries.goals(internship),
        "hypotheses": queries.hypotheses(internship),
        "projects": queries.projects(internship),
        "calendars": queries.calendars(internship),
        "periods": queries.periods(internship),
    }
    return render(request, "internships/internship.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Change dates, people and the weekly pattern; the milestones follow."""
    internship = internship_at(internship_id)
    form = InternshipForm(posted(request), initial=_initial(internship))
    if form.is_valid():
        return _save(request, internship, form)
    context = {"form": form, "internship": internship}
    return render(request, "internships/edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Ask, then take an internship out of sight."""
    internship = internship_at(internship_id)
    if request.method != "POST":
        return render(request, "internships/remove.html", {"internship": internship})
    remove_internship(internship, at=timezone.now())
    say(request, _("Stage supprimé."), undo=reverse("internships:restore", args=[internship_id]))
    return redirect("internships:home")


@require_POST
def restore(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Bring a removed internship back."""
    internship = queries.internship(internship_id, removed=True)
    if internship is None:
        raise Http404
    bring_back_internship(internship)
    say(request, _("Stage rétabli."))
    return redirect("internships:internship", internship_id)


def _opened(request: HttpRequest, internship: Internship) -> HttpResponse:
    """Open an internship; one that was removed comes back with its entries."""
    if internship.deleted_at is not None:
        bring_back_internship(internship)
        say(request, _("Stage rétabli."))
    return redirect("internships:internship", internship.pk)


def _details_of(offer: AgreementOffer) -> Details:
    same = {field.name for field in fields(offer)} & {field.name for field in fields(Details)}
    title = _("Stage chez %(host)s") % {"host": offer.host} if offer.host else _("Stage")
    return Details(title=title, **{name: getattr(offer, name) for name in same})


def _save(request: HttpRequest, internship: Internship, form: InternshipForm) -> HttpResponse:
    typed = dict(form.cleaned_data)
    revision = typed.pop("revision")
    try:
        change_internship(internship, Details(**typed), revision=revision)
    except StaleRevision as stale:
        kept = _initial(internship_at(internship.pk))
        back = reverse("internships:internship", args=[internship.pk])
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Enregistré. Les jalons suivent les dates."))
    return redirect("internships:internship", internship.pk)


def _initial(internship: Internship) -> dict[str, object]:
    experience = internship.experience
    return {
        "revision": internship.revision,
        "title": experience.title,
        "starts_on": experience.starts_on,
        "ends_on": experience.ends_on,
        "apprenticeship": internship.is_apprenticeship,
        "host": experience.organization.name if experience.organization else "",
        "city": internship.city,
        "team": internship.team,
        "tutor": internship.tutor.full_name if internship.tutor else "",
        "referent": internship.referent.full_name if internship.referent else "",
        "school": queries.school_of(internship),
        "weekly_hours": internship.weekly_hours,
        "weekdays": list(internship.weekdays),
        "journal_weekday": internship.journal_weekday,
        "journal_time": internship.journal_time,
    }
