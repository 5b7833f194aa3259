"""The end-of-stage kit: attestation, recommendation, people, outline of the report."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.documents.report_docx import report_to_docx
from tremplin.kit.messages import say
from tremplin.law.outcome import DoesNotHold, Outcome
from tremplin.law.parameters import NoValueInForce
from tremplin.network.operations import TieKind, find_or_add_person, record_tie
from tremplin.rights.domain.attestation import audited_attestation, read_attestation
from tremplin.value import queries
from tremplin.value.domain.certificates import gaps
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.recommendations import recommendation_request
from tremplin.value.ending import people, report_outline
from tremplin.value.forms import AttestationForm
from tremplin.value.views.finding import internship_now, needs_internship, posted, status

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET", "HEAD", "POST"])
@needs_internship
def ending(request: HttpRequest) -> HttpResponse:
    """Show the kit; check an attestation against what really happened."""
    internship = internship_now()
    form = AttestationForm(posted(request))
    found = queries.results(internship)
    outcome = _audit(internship, form) if form.is_valid() else None
    said = _gaps(internship, form) if outcome else ()
    message = recommendation_request(
        found,
        to=internship.tutor,
        student=current_student().first_name,
        is_ending=internship.is_ending(on=timezone.localdate()),
    )
    context = {
        "internship": internship,
        "form": form,
        "outcome": outcome,
        "gaps": said,
        "wrong_steps": outcome.steps if isinstance(outcome, DoesNotHold) else (),
        "is_wrong": isinstance(outcome, DoesNotHold) or bool(said),
        "people": people(internship, found),
        "message": message,
    }
    return render(request, "value/ending.html", context, status=status(form))


def _audit(internship: Followed, form: AttestationForm) -> Outcome[Any] | None:
    typed = form.cleaned_data
    stated = read_attestation(typed["text"])
    try:
        return audited_attestation(
            stated, hours_present=typed["hours"], gratification_paid=typed["paid"], on=internship.last_day
        )
    except NoValueInForce:
        form.add_error("text", _("Les règles de cette année-là ne sont pas connues de Tremplin."))
        return None


def _gaps(internship: Followed, form: AttestationForm) -> tuple[str, ...]:
    """Say what the text states beside what the student typed and what the internship's dates are."""
    typed = form.cleaned_data
    return gaps(
        typed["text"],
        hours_present=typed["hours"],
        gratification_paid=typed["paid"],
        dates=(internship.starts_on, internship.last_day),
    )


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep someone of the team in the network."""
    met = next((one for one in people(internship_now()) if one.name == request.POST.get("name")), None)
    if met is None:
        raise Http404
    record_tie(find_or_add_person(met.name), TieKind.COLLEAGUE)
    say(request, _("Gardé dans votre réseau."))
    return redirect("value:ending")


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Give the outline of the report as a Word file."""
    outline = report_outline(
        internship_now(), on=timezone.localdate(), is_whole=request.GET.get("entier") == "oui"
    )
    content = report_to_docx(outline)
    headers = {"Content-Disposition": 'attachment; filename="trame-rapport-de-stage.docx"'}
    return HttpResponse(content, content_type=DOCX, headers=headers)
