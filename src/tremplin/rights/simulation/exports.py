"""A simulation leaves the page: paper, spreadsheet, file, letter."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tremplin.documents.pdf import to_pdf
from tremplin.documents.table import to_csv
from tremplin.rights.simulation.assumed import Answered, answer
from tremplin.rights.simulation.domain.exchange import SUFFIX, Shared, write
from tremplin.rights.simulation.papers import Sender, claim, statement

SALUTATIONS = [(text, text) for text in ("Madame, Monsieur,", "Madame,", "Monsieur,")]


class SenderForm(forms.Form):
    """Who writes the claim and to whom; nothing is compulsory, nothing is kept."""

    sender = forms.CharField(label=_("Votre nom"), max_length=120, required=False)
    address = forms.CharField(label=_("Votre adresse"), required=False, max_length=300, widget=forms.Textarea)
    recipient = forms.CharField(
        label=_("Destinataire et adresse"), required=False, max_length=300, widget=forms.Textarea
    )
    salutation = forms.ChoiceField(label=_("Formule d’appel"), choices=SALUTATIONS, required=False)
    place = forms.CharField(label=_("Lieu"), max_length=80, required=False)

    def written(self) -> Sender:
        """Return what was typed; what could not be read is left out."""
        said: dict[str, str] = self.cleaned_data if self.is_valid() else {}
        return Sender(
            name=said.get("sender", ""),
            address=tuple(said.get("address", "").splitlines()),
            recipient=tuple(said.get("recipient", "").splitlines()),
            salutation=said.get("salutation") or SALUTATIONS[0][0],
            place=said.get("place", ""),
        )


@require_safe
def statement_pdf(request: HttpRequest) -> HttpResponse:
    """Give the statement on paper."""
    answered = answer(request.GET, today=localdate())
    if answered.simulation is None:
        return _back(request)
    content = to_pdf(statement(answered.simulation, on=localdate()))
    return _file(content, "application/pdf", "releve-gratification.pdf")


@require_safe
def spreadsheet(request: HttpRequest) -> HttpResponse:
    """Give the months to a spreadsheet."""
    answered = answer(request.GET, today=localdate())
    if answered.simulation is None:
        return _back(request)
    content = to_csv(statement(answered.simulation, on=localdate()).table())
    return _file(content, "text/csv; charset=utf-8", "gratification.csv")


@require_safe
def share(request: HttpRequest) -> HttpResponse:
    """Give the simulation as a file another Tremplin opens."""
    answered = answer(request.GET, today=localdate())
    if answered.simulation is None:
        return _back(request)
    host = answered.simulation.scenario.host
    content = write(Shared(host, answered.form.parameters()))
    return _file(content, "application/json", f"gratification{SUFFIX}")


@require_safe
def letter(request: HttpRequest) -> HttpResponse:
    """Show the letter that asks for what is late, before it is sent."""
    answered = answer(request.GET, today=localdate())
    if answered.simulation is None:
        return _back(request)
    form = SenderForm(request.GET)
    written = claim(answered.simulation, form.written(), on=localdate())
    context: dict[str, Any] = {
        "answered": answered,
        "parameters": answered.form.parameters(),
        "form": form,
        "letter": written,
        "full_query": request.GET.urlencode(),
    }
    return render(request, "rights/simulation/claim.html", context)


@require_safe
def letter_pdf(request: HttpRequest) -> HttpResponse:
    """Give the letter on paper."""
    answered = answer(request.GET, today=localdate())
    written = _written(request, answered)
    if written is None:
        return _back(request)
    return _file(written, "application/pdf", "courrier-gratification.pdf")


def _written(request: HttpRequest, answered: Answered) -> bytes | None:
    if answered.simulation is None:
        return None
    found = claim(answered.simulation, SenderForm(request.GET).written(), on=localdate())
    return to_pdf(found) if found else None


def _back(request: HttpRequest) -> HttpResponse:
    """Send an address that has no answer to the page that says what is missing."""
    return redirect(f"{reverse('rights:gratification')}?{request.GET.urlencode()}")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
