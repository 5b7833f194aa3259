"""Keeping a simulation, opening it, sharing it as a file, erasing it."""

from typing import ClassVar

from django.forms import CharField, HiddenInput
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.rights.simulation.assumed import answer
from tremplin.rights.simulation.domain.exchange import MOST_BYTES, NotASimulation, read
from tremplin.rights.simulation.forms import SimulationForm
from tremplin.rights.simulation.models import Simulation
from tremplin.rights.simulation.operations import erase_simulation, keep_simulation, replace_simulation
from tremplin.rights.simulation.queries import kept_simulation
from tremplin.rights.simulation.views import NUMBER, page


class KeptForm(SimulationForm):
    """A simulation, its name, and the number of the one it replaces; empty for a new one."""

    name = CharField(label=gettext_lazy("Nom"), max_length=120, required=False)
    simulation = CharField(widget=HiddenInput, required=False)

    unsaved: ClassVar[frozenset[str]] = SimulationForm.unsaved | {"name", "simulation"}


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep a new simulation, or replace the one the page was made from."""
    form = KeptForm(request.POST)
    if not form.is_valid():
        return page(request, answer(request.POST, today=localdate()), status=422)
    name = form.cleaned_data["name"] or _("Simulation")
    parameters = form.parameters()
    number = form.cleaned_data["simulation"]
    if not NUMBER.fullmatch(number):
        return _saved(request, keep_simulation(name=name, parameters=parameters))
    revision = form.cleaned_data["revision"] or 0
    try:
        row = replace_simulation(pk=int(number), revision=revision, name=name, parameters=parameters)
    except StaleRevision as stale:
        return _refuse(request, form, stale)
    return _saved(request, row)


@require_safe
def open_kept(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a kept simulation where it can be changed."""
    row = kept_simulation(pk)
    if row is None:
        raise Http404
    return redirect(_address(row))


@require_POST
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase a kept simulation; its values stay in the address bar of whoever has them."""
    if erase_simulation(pk):
        say(request, _("Simulation effacée."))
    return redirect("rights:gratification")


@require_POST
def take_file(request: HttpRequest) -> HttpResponse:
    """Open a file someone shared; nothing is kept until the student says so."""
    try:
        shared = read(_content(request))
    except NotASimulation as refusal:
        return _page_with_refusal(request, str(refusal))
    answered = answer(shared.parameters, today=localdate())
    if answered.simulation is None:
        wrong = [f"{label} : {message}" if label else message for label, message in answered.form.mistakes()]
        said = " ".join([_("Ce fichier a été ouvert, mais il faut le corriger."), *wrong, answered.refusal])
        return page(request, answered, refusal=said.strip(), status=422)
    say(request, _("Simulation ouverte. Elle n’est pas encore enregistrée."))
    return redirect(f"{reverse('rights:gratification')}?{answered.query}")


def _content(request: HttpRequest) -> bytes:
    sent = request.FILES.get("file")
    if sent is None:
        raise NotASimulation(_("Choisissez d’abord un fichier."))
    content: bytes = sent.read(MOST_BYTES + 1)
    return content


def _page_with_refusal(request: HttpRequest, refusal: str) -> HttpResponse:
    return page(request, answer(QueryDict("weekly=35"), today=localdate()), refusal=refusal, status=422)


def _saved(request: HttpRequest, row: Simulation) -> HttpResponse:
    say(request, _("Simulation enregistrée."))
    return redirect(_address(row))


def _address(row: Simulation) -> str:
    address = QueryDict(mutable=True)
    for name, values in row.parameters.items():
        address.setlist(name, values)
    address["simulation"], address["revision"] = str(row.pk), str(row.revision)
    return f"{reverse('rights:gratification')}?{address.urlencode()}"


def _refuse(request: HttpRequest, form: KeptForm, stale: StaleRevision) -> HttpResponse:
    """Show both simulations, only the fields that differ."""
    kept = stale.kept
    saved: dict[str, object] = {}
    back = reverse("rights:gratification")
    if isinstance(kept, Simulation):
        other = KeptForm({**kept.parameters, "name": [kept.name]})
        other.is_valid()
        saved = {name: other.cleaned_data.get(name) for name in form.fields if name != "revision"}
        back = reverse("rights:simulation", args=[kept.pk])
    else:
        del form.fields["simulation"]
    for name, field in form.fields.items():
        if name != "name" and form.cleaned_data.get(name) == saved.get(name):
            field.widget = field.hidden_widget()
    return conflict(request, form=form, kept=saved, revision=stale.revision, back=back)
