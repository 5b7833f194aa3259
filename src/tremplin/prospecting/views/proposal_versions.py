"""The kept versions of a proposal: frozen, listed, compared, opened again."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.prospecting.domain.proposal_words import changes
from tremplin.prospecting.forms.proposals import ProposalForm, columns
from tremplin.prospecting.models import Proposal, ProposalVersion, Target
from tremplin.prospecting.operations.proposals import keep_version, save_proposal
from tremplin.prospecting.queries import proposals as queries
from tremplin.prospecting.views.finding import target_at
from tremplin.prospecting.views.proposals import proposal_at

LONGEST_REASON = 120


@require_POST
def keep(request: HttpRequest, target_id: int) -> HttpResponse:
    """Freeze the saved proposal as a version."""
    target = target_at(target_id)
    kept = proposal_at(target)
    version = _freeze(target, kept, why=request.POST.get("why", "").strip()[:LONGEST_REASON])
    say(request, _("Version %(number)s gardée.") % {"number": version.number})
    return redirect("prospecting:proposal-versions", target.pk)


def _freeze(target: Target, kept: Proposal, *, why: str) -> ProposalVersion:
    values = queries.values_of(kept)
    page = queries.page_of(target, values, choice=queries.offered(target), on=timezone.localdate())
    return keep_version(kept, content=queries.frozen(values, page), why=why, at=timezone.now())


@require_safe
def versions(request: HttpRequest, target_id: int) -> HttpResponse:
    """List the versions, and compare two of them: the last two unless said otherwise."""
    target = target_at(target_id)
    kept = queries.versions_of(proposal_at(target))
    by_number = {str(one.number): one for one in kept}
    after = by_number.get(request.GET.get("a", "")) or (kept[0] if kept else None)
    before = by_number.get(request.GET.get("de", "")) or (kept[1] if len(kept) > 1 else None)
    compared = _compared(before, after) if before and after and before != after else None
    context = {"target": target, "versions": kept, "before": before, "after": after, "compared": compared}
    return render(request, "prospecting/proposal_versions.html", context)


def _compared(before: ProposalVersion, after: ProposalVersion) -> list[tuple[str, Any]]:
    """Return each field that differs with its label."""
    found = changes(_texts(before), _texts(after))
    return [(str(ProposalForm.base_fields[one.field].label), one) for one in found]


def _texts(version: ProposalVersion) -> dict[str, str]:
    weeks = version.content["weeks"]
    return {**{name: version.content[name] for name in queries.TEXTS}, "weeks": str(weeks or "")}


@require_safe
def version(request: HttpRequest, target_id: int, number: int) -> HttpResponse:
    """Show the text of one version."""
    target = target_at(target_id)
    found = _version_at(proposal_at(target), number)
    texts = _texts(found)
    lines = [(ProposalForm.base_fields[name].label, text) for name, text in texts.items() if text]
    context = {"target": target, "version": found, "lines": lines}
    return render(request, "prospecting/proposal_version.html", context)


@require_POST
def reopen(request: HttpRequest, target_id: int, number: int) -> HttpResponse:
    """Write a version back into the proposal; what it replaces is kept as a version first."""
    target = target_at(target_id)
    kept = proposal_at(target)
    found = _version_at(kept, number)
    replaced = _freeze(target, kept, why=_("avant de rouvrir la version %s") % number)
    values = queries.thawed(found.content, queries.offered(target))
    save_proposal(
        kept,
        revision=kept.revision,
        changes=columns(values),
        signals=values["signals"],
        proofs=values["proofs"],
    )
    undo = reverse("prospecting:proposal-reopen", args=[target.pk, replaced.number])
    say(request, _("Version %(number)s rouverte.") % {"number": number}, undo=undo)
    return redirect("prospecting:proposal", target.pk)


def _version_at(kept: Proposal, number: int) -> ProposalVersion:
    found = next((one for one in queries.versions_of(kept) if one.number == number), None)
    if found is None:
        raise Http404
    return found
