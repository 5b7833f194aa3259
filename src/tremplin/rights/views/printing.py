"""What the student takes to a meeting: the report and the negotiation sheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from tremplin.documents.pdf import PaperDocument, to_pdf
from tremplin.rights.domain.negotiation import negotiation_sheet
from tremplin.rights.domain.report import audit_report
from tremplin.rights.queries import audit_of
from tremplin.rights.views.dropping import version_address
from tremplin.rights.views.finding import read_at


@require_safe
def report(request: HttpRequest, agreement_id: int, number: int) -> HttpResponse:
    """Print the report of a version."""
    today = timezone.localdate()
    version = read_at(agreement_id, number)
    model = audit_report(audit_of(version, on=today), version=version.number, on=today)
    return _as_file(model, f"rapport {model.subject} version {version.number}")


@require_safe
def sheet(request: HttpRequest, agreement_id: int, number: int) -> HttpResponse:
    """Show what may be asked beyond the minimum."""
    version = read_at(agreement_id, number)
    today = timezone.localdate()
    context = {
        "version": version,
        "sheet": negotiation_sheet(audit_of(version, on=today), on=today),
        "back": version_address(version),
    }
    return render(request, "rights/negotiation.html", context)


@require_safe
def sheet_pdf(request: HttpRequest, agreement_id: int, number: int) -> HttpResponse:
    """Print the negotiation sheet."""
    today = timezone.localdate()
    model = negotiation_sheet(audit_of(read_at(agreement_id, number), on=today), on=today)
    return _as_file(model, f"negocier {model.subject}")


def _as_file(model: PaperDocument, name: str) -> HttpResponse:
    response = HttpResponse(to_pdf(model), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)[:100]}.pdf"'
    return response
