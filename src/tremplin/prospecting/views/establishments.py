"""What public registers say of a target: typed by hand, or copied from one of them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.companies.company import Company, headcount_label
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.forms.targets import EstablishmentForm
from tremplin.prospecting.models import Establishment
from tremplin.prospecting.operations.targets import change_establishment, copy_company, forget_establishment
from tremplin.prospecting.queries import stock
from tremplin.prospecting.queries.lookup import LOOK_UP, company_of
from tremplin.prospecting.queries.services import can_be_asked
from tremplin.prospecting.queries.targets import establishment as establishment_of
from tremplin.prospecting.views.finding import posted, target_at

FIELDS = ("revision", "activity", "headcount", "address", "postcode", "commune")
LONGEST_TYPED = 200


@require_http_methods(["GET", "HEAD", "POST"])
def establishment(request: HttpRequest, target_id: int) -> HttpResponse:
    """Write what is known of the place by hand."""
    target = target_at(target_id)
    known = establishment_of(target)
    form = EstablishmentForm(posted(request), initial=_values(known))
    back = f"{reverse('prospecting:target', args=[target_id])}#h-etablissement"
    if not form.is_valid():
        context = {"form": form, "target": target, "known": known}
        status = 422 if form.is_bound else 200
        return render(request, "prospecting/establishment.html", context, status=status)
    try:
        change_establishment(target, revision=form.cleaned_data["revision"], changes=form.changes())
    except StaleRevision as stale:
        kept = _values(stale.kept if isinstance(stale.kept, Establishment) else None)
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Enregistré."))
    return redirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
def enrich(request: HttpRequest, target_id: int) -> HttpResponse:
    """Look a target up in the imported register, then in the services that are on; copy the one chosen."""
    target = target_at(target_id)
    if request.method == "POST":
        company = _company(request.POST.get("siret", ""))
        if company is None:
            say(request, _("Ce numéro n’est plus dans le registre. Rien n’a changé."))
            return redirect("prospecting:enrich", target_id)
        copy_company(target, company)
        undo = reverse("prospecting:establishment-forget", args=[target_id])
        say(request, _("Copié depuis\u00a0: %(source)s.") % {"source": company.source}, undo=undo)
        return redirect(f"{reverse('prospecting:target', args=[target_id])}#h-etablissement")
    typed = " ".join(request.GET.get("nom", str(target)).split())[:LONGEST_TYPED]
    found = stock.named(typed, on=timezone.localdate())
    context = {
        "target": target,
        "typed": typed,
        "is_imported": stock.is_ready(),
        "companies": [(one, headcount_label(one.headcount)) for one in found.companies],
        "notes": found.notes,
        "is_on": can_be_asked(LOOK_UP),
    }
    return render(request, "prospecting/enrich.html", context)


@require_POST
def forget(request: HttpRequest, target_id: int) -> HttpResponse:
    """Erase what was copied, when it was another company."""
    forget_establishment(target_at(target_id))
    say(request, _("Les informations du registre sont effacées."))
    return redirect("prospecting:target", target_id)


def _company(number: str) -> Company | None:
    now = timezone.localtime()
    return stock.company_of(number, on=now.date()) or company_of(number, now=now)


def _values(known: Establishment | None) -> dict[str, Any]:
    if known is None:
        return {"revision": 0}
    return {"siret": known.siret or known.siren, **{name: getattr(known, name) for name in FIELDS}}
